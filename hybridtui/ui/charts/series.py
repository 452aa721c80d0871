"""What the charts show: weeks turned into bars, shares and means. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from hybridtui.domain.calendar import By, Period
from hybridtui.domain.history import Totals
from hybridtui.ui.charts.data import Axis, ChartData, Fold, Role, Series, Shape, percent

ON_PLAN = 0.90
"""A week counts as done to plan from this part of its planned minutes."""

BAND = 0.10
"""How far a single week's run share may lie from the target (R2)."""

MEAN_WEEKS = 4
"""Weeks in the running mean of the share: the block over which R2 judges it."""


@dataclass(frozen=True, slots=True)
class VolumeBar:
    """One period's minutes, and how many were planned."""

    period: Period
    run: float
    strength: float
    planned: float | None = None

    @property
    def total(self) -> float:
        """Run and strength minutes together."""
        return self.run + self.strength


@dataclass(frozen=True, slots=True)
class ShareDot:
    """One period's run share and the mean of those up to it, both 0-1; None without minutes."""

    period: Period
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


def volume_chart(totals: Sequence[Totals], current: Period, target: float | None = None) -> ChartData:
    """Return the minutes of running and strength, stacked, and what was planned, week by week or month by month.

    ``target``: the run share that is aimed at, 0-1; where running would end in each stack is marked.
    """
    bars = volume(totals)
    planned = tuple(bar.planned for bar in bars)
    series = [
        _stack("run", Role.RUN, tuple(bar.run for bar in bars)),
        _stack("strength", Role.STRENGTH, tuple(bar.strength for bar in bars)),
    ]
    if any(value is not None for value in planned):
        series.append(Series(name="planned", role=Role.MARK, shape=Shape.STEP, values=planned, fold=Fold.SUM))
    if target is not None:
        ends = tuple(target * bar.total for bar in bars)
        series.append(Series(name="run target", role=Role.MARK, shape=Shape.TICK, values=ends, fold=Fold.SUM))
    return ChartData(
        id="volume",
        title="Weekly minutes" if _by(totals) is By.WEEK else "Monthly minutes",
        periods=tuple(one.period for one in totals),
        series=tuple(series),
        unit="min",
        axis=Axis.MINUTES,
        summary=volume_in_words(bars, _by(totals)),
        current=current,
    )


def _stack(name: str, role: Role, values: tuple[float, ...]) -> Series:
    return Series(name=name, role=role, shape=Shape.BAR, values=values, fold=Fold.SUM)


def balance_chart(totals: Sequence[Totals], target: float, current: Period) -> ChartData:
    """Return the run share as dots, its mean as a line, and the band around a target of 0-1."""
    dots, band = shares(totals), Band(target)
    mean = f"{MEAN_WEEKS}-wk mean" if _by(totals) is By.WEEK else f"{MEAN_WEEKS}-month mean"
    return ChartData(
        id="balance",
        title="Run share",
        periods=tuple(one.period for one in totals),
        series=(
            Series(name=mean, role=Role.MARK, shape=Shape.LINE, values=tuple(percent(dot.mean) for dot in dots)),
            Series(name="share", role=Role.RUN, shape=Shape.DOT, values=tuple(percent(dot.share) for dot in dots)),
        ),
        unit="%",
        axis=Axis.SHARE,
        band=(band.low * 100, band.high * 100),
        bounds=(0, 100),
        summary=shares_in_words(dots, band, _by(totals)),
        current=current,
        nothing="No run or strength minutes yet",
    )


def _by(totals: Sequence[Totals]) -> By:
    return By.WEEK if not totals or totals[-1].period.by is By.WEEK else By.MONTH


def volume(weeks: Sequence[Totals]) -> tuple[VolumeBar, ...]:
    """Return one bar a week, oldest first."""
    return tuple(VolumeBar(w.period, w.run_minutes, w.strength_minutes, _planned(w)) for w in weeks)


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
        dots.append(ShareDot(week.period, week.run_share, mean))
    return tuple(dots)


def volume_in_words(bars: Sequence[VolumeBar], by: By = By.WEEK) -> str:
    """Sum up the finished periods (all but the newest): usual minutes, and weeks done to plan."""
    finished = [bar for bar in bars[:-1] if bar.total]
    if not finished:
        return ""
    usual = finished[-MEAN_WEEKS:]
    words = f"lately {sum(bar.total for bar in usual) / len(usual):,.0f} min a {by}"
    judged = [bar for bar in bars[:-1] if bar.planned]
    if judged:
        kept = sum(bar.total >= ON_PLAN * (bar.planned or 0.0) for bar in judged)
        words += f" · {kept} of {len(judged)} planned {_counted(len(judged), by)} done"
    return words


def _counted(count: int, by: By) -> str:
    return by.value if count == 1 else f"{by}s"


def shares_in_words(dots: Sequence[ShareDot], band: Band, by: By = By.WEEK) -> str:
    """Say how many of the finished periods (all but the newest) lie in the band."""
    known = [dot.share for dot in dots[:-1] if dot.share is not None]
    if not known:
        return ""
    inside = sum(band.holds(share) for share in known)
    return f"{inside} of {len(known)} {_counted(len(known), by)} in {band} %"
