"""Whether a plan keeps the rules: drafted, loaded from a file, or changed by hand.

Shares the definitions with the planner, not its code: a slip in one is not repeated
in the other. It trusts neither marks nor steps alone. Source: science.md F.2 step 7.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from hybridtui.domain.calendar import Week
from hybridtui.domain.plan.rules_of_blocks import BLOCK, breaches_of_blocks
from hybridtui.domain.plan.rules_of_days import breaches_between, breaches_on, next_day
from hybridtui.domain.plan.rules_of_races import breaches_before_race
from hybridtui.domain.plan.rules_of_runs import breaches_of_running, breaches_of_runs
from hybridtui.domain.plan.rules_of_sessions import breaches_of
from hybridtui.domain.plan.rules_of_strength import breaches_of_strength
from hybridtui.domain.plan.rules_of_weeks import breaches_of_week
from hybridtui.domain.workout import Breach, Plan

RELAXABLE = frozenset({"R2", "R7", "R14", "R17", "R18", "R22", "H4", "C.8", "C.9", "E.6"})
"""Rules that a plan may bend if it says so; rest, legs before the long run, sore muscles and growth are not (E.2)."""

_OVER_WEEKS = ("R2", "R17", "R22")
"""Rules judged over several weeks: any of those may tell."""


def check(plan: Plan, within: Collection[Week] | None = None) -> tuple[Breach, ...]:
    """Return every rule that a plan breaks, by day; of soft ones the first of each week and rule.

    The rules of single weeks and days are asked for the weeks ``within`` only, if given:
    enough to compare two plans that differ in those weeks.
    """
    found = sorted(_breaches(plan, within), key=lambda breach: (breach.day, breach.rule, breach.text))
    return tuple(_first_of_soft(breach for breach in found if breach.day >= plan.start))


def unexplained(plan: Plan, found: Iterable[Breach] | None = None) -> tuple[Breach, ...]:
    """Return the hard breaches that the plan does not tell as relaxed itself.

    ``found`` is what :func:`check` said of its weeks, if that was asked already.
    """
    told = {(relaxed.rule, number) for relaxed in plan.relaxed for number in relaxed.weeks}
    breaches = check(plan) if found is None else found
    return tuple(breach for breach in breaches if breach.hard and not told & _may_be_told(breach, plan))


def _may_be_told(breach: Breach, plan: Plan) -> set[tuple[str, int]]:
    """The rule with its week, if it may be bent at all."""
    if breach.rule not in RELAXABLE:
        return set()
    week = plan.week_of(breach.day)
    first = week.number if week is not None else 1
    reach = range(first - 1, first + BLOCK) if breach.rule in _OVER_WEEKS else range(first, first + 1)
    return {(breach.rule, number) for number in reach}


def _first_of_soft(found: Iterable[Breach]) -> Iterator[Breach]:
    seen: set[tuple[Week, str]] = set()
    for breach in found:
        key = (Week.of(breach.day), breach.rule)
        if breach.hard or key not in seen:
            yield breach
        if not breach.hard:
            seen.add(key)


def _breaches(plan: Plan, within: Collection[Week] | None) -> Iterator[Breach]:
    asked = [week for week in plan.weeks if within is None or week.week in within]
    by_day = {day: week.on(day) for week in plan.weeks for day in week.week.days}
    for week in asked:
        yield from breaches_of_week(week, plan)
        yield from breaches_of_runs(week, plan)
        for workout in week.workouts:
            yield from breaches_of(workout, plan.athlete, week.number)
        for day in week.week.days:
            yield from breaches_on(day, by_day[day], plan.athlete, week.number)
            yield from breaches_between(by_day[day], by_day.get(next_day(day), ()), plan.athlete)
    yield from breaches_of_blocks(plan)
    yield from breaches_of_running(plan)
    yield from breaches_of_strength(plan, within)
    yield from breaches_before_race(plan)
