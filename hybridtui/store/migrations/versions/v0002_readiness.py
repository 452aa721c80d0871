"""How the athlete feels, day by day; the level of a circuit that was done."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"

ITEMS = ("fatigue", "sleep_quality", "soreness", "stress", "mood")


def upgrade() -> None:
    """Make the table of readings and give sessions a level."""
    _readiness()
    # One statement, not a copied table: sessions are many, and nothing of theirs changes.
    op.execute(
        "ALTER TABLE session ADD COLUMN level INTEGER CONSTRAINT session_level__level CHECK (level BETWEEN 1 AND 3)"
    )


def _readiness() -> None:
    op.create_table(
        "readiness",
        sa.Column("day", sa.String(length=10), nullable=False),
        *(sa.Column(item, sa.Integer(), nullable=False) for item in ITEMS),
        sa.Column("sleep_hours", sa.Float(), nullable=True),
        sa.Column("ill", sa.Boolean(), nullable=False),
        sa.Column("pain", sa.Integer(), nullable=True),
        sa.Column("kept", sa.Boolean(), nullable=False),
        sa.Column("instead", sa.String(length=20), nullable=True),
        sa.Column("answered", sa.String(length=10), nullable=True),
        sa.Column("at_us", sa.BigInteger(), nullable=False),
        sa.CheckConstraint("day >= '1970-01-01' AND day < '2200-01-01'", name=op.f("readiness_day__date")),
        *(sa.CheckConstraint(f"{item} BETWEEN 1 AND 5", name=op.f(f"readiness_{item}__item")) for item in ITEMS),
        sa.CheckConstraint("sleep_hours BETWEEN 0 AND 24", name=op.f("readiness_sleep_hours__sleep")),
        sa.CheckConstraint("pain BETWEEN 0 AND 10", name=op.f("readiness_pain__pain")),
        sa.CheckConstraint(
            "answered >= '1970-01-01' AND answered < '2200-01-01'", name=op.f("readiness_answered__date")
        ),
        sa.PrimaryKeyConstraint("day", name=op.f("readiness_pk")),
    )
