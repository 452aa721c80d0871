"""GPX tracks. Source: formats.md 1.3.

Every track of a file is a session; what lies between its segments is a pause and adds
neither to its distance nor to its time. Without a word about the sport, the track's name
or else its mean speed decides, with a flag and a warning. An indoor session has a track without points: what its
file tells is kept. Routes and waypoints are places, and no training.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from hashlib import sha256

from lxml.etree import _Element

from hybridtui.domain.flags import LENGTH_UNKNOWN, RECOVERED, SPORT_ASSUMED, ZONE_ASSUMED
from hybridtui.domain.imports import Refusal
from hybridtui.domain.session import Session, Source
from hybridtui.domain.units import Distance
from hybridtui.formats import limits
from hybridtui.formats.activities import Activity, session
from hybridtui.formats.reading import IrrelevantError, Read, ReadOptions, UnreadableError
from hybridtui.formats.sport_words import by_known_word, by_speed, by_word
from hybridtui.formats.xml.reading import Walk, local, parts, real, words
from hybridtui.formats.xml.tracks import Point, Track, height, instant, offset_s, place

_WANTED = ("trkpt", "trkseg", "trk", "metadata", "rte", "wpt")
_MOST_TRACKS = 10_000
"""A file of more is no training log."""


def read(data: bytes, options: ReadOptions) -> Read:
    """Read a GPX file.

    Raises:
        UnreadableError: if it holds no track that can be imported.
    """
    found = _tracks(data, options)
    if not found.tracks:
        raise _trackless(found)
    key = sha256(data).hexdigest()[:32]
    refused: list[Refusal] = []
    sessions: list[Session] = []
    empty: list[int] = []
    for number, told in enumerate(found.tracks, start=1):
        if not told.track.points and len(found.tracks) > 1:
            empty.append(number)
            continue
        try:
            activity = _activity(told, found, f"gpx:{key}:{number - 1}")
            sessions.append(limits.checked(session(activity, options)))
        except limits.OutOfRangeError as error:
            refused.append(Refusal(f"track {number}", f"{error}; the track was left out"))
    if not sessions and len(refused) <= 1:
        raise UnreadableError(refused[0].reason.removesuffix("; the track was left out") if refused else _NO_POINTS)
    return Read(
        sessions=tuple(sessions),
        refused=tuple(refused),
        warnings=tuple(_warnings(sessions, empty, found, options)),
    )


@dataclass(slots=True)
class _Told:
    """A track while it is read."""

    name: str = ""
    type: str = ""
    note: str = ""
    track: Track = field(default_factory=Track)
    began: datetime | None = None
    """Its first time."""


@dataclass(slots=True)
class _File:
    """What is in a file."""

    tracks: list[_Told] = field(default_factory=list)
    time: datetime | None = None
    """Of the file as a whole: when it, or what is in it, was made."""
    routes: int = 0
    waypoints: int = 0
    broken: str | None = None


def _tracks(data: bytes, options: ReadOptions) -> _File:
    walk = Walk(io.BytesIO(data), "gpx", _WANTED, progress=options.progress)
    sorter = _Sorter()
    for element in walk:
        sorter.take(element)
    sorter.found.broken = walk.broken
    return sorter.found


class _Sorter:
    """Sorts points into tracks and segments as they come: what was cut off need not end."""

    def __init__(self) -> None:
        self.found = _File()
        self._track: _Element | None = None
        self._segment: _Element | None = None

    def take(self, element: _Element) -> None:
        """Take the next element."""
        match local(element):
            case "trkpt":
                self._take_point(element)
            case "trk":
                if element is not self._track:
                    self._begin(element)
                self._track = self._segment = None
            case "metadata":
                self.found.time = instant(words(element, "time")) or self.found.time
            case "rte":
                self.found.routes += 1
            case "wpt":
                self.found.waypoints += 1

    def _take_point(self, point: _Element) -> None:
        segment = point.getparent()
        if segment is not None and segment is not self._segment:
            self._segment = segment
            if (track := _owner(segment)) is self._track:
                self.found.tracks[-1].track.begin_segment()
            else:
                self._begin(track)
        _add(point, self.found.tracks[-1])

    def _begin(self, track: _Element) -> None:
        self._track = track
        held = parts(track)
        name, type_, note = (words(held.get(each)) for each in ("name", "type", "desc"))
        self.found.tracks.append(_Told(name=name, type=type_, note=note))
        if len(self.found.tracks) > _MOST_TRACKS:
            raise UnreadableError(f"it holds more than {_MOST_TRACKS:,} tracks")


def _owner(segment: _Element) -> _Element:
    """Return the track of a segment; points that stand without a segment are one themselves."""
    above = segment.getparent() if local(segment) != "trk" else None
    return above if above is not None else segment


def _add(element: _Element, told: _Told) -> None:
    at: datetime | None = None
    up: str | None = None
    beats: float | None = None
    for part in element.iterdescendants():
        name = local(part)
        if name == "time" and at is None:
            at = instant(part.text or "")
        elif name == "ele":
            up = part.text
        elif name in ("hr", "heartrate"):
            beats = real(part.text)
    told.began = told.began or at
    told.track.add(
        Point(
            at=at.timestamp() if at is not None else None,
            place=place(element.get("lat"), element.get("lon")),
            height_m=height(up),
            beats=beats,
        )
    )


def _activity(told: _Told, found: _File, fingerprint: str) -> Activity:
    """Return what a track tells.

    Raises:
        OutOfRangeError: if nobody knows when it was.
    """
    track = told.track
    began = told.began or (found.time if len(found.tracks) == 1 else None)
    if began is None:
        raise limits.OutOfRangeError(_NO_TIMES if track.points else _NO_POINTS)
    named = by_word(told.type)
    likely = by_known_word(told.name) or by_speed(track.metres, track.seconds)
    flags = {RECOVERED: found.broken is not None, SPORT_ASSUMED: named is None}
    return Activity(
        source=Source.GPX,
        fingerprint=fingerprint,
        sport=named or likely,
        title=told.name,
        note=told.note,
        began=began,
        offset_s=offset_s(began),
        seconds=track.seconds,
        elapsed_s=track.elapsed_s,
        distance=Distance(round(track.metres, 2)) if track.metres else None,
        avg_hr=track.avg_hr,
        max_hr=track.max_hr,
        hr_computed=True,
        ascent_m=track.ascent_m,
        flags=tuple(flag for flag, holds in flags.items() if holds),
    )


_NO_TIMES = "its points have no times, so that nobody knows when it was: a drawn route, or an export without times"
_NO_POINTS = "it has no points, and nothing in it says when it was"


def _trackless(found: _File) -> UnreadableError:
    if found.broken is not None:
        return UnreadableError(f"it is cut off or damaged {found.broken}, and too little of it is left")
    if found.routes:
        return IrrelevantError("it holds a route, which is where to go, and no track of what was done")
    if found.waypoints:
        return IrrelevantError("it holds waypoints, and no track of what was done")
    return IrrelevantError("it holds no track")


def _warnings(sessions: list[Session], empty: list[int], found: _File, options: ReadOptions) -> Iterator[str]:
    flags = {flag for each in sessions for flag in each.flags}
    if RECOVERED in flags:
        yield f"it is cut off or damaged {found.broken}: what was left was recovered and marked"
    if SPORT_ASSUMED in flags:
        sports = sorted({each.sport or each.kind.value for each in sessions if SPORT_ASSUMED in each.flags})
        yield f"it does not say which sport it was: taken for {' and '.join(sports)} by its name or speed, and marked"
    if LENGTH_UNKNOWN in flags:
        yield "it does not say how long it took: it counts no minutes"
    if empty:
        yield f"{'track' if len(empty) == 1 else 'tracks'} {', '.join(map(str, empty[:10]))} without points: left out"
    if ZONE_ASSUMED in flags:
        yield options.zone_assumed
