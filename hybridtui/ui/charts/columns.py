"""Where things lie across a chart: equal columns with equal gaps. Pure."""

from __future__ import annotations

from dataclasses import dataclass

WIDEST_BAR = 12
"""A bar wider than this says nothing more."""


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
    def pitch(self) -> int:
        """Cells from one bar's start to the next one's."""
        return self.bar + self.gap

    def at(self, column: int) -> int | None:
        """Return the index of the bar at a cell, its gap included; None beside them."""
        index = (column - self.left) // self.pitch
        return index if 0 <= index < self.count else None

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
        return (0, 1, 2)
    return (1,) if bar == 2 else (1, 2) if bar < 6 else (2, 3) if bar < 9 else (3, 4)
