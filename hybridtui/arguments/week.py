"""``hybridtui week``: its arguments."""

from __future__ import annotations

import argparse

from hybridtui.arguments.kinds import day

_HELP = """\
Print a week's numbers and its review in five sentences: what held, what
slipped, the balance, the load, and next week's one change. Nothing is written.
A week that still runs is told as far as it went.
"""

_EXAMPLES = """\
examples:
  hybridtui week                         the week that runs
  hybridtui week --date 2026-03-08       the week that holds a day
  hybridtui week --json | jq .run_share  for programs; what is not known is null

exit code: 0 done, 1 there is no log yet or it cannot be read, 2 wrong usage
"""


def add(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command to those of the parser."""
    command = commands.add_parser(
        "week",
        help="a week's numbers and its review in five sentences",
        description=_HELP,
        epilog=_EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    command.add_argument("--date", type=day, metavar="YYYY-MM-DD", help="a day of the week; today if left out")
    command.add_argument("--json", action="store_true", help="print JSON for programs")
