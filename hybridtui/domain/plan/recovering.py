"""Active recovery: half an hour at most of something gentle. Source: science.md D.6, R24, section 0."""

from __future__ import annotations

from dataclasses import replace

from hybridtui.domain.athlete import Athlete
from hybridtui.domain.exercises import catalogue
from hybridtui.domain.plan.definitions import RECOVERY_MINUTES
from hybridtui.domain.workout import Kind, Step, StepKind, Why, Workout

LEAST_MINUTES = 20
EFFORT = 2.0
"""RPE; more would be training."""

_AFTER_RUNS = ("recovery_walk", "yoga_flow", "easy_swim", "easy_cycle")
_AFTER_STRENGTH = ("yoga_flow", "easy_swim", "recovery_walk", "easy_cycle")
"""What to do, the first possible one chosen: loose for who was to lift, on the feet for who was to run."""


def recovery(planned: Workout, athlete: Athlete) -> Workout:
    """Return what may take the place of a workout: 20-30 minutes, never longer than it."""
    half = planned.minutes // 10 * 5
    minutes = min(planned.minutes, max(LEAST_MINUTES, min(half, RECOVERY_MINUTES)))
    wanted = _AFTER_RUNS if planned.kind is Kind.RUN else _AFTER_STRENGTH
    chosen, *others = [
        exercise for exercise in (catalogue()[name] for name in wanted) if exercise.possible_with(athlete.equipment)
    ]
    as_well = " or ".join(other.name.lower() for other in others)
    why = Why("R24", f"So easy that you could go on for hours. {as_well.capitalize()} does as well; so does rest.")
    step = Step(
        kind=StepKind.RECOVERY, title=chosen.name, exercise=chosen.id, seconds=minutes * 60, rpe=EFFORT, why=(why,)
    )
    return replace(
        planned,
        kind=Kind.RECOVERY,
        subtype="recovery",
        title=f"{chosen.name} {minutes} min",
        minutes=minutes,
        run_minutes=0,
        strength_minutes=0,
        steps=(step,),
        hard=False,
        leg_heavy=False,
        long=False,
        level=None,
        purpose="Gentle movement that leaves you fresher than before.",
        why=(),
    )
