"""Kilograms, metres, seconds and the units people type them in.

SI is what is computed with; the value and unit as entered are what is kept, so
that 100 lb stays 100 lb for ever. Source: science.md section 0 and H.4, H.5.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from enum import StrEnum

KG_PER_LB = 0.45359237
"""Kilograms in a pound (exact)."""

M_PER_MI = 1609.344
"""Metres in a mile (exact)."""

M_PER_FT = 0.3048
"""Metres in a foot (exact)."""


class WeightUnit(StrEnum):
    """The unit a weight was typed in."""

    KG = "kg"
    LB = "lb"


class DistanceUnit(StrEnum):
    """The unit a distance was typed in."""

    KM = "km"
    MI = "mi"
    M = "m"


def round_half_up(value: float, step: float = 1.0) -> float:
    """Round to the nearest multiple of ``step``, halves upwards: the one rounding rule.

    >>> round_half_up(2.5), round_half_up(62.4, 2.5), round_half_up(-0.2)
    (3.0, 62.5, 0.0)
    """
    rounded = math.floor(value / step + 0.5) * step
    return rounded + 0.0  # turns -0.0 into 0.0


@dataclass(frozen=True, slots=True)
class Load:
    """A weight in the unit it was entered in."""

    value: float
    unit: WeightUnit = WeightUnit.KG

    @property
    def kg(self) -> float:
        """The weight in kilograms."""
        return self.value if self.unit is WeightUnit.KG else self.value * KG_PER_LB

    def to(self, unit: WeightUnit) -> Load:
        """Return the same weight in ``unit``; unchanged if it already is."""
        if unit is self.unit:
            return self
        return Load(self.kg if unit is WeightUnit.KG else self.kg / KG_PER_LB, unit)

    def __str__(self) -> str:
        return f"{decimal(self.value)} {self.unit}"


@dataclass(frozen=True, slots=True)
class Distance:
    """A distance in the unit it was entered in."""

    value: float
    unit: DistanceUnit = DistanceUnit.M

    @property
    def metres(self) -> float:
        """The distance in metres."""
        return self.value * _METRES[self.unit]

    def to(self, unit: DistanceUnit) -> Distance:
        """Return the same distance in ``unit``; unchanged if it already is."""
        if unit is self.unit:
            return self
        return Distance(self.metres / _METRES[unit], unit)

    def __str__(self) -> str:
        return f"{decimal(self.value)} {self.unit}"


_METRES = {DistanceUnit.KM: 1000.0, DistanceUnit.MI: M_PER_MI, DistanceUnit.M: 1.0}


def decimal(value: float, places: int = 2) -> str:
    """Write a number without trailing zeros.

    >>> decimal(80.0), decimal(62.5), decimal(6.213712), decimal(400, 0)
    ('80', '62.5', '6.21', '400')
    """
    scale = 10**places
    text = f"{round_half_up(value * scale) / scale:.{places}f}"
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def whole_minutes(seconds: float) -> int:
    """Return seconds in whole minutes, rounded half up.

    >>> whole_minutes(89), whole_minutes(90)
    (1, 2)
    """
    return int(round_half_up(seconds / 60))


def clock(seconds: float) -> str:
    """Write a duration as ``m:ss`` or ``h:mm:ss``, rounded half-up before splitting.

    >>> clock(299.6), clock(3599.6), clock(45)
    ('5:00', '1:00:00', '0:45')
    """
    whole = int(round_half_up(max(0.0, seconds)))
    hours, rest = divmod(whole, 3600)
    minutes, secs = divmod(rest, 60)
    return f"{hours}:{minutes:02d}:{secs:02d}" if hours else f"{minutes}:{secs:02d}"


def pace(seconds: float, metres: float, unit: DistanceUnit) -> str:
    """Write a pace, such as ``5:31/km``; an empty text if there is no distance."""
    if metres <= 0 or seconds <= 0:
        return ""
    per = DistanceUnit.KM if unit is DistanceUnit.M else unit
    return f"{clock(seconds / metres * _METRES[per])}/{per}"
