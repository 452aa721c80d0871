"""From one workout or weight of an Apple Health export to values. Source: formats.md 1.12.

Until iOS 15 distances stand in the workout itself, since iOS 16 in its statistics, which
go before. All times of an export are told by the zone that the phone was in when it was
made; where the workout names the zone it was done in, its day is told by that one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime, tzinfo
from hashlib import sha256
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from lxml.etree import _Element

from hybridtui.domain import body_weight
from hybridtui.domain.body_weight import BodyWeight
from hybridtui.domain.problems import Problem
from hybridtui.domain.session import Source
from hybridtui.domain.units import M_PER_FT, Distance, DistanceUnit, Load, WeightUnit
from hybridtui.domain.workout import Kind
from hybridtui.formats import cells, limits
from hybridtui.formats.activities import Activity
from hybridtui.formats.reading import ReadOptions
from hybridtui.formats.xml.apple_types import PREFIX, sport
from hybridtui.formats.xml.reading import local, real
from hybridtui.formats.xml.tracks import instant

BODY_MASS = "HKQuantityTypeIdentifierBodyMass"

_HEART_RATE = "HKQuantityTypeIdentifierHeartRate"
_DISTANCE = "HKQuantityTypeIdentifierDistance"
"""So begin the types of all distances: walking and running, cycling, swimming ..."""

_SECONDS = {"ms": 0.001, "s": 1.0, "sec": 1.0, "min": 60.0, "hr": 3600.0, "h": 3600.0}
_METRES = {"cm": 0.01, "ft": M_PER_FT, "yd": 0.9144}
"""Units that are not kept; the others are."""

_POUNDS_IN_A_STONE = 14.0


def activity(element: _Element, options: ReadOptions) -> Activity:
    """Return what a ``Workout`` tells.

    Raises:
        OutOfRangeError: if it does not say when it was, or how long.
    """
    type_, source = element.get("workoutActivityType") or "", element.get("sourceName") or ""
    began, ended = moment(element.get("startDate")), moment(element.get("endDate"))
    if began is None:
        raise limits.OutOfRangeError("it does not say when it began")
    elapsed = max(0.0, (_aware(ended, options) - _aware(began, options)).total_seconds()) if ended is not None else 0.0
    seconds = _length(element) or elapsed - _paused_s(element, options)
    if seconds <= 0:
        raise limits.OutOfRangeError("it lasted no time at all")
    facts = dict(_metadata(element))
    done = sport(type_)
    offset = _offset(began, facts.get("HKTimeZone"))
    began = _aware(began, options)
    average, highest = _heart_rate(element)
    return Activity(
        source=Source.APPLE,
        fingerprint=f"apple:{hashed(source)}:{began.timestamp():.0f}-{type_.removeprefix(PREFIX)[:60]}",
        sport=done,
        title=f"Indoor {done.title.lower()}" if facts.get("HKIndoorWorkout") == "1" and done.kind is Kind.RUN else "",
        began=began,
        offset_s=offset,
        seconds=seconds,
        elapsed_s=elapsed,
        distance=_distance(element, options),
        avg_hr=average,
        max_hr=highest,
        ascent_m=_climbed(facts.get("HKElevationAscended")),
    )


def weight(element: _Element) -> tuple[datetime, BodyWeight] | None:
    """Return a body weight and when it was taken; None if a ``Record`` is none that can be believed."""
    when, value = moment(element.get("startDate")), real(element.get("value"))
    load = _load(value, (element.get("unit") or "").casefold()) if value is not None else None
    if when is None or load is None:
        return None
    try:
        return when.replace(tzinfo=None), BodyWeight(when.date(), body_weight.checked(load))
    except Problem:
        return None


def hashed(source: str) -> str:
    """Return a source's name in short: no signs of it get into a fingerprint."""
    return sha256(source.encode("utf-8", "replace")).hexdigest()[:16]


_OFFSET = re.compile(r"\s*([+-]\d{4}|Z)$")


def moment(text: str | None) -> datetime | None:
    """Return a time as Apple writes it, by the clock that it names, if it names one; None if it is none.

    >>> moment("2024-01-15 18:00:00 +0800").isoformat(), moment("2024-01-15 6:00:00 PM +0800").hour
    ('2024-01-15T18:00:00+08:00', 18)
    """
    text = (text or "").strip()
    found = _OFFSET.search(text)
    clock, zone = (text[: found.start()], found[1]) if found else (text, "")
    try:
        local_time = cells.local_time(clock)
    except cells.OddCellError:
        return None
    return instant(local_time.isoformat() + zone) if zone else local_time


