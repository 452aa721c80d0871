"""The weekly minutes: run and strength stacked, and what was planned."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from hybridtui.domain.calendar import Week
from hybridtui.ui.charts.canvas import EIGHTHS, Canvas, Figure, canvas
from hybridtui.ui.charts.palette import RGB, Palette
from hybridtui.ui.charts.scale import Columns, Scale, columns, minutes_scale, week_ticks
from hybridtui.ui.charts.series import VolumeBar

TEXTURE = "░"
"""Strength where there is no colour."""

Cell = tuple[str, RGB, RGB | None]
"""A glyph, its colour and the colour behind it."""


def draw_volume(
    figure: Figure,
    bars: Sequence[VolumeBar],
    size: tuple[int, int],
    palette: Palette,
    current: Week | None = None,
) -> None:
    """Paint the bars, oldest on the left, on a cleared figure of ``size`` cells.

    A week without minutes stays empty. ``current`` is named ``now`` below its bar.
    """
    highest = max((max(bar.total, bar.planned or 0.0) for bar in bars), default=0.0)
    scale = minutes_scale(highest, size[1] - 1)
    page = canvas(figure, size, [(row, f"{value:.0f}") for row, value in scale.ticks])
    if page is None or not bars:
        return
    place = columns(len(bars), page.width)
    bars = bars[-place.count :]
    for row, _ in scale.ticks:
        page.write("▁" * min(page.width, place.end), 0, row, palette.grid)
    for index, bar in enumerate(bars):
        _draw_bar(page, place.start(index), place.bar, list(_cells(bar, scale, palette)))
    _draw_plan(page, place, bars, scale, palette)
    ticks = week_ticks([bar.week for bar in bars], place.bar + place.gap, current)
    figure.xticks([place.middle(i) for i, _ in ticks], [text for _, text in ticks])


def _cells(bar: VolumeBar, scale: Scale, palette: Palette) -> Iterator[Cell]:
    """Yield the cells of one bar from the bottom up."""
    run, top = scale.eighths(bar.run), scale.eighths(bar.total)
    if bar.strength > 0:
        top = max(top, run + 1)
    for base in range(0, top, 8):
        yield _cell(min(8, max(0, run - base)), min(8, top - base), palette)


def _cell(run: int, top: int, palette: Palette) -> Cell:
    """Return the cell filled to ``top`` eighths, the lower ``run`` of them running."""
    if 0 < run < top == 8:
        return EIGHTHS[run], palette.run, palette.strength
    # Run, strength and nothing in one cell are three colours, and a cell has two: the larger part wins.
    colour = palette.run if run * 2 >= top else palette.strength
    if top < 8:
        return EIGHTHS[top], colour, None
    # A full cell is ground, not a full block: fonts leave seams between blocks.
    return (TEXTURE, palette.ground, colour) if palette.textured and not run else (" ", palette.mark, colour)


def _draw_bar(page: Canvas, column: int, width: int, cells: Sequence[Cell]) -> None:
    """Write a bar's cells, equal ones in one go: each write costs plotext as much as ten cells."""
    low = 0
    while low < len(cells):
        high = low
        while high + 1 < len(cells) and cells[high + 1] == cells[low]:
            high += 1
        glyph, colour, ground = cells[low]
        page.write("\n".join([glyph * width] * (high - low + 1)), column, high, colour, ground)
        low = high + 1


def _draw_plan(page: Canvas, place: Columns, bars: Sequence[VolumeBar], scale: Scale, palette: Palette) -> None:
    """Mark the planned minutes by a line across each week, joined over the gaps."""
    for index, bar in enumerate(bars):
        if bar.planned is None:
            continue
        at = scale.eighths(bar.planned)
        row, part = divmod(at, 8)
        if row >= page.height:
            continue
        line = "▁" if part < 3 else "─" if part < 6 else "▔"
        cells = list(_cells(bar, scale, palette))
        behind, write = _behind(cells, row)
        if write or place.bar == 1:
            page.write(line * place.bar, place.start(index), row, palette.mark, behind)
        followed = index + 1 < len(bars) and bars[index + 1].planned is not None
        if followed and place.gap:
            page.write(line * place.gap, place.start(index) + place.bar, row, palette.mark)


def _behind(cells: Sequence[Cell], row: int) -> tuple[RGB | None, bool]:
    """Return the colour a mark lies on, and whether it may be drawn there.

    The cell in which a bar ends, or changes colour, already has two colours: the bar keeps it.
    """
    if row >= len(cells):
        return None, True
    glyph, _, ground = cells[row]
    return ground, glyph in (" ", TEXTURE)
