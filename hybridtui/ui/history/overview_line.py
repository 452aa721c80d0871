"""A line of the overview, and the bar of what was done of what was planned."""

from __future__ import annotations

from dataclasses import dataclass

from textual.content import Content

from hybridtui.domain.figures import Figure
from hybridtui.domain.units import round_half_up
from hybridtui.ui.history.figure_list import NOTHING, FigureLine


@dataclass(frozen=True, slots=True)
class OverviewLine:
    """A line, and the figures in its note."""

    line: FigureLine
    beside: tuple[Figure, ...] = ()


def done_bar(done: float, planned: float | None, cells: int, colour: str = "$foreground") -> Content:
    """Draw done against planned; nothing planned, nothing to draw."""
    if not planned:
        return NOTHING
    full = min(cells, int(round_half_up(cells * done / planned)))
    return Content.assemble(("━" * full, colour), ("━" * (cells - full), "$foreground 20%"))
