"""Zip archives: what lies in them, told without unpacking anything. Source: reliability.md 3.

Only the list at the end of an archive is read, and only if it is believable; nothing is
ever written under a name from it.
"""

from __future__ import annotations

import re
import struct
import zipfile
from dataclasses import dataclass
from enum import StrEnum
from typing import BinaryIO

from hybridtui.domain.text import clean
from hybridtui.formats.limits import (
    LIST_BYTES,
    MEMBER_BYTES,
    MOST_MEMBERS,
    MOST_RATIO,
    STREAMED_BYTES,
    TABLE_BYTES,
    TOTAL_BYTES,
    UNSUSPICIOUS_BYTES,
)

ZIP_SIGNS = (b"PK\x03\x04", b"PK\x05\x06")
"""How a zip begins; the second one is empty."""


class ArchiveError(Exception):
    """An archive, or a file in it, that is not read; the message says why."""


class Holds(StrEnum):
    """What a file in an archive is taken for by its name; what it is its content tells."""

    TRAINING = "training"
    """A file of one activity."""
    TABLE = "table"
    """A list of activities, or a table of our own."""
    HEALTH = "health"
    """Apple's export."""
    ARCHIVE = "archive"
    """Garmin's archives of uploaded files."""
    PERHAPS = "perhaps"
    """A table or a text that may be an export, called as its owner likes."""


_NAMES = (
    (Holds.TRAINING, re.compile(r".*\.(?:fit|gpx|tcx)(?:\.gz)?", re.IGNORECASE)),
    (Holds.TABLE, re.compile(r"activities\.csv|.*_summarizedactivities\.json|(?:sessions|sets)\.csv", re.IGNORECASE)),
    (Holds.HEALTH, re.compile(r"export\.xml", re.IGNORECASE)),
    (Holds.ARCHIVE, re.compile(r"uploadedfiles_.*\.zip", re.IGNORECASE)),
    (Holds.PERHAPS, re.compile(r".*\.(?:csv|txt|daybook)", re.IGNORECASE)),
)
_APPLE = re.compile(r"(?:.*/)?apple_health_export/(?!export_cda)[^/]+\.xml", re.IGNORECASE)
"""Apple translates the name of its export, but not that of the folder."""

_MOST = {
    Holds.TRAINING: MEMBER_BYTES,
    Holds.TABLE: TABLE_BYTES,
    Holds.HEALTH: STREAMED_BYTES,
    Holds.ARCHIVE: TOTAL_BYTES,
    Holds.PERHAPS: TABLE_BYTES,
}


@dataclass(frozen=True, slots=True)
class Member:
    """A file in an archive that may hold training."""

    name: str
    """As the archive names it: to open it by, never to write or show."""
    holds: Holds
    size: int
    """Bytes when unpacked, as the archive claims."""
    refusal: str
    """Why it is not read; empty: it is."""


@dataclass(frozen=True, slots=True)
class Listing:
    """What lies in an archive."""

    members: tuple[Member, ...]
    """In the order of their names."""
    others: int
    """How many files hold no training by their names."""
    routes: int
    """How many are tracks of Apple's workouts, which its export tells in full."""


def listing(archive: zipfile.ZipFile, *, nested: bool = False) -> Listing:
    """Return what lies in an archive.

    Raises:
        ArchiveError: if it claims more than any export holds.
    """
    found: dict[str, tuple[Holds | None, zipfile.ZipInfo]] = {
        info.filename: (_holds(info.filename, nested=nested), info) for info in archive.infolist() if not info.is_dir()
    }
    health = any(holds is Holds.HEALTH for holds, _ in found.values())
    wanted = [
        (name, holds, info)
        for name, (holds, info) in sorted(found.items())
        if holds is not None and (not health or holds is Holds.HEALTH)
    ]
    if sum(info.file_size for _, holds, info in wanted if holds is not Holds.HEALTH) > TOTAL_BYTES:
        raise ArchiveError(f"what is in it is larger than {TOTAL_BYTES // 1_000_000_000} GB when unpacked")
    members = tuple(Member(name, holds, info.file_size, _refusal(holds, info)) for name, holds, info in wanted)
    routes = sum(holds is Holds.TRAINING for holds, _ in found.values()) if health else 0
    return Listing(members, others=len(found) - len(members) - routes, routes=routes)


