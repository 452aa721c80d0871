"""``hybridtui import``: read files of other apps and watches, and report what came of them."""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from hybridtui.commands import DONE, REFUSED, OpenLogbook
from hybridtui.commands.import_text import progress_line, refused_lines, report_lines
from hybridtui.domain.exercises import Exercise
from hybridtui.domain.imports import FileReport, FileStatus, ImportOptions, ImportReport, Progress, Refusal
from hybridtui.domain.names import fold
from hybridtui.domain.pace import Pace
from hybridtui.domain.problems import Problem
from hybridtui.domain.text import clean
from hybridtui.domain.typed_names import called
from hybridtui.domain.units import DistanceUnit, WeightUnit

TELL_S = 0.1
"""How often the progress is told."""


def import_files(args: argparse.Namespace, open_logbook: OpenLogbook) -> int:
    """Import the files in ``args``, print the report, and return the exit code.

    Raises:
        Problem: if the log cannot be used; with ``--json`` it is in the report instead.
    """
    exercises: Mapping[str, Exercise] = {}
    try:
        report, exercises = _imported(args, open_logbook)
    except Problem as problem:
        if not args.json:
            raise
        report = _all_refused(args.files, str(problem))
    if args.json:
        print(json.dumps(report.as_json(), indent=2), flush=True)
    else:
        print("\n".join(report_lines(report, exercises, dry_run=args.dry_run)), flush=True)
    for line in refused_lines(report):
        print(line, file=sys.stderr)
    return REFUSED if report.refused else DONE


def _imported(args: argparse.Namespace, open_logbook: OpenLogbook) -> tuple[ImportReport, Mapping[str, Exercise]]:
    """Import, and return the report with the exercises that it speaks of."""
    logbook = open_logbook()
    try:
        exercises = logbook.exercises()
        options = ImportOptions(
            weight_unit=WeightUnit(args.unit) if args.unit else None,
            distance_unit=DistanceUnit(args.distance_unit) if args.distance_unit else None,
            zone=args.zone,
            exercises=_said(args.exercise or (), exercises),
            dry_run=args.dry_run,
        )
        paths = [Path(name) for name in args.files]
        report = logbook.imports.run(paths, options, progress=_telling() if sys.stderr.isatty() else None)
        return report, exercises
    finally:
        logbook.close()


def _said(pairs: Sequence[str], exercises: Mapping[str, Exercise]) -> dict[str, str]:
    """Return what names in files stand for, as ``--exercise`` said: ids of exercises by folded name.

    Raises:
        Problem: if one is no pair, or names no exercise.
    """
    said = {}
    for pair in pairs:
        name, equals, meant = pair.rpartition("=")
        if not equals or not fold(name) or not meant.strip():
            raise Problem(f"--exercise wants the name in the file, = and the exercise, not '{clean(pair)}'.")
        meant = meant.strip()
        said[fold(name)] = meant if meant in exercises else called(meant, exercises).id
    return said


def _telling() -> Callable[[Progress], None]:
    """Return what tells the progress on one line of the terminal, which is empty in the end."""
    pace, told = Pace(time.monotonic()), 0.0

    def tell(progress: Progress) -> None:
        nonlocal told
        now = time.monotonic()
        if progress.files == progress.of_files:
            print("\r\x1b[K", end="", file=sys.stderr, flush=True)
        elif now - told >= TELL_S:
            told = now
            print(f"\r{progress_line(progress, pace, now)}\x1b[K", end="", file=sys.stderr, flush=True)

    return tell


def _all_refused(files: Sequence[str], reason: str) -> ImportReport:
    refusal = Refusal("log", reason)
    return ImportReport(
        files=tuple(FileReport(file=file, status=FileStatus.REFUSED, refused=(refusal,)) for file in files)
    )
