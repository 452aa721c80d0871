"""Imports: many sessions at once, added and taken back together."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime
from itertools import islice
from operator import itemgetter

from sqlalchemy import Connection, Table, delete, exists, insert, select

from hybridtui.domain.exercises import Exercise
from hybridtui.domain.hard_sets import is_hard
from hybridtui.domain.imports import Batch, Original
from hybridtui.domain.session import LoggedSet, Session
from hybridtui.store import codec, engine, instants, rows, same_workouts, sums
from hybridtui.store.rows import Row
from hybridtui.store.tables import exercise, import_batch, logged_set, original, run_entry, session, step_mark

BATCH = codec.TextCodec(Batch)

_AT_ONCE = 250
"""Sessions turned into rows at a time, to keep the memory of a long history small."""


def add(
    connection: Connection,
    batch: Batch,
    exercises: Sequence[Exercise],
    sessions: Iterable[Session],
    originals: Iterable[Original],
    at: datetime,
) -> None:
    """Insert sessions with their sets, runs and marks, the exercises that are new, and the files they came from."""
    with engine.room_for_many(connection):
        data = BATCH.dumps(batch)
        _insert(connection, import_batch, [{"id": batch.id, "imported_us": instants.micros(at), "data": data}])
        present = set(connection.execute(exercise.select()).scalars())
        new = [each for each in exercises if each.id not in present]
        _insert(connection, exercise, [rows.exercise_row(each, batch.id) for each in new])
        waiting = iter(sessions)
        while some := list(islice(waiting, _AT_ONCE)):
            _add_sessions(connection, batch.id, some)
        _keep(connection, originals)
        sums.refresh_batch(connection, batch.id)
        same_workouts.refresh_span(connection, same_workouts.span_of(connection, batch.id))


def _keep(connection: Connection, originals: Iterable[Original]) -> None:
    """Lay away files, each content once."""
    present = set(connection.execute(select(original.c.sha256)).scalars())
    for each in originals:
        if each.sha256 not in present:
            present.add(each.sha256)
            row = {"sha256": each.sha256, "name": each.name, "size": len(each.data), "data": zlib.compress(each.data)}
            connection.execute(insert(original), row)


def remove(connection: Connection, batch_id: str) -> None:
    """Delete what an import added; an exercise that has other sets by now stays."""
    span = same_workouts.span_of(connection, batch_id)
    with engine.room_for_many(connection):
        connection.execute(delete(session).where(session.c.batch_id == batch_id))
    same_workouts.refresh_span(connection, span)
    told = exists().where(session.c.original == original.c.sha256)
    connection.execute(delete(original).where(~told))
    in_use = exists().where(logged_set.c.exercise == exercise.c.id)
    connection.execute(delete(exercise).where(exercise.c.batch_id == batch_id, ~in_use))
    connection.execute(delete(import_batch).where(import_batch.c.id == batch_id))


def _add_sessions(connection: Connection, batch_id: str, some: Sequence[Session]) -> None:
    _insert(connection, session, [rows.session_row(replace(each, batch_id=batch_id)) for each in some])
    sets = [_set_row(each, part) for each in some for part in each.sets]
    _insert(connection, logged_set, sets)
    _insert(connection, run_entry, [rows.run_row(each.id, part) for each in some for part in each.runs])
    _insert(connection, step_mark, [rows.mark_row(each.id, part) for each in some for part in each.marks])


def _set_row(session: Session, logged: LoggedSet) -> Row:
    return {**rows.set_row(session.id, logged), "hard": is_hard(logged, session.steps)}


def _insert(connection: Connection, table: Table, new: Sequence[Row]) -> None:
    """Insert rows that all tell the same columns, with one statement that is put together once."""
    if new:
        told = [column.name for column in table.columns if column.name in new[0]]
        statement = str(insert(table).compile(dialect=connection.dialect, column_keys=told))
        values = itemgetter(*told)
        connection.exec_driver_sql(statement, [values(rows.storable(row)) for row in new])
