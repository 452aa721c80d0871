"""Reading what plotext painted, cell by cell."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from textual_plotext import Plot

from hybridtui.domain.calendar import Week
from hybridtui.domain.history import Totals
from hybridtui.ui.charts.canvas import EIGHTHS
from hybridtui.ui.charts.palette import Palette

PALETTE = Palette(
    run=(1, 1, 1),
    strength=(2, 2, 2),
    mark=(3, 3, 3),
    outside=(4, 4, 4),
    grid=(5, 5, 5),
    band=(6, 6, 6),
    ground=(7, 7, 7),
)
"""Colours that name themselves."""

NEWEST = Week(2026, 10)


@dataclass(frozen=True)
class Cell:
    glyph: str
    colour: tuple[int, ...] | None
    ground: tuple[int, ...] | None


def weeks(*minutes: tuple[float, float], planned: Sequence[float | None] = ()) -> list[Totals]:
    """Weeks up to NEWEST with these run and strength minutes."""
    plans = [*planned, *[None] * (len(minutes) - len(planned))]
    return [
        Totals(
            period=NEWEST.plus(index + 1 - len(minutes)),
            run_s=run * 60,
            strength_s=strength * 60,
            planned_run_s=plan * 60 if plan is not None else None,
        )
        for index, ((run, strength), plan) in enumerate(zip(minutes, plans, strict=True))
    ]


def built(draw: Callable[[Plot], None], size: tuple[int, int]) -> str:
    """What plotext makes of a drawing, escape codes included."""
    plot = Plot()
    plot.clear_figure()
    plot.theme("textual-clear")
    plot.plotsize(*size)
    plot._set_size(*size)
    draw(plot)
    return plot.build()


def painted(draw: Callable[[Plot], None], size: tuple[int, int]) -> list[list[Cell]]:
    """The cells of a drawing: rows from the bottom up."""
    rows = []
    for line in built(draw, size).rstrip("\n").split("\n"):
        colour = ground = None
        row = []
        for code, glyph in re.findall(r"\x1b\[([0-9;]*)m|(.)", line):
            if glyph:
                row.append(Cell(glyph, colour, ground))
                continue
            numbers = [int(n) for n in code.split(";")]
            if numbers[:2] == [38, 2]:
                colour = tuple(numbers[2:5])
            elif numbers[:2] == [48, 2]:
                ground = tuple(numbers[2:5])
            elif numbers == [0]:
                colour = ground = None
        rows.append(row)
    return rows[::-1]


def height(column: Sequence[Cell], colour: tuple[int, ...]) -> int:
    """How many eighths of a column (from the bottom up) have a colour."""
    total = 0
    for cell in column:
        if cell.glyph == " ":
            total += 8 if cell.ground == colour else 0
        elif cell.glyph in EIGHTHS:
            part = EIGHTHS.index(cell.glyph)
            total += part if cell.colour == colour else 8 - part if cell.ground == colour else 0
    return total
