"""plotext as a canvas of cells.

plotext's own bars end on whole cells, differ in width and merge; its lines cross the
middle of a cell. So it is given axes whose unit is the cell, and eighth blocks are
written at whole coordinates: data in whole numbers then land exactly where they should.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, Protocol, Self

from hybridtui.ui.charts.layout import Layout
from hybridtui.ui.charts.palette import RGB

EIGHTHS = " ▁▂▃▄▅▆▇█"
"""A cell filled from below, by eighths."""


class Figure(Protocol):
    """The part of a plotext figure that the charts use."""

    def clear_figure(self) -> None:
        """Forget what was drawn."""

    def theme(self, theme: str) -> None:
        """Set the colours of canvas and labels."""

    def plotsize(self, width: int, height: int) -> None:
        """Set the size in cells."""

    def _set_size(self, width: int, height: int) -> None:
        """Make the size take effect."""

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

    def build(self) -> str:
        """Return what was drawn, with escape codes."""


@dataclass(frozen=True, slots=True)
class Canvas:
    """A figure whose coordinates are cells: column 0 on the left, row 0 at the bottom."""

    figure: Figure
    layout: Layout

    @classmethod
    def of(cls, figure: Figure, layout: Layout) -> Self:
        """Clear a figure and give it this layout's axes and labels."""
        figure.clear_figure()
        # A transparent canvas; it comes first, since texts take its colour at the moment they are written.
        figure.theme("textual-clear")
        figure.plotsize(*layout.size)
        figure._set_size(*layout.size)  # noqa: SLF001 - as PlotextPlot does; without it a resize has no effect
        figure.frame(False)
        figure.xlim(0, layout.width - 1)
        figure.ylim(0, layout.height - 1)
        figure.yticks([row for row, _ in layout.y_ticks], [label for _, label in layout.y_ticks])
        figure.xticks([column for column, _ in layout.x_ticks], [label for _, label in layout.x_ticks])
        return cls(figure, layout)

    def write(self, text: str, column: int, row: int, colour: RGB, ground: RGB | None = None) -> None:
        """Write text from a cell to the right; lines go down."""
        # Without an alignment plotext centres: bars would move by half their width.
        self.figure.text(text, column, row, colour, ground, alignment="left")

    def fine(self, column: int, eighth: int) -> tuple[float, float]:
        """Return the coordinates at which plotext draws a braille dot: by half columns and quarter rows.

        plotext lays the limits of the axis on the outermost parts of cells for braille, but on
        whole cells for text; without this the line lies up to 3/8 of a cell beside the dots.
        """
        width, height = self.layout.width, self.layout.height
        return column * (width - 1) / (2 * width - 1), eighth * (height - 1) / (4 * height - 1)
