"""The body weights that were logged: one a day."""

from __future__ import annotations

from datetime import date

from sqlalchemy import Connection, bindparam, select

from hybridtui.domain.body_weight import BodyWeight
from hybridtui.domain.units import Load, WeightUnit
from hybridtui.store.database import Database
from hybridtui.store.rows import Columns
from hybridtui.store.spans import bounds
from hybridtui.store.tables import body_weight

# Built once: the estimate of every weighted bodyweight lift asks for one.
_NEWEST = select(body_weight).where(body_weight.c.day <= bindparam("day")).order_by(body_weight.c.day.desc()).limit(1)
_BETWEEN = (
    select(body_weight)
    .where(body_weight.c.day.between(bindparam("first"), bindparam("last")))
    .order_by(body_weight.c.day)
)


class Weights:
    """What was weighed, by days."""

    def __init__(self, database: Database) -> None:
        self._db = database

    def on(self, day: date) -> BodyWeight | None:
        """Return the newest weight of ``day`` or before; None: none was logged by then."""
        with self._db.reading() as connection:
            return newest(connection, day)

    def between(self, first: date, last: date) -> tuple[BodyWeight, ...]:
        """Return the weights of the days from ``first`` to ``last``, oldest first."""
        with self._db.reading() as connection:
            return between(connection, first, last)


def between(connection: Connection, first: date, last: date) -> tuple[BodyWeight, ...]:
    """Return the weights of the days from ``first`` to ``last``, oldest first."""
    found = connection.execute(_BETWEEN, bounds(first, last))
    return tuple(_weight(each) for each in found.mappings())


def newest(connection: Connection, day: date) -> BodyWeight | None:
    """Return the newest weight of ``day`` or before."""
    found = connection.execute(_NEWEST, {"day": day.isoformat()}).mappings().first()
    return None if found is None else _weight(found)


def _weight(found: Columns) -> BodyWeight:
    return BodyWeight(day=date.fromisoformat(found["day"]), weight=Load(found["value"], WeightUnit(found["unit"])))
