"""A made-up next version of the schema, to try the machinery of migrations on."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import hybridtui.store.migrations

_NEXT = """
import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


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
        (directory / "versions" / "v0002_next.py").write_text(_NEXT.format(more=more))
    return str(directory)


def shape(path: Path) -> int | None:
    """Return the version whose tables, user_version and revision the file all has; None if they disagree."""
    with closing(sqlite3.connect(path)) as connection:
        version = connection.execute("PRAGMA user_version").fetchone()[0]
        revision = connection.execute("SELECT version_num FROM alembic_version").fetchone()[0]
        tables = {name for (name,) in connection.execute("SELECT name FROM sqlite_master")}
        columns = {row[1] for row in connection.execute("PRAGMA table_info(run_entry)")}
    signs = {version, int(revision), 2 if "shoe" in tables else 1, 2 if "shoe" in columns else 1}
    return signs.pop() if len(signs) == 1 else None
