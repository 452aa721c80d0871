"""SQLite as hybridtui uses it: how a connection is made, set up and begins.

Every choice is measured (reliability.md 2.1, 2.2): WAL with synchronous=FULL loses no
commit to a power cut; writers that BEGIN IMMEDIATE lose no update to each other; no
checkpoint runs beside a writer (only the close of the last connection checkpoints), so
that the WAL-reset bug of older SQLite cannot bite.
"""

from __future__ import annotations

import sqlite3
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from enum import Enum
from pathlib import Path

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.pool import QueuePool

BUSY_S = 5
"""Seconds a statement waits for another process's lock."""


class Access(Enum):
    """How the file may be used."""

    WRITE = "rw"
    READ = "ro"
    FROZEN = "ro&immutable=1"
    """Read without any side file: for a directory that nothing can be written to."""


def make_engine(
    path: Path,
    access: Access = Access.WRITE,
    *,
    foreign_keys: bool = True,
    then: Callable[[sqlite3.Connection], None] = lambda _: None,
) -> Engine:
    """Return an engine on an existing file; it never creates one.

    Transactions of ``engine.execution_options(readonly=True)`` begin as readers,
    all others as writers. ``then`` is done to each new connection.
    """

    def connect() -> sqlite3.Connection:
        connection = sqlite3.connect(
            f"{path.as_uri()}?mode={access.value}",
            uri=True,
            timeout=BUSY_S,
            isolation_level=None,  # the driver must never BEGIN or COMMIT by itself
            check_same_thread=False,  # the pool hands a connection to one thread at a time
        )
        _set_up(connection, access, foreign_keys=foreign_keys)
        then(connection)
        return connection

    engine = create_engine("sqlite://", creator=connect, poolclass=QueuePool)
    event.listen(engine, "begin", _begin)
    return engine


def _set_up(connection: sqlite3.Connection, access: Access, *, foreign_keys: bool) -> None:
    pragmas = [
        f"foreign_keys={'on' if foreign_keys else 'off'}",
        "trusted_schema=off",
        "cell_size_check=on",
        "wal_autocheckpoint=0",
    ]
    if access is Access.WRITE:
        pragmas.append(f"synchronous={'full' if _wal(connection) else 'extra'}")
        if sys.platform == "darwin":
            pragmas += ["fullfsync=1", "checkpoint_fullfsync=1"]
    for pragma in pragmas:
        connection.execute(f"PRAGMA {pragma}")


def _wal(connection: sqlite3.Connection) -> bool:
    """Switch to the write-ahead log; False where it cannot be had (a network file system).

    There the rollback journal with synchronous=EXTRA is as safe, and slower.
    """
    if _answer(connection, "journal_mode=wal") == "wal":
        return True
    _answer(connection, "journal_mode=delete")
    return False


def _answer(connection: sqlite3.Connection, pragma: str) -> str:
    return str(connection.execute(f"PRAGMA {pragma}").fetchone()[0])


def _begin(connection: Connection) -> None:
    readonly = connection.get_execution_options().get("readonly", False)
    connection.exec_driver_sql("BEGIN" if readonly else "BEGIN IMMEDIATE")


_ROOM_KB = 65_536
"""Memory for the pages of a file while thousands of rows are written: their ids lie all over the indexes."""


@contextmanager
def room_for_many(connection: Connection) -> Iterator[None]:
    """Keep more pages in memory for a while; with the usual 2 MB, a page is written anew for nearly every row."""
    before = int(connection.exec_driver_sql("PRAGMA cache_size").scalar_one())
    connection.exec_driver_sql(f"PRAGMA cache_size={-_ROOM_KB:d}")
    try:
        yield
    finally:
        connection.exec_driver_sql(f"PRAGMA cache_size={before:d}")


def user_version(connection: Connection) -> int:
    """Return the schema version written in the file."""
    return int(connection.exec_driver_sql("PRAGMA user_version").scalar_one())


def set_user_version(connection: Connection, version: int) -> None:
    """Write the schema version; part of the transaction."""
    connection.exec_driver_sql(f"PRAGMA user_version = {version:d}")


def set_application_id(connection: Connection, application_id: int) -> None:
    """Mark the file as this application's; part of the transaction."""
    connection.exec_driver_sql(f"PRAGMA application_id = {application_id:d}")


def complaint(connection: Connection) -> str | None:
    """Return what quick_check and foreign_key_check say is wrong; None if all is well."""
    answer = str(connection.exec_driver_sql("PRAGMA quick_check(1)").scalar_one())
    if answer != "ok":
        return answer
    orphan = connection.exec_driver_sql("PRAGMA foreign_key_check").first()
    return None if orphan is None else f"a row of {orphan[0]} belongs to nothing"


def table_names(connection: Connection) -> frozenset[str]:
    """Return the names of the tables in the file."""
    rows = connection.exec_driver_sql("SELECT name FROM sqlite_master WHERE type = 'table'")
    return frozenset(rows.scalars())


def copy_into(path: Path, copy: Path) -> None:
    """Copy the database, its write-ahead log included, into the existing file ``copy``.

    Raises:
        sqlite3.Error: if it cannot be copied, or if the copy is not whole.
    """
    source = sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True, timeout=BUSY_S)
    target = sqlite3.connect(f"{copy.as_uri()}?mode=rw", uri=True, timeout=BUSY_S)
    try:
        source.backup(target)
        answer = _answer(target, "quick_check(1)")
        if answer != "ok":
            raise sqlite3.DatabaseError(answer)
    finally:
        target.close()
        source.close()
