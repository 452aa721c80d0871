"""What the points of a recorded track add up to: time, distance, ascent, heart rate. Source: formats.md 1.3, 1.4.

A track is one or more segments with pauses between them. Points are summed up as they
come and not kept, so that a track of any length takes no memory.
"""

from __future__ import annotations

import math
from datetime import UTC, datetime
from typing import NamedTuple

from hybridtui.domain.units import round_half_up
from hybridtui.formats import limits
from hybridtui.formats.xml.reading import real

EARTH_M = 6_371_000.0
"""Mean radius of the Earth, metres."""

LEAST_CLIMB_M = 3.0
"""Rises of less are noise of the altimeter, no ascent (a product decision: barometers err by 1-2 m, GPS by more)."""

Place = tuple[float, float]
"""Latitude and longitude, degrees."""


class Point(NamedTuple):
    """One point of a track; what it does not tell is None."""

    at: float | None = None
    """Seconds since 1970, UTC."""
    place: Place | None = None
    height_m: float | None = None
    beats: float | None = None
    """Heart rate, per minute."""
    metres: float | None = None
    """Distance since the start by the watch's own reckoning."""


class Track:
    """The sums of a track, kept while its points come in."""

    def __init__(self) -> None:
        self.points = 0
        self.first: float | None = None
        """When its first point with a time was, seconds since 1970."""
        self.walked_m = 0.0
        """Metres from place to place, within segments."""
        self.reckoned_m = 0.0
        """Furthest distance that the watch itself told."""
        self.max_hr: int | None = None
        self._last: float | None = None
        self._done_s = 0.0
        self._segment = _Segment()
        self._climb = _Climb()
        self._beats = 0.0
        self._beaten = 0

    def begin_segment(self) -> None:
        """Begin the next segment: what lies between it and the last was a pause."""
        self._done_s += self._segment.seconds
        self._segment = _Segment()
        self._climb.rest()

    def add(self, point: Point) -> None:
        """Count a point to the segment."""
        self.points += 1
        if point.at is not None:
            self.first = point.at if self.first is None else self.first
            self._last = point.at
            self._segment.pass_time(point.at)
        if point.place is not None:
            self.walked_m += self._segment.move(point.place)
        if point.height_m is not None:
            self._climb.reach(point.height_m)
        if point.metres is not None:
            self.reckoned_m = max(self.reckoned_m, point.metres)
        if point.beats is not None and limits.BPM[0] <= point.beats <= limits.BPM[1]:
            self._beats += point.beats
            self._beaten += 1
            self.max_hr = max(self.max_hr or 0, int(round_half_up(point.beats)))

    @property
    def seconds(self) -> float:
        """Time within segments: pauses between them are left out."""
        return self._done_s + self._segment.seconds

    @property
    def elapsed_s(self) -> float:
        """Time from the first point to the last, pauses included; never less than without them."""
        passed = self._last - self.first if self._last is not None and self.first is not None else 0.0
        return max(passed, self.seconds)

    @property
    def metres(self) -> float:
        """How far it went: by the watch's reckoning if it has one, else from place to place."""
        return self.reckoned_m or self.walked_m

    @property
    def ascent_m(self) -> float | None:
        """How far it went up; None if no heights are known."""
        return self._climb.ascent_m

    @property
    def avg_hr(self) -> int | None:
        """Mean heart rate of its points; None if none has one."""
        return int(round_half_up(self._beats / self._beaten)) if self._beaten else None


class _Segment:
    """Time and place within one segment."""

    def __init__(self) -> None:
        self._first: float | None = None
        self._last = 0.0
        self._forward = 0.0
        self._place: Place | None = None

    def pass_time(self, at: float) -> None:
        if self._first is None:
            self._first = at
        else:
            self._forward += max(0.0, at - self._last)
        self._last = at

    def move(self, place: Place) -> float:
        before, self._place = self._place, place
        return apart_m(before, place) if before is not None else 0.0

    @property
    def seconds(self) -> float:
        """From first to last time; where the clock was set back, what it went forward."""
        passed = self._last - self._first if self._first is not None else 0.0
        return passed if passed > 0 else self._forward


class _Climb:
    """Ascent, smoothed: a rise counts once it is ``LEAST_CLIMB_M`` above the lowest point since the last one."""

    def __init__(self) -> None:
        self.ascent_m: float | None = None
        self._low: float | None = None

    def reach(self, height_m: float) -> None:
        self.ascent_m = self.ascent_m or 0.0
        if self._low is None or height_m < self._low:
            self._low = height_m
        elif height_m - self._low >= LEAST_CLIMB_M:
            self.ascent_m += height_m - self._low
            self._low = height_m

    def rest(self) -> None:
        self._low = None


def apart_m(one: Place, other: Place) -> float:
    """Return the metres between two places along the Earth's surface (haversine).

    >>> round(apart_m((51.0, 3.7), (51.0005, 3.7005)), 1)
    65.7
    """
    lat_a, lon_a, lat_b, lon_b = (math.radians(value) for value in (*one, *other))
    half = math.sin((lat_b - lat_a) / 2) ** 2 + math.cos(lat_a) * math.cos(lat_b) * math.sin((lon_b - lon_a) / 2) ** 2
    return 2 * EARTH_M * math.asin(min(1.0, math.sqrt(half)))


def place(latitude: str | None, longitude: str | None) -> Place | None:
    """Return a place by its texts; None if there is none.

    0/0 is what watches write before they know where they are.
    """
    lat, lon = real(latitude), real(longitude)
    if lat is None or lon is None or not (-90 <= lat <= 90 and -180 <= lon <= 180):
        return None
    return (lat, lon) if lat or lon else None


def height(text: str | None) -> float | None:
    """Return a height above the sea; None if there is none, or none on Earth."""
    metres = real(text)
    return metres if metres is not None and -500.0 <= metres <= 9_000.0 else None


def instant(text: str) -> datetime | None:
    """Return a time as XML writes it, in the zone it names; without one it is UTC. None if it is no time.

    >>> instant("2025-08-31T10:00:00.123456789Z").microsecond, instant("noon")
    (123456, None)
    """
    try:
        when = datetime.fromisoformat(text.strip())
    except ValueError:
        return None
    return when.replace(tzinfo=UTC) if when.tzinfo is None else when


def offset_s(when: datetime) -> int | None:
    """Return how far the clock was from UTC; None if the time is told in UTC, which says nothing of the clock."""
    offset = when.utcoffset()
    return int(offset.total_seconds()) if offset else None
