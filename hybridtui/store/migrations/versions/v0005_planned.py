"""What the calendar tells of a planned workout, in columns: reading its steps takes many times as long."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"

_COLUMNS = {
    "kind": "VARCHAR(20) DEFAULT '' NOT NULL",
    "subtype": "VARCHAR(40) DEFAULT '' NOT NULL",
    "title": "VARCHAR(200) DEFAULT '' NOT NULL",
    "minutes": "INTEGER DEFAULT '0' NOT NULL",
    "slot": "VARCHAR(40) DEFAULT '' NOT NULL",
    "moved_from": "VARCHAR(10)",
    "because": "TEXT DEFAULT '' NOT NULL",
}

_workout = sa.table("workout", *(sa.column(name) for name in ("id", "data", *_COLUMNS)))


def upgrade() -> None:
    """Add the columns, and fill them from each workout."""
    for name, kind in _COLUMNS.items():
        op.execute(f"ALTER TABLE workout ADD COLUMN {name} {kind}")
    connection = op.get_bind()
    told = list(_told(connection))
    if told:
        values: dict[str, object] = {name: sa.bindparam(f"its_{name}") for name in _COLUMNS}
        connection.execute(sa.update(_workout).where(_workout.c.id == sa.bindparam("of")).values(values), told)


def _told(connection: sa.Connection) -> Iterator[Mapping[str, object]]:
    """Yield what each workout is; one that is damaged keeps the defaults: the calendar leaves it out."""
    for id_, data in connection.execute(sa.select(_workout.c.id, _workout.c.data)):
        try:
            held = json.loads(data)["is"]
            told = {"kind": held["kind"], **{name: held.get(name) or default for name, default in _DEFAULTS.items()}}
        except (ValueError, TypeError, KeyError, RecursionError):
            continue
        if all(value is None or isinstance(value, str | int) for value in told.values()):
            yield {"of": id_, **{f"its_{name}": value for name, value in told.items()}}


_DEFAULTS: Mapping[str, object] = {
    "subtype": "", "title": "", "minutes": 0, "slot": "", "moved_from": None, "because": "",
}  # fmt: skip
