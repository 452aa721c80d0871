"""Bars, stacked, and the marks across them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from hybridtui.ui.charts.canvas import EIGHTHS, Canvas
from hybridtui.ui.charts.data import Role, Series, Shape
from hybridtui.ui.charts.palette import RGB, Palette
from hybridtui.ui.charts.scale import Scale

TEXTURES = {Role.STRENGTH: "░", Role.OTHER: "▒", Role.SECOND: "▒", Role.MODERATE: "░", Role.HARD: "▒"}
"""What tells parts of a bar apart where there is no colour; the rest is plain."""

Painted = tuple[str, RGB, RGB | None]
"""A glyph, its colour and the colour behind it."""

Part = tuple[Role, int]
"""What a bar is made of, from the bottom up: whose part, and the eighth at which it ends."""


def draw_bars(page: Canvas, palette: Palette) -> None:
    """Paint all series of bars as one stack a period, then the marks across them."""
    data, scale, place = page.layout.data, page.layout.scale, page.layout.place
    stack = data.of(Shape.BAR)
    bars = [list(_cells(_parts(stack, index, scale), palette)) for index in range(len(data.periods))]
    for index, cells in enumerate(bars):
        _draw_bar(page, place.start(index), place.width(index), cells[: page.layout.height])
    for marks in data.of(Shape.STEP):
        _draw_marks(page, marks, bars, palette)
    for ticks in data.of(Shape.TICK):
        _draw_ticks(page, ticks, bars, palette)


def _parts(stack: Sequence[Series], index: int, scale: Scale) -> list[Part]:
    """Return the parts of one bar. Each that is not nothing is an eighth at least."""
    parts: list[Part] = []
    total, top = 0.0, 0
    for series in stack:
        value = series.values[index]
        if value is None or value <= 0:
            continue
        total += value
        top = max(top + 1, scale.eighths(total))
        parts.append((series.role, top))
    return parts


def _cells(parts: Sequence[Part], palette: Palette) -> Iterator[Painted]:
    """Yield the cells of one bar from the bottom up."""
    top = parts[-1][1] if parts else 0
    for base in range(0, top, 8):
        inside, foot = [], base
        for role, end in parts:
            if end > foot and foot < base + 8:
                reach = min(end, base + 8)
                inside.append((role, reach - foot))
                foot = reach
        yield _cell(inside, palette)


def _cell(inside: Sequence[Part], palette: Palette) -> Painted:
    """Return a cell filled by these parts, in eighths from below.

    A cell has two colours. Where three would meet in it (two parts and nothing, or three
    parts), the larger ones win: an error of half a cell at most.
    """
    filled = sum(part for _, part in inside)
    if filled < 8:
        return EIGHTHS[filled], palette.of_role(_largest(inside)), None
    if len(inside) == 1:
        role = inside[0][0]
        # A full cell is ground, not a full block: fonts leave seams between blocks.
        texture = TEXTURES.get(role, " ") if palette.textured else " "
        return texture, palette.ground, palette.of_role(role)
    (low, part), (high, _) = inside[0], inside[-1]
    if len(inside) > 2 and _largest(inside) not in (low, high):
        low, part = (_largest(inside), 8 - inside[-1][1]) if part < inside[-1][1] else (low, part)
        high = high if low == _largest(inside) else _largest(inside)
    return EIGHTHS[part], palette.of_role(low), palette.of_role(high)


def _largest(inside: Sequence[Part]) -> Role:
    return max(inside, key=lambda part: part[1])[0]


def _draw_bar(page: Canvas, column: int, width: int, cells: Sequence[Painted]) -> None:
    """Write a bar's cells, equal ones in one go: each write costs plotext as much as ten cells."""
    low = 0
    while low < len(cells):
        high = low
        while high + 1 < len(cells) and cells[high + 1] == cells[low]:
            high += 1
        glyph, colour, ground = cells[low]
        page.write("\n".join([glyph * width] * (high - low + 1)), column, high, colour, ground)
        low = high + 1


def _draw_marks(page: Canvas, marks: Series, bars: Sequence[Sequence[Painted]], palette: Palette) -> None:
    """Mark a value by a line across each period, joined over the gaps."""
    place, colour = page.layout.place, palette.of_role(marks.role)
    for index, value in enumerate(marks.values):
        if value is None:
            continue
        row, part = divmod(page.layout.scale.eighths(value), 8)
        if not 0 <= row < page.layout.height:
            continue
        line = _line(part)
        behind, write = _behind(bars[index], row)
        width = place.width(index)
        if write or width == 1:
            # Hard running is nearly as bright as a mark.
            seen = palette.seen_on(behind) if behind == palette.hard else colour
            page.write(line * width, place.start(index), row, seen, behind)
        if index + 1 < len(marks.values) and marks.values[index + 1] is not None:
            end = place.start(index) + width
            page.write(line * (place.start(index + 1) - end), end, row, colour)


def _behind(cells: Sequence[Painted], row: int) -> tuple[RGB | None, bool]:
    """Return the colour a mark lies on, and whether it may be drawn there.

    The cell in which a bar ends, or changes colour, already has two colours: the bar keeps it.
    """
    if row >= len(cells):
        return None, True
    glyph, _, ground = cells[row]
    return ground, glyph not in EIGHTHS[1:]


def _draw_ticks(page: Canvas, ticks: Series, bars: Sequence[Sequence[Painted]], palette: Palette) -> None:
    """Mark a value inside each bar by a short line in its middle: the bar stays in sight on both sides."""
    place = page.layout.place
    for index, (value, cells) in enumerate(zip(ticks.values, bars, strict=True)):
        row, part = divmod(page.layout.scale.eighths(value or 0.0), 8)
        if not value or not 0 <= row < min(len(cells), page.layout.height) or len(cells) == 1:
            continue  # over a bar of one cell nothing but the mark would be left
        width = place.width(index)
        aside = width // 3
        _, write = _behind(cells, row)
        if write or aside:
            ground = _most_of(cells[row])
            page.write(
                _line(part) * (width - 2 * aside), place.start(index) + aside, row, palette.seen_on(ground), ground
            )


def _most_of(cell: Painted) -> RGB | None:
    """Return the colour that fills most of a cell."""
    glyph, colour, ground = cell
    return colour if glyph in EIGHTHS[4:] else ground


def _line(part: int) -> str:
    """Return the glyph of a line that lies so many eighths above the foot of its cell."""
    return "▁" if part < 3 else "─" if part < 6 else "▔"
