"""The sums a session row carries over its sets and runs, so that history is one aggregate."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import NamedTuple

from sqlalchemy import ColumnElement, Connection, Table, and_, bindparam, case, func, select, update

from hybridtui.store.tables import logged_set, run_entry, session


class Summed(NamedTuple):
    """A session whose sums may have changed."""

    id: str
    status: str
    local_date: str


def refresh(connection: Connection, sessions: Collection[str]) -> Sequence[Summed]:
    """Sum up the sets and runs of some sessions and return these; part of the transaction that changed them."""
    if not sessions:
        return ()
    return [Summed(*row) for row in connection.execute(_REFRESH_SOME, {"ids": list(sessions)})]


def refresh_batch(connection: Connection, batch_id: str) -> None:
    """Sum up the sets and runs of an import."""
    connection.execute(_REFRESH.where(session.c.batch_id == batch_id))


def _over(table: Table, value: ColumnElement[int] | ColumnElement[float]) -> ColumnElement[float]:
    return select(func.coalesce(value, 0)).where(table.c.session_id == session.c.id).scalar_subquery()


_both_sides = and_(logged_set.c.per_side, logged_set.c.side.is_(None))
_is_run = run_entry.c.sport == "run"

_REFRESH = update(session).values(
    set_count=_over(logged_set, func.count()),
    rep_count=_over(logged_set, func.sum(logged_set.c.reps * case((_both_sides, 2), else_=1))),
    run_count=_over(run_entry, func.sum(case((_is_run, 1), else_=0))),
    run_m=_over(run_entry, func.sum(case((_is_run, run_entry.c.distance_m), else_=0.0))),
    distance_m=_over(run_entry, func.sum(run_entry.c.distance_m)),
)

_REFRESH_SOME = _REFRESH.where(session.c.id.in_(bindparam("ids", expanding=True))).returning(
    session.c.id, session.c.status, session.c.local_date
)
