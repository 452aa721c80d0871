"""From the table of a lifting app to sessions: what is the same for all of them. Source: formats.md 1.5-1.9.

A row that cannot be read is left out and named; the rest of its workout stays. The rows of
a workout need not be next to one another. What one app's rows look like is said by its
:class:`Layout`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from typing import Protocol

from hybridtui.domain.calendar import Moment
from hybridtui.domain.flags import LENGTH_CAPPED, TIME_ASSUMED, ZONE_ASSUMED
from hybridtui.domain.imports import WHOLE_FILE, Refusal
from hybridtui.domain.session import Session, Source
from hybridtui.domain.text import some
from hybridtui.domain.unit_questions import DistanceQuestion
from hybridtui.formats import cells, limits
from hybridtui.formats.lifting import app_units
from hybridtui.formats.lifting.app_rows import Row, RowKind
from hybridtui.formats.lifting.app_sessions import Heading, session
from hybridtui.formats.names import Roster
from hybridtui.formats.reading import Read, ReadOptions, UnreadableError
from hybridtui.formats.tables import Table

NOON = timedelta(hours=12)
"""When a session begins whose file names only its day."""


_NAME_NO_BARBELL = frozenset({Source.LIFTOSAUR, Source.STRONGLIFTS})
"""Apps whose names without an implement mean the barbell."""

_WORKOUTS_BETWEEN_WORDS = 500
"""While sessions are built, too, it is told that the reader goes on."""


class Layout(Protocol):
    """What the rows of one app's table hold."""

    @property
    def source(self) -> Source:
        """The app."""

    def key(self, texts: Sequence[str]) -> Hashable:
        """Return what the rows of one workout have in common, and no other rows."""

    def heading(self, texts: Sequence[str]) -> Heading:
        """Read what a row says of its whole workout.

        Raises:
            OddCellError, OutOfRangeError: if it cannot be understood or believed.
        """

    def rows(self, line: int, texts: Sequence[str]) -> Sequence[Row]:
        """Read the sets of a row: mostly one; none if it tells of nothing that was done.

        Raises:
            OddCellError, OutOfRangeError: if a cell cannot be understood or believed.
        """

    def warnings(self) -> Iterator[str]:
        """Say what was assumed or left out of the rows that were read."""


def read(table: Table, least: int, layout: Layout, options: ReadOptions) -> Read:
    """Read a table whose rows have at least so many cells.

    Raises:
        UnreadableError: if it is damaged as a whole, or holds nothing.
    """
    export = _Export(table, layout, options)
    for line, texts in table.records(least):
        export.add(line, texts)
    if not export.workouts and not table.refused:
        raise UnreadableError("it has a header line but no workouts")
    far = export.distance_question()
    if (question := app_units.question(export.rows())) is not None:
        refused = Refusal(WHOLE_FILE, f"{question} Give --unit kg or --unit lb.")
        return Read(refused=(refused,), question=question, distance_question=far)
    roster = Roster(options.own, "Barbell" if layout.source in _NAME_NO_BARBELL else "")
    assumed = (str(far),) if far is not None else ()
    warnings = [*table.warnings, *layout.warnings(), *assumed, *export.warnings()]
    sessions = export.sessions(roster)
    return Read(
        sessions=sessions,
        exercises=roster.added,
        refused=table.refused,
        warnings=(*warnings, *_of_sessions(sessions, options)),
        distance_question=far,
    )


def begun(when: datetime, options: ReadOptions) -> Moment:
    """Place a start that a file tells; one without an offset is of the assumed zone.

    Raises:
        OutOfRangeError: if nobody trained then.
    """
    # believed roughly before any arithmetic with zones, which fails in the years 1 and 9999
    limits.started(when.replace(tzinfo=UTC), options.latest + timedelta(days=1))
    offset = when.utcoffset()
    if offset is None:
        moment = options.local(when)
    else:
        seconds = round(offset.total_seconds())
        moment = options.at(when.astimezone(UTC), seconds or None)
    limits.started(moment.utc, options.latest)
    return moment


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
    """The workouts of one file, growing row by row."""

    def __init__(self, table: Table, layout: Layout, options: ReadOptions) -> None:
        self._table = table
        self._layout = layout
        self._options = options
        self.workouts: dict[Hashable, _Workout] = {}

    def add(self, line: int, texts: Sequence[str]) -> None:
        """Take a row in, or refuse it with its line."""
        key = self._layout.key(texts)
        workout = self.workouts.get(key)
        try:
            if workout is None:
                workout = self.workouts[key] = _Workout(self._layout.heading(texts))
            limits.within("the number of rows of a workout", len(workout.rows) + 1, limits.ENTRIES)
            workout.rows.extend(self._layout.rows(line, texts))
        except (cells.OddCellError, limits.OutOfRangeError) as error:
            self._table.refuse(line, f"{error}; the row was left out")
            if workout is not None:
                workout.left_out += 1

    def rows(self) -> Iterator[Row]:
        """Yield every row that was read."""
        return (row for workout in self.workouts.values() for row in workout.rows)

    def sessions(self, roster: Roster) -> tuple[Session, ...]:
        """Build a session of each workout that has sets or runs; the rows are let go one by one."""
        built = []
        alike: Counter[str] = Counter()
        for number, key in enumerate(list(self.workouts)):
            if number % _WORKOUTS_BETWEEN_WORDS == 0:
                self._options.progress(self._table.size)
            workout = self.workouts.pop(key)
            nth = alike[workout.heading.key]
            alike[workout.heading.key] += 1
            if workout.has_sets and (new := self._session(workout, roster, nth)) is not None:
                built.append(new)
        return tuple(built)

    def _session(self, workout: _Workout, roster: Roster, nth: int) -> Session | None:
        new = session(
            workout.heading,
            workout.rows,
            roster,
            self._options,
            source=self._layout.source,
            left_out=workout.left_out,
            nth=nth,
        )
        try:
            return limits.checked(new)
        except limits.OutOfRangeError as error:
            self._table.refuse(workout.rows[0].line, f"{error} in all; the workout was left out")
            return None

    def distance_question(self) -> DistanceQuestion | None:
        """Return what to ask about the distances; None if it was said, by the file or to it."""
        if not self._options.distance_assumed:
            return None
        return app_units.distance_question(self.rows(), self._options.distance_unit)

    def warnings(self) -> Iterator[str]:
        """Say what was left out."""
        if empty := [_day(each.heading.started) for each in self.workouts.values() if not each.has_sets]:
            yield f"left out, without any set to keep: {some(empty)}"


def _of_sessions(sessions: Sequence[Session], options: ReadOptions) -> Iterator[str]:
    """Say what was assumed of sessions."""
    if any(ZONE_ASSUMED in each.flags for each in sessions):
        yield options.zone_assumed
    if any(TIME_ASSUMED in each.flags for each in sessions):
        yield "the file names days without a time: noon was assumed"
    if forgotten := [_day(each.started) for each in sessions if LENGTH_CAPPED in each.flags]:
        yield f"over 6 h long, so probably never ended; counted by their sets instead: {some(forgotten)}"


def _day(moment: Moment) -> str:
    day: date = moment.local_date
    return day.isoformat()
