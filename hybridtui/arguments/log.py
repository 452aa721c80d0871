"""``hybridtui log``: its arguments."""

from __future__ import annotations

import argparse

from hybridtui.arguments.kinds import clock, day_done

_HELP = """\
Write down what was done, without opening the app. Exercises are found by the
beginning of their name, by what people call them, and mistyped; where several
may be meant, they are named and nothing is written. What gyms know and the
library lacks, such as leg extension, is added to it. Sets of one day belong to
one session: those of today, if it ended less than three hours ago.

  run 8km 44:10 rpe4         in any order; 30min, 1h30, 5:20/km 30min,
                             3mi 24:10; 6km 29:30 hr 165; 5k 22:30 race
  squat 80x5x5@8             load x reps x sets @ effort
  squat 80x8,6,5             sets of different reps
  squat 60x5 w, 80x5, 85x3   loads one after another; behind each w, drop,
                             failure, left, right, each
  pull-up bw+10x5            added to the body's weight; push-up 12,10,8 without
  plank 45s                  a hold
  "squat 80x5; row 60x8"     several exercises
  yoga 30min                 another sport; bike 20km 60min
  weight 74.2                the body weight of the day; 163lb
"""

_EXAMPLES = """\
examples:
  hybridtui log run 8km 44:10 rpe4
  hybridtui log squat 80x5x5@8 --date yesterday --at 18:30
  hybridtui log run 5k 22:30 race --date sat --at 9am
  hybridtui log bench 60x8x3 --note "felt light"
  hybridtui log weight 74.2 --json

In the app, u in History takes it back.
exit code: 0 done, 1 it was not understood or not written (stderr says why),
2 wrong usage
"""


def add(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command to those of the parser."""
    command = commands.add_parser(
        "log",
        help="write down in one line what was done",
        description=_HELP,
        epilog=_EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    command.add_argument("words", nargs="+", metavar="WORD", help="what was done: squat 80x5x5@8")
    command.add_argument(
        "--date", type=day_done, metavar="DAY", help="YYYY-MM-DD, yesterday, mon, 20.11., nov 20; today if left out"
    )
    command.add_argument(
        "--at", type=clock, metavar="TIME", help="when it began: 18:30, 7am; just now, or at noon, if left out"
    )
    command.add_argument("--minutes", type=int, metavar="N", help="how long sets took; estimated if left out")
    command.add_argument("--rpe", type=float, metavar="N", help="how hard all of it was, 0 to 10")
    command.add_argument("--note", metavar="TEXT", help="a note on the session")
    command.add_argument("--json", action="store_true", help="print JSON for programs")
