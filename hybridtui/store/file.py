"""The log file as a file: found, judged by its first bytes, created whole.

SQLite takes an empty file for a new database, writes to a truncated one without
complaint and says nothing about a stranger's. So the first 100 bytes are read before
SQLite sees the file, and whatever is not ours is refused and left as it is.

Sources: reliability.md 2.3 (faults), 4 (modes); sqlite.org/fileformat.html 1.3.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from hybridtui.domain.problems import StoreProblem

APPLICATION_ID = 0x68796274
"""``hybt``: marks a file as hybridtui's."""

_MAGIC = b"SQLite format 3\0"
_HEADER_BYTES = 100
_AWAY = "Nothing was changed. Move it away to start a new log, or name another file with --database."
_BROKEN = "Nothing was changed. Put a copy of it in its place, or name another file with --database."


@dataclass(frozen=True, slots=True)
class Header:
    """What the first bytes of a log file say."""

    user_version: int
    """Its schema version, unless a write-ahead log beside it says otherwise."""


def path_of(location: str | Path) -> Path:
    """Return the file that ``location`` (a path or a SQLAlchemy URL) names.

    Raises:
        StoreProblem: if it names anything but a file of SQLite's.
    """
    text = str(location)
    scheme, colon, rest = text.partition("://")
    if not colon:
        if text.strip() in ("", ":memory:"):
            raise StoreProblem("The log needs a file: name one with --database.")
        return Path(text).expanduser().absolute()
    if scheme.startswith("postgres"):
        raise StoreProblem("PostgreSQL is not supported yet; name a file with --database.")
    if scheme not in ("sqlite", "sqlite+pysqlite"):
        raise StoreProblem(f"“{scheme}” databases are not supported; name a file with --database.")
    if not rest.removeprefix("/") or "?" in rest:
        raise StoreProblem("The log needs a plain file, as in sqlite:///training.db.")
    return Path(rest.removeprefix("/")).expanduser().absolute()


def inspect(path: Path) -> Header | None:
    """Return what the file says it is; None if there is none yet.

    Raises:
        StoreProblem: if it is anything but a log of hybridtui's, whole in its length.
    """
    _refuse_odd_kinds(path)
    try:
        if not path.exists():
            return None
        with path.open("rb") as file:
            head = file.read(_HEADER_BYTES)
        size = path.stat().st_size
    except OSError as error:
        raise StoreProblem(f"{path} cannot be read: {error.strerror}.") from error
    if size == 0:
        raise StoreProblem(f"{path} is empty: the log that was there is lost, or this is no log. {_AWAY}")
    if not head.startswith(_MAGIC):
        raise StoreProblem(f"{path} is not a database. {_AWAY}")
    if len(head) < _HEADER_BYTES or _shorter_than_it_says(head, size, path):
        raise StoreProblem(f"{path} is truncated: its end is missing. {_BROKEN}")
    if _number(head, 68) != APPLICATION_ID:
        raise StoreProblem(f"{path} belongs to another program. {_AWAY}")
    return Header(_number(head, 60))


def newer(path: Path, version: int) -> StoreProblem:
    """Return the refusal of a file that a newer hybridtui wrote."""
    return StoreProblem(
        f"{path} was made by a newer hybridtui (format {version}). Nothing was changed. "
        "Update hybridtui, or name another file with --database."
    )


def unfolded(path: Path) -> bool:
    """Return whether a write-ahead log holds what is not yet in the file itself."""
    log = path.with_name(path.name + "-wal")
    return log.exists() and log.stat().st_size > 0


def create(path: Path, fill: Callable[[Path], None]) -> None:
    """Create the log file, 0600 in a directory of 0700, filled by ``fill``.

    It is filled under another name first: a file under its own name is always whole,
    whatever kills the program, and a file that appears meanwhile is never replaced.

    Raises:
        StoreProblem: if it cannot be created.
    """
    draft = path.with_name(f"{_draft_prefix(path)}{os.getpid()}")
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        draft.unlink(missing_ok=True)
        os.close(os.open(draft, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
        fill(draft)
        sync(draft)
        _name_once(draft, path)
        sync(path.parent)
    except OSError as error:
        if not path.exists():  # else another process was quicker
            raise StoreProblem(
                f"{path} cannot be created: {error.strerror}. Name another file with --database, or free some room."
            ) from error
    finally:
        _sweep(path, draft)


def sync(path: Path) -> None:
    """Have the file's (or directory's) content reach the disk."""
    if os.name == "nt":  # directories cannot be opened there, and files are flushed by SQLite
        return
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _draft_prefix(path: Path) -> str:
    return f".{path.name}.new-"


def tidy(path: Path) -> None:
    """Remove the second name of a file whose maker was killed between naming it and removing the draft."""
    if path.stat().st_nlink > 1:
        _sweep(path)


def _sweep(path: Path, *drafts: Path) -> None:
    """Remove the drafts and their side files; once there is a log, those of killed processes, too."""
    mine = {draft.name + end for draft in drafts for end in ("", "-wal", "-shm", "-journal")}
    with suppress(OSError):
        everyones = path.exists()
        for each in path.parent.iterdir():
            if each.name in mine or (everyones and each.name.startswith(_draft_prefix(path))):
                each.unlink(missing_ok=True)


def _name_once(draft: Path, path: Path) -> None:
    """Give the finished draft its name, unless another process was quicker."""
    try:
        os.link(draft, path)
    except FileExistsError:
        return
    except OSError:  # a file system without hard links
        if not path.exists():
            draft.rename(path)


def _refuse_odd_kinds(path: Path) -> None:
    try:
        mode = os.lstat(path)
        if stat.S_ISLNK(mode.st_mode):
            if hasattr(os, "geteuid") and mode.st_uid != os.geteuid():
                raise StoreProblem(f"{path} is a link made by another user. Name the file itself with --database.")
            mode = path.stat()
    except FileNotFoundError:
        if path.is_symlink():
            raise StoreProblem(f"{path} is a link to a file that does not exist. Remove the link.") from None
        return
    except OSError as error:
        raise StoreProblem(f"{path} cannot be reached: {error.strerror}.") from error
    if stat.S_ISDIR(mode.st_mode):
        raise StoreProblem(f"{path} is a directory. Name a file in it with --database.")
    if not stat.S_ISREG(mode.st_mode):
        raise StoreProblem(f"{path} is not a file. Name a file with --database.")


def _shorter_than_it_says(head: bytes, size: int, path: Path) -> bool:
    """Return whether pages are missing at the end.

    A checkpoint that was cut off leaves a short file beside a full write-ahead log;
    SQLite finishes that by itself.
    """
    if unfolded(path):
        return False
    page = int.from_bytes(head[16:18], "big")
    page = 65536 if page == 1 else page
    count_is_valid = head[24:28] == head[92:96]
    return size < page or size % page != 0 or (count_is_valid and size < page * _number(head, 28))


def _number(head: bytes, at: int) -> int:
    return int.from_bytes(head[at : at + 4], "big")
