"""A new log file: every table, the marks of the file and Alembic's stamp, at once.

Alembic is not imported for it; a test proves that a new file equals a migrated one.
"""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import insert

from hybridtui.store import engine
from hybridtui.store.file import APPLICATION_ID
from hybridtui.store.tables import SCHEMA_VERSION, alembic_version, metadata


def revision(version: int) -> str:
    """Return the Alembic revision that makes a file of this schema version."""
    return f"{version:04d}"


def fill(path: Path) -> None:
    """Make the empty file a log without entries."""
    new = engine.make_engine(path)
    try:
        with new.begin() as connection:
            engine.set_application_id(connection, APPLICATION_ID)
            metadata.create_all(connection, checkfirst=False)
            alembic_version.create(connection)
            connection.execute(insert(alembic_version).values(version_num=revision(SCHEMA_VERSION)))
            engine.set_user_version(connection, SCHEMA_VERSION)
    finally:
        new.dispose()
