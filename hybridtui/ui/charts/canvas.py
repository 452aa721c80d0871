"""plotext as a canvas of cells.

plotext's own bars end on whole cells, differ in width and merge; its lines cross the
middle of a cell. So it is given axes whose unit is the cell, and eighth blocks are
written at whole coordinates: data in whole numbers then land exactly where they should.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, Protocol

from hybridtui.ui.charts.palette import RGB

EIGHTHS = " ▁▂▃▄▅▆▇█"
"""A cell filled from below, by eighths."""

SMALLEST = (8, 3)
"""Width and height of the smallest canvas worth drawing on."""


class Figure(Protocol):
    """The part of a plotext figure that the charts use."""

    def text(
        self, text: str, x: float, y: float, color: RGB, background: RGB | None, *, alignment: Literal["left"]
    ) -> None:
        """Write at a place, after everything else."""

    def plot(self, x: Sequence[float], y: Sequence[float], /, *, marker: str, color: RGB) -> None:
        """Draw a line through points."""

    def scatter(self, x: Sequence[float], y: Sequence[float], /, *, marker: str, color: RGB) -> None:
        """Draw points."""

    def frame(self, frame: bool) -> None:
        """Draw the axes, or not."""

    def xlim(self, left: float, right: float) -> None:
        """Set the ends of the x axis."""

    def ylim(self, lower: float, upper: float) -> None:
        """Set the ends of the y axis."""

    def xticks(self, ticks: list[float], labels: list[str]) -> None:
        """Name places on the x axis."""

    def yticks(self, ticks: list[float], labels: list[str]) -> None:
        """Name places on the y axis."""


@dataclass(frozen=True, slots=True)
class Canvas:
    """A figure whose coordinates are cells: column 0 on the left, row 0 at the bottom."""

    figure: Figure
    width: int
    height: int
    left: int
    """Cells that the labels take on the left."""

    def write(self, text: str, column: int, row: int, colour: RGB, ground: RGB | None = None) -> None:
        """Write text from a cell to the right; lines go down."""
        # Without an alignment plotext centres: bars would move by half their width.
        self.figure.text(text, column, row, colour, ground, alignment="left")


def label_room(y_ticks: Sequence[tuple[int, str]]) -> int:
    """Return the cells left of the canvas: the same in every chart as long as labels are short."""
    return max(4, *(len(label) for _, label in y_ticks)) + 1


def canvas(figure: Figure, size: tuple[int, int], y_ticks: Sequence[tuple[int, str]], below: int = 1) -> Canvas | None:
    """Prepare a figure of ``size`` cells with row labels on the left; None if there is no room.

    Args:
        figure: Cleared, with its size and theme set.
        size: Width and height in cells, labels included.
        y_ticks: Row and label.
        below: Rows that the labels below take.
    """
    left = label_room(y_ticks)
    width, height = size[0] - left, size[1] - below
    if width < SMALLEST[0] or height < SMALLEST[1]:
        return None
    figure.frame(False)
    figure.xlim(0, width - 1)
    figure.ylim(0, height - 1)
    shown = [(row, label) for row, label in y_ticks if row < height]
    figure.yticks([row for row, _ in shown], [label.rjust(left - 1) + " " for _, label in shown])
    return Canvas(figure, width, height, left)
