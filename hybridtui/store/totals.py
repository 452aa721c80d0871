"""What weeks and months add up to: one aggregate each, answered by an index alone.

Only finished sessions count, and the same workout counts once (``session.same_as``).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from datetime import date

from sqlalchemy import ColumnElement, Connection, Select, bindparam, case, func, select

from hybridtui.domain.calendar import By, Period
from hybridtui.domain.history import Totals
from hybridtui.store import instants
from hybridtui.store.counting import COUNTS, ESTIMATED, LIFTED, RAN, WHOLE_RUN, how_many, load_of
from hybridtui.store.rows import Columns
from hybridtui.store.spans import PERIOD_KEYS, WITHIN, bounds, period_of
from hybridtui.store.tables import plan, session, workout


def totals(connection: Connection, by: By, first: Period, last: Period) -> tuple[Totals, ...]:
    """Return the sums of every week or month from ``first`` to ``last``, empty ones included."""
    summed = connection.execute(_SUMS[by], bounds(first.first, last.last)).mappings()
    sums = {period_of(row["period"]): row for row in summed}
    planned = _planned(connection, by, first.first, last.last)
    found = []
    period = first
    while period.first <= last.first:
        found.append(_totals(period, sums.get(period), planned.get(period)))
        period = period.plus(1)
    return tuple(found)


def _sums(period: ColumnElement[int] | ColumnElement[str]) -> Select[*tuple[object, ...]]:
    return (
        select(
            period.label("period"),
            func.sum(session.c.run_s).label("run_s"),
            func.sum(session.c.strength_s).label("strength_s"),
            func.sum(session.c.other_s).label("other_s"),
            func.sum(session.c.run_m).label("run_m"),
            how_many(RAN).label("runs"),
            how_many(LIFTED).label("strength_sessions"),
            func.count().label("sessions"),
            func.sum(session.c.set_count).label("sets"),
            func.sum(session.c.rep_count).label("reps"),
            func.sum(session.c.tonnage_kg).label("tonnage_kg"),
            load_of(session.c.run_s).label("run_load_au"),
            load_of(session.c.strength_s).label("strength_load_au"),
            load_of(session.c.other_s).label("other_load_au"),
            load_of(session.c.run_s, ESTIMATED).label("run_load_estimated_au"),
            load_of(session.c.strength_s, ESTIMATED).label("strength_load_estimated_au"),
            load_of(session.c.other_s, ESTIMATED).label("other_load_estimated_au"),
            how_many(ESTIMATED).label("sessions_estimated"),
            func.max(case((WHOLE_RUN, session.c.run_s), else_=0.0)).label("longest_run_s"),
            func.max(case((WHOLE_RUN, session.c.run_m), else_=0.0)).label("longest_run_m"),
        )
        .where(COUNTS, WITHIN)
        .group_by(period)
    )


_SUMS = {by: _sums(key) for by, key in PERIOD_KEYS.items()}


_PLANNED = (
    select(workout.c.week, workout.c.day, func.sum(workout.c.run_minutes), func.sum(workout.c.strength_minutes))
    .add_columns(plan.c.adopted)
    .join_from(workout, plan)
    .where(workout.c.week.between(bindparam("first"), bindparam("last")))
    .group_by(workout.c.week, workout.c.day, plan.c.adopted)
)


def _planned(connection: Connection, by: By, first: date, last: date) -> Mapping[Period, tuple[int, int]]:
    """Return the planned minutes of running and of strength of the periods in which something was planned.

    Where plans overlap, the one adopted last counts for the whole ISO week, also where a month ends in it.
    """
    weeks = {"first": instants.week_key(first), "last": instants.week_key(last)}
    found = connection.execute(_PLANNED, weeks).all()
    newest: dict[int, int] = {}
    for week, *_, adopted in found:
        newest[week] = max(newest.get(week, adopted), adopted)
    run: Counter[Period] = Counter()
    strength: Counter[Period] = Counter()
    for week, day, run_minutes, strength_minutes, adopted in found:
        if adopted == newest[week]:
            period = by.of(date.fromisoformat(day))
            run[period] += run_minutes
            strength[period] += strength_minutes
    return {period: (run[period], strength[period]) for period in run}


def _totals(period: Period, sums: Columns | None, planned: tuple[int, int] | None) -> Totals:
    held: Mapping[str, float] = {} if sums is None else {name: sums[name] for name in sums if name != "period"}
    return Totals(
        period=period,
        planned_run_s=planned[0] * 60.0 if planned else None,
        planned_strength_s=planned[1] * 60.0 if planned else None,
        **held,  # type: ignore[arg-type]  # the labels are the fields
    )
