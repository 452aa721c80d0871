"""Numbers as Garmin's list of activities writes them. Source: formats.md 1.11.

Neither the unit of a distance nor the style of a number is in the file, and the style is
that of each cell: ``3,40`` km and ``4.23`` km stand in one list, ``2.932`` steps beside
them. A separator is that of the decimals unless three digits follow it; then it may be
that of the thousands. What the row says of the pace decides between the two. Whether
kilometres or miles are meant, the steps of runs tell: a minute's steps, each so long.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from hybridtui.domain.text import clean
from hybridtui.domain.units import Distance, DistanceUnit
from hybridtui.formats.cells import OddCellError

AGREES = 0.05
"""By so much of itself a distance may differ from what pace and time make of it."""
STEPS_AGREE = 0.12
"""By so much it may differ from what the steps make of it: a mile is 61 % longer than a kilometre."""
FASTEST_M_PER_S = 40.0
"""Nobody keeps on faster than that, not on skis either."""
LEAST_POOL_M = 25
"""A swim of so many or more is in metres, one of fewer in kilometres or miles."""

_MISSING = re.compile(r"[-–—:.\s]*")
_PLAIN = re.compile(r"[+-]?[0-9]{1,12}(?:[.,][0-9]{0,9})?")
_CLOCK = re.compile(r"(?:([0-9]{1,4}):)?([0-9]{1,3}):([0-9]{2}(?:[.,][0-9]{1,3})?)")
_THOUSANDS = re.compile(r"[0-9]{1,3}[.,][0-9]{3}")


@dataclass(frozen=True, slots=True)
class Number:
    """What a cell may mean."""

    value: float
    """With the separator before the decimals."""
    thousands: float | None
    """With the separator between the thousands; None if it cannot be one."""
    is_whole: bool
    """True if it is written without a separator."""


def number(what: str, text: str) -> Number | None:
    """Read a number; None if it is missing (``--``).

    >>> number("it", "3,40"), number("it", "1,234.5").value, number("it", "--")
    (Number(value=3.4, thousands=None, is_whole=False), 1234.5, None)
    >>> number("it", "2.932")
    Number(value=2.932, thousands=2932.0, is_whole=False)

    Raises:
        OddCellError: if it is none.
    """
    told = re.sub(r"[\s'’]", "", text)
    if _MISSING.fullmatch(told):
        return None
    if "," in told and "." in told:
        told = told.replace("." if told.rindex(",") > told.rindex(".") else ",", "")
    if not _PLAIN.fullmatch(told):
        raise OddCellError(f"{what} '{clean(text, 40)}' is no number")
    grouped = re.sub(r"[.,]", "", told) if _THOUSANDS.fullmatch(told) else None
    value = float(told.replace(",", "."))
    return Number(value, float(grouped) if grouped else None, told.lstrip("+-").isdigit())


def whole(text: str) -> float | None:
    """Read a number that has no decimals to speak of: metres climbed, heart beats; None if it is missing or none."""
    try:
        read = number("", text)
    except OddCellError:
        return None
    if read is None:
        return None
    return read.thousands if read.thousands is not None else read.value


def seconds(what: str, text: str) -> float | None:
    """Read ``00:17:01``, ``00:01:39,6`` or ``44:10``; None if it is missing.

    Raises:
        OddCellError: if it is none.
    """
    told = text.strip()
    if _MISSING.fullmatch(told):
        return None
    found = _CLOCK.fullmatch(told)
    if not found:
        raise OddCellError(f"{what} '{clean(text, 40)}' is not understood")
    hours, minutes, rest = found.groups(default="0")
    return int(hours) * 3600 + int(minutes) * 60 + float(rest.replace(",", "."))


@dataclass(frozen=True, slots=True, kw_only=True)
class Going:
    """What a row tells of how far it went."""

    distance: Number | None
    seconds: float | None
    pace: str
    """A pace such as ``5:00``, or a speed such as ``25,3``, in the list's unit; empty: none."""
    cadence: str = ""
    """Steps a minute."""
    stride: str = ""
    """Metres."""
    swum: bool = False


def unit_of(goings: Iterable[Going]) -> DistanceUnit | None:
    """Return the unit of a list's distances that the steps of its runs speak for; None if they do not."""
    votes = Counter(vote for going in goings if (vote := _vote(going)) is not None)
    if not votes:
        return None
    ((unit, most),) = votes.most_common(1)
    return unit if 3 * most > 2 * votes.total() else None


def _vote(going: Going) -> DistanceUnit | None:
    cadence, stride = _value(going.cadence), _value(going.stride)
    if going.distance is None or not (going.seconds and cadence and stride):
        return None
    stepped = cadence * stride * going.seconds / 60
    for unit in (DistanceUnit.KM, DistanceUnit.MI):
        if _near(Distance(going.distance.value, unit).metres, stepped, STEPS_AGREE):
            return unit
    return None


def distance(going: Going, unit: DistanceUnit) -> Distance | None:
    """Return how far a row went, in a list whose distances are in ``unit``; None if it does not say.

    Swims, and what is written with thousands, may be in metres.
    """
    read = going.distance
    if read is None or not read.value:
        return None
    ways = [Distance(read.value, unit)]
    if read.thousands is not None:
        ways.append(Distance(read.thousands))  # nobody goes a thousand kilometres or miles at once
    if read.is_whole:
        ways.append(Distance(read.value))
    if going.swum and len(ways) > 1 and ways[1].metres >= LEAST_POOL_M:
        return ways[1]
    gone = _gone(going, unit)
    if gone is not None:
        return next((way for way in ways if _near(way.metres, gone, AGREES)), ways[0])
    slowest = FASTEST_M_PER_S * (going.seconds or float("inf"))
    return next((way for way in ways if way.metres <= slowest), ways[0])


def _gone(going: Going, unit: DistanceUnit) -> float | None:
    """Return the metres that pace and time make; not of swims, whose pace is that of a hundred metres."""
    if not going.seconds or going.swum:
        return None
    try:
        pace = seconds("the pace", going.pace) if ":" in going.pace else None
    except OddCellError:
        return None
    if pace:
        return Distance(going.seconds / pace, unit).metres
    speed = _value(going.pace) if ":" not in going.pace else None
    return Distance(speed * going.seconds / 3600, unit).metres if speed else None


def _value(text: str) -> float | None:
    """Return a number of no great weight; None if it is missing or none."""
    try:
        read = number("", text)
    except OddCellError:
        return None
    return read.value if read is not None else None


def _near(one: float, other: float, share: float) -> bool:
    return abs(one - other) <= share * other
