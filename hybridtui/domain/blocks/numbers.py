"""Numbers of a typed line: how many, how far, how long, and which are too many."""

from __future__ import annotations

import re
from dataclasses import dataclass

from hybridtui.domain.entry.numbers import DISTANCE_UNITS, MAX_REPS, clock_seconds, number
from hybridtui.domain.problems import Problem
from hybridtui.domain.units import Distance, clock, decimal

MOST_SETS = 50
"""Sets of one exercise, rounds, repeats: more is a slip of the finger."""

LONGEST_S = 6 * 3600
"""Of one stretch, block or rest."""

FARTHEST_M = 100_000.0

NUMBER = r"[0-9]{1,6}(?:[.,][0-9]{1,3})?"
TIME = (
    rf"(?:[0-9]{{1,3}}:[0-9]{{2}}(?::[0-9]{{2}})?"
    rf"|{NUMBER}\s*(?:seconds?|secs?|s|minutes?|mins?|min|hours?|h|\"|')(?![a-z]))"
)
DISTANCE = rf"{NUMBER}\s*(?:km|k|miles?|mi|m)(?![a-z])"

_UNITS = {"s": 1, '"': 1, "m": 60, "'": 60, "h": 3600}
_TIMED = re.compile(rf"(?P<number>{NUMBER})\s*(?P<unit>[a-z\"'])")
_FAR = re.compile(rf"(?P<number>{NUMBER})\s*(?P<unit>[a-z]+)")


@dataclass(frozen=True, slots=True)
class Amount:
    """How long or how far one stretch is."""

    seconds: int | None = None
    distance: Distance | None = None

    @property
    def words(self) -> str:
        """``400 m``, ``5 km``, ``90 s``, ``3 min``."""
        return str(self.distance) if self.distance is not None else spoken(self.seconds or 0)


def amount(text: str) -> Amount:
    """Read what TIME or DISTANCE matched.

    Raises:
        Problem: if it is too short or too long.
    """
    if re.fullmatch(TIME, text):
        return Amount(seconds=seconds(text))
    found = _FAR.fullmatch(text)
    assert found is not None, "only what DISTANCE matched is read"  # noqa: S101
    read = Distance(number(found["number"]), DISTANCE_UNITS[found["unit"]])
    if not 1 <= read.metres <= FARTHEST_M:
        raise Problem(f"{text}: a distance is from 1 m to 100 km.")
    return Amount(distance=read)


def seconds(text: str) -> int:
    """Read what TIME matched, in whole seconds.

    Raises:
        Problem: if it is nothing, more than six hours, or has 60 seconds and more after a colon.
    """
    if ":" in text:
        length = round(clock_seconds(text))
    else:
        found = _TIMED.match(text)
        assert found is not None, "only what TIME matched is read"  # noqa: S101
        length = round(number(found["number"]) * _UNITS[found["unit"]])
    if not 1 <= length <= LONGEST_S:
        raise Problem(f"{text}: a time is from 1 s to 6 h.")
    return length


def times(text: str, what: str = "rounds") -> int:
    """Read how many sets, rounds or repeats there are.

    Raises:
        Problem: if there are none, or more than anybody does.
    """
    count = int(text)
    if not 1 <= count <= MOST_SETS:
        raise Problem(f"{text} {what}: from 1 to {MOST_SETS} are possible.")
    return count


def reps(text: str) -> int:
    """Read repetitions.

    Raises:
        Problem: if there are none, or more than a thousand.
    """
    count = int(text)
    if not 1 <= count <= MAX_REPS:
        raise Problem(f"{text} reps: from 1 to {MAX_REPS} are possible.")
    return count


def spoken(length: int) -> str:
    """Write a length of time as people say it.

    >>> spoken(90), spoken(120), spoken(150), spoken(5400)
    ('90 s', '2 min', '2:30 min', '90 min')
    """
    if length < 120 and length != 60:
        return f"{length} s"
    return f"{decimal(length / 60)} min" if length % 60 == 0 else f"{clock(length)} min"
