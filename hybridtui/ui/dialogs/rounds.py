"""Work, rest and rounds of a clock of one's own."""

from __future__ import annotations

from dataclasses import replace

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from hybridtui.domain.problems import Problem
from hybridtui.ui.look import APP_NAME
from hybridtui.ui.presets import Preset, read_rounds
from hybridtui.ui.widgets.clean_input import CleanInput
from hybridtui.ui.widgets.key_bar import KeyBar


class RoundsDialog(ModalScreen[Preset | None]):
    """One line: ``40/20 x 8``."""

    DEFAULT_CSS = """
    RoundsDialog {
        & Input { background: $boost; }
        & #said { margin-top: 1; color: $foreground-muted; height: auto; }
    }
    """
    BINDINGS = [
        Binding("enter", "keep", "Keep", key_display="⏎", priority=True, id="rounds.keep", tooltip="Use these"),
        Binding("escape", "leave", "Cancel", key_display="esc", id="rounds.leave", tooltip="Leave it as it was"),
    ]

    def __init__(self, preset: Preset) -> None:
        """Change ``preset``."""
        super().__init__()
        self._preset = preset

    def compose(self) -> ComposeResult:
        """Lay out the line."""
        preset = self._preset
        with Vertical(classes="dialog") as box:
            box.border_title = f"{APP_NAME} · {preset.name}"
            yield CleanInput(f"{preset.work}/{preset.rest} x {preset.rounds}", limit=20)
            yield Static(id="said", markup=False)
        yield KeyBar()

    @on(Input.Changed)
    def _changed(self, event: Input.Changed) -> None:
        try:
            work, rest, rounds = read_rounds(event.value)
        except Problem as problem:
            said = str(problem)
        else:
            said = f"{rounds} rounds of {work} s work and {rest} s rest"
        self.query_one("#said", Static).update(said)

    def action_keep(self) -> None:
        """Close with the changed clock, if the line can be read."""
        try:
            work, rest, rounds = read_rounds(self.query_one(Input).value)
        except Problem as problem:
            self.query_one("#said", Static).update(str(problem))
        else:
            self.dismiss(replace(self._preset, work=work, rest=rest, rounds=rounds))

    def action_leave(self) -> None:
        """Close without a change."""
        self.dismiss(None)
