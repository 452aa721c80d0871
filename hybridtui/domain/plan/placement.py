"""Which session on which day: every legal week is tried and the cheapest taken.

Exhaustive search with pruning. Rules H1-H8 and H11 are never bent here; where they
leave nothing, the caller comes back with another mix. Ties go to the smallest day
vector in the order of the sketches. Source: science.md E.2, E.4, E.5.

What a week holds is one integer: seven bits, Monday first, for each Trait. A session
on a day sets some of these bits and forbids others, so a rule between two sessions
is one AND.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum

from hybridtui.domain.calendar import Weekday
from hybridtui.domain.plan import costs
from hybridtui.domain.plan.definitions import Region
from hybridtui.domain.plan.frame import Frame
from hybridtui.domain.plan.sketch import Sketch
from hybridtui.domain.workout import Kind

_NEAR = 1e-9
"""Costs closer than this are the same."""


@dataclass(frozen=True, slots=True)
class Placement:
    """A day for each sketch, in their order, and what it costs."""

    days: tuple[Weekday, ...]
    cost: float


class Trait(IntEnum):
    """What a day can hold, as far as the rules care: the place of its seven bits."""

    RUN = 0
    STRENGTH = 7
    BOTH = 14
    """A circuit or combo: nothing goes beside it."""
    LONG = 21
    QUALITY = 28
    HARD = 35
    HARD_RUN = 42
    LEGS = 49
    """Leg-heavy."""
    NOT_AFTER_LEGS = 56
    CIRCUIT = 63
    LEG_WORK = 70
    """Strength that is not upper body only."""
    QUADS = 77
    POSTERIOR = 84
    PUSH = 91
    PULL = 98

    def on(self, *days: int) -> int:
        """Return this trait's bits for ``days``, counted cyclically."""
        return sum(1 << (self + day % 7) for day in days)

    def days(self, week: int) -> int:
        """Return the days of ``week`` that have this trait, as seven bits."""
        return week >> self & costs.WEEK


_TRAIT_OF_REGION = {
    Region.QUADS: Trait.QUADS,
    Region.POSTERIOR: Trait.POSTERIOR,
    Region.PUSH: Trait.PUSH,
    Region.PULL: Trait.PULL,
}


def _traits(sketch: Sketch, frame: Frame) -> frozenset[Trait]:
    asked = {
        Trait.RUN: sketch.kind is not Kind.STRENGTH,
        Trait.STRENGTH: sketch.kind is not Kind.RUN,
        Trait.BOTH: sketch.fills_its_day,
        Trait.LONG: sketch.long,
        Trait.QUALITY: sketch.quality,
        Trait.HARD: sketch.hard,
        Trait.HARD_RUN: sketch.hard_run,
        Trait.LEGS: sketch.leg_heavy,
        Trait.NOT_AFTER_LEGS: frame.beginner or not sketch.fine_after_legs,
        Trait.CIRCUIT: sketch.kind is Kind.HYBRID,
        Trait.LEG_WORK: not sketch.upper_only,
    }
    return frozenset(trait for trait, held in asked.items() if held) | {_TRAIT_OF_REGION[r] for r in sketch.regions}


_NEVER_NEXT = (Trait.HARD_RUN, Trait.CIRCUIT, *_TRAIT_OF_REGION.values())
"""What two neighbouring days must not both hold (H6, R13, H5)."""


def _forbidden_nearby(traits: frozenset[Trait], day: int) -> int:
    """Bits of the days before and after that this session rules out (H3-H6, R6, R13)."""
    bits = sum(trait.on(day - 1, day + 1) for trait in _NEVER_NEXT if trait in traits)
    if Trait.LEGS in traits:
        bits |= Trait.NOT_AFTER_LEGS.on(day + 1)
    if Trait.NOT_AFTER_LEGS in traits:
        bits |= Trait.LEGS.on(day - 1)
    return bits


