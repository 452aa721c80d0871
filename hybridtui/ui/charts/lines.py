"""Lines and dots: values side by side, read against the axis and the band."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from hybridtui.domain.units import round_half_up
from hybridtui.ui.charts.canvas import Canvas
from hybridtui.ui.charts.data import Series, Shape
from hybridtui.ui.charts.layout import Layout
from hybridtui.ui.charts.palette import RGB, Palette

INSIDE, OUTSIDE = "●", "○"
"""Dots within and outside the band: told apart without colour."""

DOTS = (INSIDE, "◆", "▲")
"""Dots of the first series, the second, the third."""

HOLLOW = "◇"
"""Dots of values that are less sure."""

DASHES = ((1, 0), (4, 3), (1, 2))
"""Braille dots drawn, and left out, of the first line, the second, the third: told apart without colour."""

DOTTED = 3
"""Cells from one period to the next below which dots on a line would hide it."""

Point = tuple[int, float]
"""Index of the period, and value."""


def draw_lines(page: Canvas, palette: Palette) -> None:
    """Draw the lines, the first one last, so that it is on top, and the dots over them."""
    data = page.layout.data
    lines, dots = data.of(Shape.LINE), data.of(Shape.DOT)
    for order, one in reversed(list(enumerate(lines))):
        _draw_line(page, one, DASHES[min(order, len(DASHES) - 1)], palette.of_role(one.role))
    for order, one in reversed(list(enumerate(dots))):
        _draw_dots(page, one, dot_of(one, order), palette)


def dot_of(series: Series, order: int) -> str:
    """Return the sign of a series of dots, by its place among those of the chart."""
    return HOLLOW if series.hollow else DOTS[min(order, len(DOTS) - 1)]


def _draw_line(page: Canvas, series: Series, dash: tuple[int, int], colour: RGB) -> None:
    """Draw a line in braille, broken where values are unknown; a value alone is a dot."""
    seen: list[Point] = []
    for points in _unbroken(series):
        if len(points) == 1 or (series.dotted and _slot(page.layout) >= DOTTED):
            seen += points
        if len(points) == 1:
            continue
        fine = [_fine(page.layout, point) for point in points]
        cells = list(fine) if dash[1] == 0 else list(_dashed(fine, dash))
        across, up = zip(*(page.fine(*cell) for cell in cells), strict=True)
        (page.figure.plot if dash[1] == 0 else page.figure.scatter)(across, up, marker="braille", color=colour)
    _scatter(page, seen, INSIDE, colour)


def _slot(layout: Layout) -> int:
    """Return how many cells apart the middles of two periods are."""
    return layout.place.middle(1) - layout.place.middle(0) if layout.place.count > 1 else DOTTED


def _unbroken(series: Series) -> Iterator[list[Point]]:
    """Yield stretches of known values, with no more unknown ones between than the line goes on over."""
    points: list[Point] = []
    for index, value in enumerate(series.values):
        if value is None:
            continue
        if points and index - points[-1][0] > series.over + 1:
            yield points
            points = []
        points.append((index, value))
    if points:
        yield points


def _fine(layout: Layout, point: Point) -> tuple[int, int]:
    """Return the braille dot of a value: half columns, quarter rows."""
    index, value = point
    quarter = int(4 * layout.scale.height(value) + 1e-9)
    return 2 * layout.place.middle(index), max(0, min(quarter, 4 * layout.height - 1))


def _dashed(points: Sequence[tuple[int, int]], dash: tuple[int, int]) -> Iterator[tuple[int, int]]:
    """Yield the dots of a line through points, some left out."""
    drawn, left_out = dash
    count = 0
    for (x0, y0), (x1, y1) in pairwise(points):
        length = max(abs(x1 - x0), abs(y1 - y0), 1)
        for step in range(length):
            if count % (drawn + left_out) < drawn:
                yield x0 + round((x1 - x0) * step / length), y0 + round((y1 - y0) * step / length)
            count += 1


def _draw_dots(page: Canvas, series: Series, glyph: str, palette: Palette) -> None:
    points = [(index, value) for index, value in enumerate(series.values) if value is not None]
    band = page.layout.data.band
    if band is None:
        _scatter(page, points, glyph, palette.of_role(series.role))
        return
    inside = [(index, value) for index, value in points if holds(band, value)]
    _scatter(page, [point for point in points if point not in inside], OUTSIDE, palette.outside)
    _scatter(page, inside, glyph, palette.of_role(series.role))


def _scatter(page: Canvas, points: Sequence[Point], glyph: str, colour: RGB) -> None:
    if points:  # plotext fails on a series without points
        cells = [_row(page.layout, value) for _, value in points]
        page.figure.scatter([page.layout.place.middle(i) for i, _ in points], cells, marker=glyph, color=colour)


def holds(band: tuple[float, float], value: float) -> bool:
    """Return whether a value lies in a band, its edges included."""
    return band[0] - 1e-9 <= value <= band[1] + 1e-9


def band_rows(layout: Layout) -> tuple[int, int] | None:
    """Return the band's lowest row and the first above it; None without a band.

    Its edges are moved to whole cells, which is as fine as a dot can be placed.
    """
    if layout.data.band is None:
        return None
    low, high = sorted(int(round_half_up(layout.scale.height(edge))) for edge in layout.data.band)
    low = max(0, min(low, layout.height - 1))
    return low, max(low + 1, min(high, layout.height))


def _row(layout: Layout, value: float) -> int:
    """Return the row of a dot: where it lies, but always on its own side of the band's edges."""
    row = int(layout.scale.height(value) + 1e-9)
    rows, band = band_rows(layout), layout.data.band
    if rows is not None and band is not None:
        low, high = rows
        above = layout.scale.height(value) > layout.scale.height(sum(band) / 2)
        beside = max(row, high) if above else min(row, low - 1)
        row = min(max(row, low), high - 1) if holds(band, value) else beside
    return max(0, min(row, layout.height - 1))
