"""``hybridtui plan``: its arguments."""

from __future__ import annotations

import argparse

_PLAN_HELP = """\
Draft a plan from a file of answers, check a plan that was changed, show the one
you follow. Drafting and checking read one file and print; they never touch your
log.
"""

_DRAFT_HELP = """\
Draft a plan from answers in TOML and print it; nothing is written. The same
answers and seed give the same plan. Every answer may be left out:

  goal = "half"                 general, strength-first, run-first, 5k, 10k,
                                half, marathon, time-saver
  balance = 0.75                run share of training minutes, 0.10 to 0.90
  level = "intermediate"        beginner, intermediate, advanced
  days = ["tue", "wed", "thu", "sat", "sun"]
  days_per_week = 5             all the days, but 6 only if asked for
  minutes = 60                  or by day: minutes = { tue = 45, sun = 90 }
  slots = { tue = 2 }           two sessions possible on Tuesday
  allow_doubles = true          a run and a strength session on one day
  equipment = ["dumbbell"]      ids of the library; none, home, gym, travel
  run_minutes = 150             minutes of running a week, lately
  longest_run = 60              minutes, of the last 30 days
  strength_sessions = 2         a week, lately
  race = { distance_m = 21097.5, date = 2026-06-07 }
  result = { distance_m = 5000, time_s = 1474 }
  easy_pace_s_per_km = 360      where there is no result
  limits = ["knee"]             knee, back, shoulder, ankle, hip, wrist,
                                no_jump, no_overhead, pregnancy
  age = 40
  long_run_day = "sun"
  units = "metric"              or "imperial"
  start = 2026-03-02            today, or the next Monday, if left out
  seed = 0
  strength_goal = "strength"    hypertrophy, endurance, power, form; what suits
                                level and balance if left out
  quality_runs = 1              fast runs wanted a week, 0 to 2
  lighter_every = 4             weeks to the next lighter week, 3 to 6
  bodyweight_kg = 70
  see_professional = true       a health question is open: easy work only

Bar, plates and heart rates change nothing of a draft: they belong to the loads
and zones that the app derives from your log.
"""

_DRAFT_EXAMPLES = """\
examples:
  hybridtui plan draft answers.toml            for people
  hybridtui plan draft answers.toml --weeks 12 --json > plan.json
  echo 'goal = "10k"' | hybridtui plan draft - from the standard input

exit code: 0 done, 1 the answers were refused (stderr says why), 2 wrong usage
"""

_CHECK_HELP = """\
Print every rule that a plan in JSON breaks, by day. What the plan tells as
relaxed, and may relax, is printed as soft. Loads are in kg, distances in m,
times in s; reps and seconds of sets and holds are per side where the exercise
is one-sided, and the seconds of warm-up and cool-down steps are all that they
take. Titles, reasons, marks and steps may be left out.
"""

_CHECK_EXAMPLES = """\
examples:
  hybridtui plan check plan.json
  hybridtui plan draft answers.toml --json | hybridtui plan check - --json

exit code: 0 no hard rule is broken, 1 one is, or the file was refused,
2 wrong usage
"""

_SHOW_EXAMPLES = """\
examples:
  hybridtui plan show
  hybridtui plan show --json > plan.json

exit code: 0 done, 1 there is no plan yet, 2 wrong usage
"""


def add(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command to those of the parser."""
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
