"""``hybridtui export``: its arguments."""

from __future__ import annotations

import argparse

from hybridtui.arguments.kinds import day

_HELP = """\
Write your log, or your plan, in a format that others read. The log stays as it
is.

  json      everything, losing nothing: import makes an equal log of it
  csv       tables of sessions and sets in SI units: for spreadsheets
  strong    sets as Strong writes them: for other lifting apps
  hevy      sets as Hevy writes them: for other lifting apps
  ics       the workouts of your plan: for a calendar. Read again, it moves what
            moved and cancels what an earlier plan had asked for
  fit       the workouts of your plan, a file each: for a watch
  daybook   everything as plain text: for editors and for git; reads back
  markdown  a training diary by week and month: for reading
  original  the files that you imported, unchanged

Without -o, a format of one file is printed; the others are written into a
folder, or into one archive if the name ends in .zip. A file that is there
already is replaced once the new one is whole. Files are readable by you alone.
"""

_EXAMPLES = """\
examples:
  hybridtui export --format json -o training.json
  hybridtui export --format json --since 2026-01-01 | jq .
  hybridtui export --format csv -o tables/ --spreadsheet
  hybridtui export --format markdown --since 2026-01-01 > training.md
  hybridtui export --format original -o imported.zip

exit code: 0 done, 1 nothing was written (stderr says why), 2 wrong usage
"""

EXPORTS = ("json", "csv", "strong", "hevy", "markdown", "ics", "fit", "daybook", "original")
"""Formats that can be written: :data:`hybridtui.logbook.exports.writers.WRITERS` knows how."""


def add(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command to those of the parser."""
    command = commands.add_parser(
        "export",
        help="write the log or the plan in a format that others read",
        description=_HELP,
        epilog=_EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    command.add_argument("--format", required=True, choices=EXPORTS, metavar="FORMAT", help=", ".join(EXPORTS))
    command.add_argument("--since", type=day, metavar="YYYY-MM-DD", help="only what is of this day or later")
    command.add_argument(
        "-o", "--output", metavar="PATH", help="a file; a folder or a .zip for a format of several files"
    )
    command.add_argument(
        "--spreadsheet",
        action="store_true",
        help="csv: mark text that a spreadsheet would take for a formula; undone when it is imported",
    )
    command.add_argument("--json", action="store_true", help="with -o: print what was written as JSON")
