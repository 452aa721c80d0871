"""What a chart shows, before anything is drawn: periods side by side, and series over them. Pure."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from hybridtui.domain.calendar import Period
from hybridtui.domain.units import round_half_up


class Role(StrEnum):
    """What a series stands for: each has its own colour and sign, everywhere."""

    RUN = "run"
    STRENGTH = "strength"
    OTHER = "other"
    """Other sports, or what has no sport."""
    MAIN = "main"
    """The one thing a chart is about, if it belongs to no sport."""
    SECOND = "second"
    """What the main thing is compared with."""
    MARK = "mark"
    """Targets and means."""
    EASY = "easy"
    """Easy running; with the two below, shades of the colour of running that only grow stronger."""
    MODERATE = "moderate"
    HARD = "hard"


class Shape(StrEnum):
    """How a series is drawn. All series of bars are stacked, in order, from the bottom up."""

    BAR = "bar"
    LINE = "line"
    DOT = "dot"
    STEP = "step"
    """A mark across each period, joined over the gaps: planned minutes, a target."""
    TICK = "tick"
    """A short mark inside each stack of bars: where a part of it should end."""


class Fold(StrEnum):
    """How the values of weeks make one of a month, where the room is too small for weeks."""

    SUM = "sum"
    """Unknown if one of them is."""
    MEAN = "mean"
    HIGHEST = "highest"
    LAST = "last"


class Axis(StrEnum):
    """What an axis is read in: it decides which ticks are round."""

    NUMBER = "number"
    MINUTES = "minutes"
    CLOCK = "clock"
    """Seconds, written as minutes and seconds: a pace, a time over a distance."""
    SHARE = "share"
    """Percent, 0-100."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Series:
    """One value for each period; None: unknown, drawn as a gap, never as zero."""

    name: str
    role: Role
    shape: Shape
    values: tuple[float | None, ...]
    """Bars are never negative; lines and dots may be."""
    fold: Fold | None = None
    """None: weeks do not make months; too many of them, and only the newest are drawn."""
    dotted: bool = False
    """Of a line: True if each value is a dot on it, so that what lies between is seen to be only a line."""
    over: int = 0
    """Of a line: so many unknown values in a row it goes on over, from one value to the next."""
    hollow: bool = False
    """Of dots: True for values that are less sure than others."""


def percent(share: float | None) -> float | None:
    """Return a share of 0-1 as a chart of percent takes it."""
    return None if share is None else share * 100


def plain(value: float) -> str:
    """Write a value as a whole number."""
    return f"{round_half_up(value):,.0f}"


@dataclass(frozen=True, slots=True, kw_only=True)
class ChartData:
    """Everything one chart shows."""

    id: str
    """Tells the chart among those of its screen: ``volume``."""
    title: str
    periods: tuple[Period, ...]
    """Oldest first, one after the other without gaps."""
    series: tuple[Series, ...]
    unit: str = ""
    write: Callable[[float], str] = plain
    """Writes a value of the axis, the cursor and the table (without its unit)."""
    band: tuple[float, float] | None = None
    """The range that is aimed at, drawn behind."""
    bounds: tuple[float, float] | None = None
    """Lowest and highest value of the axis; None: from the data, bars from zero."""
    upside_down: bool = False
    """True if less is better and drawn higher: a pace."""
    summary: str = ""
    """What it says, in a few words."""
    current: Period | None = None
    """The period that still runs: named ``now``."""
    axis: Axis | None = None
    """None: as the unit says."""
    nothing: str = "Nothing here yet"
    """What stands in place of a chart without values."""

    def __post_init__(self) -> None:
        """Check that every series has a value, or None, for every period.

        Raises:
            ValueError: if one has more or fewer.
        """
        for one in self.series:
            if len(one.values) != len(self.periods):
                raise ValueError(f"{self.id}: {one.name} has {len(one.values)} values for {len(self.periods)} periods")

    def of(self, *shapes: Shape) -> tuple[Series, ...]:
        """Return the series drawn in one of these ways."""
        return tuple(one for one in self.series if one.shape in shapes)

    @property
    def empty(self) -> bool:
        """True if no series has a value."""
        return all(value is None for one in self.series for value in one.values)
