"""What was read, sorted by what the log knows already. Nothing is written here."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from hybridtui.domain.flags import DAMAGED
from hybridtui.domain.imports import FileStatus, Refusal
from hybridtui.domain.merging import completed
from hybridtui.domain.outlines import Outline
from hybridtui.domain.session import Session
from hybridtui.formats.reading import Read
from hybridtui.logbook.imports.reading import ReadFile, Reading
from hybridtui.store import Store


@dataclass(frozen=True, slots=True)
class Copy:
    """A session as one file tells it."""

    file: ReadFile
    outline: Outline
    parcel: int
    """Which of the file's it lies in."""
    at: int
    """Where in it."""

    @property
    def digest(self) -> str:
        """Hash of its file, if it has one."""
        return self.file.told.sha256 or "" if self.file.told is not None else ""

    @property
    def poverty(self) -> tuple[object, ...]:
        """Return what orders the copies of a session, the one to begin with first, whatever the order of files."""
        told = self.outline.gist
        return not DAMAGED.isdisjoint(told.wanting), -told.sets, -told.runs, len(told.wanting), self.digest


@dataclass(slots=True)
class SortedFile:
    """The sessions of a file, sorted."""

    file: ReadFile
    new: int = 0
    known: list[Copy] = field(default_factory=list)
    """What the log, or a file before this one, has already."""

    @property
    def read(self) -> Read:
        """What it told beside its sessions."""
        return self.file.told.read if self.file.told is not None else Read()

    @property
    def refused(self) -> tuple[Refusal, ...]:
        """What of it was left out."""
        return self.read.refused

    @property
    def status(self) -> FileStatus:
        """How it fared."""
        if self.new:
            return FileStatus.PARTIAL if self.refused else FileStatus.IMPORTED
        return FileStatus.KNOWN if self.known or self.read.contents or self.read.weights else FileStatus.REFUSED


@dataclass(slots=True)
class Sorted:
    """All sessions of all files, by whether the log knows them."""

    files: list[SortedFile] = field(default_factory=list)
    new: dict[str, list[Copy]] = field(default_factory=dict)
    """The copies of each new session, by key, the best first."""
    known: dict[str, list[Copy]] = field(default_factory=dict)
    """The copies of each session that the log has, by key."""

    @property
    def outlines(self) -> list[Outline]:
        """The new sessions in short, in the order of the files."""
        return [copies[0].outline for copies in self.new.values()]


def sort(reading: Reading, store: Store) -> Sorted:
    """Tell new sessions from known ones; one that comes several times is new once."""
    in_log = _known(reading.files, store)
    found = Sorted()
    for file in reading.files:
        sorted_file = SortedFile(file)
        found.files.append(sorted_file)
        for copy in _copies(file):
            key = _key(copy)
            if not in_log.isdisjoint((key, copy.outline.id)):
                found.known.setdefault(key, []).append(copy)
                sorted_file.known.append(copy)
            elif key in found.new:
                found.new[key].append(copy)
                sorted_file.known.append(copy)
            else:
                found.new[key] = [copy]
                sorted_file.new += 1
    for copies in found.new.values():
        copies.sort(key=lambda copy: copy.poverty)
    return found


def _key(copy: Copy) -> str:
    """Return what a session is known by."""
    return copy.outline.fingerprint or copy.outline.id


def _copies(file: ReadFile) -> Iterator[Copy]:
    for parcel, (_, outlines) in enumerate(file.parcels):
        yield from (Copy(file, outline, parcel, at) for at, outline in enumerate(outlines))


def _known(files: Sequence[ReadFile], store: Store) -> frozenset[str]:
    """Return the fingerprints, and of our own files the ids, that are in the log."""
    fingerprints = [outline.fingerprint for file in files for outline in file.outlines if outline.fingerprint]
    ids = [
        outline.id
        for file in files
        if file.told is not None and file.told.read.own
        for outline in file.outlines
        if store.session(outline.id) is not None
    ]
    return store.known(fingerprints) | frozenset(ids)


def whole(reading: Reading, copy: Copy) -> Session:
    """Return a session as one file tells it, whole."""
    return reading.session(copy.file, copy.parcel, copy.at)


def merged(reading: Reading, copies: Sequence[Copy]) -> Session:
    """Return a session as its copies tell it together."""
    first, *others = copies
    told = whole(reading, first)
    for other in others:
        told = completed(told, whole(reading, other)) or told
    return told
