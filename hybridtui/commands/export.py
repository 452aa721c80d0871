"""``hybridtui export``: write the log or the plan in a format that others read."""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from hybridtui.commands import DONE, WRONG_USAGE, OpenLogbook
from hybridtui.domain.exports import ExportFormat, ExportReport
from hybridtui.domain.problems import Problem
from hybridtui.domain.text import clean

STANDARD_OUTPUT = "-"
"""Stands for the standard output where a file is named."""

_FOLDER_SIGNS = tuple(filter(None, (os.sep, os.altsep)))


def export(args: argparse.Namespace, open_logbook: OpenLogbook) -> int:
    """Write the format in ``args``, say what was written, and return the exit code.

    Raises:
        Problem: if nothing was written; with ``--json`` it stands on stdout, too.
    """
    wanted = ExportFormat(args.format)
    out = None if args.output in (None, STANDARD_OUTPUT) else Path(args.output)
    if refusal := _wrong_usage(args, wanted, out):
        print(f"hybridtui: {refusal}", file=sys.stderr)
        return WRONG_USAGE
    try:
        report = _exported(args, wanted, out, open_logbook)
    except Problem as problem:
        if args.json:
            print(json.dumps({"error": str(problem)}, indent=2), flush=True)
        raise
    if out is not None:
        print(json.dumps(report.as_json(), indent=2) if args.json else _told(report), flush=True)
    if report.left_out:
        print(f"hybridtui: left out: {report.left_out}.", file=sys.stderr)
    return DONE


def _wrong_usage(args: argparse.Namespace, wanted: ExportFormat, out: Path | None) -> str | None:
    if out is None and sys.stdout is None:
        return "the standard output is closed: add -o PATH."
    if out is None and wanted.several:
        return f"{wanted} is several files: add -o FOLDER or -o {wanted}.zip to write them there."
    if out is not None and not wanted.several and args.output.endswith(_FOLDER_SIGNS):
        return f"{wanted} is one file: name it, as in {clean(args.output, 400)}log{wanted.suffix}."
    if out is None and args.json:
        return "--json tells what was written to a file: add -o PATH."
    if args.spreadsheet and wanted is not ExportFormat.CSV:
        return f"--spreadsheet is for --format csv, not {wanted}."
    return None


def _exported(
    args: argparse.Namespace, wanted: ExportFormat, out: Path | None, open_logbook: OpenLogbook
) -> ExportReport:
    logbook = open_logbook()
    try:
        if out is None:
            with _standard_output() as stream:
                return logbook.exports.print(wanted, stream, args.since, spreadsheet=args.spreadsheet)
        return logbook.exports.write(wanted, out, args.since, spreadsheet=args.spreadsheet)
    finally:
        logbook.close()


@contextmanager
def _standard_output() -> Iterator[IO[bytes]]:
    """Open the standard output for bytes, apart from what Python still holds back for it.

    Raises:
        Problem: if it takes no more.
    """
    try:
        with os.fdopen(os.dup(sys.stdout.fileno()), "wb") as stream:
            yield stream
    except BrokenPipeError:
        raise
    except OSError as error:
        raise Problem(f"The standard output takes no more: {error.strerror}. Name a file with -o.") from error


def _told(report: ExportReport) -> str:
    where = clean(report.files[0], 400)
    if len(report.files) > 1:
        where = f"{len(report.files)} files in {clean(str(Path(report.files[0]).parent), 400)}"
    return f"{report.in_words}: {where}"
