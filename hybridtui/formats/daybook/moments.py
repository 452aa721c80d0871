"""When a session began: the day it stands under, the clock on its line, and the zone told last."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta, timezone, tzinfo
from functools import cache, lru_cache
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from hybridtui.domain.calendar import Moment
from hybridtui.formats.daybook.complaints import Misread, misread, quoted

NOON = time(12, 0)
"""When a session began whose line says no time."""

_EXPECTED = "a day has 24 hours, such as 18:05 or 07:10+01:00"

UTC_CLOCK = UTC
"""Whose clocks count where no zone was told."""

_CLOCK = re.compile(
    r"(?P<time>[0-9]{1,2}:[0-9]{2}(?::[0-9]{2}(?:\.[0-9]{1,6})?)?)"
    r"(?P<offset>(?P<sign>[+-])(?P<h>[0-9]{2}):(?P<m>[0-9]{2})(?::(?P<s>[0-9]{2}))?)?"
)


@dataclass(frozen=True, slots=True)
class Zone:
    """Whose clocks the lines tell."""

    place: tzinfo
    name: str | None
    """IANA name, if known."""

    def at(self, local: datetime) -> Moment:
        """Return the moment at which these clocks say ``local``."""
        return Moment.at(local.replace(tzinfo=self.place), self.name)


@lru_cache(maxsize=64)
def day(told: str) -> date:
    """Return the day that ``2026-03-02`` is.

    Raises:
        Misread: if there is none.
    """
    try:
        year, month, number = map(int, told.split("-"))
        return date(year, month, number)
    except ValueError as error:
        raise Misread(f"there is no day {quoted(told)}; nothing that is told of it can be read") from error


@cache
def zone(name: str) -> Zone | None:
    """Return the zone of an IANA name; None if this computer knows none of that name."""
    try:
        return Zone(ZoneInfo(name), name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return None


def write(moment: Moment, told: Zone | None) -> tuple[str, list[tuple[str, object]]]:
    """Write the clock of a moment where ``told`` is the zone told last, and what that leaves unsaid."""
    local = moment.local
    clock = _clock(local)
    if told is not None and told.at(local) == moment:
        return clock, []
    clock += _offset(moment.offset_s)
    more: list[tuple[str, object]] = [("zone", moment.zone)] if moment.zone is not None else []
    if moment.local_date != local.date():
        more.append(("local_date", moment.local_date.isoformat()))
    return clock, more


def _clock(local: datetime) -> str:
    if local.microsecond:
        return f"{local:%H:%M:%S.%f}".rstrip("0")
    return f"{local:%H:%M:%S}" if local.second else f"{local:%H:%M}"


def _offset(seconds: int) -> str:
    sign, rest = ("-", -seconds) if seconds < 0 else ("+", seconds)
    hours, rest = divmod(rest, 3600)
    minutes, rest = divmod(rest, 60)
    return f"{sign}{hours:02d}:{minutes:02d}" + (f":{rest:02d}" if rest else "")


def is_clock(word: str) -> bool:
    """Return whether a word tells a time of day."""
    return _CLOCK.fullmatch(word) is not None


def read(day: date, word: str | None, told: Zone) -> Moment:
    """Read a time of ``day`` by the clocks of the zone told last, or of its own offset.

    Raises:
        Misread: if there is no such time.
    """
    if word is None:
        return told.at(datetime.combine(day, NOON))
    found = _CLOCK.fullmatch(word)
    if found is None:
        raise misread(word, _EXPECTED)
    try:
        local = datetime.combine(day, time.fromisoformat(_padded(found["time"])))
        if not found["offset"]:
            return told.at(local)
        east = timedelta(hours=int(found["h"]), minutes=int(found["m"]), seconds=int(found["s"] or 0))
        return Moment.at(local.replace(tzinfo=timezone(-east if found["sign"] == "-" else east)))
    except (ValueError, OverflowError) as error:
        raise misread(word, _EXPECTED) from error


def _padded(clock: str) -> str:
    """Return a time as ISO 8601 writes it: two digits of hours, six of a fraction."""
    hours, _, rest = clock.partition(":")
    whole, dot, fraction = rest.partition(".")
    return f"{int(hours):02d}:{whole}{dot}{fraction.ljust(6, '0') if dot else ''}"


def corrected(moment: Moment, zone_name: str | None, local_date: date | None) -> Moment:
    """Return a moment with what its clock does not say."""
    moment = moment if zone_name is None else replace(moment, zone=zone_name)
    return moment if local_date is None else replace(moment, local_date=local_date)
