"""What plotext built, taken apart into cells, and what lies beneath it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import groupby, repeat
from operator import itemgetter
from typing import TypeAlias

from rich.color import Color
from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from hybridtui.ui.charts.palette import RGB

Cell: TypeAlias = tuple[str, RGB | None, RGB | None]
"""A glyph, its colour and the colour behind it; None: the widget's own."""

Rows: TypeAlias = list[list[Cell]]
"""Cells, from the top row down."""

_PIECE = re.compile(r"\x1b\[([0-9;]*)m|([^\x1b]+)")
_LOOK = itemgetter(1, 2)


def taken_apart(built: str) -> Rows:
    """Read the escape codes of a built chart; Rich's own reader takes half as long as all of plotext."""
    return [_row(line) for line in built.rstrip("\n").split("\n")]


def _row(line: str) -> list[Cell]:
    cells: list[Cell] = []
    colour: RGB | None = None
    ground: RGB | None = None
    for code, text in _PIECE.findall(line):
        if text:
            cells += zip(text, repeat(colour), repeat(ground))
            continue
        numbers = code.split(";")
        if numbers[0] == "38":
            colour = _rgb(numbers)
        elif numbers[0] == "48":
            ground = _rgb(numbers)
        else:
            colour = ground = None
    return cells


def _rgb(numbers: list[str]) -> RGB:
    red, green, blue = numbers[2:5]
    return int(red), int(green), int(blue)


def laid_over(under: Rows, over: Rows) -> Rows:
    """Lay one drawing over another: a glyph keeps the ground that it is laid on."""
    return [
        [low if high[0] == " " else (high[0], high[1], low[2]) for low, high in zip(below, above, strict=True)]
        for below, above in zip(under, over, strict=True)
    ]


def rule(row: list[Cell], columns: Iterable[int], colour: RGB) -> None:
    """Draw a line along the foot of a row, where it is blank."""
    for x in columns:
        if row[x][0] == " " and row[x][2] is None:
            row[x] = ("▁", colour, None)


def tint(row: list[Cell], columns: Iterable[int], ground: RGB) -> None:
    """Colour what has no ground of its own."""
    for x in columns:
        if row[x][2] is None:
            row[x] = (row[x][0], row[x][1], ground)


def strips(rows: Rows) -> list[Strip]:
    """Return the rows as Textual paints them; without a ground the widget's shows through."""
    looks: dict[tuple[RGB | None, RGB | None], Style] = {}
    painted = []
    for row in rows:
        segments = []
        for look, cells in groupby(row, _LOOK):
            style = looks.get(look)
            if style is None:
                style = looks[look] = Style(color=_colour(look[0]), bgcolor=_colour(look[1]))
            segments.append(Segment("".join([cell[0] for cell in cells]), style))
        painted.append(Strip(segments, len(row)))
    return painted


def _colour(rgb: RGB | None) -> Color | None:
    return None if rgb is None else Color.from_rgb(*rgb)
