"""The columns of Strava's list of activities. Source: formats.md 1.10.

Some names come twice: of two distances the first is as Strava shows it, the second in
metres; of two times the second is exact. In other languages than English the columns are
known by their places.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from hybridtui.formats.tables import Header

_ENGLISH = ("activity id", "activity date", "activity name", "activity type")
FIRST = len(_ENGLISH)
"""The columns that every list begins with, in this order: id, date, name, type."""
_FEWEST_COLUMNS = 19
"""Up to the last one that is known by its place."""
_ROW = re.compile(r'^"?[0-9]{5,20}"?[,;\t].*\bactivities/[0-9]', re.MULTILINE)


def is_list(header: Header, text: str) -> bool:
    """Return whether a table is the list: by its names, or in other languages by its rows."""
    if header.names[:FIRST] == _ENGLISH:
        return True
    return len(header.names) >= _FEWEST_COLUMNS and _ROW.search(text) is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class Columns:
    """Where what stands."""

    elapsed: int | None
    elapsed_shown: int | None
    moving: int | None
    metres: int | None
    shown: int | None
    description: int | None = 4
    private_note: int | None = None
    avg_hr: int | None = None
    max_hr: int | None = None
    ascent: int | None = None
    rpe: int | None = None


def columns(header: Header) -> Columns:
    """Return the columns of a list that says :func:`is_list`."""
    if header.names[:FIRST] != _ENGLISH:
        return Columns(elapsed=15, elapsed_shown=5, moving=16, metres=17, shown=6)
    at = header.position
    return Columns(
        elapsed=at("elapsed time", nth=1),
        elapsed_shown=at("elapsed time"),
        moving=at("moving time"),
        metres=at("distance", nth=1),
        shown=at("distance"),
        description=at("activity description"),
        private_note=at("activity private note"),
        avg_hr=at("average heart rate"),
        max_hr=_either(at("max heart rate", nth=1), at("max heart rate")),
        ascent=at("elevation gain"),
        rpe=at("perceived exertion"),
    )


def _either(first: int | None, second: int | None) -> int | None:
    return first if first is not None else second
