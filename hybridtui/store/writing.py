"""What one write of the store consists of, inside its transaction; loaded when something is written."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime

from sqlalchemy import Connection

from hybridtui.domain.change import Change
from hybridtui.domain.exercises import Exercise
from hybridtui.domain.imports import Batch, Original
from hybridtui.domain.session import Session
from hybridtui.store import batches, changes, clocks, journal
from hybridtui.store.images import Image, images


def make(connection: Connection, change: Change, at: datetime) -> None:
    """Make a change and write it down, if it changes anything.

    Raises:
        NotSaved: if it cannot be made.
    """
    changed = images(connection, change, at)
    if changed:
        changes.write(connection, changed, just_read=True)
        journal.record(connection, change, changed, at)


def add_batch(
    connection: Connection,
    batch: Batch,
    exercises: Sequence[Exercise],
    new: Iterable[Session],
    at: datetime,
    originals: Iterable[Original],
    and_: Sequence[Change],
) -> None:
    """Add an import, with the changes that belong to it, and write it down as one.

    Raises:
        NotSaved: if it cannot be added, as when a session's fingerprint is known.
    """
    batches.add(connection, batch, exercises, new, originals, at)
    changed: list[Image] = []
    for change in and_:
        changed += (its := images(connection, change, at))
        changes.write(connection, its, just_read=True)
    journal.record_batch(connection, batch.label, batch.id, changed, at)


def undo(connection: Connection, session_id: str | None, at: datetime) -> str | None:
    """Take back the newest change (of a session) and return its label; None if there is none.

    Raises:
        NotSaved: if something outside the session changed the same entries since.
    """
    return _moved(connection, session_id, journal.undo(connection, session_id, at))


def redo(connection: Connection, session_id: str | None, at: datetime) -> str | None:
    """Bring back what was undone last (in a session) and return its label; None if there is nothing.

    Raises:
        NotSaved: if something outside the session changed the same entries since.
    """
    return _moved(connection, session_id, journal.redo(connection, session_id, at))


def _moved(connection: Connection, session_id: str | None, label: str | None) -> str | None:
    """Put the clock of a session away that was moved in the journal: it led from another place."""
    if label is not None:
        clocks.put_away(connection, session_id)
    return label
