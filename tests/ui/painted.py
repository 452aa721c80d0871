"""Charts as they are painted, read back cell by cell."""

from __future__ import annotations

from collections.abc import Sequence

from textual_plotext import Plot

from hybridtui.domain.calendar import Week
from hybridtui.domain.history import Totals
from hybridtui.ui.charts.canvas import EIGHTHS
from hybridtui.ui.charts.cells import Cell, Rows
from hybridtui.ui.charts.data import ChartData, Role, Series, Shape
from hybridtui.ui.charts.drawing import draw
from hybridtui.ui.charts.layout import Layout
from hybridtui.ui.charts.palette import Palette

PALETTE = Palette(
    run=(1, 1, 1),
    strength=(2, 2, 2),
    mark=(3, 3, 3),
    outside=(4, 4, 4),
    grid=(5, 5, 5),
    band=(6, 6, 6),
    ground=(7, 7, 7),
    main=(8, 8, 8),
    second=(9, 9, 9),
    other=(10, 10, 10),
    cursor=(11, 11, 11),
)
"""Colours that name themselves."""

NEWEST = Week(2026, 10)


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


def chart(*series: Series, periods=None, **more) -> ChartData:
    """A chart of these series over weeks up to NEWEST."""
    count = len(series[0].values)
    periods = periods or tuple(NEWEST.plus(n + 1 - count) for n in range(count))
    return ChartData(**{"id": "test", "title": "Test", "periods": periods, "series": series, **more})


def bars(*values: float | None, role: Role = Role.RUN, **more) -> Series:
    return Series(name=str(role), role=role, shape=Shape.BAR, values=values, **more)


def line(*values: float | None, role: Role = Role.MAIN, **more) -> Series:
    return Series(name="line", role=role, shape=Shape.LINE, values=values, **more)


def dots(*values: float | None, role: Role = Role.RUN) -> Series:
    return Series(name="dots", role=role, shape=Shape.DOT, values=values)


def marks(*values: float | None) -> Series:
    return Series(name="planned", role=Role.MARK, shape=Shape.STEP, values=values)


def painted(data: ChartData, size: tuple[int, int] = (76, 20), palette: Palette = PALETTE) -> tuple[Layout, Rows]:
    """A chart's layout, and the rows of its canvas from the bottom up, without labels."""
    layout = Layout.of(data, size)
    assert layout is not None
    return layout, [row[layout.left :] for row in draw(Plot(), layout, palette)[-2::-1]]


def column(rows: Rows, x: int) -> list[Cell]:
    """One column, from the bottom up."""
    return [row[x] for row in rows]


def height(cells: Sequence[Cell], colour: tuple[int, int, int]) -> int:
    """How many eighths of a column (from the bottom up) have a colour."""
    total = 0
    for glyph, fore, ground in cells:
        if glyph not in EIGHTHS or glyph == " ":
            total += 8 if ground == colour else 0
        else:
            part = EIGHTHS.index(glyph)
            total += part if fore == colour else 8 - part if ground == colour else 0
    return total
