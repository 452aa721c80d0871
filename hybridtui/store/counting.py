"""What counts in history, as SQL: finished sessions, the same workout once; and each sport's share of a load."""

from __future__ import annotations

from sqlalchemy import ColumnElement, and_, case, func, or_, select

from hybridtui.domain.history import WHOLE_RUNS
from hybridtui.domain.session import Status
from hybridtui.domain.workout import Kind
from hybridtui.store.tables import session

COUNTS = and_(session.c.status == Status.FINISHED.value, session.c.same_as.is_(None))
"""Only finished sessions, and the same workout only once."""

TOTAL_S = session.c.run_s + session.c.strength_s + session.c.other_s
"""Whole length of a session."""

LOAD = func.coalesce(session.c.lent_load_au, session.c.load_au)
"""Load of a session: with the effort that another record of the same workout knows, if it lacks its own."""

ESTIMATED = and_(session.c.load_estimated, session.c.lent_load_au.is_(None))
"""Sessions whose load rests on a default effort."""

RPE = func.coalesce(session.c.rpe, session.c.lent_rpe)
"""Effort of a session, its own or lent."""

HEART_RATE = func.coalesce(session.c.avg_hr, session.c.lent_hr)
"""Mean heart rate of a session, its own or lent."""

RAN = or_(session.c.run_s > 0, session.c.run_count > 0)
"""Sessions with running, be it as minutes or as a run."""

LIFTED = or_(
    session.c.strength_s > 0,
    and_(session.c.set_count > 0, session.c.kind.in_([Kind.STRENGTH.value, Kind.HYBRID.value, Kind.COMBO.value])),
)
"""Sessions with strength, be it as minutes or as sets."""


def how_many(*conditions: ColumnElement[bool]) -> ColumnElement[int]:
    """Count the rows with these conditions."""
    return func.sum(case((and_(*conditions), 1), else_=0))


WHOLE_RUN = session.c.kind.in_([kind.value for kind in WHOLE_RUNS])
"""Where the minutes and metres run are of one run: not in a circuit."""


def load_of(seconds: ColumnElement[float], *conditions: ColumnElement[bool]) -> ColumnElement[float]:
    """Sum the share of each session's load that its minutes of this part have, of sessions with these conditions."""
    share = LOAD * seconds / TOTAL_S
    return func.sum(case((and_(TOTAL_S > 0, *conditions), share), else_=0.0))


def counted_workout() -> ColumnElement[str | None]:
    """Return the workout that a session which counts followed, by itself or by another record of it."""
    other = session.alias()
    theirs = select(func.max(other.c.workout_id)).where(other.c.same_as == session.c.id).scalar_subquery()
    return func.coalesce(session.c.workout_id, theirs)


def not_counting() -> ColumnElement[str]:
    """Return the ids of the records that do not count, as a subquery: what sets and runs must not be of."""
    return select(session.c.id).where(session.c.same_as.is_not(None)).scalar_subquery()
