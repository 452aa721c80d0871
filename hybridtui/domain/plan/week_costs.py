"""What the days of a week that is written cost, wherever they came from: drafted, moved, read from a file.

The weights and sums are those of the placement (costs); here they meet dated workouts. Source: science.md E.4.
"""

from __future__ import annotations

from collections.abc import Callable

from hybridtui.domain.athlete import Athlete
from hybridtui.domain.plan import costs
from hybridtui.domain.plan.definitions import is_long, is_quality, tires_legs
from hybridtui.domain.plan.sketch import Sketch
from hybridtui.domain.workout import Kind, PlannedWeek, Workout

_RUNS = (Kind.RUN, Kind.HYBRID, Kind.COMBO)
_STRENGTH = (Kind.STRENGTH, Kind.HYBRID, Kind.COMBO)
_BOTH = (Kind.HYBRID, Kind.COMBO)


def cost_of_week(week: PlannedWeek, athlete: Athlete) -> float:
    """Return the soft cost of a week's days, Sunday lying before Monday as in a pattern; recovery costs nothing.

    The cost of a drafted whole week is what its placement cost.
    """
    workouts = [w for w in week.workouts if w.kind in _RUNS or w.kind in _STRENGTH]

    def days(holds: Callable[[Workout], bool]) -> int:
        return sum({1 << w.day.weekday() for w in workouts if holds(w)})

    runs, strengths, longs = days(lambda w: w.kind in _RUNS), days(lambda w: w.kind in _STRENGTH), days(is_long)
    pattern = costs.pattern_cost(
        runs=runs,
        strengths=strengths,
        legs=days(tires_legs),
        longs=longs,
        qualities=days(is_quality),
        doubles=runs & strengths & ~days(lambda w: w.kind in _BOTH),
        available=sum(1 << day for day in athlete.days),
    )
    loads = [0.0] * 7
    for workout in workouts:
        loads[workout.day.weekday()] += costs.effort(_sketch(workout)) * workout.minutes
    off_day = costs.LONG_DAY if longs & ~(1 << athlete.long_run_day) else 0.0
    return pattern + off_day + costs.monotony_cost(loads)


def _sketch(workout: Workout) -> Sketch:
    """A workout as the placement saw it, as far as its effort goes."""
    return Sketch(
        kind=workout.kind,
        subtype=workout.subtype,
        run_minutes=workout.run_minutes,
        strength_minutes=workout.strength_minutes,
        level=workout.level,
        long=workout.long,
    )
