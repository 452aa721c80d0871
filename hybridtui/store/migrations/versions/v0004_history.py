"""What history counts: hard sets, the same workout once, body weights, reasons; indexes for totals and bests."""

from __future__ import annotations

import json
from collections.abc import Iterator

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"

_LIFTED = ["exercise", "bodyweight", "load_value", "load_unit", "rpe", "reps", "seconds", "kind", "load_kg"]
_ADDED_UP = [
    "status", "local_date", "same_as", "week", "kind", "run_s", "strength_s", "other_s", "run_m", "run_count",
    "set_count", "rep_count", "tonnage_kg", "load_au", "load_estimated",
]  # fmt: skip
_HARD_RPE = 7.0

_session = sa.table("session", sa.column("id"), sa.column("steps"))
_set = sa.table(
    "logged_set", *(sa.column(name) for name in ("id", "session_id", "kind", "rpe", "step")), sa.column("hard")
)


def upgrade() -> None:
    """Make the new tables, columns and indexes, and say of each set whether it was hard."""
    _body_weight()
    _skip_reason()
    # Single statements, not copied tables: sessions and sets are many, and nothing of theirs changes.
    op.execute("ALTER TABLE session ADD COLUMN same_as VARCHAR(36)")
    op.execute("ALTER TABLE logged_set ADD COLUMN hard BOOLEAN")
    _indexes()
    _rate()


def _body_weight() -> None:
    op.create_table(
        "body_weight",
        sa.Column("day", sa.String(length=10), nullable=False),
        sa.Column("value", sa.Float(), nullable=False),
        sa.Column("unit", sa.String(length=2), nullable=False),
        sa.Column("kg", sa.Float(), nullable=False),
        sa.Column("at_us", sa.BigInteger(), nullable=False),
        sa.CheckConstraint("day >= '1970-01-01' AND day < '2200-01-01'", name=op.f("body_weight_day__date")),
        sa.CheckConstraint("kg > 0 AND kg <= 500", name=op.f("body_weight_kg__body_weight")),
        sa.PrimaryKeyConstraint("day", name=op.f("body_weight_pk")),
    )


def _skip_reason() -> None:
    op.create_table(
        "skip_reason",
        sa.Column("workout_id", sa.String(length=36), nullable=False),
        sa.Column("reason", sa.String(length=20), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("at_us", sa.BigInteger(), nullable=False),
        sa.CheckConstraint("length(note) <= 2000", name=op.f("skip_reason_note__note")),
        sa.PrimaryKeyConstraint("workout_id", name=op.f("skip_reason_pk")),
    )


def _indexes() -> None:
    op.drop_index("session_status_local_date_ix", "session")
    op.drop_index("session_status_week_ix", "session")
    op.create_index("session_totals_ix", "session", _ADDED_UP, unique=False)
    op.create_index(op.f("session_same_as_ix"), "session", ["same_as"], unique=False)
    op.drop_index("logged_set_bests_ix", "logged_set")
    op.create_index("logged_set_bests_ix", "logged_set", [*_LIFTED, "session_id"], unique=False)


def _rate() -> None:
    """Say whether sets were hard: by what the athlete felt, else by what their step asked for."""
    by_itself = sa.case(
        (_set.c.kind == "warmup", 0),
        (_set.c.kind == "failure", 1),
        (_set.c.rpe >= _HARD_RPE, 1),
        (_set.c.rpe.is_not(None), 0),
        else_=None,
    )
    connection = op.get_bind()
    connection.execute(sa.update(_set).values(hard=by_itself))
    asked = list(_asked(connection))
    if asked:
        of_step = sa.update(_set).values(hard=sa.bindparam("is_hard"))
        unrated = of_step.where(_set.c.hard.is_(None), _set.c.session_id == sa.bindparam("of"))
        connection.execute(unrated.where(_set.c.step == sa.bindparam("at")), asked)


def _asked(connection: sa.Connection) -> Iterator[dict[str, object]]:
    """Yield what each step asked for that has unrated sets."""
    unrated = sa.and_(_set.c.hard.is_(None), _set.c.step >= 0)
    places = sa.select(_set.c.session_id, _set.c.step).where(unrated).distinct().subquery()
    steps = sa.select(places, _session.c.steps).join(_session, _session.c.id == places.c.session_id)
    for session_id, step, text in connection.execute(steps):
        try:
            rpe = json.loads(text)["is"][step].get("rpe")
        except (ValueError, TypeError, KeyError, IndexError, AttributeError, RecursionError):
            continue  # damaged: unknown, as what was never asked
        if isinstance(rpe, int | float):
            yield {"of": session_id, "at": step, "is_hard": int(rpe >= _HARD_RPE)}
