"""The athlete's own bar and plates as a line of text: read, written, said in words. Source: science.md B.5.

``bar 20, 4x20 2x15 2x2.5``: a bar of 20, four pairs of 20 and so on. All in one unit,
the athlete's own unless ``kg`` or ``lb`` is said. Nothing typed: those of a usual gym.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from hybridtui.domain.athlete import Plates
from hybridtui.domain.problems import Problem
from hybridtui.domain.racks import BARS
from hybridtui.domain.units import Load, WeightUnit, decimal

LONGEST = 200
"""Characters of the line."""

EXAMPLE = {
    WeightUnit.KG: "bar 20, 4x20 2x15 2x10 2x5 2x2.5 2x1.25",
    WeightUnit.LB: "bar 45, 4x45 2x35 2x25 2x10 2x5 2x2.5",
}

MAX_WEIGHT = 200.0
"""Of a bar or a plate, in either unit."""
MAX_PAIRS = 10
"""Of one weight; more have no room on a bar."""
MAX_SIZES = 12

_SIGNS = str.maketrans({"×": "x", "*": "x", ";": " ", "+": " "})
_N = r"[0-9]+(?:[.,][0-9]+)?"
_WEIGHT = r"[0-9]+(?:\.[0-9]+|,[0-9]+(?!\s?x|[0-9]))?"
"""A comma before the next pairs, as in ``4x20,2x15``, is none of a decimal number."""
_PART = re.compile(
    rf"""
    bar \s* (?P<bar>{_N}) \s? (?P<bar_unit>kgs?|lbs?)? (?![0-9.a-z])
    | (?P<pairs>[0-9]+) \s? x \s? (?P<weight>{_WEIGHT}) \s? (?P<unit>kgs?|lbs?)? (?![0-9.a-z])
    | (?P<alone>kgs?|lbs?) (?![a-z])
    | [\s,]+
    """,
    re.VERBOSE,
)


def read_plates(text: str, unit: WeightUnit) -> tuple[Load | None, tuple[Plates, ...]]:
    """Read bar and plates; a part that is left out is a usual gym's.

    >>> bar, plates = read_plates("bar 20, 4x20 2x2,5", WeightUnit.KG)
    >>> str(bar), [(str(each.weight), each.pairs) for each in plates]
    ('20 kg', [('20 kg', 4), ('2.5 kg', 2)])

    Raises:
        Problem: if it cannot be read, mixes units, or is out of range.
    """
    if len(text) > LONGEST:
        raise Problem(f"That is too long: {EXAMPLE[unit]}.")
    parts = list(_parts(" ".join(text.translate(_SIGNS).lower().split()), unit))
    unit = _unit(parts, unit)
    bars = [_load(part["bar"], unit, "The bar") for part in parts if part["bar"]]
    if len(bars) > 1:
        raise Problem("One bar is enough: the one you lift with most.")
    plates = [_plates(part, unit) for part in parts if part["pairs"]]
    for n, each in enumerate(plates):
        if any(each.weight == other.weight for other in plates[:n]):
            raise Problem(f"{each.weight} is named twice: say once how many pairs there are.")
    if len(plates) > MAX_SIZES:
        raise Problem(f"At most {MAX_SIZES} different plates.")
    return bars[0] if bars else None, tuple(sorted(plates, key=lambda each: -each.weight.value))


def write_plates(bar: Load | None, plates: Sequence[Plates]) -> str:
    """Write bar and plates as they can be typed; nothing for a usual gym's."""
    words = [f"bar {decimal(bar.value, 3)}{',' if plates else ''}"] if bar else []
    words += [f"{each.pairs}x{decimal(each.weight.value, 3)}" for each in plates]
    unit = _unit_of(bar, plates)
    return " ".join((*words, unit)) if unit else ""


def plates_words(bar: Load | None, plates: Sequence[Plates]) -> str:
    """Say what was understood: the bar, how many pairs of what, and how far they go.

    >>> plates_words(Load(20), (Plates(Load(20), 4), Plates(Load(2.5), 1)))
    '20 kg bar; pairs: 4 × 20, 1 × 2.5 kg. Up to 185 kg; the smallest pair adds 5 kg.'
    """
    unit = _unit_of(bar, plates)
    if unit is None:
        return "The bars and plates of a usual gym."
    bar = bar or BARS[unit][0]
    if not plates:
        return f"{bar} bar, with the plates of a usual gym."
    listed = ", ".join(f"{each.pairs} × {decimal(each.weight.value, 3)}" for each in plates)
    most = bar.value + sum(2 * each.weight.value * each.pairs for each in plates)
    least = 2 * min(each.weight.value for each in plates)
    far = f"Up to {Load(most, unit)}; the smallest pair adds {Load(least, unit)}."
    return f"{bar} bar; pairs: {listed} {unit}. {far}"


def _parts(words: str, unit: WeightUnit) -> Iterator[re.Match[str]]:
    at = 0
    while at < len(words):
        found = _PART.match(words, at)
        if found is None:
            raise Problem(f"Type the bar, then how many pairs of which plate: {EXAMPLE[unit]}.")
        if found.group().strip(" ,"):
            yield found
        at = found.end()


def _unit(parts: Iterable[re.Match[str]], usual: WeightUnit) -> WeightUnit:
    named = {said[:2] for part in parts for said in (part["bar_unit"], part["unit"], part["alone"]) if said}
    if len(named) > 1:
        raise Problem("All in kg or all in lb: plates of two units on one bar add up to nothing you could read.")
    return WeightUnit(named.pop()) if named else usual


def _plates(part: re.Match[str], unit: WeightUnit) -> Plates:
    pairs = float(part["pairs"])
    if not 1 <= pairs <= MAX_PAIRS:
        raise Problem(f"From 1 to {MAX_PAIRS} pairs of each plate.")
    return Plates(_load(part["weight"], unit, "A plate"), int(pairs))


def _load(text: str, unit: WeightUnit, what: str) -> Load:
    value = round(float(text.replace(",", ".")), 2)
    if not 0 < value <= MAX_WEIGHT:
        raise Problem(f"{what} weighs more than 0 and at most {decimal(MAX_WEIGHT)} {unit}.")
    return Load(value, unit)


def _unit_of(bar: Load | None, plates: Sequence[Plates]) -> WeightUnit | None:
    return bar.unit if bar is not None else plates[0].weight.unit if plates else None
