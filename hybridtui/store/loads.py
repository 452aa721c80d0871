"""The load of each day: one aggregate that an index answers by itself, however long the log is."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from sqlalchemy import func, select

from hybridtui.domain.athlete import Athlete
from hybridtui.domain.loads.days import DayLoad
from hybridtui.store import codec
from hybridtui.store.counting import COUNTS, ESTIMATED, how_many, load_of
from hybridtui.store.database import Database
from hybridtui.store.spans import WITHIN, bounds
from hybridtui.store.tables import plan, session

_RUN, _STRENGTH, _OTHER = session.c.run_s, session.c.strength_s, session.c.other_s


_DAILY = (
    select(
        session.c.local_date,
        load_of(_RUN),
        load_of(_STRENGTH),
        load_of(_OTHER),
        func.sum(_RUN),
        func.sum(_STRENGTH),
        func.count(),
        how_many(ESTIMATED),
        how_many(_RUN > 0),
        how_many(_RUN > 0, ESTIMATED),
        how_many(_STRENGTH > 0),
        how_many(_STRENGTH > 0, ESTIMATED),
        how_many(_OTHER > 0),
        how_many(_OTHER > 0, ESTIMATED),
    )
    .where(COUNTS, WITHIN)
    .group_by(session.c.local_date)
    .order_by(session.c.local_date)
)
"""In the order of the fields of ``DayLoad``."""

_BEGAN = select(func.min(session.c.local_date)).where(COUNTS)
_FIRST_PLAN = select(plan.c.start, plan.c.data).order_by(plan.c.adopted).limit(1)


class FirstPlan(NamedTuple):
    """The plan that was adopted first: the answers it was made from are the oldest there are."""

    start: date
    athlete: Athlete


class Loads:
    """What was trained on which day, as load."""

    def __init__(self, database: Database) -> None:
        self._db = database

    def daily(self, first: date, last: date) -> tuple[DayLoad, ...]:
        """Return the days with a finished session from ``first`` to ``last``, oldest first."""
        with self._db.reading() as connection:
            found = connection.execute(_DAILY, bounds(first, last)).all()
        return tuple(DayLoad(date.fromisoformat(day), *sums) for day, *sums in found)

    def began(self) -> date | None:
        """Return the day of the first finished session; None without any."""
        with self._db.reading() as connection:
            first = connection.execute(_BEGAN).scalar()
        return None if first is None else date.fromisoformat(first)

    def first_plan(self) -> FirstPlan | None:
        """Return the first plan that was adopted; None before there was one."""
        with self._db.reading() as connection:
            row = connection.execute(_FIRST_PLAN).first()
        return None if row is None else FirstPlan(date.fromisoformat(row.start), codec.PLAN.loads(row.data).athlete)
