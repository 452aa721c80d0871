"""The tables of sessions: what was done, and the clock that leads through the one that runs.

``session.set_count``, ``rep_count``, ``run_count``, ``run_m`` and ``distance_m`` are sums
over the session's sets and runs; ``session.same_as`` is the record of the same workout
that counts in place of this one, and the ``lent_`` columns are what that record lacks and
others of the same workout know; ``logged_set.hard`` says whether a set was hard (None:
unknown). All of these are maintained by the store in the same transaction.
"""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    Text,
)

from hybridtui.store.naming import NAMING
from hybridtui.store.ranges import between, check, day, heart_rate, length, metres, seconds

metadata = MetaData(naming_convention=NAMING)

WHAT_DAYS_ADD_UP_TO = (
    "same_as", "week", "kind", "run_s", "strength_s", "other_s", "run_m", "run_count", "set_count", "rep_count",
    "tonnage_kg", "load_au", "load_estimated", "lent_load_au",
)  # fmt: skip
"""All that the totals of days, weeks and months are made of: an index that has it spares them the rows of ten years."""

session = Table(
    "session",
    metadata,
    Column("id", String(36), primary_key=True),
    Column("kind", String(20), nullable=False),
    Column("subtype", String(40), nullable=False),
    Column("sport", String(40), nullable=False),
    Column("title", String(200), nullable=False),
    Column("status", String(20), nullable=False),
    Column("started_us", BigInteger, nullable=False),
    Column("started_offset_s", Integer, nullable=False),
    Column("started_zone", String(64)),
    Column("local_date", String(10), nullable=False),
    Column("week", Integer, nullable=False),
    Column("ended_us", BigInteger),
    Column("ended_offset_s", Integer),
    Column("ended_zone", String(64)),
    Column("ended_date", String(10)),
    Column("workout_id", String(36)),
    Column("steps", Text, nullable=False),
    Column("rpe", Float),
    Column("run_s", Float, nullable=False),
    Column("strength_s", Float, nullable=False),
    Column("other_s", Float, nullable=False),
    Column("tonnage_kg", Float, nullable=False),
    Column("load_au", Float, nullable=False),
    Column("load_estimated", Boolean, nullable=False),
    Column("avg_hr", Integer),
    Column("source", String(20), nullable=False),
    Column("batch_id", ForeignKey("import_batch.id", ondelete="CASCADE")),
    Column("fingerprint", String(200), unique=True),
    Column("flags", Text, nullable=False),
    Column("note", Text, nullable=False),
    Column("set_count", Integer, nullable=False, server_default="0"),
    Column("rep_count", Integer, nullable=False, server_default="0"),
    Column("run_count", Integer, nullable=False, server_default="0"),
    Column("run_m", Float, nullable=False, server_default="0"),
    Column("distance_m", Float, nullable=False, server_default="0"),
    Column("level", Integer),
    Column("pauses", Text),
    Column("same_as", String(36)),
    Column("original", String(64)),
    Column("lent_rpe", Float),
    Column("lent_load_au", Float),
    Column("lent_hr", Integer),
    day("local_date"),
    day("ended_date"),
    length("name", "title", 200),
    length("note", "note", 2000),
    between("rpe", "rpe", 0, 10),
    seconds("run_s"),
    seconds("strength_s"),
    seconds("other_s"),
    between("sum", "tonnage_kg", 0, 10**9),
    between("sum", "load_au", 0, 10**9),
    heart_rate("avg_hr"),
    between("level", "level", 1, 3),
    Index(None, "status", "started_us"),
    Index("session_totals_ix", "status", "local_date", *WHAT_DAYS_ADD_UP_TO),
    Index(None, "same_as"),
    Index(None, "workout_id"),
    Index(None, "batch_id"),
)

WHAT_WAS_LIFTED = (
    "exercise", "bodyweight", "load_value", "load_unit", "rpe", "reps", "seconds", "kind", "load_kg", "session_id",
)  # fmt: skip
"""All that bests and records are read from: an index that has it spares them the rows of ten years."""

logged_set = Table(
    "logged_set",
    metadata,
    Column("id", String(36), primary_key=True),
    Column("session_id", ForeignKey("session.id", ondelete="CASCADE"), nullable=False),
    Column("position", Integer, nullable=False),
    Column("exercise", String(200), nullable=False),
    Column("kind", String(20), nullable=False),
    Column("load_value", Float),
    Column("load_unit", String(2)),
    Column("load_kg", Float),
    Column("bodyweight", Boolean, nullable=False),
    Column("reps", Integer),
    Column("seconds", Float),
    Column("distance_value", Float),
    Column("distance_unit", String(2)),
    Column("distance_m", Float),
    Column("rpe", Float),
    Column("side", String(5)),
    Column("per_side", Boolean, nullable=False),
    Column("step", Integer),
    Column("set_number", Integer),
    Column("logged_us", BigInteger),
    Column("rest_s", Integer),
    Column("unconfirmed", Boolean, nullable=False),
    Column("note", Text, nullable=False),
    Column("hard", Boolean),
    check("order", "position", "position >= 0"),
    length("name", "exercise", 200),
    between("weight", "load_kg", 0, 1000),
    between("reps", "reps", 0, 1000),
    seconds("seconds"),
    metres("distance_m"),
    between("rpe", "rpe", 0, 10),
    seconds("rest_s"),
    length("note", "note", 2000),
    Index(None, "session_id", "position"),
    Index(None, "exercise", "session_id"),
    Index("logged_set_bests_ix", *WHAT_WAS_LIFTED),
)

run_entry = Table(
    "run_entry",
    metadata,
    Column("id", String(36), primary_key=True),
    Column("session_id", ForeignKey("session.id", ondelete="CASCADE"), nullable=False),
    Column("position", Integer, nullable=False),
    Column("subtype", String(40), nullable=False),
    Column("sport", String(40), nullable=False),
    Column("distance_value", Float),
    Column("distance_unit", String(2)),
    Column("distance_m", Float),
    Column("seconds", Float, nullable=False),
    Column("elapsed_s", Float),
    Column("avg_hr", Integer),
    Column("max_hr", Integer),
    Column("hr_computed", Boolean, nullable=False),
    Column("ascent_m", Float),
    Column("rpe", Float),
    Column("step", Integer),
    Column("set_number", Integer),
    Column("logged_us", BigInteger),
    Column("rest_s", Integer),
    Column("note", Text, nullable=False),
    check("order", "position", "position >= 0"),
    metres("distance_m"),
    seconds("seconds"),
    seconds("elapsed_s"),
    heart_rate("avg_hr"),
    heart_rate("max_hr"),
    between("ascent", "ascent_m", 0, 100_000),
    between("rpe", "rpe", 0, 10),
    seconds("rest_s"),
    length("note", "note", 2000),
    Index(None, "session_id", "position"),
)

step_mark = Table(
    "step_mark",
    metadata,
    Column("id", String(36), primary_key=True),
    Column("session_id", ForeignKey("session.id", ondelete="CASCADE"), nullable=False),
    Column("step", Integer, nullable=False),
    Column("set_number", Integer, nullable=False),
    Column("kind", String(20), nullable=False),
    Column("at_us", BigInteger, nullable=False),
    check("order", "step", "step >= 0"),
    Index(None, "session_id"),
)

clock = Table(
    "clock",
    metadata,
    Column("session_id", ForeignKey("session.id", ondelete="CASCADE"), primary_key=True),
    Column("data", Text, nullable=False),
)
"""The clock that leads through an open session, by the wall clock: no part of what was trained, so not journaled."""
