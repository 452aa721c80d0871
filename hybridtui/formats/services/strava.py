"""Strava's list of activities, ``activities.csv`` of its export. Source: formats.md 1.10.

Dates are in UTC whatever the language. The files that lie beside the list in the export are
read by their own readers: each is another record of a workout.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import UTC, timedelta

from hybridtui.domain.flags import ZONE_ASSUMED
from hybridtui.domain.session import Session, Source
from hybridtui.domain.text import clean, clean_note
from hybridtui.domain.units import Distance
from hybridtui.formats import cells, limits, months
from hybridtui.formats.activities import distance_question
from hybridtui.formats.activity_types import activity
from hybridtui.formats.reading import Read, ReadOptions, UnreadableError
from hybridtui.formats.services.listed import Listed, session
from hybridtui.formats.services.strava_columns import FIRST, columns
from hybridtui.formats.tables import Table, cell

_ID = re.compile(r"[0-9]{1,20}")


def read(data: bytes, options: ReadOptions) -> Read:
    """Read a list.

    Raises:
        UnreadableError: if the file is damaged as a whole, or holds nothing.
    """
    table = Table(data, options)
    reader = _Rows(table, options)
    for line, row in table.records(least=FIRST):
        reader.add(line, row)
    if not reader.sessions and not table.refused:
        raise UnreadableError("it has a header line but no activities")
    sessions = tuple(reader.sessions.values())
    question = distance_question(sessions, options) if reader.leaves_unit_open else None
    assumed = (str(question),) if question is not None else ()
    return Read(
        sessions=sessions,
        refused=table.refused,
        warnings=(*table.warnings, *reader.warnings(), *assumed),
        distance_question=question,
    )


class _Rows:
    """The activities of one list, by their ids."""

    def __init__(self, table: Table, options: ReadOptions) -> None:
        self._table = table
        self._columns = columns(table.header)
        self._options = options
        self.leaves_unit_open = False
        """True if a distance was read in an assumed unit."""
        self.sessions: dict[str, Session] = {}

    def add(self, line: int, row: Sequence[str]) -> None:
        """Take a row in, or refuse it with its line; an activity that comes again is the same one."""
        try:
            listed = self._listed(row)
            if listed.fingerprint not in self.sessions:
                self.sessions[listed.fingerprint] = session(listed, self._options)
        except (cells.OddCellError, limits.OutOfRangeError) as error:
            self._table.refuse(line, f"{error}; the activity was left out")

    def warnings(self) -> Iterator[str]:
        """Say what was assumed."""
        if self.sessions:
            zone = self._options.zone_called
            yield f"the list tells times in UTC: the time zone {zone} was assumed for the days"

    def _listed(self, row: Sequence[str]) -> Listed:
        id_, when, name, kind = (cell(row, place).strip() for place in range(FIRST))
        if not _ID.fullmatch(id_):
            raise cells.OddCellError(f"the activity ID '{clean(id_, 40)}' is none")
        start = months.moment(when)
        start = start.replace(tzinfo=UTC) if start.tzinfo is None else start
        # believed roughly before any arithmetic with zones, which fails in the years 1 and 9999
        limits.started(start, self._options.latest + timedelta(days=1))
        columns = self._columns
        notes = (clean_note(cell(row, place)) for place in (columns.description, columns.private_note))
        return Listed(
            source=Source.STRAVA,
            fingerprint=f"strava:{id_}",
            started=self._options.at(start.astimezone(UTC), None),
            activity=activity(kind),
            title=clean(name),
            seconds=self._value("the moving time", row, columns.moving),
            elapsed_s=self._first("the elapsed time", row, columns.elapsed, columns.elapsed_shown),
            distance=self._distance(row),
            avg_hr=self._value("the heart rate", row, columns.avg_hr),
            max_hr=self._value("the heart rate", row, columns.max_hr),
            ascent_m=self._value("the elevation gain", row, columns.ascent),
            rpe=self._value("the perceived exertion", row, columns.rpe),
            note="\n".join(note for note in notes if note),
            flags=(ZONE_ASSUMED,),
        )

    def _distance(self, row: Sequence[str]) -> Distance | None:
        """Return the distance in metres, or as Strava shows it where an old list has only that."""
        if (metres := self._value("the distance", row, self._columns.metres)) is not None:
            return Distance(metres) if metres else None
        shown = self._value("the distance", row, self._columns.shown)
        if not shown:
            return None
        self.leaves_unit_open = True
        return Distance(shown, self._options.distance_unit)

    def _first(self, what: str, row: Sequence[str], *places: int | None) -> float | None:
        """Return the first value that a row has of those that tell the same."""
        return next((value for place in places if (value := self._value(what, row, place)) is not None), None)

    def _value(self, what: str, row: Sequence[str], place: int | None) -> float | None:
        text = cell(row, place).strip()
        return cells.number(what, _without_thousands(text)) if text else None


def _without_thousands(text: str) -> str:
    """Return a number without the separators before its decimals: of two kinds the last one is that of the decimals.

    >>> _without_thousands("1.234,5"), _without_thousands("1,234.5"), _without_thousands("13,61")
    ('1234,5', '1234.5', '13,61')
    """
    if "," in text and "." in text:
        return text.replace("." if text.rindex(",") > text.rindex(".") else ",", "")
    return text
