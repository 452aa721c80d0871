"""What imports need: names of exercises, the files themselves, and what records of one workout lend each other."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"

_COLUMNS = {"original": "VARCHAR(64)", "lent_rpe": "FLOAT", "lent_load_au": "FLOAT", "lent_hr": "INTEGER"}
_ADDED_UP = [
    "status", "local_date", "same_as", "week", "kind", "run_s", "strength_s", "other_s", "run_m", "run_count",
    "set_count", "rep_count", "tonnage_kg", "load_au", "load_estimated", "lent_load_au",
]  # fmt: skip


def upgrade() -> None:
    """Make the new tables, columns and the index; what is lent is told when the file is opened up to date."""
    _exercise_name()
    op.create_table(
        "original",
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("size", sa.BigInteger(), nullable=False),
        sa.Column("data", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("sha256", name=op.f("original_pk")),
    )
    # Single statements, not a copied table: sessions are many, and nothing of theirs changes.
    for name, kind in _COLUMNS.items():
        op.execute(f"ALTER TABLE session ADD COLUMN {name} {kind}")
    op.drop_index("session_totals_ix", "session")
    op.create_index("session_totals_ix", "session", _ADDED_UP, unique=False)


def _exercise_name() -> None:
    op.create_table(
        "exercise_name",
        *(sa.Column(name, sa.String(length=200), nullable=False) for name in ("folded", "name", "exercise")),
        *(
            sa.CheckConstraint(f"length({name}) <= 200", name=op.f(f"exercise_name_{name}__name"))
            for name in ("folded", "name", "exercise")
        ),
        sa.PrimaryKeyConstraint("folded", name=op.f("exercise_name_pk")),
    )
