"""A made-up next version of the schema, to try the machinery of migrations on."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import hybridtui.store.migrations
from hybridtui.store.schema import revision
from hybridtui.store.tables import SCHEMA_VERSION

NEXT = SCHEMA_VERSION + 1
"""The version that it makes."""

_NEXT = """
import sqlalchemy as sa
from alembic import op

revision = "{new}"
down_revision = "{old}"


def upgrade() -> None:
    with op.batch_alter_table("run_entry") as batch:
        batch.add_column(sa.Column("shoe", sa.Text))
    op.execute("UPDATE run_entry SET shoe = 'unknown'")
    op.create_table("shoe", sa.Column("id", sa.Text, primary_key=True))
    {more}
"""


def write_next_version(directory: Path, more: str = "pass") -> str:
    """Copy the revisions, add one more, and return where they are."""
    if not directory.exists():
        source = Path(hybridtui.store.migrations.__file__).parent
        shutil.copytree(source, directory, ignore=shutil.ignore_patterns("__pycache__"))
        text = _NEXT.format(new=revision(NEXT), old=revision(SCHEMA_VERSION), more=more)
        (directory / "versions" / f"v{revision(NEXT)}_next.py").write_text(text)
    return str(directory)


def shape(path: Path) -> int | None:
    """Return the version whose tables, user_version and revision the file all has; None if they disagree."""
    with closing(sqlite3.connect(path)) as connection:
        version = connection.execute("PRAGMA user_version").fetchone()[0]
        stamp = connection.execute("SELECT version_num FROM alembic_version").fetchone()[0]
        tables = {name for (name,) in connection.execute("SELECT name FROM sqlite_master")}
        columns = {row[1] for row in connection.execute("PRAGMA table_info(run_entry)")}
    signs = {version, int(stamp), *(NEXT if "shoe" in names else SCHEMA_VERSION for names in (tables, columns))}
    return signs.pop() if len(signs) == 1 else None
