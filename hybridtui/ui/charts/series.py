"""What the charts show: weeks turned into bars, shares and means. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from hybridtui.domain.calendar import Week
from hybridtui.domain.history import Totals

ON_PLAN = 0.90
"""A week counts as done to plan from this part of its planned minutes."""

BAND = 0.10
"""How far a single week's run share may lie from the target (R2)."""

MEAN_WEEKS = 4
"""Weeks in the running mean of the share: the block over which R2 judges it."""


@dataclass(frozen=True, slots=True)
class VolumeBar:
    """One week's minutes, and how many were planned."""

    week: Week
    run: float
    strength: float
    planned: float | None = None

    @property
    def total(self) -> float:
        """Run and strength minutes together."""
        return self.run + self.strength


@dataclass(frozen=True, slots=True)
class ShareDot:
    """One week's run share and the mean of the weeks up to it, both 0-1; None without minutes."""

    week: Week
    share: float | None
    mean: float | None


@dataclass(frozen=True, slots=True)
class Band:
    """The target share and the room a single week has around it."""

    target: float

    @property
    def low(self) -> float:
        """Lowest share inside the band."""
        return max(0.0, self.target - BAND)

    @property
    def high(self) -> float:
        """Highest share inside the band."""
        return min(1.0, self.target + BAND)

    def holds(self, share: float) -> bool:
        """Return whether a share lies in the band, its edges included."""
        return self.low - 1e-9 <= share <= self.high + 1e-9

    def __str__(self) -> str:
        return f"{self.low * 100:.0f}-{self.high * 100:.0f}"


def volume(weeks: Sequence[Totals]) -> tuple[VolumeBar, ...]:
    """Return one bar a week, oldest first."""
    return tuple(VolumeBar(Week.of(w.period.first), w.run_minutes, w.strength_minutes, _planned(w)) for w in weeks)


def _planned(week: Totals) -> float | None:
    if week.planned_run_s is None and week.planned_strength_s is None:
        return None
    return ((week.planned_run_s or 0.0) + (week.planned_strength_s or 0.0)) / 60


def shares(weeks: Sequence[Totals]) -> tuple[ShareDot, ...]:
    """Return each week's run share and the share of the four weeks up to it.

    The mean is all run minutes by all minutes, not the mean of percentages, so that a
    short week weighs little. It begins with as many weeks as there are.
    """
    dots = []
    for index, week in enumerate(weeks):
        block = weeks[max(0, index + 1 - MEAN_WEEKS) : index + 1]
        minutes = sum(w.run_s + w.strength_s for w in block)
        mean = sum(w.run_s for w in block) / minutes if minutes else None
        dots.append(ShareDot(Week.of(week.period.first), week.run_share, mean))
    return tuple(dots)


def volume_in_words(bars: Sequence[VolumeBar]) -> str:
    """Sum up the finished weeks (all but the newest): usual minutes, and weeks done to plan."""
    finished = [bar for bar in bars[:-1] if bar.total]
    if not finished:
        return ""
    usual = finished[-MEAN_WEEKS:]
    words = f"lately {sum(bar.total for bar in usual) / len(usual):.0f} min a week"
    judged = [bar for bar in bars[:-1] if bar.planned]
    if judged:
        kept = sum(bar.total >= ON_PLAN * (bar.planned or 0.0) for bar in judged)
        words += f" · {kept} of {len(judged)} planned {'week' if len(judged) == 1 else 'weeks'} done"
    return words


def shares_in_words(dots: Sequence[ShareDot], band: Band) -> str:
    """Say how many of the finished weeks (all but the newest) lie in the band."""
    known = [dot.share for dot in dots[:-1] if dot.share is not None]
    if not known:
        return ""
    inside = sum(band.holds(share) for share in known)
    return f"{inside} of {len(known)} {'week' if len(known) == 1 else 'weeks'} in {band} %"
