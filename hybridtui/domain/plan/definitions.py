"""What the rules mean by their words: hard day, leg-heavy, rest day. Source: science.md section 0.

The planner and its checker share these definitions, never their code paths.
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

from hybridtui.domain.athlete import Goal
from hybridtui.domain.e1rm import percent
from hybridtui.domain.estimate import step_seconds
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

HILL_STRIDE = "hill_stride"
"""The exercise that makes an easy run's strides count as hills (R30)."""

CORE_MUSCLES = frozenset({"abs", "obliques", "transverse", "lower_back", "hip_flexors"})
"""Muscles that may work on consecutive days (R5)."""

LOADABLE = frozenset({"barbell", "dumbbell", "kettlebell", "cable", "machine"})
"""Equipment whose load is a number: a share of 1RM makes sense."""

RECOVERY_MINUTES = 30
"""Longest recovery session that leaves a rest day a rest day."""

FASTER_ZONES = frozenset({"M", "T", "I", "R"})
"""Zones of C.2 above easy running."""

EASY_EFFORT = 4.0
"""Highest RPE of running that is still easy: that of a long run or a run/walk (D.1)."""

FAST_MINUTES = 5
"""Minutes above easy that make a run a quality run whatever it is called (a product decision); strides stay below."""

LEG_WORK_BEFORE_RACE = {Goal.FIVE_K: 4, Goal.TEN_K: 4, Goal.HALF: 5, Goal.MARATHON: 7}
"""Fewest days from the last leg work to the race (C.9)."""

EASY_BEFORE_RACE = 2
"""Days before a race without anything hard (C.9)."""

_EVENT_UP_TO = ((7_500.0, Goal.FIVE_K), (15_000.0, Goal.TEN_K), (30_000.0, Goal.HALF))


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
    return sum(sets for step in steps if (sets := hard_sets(step)) and _pattern(step) in LOWER_PATTERNS)


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


def working_sets(workouts: Iterable[Workout]) -> dict[str, int]:
    """Return the sets of each primary muscle, whatever their effort; stations of circuits are not sets (R22)."""
    counted: dict[str, int] = {}
    steps = (step for workout in workouts for step in workout.steps)
    for step in (step for step in steps if step.is_lift):
        exercise = exercise_of(step)
        if exercise is not None:
            counted[exercise.primary] = counted.get(exercise.primary, 0) + step.sets
    return counted


def tires_legs(workout: Workout) -> bool:
    """Return whether a workout is leg-heavy, by what it says of itself or by its steps."""
    return workout.leg_heavy or (workout.strength_minutes > 0 and is_leg_heavy(workout.steps))


def is_leg_work(workout: Workout) -> bool:
    """Return whether a workout has sets or stations for the legs, hard or not: what a race keeps away (C.9)."""
    return workout.leg_heavy or any(step.logs_sets and _pattern(step) in LOWER_PATTERNS for step in workout.steps)


def is_above_easy(step: Step) -> bool:
    """Return whether a step is running faster than easy; strides are too short and relaxed to count (section 0)."""
    if not step.is_run or (step.rpe is not None and step.rpe <= EASY_EFFORT):
        return False
    return step.zone in FASTER_ZONES or (step.zone is None and step.rpe is not None)


def minutes_above_easy(workout: Workout) -> float:
    """Return the minutes of a run that are faster than easy: its main set alone, not the jogs between (C.9)."""
    if workout.kind is not Kind.RUN:
        return 0.0
    return sum(step_seconds(step) for step in workout.steps if is_above_easy(step)) / 60


def is_long(workout: Workout) -> bool:
    """Return whether a workout is the long run of its week."""
    return workout.long or (workout.kind is Kind.RUN and workout.subtype == "long")


def is_quality(workout: Workout) -> bool:
    """Return whether a workout is a quality run, by its name or, if it is not the long run, by its steps."""
    if workout.kind is not Kind.RUN or is_long(workout):
        return False
    return workout.subtype in QUALITY_SUBTYPES or minutes_above_easy(workout) >= FAST_MINUTES


def is_hard_circuit(workout: Workout) -> bool:
    """Return whether a workout is a circuit of level 2 or 3."""
    return workout.kind is Kind.HYBRID and (workout.level or 1) >= HARD_CIRCUIT_LEVEL


def is_hard_run(workout: Workout) -> bool:
    """Return whether a workout is a quality run, a long run or a hard circuit."""
    return is_quality(workout) or is_long(workout) or is_hard_circuit(workout)


def is_hard(workout: Workout) -> bool:
    """Return whether a workout makes its day a hard day."""
    return is_hard_run(workout) or tires_legs(workout)


def event_of(distance_m: float) -> Goal:
    """Return the event that a race of this length is trained for as; limits between events are a product decision.

    >>> event_of(5000).value, event_of(10_000).value, event_of(16_093).value, event_of(42_195).value
    ('5k', '10k', 'half', 'marathon')
    """
    return next((event for most, event in _EVENT_UP_TO if distance_m <= most), Goal.MARATHON)


def is_rest_day(workouts: Iterable[Workout]) -> bool:
    """Return whether a day with these workouts is a rest day; a short recovery does not end it."""
    return all(w.kind is Kind.RECOVERY and w.minutes <= RECOVERY_MINUTES for w in workouts)


def length_tolerance(minutes: int) -> float:
    """Return how many minutes the steps of a session may be off its length (R14).

    >>> length_tolerance(15), length_tolerance(60)
    (2.0, 6.0)
    """
    return max(2.0, 0.10 * minutes)


def loadable(exercise: Exercise) -> bool:
    """Return whether the exercise is done with a weight that has a number."""
    return all(way & LOADABLE for way in exercise.equipment)


def _pattern(step: Step) -> str:
    exercise = exercise_of(step)
    return exercise.pattern if exercise is not None else ""


def _heavy_legs(step: Step) -> bool:
    if not step.reps or step.rpe is None:
        return False
    exercise = exercise_of(step)
    if exercise is None or exercise.pattern not in ("squat", "hinge") or not loadable(exercise):
        return False
    share = percent(step.reps, step.rpe)
    return share is not None and share >= HEAVY_SHARE


def climbs(workout: Workout) -> bool:
    """Return whether a run goes up hills on purpose: hill repeats, or strides up a slope (R30)."""
    return workout.subtype == "hills" or any(step.exercise == HILL_STRIDE for step in workout.steps)
