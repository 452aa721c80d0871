"""Clocks and pauses of sessions; pains; notes of exercises; an index for bests."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Make the tables of clocks, pains and notes, give sessions their pauses and sets an index of what was lifted."""
    _clock()
    _pain()
    _exercise_note()
    # One statement, not a copied table: sessions are many, and nothing of theirs changes.
    op.execute("ALTER TABLE session ADD COLUMN pauses TEXT")
    lifted = ["exercise", "bodyweight", "load_value", "load_unit", "rpe", "reps", "seconds", "kind", "load_kg"]
    op.create_index("logged_set_bests_ix", "logged_set", lifted, unique=False)


def _clock() -> None:
    op.create_table(
        "clock",
        sa.Column("session_id", sa.String(length=36), nullable=False),
        sa.Column("data", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["session_id"], ["session.id"], name=op.f("clock_session_id_fk"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("session_id", name=op.f("clock_pk")),
    )


def _pain() -> None:
    op.create_table(
        "pain",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("session_id", sa.String(length=36), nullable=True),
        sa.Column("at_us", sa.BigInteger(), nullable=False),
        sa.Column("day", sa.String(length=10), nullable=False),
        sa.Column("part", sa.String(length=20), nullable=False),
        sa.Column("side", sa.String(length=5), nullable=True),
        sa.Column("level", sa.Integer(), nullable=False),
        sa.CheckConstraint("day >= '1970-01-01' AND day < '2200-01-01'", name=op.f("pain_day__date")),
        sa.CheckConstraint("level BETWEEN 0 AND 10", name=op.f("pain_level__pain")),
        sa.PrimaryKeyConstraint("id", name=op.f("pain_pk")),
    )
    op.create_index(op.f("pain_day_ix"), "pain", ["day"], unique=False)


def _exercise_note() -> None:
    op.create_table(
        "exercise_note",
        sa.Column("exercise", sa.String(length=200), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.CheckConstraint("length(exercise) <= 200", name=op.f("exercise_note_exercise__name")),
        sa.CheckConstraint("length(text) <= 2000", name=op.f("exercise_note_text__note")),
        sa.PrimaryKeyConstraint("exercise", name=op.f("exercise_note_pk")),
    )
