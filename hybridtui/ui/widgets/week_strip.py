"""Seven days at a glance: what was done, what is due, what is to come."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from textual.app import RenderResult
from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from hybridtui.ui.look import DONE_SIGN, MISSED_SIGN, REST_SIGN, colour, sign, word

if TYPE_CHECKING:
    from hybridtui.domain.today import DayMark
    from hybridtui.domain.workout import Kind

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
        lower = [_cell(_training(mark, room, today=mark.day == self.today), room) for mark in self.days]
        return Content("\n").join((Content("").join(upper), Content("").join(lower)))

    def _day(self, mark: DayMark, room: int) -> Content:
        is_today = mark.day == self.today
        name = f"{mark.day:%a} {mark.day.day}"
        quiet = "" if mark.planned or mark.done else "$foreground-muted"
        state, short, style = _state(mark, today=is_today)
        if len(name) + len(state) + 2 > room:
            state = short if len(name) + len(short) + 2 <= room else ""
        return Content.assemble((name, TODAY if is_today else quiet), " ", (state, style))


def _state(mark: DayMark, *, today: bool) -> tuple[str, str, str]:
    """Return how a day stands, in full and in short, and its style."""
    due = today and bool(mark.left)
    if mark.done and due:
        return f"{DONE_SIGN} + due", "due", "bold"
    if mark.done and mark.missed:
        return f"{DONE_SIGN} partly", DONE_SIGN + MISSED_SIGN, "$text-warning"
    if mark.done:
        return f"{DONE_SIGN} done", DONE_SIGN, "$text-success"
    if mark.missed:
        return f"{MISSED_SIGN} missed", MISSED_SIGN, "$text-warning"
    if mark.planned and not mark.left:
        return f"{DONE_SIGN} counts", DONE_SIGN, "$text-success"
    return ("due", "due", "bold") if due else ("", "", "")


def _training(mark: DayMark, room: int, *, today: bool) -> Content:
    kinds: Sequence[Kind] = tuple(dict.fromkeys((*mark.done, *(mark.left if today else ())) or mark.planned))
    if not kinds:
        return Content.styled(f"{REST_SIGN} rest", "$foreground-muted")
    signs = [Content.styled(sign(kind), colour(kind)) for kind in kinds]
    name = word(kinds[0]) if len(kinds) == 1 else "both" if len(kinds) == 2 else "three"
    fits = len(signs) + len(name) + 2 <= room
    return Content.assemble(*signs, f" {name}" if fits else "")


def _cell(content: Content, room: int) -> Content:
    return content.truncate(room - 1, ellipsis=True, pad=True) + " "
