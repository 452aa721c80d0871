"""What was lifted, added up by week or month and exercise; what running the legs did meanwhile.

Only finished sessions count, and the same workout once.
"""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from sqlalchemy import and_, bindparam, case, func, null, or_, select

from hybridtui.domain.calendar import By
from hybridtui.domain.history import Exposure
from hybridtui.domain.lifting.done import Lifted, LikeSets, RunPart, SideBest
from hybridtui.domain.session import SetKind, Side
from hybridtui.domain.workout import Kind
from hybridtui.store.counting import COUNTS
from hybridtui.store.database import Database
from hybridtui.store.history import LIFTED, lifted
from hybridtui.store.spans import PERIOD_KEYS, WITHIN, bounds, period_of
from hybridtui.store.tables import logged_set, session

_DONE = or_(logged_set.c.reps > 0, logged_set.c.seconds > 0, logged_set.c.distance_m.is_not(None))
_OF_BOTH = and_(logged_set.c.per_side, logged_set.c.side.is_(None))
_KG_REPS = logged_set.c.load_kg * logged_set.c.reps
_ONE_SIDED = logged_set.c.side.is_not(None)


# Built once: they are asked whenever the tab is gone to.
_ALIKE = {
    by: (
        period,
        logged_set.c.exercise,
        logged_set.c.kind,
        logged_set.c.bodyweight,
        case((logged_set.c.bodyweight, session.c.local_date), else_=null()),
        logged_set.c.reps,
        logged_set.c.rpe,
        logged_set.c.hard,
    )
    for by, period in PERIOD_KEYS.items()
}
_SUMMED = (
    func.sum(case((and_(_DONE, _ONE_SIDED), 0.5), (_DONE, 1.0), else_=0.0)),
    func.max(logged_set.c.load_kg),
    func.coalesce(func.sum(_KG_REPS * case((_OF_BOTH, 2), else_=1)), 0.0),
    func.sum(case((_ONE_SIDED, 1), else_=0)),
)
_LIKE_SETS = {
    by: select(*alike, *_SUMMED)
    .join_from(session, logged_set, logged_set.c.session_id == session.c.id)
    .where(COUNTS, WITHIN)
    .group_by(*alike)
    for by, alike in _ALIKE.items()
}
"""In the order of the fields of ``LikeSets``."""

_RUN_PARTS = {
    by: select(period, session.c.kind, session.c.subtype, func.sum(session.c.run_s))
    .where(COUNTS, WITHIN, session.c.run_s > 0)
    .group_by(period, session.c.kind, session.c.subtype)
    for by, period in PERIOD_KEYS.items()
}

_SIDES = (
    select(
        session.c.id,
        session.c.local_date,
        logged_set.c.exercise,
        logged_set.c.side,
        func.max(_KG_REPS),
        func.max(logged_set.c.reps),
        func.max(logged_set.c.seconds),
    )
    .join_from(session, logged_set, logged_set.c.session_id == session.c.id)
    .where(COUNTS, WITHIN, _ONE_SIDED, logged_set.c.kind != SetKind.WARMUP.value)
    .group_by(session.c.id, session.c.local_date, session.c.started_us, logged_set.c.exercise, logged_set.c.side)
    .order_by(session.c.local_date, session.c.started_us, session.c.id)
)

_KIND = [
    logged_set.c[part]
    for part in ("exercise", "bodyweight", "load_value", "load_unit", "rpe", "reps", "seconds", "kind")
]
"""What tells sets apart, in the order of their index."""

_TOLD = [column for column in _KIND if column.key != "seconds"]
"""What a record tells of them."""

_WORKED = and_(
    logged_set.c.exercise.in_(bindparam("exercises", expanding=True)),
    logged_set.c.kind != SetKind.WARMUP.value,
    logged_set.c.reps > 0,
)
_IN_SESSION = logged_set.c.session_id == session.c.id
# Dates stand in another table than sets: thousands of rows would have to be looked up for them.
_LIFTED = (
    select(*_KIND, func.max(logged_set.c.load_kg), null())
    .where(_WORKED, or_(~logged_set.c.bodyweight, logged_set.c.load_value.is_(None)))
    .group_by(*_KIND)
)
_ON_BODY = (
    select(*_KIND, func.max(logged_set.c.load_kg), session.c.local_date)
    .join_from(logged_set, session, _IN_SESSION)
    .where(_WORKED, logged_set.c.bodyweight, logged_set.c.load_value.is_not(None), COUNTS)
    .group_by(*_KIND, session.c.local_date)
)
_OTHERS_ON_BODY = (
    select(session.c.local_date, *(logged_set.c[part] for part in LIFTED))
    .join_from(logged_set, session, _IN_SESSION)
    .where(
        logged_set.c.exercise == bindparam("exercise"),
        logged_set.c.bodyweight,
        logged_set.c.load_value.is_not(None),
        session.c.id != bindparam("outside"),
        COUNTS,
    )
    .distinct()
)
_FIRST_DAY = (
    select(func.min(session.c.local_date))
    .join_from(logged_set, session, _IN_SESSION)
    .where(*(column.is_not_distinct_from(bindparam(column.key, type_=column.type)) for column in _TOLD), COUNTS)
)

