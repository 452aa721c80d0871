"""What an import says to people: which file told what, what was left out, and what is not known by its name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from hybridtui.domain.exercises import Exercise
from hybridtui.domain.imports import WHOLE_FILE, FileReport, FileStatus, ImportReport, Progress, UnmatchedName
from hybridtui.domain.pace import Pace, left_words, share, size_words
from hybridtui.domain.text import clean

MOST_REFUSALS = 10
"""Reasons printed for one file; ``--json`` lists more."""

MOST_NAMES = 20
"""Unmatched names printed; the Library shows all."""

MOST_FILES = 40
"""Files of which nothing special is to be said, printed one by one; of more only the number."""

MOST_DIFFERENCES = 200
"""Lines of what would change, printed for one file."""

REASON_LIMIT = 400


def progress_line(progress: Progress, pace: Pace, now: float) -> str:
    """Return how far the reading has come, how fast it goes and how long it will take."""
    done = share(progress) or 0.0
    parts = [
        f"{done:.0%}",
        f"{progress.files:,} of {progress.of_files:,} files",
        size_words(progress.bytes, progress.of_bytes),
        pace.rate(progress, now),
        left_words(pace.left_s(progress, now)),
    ]
    return " · ".join(part for part in parts if part)


def report_lines(report: ImportReport, exercises: Mapping[str, Exercise], *, dry_run: bool) -> Iterator[str]:
    """Say what came of each file; a note that several share is said once."""
    read = [file for file in report.files if file.status is not FileStatus.REFUSED]
    notes = Counter(warning for file in read for warning in file.warnings)
    plain = [file for file in read if not _is_special(file, notes)]
    shortened = set(map(id, plain[MOST_FILES:]))
    for file in read:
        if id(file) not in shortened:
            yield from _file_lines(file, notes, dry_run=dry_run)
    if shortened:
        yield f"... and {len(shortened):,} more files without anything to note."
    yield from (f"Note on {times} files: {clean(each, REASON_LIMIT)}." for each, times in notes.items() if times > 1)
    kept = set(report.own_exercises)
    yield from _names([name for name in report.unmatched if name.name in kept], exercises)
    yield from _beside(report, dry_run=dry_run)
    yield _total(report, dry_run=dry_run)


def refused_lines(report: ImportReport) -> Iterator[str]:
    """Say which files were refused, and why."""
    refused = [file for file in report.files if file.status is FileStatus.REFUSED]
    for file in refused[:MOST_FILES]:
        yield from _refusal_lines(file)
    if more := sum(file.stands_for for file in refused[MOST_FILES:]):
        yield f"hybridtui: {more:,} more were refused (--json lists them)"


def _refusal_lines(file: FileReport) -> Iterator[str]:
    for refusal in file.refused[:MOST_REFUSALS]:
        where = "" if refusal.where in (WHOLE_FILE, "log") else f"{clean(refusal.where)}: "
        yield f"hybridtui: {clean(file.file, REASON_LIMIT)} was refused: {where}{clean(refusal.reason, REASON_LIMIT)}"


def _is_special(file: FileReport, notes: Mapping[str, int]) -> bool:
    return bool(file.refused or file.differences) or any(notes[each] == 1 for each in file.warnings)


def _file_lines(file: FileReport, notes: Mapping[str, int], *, dry_run: bool) -> Iterator[str]:
    yield f"{clean(file.file, REASON_LIMIT)}: {_outcome(file)}"
    for refusal in file.refused[:MOST_REFUSALS]:
        yield f"  left out, {clean(refusal.where)}: {clean(refusal.reason, REASON_LIMIT)}"
    if len(file.refused) > MOST_REFUSALS:
        yield f"  ... and {len(file.refused) - MOST_REFUSALS:,} more (--json lists them)"
    yield from (f"  note: {clean(each, REASON_LIMIT)}" for each in file.warnings if notes[each] == 1)
    if dry_run:
        yield from (f"  {clean(line, REASON_LIMIT)}" for line in file.differences[:MOST_DIFFERENCES])
        if len(file.differences) > MOST_DIFFERENCES:
            yield f"  ... and {len(file.differences) - MOST_DIFFERENCES:,} lines more (--json lists all)"


def _outcome(file: FileReport) -> str:
    known = f"{count(file.known, 'session')} in the log already"
    parts = [count(file.new, "new session") if file.new else "no new session" if _adds(file) else "nothing new"]
    parts += [known if not file.new else f"{file.known:,} in the log already"] if file.known else []
    parts += [f"{file.completed:,} of them completed"] if file.completed else []
    parts += [f"{file.changed:,} of them changed"] if file.changed else []
    parts += [count(file.weights, "body weight")] if file.weights else []
    parts += file.beside
    parts += [f"{len(file.refused):,} left out"] if file.refused else []
    return ", ".join(parts)


def _adds(file: FileReport) -> bool:
    return bool(file.completed or file.changed or file.weights or file.beside)


def _names(names: Sequence[UnmatchedName], exercises: Mapping[str, Exercise]) -> Iterator[str]:
    """List the names that the library does not know, and how to say what they are."""
    if not names:
        return
    yield "Not in the library, kept as your own:"
    for name in names[:MOST_NAMES]:
        guesses = [clean(exercises[guess].name) for guess in name.guesses[:1] if guess in exercises]
        perhaps = f", perhaps {guesses[0]}" if guesses else ""
        yield f"  {clean(name.name)} ({count(name.sets, 'set')}){perhaps}"
    if len(names) > MOST_NAMES:
        yield f"  ... and {len(names) - MOST_NAMES} more"
    yield f'  To say what one is: --exercise "{clean(names[0].name)}=name in the library"; or later, in the Library.'


def _beside(report: ImportReport, *, dry_run: bool) -> Iterator[str]:
    """Say what an import does beside adding sessions."""
    would = "would be " if dry_run else ""
    if report.completed:
        yield f"{count(report.completed, 'session')} of the log {would}completed with what the files know more."
    if report.changed:
        yield f"{count(report.changed, 'session')} of the log {would}changed as the files say."
    if report.told_again:
        yield f"{count(report.told_again, 'session')} told by another record, too: kept, and counted once."
    if report.weights:
        yield f"{count(report.weights, 'body weight')} {would}added."
    if report.beside:
        yield f"{'Would be added' if dry_run else 'Added'} beside sessions: {', '.join(report.beside)}."
    if report.planned:
        yield f"{count(report.planned, 'planned workout')} {would}counted as done by them."


def _total(report: ImportReport, *, dry_run: bool) -> str:
    if report.is_empty:
        return "Nothing new to add." if dry_run else "Nothing new was added."
    if not report.sessions:
        return "No new session. Nothing is written by a dry run." if dry_run else "No new session."
    verb = "Would add" if dry_run else "Added"
    span = f", {report.first} to {report.last}" if report.first != report.last else f", on {report.first}"
    parts = ((report.sets, "set", ""), (report.runs, "run", ""), (report.others, "stretch", " of other sports"))
    counts = [count(number, noun) + rest for number, noun, rest in parts if number]
    inside = f" ({', '.join(counts)})" if counts else ""
    return f"{verb} {count(report.sessions, 'session')}{inside}{span}."


def count(number: int, noun: str) -> str:
    """Return a number with its noun: ``1 set``, ``2 stretches``."""
    plural = f"{noun}es" if noun.endswith("ch") else f"{noun}s"
    return f"{number:,} {noun if number == 1 else plural}"
