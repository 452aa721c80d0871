"""Which change undo takes back, and which redo brings back; all that the first screen asks of the journal."""

from __future__ import annotations

from sqlalchemy import ColumnElement, Connection, Select, func, select, true

from hybridtui.store.tables import journal

_CHANGED = select(
    *(select(func.coalesce(func.max(column), 0)).scalar_subquery() for column in (journal.c.seq, journal.c.undone))
)


def undo_label(connection: Connection, session_id: str | None) -> str | None:
    """Return what undo would take back."""
    return connection.execute(standing(session_id).with_only_columns(journal.c.label)).scalar()


def redo_label(connection: Connection, session_id: str | None) -> str | None:
    """Return what redo would bring back."""
    return connection.execute(undone(session_id).with_only_columns(journal.c.label)).scalar()


def changed(connection: Connection) -> tuple[int, int]:
    """Return how far the journal has come, and how much of it is undone: another answer after each change or undo."""
    newest, undone = connection.execute(_CHANGED).one()
    return newest, undone


def standing(session_id: str | None) -> Select[*tuple[object, ...]]:
    """Return the question for the newest change (of a session) that stands and was not minor."""
    stands = in_scope(session_id) & journal.c.undone.is_(None) & journal.c.minor.is_(False)
    return select(journal).where(stands).order_by(journal.c.seq.desc()).limit(1)


def undone(session_id: str | None) -> Select[*tuple[object, ...]]:
    """Return the question for the change (of a session) that was undone last and was not minor."""
    gone = in_scope(session_id) & journal.c.undone.is_not(None) & journal.c.minor.is_(False)
    return select(journal).where(gone).order_by(journal.c.undone.desc()).limit(1)


def in_scope(session_id: str | None) -> ColumnElement[bool]:
    """Return what keeps a question to one session; None: to all there is."""
    return true() if session_id is None else journal.c.session_id == session_id
