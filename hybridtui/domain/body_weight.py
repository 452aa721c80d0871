"""What the athlete weighed, day by day."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from hybridtui.domain.problems import Problem
from hybridtui.domain.text import clean
from hybridtui.domain.units import Load, WeightUnit

Weighed: TypeAlias = Callable[[date], float | None]
"""The body's kilograms on a day; None: not known."""

LIGHTEST_KG, HEAVIEST_KG = 20.0, 400.0
"""What is taken for the weight of a person (a product decision): beyond it, the unit or the place was another."""

_TYPED = re.compile(r"([0-9]{1,4}(?:[.,][0-9]{1,3})?)\s*(kg|kgs|lb|lbs)?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class BodyWeight:
    """The weight of one day, as it was typed; the last one told of a day counts."""

    day: date
    weight: Load


def typed(text: str, unit: WeightUnit) -> Load:
    """Read a weight as it was typed; without a unit it is in ``unit``.

    >>> str(typed("74,2", WeightUnit.KG)), str(typed("163 lbs", WeightUnit.KG))
    ('74.2 kg', '163 lb')

    Raises:
        Problem: if it is not one number with kg or lb, or no weight of a person.
    """
    found = _TYPED.fullmatch(clean(text))
    if found is None:
        raise Problem("A body weight is a number, with kg or lb behind it if you like: 74.2 or 163lb.")
    number, named = found.groups()
    return checked(Load(float(number.replace(",", ".")), WeightUnit(named[:2].lower()) if named else unit))


def checked(weight: Load) -> Load:
    """Return a weight that a person can have.

    Raises:
        Problem: if it is out of range.
    """
    if not LIGHTEST_KG <= weight.kg <= HEAVIEST_KG:
        raise Problem(f"A body weight is from {LIGHTEST_KG:.0f} to {HEAVIEST_KG:.0f} kg (44 to 881 lb).")
    return weight


def weighing(weights: Sequence[BodyWeight], otherwise_kg: float | None) -> Weighed:
    """Return what the body weighed on any day: as logged then or last before; else as the athlete once said.

    Args:
        weights: In order of days.
        otherwise_kg: The athlete's answer; None: none was given.
    """
    days = [each.day for each in weights]

    def weighed(day: date) -> float | None:
        at = bisect_right(days, day)
        return weights[at - 1].weight.kg if at else otherwise_kg

    return weighed
