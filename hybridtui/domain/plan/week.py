"""What a week is asked to be, and what it is in outline: the values between the steps of the engine."""

from __future__ import annotations

from dataclasses import dataclass

from hybridtui.domain.athlete import Athlete, Goal, Level, Race
from hybridtui.domain.calendar import Weekday
from hybridtui.domain.plan.frame import Frame
from hybridtui.domain.plan.mix import Mix, MixRules
from hybridtui.domain.plan.placement import on_day
from hybridtui.domain.plan.season import NO_RACE_NEAR, Nearness
from hybridtui.domain.plan.sizes import Sizes
from hybridtui.domain.plan.sketch import Sketch
from hybridtui.domain.plan.templates import Selection
from hybridtui.domain.workout import Phase, Why

RACE_GOALS = frozenset({Goal.FIVE_K, Goal.TEN_K, Goal.HALF, Goal.MARATHON})
QUALITY_FROM_WEEK = 7
"""A beginner's first week with a quality run (I.5)."""

DRIFT = 0.10
"""How much of the balance goes to running while a race is near (I.14)."""

MOST_SHARE = 0.95
"""Beyond it no strength is left to speak of."""

SET_SHARES = {Phase.PEAK: 0.67, Phase.TAPER: 0.5}
"""Share of the usual strength sets, rounded up, that the weeks before a race keep (C.9)."""

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
    race: Race | None = None
    """The race, in its own week."""
    nearness: Nearness = NO_RACE_NEAR
    """What a race in this week, or near it, forbids on its days (H13)."""
    recovering: bool = False
    """True in the week after a race: nothing fast, nothing long."""
    before: Outline | None = None
    """The week before."""
    keep: bool = False
    """True within a training block: mix and days of the week before are wanted again."""

    @property
    def rules(self) -> MixRules:
        """The rules for mixes this week."""
        return MixRules(self.athlete, self.week, self.phase)

    @property
    def balance(self) -> float:
        """The run share to aim at: what the athlete wants, with more running before a race (I.14)."""
        if self.phase in SET_SHARES:
            return min(max(MOST_SHARE, self.athlete.balance), self.athlete.balance + DRIFT)
        return self.athlete.balance

    @property
    def set_share(self) -> float:
        """Share of the usual sets that strength sessions hold (C.9): 1, 0.67 in the peak, 0.5 in the taper."""
        return SET_SHARES.get(self.phase, 1.0)

    @property
    def frame(self) -> Frame:
        """What the days allow."""
        racing = self.race is not None
        return Frame(
            available=tuple(day for day in self.athlete.days if day not in self.nearness.closed),
            caps=self.athlete.minutes,
            slots=self.athlete.slots,
            doubles=self.rules.doubles,
            beginner=self.athlete.level is Level.BEGINNER,
            # The race is a training day and a hard one, but nothing that could be placed.
            rest_days=(1 if self.athlete.days_used >= 6 else 2) + racing,
            hard_days=self.hard_days - racing,
            long_day=self.athlete.long_run_day,
            race=self.nearness,
        )

    @property
    def hard_days(self) -> int:
        """Most hard days of a week (R23)."""
        return _MOST_HARD_DAYS.get(self.athlete.level, 3)

    @property
    def quality_runs(self) -> int:
        """Most quality runs that may be planned at all, before lengths are known (I.5, C.9, H.1)."""
        beginning = self.athlete.level is Level.BEGINNER and self.week < QUALITY_FROM_WEEK
        if beginning or self.runwalk is not None or self.athlete.see_professional or self.safely or self.recovering:
            return 0
        # Mid-block quality would move the days that the athlete has settled into (R32).
        settled = self.keep and self.before is not None and not self.before.quality_block
        return 0 if settled else self.athlete.quality_runs

    @property
    def marks_long(self) -> bool:
        """True if a run may be marked long (I.6)."""
        led = self.athlete.balance >= 0.5 or self.athlete.goal in RACE_GOALS
        return led and self.runwalk is None and not self.athlete.see_professional and not self.recovering


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
        """What the next Monday has to respect; a race is kept away from it by its own rules (H13)."""
        return on_day(self.sketches, self.days, Weekday.SUN)
