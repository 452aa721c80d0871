"""What lies in a folder, as far as an import is concerned."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from hybridtui.domain.problems import Problem

SUFFIXES = (".csv", ".daybook", ".fit", ".gpx", ".gz", ".json", ".tcx", ".txt", ".xml", ".zip")
"""Suffixes of files that are offered: what a file is, is told by what is in it."""

MOST_ENTRIES = 500
"""More would not help anybody to choose."""

MOST_COUNTED = 10_000
"""So many files and folders are looked at to say how many files lie in a folder and below it."""


@dataclass(frozen=True, slots=True)
class Held:
    """How many files that can be imported a folder holds."""

    here: int = 0
    below: int = 0
    """In the folders in it, however deep."""
    more: bool = False
    """True if there is more than was counted."""

    @property
    def files(self) -> int:
        """All of them."""
        return self.here + self.below


@dataclass(frozen=True, slots=True)
class Entry:
    """A folder to go into, or a file that can be imported."""

    path: Path
    folder: bool
    size: int = 0

    @property
    def name(self) -> str:
        """Its own name, a folder's with a slash."""
        return f"{self.path.name}/" if self.folder else self.path.name


@dataclass(frozen=True, slots=True)
class Listing:
    """A folder and those of its entries that begin with (else contain) what was typed."""

    folder: Path
    entries: tuple[Entry, ...]
    problem: str = ""
    """Why there is nothing to see, in words."""


def begun_anew(typed: str) -> str:
    """Return the path meant by one typed, pasted or dropped behind a folder that already stood there.

    >>> begun_anew("/home/me//data/strong.csv"), begun_anew("/home/me/~/x.fit"), begun_anew("/home/me/'/a b/x.csv' ")
    ('/data/strong.csv', '~/x.fit', '/a b/x.csv')
    """
    for quote in "'\"":
        before, opened, inside = typed.partition(f"/{quote}")
        if opened and before and inside.rstrip().endswith(quote):
            typed = inside.rstrip()[:-1]
    for mark, keep in (("//", 1), ("/~/", 1)):
        _, found, _ = typed.rpartition(mark)
        if found:
            typed = typed[typed.rindex(mark) + keep :]
    return typed


def listing(typed: str) -> Listing:
    """Read the folder that ``typed`` lies in. Never raises: what cannot be read is told."""
    path = located(typed)
    folder, fragment = (path, "") if typed.endswith("/") or typed in ("", "~") else (path.parent, path.name.lower())
    try:
        entries = sorted(_entries(folder), key=lambda entry: (not entry.folder, entry.name.lower()))
    except (OSError, ValueError) as error:
        return Listing(folder, (), _why(error))
    starting = [entry for entry in entries if entry.name.lower().startswith(fragment)]
    matching = starting or [entry for entry in entries if fragment in entry.name.lower()]
    return Listing(folder, tuple(matching[:MOST_ENTRIES]))


def located(typed: str) -> Path:
    """Return the path that ``typed`` names; ``~`` is the home directory."""
    try:
        return Path(typed or "~").expanduser()
    except RuntimeError:  # a home directory that nobody has
        return Path(typed)


def chosen(typed: str) -> Path:
    """Return what ``typed`` stands for: a file, or a folder with files that can be imported in it or below it.

    Raises:
        Problem: if there is no such thing, or nothing to import in it.
    """
    path = located(typed)
    try:
        if not path.exists():
            raise Problem(f"There is no file or folder {path}: check the spelling, or choose from the list.")
        if path == path.parent:
            raise Problem("That is all of this machine: choose a folder in it.")
        if path.is_dir() and not held(path, most=1).files:
            next(path.iterdir(), None)  # tells whether it can be read at all
            raise Problem(f"There is nothing in {path} that can be imported, nor in the folders in it.")
    except (OSError, ValueError) as error:
        raise Problem(f"{path} cannot be read: {_why(error)}.") from error
    return path


def held(folder: Path, *, most: int | None = None, given_up: Callable[[], bool] = lambda: False) -> Held:
    """Count the files in a folder and below it, ``most`` of them at most; links to folders are not followed.

    Never raises: what cannot be read is not counted.
    """
    here = below = looked_at = 0
    folders = deque([] if folder == folder.parent else [folder])  # nobody takes in all of a machine
    while folders:
        inside = folders.popleft()
        for path, is_folder in _inside(inside):
            looked_at += 1
            if looked_at > MOST_COUNTED or given_up() or (most is not None and here + below >= most):
                return Held(here, below, more=True)
            if is_folder:
                folders.append(path)
            elif inside == folder:
                here += 1
            else:
                below += 1
    return Held(here, below)


def _inside(folder: Path) -> Iterator[tuple[Path, bool]]:
    """Yield the readable files and the real folders in a folder, and which they are."""
    try:
        with os.scandir(folder) as inside:
            for entry in inside:
                if entry.is_dir(follow_symlinks=False):
                    if not entry.name.startswith("."):
                        yield Path(entry.path), True
                elif entry.name.lower().endswith(SUFFIXES):
                    yield Path(entry.path), False
    except (OSError, ValueError):
        return


def _entries(folder: Path) -> list[Entry]:
    found = []
    for path in folder.iterdir():
        try:
            if path.is_dir():
                if not path.name.startswith("."):
                    found.append(Entry(path, folder=True))
            elif path.name.lower().endswith(SUFFIXES):
                found.append(Entry(path, folder=False, size=path.stat().st_size))
        except OSError:  # vanished, or not ours to look at
            continue
    return found


def _why(error: OSError | ValueError) -> str:
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        return "there is no such folder"
    return (error.strerror or "it cannot be read").lower() if isinstance(error, OSError) else "no such name"
