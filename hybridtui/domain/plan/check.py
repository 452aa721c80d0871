"""Whether a plan keeps the rules: drafted, loaded from a file, or changed by hand.

Shares the definitions with the planner, not its code: a slip in one is not repeated
in the other. Source: science.md F.2 step 7.
"""

from __future__ import annotations

from collections.abc import Iterator

from hybridtui.domain.plan.rules_of_days import breaches_between, breaches_on, next_day
from hybridtui.domain.plan.rules_of_sessions import breaches_of
from hybridtui.domain.plan.rules_of_weeks import BLOCK, breaches_of_blocks, breaches_of_week
from hybridtui.domain.workout import Breach, Plan


def check(plan: Plan) -> tuple[Breach, ...]:
    """Return every rule that a plan breaks, by day."""
    return tuple(sorted(_breaches(plan), key=lambda breach: (breach.day, breach.rule, breach.text)))


def unexplained(plan: Plan) -> tuple[Breach, ...]:
    """Return the breaches that the plan does not tell as relaxed itself."""
    told = {(relaxed.rule, number) for relaxed in plan.relaxed for number in relaxed.weeks}
    return tuple(breach for breach in check(plan) if not told & _may_be_told(breach, plan))


def _may_be_told(breach: Breach, plan: Plan) -> set[tuple[str, int]]:
    """The rule with its week; balance and coverage are judged over several weeks, so any of those will do."""
    week = plan.week_of(breach.day)
    first = week.number if week is not None else 1
    reach = range(first - 1, first + BLOCK) if breach.rule in ("R2", "R17") else range(first, first + 1)
    return {(breach.rule, number) for number in reach}


def _breaches(plan: Plan) -> Iterator[Breach]:
    by_day = {day: week.on(day) for week in plan.weeks for day in week.week.days}
    for week in plan.weeks:
        yield from breaches_of_week(week, plan)
        for workout in week.workouts:
            yield from breaches_of(workout, plan.athlete, week.number)
        for day in week.week.days:
            yield from breaches_on(day, by_day[day], plan.athlete, week.number)
            yield from breaches_between(by_day[day], by_day.get(next_day(day), ()), plan.athlete)
    yield from breaches_of_blocks(plan)
