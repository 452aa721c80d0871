"""A planned workout as a watch walks through it: single steps, and jumps back that repeat them. Source: formats.md 1.2.

A watch knows no sets, supersets or sides: so a set and its rest are two steps that are
repeated, the rounds of a group are one after another, and a hold on each side is two. In
an AMRAP the watch keeps the time and a note says what to do; in an EMOM each station is
as long as its turn.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import groupby

from hybridtui.domain.guide import BETWEEN_MEMBERS_S, is_superset, target_reps
from hybridtui.domain.running.zones import EASY_MIDDLE, EASY_SHARES
from hybridtui.domain.units import Load, clock, decimal
from hybridtui.domain.workout import Form, Kind, Step, StepKind, Workout

EASY_ZONE = "E"
PACE_SHARE = 0.03
"""So much faster or slower than asked is still as asked, outside easy running (a product decision)."""


class Intensity(StrEnum):
    """What a watch calls a step."""

    ACTIVE = "active"
    REST = "rest"
    WARMUP = "warmup"
    COOLDOWN = "cooldown"
    RECOVERY = "recovery"


@dataclass(frozen=True, slots=True, kw_only=True)
class WatchStep:
    """One thing to do; it ends after its seconds, metres or reps, or, without any, at the push of a button."""

    name: str
    intensity: Intensity
    seconds: int | None = None
    metres: float | None = None
    reps: int | None = None
    speeds: tuple[float, float] | None = None
    """The slowest and fastest to keep to, m/s."""
    exercise: str | None = None
    """Id of the exercise."""
    load: Load | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Repeat:
    """A jump back to an earlier step, until it and what follows it were done so often."""

    first: int
    times: int


Walk = tuple[WatchStep | Repeat, ...]


@dataclass(frozen=True, slots=True)
class WatchWorkout:
    """What one file tells a watch."""

    title: str
    kind: Kind
    """Run, strength, or hybrid."""
    steps: Walk


def watch_workouts(workout: Workout) -> Iterator[WatchWorkout]:
    """Yield what is to be told of a workout: nothing of other sports, of a combo its run and then its strength.

    A watch records one sport at a time, and counts no reps in a run.
    """
    if workout.kind in (Kind.RECOVERY, Kind.OTHER) or not workout.steps:
        return
    if workout.kind is not Kind.COMBO:
        yield WatchWorkout(workout.title, workout.kind, walk(workout.steps))
        return
    running = [at for at, step in enumerate(workout.steps) if step.kind in (StepKind.INTERVAL, StepKind.RECOVERY)]
    last = max(running, default=-1) + 1
    run, _, strength = workout.title.partition(", then ")
    if workout.steps[:last]:
        yield WatchWorkout(run, Kind.RUN, walk(workout.steps[:last]))
    if workout.steps[last:]:
        yield WatchWorkout((strength or run).capitalize(), Kind.STRENGTH, walk(workout.steps[last:]))


def walk(steps: Sequence[Step]) -> Walk:
    """Return the steps of a watch, in order."""
    told: list[WatchStep | Repeat] = []
    for (form, group), together in groupby(steps, key=lambda step: (step.form, step.group)):
        members = list(together)
        if form is Form.AMRAP:
            told.append(_amrap(members))
        elif group is None:
            for step in members:
                _rounds(told, (step,))
        else:
            _rounds(told, members)
    return tuple(told)


def _rounds(told: list[WatchStep | Repeat], members: Sequence[Step]) -> None:
    """Tell a step, or a group of them round by round; a member with fewer sets drops out of the later rounds.

    Rounds that are alike are repeated; those that aim at other reps are told one by one.
    """
    done = 0
    alike = not any(len(set(step.aims)) > 1 for step in members)
    for count in sorted({step.sets for step in members}) if alike else range(1, max(s.sets for s in members) + 1):
        left = [step for step in members if step.sets > done]
        parts = [part for step in left for part in _once(step, done + 1, _rest(step, left, members))]
        _repeat(told, count - done, parts)
        done = count


def _rest(step: Step, round_: Sequence[Step], members: Sequence[Step]) -> int:
    if step.form is not None:
        return 0
    if not is_superset(members):
        return step.rest_s
    return max(each.rest_s for each in members) if step is round_[-1] else BETWEEN_MEMBERS_S


def _repeat(told: list[WatchStep | Repeat], times: int, steps: Sequence[WatchStep]) -> None:
    first = len(told)
    told += steps
    if times > 1:
        told.append(Repeat(first, times))


def _once(step: Step, number: int, rest_s: int) -> list[WatchStep]:
    """Return one set of a step, counted from 1, side by side if it is timed, and its rest."""
    told = [_told(step, number)]
    if step.per_side and told[0].seconds is not None:
        told = [replace(told[0], name=f"{step.title}, {side}") for side in ("left", "right")]
    if rest_s:
        told.append(WatchStep(name="Rest", intensity=Intensity.REST, seconds=rest_s))
    return told


_INTENSITIES = {
    StepKind.WARMUP: Intensity.WARMUP,
    StepKind.COOLDOWN: Intensity.COOLDOWN,
    StepKind.RECOVERY: Intensity.RECOVERY,
}


def _told(step: Step, number: int) -> WatchStep:
    on_the_minute = step.form is Form.EMOM
    reps = None if on_the_minute else target_reps(step, number)
    metres = None if on_the_minute or reps else step.distance_m
    return WatchStep(
        name=step.title,
        intensity=_INTENSITIES.get(step.kind, Intensity.ACTIVE),
        seconds=step.block_s if on_the_minute else None if reps or metres else step.seconds,
        metres=metres,
        reps=reps,
        speeds=_speeds(step),
        exercise=step.exercise,
        load=step.load,
        note=", ".join(_remarks(step)),
    )


def _speeds(step: Step) -> tuple[float, float] | None:
    if not step.pace_s_per_km:
        return None
    speed = 1000 / step.pace_s_per_km
    if step.zone == EASY_ZONE:
        slow, fast = EASY_SHARES
        return speed * slow / EASY_MIDDLE, speed * fast / EASY_MIDDLE
    return speed * (1 - PACE_SHARE), speed * (1 + PACE_SHARE)


def _remarks(step: Step) -> Iterator[str]:
    """Say what a watch has no field for."""
    if step.reps is not None and step.reps_max is not None and step.reps_max > step.reps:
        yield f"{step.reps}-{step.reps_max} reps"
    elif step.reps is not None and step.form is not None:
        yield f"{step.reps} reps"
    if step.form is Form.EMOM:
        yield f"then rest until {clock(step.block_s)} are over"
    if step.per_side and step.reps is not None:
        yield "on each side"
    if step.tempo:
        yield f"tempo {step.tempo}"
    if step.zone:
        yield f"zone {step.zone}"
    if step.rpe is not None:
        yield f"RPE {decimal(step.rpe, 1)}"


def _amrap(members: Sequence[Step]) -> WatchStep:
    stations = ", ".join(_amount(step) for step in members)
    return WatchStep(
        name=f"AMRAP {clock(members[0].block_s)}",
        intensity=Intensity.ACTIVE,
        seconds=members[0].block_s,
        note=f"As many rounds as you can: {stations}",
    )


def _amount(step: Step) -> str:
    if step.reps is not None:
        return f"{step.reps} {step.title}"
    if step.distance_m is not None:
        return f"{decimal(step.distance_m, 0)} m {step.title}"
    return f"{step.seconds} s {step.title}" if step.seconds is not None else step.title
