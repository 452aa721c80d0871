"""What came of an import, or would come of it, in counts. Nothing is written here."""

from __future__ import annotations

from collections.abc import Sequence

from hybridtui.domain.exercises import Exercise
from hybridtui.domain.imports import FileReport, ImportReport, UnmatchedName
from hybridtui.logbook.imports.sorting import Sorted, SortedFile


def report(found: Sorted, own: Sequence[Exercise], unmatched: Sequence[UnmatchedName]) -> ImportReport:
    """Return the report of what was read; ``own`` are the exercises that it brings."""
    new = found.outlines
    days = sorted(outline.record.day for outline in new)
    files = tuple(file_report(file) for file in found.files)
    return ImportReport(
        files=files,
        sessions=len(new),
        sets=sum(outline.gist.sets for outline in new),
        runs=sum(outline.runs for outline in new),
        others=sum(outline.others for outline in new),
        first=days[0].isoformat() if days else None,
        last=days[-1].isoformat() if days else None,
        own_exercises=tuple(exercise.name for exercise in own),
        unmatched=tuple(unmatched),
    )


def file_report(found: SortedFile) -> FileReport:
    """Return what came of one file."""
    source = found.file.source
    return FileReport(
        file=found.file.name,
        status=found.status,
        new=found.new,
        known=len(found.known),
        refused=found.refused,
        warnings=(*found.read.warnings, *(source.notes if source is not None else ())),
        workouts=tuple(outline.line for outline in found.file.outlines),
        question=found.read.question,
    )
