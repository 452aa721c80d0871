"""The header lines of Strong's exports: which column holds what, in which unit.

The header decides, never the position: Strong has written at least eight layouts, with
commas or semicolons, in several languages. Source: formats.md 1.5.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from hybridtui.domain.units import DistanceUnit, WeightUnit
from hybridtui.formats import cells
from hybridtui.formats.lifting.app_rows import DISTANCE_UNITS, WEIGHT_UNITS
from hybridtui.formats.tables import Header


class Field(StrEnum):
    """What a column of Strong's holds."""

    DATE = "date"
    WORKOUT = "workout name"
    DURATION = "duration"
    EXERCISE = "exercise name"
    ORDER = "set order"
    WEIGHT = "weight"
    WEIGHT_UNIT = "weight unit"
    REPS = "reps"
    RPE = "rpe"
    DISTANCE = "distance"
    DISTANCE_UNIT = "distance unit"
    SECONDS = "seconds"
    NOTES = "notes"
    WORKOUT_NOTES = "workout notes"
    NUMBER = "workout #"


_NAMES = {field.value: field for field in Field} | {
    "workout duration": Field.DURATION,
    # French
    "nom de l'entrainement": Field.WORKOUT,
    "duree": Field.DURATION,
    "nom de l'exercice": Field.EXERCISE,
    "ordre de la serie": Field.ORDER,
    "poids": Field.WEIGHT,
    "secondes": Field.SECONDS,
    "notes d'entrainement": Field.WORKOUT_NOTES,
    # Chinese
    "日期": Field.DATE,
    "锻炼名称": Field.WORKOUT,
    "时长": Field.DURATION,
    "运动名称": Field.EXERCISE,
    "设置顺序": Field.ORDER,
    "重量": Field.WEIGHT,
    "次": Field.REPS,
    "距离": Field.DISTANCE,
    "秒": Field.SECONDS,
    "备注": Field.NOTES,
    "锻炼备注": Field.WORKOUT_NOTES,
}
_UNIT_AS_NAME = {
    "kg": Field.WEIGHT,
    "lb": Field.WEIGHT,
    "lbs": Field.WEIGHT,
    "km": Field.DISTANCE,
    "mi": Field.DISTANCE,
}

REQUIRED = (Field.DATE, Field.WORKOUT, Field.EXERCISE, Field.ORDER, Field.WEIGHT, Field.REPS)
"""Without these a table is not Strong's."""

_WITH_UNIT = re.compile(r"([^(]{1,80}?)\s{0,9}\(([^)]{1,80})\)")
"""Bounded: the first line of a file of another kind may be all brackets."""


HEADERLESS = Header(
    ";",
    (
        *("date", "workout name", "exercise name", "set order", "weight", "weight unit", "reps", "rpe"),
        *("distance", "distance unit", "seconds", "notes", "workout notes", "workout duration"),
    ),
)
"""The layout of Android's files that begin with their first row."""

_FEWEST_HEADERLESS = 11
_WORD_OR_NUMBER = re.compile(r"[\w .-]{1,12}")


@dataclass(frozen=True, slots=True)
class Columns:
    """The layout of one file."""

    at: Mapping[Field, int]
    """Position of each column that is there."""
    least: int
    """A row has at least so many cells: those that a set cannot do without."""
    weight_unit: WeightUnit | None
    """Named in the header."""
    distance_unit: DistanceUnit | None


def columns(header: Header) -> Columns | None:
    """Read a header; None if it is not one of Strong's."""
    at: dict[Field, int] = {}
    units: dict[Field, str] = {}
    for position, name in enumerate(header.names):
        field, unit = _field(name)
        if field is not None and field not in at:
            at[field] = position
            units[field] = unit
    if not all(field in at for field in REQUIRED):
        return None
    return Columns(
        at,
        max(at[field] for field in REQUIRED) + 1,
        WEIGHT_UNITS.get(units.get(Field.WEIGHT, "")),
        DISTANCE_UNITS.get(units.get(Field.DISTANCE, "")),
    )


def is_headerless(line: str) -> bool:
    """Return whether a file's first line is surely a row of Android's layout, which names its units."""
    try:
        texts = next(csv.reader([line], delimiter=HEADERLESS.delimiter), [])
    except csv.Error:
        return False
    if not _FEWEST_HEADERLESS <= len(texts) <= len(HEADERLESS.names):
        return False
    row = dict(zip(HEADERLESS.names, texts, strict=False))
    try:
        cells.local_time(row["date"])
        for name in ("weight", "reps", "distance", "seconds"):
            cells.number(name, row[name])
    except cells.OddCellError:
        return False
    return row["weight unit"].casefold() in WEIGHT_UNITS and _WORD_OR_NUMBER.fullmatch(row["set order"]) is not None


def _field(name: str) -> tuple[Field | None, str]:
    if name in _UNIT_AS_NAME:
        return _UNIT_AS_NAME[name], name
    if name in _NAMES:
        return _NAMES[name], ""
    if found := _WITH_UNIT.fullmatch(name):
        return _NAMES.get(found[1]), found[2]
    return None, ""
