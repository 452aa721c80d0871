"""What was said of pains: one row each time."""

from __future__ import annotations

from datetime import date

from sqlalchemy import Connection, select

from hybridtui.domain.pain import Pain, Part
from hybridtui.domain.session import Side
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
    return tuple(_pain(found) for found in connection.execute(later).mappings())


def _pain(found: Columns) -> Pain:
    return Pain(
        id=found["id"],
        session_id=found["session_id"],
        at=instant(found["at_us"]),
        day=date.fromisoformat(found["day"]),
        part=Part(found["part"]),
        side=Side(found["side"]) if found["side"] else None,
        level=found["level"],
    )
