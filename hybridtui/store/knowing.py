"""What the log knows already of sessions that are imported again: how much of each is told."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import ColumnElement, Connection, Select, bindparam, case, func, select

from hybridtui.domain.exercise_names import ExerciseName
from hybridtui.domain.flags import WANTING
from hybridtui.domain.merging import Gist
from hybridtui.domain.workout_records import Record
from hybridtui.store import everything
from hybridtui.store.database import Database
from hybridtui.store.rows import Columns, flags_of
from hybridtui.store.tables import logged_set, run_entry, session, workout

_AT_ONCE = 500
"""Values in one statement: some builds of SQLite take no more than 999."""


@dataclass(frozen=True, slots=True)
class KnownSession:
    """A session of the log, as far as an import asks."""

    id: str
    gist: Gist


class Knowing:
    """Telling imported sessions again."""

    def __init__(self, database: Database) -> None:
        self._db = database

    def sessions(self, keys: Iterable[str]) -> Mapping[str, KnownSession]:
        """Return the sessions with these fingerprints, by fingerprint; unknown ones are left out."""
        return self._found(session.c.fingerprint, keys)

    def by_ids(self, ids: Iterable[str]) -> Mapping[str, KnownSession]:
        """Return the sessions with these ids, by id: those of files of our own."""
        return self._found(session.c.id, ids)

    def records(self, first: date, last: date) -> list[Record]:
        """Return the records of the days from ``first`` to ``last`` that may be of an imported workout, too."""
        from hybridtui.store import same_workouts

        with self._db.reading() as connection:
            return same_workouts.records(connection, first, last)

    def names(self) -> tuple[ExerciseName, ...]:
        """Return what names in files stand for, as the athlete said."""
        with self._db.reading() as connection:
            return everything.names(connection)

    def sets_of(self, exercise_id: str) -> tuple[int, int]:
        """Return how many sets of an exercise there are, and how many of these have a load."""
        counted = select(func.count(), func.count(logged_set.c.load_kg)).where(logged_set.c.exercise == exercise_id)
        with self._db.reading() as connection:
            sets, loaded = connection.execute(counted).one()
            return sets, loaded

    def is_planned(self, exercise_id: str) -> bool:
        """Return whether a workout of any plan asks for an exercise."""
        asks = select(workout.c.id).where(workout.c.data.contains(exercise_id, autoescape=True)).limit(1)
        with self._db.reading() as connection:
            return connection.execute(asks).first() is not None

    def _found(self, column: ColumnElement[str | None], keys: Iterable[str]) -> Mapping[str, KnownSession]:
        wanted = list(dict.fromkeys(keys))
        with self._db.reading() as connection:
            return {
                key: known
                for start in range(0, len(wanted), _AT_ONCE)
                for key, known in _some(connection, column, wanted[start : start + _AT_ONCE])
            }


def _some(
    connection: Connection, column: ColumnElement[str | None], keys: Sequence[str]
) -> Iterator[tuple[str, KnownSession]]:
    headers = connection.execute(select(column.label("key"), *_HEADER).where(column.in_(keys))).mappings().all()
    ids = {"ids": [row["id"] for row in headers]}
    sets = {row["session_id"]: row for row in connection.execute(_SETS, ids).mappings()}
    runs = {row["session_id"]: row for row in connection.execute(_RUNS, ids).mappings()}
    for row in headers:
        yield row["key"], KnownSession(row["id"], _gist(row, sets.get(row["id"]), runs.get(row["id"])))


def _gist(header: Columns, sets: Columns | None, runs: Columns | None) -> Gist:
    counts = {name: each[name] for each in (sets, runs) if each is not None for name in each if name != "session_id"}
    return Gist(
        sets=header["set_count"],
        reps=header["rep_count"],
        metres=header["distance_m"],
        tonnage_kg=header["tonnage_kg"],
        rated=header["rpe"] is not None,
        has_hr=header["avg_hr"] is not None,
        has_note=bool(header["note"]),
        has_title=bool(header["title"]),
        wanting=tuple(sorted(WANTING.intersection(flags_of(header["flags"])))),
        **counts,
    )


_HEADER = [
    session.c[name]
    for name in (
        "id", "set_count", "rep_count", "distance_m", "tonnage_kg", "rpe", "avg_hr", "note", "title", "flags",
    )
]  # fmt: skip


def _true(condition: ColumnElement[bool]) -> ColumnElement[int]:
    return func.sum(case((condition, 1), else_=0))


def _of_some(table_id: ColumnElement[str], *counts: ColumnElement[int]) -> Select[*tuple[object, ...]]:
    return select(table_id, *counts).where(table_id.in_(bindparam("ids", expanding=True))).group_by(table_id)


_SETS = _of_some(
    logged_set.c.session_id,
    func.count(logged_set.c.rpe).label("set_rpes"),
    func.count(logged_set.c.rest_s).label("set_rests"),
    func.count(logged_set.c.logged_us).label("set_times"),
    _true(logged_set.c.note != "").label("set_notes"),
    _true(logged_set.c.unconfirmed.is_(True)).label("guessed"),
)

_RUNS = _of_some(
    run_entry.c.session_id,
    func.count().label("runs"),
    func.count(run_entry.c.distance_m).label("run_metres"),
    _true(run_entry.c.seconds > 0).label("run_seconds"),
    func.count(run_entry.c.elapsed_s).label("run_elapsed"),
    (func.count(run_entry.c.avg_hr) + func.count(run_entry.c.max_hr)).label("run_hrs"),
    func.count(run_entry.c.ascent_m).label("run_ascents"),
    func.count(run_entry.c.rpe).label("run_rpes"),
    func.count(run_entry.c.rest_s).label("run_rests"),
    _true(run_entry.c.note != "").label("run_notes"),
)
