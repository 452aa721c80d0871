"""What was said of pains: one row each time. One that cannot be read is left out: the others still count."""

from __future__ import annotations

from datetime import date

from sqlalchemy import Connection, select

from hybridtui.domain.pain import MOST, Pain, Part
from hybridtui.domain.session import Side
from hybridtui.store.codec import DAMAGE
from hybridtui.store.instants import instant, micros
from hybridtui.store.rows import Columns, Row
from hybridtui.store.tables import pain


def row(said: Pain) -> Row:
    """Return the row of a pain."""
    return {
        "id": said.id,
        "session_id": said.session_id,
        "at_us": micros(said.at),
        "day": said.day.isoformat(),
        "part": said.part.value,
        "side": said.side.value if said.side else None,
        "level": said.level,
    }


def since(connection: Connection, first: date) -> tuple[Pain, ...]:
    """Return what was said from the day ``first`` on, oldest first."""
    later = select(pain).where(pain.c.day >= first.isoformat()).order_by(pain.c.at_us, pain.c.id)
    read = (_pain(found) for found in connection.execute(later).mappings())
    return tuple(said for said in read if said is not None)


def unreadable(connection: Connection) -> int:
    """Return how many reports cannot be read."""
    return sum(_pain(found) is None for found in connection.execute(select(pain)).mappings())


def _pain(found: Columns) -> Pain | None:
    try:
        said = _as_told(found)
    except DAMAGE:
        return None
    return said if isinstance(said.level, int) and 0 <= said.level <= MOST else None


def _as_told(found: Columns) -> Pain:
    return Pain(
        id=found["id"],
        session_id=found["session_id"],
        at=instant(found["at_us"]),
        day=date.fromisoformat(found["day"]),
        part=Part(found["part"]),
        side=Side(found["side"]) if found["side"] else None,
        level=found["level"],
    )
