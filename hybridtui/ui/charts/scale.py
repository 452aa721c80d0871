"""Where things lie in a chart: equal columns, round ticks on cell borders. Pure."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from hybridtui.domain.calendar import Week
from hybridtui.domain.units import round_half_up

MINUTE_STEPS = (5, 10, 15, 30, 60, 90, 120, 180, 240, 300, 600, 1200, 2400)
"""Steps between ticks that people read minutes in."""

WIDEST_BAR = 8
"""A bar wider than this says nothing more."""

TICK_ROOM = 8
"""Cells that a date below the chart needs."""


@dataclass(frozen=True, slots=True)
class Columns:
    """Equal bars side by side: ``count`` of ``bar`` cells with ``gap`` cells between."""

    count: int
    bar: int
    gap: int
    left: int
    """First cell of the first bar."""

    def start(self, index: int) -> int:
        """Return the first cell of a bar."""
        return self.left + index * (self.bar + self.gap)

    def middle(self, index: int) -> int:
        """Return the cell nearest to a bar's middle."""
        return self.start(index) + (self.bar - 1) // 2

    @property
    def end(self) -> int:
        """The first cell after the last bar and its margin: where grid and band end."""
        return self.start(self.count - 1) + self.bar + self.left


def columns(count: int, width: int) -> Columns:
    """Fit ``count`` bars into ``width`` cells, as wide as they go; too many: only the newest fit.

    >>> columns(12, 71)
    Columns(count=12, bar=5, gap=1, left=0)
    """
    count = max(1, min(count, width))
    fits = [
        (count * bar + (count - 1) * gap, bar, gap)
        for bar in range(1, WIDEST_BAR + 1)
        for gap in _gaps(bar)
        if count * bar + (count - 1) * gap <= width
    ]
    used, bar, gap = max(fits)
    return Columns(count, bar, gap, left=1 if width - used >= 2 else 0)


def _gaps(bar: int) -> tuple[int, ...]:
    if bar == 1:
        return (0, 1)
    return (1,) if bar == 2 else (1, 2) if bar < 6 else (2, 3)


@dataclass(frozen=True, slots=True)
class Scale:
    """A value axis: ticks every ``step``, each ``rows`` whole cells above the one before."""

    step: float
    rows: int
    steps: int

    def eighths(self, value: float) -> int:
        """Return a height in eighths of a cell; what is not nothing is at least one."""
        if value <= 0:
            return 0
        return max(1, int(round_half_up(value * self.rows * 8 / self.step)))

    @property
    def ticks(self) -> tuple[tuple[int, float], ...]:
        """Pairs of row and value, from zero up."""
        return tuple((n * self.rows, n * self.step) for n in range(self.steps + 1))


def minutes_scale(highest: float, height: int) -> Scale:
    """Choose round ticks for minutes up to ``highest`` in ``height`` rows, one kept for the top tick.

    Three to eight steps where they fit; among those, the scale that uses the room best.
    """
    highest = max(highest, 30.0)
    room = max(1, height - 1)
    fits = [
        Scale(step, rows, steps)
        for step in MINUTE_STEPS
        for rows in range(1, 7)
        if (steps := math.ceil(highest / step)) * rows <= room
    ]
    if not fits:
        return Scale(highest, room, 1)
    return max(fits, key=lambda s: (3 <= s.steps <= 8, s.rows >= 2, s.rows / s.step, -s.steps * s.step))


def share_scale(height: int) -> Scale:
    """Choose ticks for 0-100 %: quarters or fifths, whichever uses the rows better."""
    room = max(1, height - 1)
    steps = max((4, 5) if room >= 4 else (2, 1), key=lambda n: (room // n * n, n == 4))
    return Scale(100 / steps, max(1, room // steps), steps)


def week_ticks(weeks: Sequence[Week], pitch: int, current: Week | None) -> tuple[tuple[int, str], ...]:
    """Choose weeks to name, counted back from the newest, and their names: index and text.

    A week is named by its Monday; the current one is ``now``.
    """
    every = max(1, math.ceil(TICK_ROOM / max(1, pitch)))
    named = range(len(weeks) - 1, -1, -every)
    return tuple((i, "now" if weeks[i] == current else _monday(weeks[i])) for i in reversed(named))


def _monday(week: Week) -> str:
    return f"{week.monday.day} {week.monday:%b}"
