"""What the overview of History shows at one moment, read from the log in one go."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from hybridtui.domain import balance
from hybridtui.domain.athlete import Athlete
from hybridtui.domain.calendar import By, Week
from hybridtui.domain.dates import day_and_month
from hybridtui.domain.history import SessionLine, Totals
from hybridtui.domain.workout import Kind, PlannedWeek, Workout

if TYPE_CHECKING:
    from hybridtui.domain.days import WeekKept
    from hybridtui.domain.loads.state import LoadState
    from hybridtui.logbook import Logbook

LATEST = 24
"""Sessions that are read to be named below the charts, where there is room."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Overview:
    """Weeks or months with the one that runs, how it stands against the plan, and the latest sessions."""

    today: date
    athlete: Athlete
    planned: PlannedWeek | None
    """What the plan asks of this week."""
    totals: tuple[Totals, ...]
    """Oldest first; the last one runs."""
    week: Totals
    """The week that runs."""
    kept: WeekKept | None
    """How this week has gone against its plan; None where nothing was ever logged."""
    load: LoadState | None
    """Load up to today; None where nothing was ever logged."""
    count: int
    """Sessions in the log."""
    latest: tuple[SessionLine, ...]
    """Newest first."""

    @property
    def empty(self) -> bool:
        """True without a session."""
        return not self.count

    @property
    def headline(self) -> str:
        """How this week's balance stands, in words."""
        return balance.headline(self.week, self.athlete.balance, self.planned)

    @property
    def now(self) -> Totals:
        """The week or month that runs."""
        return self.totals[-1]

    @property
    def period_in_words(self) -> str:
        """Which period runs: ``2 Mar to 8 Mar, week 10``, ``March 2026``."""
        period = self.now.period
        if not isinstance(period, Week):
            return f"{period.first:%B} {period.first.year}"
        first, last = period.first, period.last
        return f"{day_and_month(first)} to {day_and_month(last)}, week {period.iso_week}"

    @property
    def today_in_words(self) -> str:
        """What the plan asks of today; resting on a day of rest keeps the plan."""
        if self.planned is None:
            return "No plan covers this week: what you do is counted all the same"
        asked = [workout for workout in self.planned.on(self.today) if workout.kind is not Kind.RECOVERY]
        if not asked:
            return "Today is a planned rest day: resting keeps the plan"
        return "Today: " + " and ".join(map(_named, asked))


def _named(workout: Workout) -> str:
    """Return its title, with its length where the title does not tell it."""
    length = f"{workout.minutes} min"
    return workout.title if length in workout.title else f"{workout.title}, {length}"


def overview(book: Logbook, by: By, count: int, today: date) -> Overview:
    """Read ``count`` weeks or months up to ``today``, this week against its plan, and the latest sessions."""
    plan = book.plans.current()
    week = Week.of(today)
    totals = book.history.totals(by, count, today)
    sessions = book.history.count()
    return Overview(
        today=today,
        athlete=book.athlete() or Athlete(),
        planned=plan.week_of(today) if plan else None,
        totals=totals,
        week=totals[-1] if by is By.WEEK else book.history.totals(By.WEEK, 1, today)[-1],
        kept=book.days.adherence(week, week)[-1] if sessions else None,
        load=book.loads.on(today) if sessions else None,
        count=sessions,
        latest=tuple(book.history.lines(0, LATEST)) if sessions else (),
    )
