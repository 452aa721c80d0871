"""When a session was that is written down afterwards: day and time of day."""

from __future__ import annotations

from datetime import datetime

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, Label, Static

from hybridtui.domain.problems import Problem
from hybridtui.domain.text import clean
from hybridtui.ui.dialogs.moments import day_typed, time_typed
from hybridtui.ui.look import APP_NAME
from hybridtui.ui.widgets.clean_input import CleanInput
from hybridtui.ui.widgets.key_bar import KeyBar


class WhenInput(CleanInput):
    """Day or time; ``enter`` keeps both."""

    BINDINGS = [
        Binding("enter", "submit", "Keep", key_display="⏎", id="when.keep", tooltip="Keep it in the log"),
        Binding("down", "app.focus_next", "Next field", show=False, id="when.next", tooltip="Go to the next field"),
        Binding("up", "app.focus_previous", "Back", show=False, id="when.back", tooltip="Go back a field"),
    ]


class WhenDialog(ModalScreen["datetime | None"]):
    """Shows what will be kept, and asks when it began; both are filled in, so ``enter`` is enough."""

    BINDINGS = [Binding("escape", "leave", "Cancel", key_display="esc", id="when.leave", tooltip="Keep nothing")]
    DEFAULT_CSS = """
    WhenDialog {
        .field { height: 1; margin-top: 1; }
        .field > Label { width: 10; color: $foreground-muted; }
        .field > Input { width: 1fr; background: $foreground 8%; }
        .field > Input:focus { background: $primary 30%; }
        #wrong { height: auto; color: $text-error; }
    }
    """

    def __init__(self, what: str, proposed: datetime, now: datetime) -> None:
        """Ask when ``what`` began; ``proposed`` and ``now`` are by the athlete's clock, without zone."""
        super().__init__()
        self._what, self._proposed, self._now = what, proposed, now

    def compose(self) -> ComposeResult:
        """Lay out what was done, and a line for each answer."""
        with Vertical(classes="dialog") as box:
            box.border_title = f"{APP_NAME} · Done already: when?"
            yield Static(Content(clean(self._what)), classes="question")
            yield from self._field("day", "Day", f"{self._proposed:%Y-%m-%d}", 10)
            yield from self._field("time", "Began at", f"{self._proposed:%H:%M}", 5)
            yield Static(id="wrong", markup=False)
        yield KeyBar()

    def _field(self, name: str, label: str, value: str, limit: int) -> ComposeResult:
        with Horizontal(classes="field"):
            yield Label(label)
            yield WhenInput(value, limit=limit, id=name)

    @on(Input.Submitted)
    def _keep(self) -> None:
        try:
            self.dismiss(self._began())
        except Problem as problem:
            self.query_one("#wrong", Static).update(clean(str(problem), 300))

    def _began(self) -> datetime:
        day = day_typed(self.query_one("#day", WhenInput).value, self._now.date())
        return datetime.combine(day, time_typed(self.query_one("#time", WhenInput).value))

    def action_leave(self) -> None:
        """Close without an answer."""
        self.dismiss(None)
