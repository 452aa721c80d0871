"""The journal: every change, newest last, so that it can be taken back and done again.

Undo takes back the newest change that stands and was not minor, with the minor ones
after it; redo brings back what was undone last. Both may be kept to one session. A new
change ends what redo could bring back. Only the newest entries are kept.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import Connection, Row, bindparam, delete, func, insert, select, update

from hybridtui.domain.change import Change
from hybridtui.store import batches, changes, codec, newest
from hybridtui.store.images import Image
from hybridtui.store.instants import micros
from hybridtui.store.tables import journal

KEPT = 2_000
"""Entries kept: some weeks of training, a few megabytes."""


_END_OF_REDO = delete(journal).where(journal.c.undone.is_not(None))
_ENTRY = insert(journal).returning(journal.c.seq)
_TOO_OLD = delete(journal).where(journal.c.seq <= bindparam("upto"))


def record(connection: Connection, change: Change, changed: Sequence[Image], at: datetime) -> None:
    """Write a change down; part of the transaction that makes it."""
    _append(connection, change.label, change.session_id, _written(changed), at, minor=change.minor)


def record_batch(connection: Connection, label: str, batch_id: str, changed: Sequence[Image], at: datetime) -> None:
    """Write an import down: undo deletes what it added, and takes back what else it changed."""
    _append(connection, label, None, _written(changed), at, batch_id=batch_id)


def _written(changed: Sequence[Image]) -> str:
    return codec.to_json([[image.table, image.id, image.before, image.after] for image in changed])


def undo(connection: Connection, session_id: str | None, at: datetime) -> str | None:
    """Take the newest change back and return its label; None if there is none.

    Raises:
        NotSaved: if something outside the session changed the same entries since.
    """
    entry = connection.execute(newest.standing(session_id)).first()
    if entry is None:
        return None
    following = newest.in_scope(session_id) & journal.c.undone.is_(None) & (journal.c.seq >= entry.seq)
    for each in connection.execute(select(journal).where(following).order_by(journal.c.seq.desc())).all():
        changes.write(connection, [image.flipped for image in _images(each)])
    if entry.batch_id is not None:
        batches.remove(connection, entry.batch_id)
        connection.execute(delete(journal).where(following | journal.c.undone.is_not(None)))
        return str(entry.label)
    last = connection.execute(select(func.coalesce(func.max(journal.c.undone), 0))).scalar_one()
    connection.execute(update(journal).where(following).values(undone=last + 1, moved_us=micros(at)))
    return str(entry.label)


def redo(connection: Connection, session_id: str | None, at: datetime) -> str | None:
    """Bring back what was undone last and return its label; None if there is nothing.

    Raises:
        NotSaved: if something outside the session changed the same entries since.
    """
    entry = connection.execute(newest.undone(session_id)).first()
    if entry is None:
        return None
    together = journal.c.undone == entry.undone
    for each in connection.execute(select(journal).where(together).order_by(journal.c.seq)).all():
        changes.write(connection, _images(each))
    connection.execute(update(journal).where(together).values(undone=None, moved_us=micros(at)))
    return str(entry.label)


def _append(
    connection: Connection,
    label: str,
    session_id: str | None,
    images: str,
    at: datetime,
    *,
    minor: bool = False,
    batch_id: str | None = None,
) -> None:
    connection.execute(_END_OF_REDO)
    entry = {
        "at_us": micros(at),
        "label": label,
        "session_id": session_id,
        "minor": minor,
        "batch_id": batch_id,
        "images": images,
    }
    seq = connection.execute(_ENTRY, entry).scalar_one()
    connection.execute(_TOO_OLD, {"upto": seq - KEPT})


def _images(entry: Row[*tuple[object, ...]]) -> list[Image]:
    return [Image(*parts) for parts in json.loads(str(entry.images))]
