"""Strong's CSV export, in every layout that was seen. Source: formats.md 1.5.

What counts: a row is a set, warm-ups and failed ones (0 reps, 0 seconds) included, but for
``Rest Timer`` rows, which become the rest of the set before, and ``Note`` rows, which
become a note. A row with a distance is a stretch of running or of another sport; a set is
only a loaded carry, and what was rowed or cycled in a workout that has other sets too. A
row that cannot be read is left out and named; the rest stays.

A workout is known again by its start and name: Strong has no better id, and what the
rows hold is left out so that an export in the other unit is not a second workout.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, timedelta
from io import StringIO

from hybridtui.domain.imports import WHOLE_FILE, Refusal
from hybridtui.domain.session import Session
from hybridtui.domain.text import clean, clean_note
from hybridtui.formats import cells, limits, strong_units, texts
from hybridtui.formats.names import Roster
from hybridtui.formats.reading import Read, ReadOptions, UnreadableError
from hybridtui.formats.strong_columns import Columns, Field
from hybridtui.formats.strong_columns import columns as layout
from hybridtui.formats.strong_rows import Row, RowKind, RowReader
from hybridtui.formats.strong_sessions import FORGOTTEN, Heading, session
from hybridtui.formats.texts import GUESSED


def read(data: bytes, options: ReadOptions) -> Read:
    """Read an export.

    Raises:
        UnreadableError: if the file is damaged as a whole, or holds nothing.
    """
    decoded = texts.decode(data)
    columns = layout(decoded.text.split("\n", 1)[0].split("\r", 1)[0]) if decoded is not None else None
    if decoded is None or columns is None:
        raise UnreadableError("it is no text from beginning to end")
    export = _Export(columns, options)
    for line, record in _records(decoded.text, columns.delimiter, export.refused):
        export.add(line, record)
    if not export.workouts and not export.refused:
        raise UnreadableError("it has a header line but no workouts")
    if (question := strong_units.question(export.rows())) is not None:
        return Read(refused=(Refusal(WHOLE_FILE, f"{question} Give --unit kg or --unit lb."),), question=question)
    roster = Roster(options.own)
    sessions = export.sessions(roster)
    return Read(
        sessions=sessions,
        exercises=roster.added,
        refused=tuple(export.refused),
        warnings=((GUESSED,) if decoded.guessed else ()) + tuple(export.warnings(sessions)),
    )


def _records(text: str, delimiter: str, refused: list[Refusal]) -> Iterator[tuple[int, Sequence[str]]]:
    """Yield each record below the header with the line it begins at.

    Raises:
        UnreadableError: if a quote is opened and never closed: what follows cannot be told apart.
    """
    reader = csv.reader(StringIO(text, newline=""), delimiter=delimiter, strict=True)
    next(reader)
    while True:
        line = reader.line_num + 1
        try:
            record = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            if "end of data" in str(error) or "field limit" in str(error):
                reason = "a quote is opened and never closed, or a cell has no end; nothing was read"
                raise UnreadableError(f"line {line}: {reason}") from error
            refused.append(Refusal(f"line {line}", "its quotes or line ends do not match; the row was left out"))
            continue
        if any(cell.strip() for cell in record):
            yield line, record


@dataclass(slots=True)
class _Workout:
    """The rows of one workout, as far as they were read."""

    heading: Heading
    rows: list[Row] = field(default_factory=list)
    left_out: int = 0

    @property
    def has_sets(self) -> bool:
        return any(row.kind is RowKind.SET for row in self.rows)


class _Export:
    """The workouts of one file, growing row by row; also rows that are not next to one another."""

    def __init__(self, columns: Columns, options: ReadOptions) -> None:
        self._columns = columns
        self._options = options
        self._reader = RowReader(columns, options)
        self.workouts: dict[tuple[str, str], _Workout] = {}
        self.refused: list[Refusal] = []
        self._odd_durations: dict[str, None] = {}

    def add(self, line: int, texts: Sequence[str]) -> None:
        """Take a record in, or refuse it with its line."""
        key = (self._reader.cell(texts, Field.DATE), self._reader.cell(texts, Field.WORKOUT))
        workout = self.workouts.get(key)
        try:
            if workout is None:
                workout = self.workouts[key] = _Workout(self._heading(texts))
            workout.rows.append(self._reader.row(line, texts))
        except (cells.OddCellError, limits.OutOfRangeError) as error:
            self.refused.append(Refusal(f"line {line}", f"{error}; the row was left out"))
            if workout is not None:
                workout.left_out += 1

    def rows(self) -> Iterator[Row]:
        """Yield every row that was read."""
        return (row for workout in self.workouts.values() for row in workout.rows)

    def sessions(self, roster: Roster) -> tuple[Session, ...]:
        """Build a session of each workout that has sets or runs."""
        built = []
        for workout in self.workouts.values():
            if workout.has_sets:
                new = session(workout.heading, workout.rows, roster, self._options, left_out=workout.left_out)
                try:
                    built.append(limits.checked(new))
                except limits.OutOfRangeError as error:
                    line = workout.rows[0].line
                    self.refused.append(Refusal(f"line {line}", f"{error} in all; the workout was left out"))
        return tuple(built)

    def warnings(self, sessions: Sequence[Session]) -> Iterator[str]:
        """Say what was assumed or capped."""
        if sessions:
            yield f"the file names no time zone: {self._options.zone_name or 'this computer’s'} was assumed"
        if self._guessed_distances():
            unit = self._options.distance_unit
            yield f"the file does not say km or mi: distances were read as {unit} (--distance-unit changes that)"
        if self._odd_durations:
            yield f"durations not understood, counted by their sets instead: {_some(list(self._odd_durations))}"
        if forgotten := [f"{each.started.local_date}" for each in sessions if FORGOTTEN in each.flags]:
            yield f"over 6 h long, so probably never ended; counted by their sets instead: {_some(forgotten)}"
        if empty := [f"{each.heading.started.local_date}" for each in self.workouts.values() if not each.has_sets]:
            yield f"left out, without any set that can be read: {_some(empty)}"

    def _guessed_distances(self) -> bool:
        named = self._columns.distance_unit is not None or Field.DISTANCE_UNIT in self._columns.at
        return not named and any(row.distance for row in self.rows())

    def _heading(self, texts: Sequence[str]) -> Heading:
        start = cells.local_time(self._reader.cell(texts, Field.DATE))
        # believed roughly before any arithmetic with zones, which fails in the years 1 and 9999
        limits.started(start.replace(tzinfo=UTC), self._options.latest + timedelta(days=1))
        moment = self._options.local(start)
        limits.started(moment.utc, self._options.latest)
        name = self._reader.cell(texts, Field.WORKOUT)
        return Heading(
            started=moment,
            key=f"{start:%Y-%m-%d %H:%M:%S}|{name.strip()}",
            title=clean(name) or "Strong workout",
            seconds=self._duration(self._reader.cell(texts, Field.DURATION)),
            note=clean_note(self._reader.cell(texts, Field.WORKOUT_NOTES)),
        )

    def _duration(self, text: str) -> float | None:
        try:
            return cells.duration(text)
        except cells.OddCellError:
            self._odd_durations[clean(text, 40)] = None
            return None


def _some(names: Sequence[str], most: int = 5) -> str:
    more = f" and {len(names) - most} more" if len(names) > most else ""
    return ", ".join(names[:most]) + more
