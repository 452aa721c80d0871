"""The clock of the session that runs. It is a device's state, not training: no undo brings one back.

One that cannot be read is as good as none: the session that it led through is whole.
"""

from __future__ import annotations

from sqlalchemy import Connection, bindparam, delete, insert, select

from hybridtui.domain.kept_clock import KeptClock
from hybridtui.domain.problems import StoreProblem
from hybridtui.store import codec
from hybridtui.store.tables import clock

CLOCK = codec.TextCodec(KeptClock)
_DATA = select(clock.c.data).where(clock.c.session_id == bindparam("id"))


def of(connection: Connection, session_id: str) -> KeptClock | None:
    """Return the clock of a session, if one runs."""
    data = connection.execute(_DATA, {"id": session_id}).scalar()
    return None if data is None else _read(data)


def unreadable(connection: Connection) -> int:
    """Return how many clocks cannot be read."""
    return sum(_read(data) is None for data in connection.execute(select(clock.c.data)).scalars())


def keep(connection: Connection, session_id: str, kept: KeptClock | None) -> None:
    """Keep the clock of a session in place of the one there was; None: none runs."""
    put_away(connection, session_id)
    if kept is not None:
        connection.execute(insert(clock).values(session_id=session_id, data=CLOCK.dumps(kept)))


def put_away(connection: Connection, session_id: str | None) -> None:
    """Put the clock of a session away; with None every clock."""
    connection.execute(delete(clock) if session_id is None else delete(clock).where(clock.c.session_id == session_id))


def _read(data: str) -> KeptClock | None:
    try:
        kept = CLOCK.loads(data)
    except StoreProblem:
        return None
    return kept if kept.can_run else None
