"""Where everything of a chart lies at one size: columns, scale, labels. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Self

from hybridtui.ui.charts.columns import WIDEST_BAR, Columns, Place, columns, slots
from hybridtui.ui.charts.data import ChartData, Shape
from hybridtui.ui.charts.fold import fitted
from hybridtui.ui.charts.scale import Scale, scale_of
from hybridtui.ui.charts.ticks import groups_of, ticks_of

SMALLEST = (8, 3)
"""Width and height of the smallest canvas worth drawing on."""

LABEL_ROOM = 5
"""Cells left of the canvas: the same in every chart as long as labels are short."""


@dataclass(frozen=True, slots=True)
class Layout:
    """A chart at one size. Column 0 is the first of the canvas, row 0 its lowest."""

    data: ChartData
    """What has room: perhaps summed up by months, or only the newest periods."""
    size: tuple[int, int]
    """Cells of all, labels included."""
    left: int
    """Cells that the labels take on the left."""
    place: Place
    scale: Scale

    @classmethod
    def of(cls, data: ChartData, size: tuple[int, int]) -> Self | None:
        """Lay a chart out; None if there is no room, or nothing to show."""
        width, height = size
        if not data.periods or height - 1 < SMALLEST[1]:
            return None
        data = fitted(data, max(1, width - LABEL_ROOM))
        scale = scale_of(data, height - 1)
        left = max(LABEL_ROOM, 1 + max(len(_label(data, value)) for _, value in scale.ticks))
        if width - left < SMALLEST[0]:
            return None
        data = fitted(data, width - left)
        count, room = len(data.periods), width - left
        place = columns(count, room, groups_of(data.periods)) if data.of(Shape.BAR) else slots(count, room)
        return cls(data, size, left, place, scale)

    @property
    def width(self) -> int:
        """Columns of the canvas."""
        return self.size[0] - self.left

    @property
    def height(self) -> int:
        """Rows of the canvas."""
        return self.size[1] - 1

    @property
    def reach(self) -> int:
        """Columns that grid and band cross: up to the last bar, or all if bars are as wide as they get."""
        widest = isinstance(self.place, Columns) and self.place.bar == WIDEST_BAR
        return self.width if widest else min(self.width, self.place.end)

    @property
    def y_ticks(self) -> list[tuple[int, str]]:
        """Rows and their names, as wide as the room for them."""
        ticks = [(row, _label(self.data, value)) for row, value in self.scale.ticks if row < self.height]
        return [(row, label.rjust(self.left - 1) + " ") for row, label in ticks]

    @property
    def x_ticks(self) -> list[tuple[int, str]]:
        """Columns and the names of their periods."""
        named = ticks_of(self.data.periods, self.place.pitch, self.data.current)
        return [(self.place.middle(index), text) for index, text in named]


def _label(data: ChartData, value: float) -> str:
    return data.write(value) + ("%" if data.unit == "%" else "")
