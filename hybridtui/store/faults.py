"""What SQLite refuses, said in words for people.

Source: reliability.md 2.3.
"""

from __future__ import annotations

from pathlib import Path

from sqlalchemy.exc import DBAPIError

from hybridtui.store.ranges import RANGES

_WORDS = {
    "SQLITE_FULL": "the disk is full. Free some space and try again",
    "SQLITE_BUSY": "another hybridtui is busy with {path}. Try again",
    "SQLITE_LOCKED": "another hybridtui is busy with {path}. Try again",
    "SQLITE_READONLY": "{path} is read-only. Allow writing to it and its directory, or name another with --database",
    "SQLITE_IOERR": "the disk of {path} reports an error ({name}). Check the disk and try again",
    "SQLITE_CORRUPT": "{path} is damaged. Copy it away before anything else, then put an earlier copy in its place",
    "SQLITE_NOTADB": "{path} is damaged. Copy it away before anything else, then put an earlier copy in its place",
    "SQLITE_CANTOPEN": "{path} cannot be opened. Check that it and its directory may be read and written",
    "SQLITE_PERM": "{path} may not be opened. Check who owns it",
    "SQLITE_CONSTRAINT_FOREIGNKEY": "the session it belongs to is no longer in the log",
    "SQLITE_CONSTRAINT_UNIQUE": "it is already in the log",
    "SQLITE_CONSTRAINT_PRIMARYKEY": "it is already in the log",
    "SQLITE_CONSTRAINT_NOTNULL": "a value is missing ({detail})",
    "SQLITE_TOOBIG": "it is too long",
}


def name(error: DBAPIError) -> str:
    """Return SQLite's name of the fault, such as ``SQLITE_FULL``."""
    return str(getattr(error.orig, "sqlite_errorname", "SQLITE_ERROR"))


def is_busy(error: DBAPIError) -> bool:
    """Return whether waiting may help."""
    return name(error).startswith(("SQLITE_BUSY", "SQLITE_LOCKED"))


def reason(error: DBAPIError, path: Path) -> str:
    """Return why, and the way out, as the end of a sentence."""
    fault = name(error)
    detail = str(error.orig)
    if fault == "SQLITE_CONSTRAINT_CHECK":
        return _broken_range(detail)
    key = max((key for key in _WORDS if fault.startswith(key)), key=len, default="")
    words = _WORDS.get(key, "{path} cannot be used ({name}: {detail}). Restart hybridtui and try again")
    return words.format(path=path, name=fault, detail=detail)


def _broken_range(detail: str) -> str:
    return RANGES.get(detail.rpartition("__")[2], f"a value is out of range ({detail})")
