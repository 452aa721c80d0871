"""From a path to a log of this version: created, judged, upgraded, or refused."""

from __future__ import annotations

import os
from pathlib import Path

from sqlalchemy.exc import DBAPIError

from hybridtui.domain.problems import StoreProblem
from hybridtui.store import engine, faults, file, schema, tables
from hybridtui.store.engine import Access


def prepared(location: str | Path, *, read_only: bool, begin: bool = True) -> tuple[Path, Access]:
    """Return the file that ``location`` names, whole and of this version, and how it may be used.

    Where there is none, one is begun; without ``begin`` that is refused.

    Raises:
        StoreProblem: if it cannot be used; the message names it and the way out.
    """
    path = file.path_of(location)
    header = file.inspect(path)
    if header is None:
        if not begin:
            raise StoreProblem(f"There is no log at {path} yet: open 'hybridtui', or import files, to begin one.")
        if read_only:
            raise StoreProblem(f"{path} does not exist. Open it without read-only to begin a log.")
        schema.create(path)
    elif header.user_version > tables.SCHEMA_VERSION:
        raise file.newer(path, header.user_version)
    else:
        file.tidy(path)
    access = _access(path, read_only=read_only)
    _bring_up_to_date(path, access)
    return path, access


def _access(path: Path, *, read_only: bool) -> Access:
    """Return how the file may be used.

    Where no side file can be made, only a frozen view can be had; it would not see what
    lies in a write-ahead log, but then the side files are there already.
    """
    if not os.access(path.parent, os.W_OK):
        return Access.READ if file.unfolded(path) else Access.FROZEN
    return Access.READ if read_only or not os.access(path, os.W_OK) else Access.WRITE


def _bring_up_to_date(path: Path, access: Access) -> None:
    """Upgrade an older file, and refuse one that is damaged or newer after all.

    The version in the first bytes may lag behind the write-ahead log.
    """
    probe = engine.make_engine(path, access)
    try:
        with probe.execution_options(readonly=True).connect() as connection:
            version = engine.user_version(connection)
            missing = {table.name for table in tables.metadata.sorted_tables} - engine.table_names(connection)
    except DBAPIError as error:
        raise StoreProblem(f"The log cannot be opened: {faults.reason(error, path)}.") from error
    finally:
        probe.dispose()
    if version > tables.SCHEMA_VERSION:
        raise file.newer(path, version)
    if version < tables.SCHEMA_VERSION:
        if access is not Access.WRITE:
            raise StoreProblem(f"{path} was made by an older hybridtui and is read-only. Allow writing to upgrade it.")
        from hybridtui.store.upgrade import upgrade  # Alembic only when it is needed

        upgrade(path)
    elif missing:
        raise StoreProblem(f"{path} is damaged: it lacks {', '.join(sorted(missing))}. Restore an earlier copy of it.")
