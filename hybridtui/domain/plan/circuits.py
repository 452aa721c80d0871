"""Circuits: stations by the clock, a short run after every two. Source: science.md F.4, R13, R16, I.8."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from hybridtui.domain.exercises import Exercise
from hybridtui.domain.plan.bookends import Bookends, cool_down, strength_warm_up, usual
from hybridtui.domain.plan.choice import Means, core_patterns, suited
from hybridtui.domain.plan.templates import CORE
from hybridtui.domain.workout import Step, StepKind, Why

_SEQUENCE = ("lunge", "push_h", CORE, "cardio", "squat", "pull_h", CORE, "cardio", "bridge", "push_v")
"""Lower, upper, core, cardio, in turn; a lunge in every circuit (R17)."""

_GENTLE_CARDIO = ("step_jack", "march_in_place")
_CARDIO = {
    1: _GENTLE_CARDIO,
    2: ("jumping_jack", "high_knees", "jump_rope", *_GENTLE_CARDIO),
    3: ("burpee", "jumping_jack", "high_knees", "jump_rope", *_GENTLE_CARDIO),
}
_GROUP = 1
_PER_BLOCK = 2
"""Stations between two stretches of running."""

_SHORTEST_RUN, _LONGEST_RUN = 30, 150
_STATION_PRICE = 20
"""Seconds of odd run length that one block less is worth."""


@dataclass(frozen=True, slots=True)
class Level:
    """What a level asks for."""

    work_s: int
    rest_s: int
    stations: int
    run_s: int
    station_rpe: float
    run_rpe: float


LEVELS = {
    1: Level(30, 30, 6, 60, 6.0, 4.0),
    2: Level(40, 20, 8, 90, 6.5, 6.0),
    3: Level(45, 15, 10, 120, 6.5, 7.0),
}
"""Work and rest of F.4. Stations stop well short of failure: what is hard is the whole, not a set."""


@dataclass(frozen=True, slots=True)
class Circuit:
    """A circuit, ready to be walked through."""

    steps: tuple[Step, ...]
    exercises: tuple[Exercise, ...]
    rounds: int


@dataclass(frozen=True, slots=True)
class _Shape:
    stations: int
    rounds: int
    run_s: int


def circuit(minutes: int, level: int, means: Means, *, walks: bool = False) -> Circuit:
    """Return a circuit of so many minutes, warm-up and cool-down included.

    With ``walks`` the runs between stations are jogged or marched.
    """
    asked = LEVELS[level]
    ends = usual(minutes)
    stations = _stations(asked, level, means)
    shape = _shape(minutes * 60 - ends.seconds, asked, len(stations))
    stations = stations[: shape.stations]
    work = tuple(_round(stations, shape, asked, walks))
    left = minutes * 60 - ends.seconds - _length(shape)
    ends = Bookends(ends.before + left // 60 * 30, ends.after + left - left // 60 * 30)
    muscles = [exercise.primary for exercise in stations]
    steps = (*strength_warm_up(ends.before, stations, means), *work, *cool_down(ends.after, muscles, means))
    return Circuit(steps, stations, shape.rounds)


def _stations(asked: Level, level: int, means: Means) -> tuple[Exercise, ...]:
    """Exercises of which no two neighbours work the same muscle, the last and the first included (R16)."""
    chosen: list[Exercise] = []
    for slot in _SEQUENCE[: asked.stations]:
        for exercise in _fitting(slot, level, means, chosen):
            if exercise not in chosen and (not chosen or chosen[-1].primary != exercise.primary):
                chosen.append(exercise)
                break
    while len(chosen) % _PER_BLOCK or (len(chosen) > _PER_BLOCK and chosen[-1].primary == chosen[0].primary):
        chosen.pop()
    return tuple(chosen)


def _fitting(slot: str, level: int, means: Means, chosen: Sequence[Exercise]) -> Iterator[Exercise]:
    if slot == "cardio":
        allowed = suited("cardio", means)
        yield from (e for name in _CARDIO[level] for e in allowed if e.id == name)
    elif slot == CORE:
        for pattern in core_patterns((e.pattern for e in chosen), means):
            yield from suited(pattern, means)
    else:
        yield from suited(slot, means)


def _shape(room: int, asked: Level, available: int) -> _Shape:
    """The stations, rounds and run length that fill the time, nearest to what the level asks for."""
    best: tuple[float, _Shape] | None = None
    for stations in range(min(asked.stations, available), 0, -_PER_BLOCK):
        for rounds in range(1, 7):
            runs = rounds * stations // _PER_BLOCK
            run_s = (room - rounds * stations * (asked.work_s + asked.rest_s)) // runs // 15 * 15
            if not _SHORTEST_RUN <= run_s <= _LONGEST_RUN:
                continue
            odd = abs(run_s - asked.run_s) + _STATION_PRICE * (asked.stations - stations) / _PER_BLOCK
            if best is None or odd < best[0]:
                best = (odd, _Shape(stations, rounds, run_s))
    return best[1] if best is not None else _Shape(_PER_BLOCK, 1, _SHORTEST_RUN)


def _length(shape: _Shape) -> int:
    """Seconds of all rounds; work and rest of a station are a minute at every level."""
    return shape.rounds * (shape.stations * 60 + shape.stations // _PER_BLOCK * shape.run_s)


def _round(stations: Sequence[Exercise], shape: _Shape, asked: Level, walks: bool) -> Iterator[Step]:
    for index, exercise in enumerate(stations):
        yield Step(
            kind=StepKind.STATION,
            title=exercise.name,
            exercise=exercise.id,
            sets=shape.rounds,
            seconds=asked.work_s,
            rest_s=asked.rest_s,
            rpe=asked.station_rpe,
            group=_GROUP,
            why=(Why("R13", f"{asked.work_s} s of work, {asked.rest_s} s to breathe and change; both sides in turn."),),
        )
        if index % _PER_BLOCK:
            yield Step(
                kind=StepKind.INTERVAL,
                title="Easy jog or march" if walks else "Run",
                sets=shape.rounds,
                seconds=shape.run_s,
                rpe=asked.run_rpe,
                zone="E" if walks else None,
                group=_GROUP,
                why=(Why("R13", "The run between the stations makes half of it running."),),
            )
