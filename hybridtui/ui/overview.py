"""What the overview of History shows at one moment, read from the log in one go."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from hybridtui.domain import balance
from hybridtui.domain.athlete import Athlete
from hybridtui.domain.calendar import By, Week
from hybridtui.domain.dates import day_and_month
from hybridtui.domain.history import SessionLine, Totals
from hybridtui.domain.workout import Kind, Plan, PlannedWeek, Workout

if TYPE_CHECKING:
    from hybridtui.domain.days import DaysPage, WeekKept
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
    to_do: tuple[Workout, ...] = ()
    """What the plan asks of today and is not done."""
    next_up: Workout | None = None
    """The first workout after today, this week or the next."""
    load: LoadState | None
    """Load up to today; None where nothing was ever logged."""
    count: int
    """Sessions in the log."""
    latest: tuple[SessionLine, ...]
    """Newest first."""
    changed: tuple[int, int] = (0, 0)
    """Another one after each change to the log."""

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
        """What the plan still asks of today, else what comes next; resting on a day of rest keeps the plan."""
        if self.planned is None:
            return "No plan covers this week: what you do is counted all the same"
        if self.to_do:
            return "Today: " + " and ".join(map(_named, self.to_do))
        rest = not any(workout.kind is not Kind.RECOVERY for workout in self.planned.on(self.today))
        said = "Today is a planned rest day: resting keeps the plan" if rest else "What was planned for today is done"
        if self.next_up is None:
            return said
        return f"{said} · {self.next_up.day:%a}: {self.next_up.title}"


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
    days = book.days.page(week, week) if sessions else None
    asked = plan.week_of(today) if plan else None
    return Overview(
        today=today,
        athlete=book.athlete() or Athlete(),
        planned=asked,
        totals=totals,
        week=totals[-1] if by is By.WEEK else book.history.totals(By.WEEK, 1, today)[-1],
        kept=days.weeks[-1] if days else None,
        to_do=_to_do(asked, today, days),
        next_up=_next(plan, today) if plan else None,
        load=book.loads.on(today) if sessions else None,
        count=sessions,
        latest=tuple(book.history.lines(0, LATEST)) if sessions else (),
        changed=book.history.changed(),
    )


def _to_do(asked: PlannedWeek | None, today: date, days: DaysPage | None) -> tuple[Workout, ...]:
    """Return what of today's workouts is not done; easy movement is never asked for."""
    if asked is None:
        return ()
    wanted = [each for each in asked.on(today) if each.kind is not Kind.RECOVERY]
    if days is None:
        return tuple(wanted)
    due = {each.id for day in days.days if day.day == today for each in day.due}
    return tuple(each for each in wanted if each.is_race or each.id in due)


def _next(plan: Plan, today: date) -> Workout | None:
    """Return the first workout after today, if this week or the next has one."""
    weeks = (plan.week_of(today), plan.week_of(today + timedelta(days=7)))
    coming = (each for week in weeks if week for each in week.workouts)
    return next((each for each in coming if each.day > today and each.kind is not Kind.RECOVERY), None)
