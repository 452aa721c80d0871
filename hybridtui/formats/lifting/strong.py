"""Strong's CSV export, in every layout that was seen. Source: formats.md 1.5.

What counts: a row is a set, warm-ups and failed ones (0 reps, 0 seconds) included, but for
``Rest Timer`` rows, which become the rest of the set before, and ``Note`` rows, which
become a note. A row with a distance is a stretch of running or of another sport; a set is
only a loaded carry, and what was rowed or cycled in a workout that has other sets too. So
is a row of a sport with nothing but a time.

A workout is known again by its start and name: Strong has no better id, and what the
rows hold is left out so that an export in the other unit is not a second workout.
"""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterator, Sequence
from functools import lru_cache

from hybridtui.domain.flags import ZONE_ASSUMED
from hybridtui.domain.session import SetKind, Source
from hybridtui.domain.text import clean, clean_note, some
from hybridtui.formats import cells
from hybridtui.formats.lifting import app_rows, app_tables
from hybridtui.formats.lifting.app_rows import Row, RowKind
from hybridtui.formats.lifting.app_sessions import Heading
from hybridtui.formats.lifting.strong_columns import HEADERLESS, Columns, Field, columns, is_headerless
from hybridtui.formats.reading import Read, ReadOptions, UnreadableError
from hybridtui.formats.tables import Table, cell


def read(data: bytes, options: ReadOptions) -> Read:
    """Read an export.

    Raises:
        UnreadableError: if the file is damaged as a whole, or holds nothing.
    """
    table = Table(data, options)
    if is_headerless(table.first_line):
        table = Table(data, options, HEADERLESS)
    layout = columns(table.header)
    if layout is None:
        raise UnreadableError("its first line is no header of Strong's")
    return app_tables.read(table, layout.least, _Strong(layout, options), options)


_SET_KINDS = (
    (re.compile(r"\d+(?:\.0)?"), SetKind.WORKING),
    (re.compile(r"w(?:arm[- ]?up)?\s?\d*"), SetKind.WARMUP),
    (re.compile(r"d(?:rop)?(?:[- ]?set)?\s?\d*"), SetKind.DROP),
    (re.compile(r"f(?:ailure)?\s?\d*"), SetKind.FAILURE),
)


class _Strong:
    """What the rows of one file of Strong's hold."""

    source = Source.STRONG

    def __init__(self, layout: Columns, options: ReadOptions) -> None:
        self._options = options
        self._at = layout.at
        self._weights_in = layout.weight_unit or options.weight_unit
        self._distances_in = layout.distance_unit
        self._odd_durations: dict[str, None] = {}

    def key(self, texts: Sequence[str]) -> Hashable:
        """Return the start and the name of the workout."""
        return self._cell(texts, Field.DATE), self._cell(texts, Field.WORKOUT)

    def heading(self, texts: Sequence[str]) -> Heading:
        """Read start, name, length and note of the workout."""
        start = cells.local_time(self._cell(texts, Field.DATE))
        name = self._cell(texts, Field.WORKOUT)
        return Heading(
            started=app_tables.begun(start, self._options),
            key=f"{start:%Y-%m-%d %H:%M:%S}|{name.strip()}",
            title=clean(name) or "Strong workout",
            seconds=self._duration(self._cell(texts, Field.DURATION)),
            note=clean_note(self._cell(texts, Field.WORKOUT_NOTES)),
            flags=(ZONE_ASSUMED,),
        )

    def rows(self, line: int, texts: Sequence[str]) -> Sequence[Row]:
        """Read the set, rest or note of a row."""
        kind, set_kind = _order(self._cell(texts, Field.ORDER))
        weight_unit = app_rows.weight_unit(self._cell(texts, Field.WEIGHT_UNIT)) or self._weights_in
        named = app_rows.distance_unit(self._cell(texts, Field.DISTANCE_UNIT)) or self._distances_in
        distance_unit = named or self._options.distance_unit
        note = self._cell(texts, Field.NOTES)
        row = Row(
            line=line,
            kind=kind,
            set_kind=set_kind,
            exercise=app_rows.exercise(self._cell(texts, Field.EXERCISE)),
            weight=app_rows.weight(self._cell(texts, Field.WEIGHT), weight_unit),
            weight_unit=weight_unit,
            reps=app_rows.reps(self._cell(texts, Field.REPS)),
            distance=app_rows.distance(self._cell(texts, Field.DISTANCE), distance_unit),
            distance_unit=distance_unit,
            distance_assumed=named is None,
            seconds=app_rows.seconds(self._cell(texts, Field.SECONDS)),
            rpe=app_rows.rpe(self._cell(texts, Field.RPE)),
            note=clean_note(note) if note else "",
        )
        return (row,)

    def warnings(self) -> Iterator[str]:
        """Say which lengths were not understood."""
        if self._odd_durations:
            odd = some(list(self._odd_durations))
            yield f"durations not understood, counted by their sets instead: {odd}"

    def _cell(self, texts: Sequence[str], field: Field) -> str:
        return cell(texts, self._at.get(field))

    def _duration(self, text: str) -> float | None:
        try:
            return cells.duration(text)
        except cells.OddCellError:
            self._odd_durations[clean(text, 40)] = None
            return None


@lru_cache(1024)
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
