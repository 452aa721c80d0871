"""What a change to a plan breaks: the breaches after it that were not there before.

Judged by the checker alone, so that a plan changed by hand keeps the rules of a drafted one.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
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


class Bench:
    """A plan on which moves of one workout are tried.

    A move is judged against the plan as it is and as it would be with the workout in its
    first place: what an earlier move of it broke does not make the same right elsewhere.
    """

    def __init__(self, plan: Plan, workout: Workout, weeks: Collection[Week]) -> None:
        """Lay out what of ``plan`` matters when ``workout`` moves within these ``weeks``."""
        touched = {*weeks, Week.of(workout.day), Week.of(first_place(workout))}
        self._plan, self._workout = in_sight(plan, touched, workout.id), workout
        self._asked = {week.plus(by) for week in touched for by in (-1, 0)}
        self._here = self._check({})
        self._first: tuple[Breach, ...] | None = None
        if workout.moved_from is not None and plan.week_of(workout.moved_from) is not None:
            self._at_home = placed_on(workout, workout.moved_from)
            self._first = self._check({workout.id: self._at_home})

    def breaches(self, day: date) -> tuple[Breach, ...]:
        """Return what the workout would break on ``day``, and not in its first place."""
        new = placed_on(self._workout, day)
        after = self._here if day == self._workout.day else self._check({new.id: new})
        found = added(self._here, after, [(self._workout, new)])
        if self._first is not None:
            more = added(self._first, after, [(self._at_home, new)])
            return tuple(breach for breach in after if breach in found or breach in more)
        return found

    def _check(self, changed: Mapping[str, Workout]) -> tuple[Breach, ...]:
        return check(rearranged(self._plan, changed) if changed else self._plan, self._asked)


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
