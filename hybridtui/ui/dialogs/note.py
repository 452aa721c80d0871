"""A note: of the newest set, of the exercise (read again the next time it comes), or of the session."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from textual import getters, on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen

from hybridtui.domain.text import NOTE_LIMIT, clean, clean_note
from hybridtui.ui.look import APP_NAME
from hybridtui.ui.widgets.choice import Choice, Way
from hybridtui.ui.widgets.clean_input import CleanInput
from hybridtui.ui.widgets.key_bar import KeyBar


class About(StrEnum):
    """What a note is about."""

    SET = "set"
    EXERCISE = "exercise"
    SESSION = "session"


@dataclass(frozen=True, slots=True)
class Noted:
    """What there is to write about, and what is noted of it so far."""

    about: About
    id: str
    """Of the set or run, the exercise, or the session."""
    name: str
    """Its name for people."""
    text: str = ""


@dataclass(frozen=True, slots=True)
class Note:
    """What was written about it; empty: the note is taken away."""

    of: Noted
    text: str


WHEN = {
    About.SET: "kept with the set",
    About.EXERCISE: "shown when it comes",
    About.SESSION: "kept with the session",
}


class NoteDialog(ModalScreen[Note | None]):
    """Asks for one line, and what it is about: ``up`` and ``down`` choose while one types."""

    DEFAULT_CSS = """
    NoteDialog {
        & Choice { height: auto; }
        & #note { width: 1fr; background: $boost; margin-top: 1; }
    }
    """
    AUTO_FOCUS = "#note"
    BINDINGS = [
        Binding("enter", "keep", "Keep", key_display="⏎", priority=True, id="note.keep", tooltip="Keep the note"),
        Binding("up", "about(-1)", "About", key_display="↑↓", priority=True, id="note.above",
                tooltip="What the note is about"),
        Binding("down", "about(1)", "About", show=False, priority=True, id="note.below",
                tooltip="What the note is about"),
        Binding("escape", "leave", "Leave", key_display="esc", id="note.leave", tooltip="Leave it as it was"),
    ]  # fmt: skip

    choice = getters.query_one(Choice)
    line = getters.query_one("#note", CleanInput)

    def __init__(self, subjects: Sequence[Noted]) -> None:
        """Ask about one of ``subjects``, the first unless another is chosen."""
        super().__init__()
        self._subjects = tuple(subjects)
        self._drafts = {subject.about: subject.text for subject in subjects}
        self._at = self._subjects[0]

    def compose(self) -> ComposeResult:
        """Lay out what it may be about, and the line."""
        ways = [Way(each.about, clean(each.name, 40), WHEN[each.about]) for each in self._subjects]
        with Vertical(classes="dialog") as box:
            box.border_title = Content(f"{APP_NAME} · Note")
            yield Choice(ways, self._at.about)
            yield CleanInput(self._at.text, limit=NOTE_LIMIT, id="note", placeholder="seat on 4, grip wide")
        yield KeyBar()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002 - Textual's
        """Offer another subject only where there is one."""
        return action != "about" or len(self._subjects) > 1

    @on(Choice.Changed)
    def _other(self) -> None:
        """Show what is noted of the other one; what was begun stays."""
        self._drafts[self._at.about] = self.line.value
        self._at = next(each for each in self._subjects if each.about == self.choice.value)
        self.line.value = self._drafts[self._at.about]
        self.line.cursor_position = len(self.line.value)

    def action_about(self, by: int) -> None:
        """Write about the one above or below."""
        at = self._subjects.index(self._at) + by
        if 0 <= at < len(self._subjects):
            self.choice.choose(self._subjects[at].about)

    def action_keep(self) -> None:
        """Close with the note."""
        self.dismiss(Note(self._at, clean_note(self.line.value)))

    def action_leave(self) -> None:
        """Close without a change."""
        self.dismiss(None)
