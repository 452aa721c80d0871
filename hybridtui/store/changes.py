"""Writing changes: rows are brought from before to after, and what follows from them is worked out again."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import cache
from itertools import groupby

from sqlalchemy import Connection, Table, Update, bindparam, delete, insert, select, update

from hybridtui.domain.problems import NotSaved
from hybridtui.domain.session import Status
from hybridtui.store import hardness, plans, rows, same_workouts, sums, tables
from hybridtui.store.images import KEYS, TABLES, Image, ids_under, rows_there
from hybridtui.store.rows import Row
from hybridtui.store.sums import Summed

_ORDER = {table.name: order for order, table in enumerate(tables.JOURNALED)}
_PARTS = frozenset(table.name for table in (tables.workout, *tables.CHILDREN))
"""Tables whose rows belong to a plan or a session and go with it."""


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
        table = TABLES[image.table]
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
    table = TABLES[name]
    values = {column: bindparam(f"to_{column}", type_=table.c[column].type) for column in columns}
    return update(table).where(KEYS[name] == bindparam("of_id")).values(values)


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
    for name, table in TABLES.items():
        mine = [image for image in changed if image.table == name]
        present = rows_there(connection, table, [image.id for image in mine])
        for image in mine:
            row = present.get(image.id)
            as_before = row is None if image.before is None else row is not None and image.before.items() <= row.items()
            if not as_before:
                raise NotSaved(_CHANGED_SINCE)


_CHANGED_SINCE = "This cannot be undone or redone by itself: something later changed the same entries; undo that first."


def _delete(connection: Connection, image: Image) -> None:
    if image.table == tables.session.name and any(
        ids_under(connection, child, "session_id", [image.id]) for child in tables.CHILDREN
    ):
        raise NotSaved(_CHANGED_SINCE)
    connection.execute(delete(TABLES[image.table]).where(KEYS[image.table] == image.id))