_HOLDS = (
    select(logged_set.c.id)
    .where(
        logged_set.c.session_id == session.c.id,
        logged_set.c.exercise.in_(bindparam("exercises", expanding=True)),
        _DONE,
    )
    .correlate(session)
    .exists()
)
_LAST_DAY = select(session.c.local_date).where(COUNTS, WITHIN, _HOLDS).order_by(session.c.local_date.desc()).limit(1)


class Lifting:
    """What was lifted."""

    def __init__(self, database: Database) -> None:
        self._db = database

    def like_sets(self, by: By, first: date, last: date) -> tuple[LikeSets, ...]:
        """Return the sets of the days from ``first`` to ``last``, by week or month and by what they were."""
        with self._db.reading() as connection:
            found = connection.execute(_LIKE_SETS[by], bounds(first, last)).all()
        periods = {key: period_of(key) for key in {row[0] for row in found}}
        return tuple(
            LikeSets(periods[key], of, _KINDS[kind], on_body, date.fromisoformat(day) if day else None, *numbers)
            for key, of, kind, on_body, day, *numbers in found
        )

    def run_parts(self, by: By, first: date, last: date) -> tuple[RunPart, ...]:
        """Return the running of the days from ``first`` to ``last``, by week or month and by kind."""
        with self._db.reading() as connection:
            found = connection.execute(_RUN_PARTS[by], bounds(first, last)).all()
        return tuple(RunPart(period_of(key), Kind(kind), subtype, run_s / 60) for key, kind, subtype, run_s in found)

    def sides(self, first: date, last: date) -> tuple[SideBest, ...]:
        """Return the best of each side in each session, of sets logged for one side; oldest first."""
        with self._db.reading() as connection:
            found = connection.execute(_SIDES, bounds(first, last)).all()
        return tuple(
            SideBest(id_, date.fromisoformat(day), exercise, Side(side), kg_reps, reps, seconds)
            for id_, day, exercise, side, kg_reps, reps, seconds in found
        )

    def lifted(self, exercises: Collection[str]) -> tuple[Lifted, ...]:
        """Return each different set of some exercises, ever; no warm-ups, nothing held.

        Sets of sessions that do not count are among them: :meth:`first_days` knows no day of those.
        """
        with self._db.reading() as connection:
            asked = {"exercises": list(exercises)}
            found = (*connection.execute(_LIFTED, asked), *connection.execute(_ON_BODY, asked))
        return tuple(
            Lifted(of, on_body, value, unit, kg, rpe, reps, _KINDS[kind], date.fromisoformat(day) if day else None)
            for of, on_body, value, unit, rpe, reps, _, kind, kg, day in found
        )

    def on_body(self, exercise: str, outside: str) -> tuple[Exposure, ...]:
        """Return the different sets of an exercise with a load on top of the body, but for one session, each dated."""
        with self._db.reading() as connection:
            found = connection.execute(_OTHERS_ON_BODY, {"exercise": exercise, "outside": outside}).all()
        return tuple(
            Exposure(session_id="", local_date=date.fromisoformat(day), sets=(lifted(exercise, *parts),))
            for day, *parts in found
        )

    def first_days(self, lifted: Collection[Lifted]) -> dict[Lifted, date]:
        """Return when sets like these were first done; nothing for those that no session holds which counts."""
        first: dict[Lifted, date] = {}
        with self._db.reading() as connection:
            for each in lifted:
                asked = {column.key: getattr(each, _FIELDS.get(column.key, column.key)) for column in _TOLD}
                if (day := connection.execute(_FIRST_DAY, asked).scalar()) is not None:
                    first[each] = date.fromisoformat(day)
        return first

    def last_day(self, exercises: Collection[str], first: date, last: date) -> date | None:
        """Return the newest day between these on which one of some exercises was done; None: on none."""
        with self._db.reading() as connection:
            day = connection.execute(_LAST_DAY, {**bounds(first, last), "exercises": list(exercises)}).scalar()
        return None if day is None else date.fromisoformat(day)


_FIELDS = {"load_value": "value", "load_unit": "unit"}
"""Columns that are called otherwise in the domain."""

_KINDS = {kind.value: kind for kind in SetKind}