def _forbidden_beside(traits: frozenset[Trait], day: int, frame: Frame) -> int:
    """Bits of the same day that this session rules out (H7, R11, E.3)."""
    if not frame.doubles or Trait.BOTH in traits or Trait.LONG in traits:
        return Trait.RUN.on(day) | Trait.STRENGTH.on(day)
    bits = Trait.BOTH.on(day) | Trait.LONG.on(day)
    bits |= Trait.RUN.on(day) if Trait.RUN in traits else Trait.STRENGTH.on(day)
    if frame.slots[day] < 2 or frame.beginner:
        # Legs that have just run fast, or will at once, need six hours between (E.3).
        bits |= Trait.LEG_WORK.on(day) if Trait.QUALITY in traits else 0
        bits |= Trait.QUALITY.on(day) if Trait.LEG_WORK in traits else 0
    return bits


@dataclass(frozen=True, slots=True)
class _Move:
    """One session on one day: the bits it sets, and those it cannot bear."""

    day: Weekday
    sets: int
    forbids: int


def _moves(sketch: Sketch, frame: Frame, sunday_before: Sequence[Sketch]) -> tuple[_Move, ...]:
    traits = _traits(sketch, frame)
    monday_free = border_agrees(sunday_before, (sketch,), beginner=frame.beginner)
    return tuple(
        _Move(
            day,
            sum(trait.on(day) for trait in traits),
            _forbidden_nearby(traits, day) | _forbidden_beside(traits, day, frame),
        )
        for day in frame.available
        if frame.has_room(sketch, day) and (day is not Weekday.MON or monday_free)
    )


def border_agrees(sunday: Sequence[Sketch], monday: Sequence[Sketch], *, beginner: bool) -> bool:
    """Return whether a Monday may follow another week's Sunday (H3-H6, R13 across the border)."""
    return all(_follows(before, after, beginner) for before in sunday for after in monday)


def _follows(before: Sketch, after: Sketch, beginner: bool) -> bool:
    if before.leg_heavy and (beginner or not after.fine_after_legs):
        return False
    if before.hard_run and after.hard_run:
        return False
    if before.kind is Kind.HYBRID and after.kind is Kind.HYBRID:
        return False
    return not before.regions & after.regions


def on_day(sketches: Sequence[Sketch], days: Sequence[Weekday], day: Weekday) -> tuple[Sketch, ...]:
    """Return the sketches that a pattern puts on ``day``."""
    return tuple(s for s, d in zip(sketches, days, strict=True) if d is day)


def place(sketches: Sequence[Sketch], frame: Frame, sunday_before: Sequence[Sketch] = ()) -> Placement | None:
    """Return the cheapest legal week, or None if there is none.

    ``sunday_before`` are the sessions of the Sunday before, if that week had another
    pattern: borders between weeks count like any other night.
    """
    return _Search(tuple(sketches), frame, tuple(sunday_before)).best()


def cost_of(
    sketches: Sequence[Sketch], days: Sequence[Weekday], frame: Frame, sunday_before: Sequence[Sketch] = ()
) -> float | None:
    """Return what a given pattern costs, or None if a rule forbids it."""
    search = _Search(tuple(sketches), frame, tuple(sunday_before))
    week, minutes = 0, [0] * 7
    for sketch, wanted, moves in zip(sketches, days, search.moves, strict=True):
        move = next((m for m in moves if m.day is wanted), None)
        if move is None or not search.legal(week, minutes, sketch, move):
            return None
        week |= move.sets
        minutes[move.day] += sketch.minutes
    return search.cost(week, tuple(days))


