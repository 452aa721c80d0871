"""The command line: its words, its help, and the commands that need no screen."""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from hybridtui import __version__
from hybridtui.domain.imports import FileReport, FileStatus, ImportOptions, ImportReport, Refusal
from hybridtui.domain.problems import Problem
from hybridtui.domain.text import clean
from hybridtui.domain.units import DistanceUnit, WeightUnit

if TYPE_CHECKING:
    from hybridtui.logbook import Logbook

DONE, REFUSED = 0, 1
MOST_REFUSALS = 10
"""Reasons printed for one file; ``--json`` lists all."""

MOST_NAMES = 20
"""Own exercises named; the Library shows all."""

REASON_LIMIT = 400

OpenLogbook = Callable[[], "Logbook"]

_EXAMPLES = """\
examples:
  hybridtui                                    open the app
  hybridtui demo                               the app with a year of invented training
  hybridtui import strong.csv --unit kg        years of Strong into your log
  hybridtui --database ~/training.db           another log
"""

_IMPORT_HELP = """\
Read Strong's CSV exports and FIT activities of watches into your log.

What a file holds is told by its content, not by its name. All of a call is written in one
transaction; what is in the log already is left alone, so importing twice adds nothing. A
file that cannot be read does not stop the others. A folder stands for the .csv and .fit
files in it.
"""

_IMPORT_EXAMPLES = """\
examples:
  hybridtui import strong.csv --unit lb        a Strong export does not say kg or lb
  hybridtui import ~/Downloads/*.fit           runs and strength of a watch
  hybridtui import --dry-run exports/          look first: nothing is written
  hybridtui import --json strong.csv run.fit   the report for a program

exit code: 0 done, 1 a file was refused (its reason is on stderr), 2 wrong usage
"""


def parser() -> argparse.ArgumentParser:
    """Return the parser of all arguments; ``command`` is None if the app is to be opened."""
    top = argparse.ArgumentParser(
        prog="hybridtui",
        description="One plan for running and strength, guided and reviewed in the terminal.",
        epilog=_EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    top.add_argument("--version", action="version", version=f"hybridtui {__version__}")
    top.add_argument(
        "--database", metavar="PATH_OR_URL", help="the log to use (also HYBRIDTUI_DATABASE): a file or a sqlite URL"
    )
    commands = top.add_subparsers(dest="command", metavar="COMMAND", title="commands")
    commands.add_parser("demo", help="open the app on a temporary log with a year of invented training")
    _add_import(commands)
    return top


def _add_import(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    command = commands.add_parser(
        "import",
        help="read Strong CSV exports and FIT activities into the log",
        description=_IMPORT_HELP,
        epilog=_IMPORT_EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    command.add_argument("files", nargs="+", metavar="FILE", help="a file, or a folder with .csv and .fit files")
    command.add_argument("--unit", choices=("kg", "lb"), help="of weights, where a file does not say")
    command.add_argument("--distance-unit", choices=("km", "mi"), help="of distances, where a file does not say")
    command.add_argument("--dry-run", action="store_true", help="read and report, write nothing")
    command.add_argument("--json", action="store_true", help="print the report as JSON")


def run(args: argparse.Namespace, open_logbook: OpenLogbook) -> int:
    """Run the command in ``args`` and return the exit code.

    Raises:
        Problem: if the log cannot be used; with ``--json`` it is in the report instead.
    """
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):  # what the terminal cannot show must not stop a report
            stream.reconfigure(errors="replace")
    try:
        return _import(args, open_logbook)
    except KeyboardInterrupt:
        print("hybridtui: stopped; nothing was added.", file=sys.stderr)
        return REFUSED


def _import(args: argparse.Namespace, open_logbook: OpenLogbook) -> int:
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


def _progress(done: int, total: int) -> None:
    if total > 1:
        end = "\r\x1b[K" if done == total else ""
        print(f"\r{done} of {total} files read{end}", end="", file=sys.stderr, flush=True)


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
