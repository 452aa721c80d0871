"""The command line: its words and its help. What a command does is in ``commands``, loaded when it is asked for."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from datetime import date, time, timedelta

from hybridtui import __version__
from hybridtui.commands import REFUSED, OpenLogbook

_EXAMPLES = """\
examples:
  hybridtui                                    open the app
  hybridtui demo                               the app with a year of invented training
  hybridtui import strong.csv --unit kg        years of Strong into your log
  hybridtui week                               this week in numbers and five sentences
  hybridtui log squat 80x5x5@8                 write down what you did, without the app
  hybridtui plan draft answers.toml            a plan from a file of answers, without the app
  hybridtui --database ~/training.db           another log
"""

_IMPORT_HELP = """\
Read the history of other apps and watches into your log: exports of Strong, Hevy, FitNotes,
Liftosaur and StrongLifts (CSV), of Strava and Garmin (zip, or the list of activities as
CSV), of Apple Health (zip or export.xml), FIT, GPX and TCX files, packed (.gz) or not, and
hybridtui's own exports (JSON, daybook).

What a file holds is told by its content, not by its name. A folder stands for the files in
it and in the folders below it; a zip is read where it lies. All of a call is written in one
transaction that undo takes back; what is in the log already is left alone, or completed if
a file knows more, so importing twice adds nothing. A file that cannot be read does not stop
the others. Ctrl-C stops the import and leaves nothing behind.
"""

_IMPORT_EXAMPLES = """\
examples:
  hybridtui import strong.csv --unit lb        a Strong export does not say kg or lb
  hybridtui import hevy.csv fitnotes.csv       neither does it matter how they are called
  hybridtui import export_1234567.zip          all of Strava, as it was downloaded
  hybridtui import Activities.csv --zone Europe/Berlin
                                               where you were, for files that do not say
  hybridtui import ~/garmin/ ~/Downloads/*.fit runs and strength of a watch
  hybridtui import apple_health_export.zip     the workouts of Apple Health
  hybridtui import daybook.txt --dry-run       what your changes would change, line by line
  hybridtui import --dry-run exports/          look first: nothing is written
  hybridtui import strong.csv --unit kg --exercise "T Bar Row=barbell row"
                                               what a name in the file stands for
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

_LOG_HELP = """\
Write down what was done, without opening the app. Exercises are found by the beginning of
their name, by what people call them, and mistyped; where several may be meant, they are
named and nothing is written. Sets of one day belong to one session: those of today, if it
ended less than three hours ago.

  run 8km 44:10 rpe4       distance and time in any order; 30min, 5:20/km 30min, 3mi 24:10
  squat 80x5x5@8           load x reps x sets @ effort; 80x8,6,5 for sets of different reps
  pull-up bw+10x5          added to the body's weight; push-up 12,10,8 without a load
  plank 45s                a hold; several exercises in one line: "squat 80x5; row 60x8"
  yoga 30min               another sport; bike 20km 60min
  weight 74.2              the body weight of the day; 163lb
"""

_LOG_EXAMPLES = """\
examples:
  hybridtui log run 8km 44:10 rpe4
  hybridtui log squat 80x5x5@8 --date yesterday --at 18:30
  hybridtui log bench 60x8x3 --note "felt light"
  hybridtui log weight 74.2 --json

In the app, u in History takes it back.
exit code: 0 done, 1 it was not understood or not written (the reason is on stderr), 2 wrong usage
"""

_COMPLETION_HELP = """\
Print a script that lets your shell complete commands, options, files and names of exercises.
"""

_COMPLETION_EXAMPLES = """\
examples:
  bash    hybridtui completion bash > ~/.local/share/bash-completion/completions/hybridtui
  zsh     hybridtui completion zsh > ~/.zfunc/_hybridtui       with fpath+=~/.zfunc before compinit in ~/.zshrc
  fish    hybridtui completion fish > ~/.config/fish/completions/hybridtui.fish
"""

_EXPORT_HELP = """\
Write your log, or your plan, in a format that others read. Nothing of the log is changed.

  json        everything, loss-free: 'hybridtui import' reads it into an equal log
  csv         tables of sessions and sets in SI units: for spreadsheets and statistics
  ics         the workouts of your plan: for a calendar
  fit         the workouts of your plan, a file each: for a watch
  markdown    a training diary by week and month: for reading
  original    the files that you imported, unchanged

Without -o, a format of one file is printed; the others are written into a folder, or into
one archive if the name ends in .zip. A file that is there already is replaced once the new
one is whole. Files are readable by you alone.
"""

_EXPORT_EXAMPLES = """\
examples:
  hybridtui export --format json -o training.json            a copy of all of it
  hybridtui export --format json --since 2026-01-01 | jq .   to another program
  hybridtui export --format csv -o tables/ --spreadsheet     safe to open in a spreadsheet
  hybridtui export --format markdown --since 2026-01-01 > training.md
  hybridtui export --format original -o imported.zip

exit code: 0 done, 1 nothing was written (the reason is on stderr), 2 wrong usage
"""

EXPORTS = ("json", "csv", "markdown", "ics", "fit", "original")
"""Formats that can be written: :data:`hybridtui.logbook.exports.writers.WRITERS` knows how."""

FIRST_DAY, LAST_DAY = date(1970, 1, 1), date(2199, 12, 31)
"""Days that a log can hold."""

READING = ("week", "export")
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
    _add_export(commands)
    _add_plan(commands)
    _add_week(commands)
    _add_log(commands)
    _add_completion(commands)
    return top


def _add_import(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    command = commands.add_parser(
        "import",
        help="read exports of other apps and files of watches into the log",
        description=_IMPORT_HELP,
        epilog=_IMPORT_EXAMPLES,
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


def _add_export(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    command = commands.add_parser(
        "export",
        help="write the log or the plan in a format that others read",
        description=_EXPORT_HELP,
        epilog=_EXPORT_EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    command.add_argument("--format", required=True, choices=EXPORTS, metavar="FORMAT", help=", ".join(EXPORTS))
    command.add_argument("--since", type=_day, metavar="YYYY-MM-DD", help="only what is of this day or later")
    command.add_argument(
        "-o", "--output", metavar="PATH", help="a file; a folder or a .zip for a format of several files"
    )
    command.add_argument(
        "--spreadsheet",
        action="store_true",
        help="csv: mark text that a spreadsheet would take for a formula; undone when it is imported",
    )
    command.add_argument("--json", action="store_true", help="with -o: print what was written as JSON")


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


def _add_log(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    command = commands.add_parser(
        "log",
        help="write down in one line what was done",
        description=_LOG_HELP,
        epilog=_LOG_EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    command.add_argument("words", nargs="+", metavar="WORD", help="what was done: squat 80x5x5@8")
    command.add_argument("--date", type=_day_done, metavar="DAY", help="YYYY-MM-DD, yesterday or today (if left out)")
    command.add_argument("--at", type=_clock, metavar="HH:MM", help="when it began; just now, or at noon, if left out")
    command.add_argument("--minutes", type=int, metavar="N", help="how long sets took; estimated if left out")
    command.add_argument("--rpe", type=float, metavar="N", help="how hard all of it was, 0 to 10")
    command.add_argument("--note", metavar="TEXT", help="a note on the session")
    command.add_argument("--json", action="store_true", help="print JSON for programs")


def _add_completion(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    command = commands.add_parser(
        "completion",
        help="a script for the completion of bash, zsh or fish",
        description=_COMPLETION_HELP,
        epilog=_COMPLETION_EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    command.add_argument("shell", choices=("bash", "zsh", "fish"), help="the shell it is for")


def _day_done(text: str) -> Callable[[date], date]:
    """Read a day by its date, or from the day on which the command is called."""
    ago = {"today": 0, "yesterday": 1}.get(text.casefold())
    if ago is not None:
        return lambda today: today - timedelta(days=ago)
    day = _day(text)
    return lambda _today: day


def _clock(text: str) -> time:
    """Read a time of day."""
    try:
        return time.fromisoformat(text.zfill(5))
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is no time of day; write it as in 18:30") from None


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