def _holds(name: str, *, nested: bool) -> Holds | None:
    base = name.replace("\\", "/").rpartition("/")[2]
    if base.startswith(".") or "__MACOSX" in name:
        return None
    found = next((holds for holds, pattern in _NAMES if pattern.fullmatch(base)), None)
    if found is None and _APPLE.fullmatch(name):
        found = Holds.HEALTH
    return None if nested and found is not Holds.TRAINING else found


def _refusal(holds: Holds, info: zipfile.ZipInfo) -> str:
    if info.flag_bits & 0x1:
        return "it is locked with a password: unpack the archive and import what is in it"
    if info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        return "it is packed in a way that is not read here: unpack the archive and import what is in it"
    if info.file_size > _MOST[holds]:
        return f"it is larger than {_MOST[holds] // 1_000_000:,} MB when unpacked"
    if info.file_size > largest(info.compress_size):
        return f"it is packed more than {MOST_RATIO} times smaller than it is, as no training is"
    return ""


def largest(packed: int) -> int:
    """Return how many bytes may come of so many packed ones."""
    return max(UNSUSPICIOUS_BYTES, MOST_RATIO * packed)


def opened(stream: BinaryIO) -> zipfile.ZipFile:
    """Open an archive, unless its list is too long to be read; then the stream is closed.

    Raises:
        ArchiveError: if it is none, damaged, or holds too many files.
    """
    try:
        return _opened(stream)
    except (zipfile.BadZipFile, NotImplementedError, ValueError, OverflowError, struct.error, EOFError) as error:
        stream.close()
        reason = f"it is a damaged zip archive ({clean(str(error), 80)}): copy or download it again"
        raise ArchiveError(reason) from error
    except BaseException:
        stream.close()
        raise


def _opened(stream: BinaryIO) -> zipfile.ZipFile:
    count, size = _end(stream)
    if size > min(LIST_BYTES, count * _LONGEST_ENTRY):
        raise ArchiveError("its list of files is longer than it says")
    if count <= MOST_MEMBERS:
        archive = zipfile.ZipFile(stream)
        if len(archive.infolist()) <= MOST_MEMBERS:
            return archive
    raise ArchiveError(f"it holds more than {MOST_MEMBERS:,} files")


_LONGEST_ENTRY = 4_096
"""Bytes of a file in the list of an archive: its name and some numbers."""

_END = struct.Struct("<4s4H2LH")
_END_64 = struct.Struct("<4sQ2H2L4Q")
_LOCATOR = struct.Struct("<4sLQL")
_LONGEST_COMMENT = 65_535


def _end(stream: BinaryIO) -> tuple[int, int]:
    """Return how many files an archive says it holds, and how long its list is, bytes."""
    length = stream.seek(0, 2)
    start = max(0, length - _END.size - _LONGEST_COMMENT - _LOCATOR.size)
    stream.seek(start)
    tail = stream.read()
    at = tail.rfind(b"PK\x05\x06")
    if at < 0 or len(tail) - at < _END.size:
        raise zipfile.BadZipFile("it has no end")
    _, _, _, _, count, size, _, _ = _END.unpack_from(tail, at)
    where = at - _LOCATOR.size
    if where >= 0 and tail.startswith(b"PK\x06\x07", where):
        _, _, offset, _ = _LOCATOR.unpack_from(tail, where)
        stream.seek(offset)
        end = stream.read(_END_64.size)
        if len(end) == _END_64.size and end.startswith(b"PK\x06\x06"):
            _, _, _, _, _, _, _, count, size, _ = _END_64.unpack(end)
    return count, size
