"""Print what drafting a plan costs, and how that grows with weeks and days: time and memory.

python tests/benchmarks/drafting.py

Times are medians of several drafts in one process, after one to warm up; memory is the
most that was held while drafting, and what the plan itself takes. The budget: 12 weeks
within 300 ms on two cores.
"""

from __future__ import annotations

import statistics
import sys
import time
import tracemalloc
from dataclasses import replace
from datetime import date, timedelta
from itertools import count
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from hybridtui.domain.athlete import EQUIPMENT_PROFILES, Athlete, Goal, Level, Race
from hybridtui.domain.calendar import Weekday
from hybridtui.domain.plan import draft
from hybridtui.domain.plan.check import check
from hybridtui.domain.workout import Plan

RUNS = 7
MONDAY = date(2026, 3, 2)
WEEKS = (4, 8, 12, 26, 52)

RUNNER = Athlete(
    goal=Goal.RUN_FIRST,
    balance=0.70,
    level=Level.INTERMEDIATE,
    days=tuple(Weekday),
    minutes=(90,) * 7,
    equipment=EQUIPMENT_PROFILES["gym"],
    run_minutes=180,
    longest_run=70,
    strength_sessions=2,
)


def main() -> None:
    """Measure and print two tables."""
    print(f"{'athlete':36} {'weeks':>5} {'ms':>7} {'worst':>7} {'check ms':>9} {'peak MiB':>9} {'plan MiB':>9}")
    for weeks in WEEKS:
        row("5 days a week", replace(RUNNER, days_per_week=5), weeks)
    print()
    for days in range(2, 7):
        row(f"{days} days a week of 7", replace(RUNNER, days_per_week=days), 12)
    doubles = replace(RUNNER, days_per_week=5, allow_doubles=True, slots=(2,) * 7)
    row("5 days, mornings and evenings", doubles, 12)
    row("6 days, mornings and evenings", replace(doubles, days_per_week=6), 12)
    race = Race(21097.5, MONDAY + timedelta(weeks=12, days=-1))
    row("half marathon in 12 weeks", replace(RUNNER, goal=Goal.HALF, balance=0.75, race=race), 12)
    row("beginner, 3 days, no equipment", Athlete(), 12)


def row(name: str, athlete: Athlete, weeks: int) -> None:
    """Measure one athlete's plan and print it."""
    plan = drafted(athlete, weeks)
    times = [timed(athlete, weeks) for _ in range(RUNS)]
    begun = time.perf_counter()
    check(plan)
    checked = time.perf_counter() - begun
    tracemalloc.start()
    kept = drafted(athlete, weeks)
    held, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert kept == plan
    print(
        f"{name:36} {weeks:5} {statistics.median(times) * 1e3:7.1f} {max(times) * 1e3:7.1f} {checked * 1e3:9.1f}"
        f" {peak / 2**20:9.2f} {held / 2**20:9.2f}"
    )


def timed(athlete: Athlete, weeks: int) -> float:
    """Return the seconds that one draft takes."""
    begun = time.perf_counter()
    drafted(athlete, weeks)
    return time.perf_counter() - begun


def drafted(athlete: Athlete, weeks: int) -> Plan:
    """Draft a plan, as the app does."""
    numbers = count(1)
    return draft(athlete, MONDAY, weeks=weeks, plan_id="plan", ids=lambda: f"{next(numbers)}")


if __name__ == "__main__":
    main()
