"""Why a workout was not done: one key, and a few words for who wants to add them. It may be left unsaid."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual import getters
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from hybridtui.domain.dates import full_day
from hybridtui.domain.days import Missed
from hybridtui.domain.skips import Reason
from hybridtui.domain.text import NOTE_LIMIT, clean, clean_note
from hybridtui.ui.look import APP_NAME
from hybridtui.ui.widgets.choice import Choice, Way
from hybridtui.ui.widgets.clean_input import CleanInput
from hybridtui.ui.widgets.key_bar import KeyBar

if TYPE_CHECKING:
    from hybridtui.logbook import Logbook

WORDS = {
    Reason.ILL: "ill",
    Reason.TIRED: "tired",
    Reason.SORE: "sore, or something hurt",
    Reason.NO_TIME: "no time",
    Reason.TRAVEL: "away",
    Reason.WEATHER: "weather",
    Reason.OTHER_TRAINING: "other training instead",
    Reason.OTHER: "something else",
}
"""For people, in the order of their keys."""


@dataclass(frozen=True, slots=True)
class Said:
    """What was said; None: what was said before is taken back."""

    reason: Reason | None
    note: str = ""


class SkipReasonDialog(ModalScreen[Said | None]):
    """A digit says it and closes; ``down`` past the last one reaches a line for a note; None: left as it was."""

    DEFAULT_CSS = """
    SkipReasonDialog {
        & Choice { height: auto; margin-top: 1; }
        & #note { width: 1fr; background: $boost; margin-top: 1; }
    }
    """
    AUTO_FOCUS = "Choice"
    BINDINGS = [
        Binding("enter", "keep", "Keep", key_display="⏎", priority=True, id="skip.keep", tooltip="Keep this reason"),
        *(
            Binding(str(number), f"say({reason.value!r})", WORDS[reason], show=False, id=f"skip.{reason.value}",
                    tooltip=f"{WORDS[reason].capitalize()}: keep that")
            for number, reason in enumerate(WORDS, 1)
        ),
        Binding("tab", "app.focus_next", "Note", key_display="⇥", id="skip.note", tooltip="Add a few words"),
        Binding("x", "unsay", "Take back", id="skip.unsay", tooltip="Take back what was said"),
        Binding("escape", "leave", "Leave unsaid", key_display="esc", id="skip.leave", tooltip="Leave it as it was"),
    ]  # fmt: skip

    choice = getters.query_one(Choice)
    line = getters.query_one("#note", CleanInput)

    def __init__(self, missed: Missed) -> None:
        """Ask about a workout; what the log knows of it is told, and what was said before is shown."""
        super().__init__()
        self._missed = missed

    def compose(self) -> ComposeResult:
        """Lay out the reasons, and the line for a note."""
        workout, said = self._missed.workout, self._missed.said
        ways = [Way(reason, f"{number}  {words}") for number, (reason, words) in enumerate(WORDS.items(), 1)]
        day = full_day(workout.day)
        with Vertical(classes="dialog") as box:
            box.border_title = f"{APP_NAME} · Not done"
            yield Static(Content(f"{clean(workout.title)}, {day}: what came between?"), classes="question")
            if self._missed.known:
                yield Static(Content(f"Known: {', '.join(map(clean, self._missed.known))}."), classes="about")
            yield Choice(ways, said.reason if said is not None else Reason.ILL)
            yield CleanInput(said.note if said is not None else "", limit=NOTE_LIMIT, id="note", placeholder="a note")
        yield KeyBar()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool:  # noqa: ARG002 - Textual's
        """Offer to take back only what was said."""
        return action != "unsay" or self._missed.said is not None

    def action_keep(self) -> None:
        """Close with the reason in hand."""
        self.dismiss(Said(self.choice.value, clean_note(self.line.value)))

    def action_say(self, reason: str) -> None:
        """Close with this reason."""
        self.dismiss(Said(Reason(reason), clean_note(self.line.value)))

    def action_unsay(self) -> None:
        """Take back what was said."""
        self.dismiss(Said(None))

    def action_leave(self) -> None:
        """Close without a change."""
        self.dismiss(None)


def keep_reason(book: Logbook, missed: Missed, said: Said) -> str:
    """Keep what was said of a workout, or take back what was said before; return what to tell of it.

    Raises:
        NotSaved: if nothing was written.
    """
    workout = missed.workout
    if said.reason is None:
        book.days.unsay(workout.id, title=workout.title)
        return f"The reason for {workout.title} is taken back"
    book.days.say(workout.id, said.reason, said.note, title=workout.title)
    return f"Kept with {workout.title}. u takes it back"
