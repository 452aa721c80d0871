"""What came of an import, or would come of it, in counts. Nothing is written here."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from functools import cached_property

from hybridtui.domain.imports import FileReport, ImportReport
from hybridtui.logbook.imports.correcting import OTHERS_KEPT
from hybridtui.logbook.imports.deciding import Decision
from hybridtui.logbook.imports.keeping import NOT_KEPT
from hybridtui.logbook.imports.missing import ANSWERS_KEPT
from hybridtui.logbook.imports.naming import unmatched
from hybridtui.logbook.imports.sorting import SortedFile
from hybridtui.logbook.kit import Kit
from hybridtui.logbook.plans import Plans


class Reporter:
    """Says what an import does, before or after it was written."""

    def __init__(self, decision: Decision, kit: Kit) -> None:
        self._decision = decision
        self._kit = kit
        self._amended = Counter((each.file.place, each.replaced) for each in decision.amended)
        self._corrections = {each.place: each for each in decision.corrections}
        self._weights = dict(decision.missing.weights)
        self._beside = dict(decision.missing.beside)

    @cached_property
    def _twice(self) -> Mapping[str, str]:
        return self._decision.found.told_twice(self._kit.store)

    @cached_property
    def _again(self) -> frozenset[str]:
        """The new sessions whose workout another record tells, too: of two new ones the lesser."""
        new = {outline.id for outline in self._decision.found.outlines}
        return frozenset(lesser if lesser in new else counting for lesser, counting in self._twice.items())

    @cached_property
    def _again_in(self) -> Counter[int]:
        new = (copies[0] for copies in self._decision.found.new.values())
        return Counter(copy.file.place for copy in new if copy.outline.id in self._again)

    def report(self) -> ImportReport:
        """Return the report; before it was written, if it is to tell what counts as planned."""
        found, decision = self._decision.found, self._decision
        new = found.outlines
        days = sorted(outline.record.day for outline in new)
        files = tuple(self._file(file) for file in found.files)
        return ImportReport(
            files=files,
            sessions=len(new),
            sets=sum(outline.gist.sets for outline in new),
            runs=sum(outline.runs for outline in new),
            others=sum(outline.others for outline in new),
            first=days[0].isoformat() if days else None,
            last=days[-1].isoformat() if days else None,
            own_exercises=tuple(exercise.name for exercise in decision.exercises),
            unmatched=unmatched(decision.named, new, self._kit.exercises()),
            completed=sum(file.completed for file in files),
            changed=sum(file.changed for file in files),
            told_again=len(self._again),
            weights=sum(file.weights for file in files),
            beside=tuple(words for file in files for words in file.beside),
            planned=self._planned(),
        )

    def _planned(self) -> int:
        """Return how many workouts of the plan count as done by new sessions."""
        plans = Plans(self._kit)
        plan = plans.current()
        if plan is None:
            return 0
        trained = [outline.trained for outline in self._decision.found.outlines]
        before = plans.credited(plan)
        return len(plans.credited(plan, also=trained, twice=self._twice).keys() - before.keys())

    def _file(self, found: SortedFile) -> FileReport:
        file, read = found.file, found.read
        place = file.place
        corrected = self._corrections.get(place)
        return FileReport(
            file=file.name,
            status=found.status,
            stands_for=file.stands_for,
            new=found.new,
            known=found.known,
            completed=self._amended[place, False],
            changed=self._amended[place, True],
            told_again=self._again_in[place],
            weights=self._weights.get(place, 0),
            beside=(*self._beside.get(place, ()), *(corrected.words if corrected is not None else ())),
            differences=(
                *(corrected.lines if corrected is not None else ()),
                *(line for each in self._decision.amended if each.file.place == place for line in each.lines),
            ),
            refused=found.refused,
            warnings=tuple(self._warnings(found)),
            workouts=tuple(outline.line for outline in file.outlines),
            question=read.question,
            distance_question=read.distance_question,
        )

    def _warnings(self, found: SortedFile) -> list[str]:
        warnings = list(found.read.warnings)
        if found.file.source is not None:
            warnings += found.file.source.notes
        if found.new and not found.file.digest:
            warnings.append(NOT_KEPT)
        corrected = self._corrections.get(found.file.place)
        kept = corrected is None or corrected.answers_kept
        if kept and found.file.place in self._decision.missing.warned:
            warnings.append(ANSWERS_KEPT)
        if corrected is not None and corrected.others_kept:
            warnings.append(OTHERS_KEPT)
        return warnings
