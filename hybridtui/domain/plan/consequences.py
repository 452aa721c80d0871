"""What a change to a plan breaks: the breaches after it that were not there before.

Judged by the checker alone, so that a plan changed by hand keeps the rules of a drafted one.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from hybridtui.domain.calendar import Week
from hybridtui.domain.plan.check import check
from hybridtui.domain.plan.judging import named
from hybridtui.domain.plan.rearranging import first_place, placed_on, rearranged
from hybridtui.domain.workout import Breach, Plan, PlannedWeek, Workout

NEIGHBOURS = 1
"""Weeks before and after whose sessions a move is judged against, exercise by exercise."""

FAR = 5
"""Weeks before and after whose minutes still matter: 30 days for the single run (C.6.4)."""

_BLOCK = 4
"""Weeks that R2 takes together: what is cut off is whole blocks."""


def added(
    before: Collection[Breach], after: Sequence[Breach], moves: Iterable[tuple[Workout, Workout]] = ()
) -> tuple[Breach, ...]:
    """Return the breaches of ``after`` that ``before`` had not, ``moves`` being workouts as they were and are.

    A breach that a workout takes along to its new day is not a new one, nor is one that
    only names another number.
    """
    known = set(before).union(*(_taken_along(before, old, new) for old, new in moves))
    gone = Counter(map(_place, set(before).difference(after)))
    found: list[Breach] = []
    for breach in after:
        if breach in known:
            continue
        if gone[_place(breach)]:
            gone[_place(breach)] -= 1
        else:
            found.append(breach)
    return tuple(found)


def _taken_along(before: Iterable[Breach], old: Workout, new: Workout) -> set[Breach]:
    as_was, as_is = named(old), named(new)
    return {
        replace(breach, day=new.day if breach.day == old.day else breach.day, text=breach.text.replace(as_was, as_is))
        for breach in before
        if as_was in breach.text
    }


def _place(breach: Breach) -> tuple[str, date, bool]:
    return breach.rule, breach.day, breach.hard


@dataclass(frozen=True, slots=True)
class Tried:
    """A move that was tried: what is in sight of the plan then, and what the new place alone breaks."""

    plan: Plan
    breaches: tuple[Breach, ...]


class Bench:
    """A plan on which moves of one workout into one week are tried.

    A move is judged against the plan as it is and as it would be with the workout in its
    first place: what an earlier move of it broke does not make the same right elsewhere.
    """

    def __init__(self, plan: Plan, workout: Workout, week: Week) -> None:
        """Lay out what of ``plan`` matters when ``workout`` moves into ``week``."""
        first = first_place(workout)
        touched = {week, Week.of(workout.day), Week.of(first)}
        self._plan, self._workout = in_sight(plan, touched, workout.id), workout
        # A night between two days is the earlier week's: that of a touched week may lie in the one before.
        self._asked = {each.plus(by) for each in touched for by in (-1, 0)}
        self._before = [(workout, self._check(self._plan))]
        if first != workout.day and plan.week_of(first) is not None:
            home = placed_on(workout, first)
            self._before.append((home, self._check(rearranged(self._plan, {workout.id: home}))))

    def put(self, day: date) -> Tried:
        """Try the workout on ``day``."""
        new = placed_on(self._workout, day)
        there = self._plan if day == self._workout.day else rearranged(self._plan, {new.id: new})
        after = self._check(there)
        found = {breach for old, before in self._before for breach in added(before, after, [(old, new)])}
        return Tried(there, tuple(breach for breach in after if breach in found))

    def _check(self, plan: Plan) -> tuple[Breach, ...]:
        return check(plan, self._asked)


def in_sight(plan: Plan, touched: Collection[Week], whole: str) -> Plan:
    """Return what of a plan a change to the ``touched`` weeks can matter to: quick to check, again and again.

    Far weeks are left out or keep their minutes alone, near ones what trains; the workout
    with the id ``whole`` keeps everything. What only this breaks, it breaks before and after.
    """
    numbers = [number for number, week in enumerate(plan.weeks) if week.week in touched]
    if not numbers:
        return plan
    first, last = numbers[0], numbers[-1]
    # The first week stays, and with it where the blocks begin.
    begin = 1 + _BLOCK * ((max(1, first - FAR) - 1) // _BLOCK)
    shown: Mapping[int, PlannedWeek] = dict(enumerate(plan.weeks))
    near = range(first - NEIGHBOURS, last + NEIGHBOURS + 1)
    chosen = [0, *range(begin, min(len(plan.weeks), last + FAR + _BLOCK))]
    weeks = tuple(_thin(shown[number], whole, near=number in near) for number in chosen)
    return replace(plan, weeks=weeks)


def _thin(week: PlannedWeek, whole: str, *, near: bool) -> PlannedWeek:
    thin = (w if w.id == whole else _trained(w) if near else replace(w, steps=()) for w in week.workouts)
    return replace(week, workouts=tuple(thin))


def _trained(workout: Workout) -> Workout:
    """A workout without its warm-up and cool-down."""
    return replace(workout, steps=tuple(step for step in workout.steps if step.logs_sets or step.is_run))
