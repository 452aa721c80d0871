"""Where things lie across a chart: equal columns with equal gaps for bars, slots for points. Pure."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeAlias

WIDEST_BAR = 12
"""A bar wider than this says nothing more."""

MARKED_WIDE = 5
"""A slot from this width on is marked by more than one cell."""


@dataclass(frozen=True, slots=True)
class Columns:
    """Equal bars side by side: ``count`` of ``bar`` cells with ``gap`` cells between, groups a little apart."""

    count: int
    bar: int
    gap: int
    left: int
    """First cell of the first bar."""
    apart: int = 0
    """Cells more between groups of bars: weeks of two months, months of two years."""
    groups: tuple[int, ...] = ()
    """Indexes of the bars that begin a group."""

    def start(self, index: int) -> int:
        """Return the first cell of a bar."""
        return self.left + index * (self.bar + self.gap) + bisect_right(self.groups, index) * self.apart

    def middle(self, index: int) -> int:
        """Return the cell nearest to a bar's middle."""
        return self.start(index) + (self.bar - 1) // 2

    @property
    def between(self) -> set[int]:
        """The cells that set groups apart."""
        return {self.start(index) - 1 - n for index in self.groups for n in range(self.apart)}

    def width(self, index: int) -> int:  # noqa: ARG002 - all are alike
        """Return the cells of a bar."""
        return self.bar

    def marked(self, index: int) -> tuple[int, int]:
        """Return the first cell that the cursor marks, and the first after it."""
        return self.start(index), self.start(index) + self.bar

    @property
    def pitch(self) -> int:
        """Cells from one bar's start to the next one's."""
        return self.bar + self.gap

    def at(self, column: int) -> int | None:
        """Return the index of the bar at a cell, its gap included; None beside them."""
        if not self.left <= column < self.end:
            return None
        return max(0, bisect_right(range(self.count), column, key=self.start) - 1)

    @property
    def end(self) -> int:
        """The first cell after the last bar and its margin: where grid and band end."""
        return self.start(self.count - 1) + self.bar + self.left


@dataclass(frozen=True, slots=True)
class Slots:
    """Room side by side for points, all of the width shared out: nothing shows that one is a cell wider."""

    count: int
    cells: int

    def start(self, index: int) -> int:
        """Return the first cell of a slot."""
        return index * self.cells // self.count

    def width(self, index: int) -> int:
        """Return the cells of a slot."""
        return self.start(index + 1) - self.start(index)

    def middle(self, index: int) -> int:
        """Return the cell nearest to a slot's middle."""
        return self.start(index) + (self.width(index) - 1) // 2

    def marked(self, index: int) -> tuple[int, int]:
        """Return the first cell that the cursor marks, and the first after it."""
        aside = 1 if self.width(index) >= MARKED_WIDE else 0
        return self.middle(index) - aside, self.middle(index) + aside + 1

    @property
    def pitch(self) -> int:
        """Cells that every slot has at least."""
        return self.cells // self.count

    def at(self, column: int) -> int | None:
        """Return the index of the slot at a cell; None beside them."""
        return ((column + 1) * self.count - 1) // self.cells if 0 <= column < self.cells else None

    @property
    def end(self) -> int:
        """The first cell after the last slot."""
        return self.cells


Place: TypeAlias = Columns | Slots


def slots(count: int, width: int) -> Slots:
    """Share ``width`` cells out to ``count`` points; too many: only the newest fit."""
    return Slots(max(1, min(count, width)), width)


def columns(count: int, width: int, groups: Sequence[int] = ()) -> Columns:
    """Fit ``count`` bars into ``width`` cells, as wide as they go; too many: only the newest fit.

    Where bars are a cell wide, room that is left goes between groups, given by the indexes that
    begin them: never as much as one bar without a value takes, which would look the same.

    >>> columns(12, 71)
    Columns(count=12, bar=5, gap=1, left=0, apart=0, groups=())
    """
    count = max(1, min(count, width))
    fits = [
        (count * bar + (count - 1) * gap, bar, gap)
        for bar in range(1, WIDEST_BAR + 1)
        for gap in _gaps(bar)
        if count * bar + (count - 1) * gap <= width
    ]
    used, bar, gap = max(fits)
    inner = tuple(index for index in groups if 0 < index < count) if bar == 1 else ()
    apart = gap or 2
    if not inner or (width - used) // len(inner) < apart:
        apart, inner = 0, ()
    used += apart * len(inner)
    return Columns(count, bar, gap, 1 if width - used >= 2 else 0, apart, inner)


def _gaps(bar: int) -> tuple[int, ...]:
    if bar == 1:
        return (0, 1, 2)
    return (1,) if bar == 2 else (1, 2) if bar < 6 else (2, 3) if bar < 9 else (3, 4)
