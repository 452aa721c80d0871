"""The command line: its words and its help. What a command does is in ``commands``, loaded when it is asked for."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from datetime import date

from hybridtui import __version__
from hybridtui.commands import REFUSED, OpenLogbook

_EXAMPLES = """\
examples:
  hybridtui                                    open the app
  hybridtui demo                               the app with a year of invented training
  hybridtui import strong.csv --unit kg        years of Strong into your log
  hybridtui week                               this week in numbers and five sentences
  hybridtui plan draft answers.toml            a plan from a file of answers, without the app
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

_PLAN_HELP = """\
Draft a plan from a file of answers, check a plan that was changed, show the one you follow.
Drafting and checking read one file and print; they never touch your log.
"""

_DRAFT_HELP = """\
Draft a plan from answers in TOML and print it; nothing is written. The same answers and
seed give the same plan. Every answer may be left out:

  goal = "half"                          general, strength-first, run-first, 5k, 10k, half, marathon, time-saver
  balance = 0.75                         run share of training minutes, 0.10 to 0.90
  level = "intermediate"                 beginner, intermediate, advanced
  days = ["tue", "wed", "thu", "sat", "sun"]
  days_per_week = 5                      the smaller of the days and 5 if left out; 6 only if asked for
  minutes = 60                           or by day: minutes = { tue = 45, sun = 90 }
  slots = { tue = 2 }                    two sessions possible on Tuesday; see allow_doubles
  allow_doubles = true                   a run and a strength session on one day
  equipment = ["dumbbell", "bench"]      ids of the library, or "none", "home", "gym", "travel"
  run_minutes = 150                      minutes of running a week, lately
  longest_run = 60                       minutes, of the last 30 days
  strength_sessions = 2                  a week, lately
  race = { distance_m = 21097.5, date = 2026-06-07 }
  result = { distance_m = 5000, time_s = 1474 }    or easy_pace_s_per_km = 360
  limits = ["knee"]                      knee, back, shoulder, ankle, hip, wrist, no_jump, no_overhead, pregnancy
  age = 40
  long_run_day = "sun"
  units = "metric"                       or "imperial"
  start = 2026-03-02                     today if it is a Monday, else the next Monday, if left out
  seed = 0
  strength_goal = "strength"             hypertrophy, endurance, power, form; what suits level and balance if left out
  quality_runs = 1                       fast runs wanted a week, 0 to 2
  lighter_every = 4                      weeks from one lighter week to the next, 3 to 6
  bodyweight_kg = 70
  see_professional = true                a health question is open: easy work only
"""

_DRAFT_EXAMPLES = """\
examples:
  hybridtui plan draft answers.toml            for people
  hybridtui plan draft answers.toml --weeks 12 --json > plan.json
  echo 'goal = "10k"' | hybridtui plan draft - from the standard input

exit code: 0 done, 1 the answers were refused (the reason is on stderr), 2 wrong usage
"""

_CHECK_HELP = """\
Print every rule that a plan in JSON breaks, by day. What the plan tells as relaxed, and may
relax, is printed as soft. Loads are in kg, distances in m, times in s; reps and seconds of
sets and holds are per side where the exercise is one-sided, and the seconds of warm-up and
cool-down steps are all that they take. Titles, reasons, marks and steps may be left out.
"""

_CHECK_EXAMPLES = """\
examples:
  hybridtui plan check plan.json
  hybridtui plan draft answers.toml --json | hybridtui plan check - --json

exit code: 0 no hard rule is broken, 1 one is or the file was refused, 2 wrong usage
"""

_SHOW_EXAMPLES = """\
examples:
  hybridtui plan show
  hybridtui plan show --json > plan.json

exit code: 0 done, 1 there is no plan yet, 2 wrong usage
"""

_WEEK_HELP = """\
Print a week's numbers and its review in five sentences: what held, what slipped, the
balance, the load, and next week's one change. Nothing is written. A week that still runs
is told as far as it went.
"""

_WEEK_EXAMPLES = """\
examples:
  hybridtui week                               the week that runs
  hybridtui week --date 2026-03-08             the week that holds a day
  hybridtui week --json | jq .run_share        for programs; what is not known is null

exit code: 0 done, 1 there is no log yet or it cannot be read, 2 wrong usage
"""

FIRST_DAY, LAST_DAY = date(1970, 1, 1), date(2199, 12, 31)
"""Days that a log can hold."""

READING = ("week",)
"""Commands that only read: a log that does not exist is not begun by them."""


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
    _add_plan(commands)
    _add_week(commands)
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


def _add_plan(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    raw = argparse.RawDescriptionHelpFormatter
    plan = commands.add_parser(
        "plan", help="draft, check or show a plan", description=_PLAN_HELP, formatter_class=raw
    ).add_subparsers(dest="plan_command", metavar="COMMAND", title="commands", required=True)
    draft = plan.add_parser(
        "draft", help="a plan from answers", description=_DRAFT_HELP, epilog=_DRAFT_EXAMPLES, formatter_class=raw
    )
    draft.add_argument("answers", metavar="ANSWERS.toml", help="the file of answers; - reads the standard input")
    draft.add_argument("--weeks", type=int, metavar="N", help="1 to 52; 4, or to the race, if left out")
    check = plan.add_parser(
        "check",
        help="what a plan breaks",
        description=_CHECK_HELP,
        epilog=_CHECK_EXAMPLES,
        formatter_class=raw,
    )
    check.add_argument("plan", metavar="PLAN.json", help="what 'plan draft --json' prints; - reads the standard input")
    show = plan.add_parser(
        "show",
        help="the plan being followed",
        description="Print the plan that you follow.",
        epilog=_SHOW_EXAMPLES,
        formatter_class=raw,
    )
    for command in (draft, check, show):
        command.add_argument("--json", action="store_true", help="print JSON for programs")


def _add_week(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    command = commands.add_parser(
        "week",
        help="a week's numbers and its review in five sentences",
        description=_WEEK_HELP,
        epilog=_WEEK_EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    command.add_argument("--date", type=_day, metavar="YYYY-MM-DD", help="a day of the week; today if left out")
    command.add_argument("--json", action="store_true", help="print JSON for programs")


def _day(text: str) -> date:
    """Read a day that a log can hold."""
    try:
        day = date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is no day; write it as in 2026-03-08") from None
    if not FIRST_DAY <= day <= LAST_DAY:
        raise argparse.ArgumentTypeError(f"{text} is not between {FIRST_DAY} and {LAST_DAY}")
    return day


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
        print("hybridtui: stopped; nothing was added.", file=sys.stderr)
        return REFUSED


def _run(args: argparse.Namespace, open_logbook: OpenLogbook, today: Callable[[], date]) -> int:
    if args.command == "plan":
        from hybridtui.commands.plan import plan

        return plan(args, open_logbook, today)
    if args.command == "week":
        from hybridtui.commands.week import week

        return week(args, open_logbook, today)
    from hybridtui.commands.import_files import import_files

    return import_files(args, open_logbook)
