"""What was read of one file, as the steps of an import pass it on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from hybridtui.domain.outlines import Outline
from hybridtui.formats.incoming.opening import Source
from hybridtui.formats.incoming.telling import Told
from hybridtui.logbook.imports.staging import Slot


@dataclass(slots=True)
class ReadFile:
    """What was read of one file."""

    name: str
    place: int
    source: Source | None
    """None: it could not be read at all."""
    among: str = ""
    """The archive or folder that it was found in; empty: it was named by itself."""
    told: Told | None = None
    """None until it is read to its end."""
    parcels: list[tuple[Slot, tuple[Outline, ...]]] = field(default_factory=list)
    stands_for: int = 1
    """How many files are told together in it."""

    @property
    def outlines(self) -> Iterator[Outline]:
        """Its sessions in short, in the order of the file."""
        return (each for _, outlines in self.parcels for each in outlines)

    @property
    def size(self) -> int:
        """Bytes to be read of it."""
        return 0 if self.source is None else self.source.size

    @property
    def digest(self) -> str:
        """Hash of what was read; empty if it has none."""
        return (self.told.sha256 if self.told is not None else None) or ""

    @property
    def own(self) -> bool:
        """True if it is a file of ours, with the ids of our own sessions."""
        return self.told is not None and self.told.read.own

    @property
    def replaces(self) -> bool:
        """True if what it says takes the place of what the log says."""
        return self.told is not None and self.told.read.replaces

    @property
    def refused(self) -> bool:
        """True if nothing of it can be imported."""
        return self.told is not None and bool(self.told.read.refused) and not self.parcels

    @property
    def asks(self) -> bool:
        """True if it cannot be read before a question is answered."""
        return self.told is not None and self.told.read.question is not None

    @property
    def is_beside_the_point(self) -> bool:
        """True if nobody would miss what could not be read: it is of another kind, and was not named."""
        source, told = self.source, self.told
        if source is None or told is None:
            return False
        return (source.one_of_many and told.irrelevant) or (source.perhaps and told.unknown)
