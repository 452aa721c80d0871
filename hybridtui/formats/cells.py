"""Reading the cells of a table: numbers, durations, dates. Source: formats.md 1.5; reliability.md 3."""

from __future__ import annotations

import re
from datetime import date, datetime, time

from hybridtui.domain.text import clean


class OddCellError(ValueError):
    """A cell that cannot be understood; the message says which and what it holds."""


_NUMBER = re.compile(r"[+-]?\d{1,15}(?:[.,]\d{0,20})?(?:[eE][+-]?\d{1,3})?", re.ASCII)


def number(what: str, text: str) -> float:
    """Read a number with a dot or a comma before its decimals; an empty cell is 0.

    Thousands separators are not understood: ``1,234`` is a little more than one.

    Raises:
        OddCellError: if it is none. ``nan``, ``1_000`` and foreign digits are none.
    """
    text = text.strip()
    if not text:
        return 0.0
    if not _NUMBER.fullmatch(text):
        raise OddCellError(f"{what} '{clean(text, 40)}' is no number")
    return float(text.replace(",", "."))


def whole(what: str, text: str) -> int:
    """Read a whole number, also written ``10.0``; an empty cell is 0.

    Raises:
        OddCellError: if it is none.
    """
    value = number(what, text)
    if abs(value) >= 1e15 or value != int(value):
        raise OddCellError(f"{what} '{clean(text, 40)}' is no whole number")
    return int(value)


_UNITS = {
    "h": 3600, "hr": 3600, "hrs": 3600, "hour": 3600, "hours": 3600, "std": 3600, "小时": 3600, "小時": 3600,
    "m": 60, "min": 60, "mins": 60, "minute": 60, "minutes": 60, "分钟": 60, "分鐘": 60, "分": 60,
    "s": 1, "sec": 1, "secs": 1, "second": 1, "seconds": 1, "秒": 1, "秒钟": 1,
}  # fmt: skip
_PARTS = re.compile(r"\s*([0-9]{1,6})\s*([^\W\d_]+)\.?")
_CLOCK = re.compile(r"([0-9]{1,4}):([0-5]?[0-9])(?::([0-5]?[0-9]))?")


def duration(text: str) -> float | None:
    """Read a duration in seconds: ``1h 5m``, ``31min``, ``1小时15分钟``, ``1:05:00``, ``2227``; None if empty.

    Raises:
        OddCellError: if it is none of these.
    """
    text = text.strip().casefold()
    if not text:
        return None
    if re.fullmatch(r"[0-9]{1,9}(?:[.,][0-9]+)?", text):
        return number("the duration", text)
    if clock := _CLOCK.fullmatch(text):
        hours, minutes, seconds = clock.groups(default="0")
        return int(hours) * 3600.0 + int(minutes) * 60 + int(seconds)
    total, at = 0.0, 0
    while (part := _PARTS.match(text, at)) and part[2] in _UNITS:
        total += int(part[1]) * _UNITS[part[2]]
        at = part.end()
    if at == 0 or text[at:].strip():
        raise OddCellError(f"the duration '{clean(text, 40)}' is not understood")
    return total


_DATE = re.compile(
    r"([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})(?:[T\s]+([0-9]{1,2}):([0-9]{2})(?::([0-9]{2}))?(?:\.[0-9]+)?)?"
    r"\s*([ap])?\.?m?\.?",
    re.IGNORECASE,
)


def local_time(text: str) -> datetime:
    """Read ``2024-05-01 17:36:08``, also with AM or PM after any kind of space; without a zone.

    Raises:
        OddCellError: if it is no date, or one that does not exist.
    """
    found = _DATE.fullmatch(text.strip())
    if not found:
        raise OddCellError(f"the date '{clean(text, 40)}' is not understood")
    year, month, day, hour, minute, second = (int(part or 0) for part in found.groups()[:6])
    if half := found[7]:
        hour = hour % 12 + (12 if half.casefold() == "p" else 0)
    try:
        return datetime.combine(date(year, month, day), time(hour, minute, second))
    except ValueError as error:
        raise OddCellError(f"the date '{clean(text, 40)}' does not exist") from error
