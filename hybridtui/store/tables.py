"""The tables: what the log file holds.

Conventions, the same in every table:

- instants are whole microseconds since 1970 in UTC (``..._us``): exact, sortable, and
  the same in any dialect; beside them stand the offset, the zone and the civil date;
- ``week`` counts ISO weeks: ``(ordinal of the day - 1) // 7``, so a span of weeks is a
  range of whole numbers and a weekly sum groups by one integer;
- loads and distances are kept as entered (value and unit) and in SI for sums;
- every column holds a plain number, text or flag, so that a row is also a JSON object:
  the journal keeps rows that way.

``session.set_count``, ``rep_count``, ``run_count``, ``run_m`` and ``distance_m`` are sums
over the session's sets and runs, maintained by the store in the same transaction.

Sources: DESIGN 4; reliability.md 2.6 (time).
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

from hybridtui.domain.readiness import ITEMS
from hybridtui.store.naming import NAMING
from hybridtui.store.ranges import between, check, day, heart_rate, length, metres, seconds

SCHEMA_VERSION = 2
"""Written into the file as ``user_version``; the Alembic revision has the same number."""

metadata = MetaData(naming_convention=NAMING)

athlete = Table(
    "athlete",
    metadata,
    Column("id", String(36), primary_key=True),
    Column("data", Text, nullable=False),
)

plan = Table(
    "plan",
    metadata,
    Column("id", String(36), primary_key=True),
    Column("adopted", Integer, nullable=False),
    Column("start", String(10), nullable=False),
    Column("data", Text, nullable=False),
    day("start"),
)
"""Everything of a plan but its workouts. The current plan has the greatest ``adopted``."""

workout = Table(
    "workout",
    metadata,
    Column("id", String(36), primary_key=True),
    Column("plan_id", ForeignKey("plan.id", ondelete="CASCADE"), nullable=False),
    Column("week_number", Integer, nullable=False),
    Column("position", Integer, nullable=False),
    Column("week", Integer, nullable=False),
    Column("day", String(10), nullable=False),
    Column("run_minutes", Integer, nullable=False),
    Column("strength_minutes", Integer, nullable=False),
    Column("data", Text, nullable=False),
    day("day"),
    Index(None, "plan_id", "day"),
    Index(None, "week"),
)

exercise = Table(
    "exercise",
    metadata,
    Column("id", String(200), primary_key=True),
    Column("name", String(200), nullable=False),
    Column("batch_id", ForeignKey("import_batch.id", ondelete="SET NULL")),
    Column("data", Text, nullable=False),
    length("name", "name", 200),
)
"""The athlete's own exercises; the library is package data."""

import_batch = Table(
    "import_batch",
    metadata,
    Column("id", String(36), primary_key=True),
    Column("imported_us", BigInteger, nullable=False),
    Column("data", Text, nullable=False),
)

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
    Index(None, "status", "local_date"),
    Index(None, "status", "week"),
    Index(None, "workout_id"),
    Index(None, "batch_id"),
)

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

readiness = Table(
    "readiness",
    metadata,
    Column("day", String(10), primary_key=True),
    *(Column(item, Integer, nullable=False) for item in ITEMS),
    Column("sleep_hours", Float),
    Column("ill", Boolean, nullable=False),
    Column("pain", Integer),
    Column("kept", Boolean, nullable=False),
    Column("instead", String(20)),
    Column("answered", String(10)),
    Column("at_us", BigInteger, nullable=False),
    day("day"),
    *(between("item", item, 1, 5) for item in ITEMS),
    between("sleep", "sleep_hours", 0, 24),
    between("pain", "pain", 0, 10),
    day("answered"),
)
"""The check-in of each day; ``at_us`` says when it was last told."""

journal = Table(
    "journal",
    metadata,
    Column("seq", Integer, primary_key=True),
    Column("at_us", BigInteger, nullable=False),
    Column("label", Text, nullable=False),
    Column("session_id", String(36)),
    Column("minor", Boolean, nullable=False),
    Column("batch_id", String(36)),
    Column("undone", Integer),
    Column("moved_us", BigInteger),
    Column("images", Text, nullable=False),
    Index(None, "undone"),
    Index(None, "session_id"),
    sqlite_autoincrement=True,
)
"""Every change with the touched rows before and after; ``undone`` orders what redo brings back
and ``moved_us`` says when an entry was last taken back or brought back."""

JOURNALED: tuple[Table, ...] = (
    athlete,
    plan,
    workout,
    import_batch,
    exercise,
    session,
    logged_set,
    run_entry,
    step_mark,
    readiness,
)
"""Tables whose changes can be taken back, parents before children."""

CHILDREN: tuple[Table, ...] = (logged_set, run_entry, step_mark)
"""What goes with a session."""
