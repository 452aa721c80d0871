"""One chart as cells: plotext draws what is in front, then grid and band are laid beneath."""

from __future__ import annotations

from hybridtui.ui.charts.bars import draw_bars
from hybridtui.ui.charts.canvas import Canvas, Figure
from hybridtui.ui.charts.cells import Rows, laid_over, rule, taken_apart, tint
from hybridtui.ui.charts.columns import Columns
from hybridtui.ui.charts.data import Shape
from hybridtui.ui.charts.layout import Layout
from hybridtui.ui.charts.lines import band_rows, draw_lines
from hybridtui.ui.charts.palette import Palette


def draw(figure: Figure, layout: Layout, palette: Palette) -> Rows:
    """Draw a chart on a figure, whatever was on it, and return its cells.

    plotext paints texts, of which bars are made, over all lines; so lines that belong in
    front of bars are built on their own.
    """
    rows: Rows | None = None
    if layout.data.of(Shape.BAR, Shape.STEP):
        draw_bars(Canvas.of(figure, layout), palette)
        rows = taken_apart(figure.build())
    if layout.data.of(Shape.LINE, Shape.DOT) or rows is None:
        draw_lines(Canvas.of(figure, layout), palette)
        front = taken_apart(figure.build())
        rows = front if rows is None else laid_over(rows, front)
    _underlay(rows, layout, palette)
    return rows


def _underlay(rows: Rows, layout: Layout, palette: Palette) -> None:
    """Lay grid and band beneath: plotext has no ground for lines, and its texts would cover them."""
    columns = range(layout.left, layout.left + layout.reach)
    blank = _blank(layout)
    for row, value in layout.scale.ticks:
        if row < layout.height:
            known = [x for x in columns if x - layout.left not in blank] if row == 0 else columns
            between = value == 0 and row > 0
            rule(rows[layout.height - 1 - row], known, palette.other if between else palette.grid)
    band = band_rows(layout)
    for row in range(*band) if band else ():
        tint(rows[layout.height - 1 - row], columns, palette.band)


def _blank(layout: Layout) -> set[int]:
    """Return the columns where the line that bars stand on is broken.

    That is where nothing is known of a bar, and between months: neither is a week with nothing.
    """
    bars, place = layout.data.of(Shape.BAR), layout.place
    if not isinstance(place, Columns):
        return set()
    unknown = (i for i in range(len(layout.data.periods)) if all(one.values[i] is None for one in bars))
    return {place.start(index) + n for index in unknown for n in range(place.bar)} | place.between
