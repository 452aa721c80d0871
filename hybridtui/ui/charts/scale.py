"""Value axes: round ticks that lie on cell borders. Pure."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from hybridtui.domain.units import round_half_up
from hybridtui.ui.charts.data import Axis, ChartData, Shape

MINUTE_STEPS = (5, 10, 15, 30, 60, 90, 120, 180, 240, 300, 360, 480, 600, 720, 1200, 2400, 6000, 12000)
"""Steps between ticks that people read minutes in."""

CLOCK_STEPS = (15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200)
"""Steps of a pace or a time over a distance, in seconds."""

SHARE_STEPS = (1, 2, 5, 10, 20, 25, 50, 100)
"""Steps of percent."""

ROUND = (1, 2, 2.5, 5)
"""Steps of any other number: these, times a power of ten."""

MOST_ROWS = 8
"""More rows than this between ticks say nothing more."""


@dataclass(frozen=True, slots=True)
class Scale:
    """A value axis: ticks every ``step``, each ``rows`` whole cells above the one before.

    A negative step counts down: less is drawn higher.
    """

    step: float
    rows: int
    steps: int
    low: float = 0.0
    """The value at the foot."""

    def height(self, value: float) -> float:
        """Return how many cells above the foot a value lies."""
        return (value - self.low) * self.rows / self.step

    def eighths(self, value: float) -> int:
        """Return a height in eighths of a cell; what is not nothing is at least one."""
        if value <= self.low:
            return 0
        return max(1, int(round_half_up(self.height(value) * 8)))

    @property
    def top(self) -> int:
        """The row of the highest tick."""
        return self.rows * self.steps

    @property
    def ticks(self) -> tuple[tuple[int, float], ...]:
        """Pairs of row and value, from the foot up."""
        return tuple((n * self.rows, self.low + n * self.step) for n in range(self.steps + 1))


def scale_of(data: ChartData, height: int) -> Scale:
    """Choose round ticks for a chart's values in ``height`` rows, one of them kept for the top tick.

    Three to eight steps where they fit; among those, the one that uses the room best. Bars
    begin at zero; so do lines that come near it.
    """
    low, high = _reach(data)
    room = max(1, height - 1)
    fits = [scale for scale in _candidates(data, low, high, room) if _told_truly(scale, data.write)]
    if not fits:
        # No round step fits in a chart of few rows: its two ends are named.
        chosen = Scale(high - low, room, 1, low)
    else:
        bounded = data.bounds is not None
        chosen = max(fits, key=lambda s: (_exact(s, low, high) if bounded else True, *_merit(s)))
    if not data.upside_down:
        return chosen
    return Scale(-chosen.step, chosen.rows, chosen.steps, chosen.low + chosen.step * chosen.steps)


def _merit(scale: Scale) -> tuple[bool, bool, float, float]:
    return 3 <= scale.steps <= 8, scale.rows >= 2, scale.rows / scale.step, -scale.steps * scale.step


def _exact(scale: Scale, low: float, high: float) -> bool:
    return math.isclose(scale.low, low) and math.isclose(scale.low + scale.step * scale.steps, high)


def _told_truly(scale: Scale, write: Callable[[float], str]) -> bool:
    """Return whether no two ticks are written alike, nor one as what it is not: 0.25 as 0.3."""
    names = [write(value) for _, value in scale.ticks]
    return len(set(names)) == len(names) and all(
        math.isclose(_read(name, value), value, abs_tol=abs(scale.step) / 100)
        for name, (_, value) in zip(names, scale.ticks, strict=True)
    )


def _read(name: str, value: float) -> float:
    """Return the number that is written; ``value`` itself where it is written otherwise: ``4:30``."""
    try:
        return float(name.replace(",", ""))
    except ValueError:
        return value


def _candidates(data: ChartData, low: float, high: float, room: int) -> Iterator[Scale]:
    for step in _steps(data, high - low):
        foot = low if data.bounds is not None else math.floor(low / step + 1e-9) * step
        steps = max(1, math.ceil((high - foot) / step - 1e-9))
        for rows in range(1, MOST_ROWS + 1):
            if steps * rows <= room:
                yield Scale(step, rows, steps, foot)


def _steps(data: ChartData, reach: float) -> Sequence[float]:
    match data.axis or _axis(data.unit):
        case Axis.MINUTES:
            return MINUTE_STEPS
        case Axis.CLOCK:
            return CLOCK_STEPS
        case Axis.SHARE:
            return SHARE_STEPS
    power = math.floor(math.log10(reach))
    return [one * 10.0**n for n in range(power - 2, power + 2) for one in ROUND]


def _axis(unit: str) -> Axis:
    if unit == "min":
        return Axis.MINUTES
    if unit == "%":
        return Axis.SHARE
    return Axis.CLOCK if unit.startswith(("/", "min/", "s/")) else Axis.NUMBER


LEAST = {Axis.MINUTES: 30.0, Axis.CLOCK: 30.0, Axis.SHARE: 10.0, Axis.NUMBER: 1.0}
"""The least that an axis from zero, or one of times, reaches over."""


def _reach(data: ChartData) -> tuple[float, float]:
    """Return the lowest and the highest value that must be seen."""
    if data.bounds is not None:
        return data.bounds
    least = LEAST[data.axis or _axis(data.unit)]
    bars, marks = data.of(Shape.BAR), data.of(Shape.STEP)
    stacks = [sum(value or 0.0 for value in values) for values in zip(*(one.values for one in bars), strict=True)]
    others = [value for one in data.of(*set(Shape) - {Shape.BAR}) for value in one.values if value is not None]
    values = [*stacks, *others, *(data.band or ())]
    if bars or (marks and not others):
        return 0.0, max(least, *values, 0.0)
    if not values:
        return 0.0, least
    low, high = min(values), max(values)
    if 0 <= low < high / 2 and not data.upside_down:
        return 0.0, max(least, high)
    middle, reach = (low + high) / 2, max(high - low, least if data.upside_down else abs(high) / 20 or least)
    return middle - reach / 2, middle + reach / 2
