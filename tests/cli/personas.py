"""The six personas of science.md F.5 and I.18 as a program would write them: ANSWERS.toml."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ORACLE = Path(__file__).parents[1] / "oracles" / "personas.csv"

P1 = """\
level = "beginner"
balance = 0.5
days = ["mon", "wed", "fri"]
minutes = 30
equipment = "none"
start = 2026-03-02
"""

P2 = """\
level = "intermediate"
balance = 0.70
days = ["tue", "wed", "thu", "sat", "sun"]
minutes = 90
equipment = "gym"
run_minutes = 190
longest_run = 70
strength_sessions = 2
allow_doubles = true
start = 2026-03-02
"""

P3 = """\
level = "intermediate"
balance = 0.30
days = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
minutes = 60
equipment = "gym"
run_minutes = 80
strength_sessions = 3
start = 2026-03-02
"""

P4 = """\
goal = "half"
level = "intermediate"
days = ["tue", "wed", "thu", "sat", "sun"]
minutes = 90
equipment = "gym"
run_minutes = 150
allow_doubles = true
race = { distance_m = 21097.5, date = 2026-05-24 }
start = 2026-03-02
"""

P5 = """\
level = "intermediate"
balance = 0.60
days = ["tue", "thu", "sat", "sun"]
minutes = 95
slots = { tue = 2, thu = 2, sat = 2, sun = 2 }
equipment = "gym"
run_minutes = 180
longest_run = 80
strength_sessions = 3
allow_doubles = true
start = 2026-03-02
"""

P6 = """\
goal = "time-saver"
level = "intermediate"
days = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
minutes = 20
equipment = ["band", "dumbbell"]
run_minutes = 50
strength_sessions = 3
start = 2026-03-02
"""

QUALITY = ("tempo", "cruise", "vo2", "reps", "hills", "fartlek", "progression")
"""The subtypes that the oracle writes as Q."""

PERSONAS = {"P1": P1, "P2": P2, "P3": P3, "P4": P4, "P5": P5, "P6": P6}


@dataclass(frozen=True)
class Expected:
    """A row of the oracle: one session of a persona's week."""

    code: str
    run_minutes: int
    strength_minutes: int
    leg_heavy: bool
    long: bool


def expected(persona: str) -> list[Expected]:
    """Return the sessions of the oracle's week."""
    return [
        Expected(
            row["session"],
            int(row["run_minutes"]),
            int(row["strength_minutes"]),
            row["leg_heavy"] == "1",
            row["long_run"] == "1",
        )
        for row in _rows(persona)
    ]


def days_of(persona: str) -> int:
    """Return on how many days the oracle's week trains."""
    return len({row["iso_weekday"] for row in _rows(persona)})


def most_cost(persona: str) -> float:
    """Return the cost of the oracle's week, which no drafted one may exceed."""
    return float(next(_rows(persona))["min_soft_cost"])


def _rows(persona: str) -> Iterator[dict[str, str]]:
    with ORACLE.open(encoding="utf-8") as file:
        yield from [row for row in csv.DictReader(file) if row["persona"] == persona]
