"""The command line: its words and its help. What a command does is in ``commands``, loaded when it is asked for."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from datetime import date

from hybridtui import __version__
from hybridtui.commands import REFUSED, OpenLogbook

_EXAMPLES = """\
examples:
  hybridtui                              open the app
  hybridtui demo                         the app on a year of invented training
  hybridtui import strong.csv --unit kg  years of Strong into your log
  hybridtui week                         this week in numbers and five sentences
  hybridtui log squat 80x5x5@8           write down what you did
  hybridtui plan draft answers.toml      a plan from a file of answers
  hybridtui --database ~/training.db     another log
"""

READING = ("week", "export")
"""Commands that only read: a log that does not exist is not begun by them."""


def asked(words: Sequence[str]) -> argparse.Namespace:
    """Return what the words ask for; the first paint waits for no parser where there are none."""
    return parser().parse_args(words) if words else argparse.Namespace(command=None, database=None)


def parser() -> argparse.ArgumentParser:
    """Return the parser of all arguments; ``command`` is None if the app is to be opened."""
    from hybridtui.arguments import add_all

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
    demo = "open the app on a temporary log with a year of invented training"
    commands.add_parser("demo", help=demo, description=f"{demo.capitalize()}; it is thrown away afterwards.")
    add_all(commands)
    return top


def run(args: argparse.Namespace, open_logbook: OpenLogbook, today: Callable[[], date]) -> int:
    """Run the command in ``args`` and return the exit code.

    Raises:
        Problem: if the command was refused; with ``--json`` it is in the report, too.
    """
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):  # what the terminal cannot show must not stop a report
            stream.reconfigure(errors="replace")
    try:
        return _run(args, open_logbook, today)
    except KeyboardInterrupt:
        done = "written" if args.command == "export" else "added"
        print(f"hybridtui: stopped; nothing was {done}.", file=sys.stderr)
        return REFUSED
    except BrokenPipeError:  # the reader of our output went away: nothing more to say
        _say_no_more()
        return REFUSED
    except OSError as error:  # files are refused in words where they are read and written: it is the output
        _say_no_more()
        print(f"hybridtui: the standard output takes no more: {error.strerror}; what was done stays.", file=sys.stderr)
        return REFUSED


def _say_no_more() -> None:
    """Let what is still to be printed go nowhere, instead of failing once more when Python ends."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)


def _run(args: argparse.Namespace, open_logbook: OpenLogbook, today: Callable[[], date]) -> int:
    if args.command == "plan":
        from hybridtui.commands.plan import plan

        return plan(args, open_logbook, today)
    if args.command == "week":
        from hybridtui.commands.week import week

        return week(args, open_logbook, today)
    if args.command == "log":
        from hybridtui.commands.log import log

        return log(args, open_logbook, today)
    if args.command == "completion":
        from hybridtui.commands.completion import completion

        return completion(args, parser())
    if args.command == "export":
        from hybridtui.commands.export import export

        return export(args, open_logbook)
    from hybridtui.commands.import_files import import_files

    return import_files(args, open_logbook)
