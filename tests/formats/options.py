"""How tests read files: a fixed zone, fixed ids, nothing after the clock's day."""

from __future__ import annotations

from datetime import UTC, datetime
from itertools import count
from zoneinfo import ZoneInfo

from hybridtui.domain.session import Session
from hybridtui.domain.units import DistanceUnit, WeightUnit
from hybridtui.formats import Read, ReadOptions, read


def options(
    *,
    unit: WeightUnit | None = WeightUnit.KG,
    distance: DistanceUnit = DistanceUnit.KM,
    zone: str = "Europe/Berlin",
    own: dict[str, str] | None = None,
) -> ReadOptions:
    """Return options as of 5 March 2026."""
    numbers = count(1)
    return ReadOptions(
        zone=ZoneInfo(zone),
        zone_name=zone,
        latest=datetime(2026, 3, 5, 17, 0, tzinfo=UTC),
        ids=lambda: f"id{next(numbers)}",
        weight_unit=unit,
        distance_unit=distance,
        own=own or {},
    )


def read_text(text: str, *, unit: WeightUnit | None = WeightUnit.KG, encoding: str = "utf-8") -> Read:
    """Read a table given as text."""
    return read(text.encode(encoding), options(unit=unit))


def only(found: Read) -> Session:
    """Return the one session of a file of which nothing was refused."""
    assert not found.refused
    (session,) = found.sessions
    return session


HEADER = "Date,Workout Name,Duration,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,Notes,Workout Notes,RPE"
"""Strong's layout of 2020 to 2025."""


def strong(*rows: str) -> str:
    """Return an export in that layout; a row is what follows date, name and duration."""
    return "\n".join([HEADER, *(f"2024-05-01 17:36:08,Push,1h 5m,{row}" for row in rows)]) + "\n"
