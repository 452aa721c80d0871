"""Rows before and after: what a change is made of.

A change is a list of images. Written forwards it is the change, flipped it takes the
change back. An image of an updated row holds only the columns that differ, so that a
logged set costs the journal a few hundred bytes, not a copy of its session.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy import Connection, Select, Table, bindparam, select

from hybridtui.domain.change import Change, Noun
from hybridtui.store import codec, notes, pains, plans, readings, rows, tables, told
from hybridtui.store.rows import Row

TABLES = {table.name: table for table in tables.JOURNALED}
KEYS = {table.name: table.primary_key.columns[0] for table in tables.JOURNALED}
"""What tells one row of a table from another: its id, of a reading or a weight its day, of a note its exercise."""

_OF_NOUN = {
    Noun.SESSION: tables.session,
    Noun.SET: tables.logged_set,
    Noun.RUN: tables.run_entry,
    Noun.MARK: tables.step_mark,
    Noun.EXERCISE: tables.exercise,
    Noun.PAIN: tables.pain,
    Noun.NOTE: tables.exercise_note,
    Noun.WEIGHT: tables.body_weight,
    Noun.SKIP: tables.skip_reason,
    Noun.NAME: tables.exercise_name,
}
ATHLETE_ID = "athlete"
"""The one row of the athlete's."""


def _with_ids(table: Table) -> Select[*tuple[object, ...]]:
    derived = tables.DERIVED.get(table.name, frozenset())
    columns = [column for column in table.columns if column.name not in derived]
    return select(*columns).where(KEYS[table.name].in_(bindparam("ids", expanding=True)))


# Built once: they are asked twice at every change, and building them costs more than the asking.
_WITH_IDS = {table.name: _with_ids(table) for table in tables.JOURNALED}


@dataclass(frozen=True, slots=True)
class Image:
    """One row before and after."""

    table: str
    id: str
    before: Row | None
    """None: the row was not there."""
    after: Row | None
    """None: the row is gone."""

    @property
    def flipped(self) -> Image:
        """The same, backwards."""
        return replace(self, before=self.after, after=self.before)


def images(connection: Connection, change: Change, at: datetime) -> tuple[Image, ...]:
    """Return what ``change`` would do to the rows that are there; nothing for what stays the same."""
    found: list[Image] = []
    for table, wanted in _puts(connection, change, at).items():
        found += _put_images(connection, table, wanted)
    for noun in Noun:
        ids = [ref.id for ref in change.drop if ref.noun is noun]
        found += _drop_images(connection, _OF_NOUN[noun], ids)
    if change.plan is not None:
        kept = {workout.id for week in change.plan.weeks for workout in week.workouts}
        ids = ids_under(connection, tables.workout, "plan_id", [change.plan.id])
        found += _gone(connection, tables.workout, [id_ for id_ in ids if id_ not in kept])
    return _once(found)


def _puts(connection: Connection, change: Change, at: datetime) -> Mapping[Table, list[Row]]:
    """Return the rows to put, by table, parents before children."""
    puts: dict[Table, list[Row]] = {}
    if change.athlete is not None:
        puts[tables.athlete] = [{"id": ATHLETE_ID, "data": codec.ATHLETE.dumps(change.athlete)}]
    if change.plan is not None:
        puts[tables.plan] = [plans.plan_row(change.plan, _next_adoption(connection, change.plan.id))]
        puts[tables.workout] = plans.workout_rows(change.plan)
    puts[tables.exercise] = [_without_batch(rows.exercise_row(exercise)) for exercise in change.exercises]
    puts[tables.session] = [rows.session_row(session) for session in change.sessions]
    puts[tables.logged_set] = [rows.set_row(*pair) for pair in change.sets]
    puts[tables.run_entry] = [rows.run_row(*pair) for pair in change.runs]
    puts[tables.step_mark] = [rows.mark_row(*pair) for pair in change.marks]
    puts[tables.readiness] = [readings.row(reading, at) for reading in change.readiness]
    puts[tables.pain] = [pains.row(said) for said in change.pains]
    puts[tables.exercise_note] = [notes.row(note) for note in change.notes]
    puts[tables.body_weight] = [told.weight_row(weight, at) for weight in change.weights]
    puts[tables.exercise_name] = [told.name_row(name) for name in change.names]
    puts[tables.skip_reason] = [told.skip_row(skip, at) for skip in change.skips]
    return puts


def _without_batch(row: Row) -> Row:
    """Leave the batch of an imported exercise as it is."""
    return {column: value for column, value in row.items() if column != "batch_id"}


def _next_adoption(connection: Connection, plan_id: str) -> int:
    """Return the number that makes a plan the current one."""
    plan = tables.plan
    newest = connection.execute(select(plan.c.adopted, plan.c.id).order_by(plan.c.adopted.desc()).limit(1)).first()
    if newest is None:
        return 1
    adopted: int = newest.adopted
    return adopted if newest.id == plan_id else adopted + 1


def _put_images(connection: Connection, table: Table, wanted: Sequence[Row]) -> Iterator[Image]:
    key = KEYS[table.name].name
    present = rows_there(connection, table, [str(row[key]) for row in wanted])
    for row in wanted:
        id_ = str(row[key])
        before = present.get(id_)
        if before is None:
            yield Image(table.name, id_, None, row)
            continue
        differing = [column for column, value in row.items() if before[column] != value]
        if differing:
            yield Image(
                table.name,
                id_,
                {column: before[column] for column in differing},
                {column: row[column] for column in differing},
            )


def _drop_images(connection: Connection, table: Table, ids: Sequence[str]) -> Iterator[Image]:
    yield from _gone(connection, table, ids)
    if table is tables.session:
        for child in tables.CHILDREN:
            yield from _gone(connection, child, ids_under(connection, child, "session_id", ids))


def _gone(connection: Connection, table: Table, ids: Sequence[str]) -> Iterator[Image]:
    for id_, row in rows_there(connection, table, ids).items():
        yield Image(table.name, id_, row, None)


def _once(found: Iterable[Image]) -> tuple[Image, ...]:
    """Keep one image a row: dropping a set and its session names the set twice."""
    return tuple({(image.table, image.id): image for image in found}.values())


def rows_there(connection: Connection, table: Table, ids: Sequence[str]) -> dict[str, Row]:
    """Return the rows that are there, by id, without what the store sums up by itself."""
    if not ids:
        return {}
    key = KEYS[table.name].name
    found = connection.execute(_WITH_IDS[table.name], {"ids": ids})
    columns = list(found.keys())
    return {str((row := dict(zip(columns, each, strict=True)))[key]): row for each in found}


def ids_under(connection: Connection, table: Table, parent: str, ids: Sequence[str]) -> list[str]:
    """Return the ids of the rows whose column ``parent`` names one of ``ids``."""
    if not ids:
        return []
    return list(connection.execute(select(table.c.id).where(table.c[parent].in_(ids))).scalars())
