"""Rules that one workout keeps or breaks by itself. Source: science.md A; ids as there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from hybridtui.domain.athlete import Athlete, Level, Limit
from hybridtui.domain.estimate import session_minutes, step_seconds
from hybridtui.domain.exercises import CORE_PATTERNS, Exercise
from hybridtui.domain.plan import definitions as means
from hybridtui.domain.plan import judging
from hybridtui.domain.plan.definitions import exercise_of
from hybridtui.domain.plan.judging import ADULT, is_young, named, warning
from hybridtui.domain.plan.limits import excluded_by
from hybridtui.domain.workout import Breach, Kind, Step, StepKind, Workout

SHORT_SESSION = 20
BEGINNER_STARTS = 4
"""A beginner's weeks under R8."""

LONGEST_STRENGTH = 60
"""Minutes of a strength session, circuit or combo at most (R14)."""

LONGEST_RUN = 150
"""Minutes of a run at most, a race left out (C.6.5)."""

COMBO_RUN, COMBO_STRENGTH = (10, 30), (10, 25)
"""Shortest and longest parts of a combo, minutes (R12, I.4)."""

MOST_CIRCUIT_LEVEL = 3
_YOUNG_EQUIPMENT = frozenset({"band", "mini_band"})
_GENTLE = frozenset({"band", "mini_band", "dumbbell", "kettlebell", "cable", "machine"})
_GENTLE_RPE = 7.0
_RAISES = ("warmup", "cardio", "recovery")


def breaches_of(workout: Workout, athlete: Athlete, week: int) -> Iterator[Breach]:
    """Yield what a workout breaks, given the number of its week."""
    if workout.kind is Kind.RECOVERY:
        return
    yield from _health(workout, athlete)
    yield from _equipment(workout, athlete)
    yield from _flags(workout)
    if workout.is_race:
        return
    yield from _minutes_of_parts(workout)
    if not workout.steps:
        text = "without steps its warm-up, order and length cannot be judged"
        yield warning("R32", workout.day, f"{named(workout)}: {text}")
        return
    for rule in (_lengths, _warm_up, _cool_down, _order, _neighbours):
        yield from rule(workout, athlete)
    if athlete.level is Level.BEGINNER and week <= BEGINNER_STARTS:
        yield from _starting(workout)


def _breach(rule: str, workout: Workout, text: str) -> Breach:
    return judging.breach(rule, workout.day, f"{named(workout)}: {text}")


def _health(workout: Workout, athlete: Athlete) -> Iterator[Breach]:
    """H.1, R13, F.4: what waits for a professional's word, or is never asked of this body."""
    if athlete.see_professional and means.is_hard(workout):
        yield _breach("H.1", workout, "hard work waits until a professional has said that it is fine")
    if workout.kind is not Kind.HYBRID:
        return
    level = workout.level or 1
    if not 1 <= level <= MOST_CIRCUIT_LEVEL:
        yield _breach("R13", workout, f"there are circuits of level 1 to {MOST_CIRCUIT_LEVEL}, not {level}")
    elif level == MOST_CIRCUIT_LEVEL and Limit.PREGNANCY in athlete.limits:
        yield _breach("R13", workout, "no circuit of level 3 in pregnancy")


def _flags(workout: Workout) -> Iterator[Breach]:
    """What a file or a hand may leave out: the rules look at the steps too, the screens at the mark."""
    if means.tires_legs(workout) and not workout.leg_heavy:
        text = "its sets are heavy for the legs, and it is not marked so"
        yield warning("R32", workout.day, f"{named(workout)}: {text}")
    elif means.is_hard(workout) and not workout.hard:
        yield warning("R32", workout.day, f"{named(workout)}: it is hard, and not marked so")


