"""A new log file: every table, the marks of the file and Alembic's stamp, at once.

Alembic is not imported for it; a test proves that a new file equals a migrated one.
"""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import Column, MetaData, PrimaryKeyConstraint, String, Table, insert
from sqlalchemy.exc import DBAPIError

from hybridtui.domain.problems import StoreProblem
from hybridtui.store import engine, faults, file
from hybridtui.store.tables import SCHEMA_VERSION, metadata

alembic_version = Table(
    "alembic_version",
    MetaData(),
    Column("version_num", String(32), nullable=False),
    PrimaryKeyConstraint("version_num", name="alembic_version_pkc"),
)
"""Alembic's own table, made by us in a new file so that the first start needs no Alembic."""


def revision(version: int) -> str:
    """Return the Alembic revision that makes a file of this schema version."""
    return f"{version:04d}"


def create(path: Path) -> None:
    """Create a log without entries, unless another process is quicker.

    Raises:
        StoreProblem: if it cannot be created.
    """
    try:
        file.create(path, _fill)
    except DBAPIError as error:
        raise StoreProblem(f"{path} cannot be created: {faults.reason(error, path)}.") from error


def _fill(path: Path) -> None:
    new = engine.make_engine(path)
    try:
        with new.begin() as connection:
            engine.set_application_id(connection, file.APPLICATION_ID)
            metadata.create_all(connection, checkfirst=False)
            alembic_version.create(connection)
            connection.execute(insert(alembic_version).values(version_num=revision(SCHEMA_VERSION)))
            engine.set_user_version(connection, SCHEMA_VERSION)
    finally:
        new.dispose()
