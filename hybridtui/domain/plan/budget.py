"""How many minutes of running a week may hold, and how long one run may be. Source: science.md C.6 with I.3.

Ten per cent is a planning convention; the cap of the single run is the rule of safety.
Nothing here promises freedom from injury.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

from hybridtui.domain.athlete import Athlete, Goal, Level
from hybridtui.domain.mileage.long_run import long_share

ADDS_STRENGTH = 0.80
"""Share of the usual running that week 1 keeps if strength is added (R9)."""

SMALL_RUNNING = 40
"""Minutes a week that are not cut further, and where an experienced newcomer begins (I.3)."""

SHORTEST_RUN = 15
"""No run is shorter, where the day has the time (C.7, I.4): a lighter week still holds one."""

REGULAR_RUNNING = 15
"""Below so many minutes a week nobody runs regularly: the start is that of zero (a product decision)."""

RAMP = 0.10
LEAST_STEP, MOST_STEP = 5, 30
STEP_BACK = 0.75
LONGEST_EVER = 150
"""No long run is planned beyond, minutes (C.6.5)."""

TOO_SOON = 2
"""A step back so few weeks after one out of turn is left out (a product decision)."""

OLDER = 50
"""Years of age from which a week is lighter every third week (B.6)."""

_LEVELS = (Level.BEGINNER, Level.INTERMEDIATE, Level.ADVANCED)
_PEAK = {
    Goal.FIVE_K: (120, 180, 270),
    Goal.TEN_K: (150, 210, 300),
    Goal.HALF: (180, 240, 330),
    Goal.MARATHON: (240, 300, 420),
}
_GENERAL_PEAK = (120, 180, 240)
_LONGEST = {
    Goal.FIVE_K: (60, 75, 90),
    Goal.TEN_K: (70, 90, 105),
    Goal.HALF: (100, 110, 120),
    Goal.MARATHON: (150, 150, 150),
}


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


def peak(athlete: Athlete, event: Goal | None = None) -> int:
    """Return the most run minutes a week at this level, for a race or else for the goal (C.9, I.3).

    >>> peak(Athlete(level=Level.INTERMEDIATE), Goal.HALF), peak(Athlete(run_minutes=150))
    (240, 150)
    """
    table = _PEAK.get(event or athlete.goal, _GENERAL_PEAK)
    return max(table[_LEVELS.index(athlete.level)], athlete.run_minutes)


def usual_longest(event: Goal, level: Level) -> int:
    """Return the longest run, minutes, that usually comes before such a race at this level (C.9).

    >>> usual_longest(Goal.HALF, Level.BEGINNER)
    100
    """
    return _LONGEST[event][_LEVELS.index(level)]


def step_back_every(athlete: Athlete) -> int:
    """Return how often a week is lighter: every 4th, from 50 years on every 3rd, or as chosen (B.6).

    Only the advanced may choose more than four weeks.

    >>> step_back_every(Athlete(lighter_every=6)), step_back_every(Athlete(level=Level.ADVANCED, lighter_every=6))
    (4, 6)
    """
    if athlete.lighter_every is None:
        return 3 if athlete.age is not None and athlete.age >= OLDER else 4
    return athlete.lighter_every if athlete.level is Level.ADVANCED else min(athlete.lighter_every, 4)


@dataclass(frozen=True, slots=True)
class WeekBudget:
    """The running that one week may hold."""

    minutes: int
    step_back: bool


class Ramp:
    """Rule R-PROG, one week after another: ten per cent up, every so many weeks a step back (C.6.2, C.6.3).

    >>> ramp = Ramp(120, 240, every=4)
    >>> [ramp.week().minutes for _ in range(6)]
    [120, 130, 140, 105, 150, 165]
    """

    def __init__(self, first: int, most: int, every: int = 4) -> None:
        self._build = first
        self._most = most
        self._every = every
        self._since = 0
        """Weeks since the last lighter one."""
        self._fresh = True
        """True until a week has held the build minutes: only then they grow."""
        self._held: list[int] = []
        """What the last two build weeks held, where days or balance left less than was allowed."""

    @property
    def steps_back_next(self) -> bool:
        """True if the next week is a step back by its turn."""
        return self._since + 1 == self._every

    def week(self, *, base: int | None = None, lighter: bool = False) -> WeekBudget:
        """Return the next week. ``base`` sets its build minutes; ``lighter`` makes it a step back.

        A step back out of turn takes the place of one that would follow within
        TOO_SOON weeks.
        """
        rebased = self._rebase(base)
        self._since += 1
        left = self._every - self._since
        if lighter or left == 0:
            if left <= TOO_SOON:
                self._since = 0
            return self._lighter(floor_to(STEP_BACK * self._build), step_back=True)
        if not (self._fresh or rebased):
            self._build = min(self._most, floor_to(self._build + ramp(self._build)))
        self._fresh = False
        return WeekBudget(self._build, step_back=False)

    def taper(self, share: float, *, base: int | None = None) -> WeekBudget:
        """Return a taper week: a share of the last build week, never a step back besides (C.9)."""
        self._rebase(base)
        return self._lighter(nearest_to(share * self._build), step_back=False)

    def after_race(self, most: int, *, base: int | None = None) -> WeekBudget:
        """Return the week after a race, a lighter one; what follows builds up anew towards ``most``."""
        if not self._rebase(base):
            self._build = self._lighter(floor_to(STEP_BACK * self._build), step_back=True).minutes
        self._most = max(most, self._build)
        self._since, self._fresh, self._held = 0, True, []
        return self._lighter(floor_to(STEP_BACK * self._build), step_back=True)

    def held(self, minutes: int) -> None:
        """Tell what the build week asked for last came to hold: nothing is built on minutes that were not planned."""
        self._held = [*self._held[-1:], minutes]
        self._build = min(self._build, max(self._held))

    def _lighter(self, minutes: int, *, step_back: bool) -> WeekBudget:
        return WeekBudget(max(minutes, min(self._build, SHORTEST_RUN)), step_back=step_back)

    def _rebase(self, base: int | None) -> bool:
        if base is None:
            return False
        if base <= STEP_BACK * self._build:
            self._since = 0  # a restart is lighter than any step back: the next one is a whole cycle away
        self._build, self._held = base, []
        return True


def longest_known(athlete: Athlete) -> int:
    """Return the longest run of the last 30 days, assumed from the week if not told (I.3)."""
    return athlete.longest_run or max(20, floor_to(0.45 * athlete.run_minutes))


def ramp(minutes: float) -> float:
    """Return how many minutes of running a week may add to so many (C.6.2).

    >>> ramp(30), ramp(120), ramp(400)
    (5, 12.0, 30)
    """
    return max(LEAST_STEP, min(RAMP * minutes, MOST_STEP))


def single_run_cap(longest: float) -> int:
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
    return min(floor_to(long_share(runs) * week_minutes), single_run_cap(longest), LONGEST_EVER)
