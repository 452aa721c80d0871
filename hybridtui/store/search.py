"""Searching the log: one statement for each question, whatever the filter."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from sqlalchemy import ColumnElement, Connection, Row, Select, and_, case, func, not_, select

from hybridtui.domain.history import SessionLine
from hybridtui.domain.query.found import Found, Sums
from hybridtui.domain.query.sorting import Key, Order
from hybridtui.domain.query.values import Query
from hybridtui.domain.session import Status
from hybridtui.store import sessions
from hybridtui.store.conditions import HAS_PACE, condition, may_leave_out, possible
from hybridtui.store.counting import ESTIMATED, LOAD, RPE, TOTAL_S
from hybridtui.store.database import Database
from hybridtui.store.tables import session

_FINISHED = session.c.status == Status.FINISHED.value
_COUNTS = session.c.same_as.is_(None)
_NEWEST = (session.c.local_date.desc(), session.c.started_us.desc(), session.c.id.desc())
_OLDEST = (session.c.local_date, session.c.started_us, session.c.id)

_KEYS: dict[Key, ColumnElement[object]] = {
    Key.MINUTES: TOTAL_S,
    Key.KM: case((session.c.distance_m > 0, session.c.distance_m)),
    Key.PACE: case((HAS_PACE, session.c.run_s / session.c.run_m)),
    Key.SETS: case((session.c.set_count > 0, session.c.set_count)),
    Key.TONNAGE: case((session.c.tonnage_kg > 0, session.c.tonnage_kg)),
    Key.LOAD: LOAD,
    Key.RPE: RPE,
    Key.TITLE: func.lower(session.c.title),
}


class Search:
    """Finished sessions by a filter, whose exercises were looked up."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def found(self, query: Query, order: Order) -> Found:
        """Return which sessions there are, in order, and what they amount to, as of one moment."""
        with self._db.reading() as connection:
            ids = connection.execute(_ordered(_ids(query), order)).scalars()
            return Found(tuple(ids), _sums(connection, query))

    def sums(self, query: Query) -> Sums:
        """Return what the sessions amount to."""
        with self._db.reading() as connection:
            return _sums(connection, query)

    def lines(self, query: Query, order: Order, offset: int, limit: int | None) -> tuple[SessionLine, ...]:
        """Return sessions as lines, from ``offset`` on."""
        some = _ordered(_ids(query), order).limit(limit).offset(offset or None)
        with self._db.reading() as connection:
            return sessions.lines_of(connection, connection.execute(some).scalars().all())

    def lines_of(self, ids: Sequence[str]) -> tuple[SessionLine, ...]:
        """Return these sessions as lines, in this order; those that are gone are left out."""
        with self._db.reading() as connection:
            return sessions.lines_of(connection, ids)

    def index_of_day(self, query: Query, day: date) -> int:
        """Return how many sessions are newer than ``day``: the place of its newest one in a log by day."""
        wanted = and_(_FINISHED, condition(query), session.c.local_date > day.isoformat())
        newer = select(func.count()).select_from(session).where(wanted)
        with self._db.reading() as connection:
            return connection.execute(newer).scalar_one()

    def nearest(self, query: Query, day: date) -> str | None:
        """Return the id of the newest session of ``day``, or before, or else of the oldest after; None: none at all."""
        at = session.c.local_date
        before = _ids(query).where(at <= day.isoformat()).order_by(*_NEWEST).limit(1)
        after = _ids(query).where(at > day.isoformat()).order_by(*_OLDEST).limit(1)
        with self._db.reading() as connection:
            found: str | None = connection.execute(before).scalar() or connection.execute(after).scalar()
        return found


def _ids(query: Query) -> Select[str]:
    return select(session.c.id).where(_FINISHED, condition(query))


def _ordered(ids: Select[str], order: Order) -> Select[str]:
    """Put them in a total order: without the number last, of equal ones the newest first."""
    if order.by is Key.DAY:
        return ids.order_by(*(_OLDEST if order.turned else _NEWEST))
    key = _KEYS[order.by]
    return ids.order_by(key.is_(None), key if order.rises else key.desc(), *_NEWEST)


def _counted(column: ColumnElement[float]) -> ColumnElement[float]:
    return func.coalesce(func.sum(case((_COUNTS, column), else_=0)), 0)


_SUMS = select(
    func.count().label("sessions"),
    func.coalesce(func.sum(case((_COUNTS, 0), else_=1)), 0).label("counted_elsewhere"),
    _counted(TOTAL_S).label("total_s"),
    _counted(session.c.distance_m).label("distance_m"),
    _counted(LOAD).label("load_au"),
    _counted(case((ESTIMATED, 1), else_=0)).label("estimated"),
).select_from(session)


_HOW_MANY = select(func.count()).select_from(session).where(_FINISHED)


def _sums(connection: Connection, query: Query) -> Sums:
    row: Row[int, int, float, float, float, int] = connection.execute(_SUMS.where(_FINISHED, condition(query))).one()
    left_out = _HOW_MANY.where(possible(query), not_(condition(query)))
    unknown = connection.execute(left_out).scalar_one() if may_leave_out(query) else 0
    return Sums(**row._asdict(), unknown=unknown)
