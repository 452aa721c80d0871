"""The header lines of Strong's exports: which column holds what, in which unit.

The header decides, never the position: Strong has written at least eight layouts, with
commas or semicolons, in several languages. Source: formats.md 1.5.
"""

from __future__ import annotations

import csv
import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from hybridtui.domain.units import DistanceUnit, WeightUnit


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

WEIGHT_UNITS = {"kg": WeightUnit.KG, "kgs": WeightUnit.KG, "lb": WeightUnit.LB, "lbs": WeightUnit.LB}
"""Words for a weight unit, in headers and cells."""

DISTANCE_UNITS = {
    "km": DistanceUnit.KM,
    "kilometers": DistanceUnit.KM,
    "mi": DistanceUnit.MI,
    "miles": DistanceUnit.MI,
    "m": DistanceUnit.M,
    "meters": DistanceUnit.M,
    "metres": DistanceUnit.M,
}
"""Words for a distance unit, in headers and cells."""

REQUIRED = (Field.DATE, Field.WORKOUT, Field.EXERCISE, Field.ORDER, Field.WEIGHT, Field.REPS)
"""Without these a table is not Strong's."""

_WITH_UNIT = re.compile(r"(.+?)\s*\(([^)]+)\)")


@dataclass(frozen=True, slots=True)
class Columns:
    """The layout of one file."""

    delimiter: str
    at: Mapping[Field, int]
    """Position of each column that is there."""
    count: int
    """Number of columns."""
    weight_unit: WeightUnit | None
    """Named in the header."""
    distance_unit: DistanceUnit | None


def columns(line: str) -> Columns | None:
    """Read a header line; None if it is not one of Strong's."""
    layouts = (_layout(line, delimiter) for delimiter in (",", ";", "\t"))
    return next((layout for layout in layouts if all(field in layout.at for field in REQUIRED)), None)


def _layout(line: str, delimiter: str) -> Columns:
    try:
        names = next(csv.reader([line], delimiter=delimiter), [])
    except csv.Error:
        names = []
    at: dict[Field, int] = {}
    units: dict[Field, str] = {}
    for position, name in enumerate(names):
        field, unit = _field(_plain(name))
        if field is not None and field not in at:
            at[field] = position
            units[field] = unit
    return Columns(
        delimiter,
        at,
        len(names),
        WEIGHT_UNITS.get(units.get(Field.WEIGHT, "")),
        DISTANCE_UNITS.get(units.get(Field.DISTANCE, "")),
    )


def _plain(name: str) -> str:
    """Return a column's name without case, accents and stray spaces."""
    parts = unicodedata.normalize("NFKD", name.strip().casefold().replace("’", "'"))
    return " ".join("".join(char for char in parts if not unicodedata.combining(char)).split())


def _field(name: str) -> tuple[Field | None, str]:
    if name in _UNIT_AS_NAME:
        return _UNIT_AS_NAME[name], name
    if name in _NAMES:
        return _NAMES[name], ""
    if found := _WITH_UNIT.fullmatch(name):
        return _NAMES.get(found[1]), found[2]
    return None, ""