class _Search:
    """Depth first through the sketches in their order, days from Monday on."""

    def __init__(self, sketches: tuple[Sketch, ...], frame: Frame, sunday_before: tuple[Sketch, ...]) -> None:
        self._sketches = sketches
        self._frame = frame
        self._best: Placement | None = None
        self._runs = sum(s.kind is not Kind.STRENGTH for s in sketches)
        self._strengths = sum(s.kind is not Kind.RUN for s in sketches)
        self._open_days = sum(1 << day for day in frame.available)
        self._off_days = costs.WEEK & ~(1 << frame.long_day)
        usable = min(len(frame.available), 7 - frame.rest_days)
        self._doubling = costs.DOUBLE if usable < len(frame.available) else 0.0
        """What a double day costs for certain, because an available day stays empty anyway."""
        self._least_doubles = max(0, len(sketches) - usable)
        self.moves = tuple(_moves(sketch, frame, sunday_before) for sketch in sketches)

    def best(self) -> Placement | None:
        """Search, and return what was found."""
        self._descend(0, [0] * 7, ())
        return self._best

    def legal(self, week: int, minutes: Sequence[int], sketch: Sketch, move: _Move) -> bool:
        """Return whether a session may go where ``move`` says (H1-H8, H11, R13)."""
        if week & move.forbids or minutes[move.day] + sketch.minutes > self._frame.caps[move.day]:
            return False
        after = week | move.sets
        used = Trait.RUN.days(after) | Trait.STRENGTH.days(after)
        if 7 - used.bit_count() < self._frame.rest_days:
            return False
        return Trait.HARD.days(after).bit_count() <= self._frame.hard_days

    def cost(self, week: int, days: Sequence[Weekday]) -> float:
        """Return the whole soft cost of a placed week (E.4)."""
        loads = [0.0] * 7
        for sketch, day in zip(self._sketches, days, strict=True):
            loads[day] += costs.effort(sketch) * sketch.minutes
        return self._off_day(week) + self._pattern(week) + costs.monotony_cost(loads)

    def _pattern(self, week: int) -> float:
        runs, strengths = Trait.RUN.days(week), Trait.STRENGTH.days(week)
        return costs.pattern_cost(
            runs=runs,
            strengths=strengths,
            legs=Trait.LEGS.days(week),
            longs=Trait.LONG.days(week),
            qualities=Trait.QUALITY.days(week),
            doubles=runs & strengths & ~Trait.BOTH.days(week),
            available=self._open_days,
        )

    def _off_day(self, week: int) -> float:
        return costs.LONG_DAY if week >> Trait.LONG & self._off_days else 0.0

    def _descend(self, week: int, minutes: list[int], days: tuple[Weekday, ...]) -> None:
        depth = len(days)
        if depth == len(self._sketches):
            self._consider(week, days)
            return
        if self._best is not None and self._least(week) > self._best.cost - _NEAR:
            return
        sketch = self._sketches[depth]
        # Twins in the other order are the same week.
        twin_of = days[-1] if depth and sketch == self._sketches[depth - 1] else None
        for move in self.moves[depth]:
            if twin_of is not None and move.day <= twin_of:
                continue
            if self.legal(week, minutes, sketch, move):
                minutes[move.day] += sketch.minutes
                self._descend(week | move.sets, minutes, (*days, move.day))
                minutes[move.day] -= sketch.minutes

    def _least(self, week: int) -> float:
        """A bound: what this week costs already, however it is completed."""
        runs, strengths, legs = Trait.RUN.days(week), Trait.STRENGTH.days(week), Trait.LEGS.days(week)
        hard = Trait.LONG.days(week) | legs
        doubles = (runs & strengths & ~Trait.BOTH.days(week)).bit_count()
        return (
            self._off_day(week)
            + self._doubling * max(doubles, self._least_doubles)
            + costs.RUN_AFTER_LEGS * (costs.next_days(legs) & runs).bit_count()
            + costs.NO_REST_AFTER_HARD * (costs.next_days(hard) & (runs | strengths)).bit_count()
            + costs.RUN_GAP * costs.least_unevenness(runs, self._runs)
            + costs.STRENGTH_GAP * costs.least_unevenness(strengths, self._strengths)
        )

    def _consider(self, week: int, days: tuple[Weekday, ...]) -> None:
        if self._best is not None and self._off_day(week) + self._pattern(week) > self._best.cost - _NEAR:
            return
        cost = self.cost(week, days)
        if self._best is None or cost < self._best.cost - _NEAR:
            self._best = Placement(days, cost)
