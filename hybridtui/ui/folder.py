"""What lies in a folder, as far as an import is concerned."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from hybridtui.domain.problems import Problem

READABLE = frozenset({".csv", ".fit"})
"""Suffixes of files that can be imported."""

MOST_ENTRIES = 500
"""More would not help anybody to choose."""


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


def chosen(typed: str) -> tuple[Path, ...]:
    """Return the files that ``typed`` stands for: a file, or all of a folder that can be imported.

    Raises:
        Problem: if there is no such thing, or nothing to import in it.
    """
    path = located(typed)
    try:
        if not path.exists():
            raise Problem(f"There is no file or folder {path}: check the spelling, or choose from the list.")
        if not path.is_dir():
            return (path,)
        files = tuple(sorted(entry.path for entry in _entries(path) if not entry.folder))
    except (OSError, ValueError) as error:
        raise Problem(f"{path} cannot be read: {_why(error)}.") from error
    if not files:
        raise Problem(f"There is no .csv or .fit file in {path}.")
    return files


def _entries(folder: Path) -> list[Entry]:
    found = []
    for path in folder.iterdir():
        try:
            if path.is_dir():
                if not path.name.startswith("."):
                    found.append(Entry(path, folder=True))
            elif path.suffix.lower() in READABLE:
                found.append(Entry(path, folder=False, size=path.stat().st_size))
        except OSError:  # vanished, or not ours to look at
            continue
    return found


def _why(error: OSError | ValueError) -> str:
    return (error.strerror or "it cannot be read").lower() if isinstance(error, OSError) else "no such name"
