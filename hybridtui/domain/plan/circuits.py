"""Circuits: stations by the clock, a short run after every two. Source: science.md F.4, R13, R16, I.8."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from hybridtui.domain.estimate import SET_UP_S
from hybridtui.domain.exercises import Exercise, catalogue
from hybridtui.domain.plan.bookends import Bookends, cool_down, strength_warm_up, usual
from hybridtui.domain.plan.choice import FALLBACK, Means, suited
from hybridtui.domain.plan.circuit_templates import CARDIO, CircuitTemplate, template_of
from hybridtui.domain.workout import Step, StepKind, Why

_GROUP = 1
_PER_BLOCK = 2
"""Stations between two stretches of running."""

_MOST_ROUNDS = 6
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

    template: CircuitTemplate
    steps: tuple[Step, ...]
    exercises: tuple[Exercise, ...]
    rounds: int


@dataclass(frozen=True, slots=True)
class _Shape:
    stations: int
    rounds: int
    run_s: int
    set_up_s: int = 0
    """Of each station beyond its rest: what the estimate adds where rests are short (B.7)."""

    @property
    def seconds(self) -> int:
        """All rounds; work and rest of a station are a minute at every level."""
        return self.rounds * (self.stations * 60 + self.stations // _PER_BLOCK * self.run_s) + self.set_ups_s

    @property
    def set_ups_s(self) -> int:
        """Getting ready for all stations, beyond their rests."""
        return self.stations * self.set_up_s


_LEAST = _Shape(_PER_BLOCK, 1, _SHORTEST_RUN)


def circuit(minutes: int, level: int, means: Means, *, walks: bool = False) -> Circuit:
    """Return a circuit of so many minutes, warm-up and cool-down included.

    With ``walks`` the runs between stations are jogged or marched.
    """
    asked = LEVELS[level]
    ends = usual(minutes)
    room = minutes * 60 - ends.seconds
    template = _template(minutes, level, means)
    shape, stations = _fitted(template, room, means)
    left = room - shape.seconds
    ends = Bookends(ends.before + left // 60 * 30, ends.after + left - left // 60 * 30)
    muscles = [exercise.primary for exercise in stations]
    steps = (
        *strength_warm_up(ends.before, stations, means),
        *_round(stations, shape, asked, walks),
        *cool_down(ends.after, muscles, means),
    )
    return Circuit(template, steps, stations, shape.rounds)


def _template(minutes: int, level: int, means: Means) -> CircuitTemplate:
    """The variant with equipment, if it brings anything that the one without has not."""
    plain, kit = (template_of(minutes, level, kit=kit) for kit in (False, True))
    with_kit = stations_of(kit, means, len(kit.stations))
    return kit if any(frozenset() not in exercise.equipment for exercise in with_kit) else plain


def _fitted(template: CircuitTemplate, room: int, means: Means) -> tuple[_Shape, tuple[Exercise, ...]]:
    """The best shape that there are enough stations for; the least one where none has."""
    for shape in _shapes(room, LEVELS[template.level]):
        stations = stations_of(template, means, shape.stations, round_again=shape.rounds > 1)
        if len(stations) == shape.stations:
            return shape, stations
    return _LEAST, stations_of(template, means, _PER_BLOCK)


def stations_of(
    template: CircuitTemplate, means: Means, count: int, *, round_again: bool = True
) -> tuple[Exercise, ...]:
    """Return the first stations of a circuit for an athlete; no two neighbours work the same muscle (R16).

    What equipment, limits or level leave out is replaced. If it goes ``round_again``
    the last and the first are neighbours too. Fewer than ``count``: no more are possible.
    """
    chosen: list[Exercise] = []
    for index in range(len(template.stations)):
        if len(chosen) == count:
            break
        last = round_again and len(chosen) == count - 1
        near = {e.primary for e in (*chosen[-1:], *(chosen[:1] if last else ()))}
        found = next(
            (e for e in _candidates(template, index, means) if e not in chosen and e.primary not in near), None
        )
        if found is not None:
            chosen.append(found)
    return tuple(chosen)


def _candidates(template: CircuitTemplate, index: int, means: Means) -> Iterator[Exercise]:
    """What may stand at a station: what is named, then whatever else moves so, then what replaces that."""
    named = [catalogue()[name] for name in template.stations[index].split("|")]
    yield from (e for e in named if e in suited(e.pattern, means))
    pattern = named[0].pattern
    if pattern == "cardio":
        yield from (e for name in CARDIO[template.level] if (e := catalogue()[name]) in suited("cardio", means))
        return
    for other in (pattern, *FALLBACK.get(pattern, ())):
        if other != "plyo":
            yield from suited(other, means)


def _shapes(room: int, asked: Level) -> list[_Shape]:
    """The numbers of stations and rounds that fill the time, nearest to what the level asks for first."""
    fitting: list[tuple[float, _Shape]] = []
    set_up = max(0, SET_UP_S - asked.rest_s)
    for stations in range(asked.stations, 0, -_PER_BLOCK):
        for rounds in range(1, _MOST_ROUNDS + 1):
            runs = rounds * stations // _PER_BLOCK
            work = stations * (rounds * (asked.work_s + asked.rest_s) + set_up)
            run_s = (room - work) // runs // 15 * 15
            if _SHORTEST_RUN <= run_s <= _LONGEST_RUN:
                odd = abs(run_s - asked.run_s) + _STATION_PRICE * (asked.stations - stations) / _PER_BLOCK
                fitting.append((odd, _Shape(stations, rounds, run_s, set_up)))
    fitting.sort(key=lambda pair: pair[0])
    return [shape for _, shape in fitting] or [_LEAST]


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
