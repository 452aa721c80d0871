"""What a review is made from. Source: field.md 2.17; science.md 0."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from hybridtui.domain.balance import run_share
from hybridtui.domain.calendar import Week
from hybridtui.domain.days.adherence import Missed, SideKept, WeekKept
from hybridtui.domain.history import Totals
from hybridtui.domain.loads.days import LoadSum
from hybridtui.domain.loads.state import LoadState
from hybridtui.domain.workout import Kind, PlannedWeek

USUAL_WEEKS = 4
"""Without a plan, a week is compared with so many before it."""

LEAST_USUAL = 2
"""Of these, so many are whole, with running or strength in them: one week is not what is usual (a product decision)."""

HELD_SHARE = 0.85
"""A side held if so much of its minutes was done (a product decision)."""


class Side(StrEnum):
    """The two sides of training."""

    RUN = "running"
    STRENGTH = "strength"


@dataclass(frozen=True, slots=True, kw_only=True)
class WeekFacts:
    """One week, what was planned for it, and what the weeks around it say."""

    week: Week
    today: date
    totals: Totals
    before: tuple[Totals, ...]
    """Up to four weeks of the log before it, oldest first."""
    kept: WeekKept
    sums: LoadSum
    load: LoadState
    """As of its Sunday, or of today while it runs."""
    target: float | None = None
    """Wanted run share of minutes; None: nobody said."""
    planned: PlannedWeek | None = None
    """The week of the plan being followed."""
    after: PlannedWeek | None = None
    """The week after it, of the plan that counts there."""
    began: date | None = None
    """First day of the log."""
    light_lately: bool = False
    """True if this week or one of the three before was planned as a lighter one."""
    tired: str = ""
    """Why tiredness that lasts asks for a lighter week (R25); empty: it does not."""

    @property
    def begun(self) -> bool:
        """False for a week to come."""
        return self.week.first <= self.today

    @property
    def runs(self) -> bool:
        """True while the week is not over."""
        return self.begun and self.today <= self.week.last

    @property
    def empty(self) -> bool:
        """True if nothing was logged in it."""
        return not self.totals.sessions

    @property
    def sides(self) -> Iterator[SideFacts]:
        """Both sides, running first."""
        before = [(week.run_s, week.strength_s) for week in self.usual]
        for side, kept, past in (
            (Side.RUN, self.kept.run, [run for run, _ in before]),
            (Side.STRENGTH, self.kept.strength, [strength for _, strength in before]),
        ):
            usual = sum(past) / len(past) if past else None
            yield SideFacts(side=side, kept=kept, planned=self.kept.planned, usual_s=usual, missed=self._missed(side))

    @property
    def usual(self) -> tuple[Totals, ...]:
        """The weeks that say what is usual; none if they are too few.

        The week that the log began in is none of them, unless it is whole.
        """
        whole = tuple(each for each in self.before if self.began is None or each.period.first >= self.began)
        return whole if sum(bool(each.run_s or each.strength_s) for each in whole) >= LEAST_USUAL else ()

    def side(self, wanted: Side) -> SideFacts:
        """Return one side."""
        return next(each for each in self.sides if each.side is wanted)

    def _missed(self, side: Side) -> tuple[Missed, ...]:
        other = Kind.STRENGTH if side is Side.RUN else Kind.RUN
        return tuple(each for each in self.kept.missed if each.workout.kind is not other)

    @property
    def weeks(self) -> tuple[Totals, ...]:
        """The week and up to three before it: what the target is meant for (R2)."""
        return (*self.before[1 - USUAL_WEEKS :], self.totals)

    @property
    def share_of_weeks(self) -> float | None:
        """Run share of the minutes of this week and up to three before; None without any."""
        return run_share_of(self.weeks)

    @property
    def longest_run_min(self) -> float:
        """Longest run of this week and the four before, minutes; 0: none, or none is known."""
        return max(each.longest_run_s for each in (*self.before, self.totals)) / 60


@dataclass(frozen=True, slots=True, kw_only=True)
class SideFacts:
    """One side of a week against its plan, or against what is usual where there is none."""

    side: Side
    kept: SideKept
    planned: bool
    """False: no plan covered the week."""
    usual_s: float | None
    """Mean of the weeks before; None: there is none."""
    missed: tuple[Missed, ...]

    @property
    def measure_s(self) -> float | None:
        """Seconds that it is held against; None: nothing says how many."""
        return self.kept.planned_s if self.planned else self.usual_s

    @property
    def share(self) -> float | None:
        """How much of it was done; None: nothing was asked."""
        if self.measure_s:
            return self.kept.done_s / self.measure_s
        return math.inf if not self.planned and self.usual_s == 0 and self.kept.done_s else None

    @property
    def held(self) -> bool:
        """True if enough of what was asked was done."""
        return self.share is not None and self.share >= HELD_SHARE

    @property
    def slipped(self) -> bool:
        """True if less was done than was asked."""
        return self.share is not None and self.share < HELD_SHARE


def run_share_of(weeks: tuple[Totals, ...]) -> float | None:
    """Return the run share of the minutes of several weeks together."""
    return run_share(sum(each.run_minutes for each in weeks), sum(each.strength_minutes for each in weeks))
