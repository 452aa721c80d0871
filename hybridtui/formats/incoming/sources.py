"""What paths stand for: files, what lies in folders, what lies in archives. Source: reliability.md 3.

A file named by itself may be called anything; of a folder, and of the folders in it, those
are taken that are called as exports are. Names that begin with a dot are left out.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from hybridtui.domain.text import clean
from hybridtui.formats.incoming.archives import ZIP_SIGNS, ArchiveError, Holds, Listing, Member, listing
from hybridtui.formats.incoming.opening import Shelf, Source
from hybridtui.formats.limits import FILE_BYTES, MOST_MEMBERS, STREAMED_BYTES, TOO_LARGE

SUFFIXES = (".csv", ".txt", ".fit", ".gpx", ".tcx", ".xml", ".json", ".zip", ".gz", ".daybook")
"""What is taken from a folder."""

_PERHAPS = (".txt", ".json", ".xml")
"""Of these, what turns out to be no export is passed over."""

NO_TRAINING = (
    "it holds no file of training that is known by its name (.fit, .gpx, .tcx, activities.csv, export.xml): "
    "unpack it and import what is in it"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Skipped:
    """Something that cannot be read at all."""

    name: str
    reason: str
    place: int = 0
    """Where it stands in the report."""
    among: str = ""
    """The archive or folder that it was found in; empty: it was named by itself."""


@dataclass(frozen=True, slots=True)
class Found:
    """What paths stand for."""

    sources: tuple[Source, ...]
    refused: tuple[Skipped, ...]


def never() -> bool:
    """Return False: nothing stops what goes on."""
    return False


def found(paths: Sequence[Path], cancelled: Callable[[], bool] = never) -> Found:
    """Return what paths stand for, in the order of the paths and then of names; looks no further once cancelled."""
    sources: list[Source] = []
    refused: list[Skipped] = []
    with Shelf() as shelf:
        for each in _each(paths, shelf):
            if cancelled():
                break
            place = len(sources) + len(refused)
            if isinstance(each, Source):
                sources.append(replace(each, place=place))
            else:
                refused.append(replace(each, place=place))
    return Found(tuple(sources), tuple(refused))


def _each(paths: Sequence[Path], shelf: Shelf) -> Iterator[Source | Skipped]:
    for path in paths:
        try:
            folder = path.is_dir()
        except (OSError, ValueError) as error:
            yield _unread(path, error)
        else:
            yield from _of_folder(path, shelf) if folder else _of_file(path, shelf)


def _unread(path: Path, error: Exception, among: str = "") -> Skipped:
    reason = f"it cannot be read: {getattr(error, 'strerror', None) or error}"
    return Skipped(name=str(path), reason=reason, among=among)


def _of_folder(folder: Path, shelf: Shelf) -> Iterator[Source | Skipped]:
    inside: list[str] = []
    for path in _walk(folder):
        if len(inside) == MOST_MEMBERS:
            yield Skipped(name=str(folder), reason=f"it holds more than {MOST_MEMBERS:,} files: name a smaller folder")
            return
        inside.append(path)
    if not inside:
        kinds = f"{', '.join(SUFFIXES[:-1])} or {SUFFIXES[-1]}"
        yield Skipped(name=str(folder), reason=f"it is a folder without {kinds} files")
    among = str(folder)
    for path in inside:
        yield from _of_file(Path(path), shelf, among, perhaps=path.lower().endswith(_PERHAPS))


def _walk(folder: Path) -> Iterator[str]:
    """Yield the files of a folder that may be exports, then those of the folders in it, each folder once."""
    waiting, seen = [folder], set[tuple[int, int]]()
    while waiting:
        here = waiting.pop(0)
        try:
            known = here.stat()
            if (known.st_dev, known.st_ino) in seen:
                continue
            seen.add((known.st_dev, known.st_ino))
            entries = sorted(os.scandir(here), key=lambda entry: entry.name)
        except OSError:
            continue
        shown = [entry for entry in entries if not entry.name.startswith(".")]
        yield from (entry.path for entry in shown if _is_export(entry))
        waiting[:0] = [Path(entry.path) for entry in shown if _leads(entry.is_dir)]


def _is_export(entry: os.DirEntry[str]) -> bool:
    return entry.name.lower().endswith(SUFFIXES) and _leads(entry.is_file)


def _leads(to_such: Callable[[], bool]) -> bool:
    """Return what an entry of a folder says; False of a link that leads to itself, or where nobody may look."""
    try:
        return to_such()
    except OSError:
        return False


def _of_file(path: Path, shelf: Shelf, among: str = "", *, perhaps: bool = False) -> Iterator[Source | Skipped]:
    name = str(path)
    try:
        known = path.stat()
        if not stat.S_ISREG(known.st_mode):
            yield Skipped(name=name, reason="it is no ordinary file", among=among)
            return
        with path.open("rb") as file:
            sign = file.read(4)
    except (FileNotFoundError, NotADirectoryError):
        yield Skipped(name=name, reason="there is no such file")
        return
    except (OSError, ValueError) as error:
        yield _unread(path, error, among)
        return
    if sign in ZIP_SIGNS:
        yield from _of_archive(Source(name=name, path=path, size=0, perhaps=perhaps), shelf)
    elif (size := known.st_size) > STREAMED_BYTES or (size > FILE_BYTES and sign.lstrip(_MARK)[:1] != b"<"):
        yield Skipped(name=name, reason=TOO_LARGE, among=among)
    else:
        yield Source(name=name, path=path, size=size, perhaps=perhaps, among=among)


_MARK = b"\xef\xbb\xbf \r\n\t"
"""What may stand before the first sign of XML."""


def _of_archive(at: Source, shelf: Shelf) -> Iterator[Source | Skipped]:
    try:
        held = listing(shelf.archive(at.path, at.members), nested=bool(at.members))
    except (ArchiveError, OSError) as error:
        yield Skipped(name=at.name, reason=str(error))
        return
    notes = tuple(_notes(at, held))
    if not held.members and not at.members:
        yield Skipped(name=at.name, reason=NO_TRAINING)
    for member in held.members:
        yield from _of_member(at, member, notes, shelf)
        notes = ()


def _of_member(at: Source, member: Member, notes: tuple[str, ...], shelf: Shelf) -> Iterator[Source | Skipped]:
    name = f"{at.name}: {clean(member.name, 200)}"
    if member.refusal:
        yield Skipped(name=name, reason=member.refusal, among=at.among or at.name)
        return
    source = Source(
        name=name,
        path=at.path,
        members=(*at.members, member.name),
        size=member.size,
        notes=notes,
        perhaps=at.perhaps or member.holds is Holds.PERHAPS,
        one_of_many=True,
        among=at.among or at.name,
    )
    if member.holds is Holds.ARCHIVE:
        yield from _of_archive(source, shelf)
    else:
        yield source


def _notes(at: Source, held: Listing) -> Iterator[str]:
    archive = clean(at.path.name)
    if held.routes == 1:
        yield f"1 track in {archive} was left out: what counts of it is in the export"
    elif held.routes:
        yield f"{held.routes:,} tracks in {archive} were left out: what counts of them is in the export"
    if held.others and not at.members:
        files = "file" if held.others == 1 else "files"
        yield f"{held.others:,} {files} in {archive} without training (pictures, settings and the like) left out"
