"""TCX activities. Source: formats.md 1.4.

Every activity of a file is a session, those of a multisport file too. A lap's own time and
distance go before what its trackpoints add up to: a treadmill has no positions, and some
files tell nothing but laps. Heart rate is the mean of the trackpoints, as of every track;
of laps only where no trackpoint has one.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from hashlib import sha256

from lxml.etree import _Element

from hybridtui.domain.flags import RECOVERED, ZONE_ASSUMED
from hybridtui.domain.imports import Refusal
from hybridtui.domain.session import Session, Source
from hybridtui.domain.units import Distance
from hybridtui.formats import limits
from hybridtui.formats.activities import Activity, session
from hybridtui.formats.reading import IrrelevantError, Read, ReadOptions, UnreadableError
from hybridtui.formats.sport_words import TRAINING, Sport, by_known_word, by_word
from hybridtui.formats.xml.reading import Walk, local, parts, real, words
from hybridtui.formats.xml.tracks import Point, Track, height, instant, offset_s, place

_WANTED = ("Trackpoint", "Track", "Lap", "Activity", "Course", "Workout")
_MOST_ACTIVITIES = 10_000


def read(data: bytes, options: ReadOptions) -> Read:
    """Read a TCX file.

    Raises:
        UnreadableError: if it holds no activity that can be imported.
    """
    sorter = _Sorter()
    walk = Walk(io.BytesIO(data), "TrainingCenterDatabase", _WANTED, progress=options.progress)
    for element in walk:
        sorter.take(element)
    if not sorter.activities:
        raise _nothing(sorter, walk.broken)
    flags = (RECOVERED,) if walk.broken is not None else ()
    sessions: list[Session] = []
    refused: list[Refusal] = []
    for number, (told, fingerprint) in enumerate(_with_keys(sorter.activities, data), start=1):
        try:
            sessions.append(limits.checked(session(_activity(told, fingerprint, flags), options)))
        except limits.OutOfRangeError as error:
            refused.append(Refusal(f"activity {number}", f"{error}; the activity was left out"))
    return Read(
        sessions=tuple(sessions), refused=tuple(refused), warnings=tuple(_warnings(sessions, walk.broken, options))
    )


@dataclass(slots=True)
class _Lap:
    """A lap while it is read."""

    began: datetime | None = None
    seconds: float = 0.0
    metres: float = 0.0
    avg_hr: float | None = None
    max_hr: float | None = None
    reckoned_m: float = 0.0
    """What the watch had reckoned when the lap began."""
    walked_m: float = 0.0
    """What the places had added up to when the lap began."""


@dataclass(slots=True)
class _Told:
    """An activity while it is read."""

    sport: str = ""
    id: str = ""
    note: str = ""
    device: str = ""
    began: datetime | None = None
    """Its first trackpoint with a time."""
    laps: list[_Lap] = field(default_factory=list)
    track: Track = field(default_factory=Track)


class _Sorter:
    """Sorts trackpoints into laps and activities as they come: what was cut off need not end."""

    def __init__(self) -> None:
        self.activities: list[_Told] = []
        self.courses = 0
        self.workouts = 0
        self._activity: _Element | None = None
        self._lap: _Element | None = None
        self._track: _Element | None = None

    def take(self, element: _Element) -> None:
        """Take the next element."""
        match local(element):
            case "Trackpoint":
                self._take_point(element)
            case "Lap" if _above(element, "Activity") is not None:
                self._enter(element)
                _sum_up(element, self.activities[-1].laps[-1])
            case "Activity":
                self._open(element)
                self._close(element)
            case "Course":
                self.courses += 1
            case "Workout":
                self.workouts += 1

    def _take_point(self, element: _Element) -> None:
        lap = _above(element, "Lap")
        if lap is None or _above(lap, "Activity") is None:
            return  # of a course
        self._enter(lap)
        told = self.activities[-1]
        if (track := element.getparent()) is not self._track:
            self._track = track
            told.track.begin_segment()
        held = parts(element)
        at = instant(words(held.get("Time")))
        told.began = told.began or at
        told.track.add(_point(held, at))

    def _enter(self, lap: _Element) -> None:
        """Begin a lap, unless it has begun."""
        if lap is self._lap:
            return
        activity = _above(lap, "Activity")
        if activity is not None:
            self._open(activity)
        self._lap = lap
        told = self.activities[-1]
        told.laps.append(
            _Lap(
                began=instant(lap.get("StartTime") or ""),
                reckoned_m=told.track.reckoned_m,
                walked_m=told.track.walked_m,
            )
        )

    def _open(self, activity: _Element) -> None:
        """Begin an activity, unless it has begun."""
        if activity is not self._activity:
            self._activity = activity
            if len(self.activities) == _MOST_ACTIVITIES:
                raise UnreadableError(f"it holds more than {_MOST_ACTIVITIES:,} activities")
            self.activities.append(_Told(sport=activity.get("Sport") or "", id=words(activity, "Id")))

    def _close(self, activity: _Element) -> None:
        """Take what stands after the laps."""
        told = self.activities[-1]
        told.note, told.device = words(activity, "Notes"), words(activity, "Creator", "Name")
        self._activity = self._lap = self._track = None


def _above(element: _Element, name: str) -> _Element | None:
    """Return the nearest element of a name that this one lies in."""
    return next((each for each in element.iterancestors() if local(each) == name), None)


def _point(held: Mapping[str, _Element], at: datetime | None) -> Point:
    position = held.get("Position")
    return Point(
        at=at.timestamp() if at is not None else None,
        place=place(words(position, "LatitudeDegrees"), words(position, "LongitudeDegrees")),
        height_m=height(words(held.get("AltitudeMeters"))),
        beats=real(words(held.get("HeartRateBpm"), "Value")),
        metres=_positive(words(held.get("DistanceMeters"))),
    )


def _sum_up(element: _Element, lap: _Lap) -> None:
    """Take what a lap that has ended says of itself."""
    lap.seconds = _positive(words(element, "TotalTimeSeconds")) or 0.0
    lap.metres = _positive(words(element, "DistanceMeters")) or 0.0
    lap.avg_hr = real(words(element, "AverageHeartRateBpm", "Value"))
    lap.max_hr = real(words(element, "MaximumHeartRateBpm", "Value"))


def _positive(text: str) -> float | None:
    value = real(text)
    return value if value is not None and value >= 0 else None


_NO_NAME = re.compile(r"[^0-9A-Za-z.+-]+")


def _with_keys(activities: list[_Told], data: bytes) -> Iterator[tuple[_Told, str]]:
    """Yield activities with what tells them again: their Id, and which of several with the same."""
    met: dict[str, int] = {}
    digest = sha256(data).hexdigest()[:32]
    for told in activities:
        key = _NO_NAME.sub("", told.id)[:40] or digest
        met[key] = met.get(key, 0) + 1
        yield told, f"tcx:{key}:{met[key]}"


def _activity(told: _Told, fingerprint: str, flags: tuple[str, ...]) -> Activity:
    """Return what an activity tells.

    Raises:
        OutOfRangeError: if nobody knows when it was, or it tells of no time passed.
    """
    track = told.track
    began = next((lap.began for lap in told.laps if lap.began), None) or instant(told.id) or told.began
    if began is None:
        raise limits.OutOfRangeError("it does not say when it began")
    seconds = sum(lap.seconds for lap in told.laps) or track.seconds
    if not seconds:
        raise limits.OutOfRangeError("it lasted no time at all")
    metres = _metres(told)
    beats = [lap for lap in told.laps if lap.avg_hr and lap.seconds]
    weight = sum(lap.seconds for lap in beats)
    of_laps = sum((lap.avg_hr or 0.0) * lap.seconds for lap in beats) / weight if weight else None
    return Activity(
        source=Source.TCX,
        fingerprint=fingerprint,
        sport=_sport(told),
        note=told.note,
        began=began,
        offset_s=offset_s(began),
        seconds=seconds,
        elapsed_s=max(track.elapsed_s, seconds),
        distance=Distance(round(metres, 2)) if metres else None,
        avg_hr=track.avg_hr if track.avg_hr is not None else of_laps,
        max_hr=max((lap.max_hr for lap in told.laps if lap.max_hr), default=track.max_hr),
        hr_computed=True,
        ascent_m=track.ascent_m,
        flags=flags,
    )


def _metres(told: _Told) -> float:
    """Return how far it went, lap by lap: as the lap says, else its trackpoints, else their places."""
    track = told.track
    ends = [*told.laps[1:], _Lap(reckoned_m=track.reckoned_m, walked_m=track.walked_m)]
    return sum(
        lap.metres or after.reckoned_m - lap.reckoned_m or after.walked_m - lap.walked_m
        for lap, after in zip(told.laps, ends, strict=True)
    )


def _sport(told: _Told) -> Sport:
    return by_word(told.sport) or by_known_word(f"{told.note[:200]} {told.device[:200]}") or TRAINING


def _nothing(sorter: _Sorter, broken: str | None) -> UnreadableError:
    if broken is not None:
        return UnreadableError(f"it is cut off or damaged {broken}, and too little of it is left")
    if sorter.courses or sorter.workouts:
        what = "a course, which is where to go" if sorter.courses else "planned workouts"
        return IrrelevantError(f"it holds {what}, and no activity")
    return IrrelevantError("it holds no activity")


def _warnings(sessions: list[Session], broken: str | None, options: ReadOptions) -> Iterator[str]:
    if broken is not None:
        yield f"it is cut off or damaged {broken}: what was left was recovered and marked"
    if any(ZONE_ASSUMED in each.flags for each in sessions):
        yield options.zone_assumed
