"""The activities in Garmin's export of an account, ``*_summarizedActivities.json``. Source: formats.md 1.11.

Times are in milliseconds, lengths in centimetres. Of strength it tells only how often and
how much in all, and no sets: those are in the FIT files beside it. An activity of several
sports comes with its parts; they are kept, and the whole is not counted again.
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime, timedelta
from typing import NoReturn

from hybridtui.domain.flags import ZONE_ASSUMED
from hybridtui.domain.imports import Refusal
from hybridtui.domain.session import Session, Source
from hybridtui.domain.text import clean, clean_note
from hybridtui.domain.units import Distance
from hybridtui.formats import limits, texts
from hybridtui.formats.activity_types import activity
from hybridtui.formats.reading import Read, ReadOptions, UnreadableError
from hybridtui.formats.services.garmin_csv import key
from hybridtui.formats.services.listed import Listed, session

EXPORT = "summarizedActivitiesExport"
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
MOST_REFUSED = 10_000
"""Activities that cannot be read, after which the reading ends: it is no such export."""

_MOST_OFFSET_S = 14 * 3600
_QUARTER = 15 * 60

_Values = Mapping[str, object]


def read(data: bytes, options: ReadOptions) -> Read:
    """Read a file of activities.

    Raises:
        UnreadableError: if it is no JSON, or holds no activity.
    """
    sessions: dict[str, Session] = {}
    refused: list[Refusal] = []
    for number, values in enumerate(_activities(data), start=1):
        if values.get("parent") is True or values.get("isParent") is True:
            continue
        try:
            listed = _listed(values, options)
            sessions.setdefault(listed.fingerprint, session(listed, options))
        except limits.OutOfRangeError as error:
            refused.append(Refusal(f"activity {number}", f"{error}; the activity was left out"))
            if len(refused) > MOST_REFUSED:
                raise UnreadableError(
                    f"over {MOST_REFUSED:,} of its activities cannot be read; of activity {number}, {error}"
                ) from error
    if not sessions and not refused:
        raise UnreadableError("it holds no activities")
    assumed = any(ZONE_ASSUMED in each.flags for each in sessions.values())
    return Read(
        sessions=tuple(sessions.values()),
        refused=tuple(refused),
        warnings=(f"some activities name no time zone: {options.zone_called} was assumed",) if assumed else (),
    )


def _activities(data: bytes) -> Iterator[_Values]:
    """Yield the activities of all parts of the file.

    Raises:
        UnreadableError: if it is no JSON, or nested too deep.
    """
    decoded = texts.decode(data)
    try:
        held = json.loads(decoded.text if decoded is not None else "", parse_constant=_no_number)
    except (ValueError, RecursionError) as error:
        raise UnreadableError("it is no JSON from beginning to end: it may be cut off") from error
    for part in held if isinstance(held, list) else [held]:
        listed = part.get(EXPORT) if isinstance(part, dict) else None
        yield from (each for each in (listed if isinstance(listed, list) else []) if isinstance(each, dict))


def _no_number(constant: str) -> NoReturn:
    raise ValueError(f"{constant} is no number")


def _listed(values: _Values, options: ReadOptions) -> Listed:
    began = _instant(values, "beginTimestamp") or _instant(values, "startTimeGmt")
    if began is None:
        raise limits.OutOfRangeError("it does not say when it began")
    limits.started(began, options.latest)
    offset_s = _offset(began, _instant(values, "startTimeLocal"))
    started = options.at(began, offset_s)
    what = activity(_text(values, "activityType") or _text(values, "sportType"))
    metres = _scaled(values, "distance", 100)
    return Listed(
        source=Source.GARMIN,
        fingerprint=key(started.local, what),
        started=started,
        activity=what,
        title=clean(_text(values, "name")),
        seconds=_scaled(values, "duration", 1000),
        elapsed_s=_scaled(values, "elapsedDuration", 1000),
        distance=Distance(metres) if metres else None,
        avg_hr=_scaled(values, "avgHr"),
        max_hr=_scaled(values, "maxHr"),
        ascent_m=_scaled(values, "elevationGain", 100),
        rpe=_scaled(values, "workoutRpe", 10),
        note=clean_note(_text(values, "description")),
        flags=() if offset_s is not None else (ZONE_ASSUMED,),
    )


def _instant(values: _Values, name: str) -> datetime | None:
    """Return an instant, to the second: lists tell no more.

    Raises:
        OutOfRangeError: if it lies outside all calendars.
    """
    seconds = _scaled(values, name, 1000)
    try:
        return _EPOCH + timedelta(seconds=math.floor(seconds)) if seconds is not None else None
    except OverflowError as error:
        raise limits.OutOfRangeError("its date is before 1970 or in the future") from error


def _offset(began: datetime, local: datetime | None) -> int | None:
    """Return how far its clock was from UTC, in seconds; None if it does not say so that it can be believed."""
    if local is None:
        return None
    seconds = (local - began).total_seconds()
    return int(seconds) if abs(seconds) <= _MOST_OFFSET_S and seconds % _QUARTER == 0 else None


def _scaled(values: _Values, name: str, scale: float = 1) -> float | None:
    value = values.get(name)
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    try:
        return value / scale if math.isfinite(value) else None
    except OverflowError:
        return None


def _text(values: _Values, name: str) -> str:
    value = values.get(name)
    return value if isinstance(value, str) else ""
