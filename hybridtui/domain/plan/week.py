"""What a week is asked to be, and what it is in outline: the values between the steps of the engine."""

from __future__ import annotations

from dataclasses import dataclass

from hybridtui.domain.athlete import Athlete, Goal, Level
from hybridtui.domain.calendar import Weekday
from hybridtui.domain.plan.mix import Mix, MixRules
from hybridtui.domain.plan.placement import Frame, on_day
from hybridtui.domain.plan.sizes import Sizes
from hybridtui.domain.plan.sketch import Sketch
from hybridtui.domain.plan.templates import Selection
from hybridtui.domain.workout import Phase, Why

RACE_GOALS = frozenset({Goal.FIVE_K, Goal.TEN_K, Goal.HALF, Goal.MARATHON})
QUALITY_FROM_WEEK = 7
"""A beginner's first week with a quality run (I.5)."""

_MOST_HARD_DAYS = {Level.BEGINNER: 2}


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What a week is made from."""

    athlete: Athlete
    week: int
    """Training week, from 1."""
    minutes: int
    """Run minutes, at most; unused while run/walk sets them."""
    longest: int
    """Longest run of the last 30 days."""
    runwalk: int | None = None
    """Week of the run/walk programme, if the runs are its sessions."""
    deload: bool = False
    phase: Phase = Phase.GENERAL
    """Where in the plan the week lies (C.9)."""
    safely: bool = False
    """True if the race is too near for a build-up: no quality runs, the aim is to arrive (C.9)."""
    before: Outline | None = None
    """The week before."""
    keep: bool = False
    """True within a training block: mix and days of the week before are wanted again."""

    @property
    def rules(self) -> MixRules:
        """The rules for mixes this week."""
        return MixRules(self.athlete, self.week)

    @property
    def frame(self) -> Frame:
        """What the days allow."""
        return Frame(
            available=self.athlete.days,
            caps=self.athlete.minutes,
            slots=self.athlete.slots,
            doubles=self.rules.doubles,
            beginner=self.athlete.level is Level.BEGINNER,
            rest_days=1 if self.athlete.days_used >= 6 else 2,
            hard_days=self.hard_days,
            long_day=self.athlete.long_run_day,
        )

    @property
    def hard_days(self) -> int:
        """Most hard days of a week (R23)."""
        return _MOST_HARD_DAYS.get(self.athlete.level, 3)

    @property
    def wants_quality(self) -> bool:
        """True if a quality run may be planned at all (I.5, H.1)."""
        beginning = self.athlete.level is Level.BEGINNER and self.week < QUALITY_FROM_WEEK
        if beginning or self.runwalk is not None or self.athlete.see_professional:
            return False
        # Mid-block quality would move the days that the athlete has settled into (R32).
        return not self.keep or self.before is None or self.before.quality_block

    @property
    def marks_long(self) -> bool:
        """True if a run may be marked long (I.6)."""
        led = self.athlete.balance >= 0.5 or self.athlete.goal in RACE_GOALS
        return led and self.runwalk is None and not self.athlete.see_professional


@dataclass(frozen=True, slots=True, kw_only=True)
class Outline:
    """A week's sessions with their lengths and days."""

    mix: Mix
    sizes: Sizes
    selection: Selection
    sketches: tuple[Sketch, ...]
    days: tuple[Weekday, ...]
    cost: float
    quality_block: bool
    """True if this training block has quality runs."""
    notes: tuple[Why, ...] = ()
    """What had to be bent, in words."""

    @property
    def sunday(self) -> tuple[Sketch, ...]:
        """What the next Monday has to respect."""
        return on_day(self.sketches, self.days, Weekday.SUN)
