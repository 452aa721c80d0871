"""Rows before and after: what a change is made of, and how it is written.

A change is a list of images. Written forwards it is the change, flipped it takes the
change back. An image of an updated row holds only the columns that differ, so that a
logged set costs the journal a few hundred bytes, not a copy of its session.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import cache
from itertools import groupby

from sqlalchemy import Connection, Select, Table, Update, bindparam, delete, insert, select, update

from hybridtui.domain.change import Change, Noun
from hybridtui.domain.problems import NotSaved
from hybridtui.domain.session import Status
from hybridtui.store import codec, hardness, notes, pains, plans, readings, rows, same_workouts, sums, tables, told
from hybridtui.store.rows import Row
from hybridtui.store.sums import Summed

_TABLES = {table.name: table for table in tables.JOURNALED}
_KEYS = {table.name: table.primary_key.columns[0] for table in tables.JOURNALED}
"""What tells one row of a table from another: its id, of a reading or a weight its day, of a note its exercise."""
_ORDER = {table.name: order for order, table in enumerate(tables.JOURNALED)}
_PARTS = frozenset(table.name for table in (tables.workout, *tables.CHILDREN))
"""Tables whose rows belong to a plan or a session and go with it."""

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
    return select(*columns).where(_KEYS[table.name].in_(bindparam("ids", expanding=True)))


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
        ids = _ids_of(connection, tables.workout, "plan_id", [change.plan.id])
        found += _gone(connection, tables.workout, [id_ for id_ in ids if id_ not in kept])
    return _once(found)


def write(connection: Connection, changed: Sequence[Image], *, just_read: bool = False) -> None:
    """Bring the rows from ``before`` to ``after``: children go first and come last.

    ``just_read``: the images were made in this transaction, from the rows as they are.

    Parents go after all is put: a workout that moves back to an older plan must have left the
    newer one, or it would go with it.

    Raises:
        NotSaved: if a row is no longer as ``before`` says, or if a session that is to go
            has parts that would go with it unseen; something else changed them since.
    """
    in_order = sorted(changed, key=lambda image: _ORDER[image.table])
    sessions = _sessions_of(connection, in_order)
    if not just_read:
        _refuse_if_changed_since(connection, in_order)
    gone = [image for image in reversed(in_order) if image.after is None]
    for image in gone:
        if image.table in _PARTS:
            _delete(connection, image)
    for image in in_order:
        table = _TABLES[image.table]
        if image.after is not None and image.before is None:
            connection.execute(insert(table), rows.storable(_whole(connection, table, image.after)))
    for (name, _), alike in groupby(filter(_updates, in_order), key=_shape):
        told_of = plans.told if name == tables.workout.name else dict
        put = [(image.id, rows.storable(told_of(image.after or {}))) for image in alike]
        connection.execute(_update(name, tuple(put[0][1])), [_bound(id_, row) for id_, row in put])
    for image in gone:
        if image.table not in _PARTS:
            _delete(connection, image)
    summed = sums.refresh(connection, sessions)
    same_workouts.refresh(connection, _days_told(in_order, summed))
    _refresh_hardness(connection, in_order)


def _updates(image: Image) -> bool:
    return image.before is not None and image.after is not None


def _shape(image: Image) -> tuple[str, tuple[str, ...]]:
    """Return what updates have in common that one statement can make."""
    return image.table, tuple(image.after or ())


@cache
def _update(name: str, columns: tuple[str, ...]) -> Update:
    """Return the statement that puts some columns of a row: thousands of sets can change at once."""
    table = _TABLES[name]
    values = {column: bindparam(f"to_{column}", type_=table.c[column].type) for column in columns}
    return update(table).where(_KEYS[name] == bindparam("of_id")).values(values)


def _bound(id_: str, row: Row) -> Row:
    return {"of_id": id_, **{f"to_{column}": value for column, value in row.items()}}


def _whole(connection: Connection, table: Table, row: Row) -> Row:
    """Return a row that is to be inserted with what follows from it."""
    if table is tables.logged_set:
        return hardness.told(connection, row)
    return plans.told(row) if table is tables.workout else row


def _days_told(changed: Sequence[Image], summed: Sequence[Summed]) -> set[date]:
    """Return the days on which a finished session is, or was, other than before; nothing while one runs."""
    befores = {image.id: image.before or {} for image in changed if image.table == tables.session.name}
    now = {
        each.local_date
        for each in summed
        if each.status == Status.FINISHED.value or "status" in befores.get(each.id, {})
    }
    left = {
        str(before["local_date"])
        for before in befores.values()
        if "local_date" in before and before.get("status") != Status.OPEN.value
    }
    return {date.fromisoformat(day) for day in now | left}


def _refresh_hardness(connection: Connection, changed: Sequence[Image]) -> None:
    """Let the hardness of sets follow what they, or the steps that they were done at, became."""
    updated = [image for image in changed if image.before is not None and image.after is not None]
    told = [image for image in updated if not hardness.RESTS_ON.isdisjoint(image.after or ())]
    sets = [image.id for image in told if image.table == tables.logged_set.name]
    sessions = [image.id for image in updated if image.table == tables.session.name and "steps" in (image.after or ())]
    hardness.refresh(connection, sets=sets, sessions=sessions)


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
    key = _KEYS[table.name].name
    present = _present(connection, table, [str(row[key]) for row in wanted])
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
            yield from _gone(connection, child, _ids_of(connection, child, "session_id", ids))


def _gone(connection: Connection, table: Table, ids: Sequence[str]) -> Iterator[Image]:
    for id_, row in _present(connection, table, ids).items():
        yield Image(table.name, id_, row, None)


def _once(found: Iterable[Image]) -> tuple[Image, ...]:
    """Keep one image a row: dropping a set and its session names the set twice."""
    return tuple({(image.table, image.id): image for image in found}.values())


def _present(connection: Connection, table: Table, ids: Sequence[str]) -> dict[str, Row]:
    """Return the rows that are there, by id, without what the store sums up by itself."""
    if not ids:
        return {}
    key = _KEYS[table.name].name
    found = connection.execute(_WITH_IDS[table.name], {"ids": ids})
    columns = list(found.keys())
    return {str((row := dict(zip(columns, each, strict=True)))[key]): row for each in found}


def _ids_of(connection: Connection, table: Table, parent: str, ids: Sequence[str]) -> list[str]:
    if not ids:
        return []
    return list(connection.execute(select(table.c.id).where(table.c[parent].in_(ids))).scalars())


def _sessions_of(connection: Connection, changed: Sequence[Image]) -> set[str]:
    """Return the sessions whose sums these images touch."""
    touched = {image.id for image in changed if image.table == tables.session.name}
    for child in tables.CHILDREN:
        mine = [image for image in changed if image.table == child.name]
        for image in mine:
            touched |= {str(row["session_id"]) for row in (image.before, image.after) if row and "session_id" in row}
        updated = [image.id for image in mine if image.before and image.after]
        if updated:
            touched |= set(connection.execute(select(child.c.session_id).where(child.c.id.in_(updated))).scalars())
    return touched


def _refuse_if_changed_since(connection: Connection, changed: Sequence[Image]) -> None:
    for name, table in _TABLES.items():
        mine = [image for image in changed if image.table == name]
        present = _present(connection, table, [image.id for image in mine])
        for image in mine:
            row = present.get(image.id)
            as_before = row is None if image.before is None else row is not None and image.before.items() <= row.items()
            if not as_before:
                raise NotSaved(_CHANGED_SINCE)


_CHANGED_SINCE = "This cannot be undone or redone by itself: something later changed the same entries; undo that first."


def _delete(connection: Connection, image: Image) -> None:
    if image.table == tables.session.name and any(
        _ids_of(connection, child, "session_id", [image.id]) for child in tables.CHILDREN
    ):
        raise NotSaved(_CHANGED_SINCE)
    connection.execute(delete(_TABLES[image.table]).where(_KEYS[image.table] == image.id))
