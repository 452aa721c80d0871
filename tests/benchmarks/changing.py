"""Print what changing a plan costs: the days a workout may have, a move, a swap, a preview of other answers.

python tests/benchmarks/changing.py

Milliseconds of this process's own time, so that a busy machine counts little: median and
worst over the workouts of one week. The screen waits for none of it, but the athlete does.
"""

from __future__ import annotations

import statistics
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from functools import partial
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from drafting import MONDAY, RUNNER, drafted

from hybridtui.domain.plan.comparing import differences
from hybridtui.domain.plan.handover import taking_over
from hybridtui.domain.plan.missed import choices
from hybridtui.domain.plan.moving import candidates, moved
from hybridtui.domain.workout import Plan, Workout

ATHLETE = replace(RUNNER, days_per_week=5)
OTHER = replace(ATHLETE, days_per_week=4)
WEEKS = (4, 12, 26, 52)
WEEK = 3
"""The week that is changed; its own and the following one are the days to choose from."""


def main() -> None:
    """Measure and print a table."""
    print(f"{'weeks':>5} {'what':32} {'ms':>7} {'worst':>7}")
    for weeks in WEEKS:
        plan = drafted(ATHLETE, weeks)
        for what, times in measured(plan, weeks):
            print(f"{weeks:5} {what:32} {statistics.median(times):7.1f} {max(times):7.1f}")


def measured(plan: Plan, weeks: int) -> Iterator[tuple[str, list[float]]]:
    """Measure each change for every workout of one week."""
    week = plan.weeks[WEEK - 1]
    today, tomorrow = week.week.monday, week.week.monday + timedelta(days=1)
    workouts = [w for w in week.workouts if not w.is_race]
    first = workouts[0]
    candidates(plan, first.id, today)  # to warm up
    yield "the days a workout may have", [ms(partial(candidates, plan, w.id, today)) for w in workouts]
    yield "moving it to the best", [ms(move) for move in moves(plan, workouts)]
    yield "shift, swap or drop it", [ms(lambda: choices(plan, first.id, tomorrow, frozenset())) for _ in workouts]
    yield "a preview of other answers", [ms(lambda: preview(plan, weeks)) for _ in workouts]


def moves(plan: Plan, workouts: list[Workout]) -> Iterator[Callable[[], Plan]]:
    """Yield the move of each workout to the best of its days."""
    for workout in workouts:
        best = next(c.day for c in candidates(plan, workout.id, MONDAY) if c.best)
        yield partial(moved, plan, workout.id, best)


def preview(plan: Plan, weeks: int) -> None:
    """Draft with other answers, let it take over, and tell what changes."""
    after = taking_over(drafted(OTHER, weeks), plan, frozenset())
    differences(plan, after, MONDAY)


def ms(do: Callable[[], object]) -> float:
    """Return the milliseconds of processor time that something takes."""
    begun = time.process_time()
    do()
    return (time.process_time() - begun) * 1e3


if __name__ == "__main__":
    main()
