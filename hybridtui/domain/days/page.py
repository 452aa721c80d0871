"""The days and weeks of a stretch of time, put together from what the log holds. Pure."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from hybridtui.domain.calendar import Week
from hybridtui.domain.days.adherence import Missed, WeekKept, week_kept
from hybridtui.domain.days.because import known_reasons
from hybridtui.domain.days.marks import Bounds, Day, day_of
from hybridtui.domain.days.values import Did, Told, WeekAsked
from hybridtui.domain.matching import credited
from hybridtui.domain.workout import Phase, PlannedWeek, Workout


@dataclass(frozen=True, slots=True, kw_only=True)
class DaysPage:
    """Whole weeks, oldest first, day by day."""

    days: tuple[Day, ...]
    weeks: tuple[WeekKept, ...]


def days_page(
    weeks: Sequence[Week], asked: Sequence[WeekAsked], done: Sequence[Did], told: Told, bounds: Bounds
) -> DaysPage:
    """Return the days of ``weeks``.

    ``asked`` and ``done`` may reach beyond them on either side: what followed a workout of
    another week is spoken for.
    """
    matched = credited([_as_planned(each) for each in asked], [did.trained for did in done])
    by_id = {did.session_id: did for did in done}
    found = {workout: by_id[session] for workout, session in matched.items()}
    counting = set(matched.values())
    by_week = {each.week: each for each in asked}
    by_day: defaultdict[date, list[Did]] = defaultdict(list)
    for did in done:
        by_day[did.day].append(did)

    def explained(workout: Workout) -> Missed:
        others = [did for did in by_day.get(workout.day, ()) if did.session_id not in counting]
        return Missed(
            workout=workout,
            said=told.reasons.get(workout.id),
            known=known_reasons(workout, told.readings, told.aches, others),
        )

    days: list[Day] = []
    kept: list[WeekKept] = []
    for week in weeks:
        planned = by_week.get(week)
        seven = [day_of(day, planned, by_day.get(day, ()), found, bounds) for day in week.days]
        days += seven
        kept.append(week_kept(planned, seven, found, bounds.today, explained, told.reasons))
    return DaysPage(days=tuple(days), weeks=tuple(kept))


def _as_planned(asked: WeekAsked) -> PlannedWeek:
    return PlannedWeek(number=0, week=asked.week, phase=Phase.GENERAL, deload=False, workouts=asked.workouts)
