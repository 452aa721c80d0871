"""The command line: its words and its help. What a command does is in ``commands``, loaded when it is asked for."""

from __future__ import annotations

import argparse
import sys

from hybridtui import __version__
from hybridtui.commands import REFUSED, OpenLogbook

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
    from hybridtui.commands.import_files import import_files

    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):  # what the terminal cannot show must not stop a report
            stream.reconfigure(errors="replace")
    try:
        return import_files(args, open_logbook)
    except KeyboardInterrupt:
        print("hybridtui: stopped; nothing was added.", file=sys.stderr)
        return REFUSED
