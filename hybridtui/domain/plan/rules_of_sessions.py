"""Rules that one workout keeps or breaks by itself. Source: science.md A; ids as there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from hybridtui.domain.athlete import Athlete, Level
from hybridtui.domain.estimate import session_minutes, step_seconds
from hybridtui.domain.exercises import CORE_PATTERNS, Exercise
from hybridtui.domain.plan.definitions import exercise_of
from hybridtui.domain.plan.limits import excluded_by
from hybridtui.domain.workout import Breach, Kind, Step, StepKind, Workout

SHORT_SESSION = 20
BEGINNER_STARTS = 4
"""A beginner's weeks under R8."""

_GENTLE = frozenset({"band", "mini_band", "dumbbell", "kettlebell", "cable", "machine"})
_GENTLE_RPE = 7.0
_RAISES = ("warmup", "cardio", "recovery")


def breaches_of(workout: Workout, athlete: Athlete, week: int) -> Iterator[Breach]:
    """Yield what a workout breaks, given the number of its week."""
    if workout.kind is Kind.RECOVERY:
        return
    for rule in (_lengths, _warm_up, _cool_down, _order, _neighbours, _equipment):
        yield from rule(workout, athlete)
    if athlete.level is Level.BEGINNER and week <= BEGINNER_STARTS:
        yield from _starting(workout)


def _breach(rule: str, workout: Workout, text: str) -> Breach:
    return Breach(rule, workout.day, f"{workout.title}: {text}", hard=True)


def _lengths(workout: Workout, athlete: Athlete) -> Iterator[Breach]:
    estimate = session_minutes(workout.steps)
    if abs(estimate - workout.minutes) > max(2.0, 0.10 * workout.minutes):
        yield _breach("R14", workout, f"planned for {workout.minutes} min, but its steps take about {estimate}")
    if workout.minutes != workout.run_minutes + workout.strength_minutes:
        yield _breach("R14", workout, "its minutes of running and strength do not add up")
    if estimate > athlete.minutes[workout.day.weekday()]:
        yield _breach("H1", workout, f"about {estimate} min is more than the day has")


def _warm_up(workout: Workout, athlete: Athlete) -> Iterator[Breach]:
    del athlete
    steps = [step for step in workout.steps if step.kind is StepKind.WARMUP]
    patterns = _patterns(steps)
    if _minutes(steps) < (3 if workout.minutes <= SHORT_SESSION else 5):
        yield _breach("R21", workout, "its warm-up is too short")
    elif not any(p in _RAISES for p in patterns) or "mobility" not in patterns:
        yield _breach("R21", workout, "its warm-up needs something to get warm and something for mobility")


def _cool_down(workout: Workout, athlete: Athlete) -> Iterator[Breach]:
    del athlete
    steps = [step for step in workout.steps if step.kind is StepKind.COOLDOWN]
    patterns = _patterns(steps)
    if _minutes(steps) < (2 if workout.minutes <= SHORT_SESSION else 3):
        yield _breach("R21", workout, "its cool-down is too short")
    elif not any(p in _RAISES for p in patterns) or patterns.count("stretch") < 2:
        yield _breach("R21", workout, "its cool-down needs easy movement and two stretches")


def _minutes(steps: Sequence[Step]) -> float:
    return sum(step_seconds(step) for step in steps) / 60


def _patterns(steps: Sequence[Step]) -> list[str]:
    return [exercise.pattern for step in steps if (exercise := exercise_of(step)) is not None]


def _order(workout: Workout, athlete: Athlete) -> Iterator[Breach]:
    del athlete
    sets = [e for s in workout.steps if s.kind in (StepKind.SET, StepKind.HOLD) and (e := exercise_of(s)) is not None]
    for before, after in pairwise(sets):
        if _turn(before) > _turn(after):
            yield _breach("R16", workout, f"{after.name} belongs before {before.name}")
            return


def _turn(exercise: Exercise) -> int:
    if exercise.pattern == "plyo":
        return 0
    if exercise.pattern in CORE_PATTERNS:
        return 3
    return 1 if exercise.compound else 2


def _neighbours(workout: Workout, athlete: Athlete) -> Iterator[Breach]:
    del athlete
    stations = [e for s in workout.steps if s.kind is StepKind.STATION and (e := exercise_of(s)) is not None]
    for before, after in pairwise(stations):
        if before.primary == after.primary:
            yield _breach("R16", workout, f"{before.name} and {after.name} work the same muscle one after the other")


def _equipment(workout: Workout, athlete: Athlete) -> Iterator[Breach]:
    for step in workout.steps:
        exercise = exercise_of(step)
        if exercise is None:
            continue
        if not exercise.possible_with(athlete.equipment):
            yield _breach("R15", workout, f"{exercise.name} needs equipment that is not there")
        limit = excluded_by(exercise, athlete.limits)
        if limit is not None:
            yield _breach("R26", workout, f"{exercise.name} is left out because of {limit.value}")


def _starting(workout: Workout) -> Iterator[Breach]:
    """R8: light, many reps, no barbell."""
    for step in workout.steps:
        exercise = exercise_of(step)
        if exercise is None or not step.logs_sets:
            continue
        if not exercise.possible_with(_GENTLE):
            yield _breach("R8", workout, f"{exercise.name} is not for a beginner's first weeks")
        if step.reps is not None and not 10 <= step.reps <= 20:
            yield _breach("R8", workout, f"{exercise.name} with {step.reps} reps: 10 to 20 in the first weeks")
        if step.rpe is not None and step.rpe > _GENTLE_RPE:
            yield _breach("R8", workout, f"{exercise.name} at RPE {step.rpe:g}: 7 at most in the first weeks")