def _aware(when: datetime, options: ReadOptions) -> datetime:
    return when if when.tzinfo is not None else when.replace(tzinfo=options.zone)


def _offset(began: datetime, zone: str | None) -> int | None:
    """Return the offset of the clock on the wrist: by the zone that the workout names, else by the export's clock."""
    try:
        own: tzinfo | None = ZoneInfo(zone) if zone else None
    except (ZoneInfoNotFoundError, ValueError, OSError):
        own = None
    at_its_place = began.astimezone(own) if own is not None and began.tzinfo is not None else began
    offset = at_its_place.utcoffset()
    return int(offset.total_seconds()) if offset is not None else None


def _length(element: _Element) -> float:
    """Return the length that it tells, without pauses; 0 if it tells none."""
    value = real(element.get("duration"))
    scale = _SECONDS.get((element.get("durationUnit") or "min").casefold())
    return max(0.0, value * scale) if value is not None and scale is not None else 0.0


def _paused_s(element: _Element, options: ReadOptions) -> float:
    """Return how long it stood still, by its events."""
    stood, since = 0.0, None
    for event in _named(element, "WorkoutEvent"):
        at, type_ = moment(event.get("date")), event.get("type") or ""
        if at is None:
            continue
        if type_.endswith(("Pause", "MotionPaused")):
            since = since or _aware(at, options)
        elif since is not None and "Resume" in type_:
            stood += max(0.0, (_aware(at, options) - since).total_seconds())
            since = None
    return stood


def _distance(element: _Element, options: ReadOptions) -> Distance | None:
    told = [each for each in _statistics(element) if (each.get("type") or "").startswith(_DISTANCE)]
    sums = [_length_of_way(each.get("sum"), each.get("unit"), options) for each in told]
    known = [each for each in sums if each is not None]
    if len(known) == 1:
        return known[0]
    if known:
        return Distance(sum(each.metres for each in known))
    return _length_of_way(element.get("totalDistance"), element.get("totalDistanceUnit"), options)


def leaves_unit_open(element: _Element) -> bool:
    """Return whether a ``Workout`` tells a distance without its unit."""
    told = [each for each in _statistics(element) if (each.get("type") or "").startswith(_DISTANCE)]
    if any(real(each.get("sum")) for each in told):
        return not any(each.get("unit") for each in told)
    return bool(real(element.get("totalDistance"))) and not element.get("totalDistanceUnit")


def _length_of_way(value: str | None, unit: str | None, options: ReadOptions) -> Distance | None:
    """Return a distance in the unit it names, or in the athlete's if it names none."""
    number = real(value)
    name = (unit or options.distance_unit).casefold()
    if number is None or number <= 0:
        return None
    if name in _METRES:
        return Distance(number * _METRES[name])
    return Distance(number, DistanceUnit(name)) if name in tuple(DistanceUnit) else None


def _heart_rate(element: _Element) -> tuple[float | None, float | None]:
    told = (each for each in _statistics(element) if each.get("type") == _HEART_RATE)
    found = next(told, None)
    return (real(found.get("average")), real(found.get("maximum"))) if found is not None else (None, None)


def _statistics(element: _Element) -> list[_Element]:
    """Return the statistics of a workout, or else of the activities within it."""
    own = list(_named(element, "WorkoutStatistics"))
    parts = _named(element, "WorkoutActivity")
    return own or [each for part in parts for each in _named(part, "WorkoutStatistics")]


def _named(element: _Element, name: str) -> Iterator[_Element]:
    return (each for each in element if local(each) == name)


def _metadata(element: _Element) -> Iterator[tuple[str, str]]:
    for each in _named(element, "MetadataEntry"):
        yield each.get("key") or "", (each.get("value") or "").strip()


_CLIMBED = re.compile(r"([0-9.]{1,12})\s*(cm|m|ft)")


def _climbed(text: str | None) -> float | None:
    found = _CLIMBED.fullmatch(text or "")
    value = real(found[1]) if found else None
    return value * {"m": 1.0, **_METRES}[found[2]] if found and value is not None else None


def _load(value: float, unit: str) -> Load | None:
    match unit:
        case "kg":
            return Load(value)
        case "g":
            return Load(value / 1000)
        case "lb" | "lbs":
            return Load(value, WeightUnit.LB)
        case "st":
            return Load(value * _POUNDS_IN_A_STONE, WeightUnit.LB)
        case _:
            return None
