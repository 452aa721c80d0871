"""Which weights there are, by kind of equipment: the usual sizes, or the athlete's own bar and plates.

Source: science.md B.4, B.5. All sums are in whole thousandths of the unit (grams for
kilograms), so nothing is lost to floating point. Plates in kilograms and in pounds are
never mixed.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache, reduce
from math import gcd
from typing import Self

from hybridtui.domain.athlete import Athlete, Plates
from hybridtui.domain.units import Load, WeightUnit

Inventory = Sequence[tuple[Load, int]]
"""Plates: their weight, and how many pairs of it there are."""


def _pairs(unit: WeightUnit, *plates: tuple[float, int]) -> tuple[tuple[Load, int], ...]:
    return tuple((Load(value, unit), pairs) for value, pairs in plates)


DEFAULT_KG = _pairs(WeightUnit.KG, (25, 1), (20, 4), (15, 1), (10, 2), (5, 1), (2.5, 1), (1.25, 1))
"""Plates of a usual gym: weight and how many pairs."""

DEFAULT_LB = _pairs(WeightUnit.LB, (45, 6), (35, 1), (25, 1), (10, 2), (5, 1), (2.5, 1))
"""The same in pounds."""

USUAL_PLATES = {WeightUnit.KG: DEFAULT_KG, WeightUnit.LB: DEFAULT_LB}

BARS = {
    WeightUnit.KG: (Load(20), Load(15), Load(10)),
    WeightUnit.LB: (Load(45, WeightUnit.LB), Load(35, WeightUnit.LB)),
}
"""Usual bars, the most usual first."""


def milli(load: Load) -> int:
    """Return a weight in whole thousandths of its unit."""
    return round(load.value * 1000)


@dataclass(frozen=True, slots=True)
class SteppedRack:
    """Weights in even steps, in thousandths: from each start on, by each step, without an end."""

    steps: tuple[tuple[int, int], ...]

    def at_or_below(self, weight: int) -> int:
        """Return the heaviest weight not above ``weight``, but never below the lightest."""
        start, step = next((s for s in reversed(self.steps) if s[0] <= weight), self.steps[0])
        return start + max(0, weight - start) // step * step

    def above(self, weight: int) -> int:
        """Return the lightest weight above ``weight``."""
        below = self.at_or_below(weight)
        if below > weight:
            return below
        return below + next(step for start, step in reversed(self.steps) if start <= below)


@dataclass(frozen=True, slots=True)
class PlateRack:
    """Everything that can be built from one bar and some pairs of plates, in thousandths."""

    bar: Load
    inventory: tuple[tuple[Load, int], ...]
    _grain: int
    """What all pairs are multiples of."""
    _sums: int
    """Bit n is set if the pairs can make n grains."""

    @classmethod
    def of(cls, bar: Load, inventory: Inventory) -> Self:
        """Work out what ``bar`` and ``inventory``, of one unit, can be built up to."""
        pairs = [(2 * milli(plate), count) for plate, count in inventory]
        grain = reduce(gcd, (weight for weight, _ in pairs), 0) or 1
        sums = 1
        for weight, count in pairs:
            for _ in range(count):
                sums |= sums << weight // grain
        return cls(bar, tuple(inventory), grain, sums)

    def at_or_below(self, weight: int) -> int:
        """Return the heaviest weight not above ``weight``, but never less than the bar."""
        room = max(0, weight - milli(self.bar)) // self._grain
        fitting = self._sums & ((1 << (room + 1)) - 1)
        return milli(self.bar) + (fitting.bit_length() - 1) * self._grain

    def above(self, weight: int) -> int:
        """Return the lightest weight above ``weight``; ``weight`` itself if all plates are on the bar."""
        if weight < milli(self.bar):
            return milli(self.bar)
        first = (weight - milli(self.bar)) // self._grain + 1
        heavier = self._sums >> first
        if not heavier:
            return weight
        return milli(self.bar) + (first + (heavier & -heavier).bit_length() - 1) * self._grain


Rack = SteppedRack | PlateRack

_KG = {
    "barbell": SteppedRack(((10_000, 2_500),)),
    "dumbbell": SteppedRack(((1_000, 1_000), (10_000, 2_500))),
    "kettlebell": SteppedRack(((4_000, 2_000), (12_000, 4_000))),
    "cable": SteppedRack(((2_500, 2_500),)),
    "machine": SteppedRack(((5_000, 5_000),)),
    "medicine_ball": SteppedRack(((1_000, 1_000),)),
    "": SteppedRack(((2_500, 2_500),)),
}
_LB = {
    "barbell": SteppedRack(((35_000, 5_000),)),
    "dumbbell": SteppedRack(((2_500, 2_500), (10_000, 5_000))),
    "kettlebell": SteppedRack(((5_000, 5_000),)),
    "cable": SteppedRack(((5_000, 5_000),)),
    "machine": SteppedRack(((10_000, 10_000),)),
    "medicine_ball": SteppedRack(((2_000, 2_000),)),
    "": SteppedRack(((5_000, 5_000),)),
}
_USUAL = {WeightUnit.KG: _KG, WeightUnit.LB: _LB}
"""By equipment, what decides first; "" is what is hung on the body. Usual sizes: a product decision."""


@dataclass(frozen=True, slots=True)
class Racks:
    """The weights an athlete trains with: usual ones, but for a bar and plates of their own."""

    own: PlateRack | None = None

    @classmethod
    def of(cls, athlete: Athlete) -> Self:
        """Return the weights that ``athlete`` has told of."""
        return cls(_own(athlete.bar, athlete.plates))

    def rack(self, equipment: Iterable[frozenset[str]], unit: WeightUnit) -> Rack:
        """Return the weights in ``unit`` of an exercise; ``equipment`` are its alternatives.

        The athlete's own bar counts for loads in its own unit: in the other one it would
        make weights that nobody can read off the plates.
        """
        found = weighted(equipment)
        if self.own is not None and self.own.bar.unit is unit and "barbell" in found:
            return self.own
        racks = _USUAL[unit]
        return next((rack for kind, rack in racks.items() if kind in found), racks[""])


USUAL = Racks()
"""Of an athlete who has told of no bar and no plates."""


@lru_cache(maxsize=8)
def _own(bar: Load | None, plates: tuple[Plates, ...]) -> PlateRack | None:
    """Return what can be built; the part not told of is a usual gym's."""
    if bar is None and not plates:
        return None
    unit = bar.unit if bar is not None else plates[0].weight.unit
    usual = USUAL_PLATES[unit]
    return PlateRack.of(bar or BARS[unit][0], tuple((p.weight, p.pairs) for p in plates) or usual)


def weighted(equipment: Iterable[frozenset[str]]) -> frozenset[str]:
    """Return the equipment that comes with a number on it."""
    return frozenset(item for way in equipment for item in way if item in _KG)
