"""How many minutes of running a week may hold, and how long one run may be. Source: science.md C.6 with I.3.

Ten per cent is a planning convention; the cap of the single run is the rule of safety.
Nothing here promises freedom from injury.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from hybridtui.domain.athlete import Athlete, Goal, Level

ADDS_STRENGTH = 0.80
"""Share of the usual running that week 1 keeps if strength is added (R9)."""

SMALL_RUNNING = 40
"""Minutes a week that are not cut further, and where an experienced newcomer begins (I.3)."""

REGULAR_RUNNING = 15
"""Below so many minutes a week nobody runs regularly: the start is that of zero (a product decision)."""

RAMP = 0.10
LEAST_STEP, MOST_STEP = 5, 30
STEP_BACK = 0.75
LONGEST_EVER = 150
"""No long run is planned beyond, minutes (C.6.5)."""

_LONG_SHARE = {1: 1.0, 2: 0.60, 3: 0.45, 4: 0.40, 5: 0.33}
_LONG_SHARE_OF_MANY = 0.30

_LEVELS = (Level.BEGINNER, Level.INTERMEDIATE, Level.ADVANCED)
_PEAK = {
    Goal.FIVE_K: (120, 180, 270),
    Goal.TEN_K: (150, 210, 300),
    Goal.HALF: (180, 240, 330),
    Goal.MARATHON: (240, 300, 420),
}
_GENERAL_PEAK = (120, 180, 240)


def floor_to(value: float, step: int = 5) -> int:
    """Round down to a multiple of ``step`` minutes (``f5``).

    >>> floor_to(48.9), floor_to(0.75 * 140)
    (45, 105)
    """
    return math.floor(value / step + 1e-9) * step


def nearest_to(value: float, step: int = 5) -> int:
    """Round half up to a multiple of ``step`` minutes (``r5``).

    >>> nearest_to(42.5), nearest_to(42.4)
    (45, 40)
    """
    return math.floor(value / step + 0.5 + 1e-9) * step


def runs_already(athlete: Athlete) -> bool:
    """Return whether the athlete runs regularly."""
    return athlete.run_minutes >= REGULAR_RUNNING


def first_week(athlete: Athlete, *, adds_strength: bool) -> int:
    """Return the run minutes of week 1 for somebody who runs, or is no beginner (C.6.1, R9, I.3).

    >>> first_week(Athlete(run_minutes=150), adds_strength=True)
    120
    >>> first_week(Athlete(run_minutes=45), adds_strength=True)
    40
    """
    if not runs_already(athlete):
        return SMALL_RUNNING
    if athlete.run_minutes < 50:
        return floor_to(min(athlete.run_minutes, SMALL_RUNNING))
    share = ADDS_STRENGTH if adds_strength else 1.0
    return max(floor_to(athlete.run_minutes * share), SMALL_RUNNING)


def peak(athlete: Athlete) -> int:
    """Return the most run minutes a week that the goal asks for at this level (C.9)."""
    return _PEAK.get(athlete.goal, _GENERAL_PEAK)[_LEVELS.index(athlete.level)]


def step_back_every(athlete: Athlete) -> int:
    """Return how often a week is lighter: every 4th, from 50 years on every 3rd (B.6)."""
    return 3 if athlete.age is not None and athlete.age >= 50 else 4


@dataclass(frozen=True, slots=True)
class WeekBudget:
    """The running that one week may hold."""

    minutes: int
    step_back: bool


def budgets(first: int, most: int, every: int = 4) -> Iterator[WeekBudget]:
    """Yield week after week: ten per cent up, every so many weeks a lighter one (C.6.2, C.6.3).

    >>> from itertools import islice
    >>> [week.minutes for week in islice(budgets(120, 240), 6)]
    [120, 130, 140, 105, 150, 165]
    """
    build, number = first, 1
    while True:
        if number % every == 0:
            yield WeekBudget(floor_to(STEP_BACK * build), step_back=True)
        else:
            if number > 1:
                build = min(most, floor_to(build + max(LEAST_STEP, min(RAMP * build, MOST_STEP))))
            yield WeekBudget(build, step_back=False)
        number += 1


def longest_known(athlete: Athlete) -> int:
    """Return the longest run of the last 30 days, assumed from the week if not told (I.3)."""
    return athlete.longest_run or max(20, floor_to(0.45 * athlete.run_minutes))


def single_run_cap(longest: int) -> int:
    """Return the most minutes of any run, given the longest of the last 30 days (C.6.4).

    >>> single_run_cap(60), single_run_cap(20)
    (65, 25)
    """
    return floor_to(max(1.10 * longest, longest + 5))


def long_run(week_minutes: int, runs: int, longest: int) -> int:
    """Return the length of the longest run of a week with so many runs (C.6.5).

    >>> long_run(120, 4, 65), long_run(45, 3, 25), long_run(300, 5, 135)
    (45, 20, 95)
    """
    share = _LONG_SHARE.get(runs, _LONG_SHARE_OF_MANY)
    return min(floor_to(share * week_minutes), single_run_cap(longest), LONGEST_EVER)


def longest_of(earlier: Iterable[int], known: int) -> int:
    """Return the longest of earlier planned runs, or what was known before the plan."""
    return max((known, *earlier))
