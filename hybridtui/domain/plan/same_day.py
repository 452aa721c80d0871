"""Which workout of a day comes first, and whether it has the morning to itself. Source: science.md E.3."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from hybridtui.domain.athlete import Athlete
from hybridtui.domain.plan.definitions import exercise_of, is_quality, tires_legs
from hybridtui.domain.workout import Kind, Workout

RUN_LEADS_FROM = 0.5
"""From this balance on an easy run comes before strength."""


def in_order(workouts: Sequence[Workout], athlete: Athlete) -> tuple[Workout, ...]:
    """Return the workouts of one day in their order, each with its slot.

    The second has the evening where the day has two slots; else both follow one another.
    """
    run_first = _run_goes_first(workouts, athlete)
    ordered = sorted(workouts, key=lambda workout: _turn(workout, run_first=run_first))
    later = "pm" if workouts and athlete.slots[workouts[0].day.weekday()] > 1 else "am"
    return tuple(replace(workout, slot=later if place else "am") for place, workout in enumerate(ordered))


def _run_goes_first(workouts: Sequence[Workout], athlete: Athlete) -> bool:
    fast = any(is_quality(workout) for workout in workouts)
    if fast and any(tires_legs(workout) for workout in workouts):
        return True
    if any(_explosive(workout) for workout in workouts):
        return False
    return fast or athlete.balance >= RUN_LEADS_FROM


def _turn(workout: Workout, *, run_first: bool) -> int:
    if workout.kind is Kind.RECOVERY:
        return 3
    if workout.is_race:
        return 0
    return 1 if (workout.kind is not Kind.STRENGTH) is run_first else 2


def _explosive(workout: Workout) -> bool:
    """Whether a strength session has jumps: they want fresh legs."""
    if workout.kind is not Kind.STRENGTH:
        return False
    exercises = (exercise_of(step) for step in workout.steps if step.logs_sets)
    return any(exercise is not None and exercise.pattern == "plyo" for exercise in exercises)
