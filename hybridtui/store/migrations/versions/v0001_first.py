"""The first schema: athlete, plans, sessions with their parts, own exercises, journal."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Make every table."""
    _athlete()
    _import_batch()
    _journal()
    _plan()
    _exercise()
    _session()
    _workout()
    _logged_set()
    _run_entry()
    _step_mark()


def _athlete() -> None:
    op.create_table(
        "athlete",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("data", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("athlete_pk")),
    )


def _import_batch() -> None:
    op.create_table(
        "import_batch",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("imported_us", sa.BigInteger(), nullable=False),
        sa.Column("data", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("import_batch_pk")),
    )


def _journal() -> None:
    op.create_table(
        "journal",
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("at_us", sa.BigInteger(), nullable=False),
        sa.Column("label", sa.Text(), nullable=False),
        sa.Column("session_id", sa.String(length=36), nullable=True),
        sa.Column("minor", sa.Boolean(), nullable=False),
        sa.Column("batch_id", sa.String(length=36), nullable=True),
        sa.Column("undone", sa.Integer(), nullable=True),
        sa.Column("moved_us", sa.BigInteger(), nullable=True),
        sa.Column("images", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("seq", name=op.f("journal_pk")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("journal_session_id_ix"), "journal", ["session_id"], unique=False)
    op.create_index(op.f("journal_undone_ix"), "journal", ["undone"], unique=False)


def _plan() -> None:
    op.create_table(
        "plan",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("adopted", sa.Integer(), nullable=False),
        sa.Column("start", sa.String(length=10), nullable=False),
        sa.Column("data", sa.Text(), nullable=False),
        sa.CheckConstraint("start >= '1970-01-01' AND start < '2200-01-01'", name=op.f("plan_start__date")),
        sa.PrimaryKeyConstraint("id", name=op.f("plan_pk")),
    )


def _exercise() -> None:
    op.create_table(
        "exercise",
        sa.Column("id", sa.String(length=200), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("batch_id", sa.String(length=36), nullable=True),
        sa.Column("data", sa.Text(), nullable=False),
        sa.CheckConstraint("length(name) <= 200", name=op.f("exercise_name__name")),
        sa.ForeignKeyConstraint(
            ["batch_id"], ["import_batch.id"], name=op.f("exercise_batch_id_fk"), ondelete="SET NULL"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("exercise_pk")),
    )


def _session() -> None:
    op.create_table(
        "session",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("subtype", sa.String(length=40), nullable=False),
        sa.Column("sport", sa.String(length=40), nullable=False),
        sa.Column("title", sa.String(length=200), nullable=False),
        sa.Column("status", sa.String(length=20), nullable=False),
        sa.Column("started_us", sa.BigInteger(), nullable=False),
        sa.Column("started_offset_s", sa.Integer(), nullable=False),
        sa.Column("started_zone", sa.String(length=64), nullable=True),
        sa.Column("local_date", sa.String(length=10), nullable=False),
        sa.Column("week", sa.Integer(), nullable=False),
        sa.Column("ended_us", sa.BigInteger(), nullable=True),
        sa.Column("ended_offset_s", sa.Integer(), nullable=True),
        sa.Column("ended_zone", sa.String(length=64), nullable=True),
        sa.Column("ended_date", sa.String(length=10), nullable=True),
        sa.Column("workout_id", sa.String(length=36), nullable=True),
        sa.Column("steps", sa.Text(), nullable=False),
        sa.Column("rpe", sa.Float(), nullable=True),
        sa.Column("run_s", sa.Float(), nullable=False),
        sa.Column("strength_s", sa.Float(), nullable=False),
        sa.Column("other_s", sa.Float(), nullable=False),
        sa.Column("tonnage_kg", sa.Float(), nullable=False),
        sa.Column("load_au", sa.Float(), nullable=False),
        sa.Column("load_estimated", sa.Boolean(), nullable=False),
        sa.Column("avg_hr", sa.Integer(), nullable=True),
        sa.Column("source", sa.String(length=20), nullable=False),
        sa.Column("batch_id", sa.String(length=36), nullable=True),
        sa.Column("fingerprint", sa.String(length=200), nullable=True),
        sa.Column("flags", sa.Text(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("set_count", sa.Integer(), server_default="0", nullable=False),
        sa.Column("rep_count", sa.Integer(), server_default="0", nullable=False),
        sa.Column("run_count", sa.Integer(), server_default="0", nullable=False),
        sa.Column("run_m", sa.Float(), server_default="0", nullable=False),
        sa.Column("distance_m", sa.Float(), server_default="0", nullable=False),
        sa.CheckConstraint(
            "local_date >= '1970-01-01' AND local_date < '2200-01-01'", name=op.f("session_local_date__date")
        ),
        sa.CheckConstraint(
            "ended_date >= '1970-01-01' AND ended_date < '2200-01-01'", name=op.f("session_ended_date__date")
        ),
        sa.CheckConstraint("length(title) <= 200", name=op.f("session_title__name")),
        sa.CheckConstraint("length(note) <= 2000", name=op.f("session_note__note")),
        sa.CheckConstraint("rpe BETWEEN 0 AND 10", name=op.f("session_rpe__rpe")),
        sa.CheckConstraint("run_s BETWEEN 0 AND 604800", name=op.f("session_run_s__time")),
        sa.CheckConstraint("strength_s BETWEEN 0 AND 604800", name=op.f("session_strength_s__time")),
        sa.CheckConstraint("other_s BETWEEN 0 AND 604800", name=op.f("session_other_s__time")),
        sa.CheckConstraint("tonnage_kg BETWEEN 0 AND 1000000000", name=op.f("session_tonnage_kg__sum")),
        sa.CheckConstraint("load_au BETWEEN 0 AND 1000000000", name=op.f("session_load_au__sum")),
        sa.CheckConstraint("avg_hr BETWEEN 20 AND 250", name=op.f("session_avg_hr__heart_rate")),
        sa.ForeignKeyConstraint(
            ["batch_id"], ["import_batch.id"], name=op.f("session_batch_id_fk"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("session_pk")),
        sa.UniqueConstraint("fingerprint", name=op.f("session_fingerprint_uq")),
    )
    op.create_index(op.f("session_batch_id_ix"), "session", ["batch_id"], unique=False)
    op.create_index(op.f("session_status_local_date_ix"), "session", ["status", "local_date"], unique=False)
    op.create_index(op.f("session_status_started_us_ix"), "session", ["status", "started_us"], unique=False)
    op.create_index(op.f("session_status_week_ix"), "session", ["status", "week"], unique=False)
    op.create_index(op.f("session_workout_id_ix"), "session", ["workout_id"], unique=False)


def _workout() -> None:
    op.create_table(
        "workout",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("plan_id", sa.String(length=36), nullable=False),
        sa.Column("week_number", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("week", sa.Integer(), nullable=False),
        sa.Column("day", sa.String(length=10), nullable=False),
        sa.Column("run_minutes", sa.Integer(), nullable=False),
        sa.Column("strength_minutes", sa.Integer(), nullable=False),
        sa.Column("data", sa.Text(), nullable=False),
        sa.CheckConstraint("day >= '1970-01-01' AND day < '2200-01-01'", name=op.f("workout_day__date")),
        sa.ForeignKeyConstraint(["plan_id"], ["plan.id"], name=op.f("workout_plan_id_fk"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("workout_pk")),
    )
    op.create_index(op.f("workout_plan_id_day_ix"), "workout", ["plan_id", "day"], unique=False)
    op.create_index(op.f("workout_week_ix"), "workout", ["week"], unique=False)


def _logged_set() -> None:
    op.create_table(
        "logged_set",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("session_id", sa.String(length=36), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("exercise", sa.String(length=200), nullable=False),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("load_value", sa.Float(), nullable=True),
        sa.Column("load_unit", sa.String(length=2), nullable=True),
        sa.Column("load_kg", sa.Float(), nullable=True),
        sa.Column("bodyweight", sa.Boolean(), nullable=False),
        sa.Column("reps", sa.Integer(), nullable=True),
        sa.Column("seconds", sa.Float(), nullable=True),
        sa.Column("distance_value", sa.Float(), nullable=True),
        sa.Column("distance_unit", sa.String(length=2), nullable=True),
        sa.Column("distance_m", sa.Float(), nullable=True),
        sa.Column("rpe", sa.Float(), nullable=True),
        sa.Column("side", sa.String(length=5), nullable=True),
        sa.Column("per_side", sa.Boolean(), nullable=False),
        sa.Column("step", sa.Integer(), nullable=True),
        sa.Column("set_number", sa.Integer(), nullable=True),
        sa.Column("logged_us", sa.BigInteger(), nullable=True),
        sa.Column("rest_s", sa.Integer(), nullable=True),
        sa.Column("unconfirmed", sa.Boolean(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.CheckConstraint("position >= 0", name=op.f("logged_set_position__order")),
        sa.CheckConstraint("length(exercise) <= 200", name=op.f("logged_set_exercise__name")),
        sa.CheckConstraint("load_kg BETWEEN 0 AND 1000", name=op.f("logged_set_load_kg__weight")),
        sa.CheckConstraint("reps BETWEEN 0 AND 1000", name=op.f("logged_set_reps__reps")),
        sa.CheckConstraint("seconds BETWEEN 0 AND 604800", name=op.f("logged_set_seconds__time")),
        sa.CheckConstraint("distance_m > 0 AND distance_m <= 1000000", name=op.f("logged_set_distance_m__distance")),
        sa.CheckConstraint("rpe BETWEEN 0 AND 10", name=op.f("logged_set_rpe__rpe")),
        sa.CheckConstraint("rest_s BETWEEN 0 AND 604800", name=op.f("logged_set_rest_s__time")),
        sa.CheckConstraint("length(note) <= 2000", name=op.f("logged_set_note__note")),
        sa.ForeignKeyConstraint(
            ["session_id"], ["session.id"], name=op.f("logged_set_session_id_fk"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("logged_set_pk")),
    )
    op.create_index(op.f("logged_set_exercise_session_id_ix"), "logged_set", ["exercise", "session_id"], unique=False)
    op.create_index(op.f("logged_set_session_id_position_ix"), "logged_set", ["session_id", "position"], unique=False)


def _run_entry() -> None:
    op.create_table(
        "run_entry",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("session_id", sa.String(length=36), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("subtype", sa.String(length=40), nullable=False),
        sa.Column("sport", sa.String(length=40), nullable=False),
        sa.Column("distance_value", sa.Float(), nullable=True),
        sa.Column("distance_unit", sa.String(length=2), nullable=True),
        sa.Column("distance_m", sa.Float(), nullable=True),
        sa.Column("seconds", sa.Float(), nullable=False),
        sa.Column("elapsed_s", sa.Float(), nullable=True),
        sa.Column("avg_hr", sa.Integer(), nullable=True),
        sa.Column("max_hr", sa.Integer(), nullable=True),
        sa.Column("hr_computed", sa.Boolean(), nullable=False),
        sa.Column("ascent_m", sa.Float(), nullable=True),
        sa.Column("rpe", sa.Float(), nullable=True),
        sa.Column("step", sa.Integer(), nullable=True),
        sa.Column("set_number", sa.Integer(), nullable=True),
        sa.Column("logged_us", sa.BigInteger(), nullable=True),
        sa.Column("rest_s", sa.Integer(), nullable=True),
        sa.Column("note", sa.Text(), nullable=False),
        sa.CheckConstraint("position >= 0", name=op.f("run_entry_position__order")),
        sa.CheckConstraint("distance_m > 0 AND distance_m <= 1000000", name=op.f("run_entry_distance_m__distance")),
        sa.CheckConstraint("seconds BETWEEN 0 AND 604800", name=op.f("run_entry_seconds__time")),
        sa.CheckConstraint("elapsed_s BETWEEN 0 AND 604800", name=op.f("run_entry_elapsed_s__time")),
        sa.CheckConstraint("avg_hr BETWEEN 20 AND 250", name=op.f("run_entry_avg_hr__heart_rate")),
        sa.CheckConstraint("max_hr BETWEEN 20 AND 250", name=op.f("run_entry_max_hr__heart_rate")),
        sa.CheckConstraint("ascent_m BETWEEN 0 AND 100000", name=op.f("run_entry_ascent_m__ascent")),
        sa.CheckConstraint("rpe BETWEEN 0 AND 10", name=op.f("run_entry_rpe__rpe")),
        sa.CheckConstraint("rest_s BETWEEN 0 AND 604800", name=op.f("run_entry_rest_s__time")),
        sa.CheckConstraint("length(note) <= 2000", name=op.f("run_entry_note__note")),
        sa.ForeignKeyConstraint(
            ["session_id"], ["session.id"], name=op.f("run_entry_session_id_fk"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("run_entry_pk")),
    )
    op.create_index(op.f("run_entry_session_id_position_ix"), "run_entry", ["session_id", "position"], unique=False)


def _step_mark() -> None:
    op.create_table(
        "step_mark",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("session_id", sa.String(length=36), nullable=False),
        sa.Column("step", sa.Integer(), nullable=False),
        sa.Column("set_number", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("at_us", sa.BigInteger(), nullable=False),
        sa.CheckConstraint("step >= 0", name=op.f("step_mark_step__order")),
        sa.ForeignKeyConstraint(
            ["session_id"], ["session.id"], name=op.f("step_mark_session_id_fk"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("step_mark_pk")),
    )
    op.create_index(op.f("step_mark_session_id_ix"), "step_mark", ["session_id"], unique=False)
