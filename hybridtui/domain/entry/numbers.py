"""Numbers as people type them, and the ranges the log takes. Source: reliability.md 3."""

from __future__ import annotations

import re

from hybridtui.domain import effort
from hybridtui.domain.entry.values import NotReadableError
from hybridtui.domain.units import Distance, DistanceUnit, Load, WeightUnit

NUMBER = r"[0-9]+(?:[.,][0-9]+)?"
"""A number; left of ``x``, in a body weight or a distance a comma is a decimal comma."""

MAX_KG = 1000.0
MAX_REPS = 1000
MAX_SECONDS = 7 * 24 * 3600.0
MAX_METRES = 1_000_000.0

DISTANCE_UNITS = {
    "km": DistanceUnit.KM,
    "k": DistanceUnit.KM,
    "m": DistanceUnit.M,
    "mi": DistanceUnit.MI,
    "mile": DistanceUnit.MI,
    "miles": DistanceUnit.MI,
}


def number(text: str) -> float:
    """Read digits that NUMBER matched; more than a float can hold is infinite, and out of every range."""
    return float(text.replace(",", "."))


def _without_thousands(text: str, signs: str) -> None:
    """Refuse ``1,000``: it would be 1."""
    if re.fullmatch(rf"[0-9]{{1,3}}[{signs}][0-9]{{3}}", text):
        whole = text.replace(",", "").replace(".", "")
        raise NotReadableError(f"{text}: a thousand is typed without a sign, such as {whole}.")


def load(text: str, unit: str | None, default: WeightUnit) -> Load:
    """Read a weight of 0 to 1,000 kg."""
    _without_thousands(text, ",")
    named = WeightUnit(unit[:2]) if unit else default
    read = Load(round(number(text), 2), named)
    if not 0 <= read.kg <= MAX_KG:
        raise NotReadableError("A load is from 0 to 1000 kg (2204 lb).")
    return read


def reps(text: str) -> int:
    """Read 0 (a failed set) to 1,000 whole repetitions."""
    value = number(text)
    if not 0 <= value <= MAX_REPS:
        raise NotReadableError(f"Reps are from 0 to {MAX_REPS}.")
    if value != int(value):
        raise NotReadableError("Reps are whole numbers: 80x8.")
    return int(value)


def duration(seconds: float, *, allow_zero: bool = False) -> float:
    """Check a duration of up to seven days."""
    if not seconds <= MAX_SECONDS or (seconds <= 0 and not allow_zero):
        raise NotReadableError("A time is longer than 0 and at most 7 days.")
    return round(seconds, 2)


def rpe(text: str) -> float:
    """Read an RPE of 0 to 10."""
    value = round(number(text), 2)
    if value > effort.MOST:
        raise NotReadableError("RPE is from 0 to 10: at 8 two more reps were possible.")
    return value


def rir(text: str) -> float:
    """Read how many reps were left, 0 to 10, as the RPE it stands for."""
    value = round(number(text), 2)
    if value > effort.MOST:
        raise NotReadableError("RIR is from 0 to 10: the reps that were still possible.")
    return round(effort.MOST - value, 2)


def distance(text: str, unit: DistanceUnit) -> Distance:
    """Read a distance of up to 1,000 km, to the millimetre."""
    if unit is DistanceUnit.M:
        _without_thousands(text, ",.")
    read = Distance(round(number(text), 6 if unit is not DistanceUnit.M else 3), unit)
    if not 0 < read.metres <= MAX_METRES:
        raise NotReadableError("A distance is longer than 0 and at most 1000 km (621 mi).")
    return read


def clock_seconds(text: str) -> float:
    """Read ``m:ss`` or ``h:mm:ss``; minutes alone may go beyond 59."""
    parts = text.split(":")
    if any(float(part) > 59 for part in parts[1:]):
        raise NotReadableError("Minutes and seconds after a colon go to 59: 44:10 or 1:02:30.")
    total = 0.0
    for part in parts:
        total = total * 60 + float(part)
    return total
