"""Which weights there are: plates on a bar, and the next one up or down. Source: science.md B.5, B.4.

All sums are in whole thousandths of the unit (grams for kilograms), so nothing is
lost to floating point. Plates in kilograms and in pounds are never mixed.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from hybridtui.domain.exercises import Exercise
from hybridtui.domain.units import Load, WeightUnit, decimal


def _pairs(unit: WeightUnit, *plates: tuple[float, int]) -> tuple[tuple[Load, int], ...]:
    return tuple((Load(value, unit), pairs) for value, pairs in plates)


DEFAULT_KG = _pairs(WeightUnit.KG, (25, 1), (20, 4), (15, 1), (10, 2), (5, 1), (2.5, 1), (1.25, 1))
"""Plates of a usual gym: weight and how many pairs."""

DEFAULT_LB = _pairs(WeightUnit.LB, (45, 6), (35, 1), (25, 1), (10, 2), (5, 1), (2.5, 1))
"""The same in pounds."""

BARS = {
    WeightUnit.KG: (Load(20), Load(15), Load(10)),
    WeightUnit.LB: (Load(45, WeightUnit.LB), Load(35, WeightUnit.LB)),
}
"""Usual bars, the most usual first."""


@dataclass(frozen=True, slots=True)
class Loading:
    """A loaded bar."""

    per_side: tuple[Load, ...]
    """Plates on each side, heaviest first."""
    total: Load
    """Bar and plates."""

    def __str__(self) -> str:
        """Say what goes on each side: ``25 + 2 × 1.25 kg a side``."""
        if not self.per_side:
            return "empty bar"
        counted = ((decimal(value), len(list(same))) for value, same in groupby(p.value for p in self.per_side))
        plates = " + ".join(f"{count} × {value}" if count > 1 else value for value, count in counted)
        return f"{plates} {self.total.unit} a side"


def per_side(target: Load, bar: Load, inventory: Sequence[tuple[Load, int]]) -> Loading | None:
    """Return the heaviest loading not above ``target``: fewest plates, then the heavier ones first.

    ``inventory`` names plates and how many pairs of each there are. None: the target
    is below the bar. Every sum that can be built is tried, since taking the biggest
    plate first is wrong:

    >>> one_each = [(Load(25), 1), (Load(20), 1), (Load(10), 1)]
    >>> str(per_side(Load(80), Load(20), one_each))
    '20 + 10 kg a side'

    Raises:
        ValueError: if a plate is in another unit than the bar, or weighs nothing.
    """
    unit = bar.unit
    if any(plate.unit is not unit or plate.value <= 0 for plate, _ in inventory):
        raise ValueError(f"every plate has to have a weight in {unit}, as the bar has")
    room = _milli(target.to(unit)) - _milli(bar)
    if room < 0:
        return None
    plates = [_milli(plate) for plate, pairs in inventory for _ in range(pairs)]
    best = _best_sums(sorted(plates, reverse=True), room // 2)
    heaviest = max(best)
    chosen = tuple(Load(milli / 1000, unit) for milli in best[heaviest])
    return Loading(chosen, Load((_milli(bar) + 2 * heaviest) / 1000, unit))


def _best_sums(plates: list[int], limit: int) -> dict[int, tuple[int, ...]]:
    """Return every sum up to ``limit`` with the best plates for it; ``plates`` fall in weight."""
    best: dict[int, tuple[int, ...]] = {0: ()}
    for plate in plates:
        for total, chosen in list(best.items()):
            new = total + plate
            if new <= limit and (new not in best or _rank((*chosen, plate)) < _rank(best[new])):
                best[new] = (*chosen, plate)
    return best


def _rank(plates: tuple[int, ...]) -> tuple[int, list[int]]:
    """Order loadings of one sum: fewest plates first, then the heavier ones first."""
    return len(plates), [-plate for plate in plates]


def _milli(load: Load) -> int:
    return round(load.value * 1000)


@dataclass(frozen=True, slots=True)
class _Rack:
    """The weights one kind of equipment comes in, in thousandths: from each start on, by each step."""

    steps: tuple[tuple[int, int], ...]

    def at_or_below(self, milli: int) -> int:
        """Return the heaviest weight not above ``milli``, but never below the lightest."""
        start, step = next((s for s in reversed(self.steps) if s[0] <= milli), self.steps[0])
        return start + max(0, milli - start) // step * step

    def above(self, milli: int) -> int:
        """Return the lightest weight above ``milli``."""
        below = self.at_or_below(milli)
        if below > milli:
            return below
        return below + next(step for start, step in reversed(self.steps) if start <= below)


_KG = {
    "barbell": _Rack(((10_000, 2_500),)),
    "dumbbell": _Rack(((1_000, 1_000), (10_000, 2_500))),
    "kettlebell": _Rack(((4_000, 2_000), (12_000, 4_000))),
    "cable": _Rack(((2_500, 2_500),)),
    "machine": _Rack(((5_000, 5_000),)),
    "medicine_ball": _Rack(((1_000, 1_000),)),
    "": _Rack(((2_500, 2_500),)),
}
_LB = {
    "barbell": _Rack(((35_000, 5_000),)),
    "dumbbell": _Rack(((2_500, 2_500), (10_000, 5_000))),
    "kettlebell": _Rack(((5_000, 5_000),)),
    "cable": _Rack(((5_000, 5_000),)),
    "machine": _Rack(((10_000, 10_000),)),
    "medicine_ball": _Rack(((2_000, 2_000),)),
    "": _Rack(((5_000, 5_000),)),
}
_RACKS = {WeightUnit.KG: _KG, WeightUnit.LB: _LB}
"""By equipment, what decides first; "" is what is hung on the body. Usual sizes: a product decision."""


def is_loadable(exercise: Exercise) -> bool:
    """Return whether the library does the exercise with a weight that has a number."""
    return bool(_weighted(exercise.equipment))


def loadable_below(load: Load, equipment: Iterable[frozenset[str]], unit: WeightUnit) -> Load:
    """Round a load down to one that exists, in ``unit`` (B.4); never below the lightest.

    ``equipment`` are an exercise's alternatives.

    >>> str(loadable_below(Load(64.9), [frozenset({"barbell"})], WeightUnit.KG))
    '62.5 kg'
    """
    return Load(_rack(equipment, unit).at_or_below(_milli(load.to(unit))) / 1000, unit)


def loadable_above(load: Load, equipment: Iterable[frozenset[str]]) -> Load:
    """Return the next load up that exists, in the load's own unit.

    >>> str(loadable_above(Load(9), [frozenset({"dumbbell"})])), str(loadable_above(Load(20), [frozenset()]))
    ('10 kg', '22.5 kg')
    """
    return Load(_rack(equipment, load.unit).above(_milli(load)) / 1000, load.unit)


def step_for(exercise: Exercise, unit: WeightUnit, *, at: Load | None = None) -> Load:
    """Return the smallest increase there is: from ``at``, or from the lightest weight."""
    lightest = loadable_below(Load(0, unit), exercise.equipment, unit)
    start = at.to(unit) if at is not None else lightest
    milli = _milli(loadable_above(start, exercise.equipment)) - _milli(start)
    return Load(milli / 1000, unit)


def _rack(equipment: Iterable[frozenset[str]], unit: WeightUnit) -> _Rack:
    racks = _RACKS[unit]
    found = _weighted(equipment)
    return next((rack for kind, rack in racks.items() if kind in found), racks[""])


def _weighted(equipment: Iterable[frozenset[str]]) -> frozenset[str]:
    return frozenset(item for way in equipment for item in way if item in _KG)
