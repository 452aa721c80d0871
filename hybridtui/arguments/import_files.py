"""``hybridtui import``: its arguments."""

from __future__ import annotations

import argparse

_HELP = """\
Read the history of other apps and watches into your log: exports of Strong,
Hevy, FitNotes, Liftosaur and StrongLifts (CSV), of Strava and Garmin (zip, or
the list of activities as CSV), of Apple Health (zip or export.xml), FIT, GPX
and TCX files, packed (.gz) or not, and hybridtui's own exports (JSON, CSV,
daybook).

What a file holds is told by its content, not by its name. A folder stands for
the files in it and in the folders below it; a zip is read where it lies. All
of a call is written in one transaction that undo takes back; what is in the log
already is left alone, or completed if a file knows more, so importing twice
adds nothing. A file that cannot be read does not stop the others. Ctrl-C stops
the import and leaves nothing behind.
"""

_EXAMPLES = """\
examples:
  hybridtui import strong.csv --unit lb     Strong says neither kg nor lb
  hybridtui import hevy.csv fitnotes.csv    their names do not matter
  hybridtui import export_1234567.zip       all of Strava, as it was downloaded
  hybridtui import Activities.csv --zone Europe/Berlin
                                            where you were, if no file says
  hybridtui import ~/garmin/ ~/Downloads/*.fit
                                            runs and strength of a watch
  hybridtui import apple_health_export.zip  the workouts of Apple Health
  hybridtui import daybook.txt --dry-run    what your edits would change
  hybridtui import --dry-run exports/       look first: nothing is written
  hybridtui import strong.csv --unit kg --exercise "T Bar Row=barbell row"
                                            what a name in the file stands for
  hybridtui import --json strong.csv        the report for a program

exit code: 0 done, 1 a file was refused (its reason is on stderr), 2 wrong usage
"""


def add(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command to those of the parser."""
    command = commands.add_parser(
        "import",
        help="read exports of other apps and files of watches into the log",
        description=_HELP,
        epilog=_EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    command.add_argument("files", nargs="+", metavar="FILE", help="a file, a zip, or a folder with such")
    command.add_argument("--unit", choices=("kg", "lb"), help="of weights, where a file does not say")
    command.add_argument("--distance-unit", choices=("km", "mi"), help="of distances, where a file does not say")
    command.add_argument("--zone", metavar="ZONE", help="of times, where a file does not say: Europe/Berlin")
    command.add_argument(
        "--exercise",
        action="append",
        metavar="NAME=EXERCISE",
        help="what a name in the files stands for, by the library's name or id; may be given several times",
    )
    command.add_argument("--dry-run", action="store_true", help="read and report, write nothing")
    command.add_argument("--json", action="store_true", help="print the report as JSON")
