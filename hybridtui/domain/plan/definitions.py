"""What the rules mean by their words: hard day, leg-heavy, rest day. Source: science.md section 0.

The planner and its checker share these definitions, never their code paths.
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

from hybridtui.domain.e1rm import percent
from hybridtui.domain.exercises import LOWER_PATTERNS, Exercise, catalogue
from hybridtui.domain.workout import Kind, Step, Workout

QUALITY_SUBTYPES = frozenset({"tempo", "cruise", "vo2", "reps", "hills", "fartlek", "progression", "race", "timetrial"})
"""Run subtypes that are quality runs; strides are not."""

HARD_SET_RPE = 7.0
"""From this target on, a working set is a hard set."""

LEG_HEAVY_SETS = 6
"""Lower sets that make a session leg-heavy."""

HEAVY_SHARE = 0.80
"""Share of 1RM from which one squat or hinge set makes a session leg-heavy."""

EASY_AFTER_LEGS_MINUTES = 45
"""Longest easy run on the day after leg-heavy work (R6)."""

HARD_CIRCUIT_LEVEL = 2
"""From this level on, a circuit makes a hard day."""

CORE_MUSCLES = frozenset({"abs", "obliques", "transverse", "lower_back", "hip_flexors"})
"""Muscles that may work on consecutive days (R5)."""

LOADABLE = frozenset({"barbell", "dumbbell", "kettlebell", "cable", "machine"})
"""Equipment whose load is a number: a share of 1RM makes sense."""

RECOVERY_MINUTES = 30
"""Longest recovery session that leaves a rest day a rest day."""


class Region(StrEnum):
    """Muscles that tire together: what two neighbouring days must not share (H5)."""

    QUADS = "quads"
    POSTERIOR = "posterior"
    PUSH = "push"
    PULL = "pull"


def exercise_of(step: Step) -> Exercise | None:
    """Return the library's exercise of a step, if it names one."""
    return catalogue().get(step.exercise) if step.exercise else None


def hard_sets(step: Step) -> int:
    """Return how many hard sets a step asks for; its written target decides, not its range (I.11)."""
    return step.sets if step.logs_sets and step.rpe is not None and step.rpe >= HARD_SET_RPE else 0


def lower_sets(steps: Iterable[Step]) -> int:
    """Return the hard sets of squat, hinge, lunge and jump patterns, each set once."""
    return sum(hard_sets(step) for step in steps if _pattern(step) in LOWER_PATTERNS)


def is_leg_heavy(steps: Iterable[Step]) -> bool:
    """Return whether these steps make the next day a day for resting legs."""
    listed = tuple(steps)
    return lower_sets(listed) >= LEG_HEAVY_SETS or any(_heavy_legs(step) for step in listed)


def hard_muscles(steps: Iterable[Step], at_least: int = 2) -> frozenset[str]:
    """Return the primary muscles with so many hard sets, core muscles left out (R5)."""
    counted: dict[str, int] = {}
    for step in steps:
        exercise = exercise_of(step)
        if exercise is not None:
            counted[exercise.primary] = counted.get(exercise.primary, 0) + hard_sets(step)
    return frozenset(m for m, sets in counted.items() if sets >= at_least and m not in CORE_MUSCLES)


def is_quality(workout: Workout) -> bool:
    """Return whether a workout is a quality run."""
    return workout.kind is Kind.RUN and workout.subtype in QUALITY_SUBTYPES


def is_hard_circuit(workout: Workout) -> bool:
    """Return whether a workout is a circuit of level 2 or 3."""
    return workout.kind is Kind.HYBRID and (workout.level or 1) >= HARD_CIRCUIT_LEVEL


def is_hard_run(workout: Workout) -> bool:
    """Return whether a workout is a quality run, a long run or a hard circuit."""
    return is_quality(workout) or workout.long or is_hard_circuit(workout)


def is_hard(workout: Workout) -> bool:
    """Return whether a workout makes its day a hard day."""
    return is_hard_run(workout) or workout.leg_heavy


def is_rest_day(workouts: Iterable[Workout]) -> bool:
    """Return whether a day with these workouts is a rest day; a short recovery does not end it."""
    return all(w.kind is Kind.RECOVERY and w.minutes <= RECOVERY_MINUTES for w in workouts)


def loadable(exercise: Exercise) -> bool:
    """Return whether the exercise is done with a weight that has a number."""
    return all(way & LOADABLE for way in exercise.equipment)


def _pattern(step: Step) -> str:
    exercise = exercise_of(step)
    return exercise.pattern if exercise is not None else ""


def _heavy_legs(step: Step) -> bool:
    exercise = exercise_of(step)
    if exercise is None or exercise.pattern not in ("squat", "hinge") or not loadable(exercise):
        return False
    if not step.reps or step.rpe is None:
        return False
    share = percent(step.reps, step.rpe)
    return share is not None and share >= HEAVY_SHARE
