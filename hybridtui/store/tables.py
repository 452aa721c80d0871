"""The tables: what the log file holds.

Conventions, the same in every table:

- instants are whole microseconds since 1970 in UTC (``..._us``): exact, sortable, and
  the same in any dialect; beside them stand the offset, the zone and the civil date;
- ``week`` counts ISO weeks: ``(ordinal of the day - 1) // 7``, so a span of weeks is a
  range of whole numbers and a weekly sum groups by one integer;
- loads and distances are kept as entered (value and unit) and in SI for sums;
- every column holds a plain number, text or flag, so that a row is also a JSON object:
  the journal keeps rows that way.

The sessions with all that is in them are in ``training_tables``. A change is made of
rows before and after (``images``), written (``changes``) and kept in ``journal``, which
undo goes back through. An import is such an entry too: it names an ``import_batch``, and
each of its sessions the ``original`` that told it. What follows from other columns
(``DERIVED``) is worked out again at every change and kept out of the journal.

Sources: DESIGN 4; reliability.md 2.6 (time).
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    String,
    Table,
    Text,
)

from hybridtui.domain.readiness import ITEMS
from hybridtui.store.ranges import between, check, day, length
from hybridtui.store.training_tables import clock, logged_set, metadata, run_entry, session, step_mark

__all__ = [
    "CHILDREN",
    "DERIVED",
    "JOURNALED",
    "SCHEMA_VERSION",
    "athlete",
    "body_weight",
    "clock",
    "exercise",
    "exercise_name",
    "exercise_note",
    "import_batch",
    "journal",
    "logged_set",
    "metadata",
    "original",
    "pain",
    "plan",
    "readiness",
    "run_entry",
    "session",
    "skip_reason",
    "step_mark",
    "workout",
]

SCHEMA_VERSION = 6
"""Written into the file as ``user_version``; the Alembic revision has the same number."""

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
    Column("kind", String(20), nullable=False, server_default=""),
    Column("subtype", String(40), nullable=False, server_default=""),
    Column("title", String(200), nullable=False, server_default=""),
    Column("minutes", Integer, nullable=False, server_default="0"),
    Column("slot", String(40), nullable=False, server_default=""),
    Column("moved_from", String(10)),
    Column("because", Text, nullable=False, server_default=""),
    day("day"),
    Index(None, "plan_id", "day"),
    Index(None, "week"),
)
"""From ``kind`` on, what the calendar tells of a workout without reading its steps; all of it is in ``data``."""

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

pain = Table(
    "pain",
    metadata,
    Column("id", String(36), primary_key=True),
    Column("session_id", String(36)),
    Column("at_us", BigInteger, nullable=False),
    Column("day", String(10), nullable=False),
    Column("part", String(20), nullable=False),
    Column("side", String(5)),
    Column("level", Integer, nullable=False),
    day("day"),
    between("pain", "level", 0, 10),
    Index(None, "day"),
)
"""What was said of pains. ``session_id`` is no foreign key: a pain stays when its session goes."""

exercise_note = Table(
    "exercise_note",
    metadata,
    Column("exercise", String(200), primary_key=True),
    Column("text", Text, nullable=False),
    length("name", "exercise", 200),
    length("note", "text", 2000),
)
"""What the athlete wants to read at each set of an exercise, of the library or an own one."""

body_weight = Table(
    "body_weight",
    metadata,
    Column("day", String(10), primary_key=True),
    Column("value", Float, nullable=False),
    Column("unit", String(2), nullable=False),
    Column("kg", Float, nullable=False),
    Column("at_us", BigInteger, nullable=False),
    day("day"),
    check("body_weight", "kg", "kg > 0 AND kg <= 500"),
)
"""What the athlete weighed; ``at_us`` says when it was last told."""

skip_reason = Table(
    "skip_reason",
    metadata,
    Column("workout_id", String(36), primary_key=True),
    Column("reason", String(20), nullable=False),
    Column("note", Text, nullable=False),
    Column("at_us", BigInteger, nullable=False),
    length("note", "note", 2000),
)
"""Why workouts were skipped. ``workout_id`` is no foreign key: a reason stays when its plan is replaced."""

exercise_name = Table(
    "exercise_name",
    metadata,
    Column("folded", String(200), primary_key=True),
    Column("name", String(200), nullable=False),
    Column("exercise", String(200), nullable=False),
    length("name", "folded", 200),
    length("name", "name", 200),
    length("name", "exercise", 200),
)
"""What names in files stand for, as the athlete said; beside the tables of the library."""

original = Table(
    "original",
    metadata,
    Column("sha256", String(64), primary_key=True),
    Column("name", Text, nullable=False),
    Column("size", BigInteger, nullable=False),
    Column("data", LargeBinary, nullable=False),
)
"""Imported files, unchanged but for zlib; ``session.original`` names the one that told a session."""

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
    pain,
    exercise_note,
    body_weight,
    skip_reason,
    exercise_name,
)
"""Tables whose changes can be taken back, parents before children."""

CHILDREN: tuple[Table, ...] = (logged_set, run_entry, step_mark)
"""What goes with a session, and comes back with it."""

DERIVED: Mapping[str, frozenset[str]] = MappingProxyType({
    session.name: frozenset({"set_count", "rep_count", "run_count", "run_m", "distance_m", "same_as", "lent_rpe",
                             "lent_load_au", "lent_hr"}),
    logged_set.name: frozenset({"hard"}),
    workout.name: frozenset({"kind", "subtype", "title", "minutes", "slot", "moved_from", "because"}),
})  # fmt: skip
"""Columns that follow from others, by table: kept by the store itself, so the journal leaves them out."""
