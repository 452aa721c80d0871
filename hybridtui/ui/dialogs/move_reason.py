"""The reason for a move that breaks a hard rule: asked for, and kept with the workout."""

from __future__ import annotations

from collections.abc import Sequence

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from hybridtui.domain.plan.moving import REASON_LIMIT
from hybridtui.domain.text import clean
from hybridtui.domain.workout import Breach, Why
from hybridtui.ui.look import APP_NAME
from hybridtui.ui.widgets.clean_input import CleanInput
from hybridtui.ui.widgets.key_bar import KeyBar
from hybridtui.ui.widgets.reasons import Reasons


class MoveReasonDialog(ModalScreen[str | None]):
    """Says which rules the move breaks, and takes the athlete's words; None leaves all as it is."""

    DEFAULT_CSS = """
    MoveReasonDialog {
        & Input { background: $boost; margin-top: 1; }
        & Reasons { margin-top: 1; }
        & #wrong { color: $text-error; height: auto; display: none; }
    }
    """
    BINDINGS = [
        Binding("enter", "keep", "Move all the same", key_display="⏎", priority=True, id="reason.keep",
                tooltip="Move it, and keep the reason"),
        Binding("escape", "leave", "Leave it", key_display="esc", id="reason.leave", tooltip="Move nothing"),
    ]  # fmt: skip

    def __init__(self, title: str, breaches: Sequence[Breach]) -> None:
        """Ask why ``title`` (people's text, maybe) goes where it breaks these rules."""
        super().__init__()
        self._titled, self._breaches = title, tuple(breach for breach in breaches if breach.hard)

    def compose(self) -> ComposeResult:
        """Lay out the rules, and the line below them."""
        with Vertical(classes="dialog") as box:
            box.border_title = Content(f"{APP_NAME} · Move {clean(self._titled)}")
            yield Static("This day breaks a hard rule. Why do you want it there?", classes="question", markup=False)
            yield Reasons(Why(breach.rule, breach.text) for breach in self._breaches)
            yield CleanInput(limit=REASON_LIMIT, placeholder="such as: the only free day this week")
            yield Static("Write a few words: they are kept with the workout.", id="wrong", markup=False)
        yield KeyBar()

    def action_keep(self) -> None:
        """Close with the reason, once there is one."""
        words = clean(self.query_one(Input).value, REASON_LIMIT)
        if words:
            self.dismiss(words)
        else:
            self.query_one("#wrong", Static).display = True

    def action_leave(self) -> None:
        """Close without one."""
        self.dismiss(None)

    @on(Input.Changed)
    def _changed(self) -> None:
        self.query_one("#wrong", Static).display = False
