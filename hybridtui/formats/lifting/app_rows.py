"""One row of a lifting app's table as a value, and the numbers in it. Source: formats.md 1.5-1.9; reliability.md 3.

The same few texts stand in a file again and again: each is read and checked once.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from functools import lru_cache

from hybridtui.domain.session import SetKind
from hybridtui.domain.text import clean
from hybridtui.domain.units import DistanceUnit, WeightUnit
from hybridtui.formats import cells, limits

WEIGHT_UNITS = {"kg": WeightUnit.KG, "kgs": WeightUnit.KG, "lb": WeightUnit.LB, "lbs": WeightUnit.LB}
"""Words for a weight unit, in headers and cells."""

DISTANCE_UNITS = {
    "km": DistanceUnit.KM,
    "kms": DistanceUnit.KM,
    "kilometers": DistanceUnit.KM,
    "kilometres": DistanceUnit.KM,
    "mi": DistanceUnit.MI,
    "mile": DistanceUnit.MI,
    "miles": DistanceUnit.MI,
    "m": DistanceUnit.M,
    "meters": DistanceUnit.M,
    "metres": DistanceUnit.M,
}
"""Words for a distance unit, in headers and cells; feet have no unit here and come as metres."""

_MOST_WEIGHT = {WeightUnit.KG: 1000.0, WeightUnit.LB: 2204.0, None: 2204.0}
_MOST_DISTANCE = {DistanceUnit.KM: 1000.0, DistanceUnit.MI: 621.0, DistanceUnit.M: 1_000_000.0}
_CACHED = 8192


class RowKind(StrEnum):
    """What a row says."""

    SET = "set"
    REST = "rest"
    NOTE = "note"


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A row, checked; numbers in the file's own units, 0 for what is not there."""

    line: int
    kind: RowKind = RowKind.SET
    set_kind: SetKind = SetKind.WORKING
    exercise: str
    weight: float = 0.0
    weight_unit: WeightUnit | None = None
    """The row's, the header's, or the one asked for; None if nobody says."""
    reps: int = 0
    distance: float = 0.0
    distance_unit: DistanceUnit = DistanceUnit.KM
    distance_assumed: bool = False
    """True if neither the row nor the header says the unit of the distance."""
    seconds: float = 0.0
    rpe: float | None = None
    note: str = ""
    at: datetime | None = None
    """When the set was ticked off, UTC; None where the file does not say."""
    trains: tuple[str, ...] = ()
    """What the file says its exercise trains, the first muscle of all first; most say nothing."""


@lru_cache(_CACHED)
def weight(text: str, unit: WeightUnit | None) -> float:
    """Read a weight; an empty cell is 0.

    Raises:
        OddCellError, OutOfRangeError: if it cannot be understood or believed; so do all below.
    """
    value = cells.number("the weight", text)
    return limits.within("the weight", value, (0.0, _MOST_WEIGHT[unit]), unit or "")


@lru_cache(_CACHED)
def distance(text: str, unit: DistanceUnit) -> float:
    """Read a distance; an empty cell is 0."""
    return limits.within("the distance", cells.number("the distance", text), (0.0, _MOST_DISTANCE[unit]), unit)


@lru_cache(_CACHED)
def reps(text: str) -> int:
    """Read repetitions, also written ``10.0``; an empty cell is 0."""
    return int(limits.within("the reps", cells.whole("the reps", text), limits.REPS))


@lru_cache(_CACHED)
def seconds(text: str) -> float:
    """Read a number of seconds; an empty cell is 0."""
    return limits.within("the seconds", cells.number("the seconds", text), limits.SECONDS)


@lru_cache(_CACHED)
def time(text: str) -> float:
    """Read a time written ``h:mm:ss`` (or in seconds, or in words) in seconds; an empty cell is 0."""
    return limits.within("the time", cells.duration(text) or 0.0, limits.SECONDS)


@lru_cache(_CACHED)
def rpe(text: str) -> float | None:
    """Read an RPE; an empty cell, or 0, is none."""
    return limits.within("the RPE", cells.number("the RPE", text), limits.RPE) or None


@lru_cache(_CACHED)
def weight_unit(text: str) -> WeightUnit | None:
    """Read the unit of a weight; None if the cell is empty."""
    word = text.strip().casefold()
    if word and word not in WEIGHT_UNITS:
        raise cells.OddCellError(f"the weight unit '{clean(word, 40)}' is not known")
    return WEIGHT_UNITS.get(word)


@lru_cache(_CACHED)
def distance_unit(text: str) -> DistanceUnit | None:
    """Read the unit of a distance; None if the cell is empty."""
    word = text.strip().casefold()
    if word and word not in DISTANCE_UNITS:
        raise cells.OddCellError(f"the distance unit '{clean(word, 40)}' is not known")
    return DISTANCE_UNITS.get(word)


@lru_cache(_CACHED)
def exercise(text: str) -> str:
    """Return the name of an exercise, cleaned."""
    name = clean(text)
    if not name:
        raise cells.OddCellError("the exercise has no name")
    return name
