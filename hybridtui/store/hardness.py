"""Whether each set was hard, kept beside it, so that history counts hard sets without reading steps.

The rule is ``domain.hard_sets``; here it follows what is stored.
"""

from __future__ import annotations

from collections.abc import Collection

from sqlalchemy import Connection, bindparam, or_, select, update

from hybridtui.domain.hard_sets import asked_rpe, hardness
from hybridtui.domain.session import SetKind
from hybridtui.store import codec
from hybridtui.store.rows import Row, Value
from hybridtui.store.tables import logged_set, session

# Built once: they are asked as sets are logged.
_STEPS = select(session.c.steps).where(session.c.id == bindparam("id"))
_SETS = select(*(logged_set.c[name] for name in ("id", "session_id", "kind", "rpe", "step", "hard"))).where(
    or_(
        logged_set.c.id.in_(bindparam("sets", expanding=True)),
        logged_set.c.session_id.in_(bindparam("sessions", expanding=True)),
    )
)
_KEEP = update(logged_set).where(logged_set.c.id == bindparam("of")).values(hard=bindparam("is_hard"))


RESTS_ON = frozenset({"kind", "rpe", "step"})
"""The columns of a set that its hardness follows from, beside the steps of its session."""


def told(connection: Connection, row: Row) -> Row:
    """Return the row of a set that is to be inserted, with its hardness; its session is there already."""
    return {**row, "hard": _hardness(connection, row["session_id"], row["kind"], row["rpe"], row["step"])}


def refresh(connection: Connection, *, sets: Collection[str] = (), sessions: Collection[str] = ()) -> None:
    """Tell the hardness of some sets, and of all sets of some sessions, anew; part of the transaction."""
    if not sets and not sessions:
        return
    found = connection.execute(_SETS, {"sets": list(sets), "sessions": list(sessions)}).all()
    now = [(_hardness(connection, *each[1:5]), each) for each in found]
    changed = [{"of": each.id, "is_hard": hard} for hard, each in now if hard is not each.hard]
    if changed:
        connection.execute(_KEEP, changed)


def _hardness(connection: Connection, session_id: Value, kind: Value, rpe: Value, step: Value) -> bool | None:
    """Ask the session's steps only where the set itself does not say."""
    if rpe is None and isinstance(step, int):
        steps = connection.execute(_STEPS, {"id": session_id}).scalar()
        asked = asked_rpe(codec.STEPS.loads(steps), step) if steps is not None else None
    else:
        asked = None
    return hardness(SetKind(str(kind)), rpe if isinstance(rpe, int | float) else None, asked)
