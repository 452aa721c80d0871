"""The running share: a dot a week, the mean as a line, the target as a band."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rich.color import Color
from rich.style import Style
from rich.text import Text

from hybridtui.domain.calendar import Week
from hybridtui.domain.units import round_half_up
from hybridtui.ui.charts.canvas import Canvas, Figure, canvas, label_room
from hybridtui.ui.charts.palette import Palette
from hybridtui.ui.charts.scale import Columns, Scale, columns, share_scale, week_ticks
from hybridtui.ui.charts.series import Band, ShareDot

INSIDE, OUTSIDE = "●", "○"
"""Dots of weeks within and outside the band: told apart without colour."""

_BLANK = re.compile(" +")


def draw_balance(
    figure: Figure,
    dots: Sequence[ShareDot],
    band: Band,
    size: tuple[int, int],
    palette: Palette,
    current: Week | None = None,
) -> None:
    """Paint mean and dots on a cleared figure; :func:`underlay` adds band and grid to what it builds.

    A week without minutes has no dot.
    """
    scale = share_scale(size[1] - 1)
    page = canvas(figure, size, _labels(scale))
    if page is None or not dots:
        return
    place = columns(len(dots), page.width)
    dots = dots[-place.count :]
    _draw_mean(page, place, dots, scale, palette)
    for glyph, colour, wanted in ((OUTSIDE, palette.outside, False), (INSIDE, palette.run, True)):
        shown = [(i, dot.share) for i, dot in enumerate(dots) if dot.share is not None]
        kept = [(i, share) for i, share in shown if band.holds(share) is wanted]
        if kept:  # plotext fails on a series without points
            cells = [_row(share, scale, band) for _, share in kept]
            figure.scatter([place.middle(i) for i, _ in kept], cells, marker=glyph, color=colour)
    ticks = week_ticks([dot.week for dot in dots], place.bar + place.gap, current)
    figure.xticks([place.middle(i) for i, _ in ticks], [text for _, text in ticks])


def _labels(scale: Scale) -> list[tuple[int, str]]:
    return [(row, f"{value:.0f}%") for row, value in scale.ticks]


def _height(share: float, scale: Scale) -> float:
    """Return a share's height in cells."""
    return share * 100 * scale.rows / scale.step


def _rows(band: Band, scale: Scale) -> tuple[int, int]:
    """Return the band's lowest row and the first above it.

    Its edges are moved to whole cells, which is as fine as a dot can be placed.
    """
    low = round_half_up(_height(band.low, scale))
    return int(low), int(max(low + 1, round_half_up(_height(band.high, scale))))


def _row(share: float, scale: Scale, band: Band) -> int:
    """Return the row of a share's dot: where it lies, but always on its own side of the band's edges."""
    row = int(_height(share, scale) + 1e-9)
    low, high = _rows(band, scale)
    if band.holds(share):
        return min(max(row, low), high - 1)
    return max(row, high) if share > band.high else max(0, min(row, low - 1))


def _draw_mean(page: Canvas, place: Columns, dots: Sequence[ShareDot], scale: Scale, palette: Palette) -> None:
    """Draw the mean in braille, broken where four weeks in a row hold no minutes."""
    run: list[tuple[int, float]] = []
    for index, dot in enumerate([*dots, None]):
        if dot is not None and dot.mean is not None:
            run.append((place.middle(index), dot.mean))
            continue
        if len(run) > 1:
            columns_, shares = zip(*run, strict=True)
            page.figure.plot(
                [_fine(2 * column, page.width, 2) for column in columns_],
                [_fine(int(4 * _height(share, scale)), page.height, 4) for share in shares],
                marker="braille",
                color=palette.mark,
            )
        run = []


def _fine(part: int, cells: int, parts: int) -> float:
    """Return the coordinate at which plotext draws the given part of a cell.

    plotext lays the limits of the axis on the outermost parts of cells for braille, but on
    whole cells for text; without this the line lies up to 3/8 of a cell beside the dots.
    """
    return part * (cells - 1) / (parts * cells - 1)


def underlay(built: Text, count: int, band: Band, size: tuple[int, int], palette: Palette) -> Text:
    """Lay band and grid under a built chart of ``count`` weeks.

    plotext has no background for lines, and its texts cover them; so both are added afterwards,
    the grid only where nothing else is.
    """
    if not count:
        return built
    scale = share_scale(size[1] - 1)
    left = label_room(_labels(scale))
    width, height = size[0] - left, size[1] - 1
    reach = min(width, columns(count, width).end)
    low, high = _rows(band, scale)
    for row in range(height):
        start = (height - 1 - row) * (size[0] + 1) + left
        if low <= row < high:
            built.stylize(Style(bgcolor=Color.from_rgb(*palette.band)), start, start + reach)
        if row % scale.rows == 0 and row <= scale.rows * scale.steps:
            _rule(built, start, start + reach, Style(color=Color.from_rgb(*palette.grid)))
    return built


def _rule(built: Text, start: int, end: int, style: Style) -> None:
    """Draw a line along the foot of a row, where it is blank."""
    plain = built.plain
    for blank in _BLANK.finditer(plain, start, end):
        built.stylize(style, *blank.span())
    built.plain = plain[:start] + plain[start:end].replace(" ", "▁") + plain[end:]
