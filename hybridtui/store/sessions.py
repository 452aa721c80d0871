"""Sessions, whole or as lines of the log."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from sqlalchemy import ColumnElement, Connection, Select, Table, bindparam, func, or_, select

from hybridtui.domain.history import SessionLine
from hybridtui.domain.matching import Trained
from hybridtui.domain.session import Session, Source, Status
from hybridtui.domain.workout import Kind
from hybridtui.store import instants, rows
from hybridtui.store.counting import COUNTS, ESTIMATED, LOAD, RPE, counted_workout
from hybridtui.store.rows import Columns
from hybridtui.store.tables import logged_set, run_entry, session, step_mark

_IN_A_STATEMENT = 5_000
"""Values compared in one statement; SQLite takes 32,766."""


_MOST_SETS = 1_000
"""Of one step: the guide walks through them one by one."""


def one(connection: Connection, session_id: str) -> Session | None:
    """Return a session with its steps, sets, runs and marks in order."""
    return _whole(connection, _ONE, {"id": session_id})


def newest_open(connection: Connection) -> Session | None:
    """Return the session that still runs: of several, the one begun last."""
    return _whole(connection, _NEWEST_OPEN, {})


def _parts(table: Table, order: str) -> Select[*tuple[object, ...]]:
    return select(table).where(table.c.session_id == bindparam("id")).order_by(table.c[order], table.c.id)


# Built once: they are asked at every key of a session, and building them costs more than the asking.
_ONE = select(session).where(session.c.id == bindparam("id"))
_OPEN = select(session).where(session.c.status == Status.OPEN.value)
_NEWEST_OPEN = _OPEN.order_by(session.c.started_us.desc(), session.c.id).limit(1)
_SETS, _RUNS, _MARKS = _parts(logged_set, "position"), _parts(run_entry, "position"), _parts(step_mark, "at_us")


def _whole(connection: Connection, query: Select[*tuple[object, ...]], asked: dict[str, str]) -> Session | None:
    row = connection.execute(query, asked).mappings().first()
    if row is None:
        return None
    its = {"id": row["id"]}
    whole = rows.session_of(
        row,
        [rows.set_of(part) for part in connection.execute(_SETS, its).mappings()],
        [rows.run_of(part) for part in connection.execute(_RUNS, its).mappings()],
        [rows.mark_of(part) for part in connection.execute(_MARKS, its).mappings()],
    )
    if any(step.sets > _MOST_SETS for step in whole.steps):
        raise ValueError("more sets than can be done")
    return whole


def done_workouts(connection: Connection) -> frozenset[str]:
    """Return the ids of planned workouts that have a session."""
    column = session.c.workout_id
    return frozenset(connection.execute(select(column).where(column.is_not(None)).distinct()).scalars())


def trained(connection: Connection, first: date, last: date) -> tuple[Trained, ...]:
    """Return the finished sessions of the days from ``first`` to ``last``, as matching with a plan asks, by day.

    The same workout once: by the record that counts, as the workout that any record of it followed.
    """
    columns = (session.c[name] for name in ("id", "local_date", "kind", "run_s", "strength_s"))
    query = (
        select(counted_workout(), *columns)
        .where(COUNTS, *_within(first, last))
        .order_by(session.c.local_date, session.c.started_us, session.c.id)
    )
    return tuple(
        Trained(
            session_id=id_,
            workout_id=workout_id,
            day=date.fromisoformat(day),
            kind=Kind(kind),
            run_minutes=run_s / 60,
            strength_minutes=strength_s / 60,
        )
        for workout_id, id_, day, kind, run_s, strength_s in connection.execute(query)
    )


def lines(
    connection: Connection, *, offset: int, limit: int | None, first: date | None, last: date | None
) -> tuple[SessionLine, ...]:
    """Return finished sessions as lines, newest first."""
    query = (
        select(*_LINE)
        .where(session.c.status == Status.FINISHED.value, *_within(first, last))
        .order_by(session.c.started_us.desc(), session.c.id.desc())
        .limit(limit)
        .offset(offset or None)
    )
    return tuple(_line(row) for row in connection.execute(query).mappings())


def told_again(connection: Connection, session_id: str) -> tuple[SessionLine, ...]:
    """Return the other records of the same workout: the one that counts first, then by their starts."""
    counting = (
        select(func.coalesce(session.c.same_as, session.c.id)).where(session.c.id == session_id).scalar_subquery()
    )
    query = (
        select(*_LINE)
        .where(or_(session.c.id == counting, session.c.same_as == counting), session.c.id != session_id)
        .order_by(session.c.same_as.is_not(None), session.c.started_us, session.c.id)
    )
    return tuple(_line(row) for row in connection.execute(query).mappings())


def count_lines(connection: Connection, *, first: date | None, last: date | None) -> int:
    """Return how many lines there are."""
    finished = session.c.status == Status.FINISHED.value
    query = select(func.count()).select_from(session).where(finished, *_within(first, last))
    return connection.execute(query).scalar_one()


def lines_of(connection: Connection, ids: Sequence[str]) -> tuple[SessionLine, ...]:
    """Return these sessions as lines, in this order; those that are gone are left out."""
    found: dict[str, SessionLine] = {}
    for start in range(0, len(ids), _IN_A_STATEMENT):
        some = select(*_LINE).where(session.c.id.in_(ids[start : start + _IN_A_STATEMENT]))
        found.update((row["id"], _line(row)) for row in connection.execute(some).mappings())
    return tuple(found[id_] for id_ in ids if id_ in found)


_LINE = [
    *(session.c[name] for name in (
        "id", "local_date", "started_us", "started_offset_s", "kind", "title", "run_s", "strength_s", "other_s",
        "distance_m", "set_count", "tonnage_kg", "source", "sport", "flags", "same_as", "run_m",
    )),
    LOAD.label("load_au"), ESTIMATED.label("load_estimated"), RPE.label("rpe"),
]  # fmt: skip


def _line(row: Columns) -> SessionLine:
    local = instants.instant(row["started_us"]).replace(tzinfo=None) + timedelta(seconds=row["started_offset_s"])
    return SessionLine(
        id=row["id"],
        local_date=date.fromisoformat(row["local_date"]),
        started_local=local,
        kind=Kind(row["kind"]),
        title=row["title"],
        total_s=row["run_s"] + row["strength_s"] + row["other_s"],
        run_s=row["run_s"],
        strength_s=row["strength_s"],
        distance_m=row["distance_m"],
        sets=row["set_count"],
        tonnage_kg=row["tonnage_kg"],
        load_au=row["load_au"],
        source=Source(row["source"]),
        sport=row["sport"],
        flags=rows.flags_of(row["flags"]),
        same_as=row["same_as"],
        run_m=row["run_m"],
        rpe=row["rpe"],
        load_estimated=row["load_estimated"],
    )


def _within(first: date | None, last: date | None) -> list[ColumnElement[bool]]:
    bounds = []
    if first is not None:
        bounds.append(session.c.local_date >= first.isoformat())
    if last is not None:
        bounds.append(session.c.local_date <= last.isoformat())
    return bounds
