"""What history asks of running. Only finished sessions that are no second record of another count."""

from __future__ import annotations

from datetime import date

from sqlalchemy import and_, bindparam, or_, select

from hybridtui.domain.bests import RUNNING
from hybridtui.domain.mileage.stretch import ALL_OUT, Stretch
from hybridtui.domain.session import Status
from hybridtui.domain.workout import Kind
from hybridtui.store.database import Database
from hybridtui.store.tables import run_entry, session

_COUNTS = and_(session.c.status == Status.FINISHED.value, session.c.same_as.is_(None))
_RUN = and_(run_entry.c.sport == RUNNING, run_entry.c.distance_m > 0, run_entry.c.seconds > 0)
_RACED = and_(session.c.kind == Kind.RUN.value, session.c.subtype.in_(sorted(ALL_OUT)))

_STRETCHES = (
    select(
        session.c.id.label("session_id"),
        session.c.local_date,
        session.c.title,
        session.c.kind,
        session.c.subtype,
        run_entry.c.distance_m,
        run_entry.c.seconds,
        run_entry.c.avg_hr,
        run_entry.c.ascent_m,
    )
    .join_from(session, run_entry, run_entry.c.session_id == session.c.id)
    .where(_COUNTS, _RUN, session.c.local_date <= bindparam("last"))
    .order_by(session.c.local_date, session.c.started_us, session.c.id, run_entry.c.position)
)
_SINCE = _STRETCHES.where(or_(session.c.local_date >= bindparam("first"), _RACED))


class Mileage:
    """Running in the log, asked by statements that are built once."""

    def __init__(self, database: Database) -> None:
        self._db = database

    def stretches(self, first: date, last: date) -> tuple[Stretch, ...]:
        """Return what was run from ``first`` to ``last`` with distance and time, and all races before; oldest first."""
        with self._db.reading() as connection:
            found = connection.execute(_SINCE, {"first": first.isoformat(), "last": last.isoformat()})
            return tuple(
                Stretch(
                    session_id=id_,
                    day=date.fromisoformat(day),
                    title=title,
                    kind=Kind(kind),
                    subtype=subtype,
                    metres=metres,
                    seconds=seconds,
                    avg_hr=heart,
                    ascent_m=ascent,
                )
                for id_, day, title, kind, subtype, metres, seconds, heart, ascent in found
            )
