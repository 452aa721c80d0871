"""Garmin's list of activities, ``Activities.csv``. Source: formats.md 1.11.

It names neither a zone nor a unit, and no activity by an id: an activity is known again
by when its watch said it began, and by its sport. So is the same one in the export of an
account (:mod:`hybridtui.formats.services.garmin_json`).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from hybridtui.domain.flags import ZONE_ASSUMED
from hybridtui.domain.session import Session, Source
from hybridtui.domain.text import clean
from hybridtui.domain.units import M_PER_FT, DistanceUnit
from hybridtui.formats import cells, limits
from hybridtui.formats.activities import distance_question
from hybridtui.formats.activity_types import Activity, activity
from hybridtui.formats.reading import Read, ReadOptions, UnreadableError
from hybridtui.formats.services import garmin_numbers
from hybridtui.formats.services.garmin_columns import columns
from hybridtui.formats.services.garmin_numbers import Going
from hybridtui.formats.services.listed import Listed, session
from hybridtui.formats.tables import Table, cell

_SWIMMING = "swimming"


def key(local: datetime, what: Activity) -> str:
    """Return what an activity is known again by: when its watch said it began, and its sport."""
    return f"garmin:{local:%Y-%m-%dT%H:%M:%S}|{what.sport or what.kind.value}"


@dataclass(frozen=True, slots=True)
class _Row:
    """A row that was understood, but for its distance: in which unit it is, only all of them tell."""

    line: int
    local: datetime
    activity: Activity
    title: str
    going: Going
    elapsed_s: float | None
    mean_beats: float | None
    most_beats: float | None
    ascent: float | None


def read(data: bytes, options: ReadOptions) -> Read:
    """Read a list.

    Raises:
        UnreadableError: if the file is damaged as a whole, or holds nothing.
    """
    table = Table(data, options)
    reader = _Rows(table, options)
    rows = list(reader.rows())
    unit = garmin_numbers.unit_of(row.going for row in rows)
    sessions = tuple(reader.sessions(rows, unit or options.distance_unit))
    if not sessions and not table.refused:
        raise UnreadableError("it has a header line but no activities")
    question = distance_question(sessions, options) if unit is None else None
    return Read(
        sessions=sessions,
        refused=table.refused,
        warnings=(
            *table.warnings,
            *([options.zone_assumed] if sessions else ()),
            *([str(question)] if question is not None else ()),
        ),
        distance_question=question,
    )


class _Rows:
    """Reads the rows of one list, and refuses those that cannot be understood."""

    def __init__(self, table: Table, options: ReadOptions) -> None:
        self._table = table
        self._columns = columns(table.header)
        self._options = options

    def rows(self) -> Iterator[_Row]:
        """Yield each row that is understood."""
        for line, texts in self._table.records(least=2):
            try:
                yield self._row(line, texts)
            except (cells.OddCellError, limits.OutOfRangeError) as error:
                self._refuse(line, error)

    def sessions(self, rows: Sequence[_Row], unit: DistanceUnit) -> Iterator[Session]:
        """Yield the session of each row, distances in ``unit``."""
        seen: Counter[str] = Counter()
        for row in rows:
            fingerprint = key(row.local, row.activity)
            seen[fingerprint] += 1
            again = f"|{seen[fingerprint]}" if seen[fingerprint] > 1 else ""
            try:
                yield session(self._listed(row, fingerprint + again, unit), self._options)
            except limits.OutOfRangeError as error:
                self._refuse(row.line, error)

    def _refuse(self, line: int, error: Exception) -> None:
        self._table.refuse(line, f"{error}; the activity was left out")

    def _row(self, line: int, texts: Sequence[str]) -> _Row:
        at = self._columns
        local = cells.local_time(cell(texts, 1))
        # believed roughly before any arithmetic with zones, which fails in the years 1 and 9999
        limits.started(local.replace(tzinfo=UTC), self._options.latest + timedelta(days=1))
        what = activity(cell(texts, 0))
        return _Row(
            line=line,
            local=local,
            activity=what,
            title=clean(cell(texts, at.title)),
            going=Going(
                distance=garmin_numbers.number("the distance", cell(texts, at.distance)),
                seconds=garmin_numbers.seconds("the time", cell(texts, at.time)),
                pace=cell(texts, at.pace),
                cadence=cell(texts, at.cadence),
                stride=cell(texts, at.stride),
                swum=what.sport == _SWIMMING,
            ),
            elapsed_s=garmin_numbers.seconds("the elapsed time", cell(texts, at.elapsed)),
            mean_beats=garmin_numbers.whole(cell(texts, at.mean_beats)),
            most_beats=garmin_numbers.whole(cell(texts, at.most_beats)),
            ascent=garmin_numbers.whole(cell(texts, at.ascent)),
        )

    def _listed(self, row: _Row, fingerprint: str, unit: DistanceUnit) -> Listed:
        climbed = row.ascent
        if climbed is not None and unit is DistanceUnit.MI:
            climbed *= M_PER_FT
        return Listed(
            source=Source.GARMIN,
            fingerprint=fingerprint,
            started=self._options.local(row.local),
            activity=row.activity,
            title=row.title,
            seconds=row.going.seconds,
            elapsed_s=row.elapsed_s,
            distance=garmin_numbers.distance(row.going, unit),
            avg_hr=row.mean_beats,
            max_hr=row.most_beats,
            ascent_m=climbed,
            flags=(ZONE_ASSUMED,),
        )
