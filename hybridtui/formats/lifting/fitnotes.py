"""FitNotes' CSV export, of Android (two generations) and iOS. Source: formats.md 1.7.

A row is a set, with its own unit (``Weight Unit``) or that of the header (``Weight (kgs)``).
Only days are told, neither times nor names of workouts: all rows of a day are one session,
put at noon and called after the categories of its exercises. Some files name a unit of
weight where the unit of a distance should stand; such a distance is left out.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Sequence
from dataclasses import replace
from datetime import date

from hybridtui.domain.flags import TIME_ASSUMED, ZONE_ASSUMED
from hybridtui.domain.session import Source
from hybridtui.domain.text import NAME_LIMIT, clean, clean_note, some
from hybridtui.domain.units import M_PER_FT, DistanceUnit
from hybridtui.formats import cells
from hybridtui.formats.lifting import app_rows, app_tables, muscle_words
from hybridtui.formats.lifting.app_rows import WEIGHT_UNITS, Row
from hybridtui.formats.lifting.app_sessions import Heading
from hybridtui.formats.reading import Read, ReadOptions
from hybridtui.formats.tables import Header, Table, cell

_FEET = {"ft", "feet", "foot"}
_WEIGHTS = ("weight", "weight (kgs)", "weight (kg)", "weight (lbs)", "weight (lb)")


def read(data: bytes, options: ReadOptions) -> Read:
    """Read an export.

    Raises:
        UnreadableError: if the file is damaged as a whole, or holds nothing.
    """
    table = Table(data, options)
    layout = _FitNotes(table.header, options)
    found = app_tables.read(table, table.header.least("date", "exercise", "reps"), layout, options)
    titled = (replace(each, title=layout.title(each.started.local_date)) for each in found.sessions)
    return replace(found, sessions=tuple(titled))


class _FitNotes:
    """What the rows of one file of FitNotes' hold."""

    source = Source.FITNOTES

    def __init__(self, header: Header, options: ReadOptions) -> None:
        self._options = options
        at = header.position
        self._date, self._exercise, self._category = at("date"), at("exercise"), at("category")
        self._weight, self._weight_unit, self._reps = at(*_WEIGHTS), at("weight unit"), at("reps")
        self._distance, self._distance_unit = at("distance"), at("distance unit")
        self._time, self._comment = at("time"), at("comment", "notes")
        named = header.names[self._weight].partition("(")[2].rstrip(")") if self._weight is not None else ""
        self._weights_in = WEIGHT_UNITS.get(named) or options.weight_unit
        self._categories: dict[date, dict[str, None]] = {}
        self._odd_units: dict[str, None] = {}

    def title(self, day: date) -> str:
        """Return what was trained on a day: ``Legs, Back``."""
        return ", ".join(self._categories.get(day, ()))[:NAME_LIMIT] or "FitNotes workout"

    def key(self, texts: Sequence[str]) -> Hashable:
        """Return the day."""
        return cell(texts, self._date).strip()

    def heading(self, texts: Sequence[str]) -> Heading:
        """Read the day."""
        day = cells.local_time(cell(texts, self._date)).date()
        start = cells.local_time(f"{day}") + app_tables.NOON
        return Heading(
            started=app_tables.begun(start, self._options),
            key=f"{day}",
            title="",
            flags=(ZONE_ASSUMED, TIME_ASSUMED),
        )

    def rows(self, line: int, texts: Sequence[str]) -> Sequence[Row]:
        """Read the set of a row."""
        weight_unit = app_rows.weight_unit(cell(texts, self._weight_unit)) or self._weights_in
        distance, distance_unit = self._moved(texts)
        unit_open = not cell(texts, self._distance_unit).strip()
        row = Row(
            line=line,
            exercise=app_rows.exercise(cell(texts, self._exercise)),
            weight=app_rows.weight(cell(texts, self._weight), weight_unit),
            weight_unit=weight_unit,
            reps=app_rows.reps(cell(texts, self._reps)),
            distance=distance,
            distance_unit=distance_unit,
            distance_assumed=unit_open,
            seconds=app_rows.time(cell(texts, self._time)),
            note=clean_note(cell(texts, self._comment)),
            trains=muscle_words.of_category(cell(texts, self._category)),
        )
        self._remember_category(texts)
        return (row,)

    def warnings(self) -> Iterator[str]:
        """Say which distances were left out."""
        if self._odd_units:
            yield f"distances left out, their unit is none of a distance: {some(list(self._odd_units))}"

    def _moved(self, texts: Sequence[str]) -> tuple[float, DistanceUnit]:
        """Read a distance in its unit."""
        text, named = cell(texts, self._distance), cell(texts, self._distance_unit).strip()
        if named.casefold() in _FEET:
            metres = cells.number("the distance", text) * M_PER_FT
            return app_rows.distance(f"{metres:.4f}", DistanceUnit.M), DistanceUnit.M
        try:
            unit = app_rows.distance_unit(named) or self._options.distance_unit
        except cells.OddCellError:
            if cells.number("the distance", text):
                self._odd_units[clean(named, 40)] = None
            return 0.0, self._options.distance_unit
        return app_rows.distance(text, unit), unit

    def _remember_category(self, texts: Sequence[str]) -> None:
        day = cells.local_time(cell(texts, self._date)).date()
        if name := clean(cell(texts, self._category), 40):
            self._categories.setdefault(day, {})[name] = None
