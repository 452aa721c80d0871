"""Which entries can be read, and how the log is read without those that cannot.

Nothing that hybridtui writes is unsound; a disk, another program or a newer version can
make it so. One such entry must not keep the others from being seen. So where one is in
the way, readers see each table through a view of its name that leaves the unsound
entries out. Nothing is deleted, and writers see the file as it is.

Like ``engine``, this is SQLite's alone: what type a value has, and views that only one
connection sees.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping
from enum import StrEnum
from pathlib import Path

from sqlalchemy import Boolean, CheckConstraint, Column, Connection, Engine, Float, Integer, Table

from hybridtui.domain.session import SetKind, Side, Source, Status
from hybridtui.domain.units import DistanceUnit, WeightUnit
from hybridtui.domain.workout import Kind
from hybridtui.store import engine
from hybridtui.store.engine import Access
from hybridtui.store.tables import body_weight, logged_set, run_entry, session

_FIRST_US, _LAST_US = -(10**15), 7_258_118_400_000_000
"""Microseconds that are times: 1938 to 2199."""

_UTMOST = 1e12
"""No number of training is beyond it; infinity is."""

_WORDS: Mapping[Column[object], type[StrEnum]] = {
    session.c.kind: Kind,
    session.c.status: Status,
    session.c.source: Source,
    logged_set.c.kind: SetKind,
    logged_set.c.load_unit: WeightUnit,
    logged_set.c.distance_unit: DistanceUnit,
    logged_set.c.side: Side,
    run_entry.c.distance_unit: DistanceUnit,
    body_weight.c.unit: WeightUnit,
}
"""Columns that hold one of a few words."""

_FURTHER: Mapping[Table, tuple[str, ...]] = {
    session: (
        "date(local_date, '+0 days') IS local_date",  # which makes 2 March of 30 February
        "ended_date IS NULL OR date(ended_date, '+0 days') IS ended_date",
        "week IS CAST(julianday(local_date) - 1721425.5 AS INTEGER) / 7",  # the day before is 1 January of year 1
        f"started_us BETWEEN {_FIRST_US} AND {_LAST_US}",
        f"ended_us IS NULL OR ended_us BETWEEN {_FIRST_US} AND {_LAST_US}",
        "abs(started_offset_s) < 86400 AND (ended_offset_s IS NULL OR abs(ended_offset_s) < 86400)",
        "CASE WHEN json_valid(flags) THEN json_type(flags) IS 'array' ELSE 0 END",
    ),
    logged_set: (
        "load_value IS NULL OR (load_unit IS NOT NULL AND load_kg IS NOT NULL)",
        "distance_value IS NULL OR distance_unit IS NOT NULL",
    ),
    run_entry: ("distance_value IS NULL OR distance_unit IS NOT NULL",),
    body_weight: ("date(day, '+0 days') IS day", "value > 0"),
}
"""What no type and no range says. The tables are those of History; a session comes before its parts."""

_READABLE = ("__name", "__note")
"""Texts that are too long can still be read: they are cut where they are shown."""

_NAMES = {
    session: ("session", "sessions"),
    logged_set: ("set", "sets"),
    run_entry: ("run", "runs"),
    body_weight: ("body weight", "body weights"),
}


def left_out(connection: Connection) -> str:
    """Return in words what cannot be read and does not count; empty: nothing."""
    numbers = {table: _count(connection, table) for table in _FURTHER}
    parts = [f"{number:,} {_NAMES[table][number != 1]}" for table, number in numbers.items() if number]
    verb = "does" if sum(numbers.values()) == 1 else "do"
    return f"{' and '.join(parts)} cannot be read and {verb} not count" if parts else ""


def past_damage(path: Path, access: Access) -> Engine:
    """Return an engine that sees only what can be read: what is unsound, and all that belongs to it, is left out."""
    statements = [statement for table in _FURTHER for statement in _looking_past(table)]

    def look(connection: sqlite3.Connection) -> None:
        for statement in statements:
            connection.execute(statement)

    return engine.make_engine(path, Access.READ if access is Access.WRITE else access, then=look)


def _count(connection: Connection, table: Table) -> int:
    rotten = f"SELECT count(*) FROM main.{table.name} WHERE {_unsound(table)}"  # noqa: S608 - words of this module
    return int(connection.exec_driver_sql(rotten).scalar_one())


def _looking_past(table: Table) -> Iterator[str]:
    name, key = table.name, next(iter(table.primary_key.columns)).name
    lost = _unsound(table)
    if "session_id" in table.c:
        lost = f"({lost}) OR session_id IN (SELECT key FROM temp.unsound_session)"  # noqa: S608
    yield f"CREATE TEMP TABLE unsound_{name} AS SELECT {key} AS key FROM main.{name} WHERE {lost}"  # noqa: S608
    columns = ", ".join(_seen(column) for column in table.c)
    yield (
        f"CREATE TEMP VIEW {name} AS SELECT {columns} FROM main.{name} "  # noqa: S608
        f"WHERE {key} NOT IN (SELECT key FROM temp.unsound_{name})"
    )


def _seen(column: Column[object]) -> str:
    """A record of the same workout counts in another's place only if it can be read and counts itself."""
    if column is not session.c.same_as:
        return column.name
    there = "SELECT id FROM main.session WHERE same_as IS NULL AND id NOT IN (SELECT key FROM temp.unsound_session)"
    return f"CASE WHEN same_as IN ({there}) THEN same_as END AS same_as"


def _unsound(table: Table) -> str:
    return " OR ".join(f"({rule}) IS NOT 1" for rule in (*_rules(table), *_FURTHER[table]))


def _rules(table: Table) -> Iterator[str]:
    """Yield what each value must be: of its column's type, a known word, in its range."""
    for column in table.c:
        rule = f"{column.name} {_is(column)}" if column in _WORDS else _typed(column)
        yield f"{column.name} IS NULL OR {rule}" if column.nullable else rule
    for constraint in table.constraints:
        if isinstance(constraint, CheckConstraint) and not str(constraint.name).endswith(_READABLE):
            yield f"({constraint.sqltext}) IS NOT 0"


def _is(column: Column[object]) -> str:
    return f"IN ({', '.join(repr(word.value) for word in _WORDS[column])})"


def _typed(column: Column[object]) -> str:
    match column.type:
        case Boolean():
            return f"{column.name} IN (0, 1)"
        case Float():
            return f"{column.name} BETWEEN -{_UTMOST} AND {_UTMOST}"
        case Integer():
            return f"typeof({column.name}) = 'integer'"
    return f"typeof({column.name}) = 'text'"
