"""Weights, distances and times as the daybook writes them: exact, with their units.

What is read gives the same number again to the last digit, so nothing is rounded.
"""

from __future__ import annotations

import re
from decimal import Decimal

from hybridtui.domain.units import Distance, DistanceUnit, Load, WeightUnit
from hybridtui.formats.daybook.complaints import misread

NUMBER = r"[0-9]+(?:\.[0-9]+)?"

_NUMBER = re.compile(NUMBER)
_LOAD = re.compile(rf"({NUMBER})(kg|lb)")
_DISTANCE = re.compile(rf"({NUMBER})(km|mi|m)")
_CLOCK = re.compile(r"([0-9]+):([0-5][0-9])(?::([0-5][0-9]))?")
_PARTS = re.compile(rf"(?:({NUMBER})h)?(?:({NUMBER})min)?(?:({NUMBER})s)?")


def number(value: float) -> str:
    """Write a number exactly, without an exponent.

    >>> number(80.0), number(2.125), number(1e-07), number(0.1 + 0.2)
    ('80', '2.125', '0.0000001', '0.30000000000000004')
    """
    text = repr(float(value))
    if "e" in text:
        text = format(Decimal(text), "f")
    return text.removesuffix(".0")


def load(value: Load) -> str:
    """Write a weight: ``82.5kg``."""
    return f"{number(value.value)}{value.unit.value}"


def distance(value: Distance) -> str:
    """Write a distance: ``8.05km``."""
    return f"{number(value.value)}{value.unit.value}"


def span(seconds: float) -> str:
    """Write a length of time.

    >>> span(45), span(3120), span(2650), span(3905), span(2650.25)
    ('45s', '52min', '44:10', '1:05:05', '2650.25s')
    """
    whole = int(seconds)
    if whole != seconds or whole < 60:
        return f"{number(seconds)}s"
    minutes, rest = divmod(whole, 60)
    if not rest:
        return f"{minutes}min"
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02d}:{rest:02d}" if hours else f"{minutes}:{rest:02d}"


def hold(seconds: float) -> str:
    """Write the seconds of a set: ``45s``."""
    return f"{number(seconds)}s"


def read_load(word: str) -> Load | None:
    """Read a weight with its unit; None if it is none."""
    found = _LOAD.fullmatch(word)
    return Load(float(found[1]), WeightUnit(found[2])) if found else None


def read_distance(word: str) -> Distance | None:
    """Read a distance with its unit; None if it is none."""
    found = _DISTANCE.fullmatch(word)
    return Distance(float(found[1]), DistanceUnit(found[2])) if found else None


def read_number(word: str) -> float:
    """Read a number.

    Raises:
        Misread: if it is none.
    """
    if not _NUMBER.fullmatch(word):
        raise misread(word, "a number is expected")
    return float(word)


def read_span(word: str) -> float | None:
    """Read a length of time in seconds: ``44:10``, ``52min``, ``1h30min``, ``45s``; None if it is none."""
    if clock := _CLOCK.fullmatch(word):
        first, second, third = clock.groups()
        if third is None:
            return int(first) * 60.0 + int(second)
        return int(first) * 3600.0 + int(second) * 60 + int(third)
    parts = _PARTS.fullmatch(word) if word else None
    if parts is None:
        return None
    hours, minutes, seconds = (float(part) if part else 0.0 for part in parts.groups())
    return hours * 3600 + minutes * 60 + seconds
