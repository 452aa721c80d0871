"""Bringing a log of an older hybridtui up to date: with a copy, wholly or not at all.

The only module that imports Alembic; it is imported only for a file that is older.
Killed at any instant, the file is the old one or the new one (reliability.md 2.4).
"""

from __future__ import annotations

import os
import shutil
import sqlite3
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.util.exc import CommandError
from sqlalchemy import Connection, func, select
from sqlalchemy.exc import DatabaseError

from hybridtui.domain.problems import StoreProblem
from hybridtui.store import engine, file, same_workouts, schema
from hybridtui.store.tables import SCHEMA_VERSION, logged_set, session

SCRIPTS = "hybridtui:store/migrations"
"""Where Alembic finds the revisions: inside this package."""

_KEPT = (session, logged_set)
"""Tables that a migration may never make shorter."""


def upgrade(path: Path, *, version: int = SCHEMA_VERSION, scripts: str = SCRIPTS) -> None:
    """Bring the file to ``version``, after a checked copy of it was laid into ``backups/``.

    Raises:
        StoreProblem: if it could not be done; the file is as it was.
    """
    try:
        _back_up(path, version)
        _migrate(path, version, scripts)
    except (DatabaseError, sqlite3.Error, CommandError, OSError, _LostError) as error:
        cause = getattr(error, "orig", None) or error
        raise StoreProblem(
            f"{path} could not be upgraded ({cause}). Nothing was changed: free some room and try again, "
            "or go on with the hybridtui that made it."
        ) from error


class _LostError(Exception):
    """A migration would lose entries or leave the file damaged."""


def _back_up(path: Path, version: int) -> None:
    """Copy the file to ``backups/pre-vN-K.db`` and check the copy."""
    size = path.stat().st_size
    if shutil.disk_usage(path.parent).free < 2 * size:
        raise OSError(f"the disk has less than {2 * size // 2**20 + 1} MiB free")
    directory = path.parent / "backups"
    directory.mkdir(mode=0o700, exist_ok=True)
    taken = len(list(directory.glob(f"{path.stem}-pre-v{version}-*.db")))
    copy = directory / f"{path.stem}-pre-v{version}-{taken + 1}.db"
    draft = copy.with_suffix(f".tmp-{os.getpid()}")
    draft.unlink(missing_ok=True)
    os.close(os.open(draft, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
    try:
        engine.copy_into(path, draft)
        file.sync(draft)
        draft.rename(copy)
    finally:
        draft.unlink(missing_ok=True)
    file.sync(directory)


def _migrate(path: Path, version: int, scripts: str) -> None:
    """Run the migrations that are missing, the version included, in one transaction."""
    upgrading = engine.make_engine(path, foreign_keys=False)
    config = Config()
    config.set_main_option("script_location", scripts.replace("%", "%%"))
    try:
        with upgrading.begin() as connection:
            if engine.user_version(connection) >= version:
                return  # another process was quicker
            before = _counts(connection)
            config.attributes["connection"] = connection
            command.upgrade(config, schema.revision(version))
            if version >= SCHEMA_VERSION:
                same_workouts.refresh_all(connection)
            engine.set_user_version(connection, version)
            _refuse_losses(connection, before)
    finally:
        upgrading.dispose()


def _counts(connection: Connection) -> list[int]:
    tables = engine.table_names(connection)
    return [
        connection.execute(select(func.count()).select_from(table)).scalar_one() if table.name in tables else 0
        for table in _KEPT
    ]


def _refuse_losses(connection: Connection, before: list[int]) -> None:
    after = _counts(connection)
    if any(now < then for then, now in zip(before, after, strict=True)):
        raise _LostError("sessions or sets would be lost")
    complaint = engine.complaint(connection)
    if complaint is not None:
        raise _LostError(complaint)
