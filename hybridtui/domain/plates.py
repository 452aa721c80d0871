"""Plates on a bar, and the next weight up or down. Source: science.md B.5, B.4.

Which weights there are is said by ``racks``; here loads are rounded to them, raised to
the next of them, and told as what goes on each side of the bar.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from hybridtui.domain.athlete import Athlete
from hybridtui.domain.exercises import Exercise
from hybridtui.domain.racks import BARS, USUAL, USUAL_PLATES, Inventory, Racks, milli, weighted
from hybridtui.domain.units import Load, WeightUnit, decimal


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


def per_side(target: Load, bar: Load, inventory: Inventory) -> Loading | None:
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
    room = milli(target.to(unit)) - milli(bar)
    if room < 0:
        return None
    plates = sorted(((milli(plate), pairs) for plate, pairs in inventory), reverse=True)
    best = _best(plates, room // 2)
    chosen = tuple(Load(weight / 1000, unit) for weight in best)
    return Loading(chosen, Load((milli(bar) + 2 * sum(best)) / 1000, unit))


def _best(plates: Sequence[tuple[int, int]], limit: int) -> tuple[int, ...]:
    """Return the plates of the greatest sum up to ``limit``; ``plates`` fall in weight.

    ``sums[n]`` has a bit for every sum of the plates from the n-th on: ways that cannot
    come out are never walked. Most of the heaviest are tried first, so of equally few
    plates those found first have the heavier ones.
    """
    sums = [1]
    for weight, pairs in reversed(plates):
        here = sums[0]
        for _ in range(min(pairs, limit // weight)):
            here |= here << weight & (1 << (limit + 1)) - 1
        sums.insert(0, here)
    found: dict[tuple[int, int], tuple[int, ...]] = {}

    def fewest(n: int, rest: int) -> tuple[int, ...]:
        if not rest:
            return ()
        if (n, rest) not in found:
            weight, pairs = plates[n]
            best: tuple[int, ...] = ()
            for count in range(min(pairs, rest // weight), -1, -1):
                left = rest - count * weight
                if best and count - (-left // weight) >= len(best):
                    break
                if sums[n + 1] >> left & 1:
                    way = (*(weight,) * count, *fewest(n + 1, left))
                    best = way if not best or len(way) < len(best) else best
            found[n, rest] = best
        return found[n, rest]

    return fewest(0, sums[0].bit_length() - 1)


def told(load: Load | None, exercise: Exercise, athlete: Athlete) -> str:
    """Say how the bar is loaded for a target; nothing where no barbell is lifted.

    The athlete's own bar and plates count, else those of a usual gym; a load typed in
    the other unit than the plates have is met as nearly as they can from below.
    """
    if load is None or not exercise.equipment or not all("barbell" in way for way in exercise.equipment):
        return ""
    own = Racks.of(athlete).own
    if own is not None:
        return _told(load, own.bar, own.inventory)
    bars = BARS[load.unit]
    bar = next((bar for bar in bars if bar.value <= load.value), bars[-1])
    words = _told(load, bar, USUAL_PLATES[load.unit])
    return words if bar == bars[0] or load.value < bar.value else f"{words}, {bar} bar"


def _told(load: Load, bar: Load, inventory: Inventory) -> str:
    loading = per_side(load, bar, inventory)
    if loading is None:
        return f"{load} is less than the bar, {bar}"
    if milli(loading.total) == milli(load.to(bar.unit)):
        return str(loading)
    return f"{load} cannot be built: {loading.total} is {_words(loading)}"


def _words(loading: Loading) -> str:
    return str(loading) if loading.per_side else "the empty bar"


def is_loadable(exercise: Exercise) -> bool:
    """Return whether the library does the exercise with a weight that has a number."""
    return bool(weighted(exercise.equipment))


def loadable_below(load: Load, equipment: Iterable[frozenset[str]], unit: WeightUnit, racks: Racks = USUAL) -> Load:
    """Round a load down to one that exists, in ``unit`` (B.4); never below the lightest.

    ``equipment`` are an exercise's alternatives, ``racks`` the weights the athlete has.

    >>> str(loadable_below(Load(64.9), [frozenset({"barbell"})], WeightUnit.KG))
    '62.5 kg'
    """
    return Load(racks.rack(equipment, unit).at_or_below(milli(load.to(unit))) / 1000, unit)


def loadable_above(load: Load, equipment: Iterable[frozenset[str]], racks: Racks = USUAL) -> Load:
    """Return the next load up that exists, in the load's own unit; the load itself if there is none.

    >>> str(loadable_above(Load(9), [frozenset({"dumbbell"})])), str(loadable_above(Load(20), [frozenset()]))
    ('10 kg', '22.5 kg')
    """
    higher = racks.rack(equipment, load.unit).above(milli(load))
    return Load(higher / 1000, load.unit) if higher > milli(load) else load
