"""Reading the tables of sessions and sets that hybridtui writes, as they are or changed by hand.

A row that is odd is left out and named by its line; a session without a start that can be
read is left out with all of its rows. Texts are cleaned and numbers held against their ranges.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from hybridtui.domain.exercises import OWN, Exercise, catalogue
from hybridtui.domain.flags import ROWS_LEFT_OUT
from hybridtui.domain.names import fold
from hybridtui.domain.own_exercises import OWN_PATTERN
from hybridtui.domain.session import LoggedSet, RunEntry, Session
from hybridtui.domain.text import clean
from hybridtui.domain.totals import with_totals
from hybridtui.formats import limits
from hybridtui.formats.cells import OddCellError
from hybridtui.formats.names import Roster
from hybridtui.formats.own import own_limits
from hybridtui.formats.own.log_csv_cells import FORMULA_SIGNS, Cells, header_of, run_of, set_of
from hybridtui.formats.reading import Read, ReadOptions
from hybridtui.formats.tables import Table, cell

OF_SESSION = "session_"
"""In the table of sets, the columns of the session begin so."""

__all__ = ["FORMULA_SIGNS", "OF_SESSION", "SPREADSHEET", "read"]

SPREADSHEET = "spreadsheet"
"""A table with this column has text marked for spreadsheets."""


EMPTY = "it has a header line and no row, as that of a log without sessions"
"""Warning of such a table."""


def read(data: bytes, options: ReadOptions) -> Read:
    """Read one table.

    Raises:
        UnreadableError: if it is no text, or too much of it cannot be read.
    """
    table = Table(data, options)
    reading = _Reading(table, options)
    for line, row in table.records():
        reading.take(line, row)
    sessions = tuple(session for rows in reading.sessions.values() if (session := reading.built(rows)))
    empty = () if sessions or table.refused else (EMPTY,)
    return Read(
        sessions=sessions,
        exercises=reading.exercises,
        own=True,
        refused=table.refused,
        warnings=(*table.warnings, *empty),
    )


@dataclass(slots=True)
class _Rows:
    """The rows of one session."""

    line: int
    header: Session
    sets: list[LoggedSet] = field(default_factory=list)
    runs: list[RunEntry] = field(default_factory=list)
    load_told: bool = True
    """True if the table tells the session's load."""
    left_out: bool = False
    """True if a row of it could not be read."""


class _Reading:
    """The sessions of a table, so far."""

    def __init__(self, table: Table, options: ReadOptions) -> None:
        self._table = table
        self._options = options
        self._marked = table.header.has(SPREADSHEET)
        self._at = {name: at for at, name in enumerate(table.header.names)}
        self._of_sets = table.header.has("entry")
        self._roster = Roster(options.own)
        self._own: dict[str, Exercise] = {}
        self._odd: set[str] = set()
        self.sessions: dict[str, _Rows] = {}

    @property
    def exercises(self) -> tuple[Exercise, ...]:
        """Own exercises that the log does not have."""
        return (*self._own.values(), *self._roster.added)

    def take(self, line: int, row: Sequence[str]) -> None:
        """Read one row."""
        told = Cells({name: cell(row, at) for name, at in self._at.items()}, marked=self._marked)
        id_ = told.text("session_id")
        if id_ in self._odd:
            return
        known = self.sessions.get(id_)
        try:
            rows = known or self._begun(line, id_, told.within(OF_SESSION) if self._of_sets else told)
        except (ValueError, OverflowError) as error:
            self._odd.add(id_)
            self._refuse(line, error, "the session was left out")
            return
        try:
            if self._of_sets:
                self._take_entry(rows, told)
            elif known is not None:
                raise OddCellError(f"the session {clean(id_, 40)} comes twice")
        except (ValueError, OverflowError) as error:
            rows.left_out = True
            self._refuse(line, error, "the row was left out")

    def _refuse(self, line: int, error: Exception, outcome: str) -> None:
        self._table.refuse(line, f"{clean(str(error), 200)}; {outcome}")

    def _begun(self, line: int, id_: str, told: Cells) -> _Rows:
        header = header_of(id_, told, self._options)
        own_limits.check(header)
        rows = self.sessions[id_] = _Rows(line, header, load_told=bool(told.text("load_au")))
        return rows

    def _take_entry(self, rows: _Rows, told: Cells) -> None:
        entry, place, id_ = told.text("entry"), len(rows.sets) + len(rows.runs), self._options.ids()
        if entry == "set":
            logged = set_of(id_, place, self._exercise(told), told)
            own_limits.check(logged)
            rows.sets.append(logged)
        elif entry == "run":
            run = run_of(id_, place, told)
            own_limits.check(run)
            rows.runs.append(run)
        elif entry:
            raise OddCellError(f"entry '{clean(entry, 40)}' is neither set nor run")

    def _exercise(self, told: Cells) -> str:
        """Return which exercise a set is of: by its id if it is known here, else by its name."""
        id_, name = told.text("exercise_id"), told.text("exercise")
        if id_ in catalogue():
            return id_
        if not id_.startswith(OWN):
            return self._roster.exercise(name or id_, loaded=bool(told.text("weight") or told.text("weight_kg")))
        if (here := self._options.own.get(fold(name))) is not None:
            return here
        self._own.setdefault(id_, Exercise(id=id_, name=name or id_, pattern=OWN_PATTERN))
        return id_

    def built(self, rows: _Rows) -> Session | None:
        """Return the session of some rows; None if it cannot be, which is noted."""
        told = replace(
            rows.header,
            sets=tuple(sorted(rows.sets, key=lambda each: each.position)),
            runs=tuple(sorted(rows.runs, key=lambda each: each.position)),
        )
        if rows.left_out and ROWS_LEFT_OUT not in told.flags:
            told = replace(told, flags=(*told.flags, ROWS_LEFT_OUT))
        if not rows.load_told:
            told = with_totals(told)
        elif rows.sets:
            told = replace(told, tonnage_kg=sum(each.volume_kg for each in told.sets))
        try:
            limits.checked(told)
            own_limits.check(told)
        except ValueError as error:
            self._refuse(rows.line, error, "the session was left out")
            return None
        return told
