"""One row of a Strong export as a value. Source: formats.md 1.5."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from hybridtui.domain.session import SetKind
from hybridtui.domain.text import clean, clean_note
from hybridtui.domain.units import DistanceUnit, WeightUnit
from hybridtui.formats import cells, limits
from hybridtui.formats.reading import ReadOptions
from hybridtui.formats.strong_columns import DISTANCE_UNITS, WEIGHT_UNITS, Columns, Field


class RowKind(StrEnum):
    """What a row of Strong's says."""

    SET = "set"
    REST = "rest"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Row:
    """A row, checked; numbers in the file's own units."""

    line: int
    kind: RowKind
    set_kind: SetKind
    exercise: str
    weight: float
    weight_unit: WeightUnit | None
    """The row's, the header's, or the one asked for; None if nobody says."""
    reps: int
    distance: float
    distance_unit: DistanceUnit
    seconds: float
    rpe: float | None
    note: str


_SET_KINDS = (
    (re.compile(r"\d+(?:\.0)?"), SetKind.WORKING),
    (re.compile(r"w(?:arm[- ]?up)?\s?\d*"), SetKind.WARMUP),
    (re.compile(r"d(?:rop)?(?:[- ]?set)?\s?\d*"), SetKind.DROP),
    (re.compile(r"f(?:ailure)?\s?\d*"), SetKind.FAILURE),
)


class RowReader:
    """Reads rows of one layout."""

    def __init__(self, columns: Columns, options: ReadOptions) -> None:
        self._columns = columns
        self._at = columns.at
        self._weights_in = columns.weight_unit or options.weight_unit
        self._distances_in = columns.distance_unit or options.distance_unit
        self._exercises: dict[str, str] = {}

    def cell(self, texts: Sequence[str], field: Field) -> str:
        """Return a cell's text; empty if the layout or the row lacks it."""
        position = self._at.get(field)
        return texts[position] if position is not None and position < len(texts) else ""

    def row(self, line: int, texts: Sequence[str]) -> Row:
        """Read one row.

        Raises:
            OddCellError, OutOfRangeError: if a cell cannot be understood or believed.
        """
        if len(texts) > self._columns.count:
            raise cells.OddCellError(f"it has {len(texts)} cells, the header line {self._columns.count}")
        kind, set_kind = _order(self.cell(texts, Field.ORDER))
        weight_unit = self._weight_unit(texts)
        weight = cells.number("the weight", self.cell(texts, Field.WEIGHT))
        distance_unit = self._distance_unit(texts)
        distance = cells.number("the distance", self.cell(texts, Field.DISTANCE))
        reps = cells.whole("the reps", self.cell(texts, Field.REPS))
        seconds = cells.number("the seconds", self.cell(texts, Field.SECONDS))
        rpe = cells.number("the RPE", self.cell(texts, Field.RPE))
        limits.within("the weight", weight, (0.0, _MOST_WEIGHT[weight_unit]), weight_unit or "")
        limits.within("the reps", reps, limits.REPS)
        limits.within("the seconds", seconds, limits.SECONDS)
        limits.within("the distance", distance, (0.0, _MOST_DISTANCE[distance_unit]), distance_unit)
        limits.within("the RPE", rpe, limits.RPE)
        return Row(
            line=line,
            kind=kind,
            set_kind=set_kind,
            exercise=self._exercise(texts),
            weight=weight,
            weight_unit=weight_unit,
            reps=reps,
            distance=distance,
            distance_unit=distance_unit,
            seconds=seconds,
            rpe=rpe or None,
            note=clean_note(note) if (note := self.cell(texts, Field.NOTES)) else "",
        )

    def _exercise(self, texts: Sequence[str]) -> str:
        raw = self.cell(texts, Field.EXERCISE)
        if raw not in self._exercises:
            self._exercises[raw] = clean(raw)
        name = self._exercises[raw]
        if not name:
            raise cells.OddCellError("the exercise has no name")
        return name

    def _weight_unit(self, texts: Sequence[str]) -> WeightUnit | None:
        word = self.cell(texts, Field.WEIGHT_UNIT).strip().casefold()
        if word and word not in WEIGHT_UNITS:
            raise cells.OddCellError(f"the weight unit '{clean(word, 40)}' is not known")
        return WEIGHT_UNITS[word] if word else self._weights_in

    def _distance_unit(self, texts: Sequence[str]) -> DistanceUnit:
        word = self.cell(texts, Field.DISTANCE_UNIT).strip().casefold()
        if word and word not in DISTANCE_UNITS:
            raise cells.OddCellError(f"the distance unit '{clean(word, 40)}' is not known")
        return DISTANCE_UNITS[word] if word else self._distances_in


_MOST_WEIGHT = {WeightUnit.KG: 1000.0, WeightUnit.LB: 2204.0, None: 2204.0}
_MOST_DISTANCE = {DistanceUnit.KM: 1000.0, DistanceUnit.MI: 621.0, DistanceUnit.M: 1_000_000.0}


def _order(text: str) -> tuple[RowKind, SetKind]:
    word = text.strip().casefold()
    if word == "rest timer":
        return RowKind.REST, SetKind.WORKING
    if word == "note":
        return RowKind.NOTE, SetKind.WORKING
    for pattern, kind in _SET_KINDS:
        if pattern.fullmatch(word):
            return RowKind.SET, kind
    raise cells.OddCellError(f"the set order '{clean(text, 40)}' is not known")
