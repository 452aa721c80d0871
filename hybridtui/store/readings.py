"""The daily check-ins: one row a day."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import Connection, select

from hybridtui.domain.readiness import ITEMS, Instead, Readiness
from hybridtui.store.instants import micros
from hybridtui.store.rows import Columns, Row
from hybridtui.store.tables import readiness


def row(reading: Readiness, at: datetime) -> Row:
    """Return the row of a reading that was told ``at`` this time."""
    return {
        "day": reading.day.isoformat(),
        **dict(zip(ITEMS, reading.items, strict=True)),
        "sleep_hours": reading.sleep_hours,
        "ill": reading.ill,
        "pain": reading.pain,
        "kept": reading.kept,
        "instead": reading.instead.value if reading.instead else None,
        "answered": reading.answered.isoformat() if reading.answered else None,
        "at_us": micros(at),
    }


def between(connection: Connection, first: date, last: date) -> tuple[Readiness, ...]:
    """Return the readings of these days, oldest first."""
    day = readiness.c.day
    span = select(readiness).where(day.between(first.isoformat(), last.isoformat())).order_by(day)
    return tuple(_reading(found) for found in connection.execute(span).mappings())


def _reading(found: Columns) -> Readiness:
    return Readiness(
        day=date.fromisoformat(found["day"]),
        **{item: found[item] for item in ITEMS},
        sleep_hours=found["sleep_hours"],
        ill=found["ill"],
        pain=found["pain"],
        kept=found["kept"],
        instead=Instead(found["instead"]) if found["instead"] else None,
        answered=date.fromisoformat(found["answered"]) if found["answered"] else None,
    )
