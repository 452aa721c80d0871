"""Another exercise in a plan, or the same one slower, from a day on. Source: science.md R28, R29, F.4.

Otherwise exercises change only from block to block. What was chosen stays chosen:
weeks that are drafted later get it as well.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date

from hybridtui.domain.athlete import Athlete
from hybridtui.domain.dates import day_and_month
from hybridtui.domain.estimate import session_seconds, set_seconds
from hybridtui.domain.exercises import Exercise, catalogue
from hybridtui.domain.ladder import SLOW_TEMPO
from hybridtui.domain.plan.aims import Stage
from hybridtui.domain.plan.check import check
from hybridtui.domain.plan.choice import YOUTH
from hybridtui.domain.plan.definitions import exercise_of, is_leg_heavy, loadable
from hybridtui.domain.plan.filling import turn
from hybridtui.domain.plan.mix import OLDER
from hybridtui.domain.plan.prescription import Prescription, lightened, prescribe
from hybridtui.domain.problems import Problem
from hybridtui.domain.ramp import is_ramp, ramp
from hybridtui.domain.workout import Kind, Plan, PlannedWeek, Step, StepKind, Swap, Why, Workout

_REST_STEP = 15
_LONGER_S = 45
"""An exchanged exercise may take so much longer."""

_SHORTEST_WALK_S = 60
"""What is left of the easy walk at either end of a session that gets longer."""

_LEAST_S = {StepKind.WARMUP: 300, StepKind.COOLDOWN: 180}
"""Warm-up and cool-down are not made shorter than this (R21)."""

_ACCEPTED = Why("R28", "You chose this exercise in place of another; it stays until you change it.")
_SLOWED = Why("R29", "Slower instead of harder: three seconds down, three seconds up.")


def with_exercise(plan: Plan, old: str, new: str, from_day: date) -> Plan:
    """Return the plan with one exercise in place of another in all strength work from a day on.

    Reps, effort and rests are prescribed anew; the length of the session stays, and so do
    the sets, unless each takes much longer than before.
    With ``new`` the same as ``old`` it is done slower.

    Raises:
        Problem: if one of them is not known, the plan does not hold ``old``, or a hard rule would be broken.
    """
    swap = Swap(old=old, new=new, day=from_day)
    for name in (old, new):
        if name not in catalogue():
            raise Problem(f"exercise: {name[:40]!r} is not in the library")
    changed = replace(_swapped(plan, swap), swaps=(*plan.swaps, swap))
    if changed.weeks == plan.weeks:
        since = day_and_month(from_day)
        raise Problem(f"exercise: from {since} on the plan holds no {catalogue()[old].name}: do it for today only")
    broken = {(b.rule, b.day) for b in check(changed) if b.hard} - {(b.rule, b.day) for b in check(plan) if b.hard}
    if broken:
        rule, day = min(broken)
        raise Problem(f"{catalogue()[new].name} would break {rule} on {day}; choose another exercise")
    return changed


def again(plan: Plan) -> Plan:
    """Return a plan whose weeks were drafted anew with the exercises the athlete has chosen before."""
    for swap in plan.swaps:
        plan = _swapped(plan, swap)
    return plan


def _swapped(plan: Plan, swap: Swap) -> Plan:
    return replace(plan, weeks=tuple(_week(week, plan, swap) for week in plan.weeks))


def _week(week: PlannedWeek, plan: Plan, swap: Swap) -> PlannedWeek:
    def changed(workout: Workout) -> Workout:
        holds = any(step.exercise == swap.old and step.is_lift for step in workout.steps)
        apart = workout.kind in (Kind.STRENGTH, Kind.COMBO) and workout.day >= swap.day
        return _workout(workout, week, plan, swap) if holds and apart else workout

    workouts = tuple(changed(workout) for workout in week.workouts)
    return week if workouts == week.workouts else replace(week, workouts=workouts)


def _workout(workout: Workout, week: PlannedWeek, plan: Plan, swap: Swap) -> Workout:
    new = catalogue()[swap.new]
    if any(step.exercise == swap.new and step.is_lift for step in workout.steps) and swap.old != swap.new:
        return workout  # it would stand there twice
    steps = list(_ramp_of(workout.steps, swap.old, new))
    exchange = (
        slower
        if swap.old == swap.new
        else _exchange(new, stage_of(plan.athlete, week.number, heavy=workout.leg_heavy), deload=week.deload)
    )
    steps = [exchange(step) if step.exercise == swap.old and step.is_lift else step for step in steps]
    ordered = tuple(_timed(list(_in_turn(steps)), workout.steps))
    return replace(workout, steps=ordered, leg_heavy=workout.leg_heavy or is_leg_heavy(ordered))


def stage_of(athlete: Athlete, week: int, *, heavy: bool = False) -> Stage:
    """Return where an athlete stands in a training week, for an exercise that is prescribed outside the drafting."""
    return Stage(
        level=athlete.level,
        week=week,
        heavy=heavy,
        gentle=athlete.see_professional,
        young=athlete.age is not None and athlete.age < YOUTH,
        slow=athlete.age is not None and athlete.age >= OLDER,
        goal=athlete.strength_goal,
    )


def _exchange(new: Exercise, stage: Stage, *, deload: bool) -> Callable[[Step], Step]:
    prescribed = prescribe(new, stage)

    def exchanged(step: Step) -> Step:
        asked = lightened(prescribed) if deload else prescribed
        fitted = _as_long(replace(asked, sets=step.sets), step)
        return replace(fitted.step(), why=(_ACCEPTED, *fitted.step().why))

    return exchanged


def _as_long(asked: Prescription, step: Step) -> Prescription:
    """Rests, and if need be fewer sets, that keep the exercise nearest to its length."""
    wanted = step.sets * set_seconds(step) + (step.sets - 1) * step.rest_s
    fitted = asked
    for sets in range(asked.sets, 0, -1):
        rests = range(asked.rest_least, asked.rest_most + 1, _REST_STEP)
        work = sets * asked.set_s
        rest = _nearest(rests, (wanted - work) / max(1, sets - 1))
        fitted = replace(asked, sets=sets, rest=rest)
        if work + (sets - 1) * rest <= wanted + _LONGER_S:
            break
    return fitted


def _nearest(values: Iterable[int], wanted: float) -> int:
    return min(values, key=lambda value: abs(value - wanted))


def slower(step: Step) -> Step:
    """Return a step as its slow variant: fewer reps in the same time, each of them six seconds long (R29)."""
    if step.reps is None or step.tempo == SLOW_TEMPO:
        return step
    slow = replace(step, tempo=SLOW_TEMPO, why=(_SLOWED, *step.why))
    share = set_seconds(step) / set_seconds(slow)
    most = max(step.reps, round((step.reps_max or step.reps) * share))
    return replace(slow, reps_max=most)


def _in_turn(steps: list[Step]) -> Iterator[Step]:
    """The sets in the order of R16; everything else stays where it is."""
    sets = sorted((step for step in steps if step.is_lift), key=_turn)
    after = iter(sets)
    yield from (next(after) if step.is_lift else step for step in steps)


def _turn(step: Step) -> int:
    exercise = exercise_of(step)
    return turn(exercise) if exercise is not None else 0


def _ramp_of(steps: Sequence[Step], old: str, new: Exercise) -> Iterator[Step]:
    """The steps with the ramp of the new lift for that of the old one, or none where it has no load."""
    ramps = iter(ramp(new) if loadable(new) else ())
    for step in steps:
        if not is_ramp(step) or step.exercise != old:
            yield step
        elif (other := next(ramps, None)) is not None:
            yield other


def _timed(steps: list[Step], before: Sequence[Step]) -> list[Step]:
    """Let the easy walks take up what warm-up and work have become shorter or longer by (R14), within R21."""
    for kind, ends in ((StepKind.WARMUP, (StepKind.WARMUP,)), (StepKind.COOLDOWN, tuple(StepKind))):
        spare = _length(before, ends) - _length(steps, ends)
        least = min(_LEAST_S[kind], _length(before, (kind,)))
        for index, step in enumerate(steps):
            if step.kind is kind and step.exercise == "brisk_walk" and step.seconds and spare:
                change = max(round(spare), -int(_length(steps, (kind,)) - least), _SHORTEST_WALK_S - step.seconds)
                steps[index] = replace(step, seconds=step.seconds + change)
                spare -= change
    return steps


def _length(steps: Sequence[Step], kinds: Sequence[StepKind]) -> float:
    return session_seconds(step for step in steps if step.kind in kinds)
