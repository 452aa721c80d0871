"""Hevy's CSV export. Source: formats.md 1.6.

A row is a set; its unit stands in the header (``weight_kg``, ``weight_lbs``; ``distance_km``,
``distance_miles``). An empty weight is the body's alone. Times have minutes only and the
months of the app's language, so two workouts of one name may begin in the same minute: they
are told apart by their ends and descriptions, and known again by their order. The number of
a superset means nothing outside its workout and is not kept: sets stay in their order.

The notes of an exercise are repeated in each of its rows and kept with the first of a block;
a new block begins where the number of the set does not grow.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Sequence
from functools import lru_cache

from hybridtui.domain.flags import ZONE_ASSUMED
from hybridtui.domain.session import SetKind, Source
from hybridtui.domain.text import clean, clean_note, some
from hybridtui.domain.units import DistanceUnit, WeightUnit
from hybridtui.formats import cells, months
from hybridtui.formats.lifting import app_rows, app_tables
from hybridtui.formats.lifting.app_rows import Row
from hybridtui.formats.lifting.app_sessions import Heading
from hybridtui.formats.reading import Read, ReadOptions
from hybridtui.formats.tables import Header, Table, cell

_WEIGHTS = {"weight_kg": WeightUnit.KG, "weight_lbs": WeightUnit.LB, "weight_lb": WeightUnit.LB, "weight": None}
_DISTANCES = {
    "distance_km": DistanceUnit.KM,
    "distance_miles": DistanceUnit.MI,
    "distance_mi": DistanceUnit.MI,
    "distance_meters": DistanceUnit.M,
    "distance_m": DistanceUnit.M,
    "distance": None,
}
_SET_KINDS = {
    "": SetKind.WORKING,
    "normal": SetKind.WORKING,
    "warmup": SetKind.WARMUP,
    "failure": SetKind.FAILURE,
    "dropset": SetKind.DROP,
    "drop": SetKind.DROP,
}


def read(data: bytes, options: ReadOptions) -> Read:
    """Read an export.

    Raises:
        UnreadableError: if the file is damaged as a whole, or holds nothing.
    """
    table = Table(data, options)
    return app_tables.read(
        table, table.header.least("start_time", "exercise_title", "reps"), _Hevy(table.header, options), options
    )


class _Hevy:
    """What the rows of one file of Hevy's hold."""

    source = Source.HEVY

    def __init__(self, header: Header, options: ReadOptions) -> None:
        self._options = options
        at = header.position
        self._title, self._start, self._end = at("title"), at("start_time"), at("end_time")
        self._description, self._exercise = at("description"), at("exercise_title")
        self._notes, self._index, self._kind = at("exercise_notes"), at("set_index"), at("set_type")
        self._weight, self._reps, self._distance = at(*_WEIGHTS), at("reps"), at(*_DISTANCES)
        self._seconds, self._rpe = at("duration_seconds"), at("rpe")
        weight = next((unit for name, unit in _WEIGHTS.items() if name in header.names), None)
        distance = next((unit for name, unit in _DISTANCES.items() if name in header.names), None)
        self._weights_in = weight or options.weight_unit
        self._distances_in = distance or options.distance_unit
        self._distances_open = distance is None
        self._last: tuple[Hashable, str, float] = ("", "", 0)
        self._odd_kinds: dict[str, None] = {}

    def key(self, texts: Sequence[str]) -> Hashable:
        """Return all that a row says of its workout: name and start alone may be those of two."""
        return tuple(cell(texts, at) for at in (self._start, self._title, self._end, self._description))

    def heading(self, texts: Sequence[str]) -> Heading:
        """Read start, name, length and description of the workout."""
        start = months.moment(cell(texts, self._start))
        title = cell(texts, self._title)
        return Heading(
            started=app_tables.begun(start, self._options),
            key=f"{start:%Y-%m-%d %H:%M}|{title.strip()}",
            title=clean(title) or "Hevy workout",
            seconds=self._length(cell(texts, self._start), cell(texts, self._end)),
            note=clean_note(cell(texts, self._description)),
            flags=(ZONE_ASSUMED,) if start.tzinfo is None else (),
        )

    def rows(self, line: int, texts: Sequence[str]) -> Sequence[Row]:
        """Read the set of a row."""
        exercise = app_rows.exercise(cell(texts, self._exercise))
        row = Row(
            line=line,
            set_kind=self._set_kind(cell(texts, self._kind)),
            exercise=exercise,
            weight=app_rows.weight(cell(texts, self._weight), self._weights_in),
            weight_unit=self._weights_in,
            reps=app_rows.reps(cell(texts, self._reps)),
            distance=app_rows.distance(cell(texts, self._distance), self._distances_in),
            distance_unit=self._distances_in,
            distance_assumed=self._distances_open,
            seconds=app_rows.seconds(cell(texts, self._seconds)),
            rpe=app_rows.rpe(cell(texts, self._rpe)),
            note=clean_note(cell(texts, self._notes)) if self._begins_block(texts, exercise) else "",
        )
        return (row,)

    def warnings(self) -> Iterator[str]:
        """Say which kinds of sets are not known."""
        if self._odd_kinds:
            yield f"kinds of sets not known, counted as working sets: {some(list(self._odd_kinds))}"

    def _begins_block(self, texts: Sequence[str], exercise: str) -> bool:
        """Return whether a row is the first of its exercise, or of its exercise done once more."""
        index = _index(cell(texts, self._index))
        workout = self.key(texts)
        last_workout, last_exercise, last_index = self._last
        self._last = (workout, exercise, index)
        return exercise != last_exercise or index <= last_index or workout != last_workout

    def _set_kind(self, text: str) -> SetKind:
        word = _word(text)
        if word not in _SET_KINDS:
            self._odd_kinds[clean(text, 40)] = None
        return _SET_KINDS.get(word, SetKind.WORKING)

    def _length(self, start: str, end: str) -> float | None:
        if not end.strip():
            return None
        began, ended = months.moment(start), months.moment(end)
        if (began.tzinfo is None) != (ended.tzinfo is None):
            return None
        return max(0.0, (ended - began).total_seconds())


@lru_cache(64)
def _word(text: str) -> str:
    return text.strip().casefold().replace("_", "").replace("-", "").replace(" ", "")


@lru_cache(1024)
def _index(text: str) -> float:
    return cells.number("the number of the set", text)
