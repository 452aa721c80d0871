"""Which planned workout a session counts as, the nearest first."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from hybridtui.domain.dates import short_day
from hybridtui.domain.text import clean
from hybridtui.ui.look import APP_NAME, DONE_SIGN, sign
from hybridtui.ui.widgets.key_bar import KeyBar

if TYPE_CHECKING:
    from hybridtui.domain.session import Session
    from hybridtui.domain.workout import Workout

_DAYS = {-1: "yesterday", 0: "today", 1: "tomorrow"}


class MatchDialog(ModalScreen["Workout | None"]):
    """The planned workouts near a session that are still to do, or that it counts as by itself."""

    DEFAULT_CSS = """
    MatchDialog {
        & OptionList { height: auto; max-height: 12; border: none; background: transparent; padding: 0; margin-top: 1;
            &:focus { border: none; } }
    }
    """
    BINDINGS = [
        Binding("enter", "choose", "Count as this", key_display="⏎", priority=True, id="match.choose",
                tooltip="Count the session as this workout"),
        Binding("escape", "leave", "Leave it", key_display="esc", id="match.leave", tooltip="Change nothing"),
    ]  # fmt: skip

    def __init__(self, session: Session, workouts: Sequence[Workout], counted: Workout | None, today: date) -> None:
        """Choose among ``workouts``; ``counted`` is the one that the session counts as already."""
        super().__init__()
        self._session, self._workouts, self._counted, self._today = session, tuple(workouts), counted, today

    def compose(self) -> ComposeResult:
        """Lay out the workouts."""
        with Vertical(classes="dialog") as box:
            box.border_title = f"{APP_NAME} · Count it as planned"
            yield Static(Content(f"What does {clean(self._session.title)} stand for?"), classes="question")
            yield OptionList(*(Option(self._line(workout), id=workout.id) for workout in self._workouts))
            yield Static("What was planned and what was done both stay to be seen.", classes="about")
        yield KeyBar()

    @on(events.Mount)
    def _highlight(self) -> None:
        """Begin on the nearest."""
        self.query_one(OptionList).action_first()

    def _line(self, workout: Workout) -> Content:
        day = _DAYS.get((workout.day - self._today).days, short_day(workout.day))
        already = self._counted is not None and workout.id == self._counted.id
        return Content.assemble(
            f"{day:<10} ",
            f"{sign(workout.kind)} {clean(workout.title)}",
            (f"  {workout.minutes} min" if not workout.title.endswith(" min") else "", "$foreground-muted"),
            (f"  {DONE_SIGN} counts as it by itself" if already else "", "$foreground-muted"),
        )

    @on(OptionList.OptionSelected)
    def _selected(self, event: OptionList.OptionSelected) -> None:
        self.dismiss(next(workout for workout in self._workouts if workout.id == event.option_id))

    def action_choose(self) -> None:
        """Take what is highlighted."""
        self.query_one(OptionList).action_select()

    def action_leave(self) -> None:
        """Close without a choice."""
        self.dismiss(None)
