"""``hybridtui import``: read files of other apps and watches, and report what came of them."""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from hybridtui.commands import DONE, REFUSED, OpenLogbook
from hybridtui.domain.imports import FileReport, FileStatus, ImportOptions, ImportReport, Progress, Refusal
from hybridtui.domain.problems import Problem
from hybridtui.domain.text import clean
from hybridtui.domain.units import DistanceUnit, WeightUnit

MOST_REFUSALS = 10
"""Reasons printed for one file; ``--json`` lists all."""

MOST_NAMES = 20
"""Own exercises named; the Library shows all."""

REASON_LIMIT = 400


def import_files(args: argparse.Namespace, open_logbook: OpenLogbook) -> int:
    """Import the files in ``args``, print the report, and return the exit code.

    Raises:
        Problem: if the log cannot be used; with ``--json`` it is in the report instead.
    """
    options = ImportOptions(
        weight_unit=WeightUnit(args.unit) if args.unit else None,
        distance_unit=DistanceUnit(args.distance_unit) if args.distance_unit else None,
        dry_run=args.dry_run,
    )
    paths = [Path(name) for name in args.files]
    try:
        report = _imported(paths, options, open_logbook)
    except Problem as problem:
        if not args.json:
            raise
        report = _all_refused(args.files, str(problem))
    if args.json:
        print(json.dumps(report.as_json(), indent=2))
    else:
        print("\n".join(_lines(report, dry_run=args.dry_run)))
    sys.stdout.flush()
    for file in report.files:
        if file.status is FileStatus.REFUSED:
            print("\n".join(_refusal_lines(file)), file=sys.stderr)
    return REFUSED if report.refused else DONE


def _imported(paths: Sequence[Path], options: ImportOptions, open_logbook: OpenLogbook) -> ImportReport:
    logbook = open_logbook()
    try:
        return logbook.imports.run(paths, options, progress=_progress if sys.stderr.isatty() else None)
    finally:
        logbook.close()


def _progress(progress: Progress) -> None:
    if progress.of_files > 1:
        end = "\r\x1b[K" if progress.files == progress.of_files else ""
        print(f"\r{progress.files} of {progress.of_files} files read{end}", end="", file=sys.stderr, flush=True)


def _all_refused(files: Sequence[str], reason: str) -> ImportReport:
    refusal = Refusal("log", reason)
    return ImportReport(
        files=tuple(FileReport(file=file, status=FileStatus.REFUSED, refused=(refusal,)) for file in files)
    )


def _lines(report: ImportReport, *, dry_run: bool) -> Iterator[str]:
    """Say what came of each file; a note that several share is said once."""
    read = [file for file in report.files if file.status is not FileStatus.REFUSED]
    notes = Counter(warning for file in read for warning in file.warnings)
    for file in read:
        yield f"{clean(file.file, REASON_LIMIT)}: {_outcome(file)}"
        yield from _left_out(file)
        yield from (f"  note: {clean(each, REASON_LIMIT)}" for each in file.warnings if notes[each] == 1)
    yield from (f"Note on {times} files: {clean(each, REASON_LIMIT)}." for each, times in notes.items() if times > 1)
    if report.own_exercises:
        more = len(report.own_exercises) - MOST_NAMES
        names = ", ".join(report.own_exercises[:MOST_NAMES]) + (f" and {more} more" if more > 0 else "")
        yield f"Not in the library, kept as your own: {names}."
    yield _total(report, dry_run=dry_run)


def _left_out(file: FileReport) -> Iterator[str]:
    for refusal in file.refused[:MOST_REFUSALS]:
        yield f"  left out, {clean(refusal.where)}: {clean(refusal.reason, REASON_LIMIT)}"
    if len(file.refused) > MOST_REFUSALS:
        yield f"  ... and {len(file.refused) - MOST_REFUSALS} more (--json lists all)"


def _outcome(file: FileReport) -> str:
    if not file.new:
        return f"nothing new, {_count(file.known, 'session')} in the log already"
    known = f", {file.known} in the log already" if file.known else ""
    left_out = f", {len(file.refused)} left out" if file.refused else ""
    return f"{_count(file.new, 'new session')}{known}{left_out}"


def _total(report: ImportReport, *, dry_run: bool) -> str:
    if not report.sessions:
        return "Nothing new to add." if dry_run else "Nothing new was added."
    verb = "Would add" if dry_run else "Added"
    span = f", {report.first} to {report.last}" if report.first != report.last else f", on {report.first}"
    parts = ((report.sets, "set", ""), (report.runs, "run", ""), (report.others, "stretch", " of other sports"))
    counts = [_count(number, noun) + rest for number, noun, rest in parts if number]
    inside = f" ({', '.join(counts)})" if counts else ""
    return f"{verb} {_count(report.sessions, 'session')}{inside}{span}."


def _refusal_lines(file: FileReport) -> Iterator[str]:
    for refusal in file.refused[:MOST_REFUSALS]:
        where = "" if refusal.where in ("file", "log") else f"{clean(refusal.where)}: "
        yield f"hybridtui: {clean(file.file, REASON_LIMIT)} was refused: {where}{clean(refusal.reason, REASON_LIMIT)}"


def _count(number: int, noun: str) -> str:
    plural = f"{noun}es" if noun.endswith("ch") else f"{noun}s"
    return f"{number:,} {noun if number == 1 else plural}"
