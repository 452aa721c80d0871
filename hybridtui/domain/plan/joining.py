"""Two halves of one week, planned at different times: what is new gives way to what stays.

Each half keeps the rules, together they may not: heavy legs yesterday, by the old plan,
and again today, by the new one. Source: science.md E.2, R5, R6, R41.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from datetime import date

from hybridtui.domain.calendar import Week
from hybridtui.domain.plan.check import check, unexplained
from hybridtui.domain.plan.rearranging import rearranged
from hybridtui.domain.workout import Breach, Plan, Relaxed, Workout


def joined(plan: Plan, week: Week, new: Collection[str], known: Collection[Breach] = ()) -> Plan:
    """Return ``plan`` with the ``new`` work of a week (ids) on days that go with the rest of it, or left out.

    Only what breaks a hard rule gives way, to another day that it could have before it is
    left out; that is told. What is in ``known`` was broken before, and stays as it is.
    """
    before = {(breach.rule, breach.day) for breach in known}
    broken = _broken(plan, week, before)
    for _ in new:
        if not broken:
            break
        best = min(_tried(plan, week, new, before), key=_Try.merit, default=None)
        if best is None or len(best.broken) >= len(broken):
            break
        plan = best.plan if best.day is not None else _told(best.plan, week, best.workout, broken[0])
        broken = best.broken
    return plan


@dataclass(frozen=True, slots=True)
class _Try:
    """A workout put on another day, or taken out."""

    plan: Plan
    workout: Workout
    day: date | None
    broken: tuple[Breach, ...]

    def merit(self) -> tuple[int, bool, int, date, str]:
        """Fewest breaches, then no work lost, then the nearest day; a total order."""
        day = self.day or self.workout.day
        return len(self.broken), self.day is None, abs((day - self.workout.day).days), day, self.workout.id


def _tried(plan: Plan, week: Week, new: Collection[str], before: Collection[tuple[str, date]]) -> Iterator[_Try]:
    planned = plan.week_of(week.monday)
    movable = [w for w in planned.workouts if w.id in new and not w.is_race] if planned is not None else []
    available = [day for day in week.days if day >= plan.start and day.weekday() in plan.athlete.days]
    first = min((workout.day for workout in movable), default=week.monday)
    for workout in movable:
        for day in (*(each for each in available if first <= each != workout.day), None):
            changed = rearranged(plan, {workout.id: replace(workout, day=day) if day is not None else None})
            yield _Try(changed, workout, day, _broken(changed, week, before))


def _broken(plan: Plan, week: Week, before: Collection[tuple[str, date]]) -> tuple[Breach, ...]:
    """The hard breaches of a week, and of the day after it, that are new and not told."""
    days = (*week.days, week.plus(1).monday)
    found = unexplained(plan, check(plan, (week.plus(-1), week)))
    return tuple(each for each in found if each.day in days and (each.rule, each.day) not in before)


def _told(plan: Plan, week: Week, workout: Workout, why: Breach) -> Plan:
    planned = plan.week_of(week.monday)
    number = planned.number if planned is not None else 1
    text = f"{workout.title} of {workout.day:%A} is left out: it does not go with what was planned before this week."
    return replace(plan, relaxed=(*plan.relaxed, Relaxed(why.rule, text, (number,))))