def _minutes_of_parts(workout: Workout) -> Iterator[Breach]:
    if workout.minutes != workout.run_minutes + workout.strength_minutes:
        yield _breach("R14", workout, "its minutes of running and strength do not add up")
    if workout.kind is not Kind.RUN and workout.minutes > LONGEST_STRENGTH:
        yield _breach("R14", workout, f"{workout.minutes} min are more than the {LONGEST_STRENGTH} that do good")
    if workout.run_minutes > LONGEST_RUN:
        yield _breach("C.6", workout, f"no training run is longer than {LONGEST_RUN} min: it tires more than it trains")
    if workout.kind is Kind.COMBO:
        yield from _combo(workout)


def _combo(workout: Workout) -> Iterator[Breach]:
    for part, minutes, (least, most) in (
        ("run", workout.run_minutes, COMBO_RUN),
        ("strength", workout.strength_minutes, COMBO_STRENGTH),
    ):
        if not least <= minutes <= most:
            text = f"its {part} part takes {minutes} min, {least} to {most} keep it one easy session"
            yield warning("R12", workout.day, f"{named(workout)}: {text}")
    kinds = [step.kind for step in workout.steps]
    ran = [i for i, step in enumerate(workout.steps) if step.is_run]
    if StepKind.SET in kinds and ran and kinds.index(StepKind.SET) < ran[-1]:
        yield _breach("R12", workout, "the easy run comes first, strength after it")


def _lengths(workout: Workout, athlete: Athlete) -> Iterator[Breach]:
    estimate = session_minutes(workout.steps)
    if abs(estimate - workout.minutes) > means.length_tolerance(workout.minutes):
        yield _breach("R14", workout, f"planned for {workout.minutes} min, but its steps take about {estimate}")
    if estimate > athlete.minutes[workout.day.weekday()]:
        yield _breach("H1", workout, f"its steps take about {estimate} min, more than the day has")


def _warm_up(workout: Workout, athlete: Athlete) -> Iterator[Breach]:
    del athlete
    steps = [step for step in workout.steps if step.kind is StepKind.WARMUP]
    patterns = _patterns(steps)
    if _minutes(steps) < (3 if workout.minutes <= SHORT_SESSION else 5):
        yield _breach("R21", workout, "its warm-up is too short to get ready in")
    elif not any(p in _RAISES for p in patterns) or "mobility" not in patterns:
        yield _breach("R21", workout, "its warm-up needs something to get warm and something for mobility")


def _cool_down(workout: Workout, athlete: Athlete) -> Iterator[Breach]:
    del athlete
    steps = [step for step in workout.steps if step.kind is StepKind.COOLDOWN]
    patterns = _patterns(steps)
    if _minutes(steps) < (2 if workout.minutes <= SHORT_SESSION else 3):
        yield _breach("R21", workout, "its cool-down is missing or too short to wind down in")
    elif not any(p in _RAISES for p in patterns) or patterns.count("stretch") < 2:
        yield _breach("R21", workout, "its cool-down needs easy movement and two stretches")


def _minutes(steps: Sequence[Step]) -> float:
    return sum(step_seconds(step) for step in steps) / 60


def _patterns(steps: Sequence[Step]) -> list[str]:
    return [exercise.pattern for step in steps if (exercise := exercise_of(step)) is not None]


def _order(workout: Workout, athlete: Athlete) -> Iterator[Breach]:
    del athlete
    sets = [e for s in workout.steps if s.is_lift and (e := exercise_of(s)) is not None]
    for before, after in pairwise(sets):
        if _turn(before) > _turn(after):
            yield _breach("R16", workout, f"{after.name} belongs before {before.name}, while fresh")
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
        if _too_heavy_for_youth(exercise, step, athlete):
            yield _breach("F.1", workout, f"{exercise.name}: below {ADULT} strength is technique, without weights")
        limit = excluded_by(exercise, athlete.limits)
        if limit is not None:
            yield _breach("R26", workout, f"{exercise.name} is left out because of {limit.value}")


def _too_heavy_for_youth(exercise: Exercise, step: Step, athlete: Athlete) -> bool:
    return is_young(athlete) and step.logs_sets and not exercise.possible_with(_YOUNG_EQUIPMENT)


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
