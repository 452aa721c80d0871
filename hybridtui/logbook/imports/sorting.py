"""What was read, sorted by what the log knows already. Nothing is written here."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import timedelta

from hybridtui.domain.flags import damage
from hybridtui.domain.imports import FileStatus, Refusal
from hybridtui.domain.merging import completed
from hybridtui.domain.outlines import Outline
from hybridtui.domain.same_workout import told_twice
from hybridtui.domain.session import Session
from hybridtui.formats.reading import Read
from hybridtui.logbook.imports.read_file import ReadFile
from hybridtui.logbook.imports.reading import Reading
from hybridtui.store import Store
from hybridtui.store.knowing import KnownSession

_DAY = timedelta(days=1)


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
    def poverty(self) -> tuple[object, ...]:
        """Return what orders the copies of a session, the one to begin with first, whatever the order of files."""
        gist = self.outline.gist
        damaged = damage(gist.wanting)
        return not self.file.replaces, damaged, -gist.sets, -gist.runs, len(gist.wanting), self.file.digest


@dataclass(slots=True)
class SortedFile:
    """The sessions of a file, sorted."""

    file: ReadFile
    new: int = 0
    known: int = 0
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
        empty = self.read.own and not self.refused  # one of ours, of a log without a session
        told = self.known or self.read.weights or self.read.contents is not None or empty
        return FileStatus.KNOWN if told else FileStatus.REFUSED


@dataclass(slots=True)
class Sorted:
    """All sessions of all files, by whether the log knows them."""

    in_log: Mapping[str, KnownSession]
    """What the log has of them, by fingerprint, and by the id of those of our own files."""
    files: list[SortedFile] = field(default_factory=list)
    new: dict[str, list[Copy]] = field(default_factory=dict)
    """The copies of each new session, by key, the best first."""
    known: dict[str, list[Copy]] = field(default_factory=dict)
    """The copies of each session that the log has, by its id there, the best first."""

    @property
    def outlines(self) -> list[Outline]:
        """The new sessions in short, in the order of the files."""
        return [copies[0].outline for copies in self.new.values()]

    def told_twice(self, store: Store) -> Mapping[str, str]:
        """Return, by id of each record that does not count any more, the id of the one that does.

        Of new sessions, and of those of the log in whose place a new one counts.
        """
        new = {outline.id: outline.record for outline in self.outlines}
        if not new:
            return {}
        days = [record.day for record in new.values()]
        records = [*store.knowing.records(min(days) - _DAY, max(days) + _DAY), *new.values()]
        twice = told_twice(records).items()
        return {lesser: counting for lesser, counting in twice if lesser in new or counting in new}


def sort(reading: Reading, store: Store) -> Sorted:
    """Tell new sessions from known ones; one that comes several times is new once."""
    found = Sorted(_in_log(reading.files, store))
    for file in reading.files:
        sorted_file = SortedFile(file)
        found.files.append(sorted_file)
        for copy in _copies(file):
            _sort_in(copy, sorted_file, found)
    for copies in (*found.new.values(), *found.known.values()):
        copies.sort(key=lambda copy: copy.poverty)
    return found


def _sort_in(copy: Copy, file: SortedFile, found: Sorted) -> None:
    outline = copy.outline
    in_log = found.in_log.get(outline.fingerprint) or found.in_log.get(outline.id)
    key = outline.fingerprint or outline.id
    if in_log is not None:
        found.known.setdefault(in_log.id, []).append(copy)
        file.known += 1
    elif key in found.new:
        found.new[key].append(copy)
        file.known += 1
    else:
        found.new[key] = [copy]
        file.new += 1


def _copies(file: ReadFile) -> Iterator[Copy]:
    for parcel, (_, outlines) in enumerate(file.parcels):
        yield from (Copy(file, outline, parcel, at) for at, outline in enumerate(outlines))


def _in_log(files: Sequence[ReadFile], store: Store) -> Mapping[str, KnownSession]:
    fingerprints = (outline.fingerprint for file in files for outline in file.outlines if outline.fingerprint)
    ids = (outline.id for file in files if file.own for outline in file.outlines)
    return {**store.knowing.by_ids(ids), **store.knowing.sessions(fingerprints)}


def whole(reading: Reading, copy: Copy) -> Session:
    """Return a session as one file tells it, whole."""
    return reading.session(copy.file, copy.parcel, copy.at)


def merged(reading: Reading, copies: Sequence[Copy]) -> Session:
    """Return a session as its copies tell it together."""
    told = whole(reading, copies[0])
    if copies[0].file.replaces:  # what a daybook says stands
        return told
    for other in copies[1:]:
        told = completed(told, whole(reading, other)) or told
    return told
