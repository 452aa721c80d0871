"""Seven days at a glance: what was done, what is due, what is to come."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from textual.app import RenderResult
from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from hybridtui.domain.calendar import Weekday
from hybridtui.domain.today import DayMark
from hybridtui.domain.workout import Kind
from hybridtui.ui.look import DONE_SIGN, MISSED_SIGN, REST_SIGN, colour, sign, word

TODAY = "bold $block-cursor-foreground on $block-cursor-background"


class WeekStrip(Widget):
    """Monday to Sunday on two lines: the day with its state, below it the kind of training."""

    DEFAULT_CSS = """
    WeekStrip { height: 2; padding: 0 1; }
    """

    days: reactive[tuple[DayMark, ...]] = reactive(())
    """The week, Monday first."""
    today: reactive[date | None] = reactive(None)
    """Which of them is today."""

    def render(self) -> RenderResult:
        """Draw seven equal columns; a column too narrow for words keeps the signs."""
        if not self.days:
            return ""
        room = self.size.width // len(self.days)
        upper = [_cell(self._day(mark, room), room) for mark in self.days]
        lower = [_cell(_training(mark), room) for mark in self.days]
        return Content("\n").join((Content("").join(upper), Content("").join(lower)))

    def _day(self, mark: DayMark, room: int) -> Content:
        is_today = mark.day == self.today
        name = f"{Weekday(mark.day.weekday()).short} {mark.day.day}"
        quiet = "" if mark.planned or mark.done else "$foreground-muted"
        state, style = _state(mark, today=is_today)
        if len(name) + len(state) + 2 > room:
            state = state.split(" ")[0]
        return Content.assemble((name, TODAY if is_today else quiet), " ", (state, style))


def _state(mark: DayMark, *, today: bool) -> tuple[str, str]:
    if mark.done:
        return f"{DONE_SIGN} done", "$text-success"
    if mark.missed:
        return f"{MISSED_SIGN} missed", "$text-warning"
    return ("due", "bold") if today and mark.planned else ("", "")


def _training(mark: DayMark) -> Content:
    kinds: Sequence[Kind] = tuple(dict.fromkeys(mark.done or mark.planned))
    if not kinds:
        return Content.styled(f"{REST_SIGN} rest", "$foreground-muted")
    signs = [Content.styled(sign(kind), colour(kind)) for kind in kinds]
    return Content.assemble(
        *signs, f" {word(kinds[0])}" if len(kinds) == 1 else " both" if len(kinds) == 2 else " three"
    )


def _cell(content: Content, room: int) -> Content:
    return content.truncate(room - 1, ellipsis=True, pad=True) + " "
