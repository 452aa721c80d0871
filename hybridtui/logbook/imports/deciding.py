"""What an import does, decided as a whole: looked at before it is written, and written as it was looked at."""

from __future__ import annotations

from dataclasses import dataclass

from hybridtui.domain.change import Change
from hybridtui.domain.exercises import Exercise
from hybridtui.domain.imports import ImportOptions
from hybridtui.logbook.imports.completing import Amended, amended, candidates
from hybridtui.logbook.imports.correcting import Correction, corrections
from hybridtui.logbook.imports.missing import Missing, missing
from hybridtui.logbook.imports.naming import Naming, naming
from hybridtui.logbook.imports.read_file import ReadFile
from hybridtui.logbook.imports.reading import Reading
from hybridtui.logbook.imports.sorting import Sorted, sort
from hybridtui.logbook.kit import Kit


@dataclass(frozen=True, slots=True)
class Decision:
    """All that an import does to this log."""

    found: Sorted
    named: Naming
    amended: tuple[Amended, ...]
    missing: Missing
    corrections: tuple[Correction, ...]

    @property
    def exercises(self) -> tuple[Exercise, ...]:
        """The own exercises that come with the sessions."""
        used = {use.exercise for outline in self.found.outlines for use in outline.own}
        used |= {logged.exercise for each in self.amended for logged in each.after.sets}
        return tuple(exercise for exercise in self.named.kept if exercise.id in used)

    @property
    def changes(self) -> tuple[Change, ...]:
        """What is written beside the new sessions."""
        names = (Change(label="import", names=self.named.names),) if self.named.names else ()
        corrected = (each.change for each in self.corrections if not each.change.is_empty)
        return (*names, *(each.change for each in self.amended), *self.missing.changes, *corrected)

    @property
    def files(self) -> list[ReadFile]:
        """The files that tell what is written of sessions."""
        new = [copies[0].file for copies in self.found.new.values()]
        return list({file.place: file for file in (*new, *(each.file for each in self.amended))}.values())

    @property
    def is_empty(self) -> bool:
        """True if there is nothing to write."""
        return not self.found.new and not self.changes


def decide(reading: Reading, options: ImportOptions, kit: Kit) -> Decision:
    """Decide what an import of what was read does; nothing is written."""
    found = sort(reading, kit.store)
    told = [*found.outlines, *(copy.outline for copies in candidates(found).values() for copy in copies)]
    named = naming((file.read for file in found.files), told, options.exercises)
    return Decision(
        found,
        named,
        tuple(amended(found, reading, kit.store, named)),
        missing(found, kit.store),
        corrections(found, kit.store),
    )
