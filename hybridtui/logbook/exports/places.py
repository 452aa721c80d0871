"""Where an export may be written: what is refused before a byte is."""

from __future__ import annotations

import os
from collections.abc import Iterable
from itertools import chain, count
from pathlib import Path

from hybridtui.domain.exports import ExportFormat
from hybridtui.domain.problems import Problem
from hybridtui.domain.text import clean

_BESIDE_THE_LOG = ("", "-wal", "-shm", "-journal")
"""Ends of the names of the files that SQLite keeps a log in."""


def usual(name: str, home: Path) -> Path:
    """Return where a file usually goes: into the folder for downloads, if there is one, beside what is there."""
    downloads = home / "Downloads"
    path = (downloads if downloads.is_dir() else home) / name
    numbered = (path.with_name(f"{path.stem}-{number}{path.suffix}") for number in count(2))
    return next(each for each in chain((path,), numbered) if not os.path.lexists(each))


def standing(path: Path, format_: ExportFormat) -> bool:
    """Return whether an export at a place takes the place of something, or may: in a folder that is not empty."""
    if format_.several and path.is_dir():
        return next(path.iterdir(), None) is not None
    return path.exists()


def place(out: Path, format_: ExportFormat) -> Path:
    """Return the path that is meant, links followed, if an export of this format can lie there.

    Raises:
        Problem: if it cannot, naming it and what to name instead.
    """
    try:
        path = Path(os.path.realpath(out.expanduser()))
        _check(path, format_)
    except (OSError, RuntimeError, ValueError) as error:  # no such user, a loop of links, a NUL in it
        raise Problem(f"{shown(out)} cannot be written: {_reason(error)}. Name another place.") from error
    return path


def _check(path: Path, format_: ExportFormat) -> None:
    if format_.several and not is_zip(path):
        if path.exists() and not path.is_dir():
            raise Problem(f"{shown(path)} is a file, and {format_} is several: name a folder, or a name with .zip.")
        folder = path if path.exists() else path.parent
    else:
        check_file(path)
        folder = path.parent
    if not folder.is_dir():
        raise Problem(f"There is no folder {shown(folder)} to write to: make it first, or name another place.")


def check_file(path: Path) -> None:
    """Check that a file can come to lie here.

    Raises:
        Problem: if there is something that is no ordinary file.
    """
    if path.is_dir():
        raise Problem(f"{shown(path)} is a folder: name a file in it.")
    if path.exists() and not path.is_file():
        raise Problem(f"{shown(path)} is no ordinary file: name another place.")


def is_zip(path: Path) -> bool:
    """Return whether several files are to go into one archive."""
    return path.suffix.lower() == ".zip"


def keep_off(log: Path, files: Iterable[Path]) -> None:
    """Check that no file to be written is the log itself.

    Raises:
        Problem: if one is.
    """
    of_log = [log.with_name(log.name + end) for end in _BESIDE_THE_LOG]
    for file in files:
        if any(_same(file, each) for each in of_log):
            raise Problem(f"{shown(file)} is your log itself: name another place, or the export would destroy it.")


def _same(one: Path, other: Path) -> bool:
    if os.path.realpath(one) == os.path.realpath(other):
        return True
    try:
        return one.samefile(other)
    except OSError:
        return False


def shown(path: Path) -> str:
    """Return a path as people may be shown it."""
    return clean(str(path), 400)


def _reason(error: Exception) -> str:
    return error.strerror or str(error) if isinstance(error, OSError) else str(error)
