"""The files of an export, made into one file, a folder or a zip."""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Iterable, Iterator
from datetime import datetime
from pathlib import Path
from typing import IO

from hybridtui.formats.writing import OutFile
from hybridtui.logbook.exports import places
from hybridtui.logbook.exports.files import Drafts

Way = Callable[[Iterator[OutFile], Path, Drafts], tuple[tuple[Path, ...], int]]
"""Drafts files at or in a place and returns where they are to lie, and their bytes."""

_OWNER_ONLY = 0o100600 << 16
_EARLIEST = datetime(1980, 1, 1)  # noqa: DTZ001 - archives know local times only, from this one on


def way(place: Path, *, several: bool, now: datetime) -> Way:
    """Return how files get to a place: what is named like an archive is one, of one file, too."""
    if places.is_zip(place):
        return lambda files, place, drafts: to_zip(files, place, drafts, now)
    return to_folder if several else to_file


def to_file(files: Iterator[OutFile], place: Path, drafts: Drafts) -> tuple[tuple[Path, ...], int]:
    """Draft the one file that there is."""
    (file,) = files
    return (place,), _drafted(file, place, drafts)


def to_folder(files: Iterator[OutFile], place: Path, drafts: Drafts) -> tuple[tuple[Path, ...], int]:
    """Draft each file by its name."""
    written, size = [], 0
    for file in files:
        drafts.make_folder(place)
        path = place / file.name
        places.check_file(path)
        size += _drafted(file, path, drafts)
        written.append(path)
    return tuple(written), size


def to_zip(files: Iterator[OutFile], place: Path, drafts: Drafts, now: datetime) -> tuple[tuple[Path, ...], int]:
    """Draft an archive of the files."""
    stamp = max(now.replace(tzinfo=None), _EARLIEST).timetuple()[:6]
    with drafts.draft(place) as draft:
        with zipfile.ZipFile(draft, "w") as archive:
            for file in files:
                entry = zipfile.ZipInfo(file.name, stamp)
                entry.compress_type, entry.external_attr = zipfile.ZIP_DEFLATED, _OWNER_ONLY
                with archive.open(entry, "w", force_zip64=True) as member:
                    _pour(file.parts, member)
        return (place,), draft.tell()


def _drafted(file: OutFile, place: Path, drafts: Drafts) -> int:
    with drafts.draft(place) as draft:
        return _pour(file.parts, draft)


def _pour(parts: Iterable[bytes], into: IO[bytes]) -> int:
    return sum(into.write(part) for part in parts)
