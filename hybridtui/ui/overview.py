"""What History shows at one moment, read from the log in one go."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from hybridtui.domain import balance
from hybridtui.domain.athlete import Athlete
from hybridtui.domain.calendar import Week
from hybridtui.domain.history import SessionLine, Totals
from hybridtui.domain.workout import PlannedWeek

if TYPE_CHECKING:
    from hybridtui.logbook import Logbook


@dataclass(frozen=True, slots=True)
class Overview:
    """The weeks, and one page of the log."""

    athlete: Athlete
    planned: PlannedWeek | None
    weeks: tuple[Totals, ...]
    """Oldest first; the last one is this week."""
    count: int
    """Sessions in the log."""
    offset: int
    lines: tuple[SessionLine, ...]
    """The sessions from ``offset`` on, newest first."""

    @property
    def week(self) -> Totals:
        """The week that runs."""
        return self.weeks[-1]

    @property
    def headline(self) -> str:
        """How this week's balance stands, in words."""
        return balance.headline(self.week, self.athlete.balance, self.planned)

    @property
    def week_in_words(self) -> str:
        """Which week it is: ``2 Mar to 8 Mar, week 10``."""
        first, last = self.week.period.first, self.week.period.last
        return f"{first.day} {first:%b} to {last.day} {last:%b}, week {Week.of(first).iso_week}"


def overview(book: Logbook, last: Week, span: int, offset: int, limit: int) -> Overview:
    """Read ``span`` weeks up to ``last``, and the page of the log from ``offset`` on."""
    plan = book.plans.current()
    return Overview(
        book.athlete() or Athlete(),
        plan.week_of(last.monday) if plan else None,
        book.history.weeks(span, last),
        book.history.count(),
        offset,
        tuple(book.history.lines(offset, limit)),
    )
