"""Sessions that the log has, and a file knows more of, or says otherwise. Nothing is written here."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from hybridtui.domain.change import Change, difference
from hybridtui.domain.exercises import Exercise
from hybridtui.domain.merging import completed, knows_more
from hybridtui.domain.session import Session
from hybridtui.logbook.imports.naming import Naming
from hybridtui.logbook.imports.read_file import ReadFile
from hybridtui.logbook.imports.reading import Reading
from hybridtui.logbook.imports.sorting import Copy, Sorted, whole
from hybridtui.store import Store


@dataclass(frozen=True, slots=True)
class Amended:
    """A session of the log, before an import and after it."""

    before: Session
    after: Session
    file: ReadFile
    """Which told it, the first if several did."""
    lines: tuple[str, ...] = ()
    """What the file says otherwise than the log, line by line; empty if it only knows more."""

    @property
    def replaced(self) -> bool:
        """True if the file says otherwise than the log."""
        return bool(self.lines)

    @property
    def change(self) -> Change:
        """What is written."""
        return difference(self.before, self.after, label="import")


def candidates(found: Sorted) -> dict[str, list[Copy]]:
    """Return the copies of sessions of the log that may change them, by id of the session."""
    gists = {known.id: known.gist for known in found.in_log.values()}
    worth = {
        id_: [copy for copy in copies if copy.file.replaces or knows_more(copy.outline.gist, gists[id_])]
        for id_, copies in found.known.items()
    }
    return {id_: copies for id_, copies in worth.items() if copies}


def amended(found: Sorted, reading: Reading, store: Store, named: Naming) -> Iterator[Amended]:
    """Yield the sessions of the log that change."""
    own = (*store.own_exercises(), *named.kept)
    for id_, copies in candidates(found).items():
        before = store.session(id_)
        if before is None:
            continue
        told = [(copy.file, named.applied(whole(reading, copy))) for copy in copies]
        said = any(copy.file.replaces for copy in copies)
        change = _replaced(before, told, own) if said else _completed(before, told)
        if change is not None:
            yield change


def _completed(before: Session, told: Sequence[tuple[ReadFile, Session]]) -> Amended | None:
    after, by = before, None
    for file, copy in told:
        fuller = completed(after, copy)
        if fuller is not None:
            after, by = fuller, by or file
    return Amended(before, after, by) if by is not None and after != before else None


def _replaced(before: Session, told: Sequence[tuple[ReadFile, Session]], own: Sequence[Exercise]) -> Amended | None:
    """What a daybook says counts, but for what no daybook can say: how the session came into this log."""
    from hybridtui.formats.daybook.differences import differences

    for file, copy in told:
        if file.replaces:
            after = replace(copy.in_log_of(before), id=before.id, fingerprint=before.fingerprint)
            if lines := differences(before, after, own):
                return Amended(before, after, file, lines)
    return None
