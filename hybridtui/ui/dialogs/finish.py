"""The end of a session: how long, how hard, anything to remember."""

from __future__ import annotations

from dataclasses import dataclass

from textual import events, getters, on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.reactive import reactive
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from hybridtui.domain.session import Session
from hybridtui.domain.text import NOTE_LIMIT, clean, clean_note
from hybridtui.ui.look import APP_NAME
from hybridtui.ui.steps import Progress, progress
from hybridtui.ui.widgets.clean_input import CleanInput
from hybridtui.ui.widgets.key_bar import KeyBar
from hybridtui.ui.widgets.keyed_form import CHOSEN

EFFORTS = ("rest", "very easy", "easy", "moderate", "somewhat hard", "hard", "hard", "very hard", "very hard",
           "nearly all out", "all out")  # fmt: skip
"""What each RPE of 0 to 10 means for a whole session (Foster; D.1)."""

WIDE = 44
"""Cells from which the numbers of the scale stand apart."""


@dataclass(frozen=True, slots=True)
class End:
    """What the athlete said of the session."""

    minutes: int
    rpe: float | None
    note: str


class EffortScale(Static):
    """0 to 10 in a row; one digit chooses (``1`` then ``0`` is ten), ``backspace`` takes it back."""

    DEFAULT_CSS = """
    EffortScale { width: 1fr; height: 2; padding: 0; }
    EffortScale:focus { background: $boost; }
    """
    can_focus = True
    BINDINGS = [
        Binding("left", "step(-1)", "Easier", show=False, id="finish.easier", tooltip="One less"),
        Binding("right", "step(1)", "Harder", show=False, id="finish.harder", tooltip="One more"),
        Binding("backspace", "clear", "No answer", show=False, id="finish.clear", tooltip="Leave it open"),
    ]

    rpe: reactive[int | None] = reactive(None)
    """Chosen effort; None: not answered."""

    def render(self) -> Content:
        """Draw the scale, the chosen number marked, and its meaning."""
        row = [Content.styled(f" {number} ", CHOSEN if number == self.rpe else "") for number in range(11)]
        meaning = "a digit, or leave it open; tab goes on" if self.rpe is None else EFFORTS[self.rpe]
        gap = " " if self.size.width >= WIDE else ""
        return Content("\n").join((Content(gap).join(row), Content.styled(f" {meaning}", "$foreground-muted")))

    def on_key(self, event: events.Key) -> None:
        """Take a digit."""
        if event.character is not None and event.character in "0123456789":
            event.stop()
            digit = int(event.character)
            self.rpe = 10 if (self.rpe, digit) == (1, 0) else digit

    def action_step(self, by: int) -> None:
        """Go one up or down."""
        self.rpe = max(0, min(10, (5 if self.rpe is None else self.rpe) + by))

    def action_clear(self) -> None:
        """Leave it unanswered."""
        self.rpe = None


class FinishDialog(ModalScreen[End | None]):
    """Asks three things, each with a default: ``enter`` accepts them all."""

    DEFAULT_CSS = """
    FinishDialog {
        & .row { height: auto; margin-top: 1; }
        & .label { width: 10; color: $foreground-muted; }
        & #minutes { width: 8; }
        & #note { width: 1fr; }
        & Input { background: $boost; }
        & .unit { width: auto; padding-left: 1; color: $foreground-muted; }
        & #wrong { color: $text-error; height: auto; margin-top: 1; display: none; }
    }
    """
    AUTO_FOCUS = "EffortScale"
    BINDINGS = [
        Binding("enter", "finish", "Finish", key_display="⏎", priority=True, id="finish.done",
                tooltip="Save the session"),
        Binding("escape", "leave", "Go on training", key_display="esc", id="finish.leave",
                tooltip="Back to the session"),
    ]  # fmt: skip

    effort = getters.query_one(EffortScale)

    def __init__(self, session: Session, minutes: int) -> None:
        """Ask about ``session``, which probably took ``minutes``."""
        super().__init__()
        self._session, self._proposed = session, minutes

    def compose(self) -> ComposeResult:
        """Lay out effort, minutes and note."""
        here = progress(self._session)
        with Vertical(classes="dialog") as box:
            box.border_title = Content(f"{APP_NAME} · Finish {clean(self._session.title)}")
            if here.total:
                yield Static(Content(_standing(here)))
            with Horizontal(classes="row"):
                yield Static("Effort", classes="label")
                yield EffortScale()
            with Horizontal(classes="row"):
                yield Static("Minutes", classes="label")
                yield CleanInput(str(self._proposed), limit=5, id="minutes")
                without = "pauses left out" if self._session.pauses else "breaks included"
                yield Static(f"of training, {without}", classes="unit")
            with Horizontal(classes="row"):
                yield Static("Note", classes="label")
                yield CleanInput(self._session.note, limit=NOTE_LIMIT, id="note", placeholder="how it felt")
            yield Static(id="wrong", markup=False)
        yield KeyBar()

    def action_finish(self) -> None:
        """Close with the answers, if they can be used."""
        text = self.query_one("#minutes", Input).value.strip()
        if text and not (text.isascii() and text.isdigit()):
            self._complain("Minutes are a whole number, such as 45.")
            return
        minutes = int(text) if text else self._proposed
        if not 0 <= minutes <= 10080:
            self._complain("A session lasts from 0 to 10080 minutes: seven days.")
            return
        rpe = self.effort.rpe
        self.dismiss(
            End(minutes, None if rpe is None else float(rpe), clean_note(self.query_one("#note", Input).value))
        )

    def action_leave(self) -> None:
        """Close without finishing."""
        self.dismiss(None)

    @on(Input.Changed)
    def _changed(self) -> None:
        self._complain("")

    def _complain(self, words: str) -> None:
        line = self.query_one("#wrong", Static)
        line.display = bool(words)
        line.update(words)


def _standing(here: Progress) -> str:
    if here.done == here.total:
        return f"All {here.total} steps are done."
    if here.done + here.skipped == here.total:
        return f"{here}."
    return f"{here}. What is left is not counted; it can still be done another day."
