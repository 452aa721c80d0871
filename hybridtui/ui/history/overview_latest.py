"""The latest sessions below the charts of the overview: a line each."""

from __future__ import annotations

from collections.abc import Iterator

from textual.app import RenderResult
from textual.content import Content
from textual.widget import Widget

from hybridtui.domain.figures import UNKNOWN
from hybridtui.domain.history import SessionLine
from hybridtui.domain.text import clean
from hybridtui.domain.units import Load, round_half_up
from hybridtui.ui import look
from hybridtui.ui.overview import Overview

TITLE = 40
"""Cells of a title, at most."""

FACTS = 36
"""Cells of what stands beside it."""


class LatestSessions(Widget):
    """As many of them as there is room for."""

    DEFAULT_CSS = """
    LatestSessions {
        height: 1fr;
        border: round $foreground 25%;
        border-title-color: $foreground;
        border-title-style: bold;
        border-subtitle-color: $foreground-muted;
        padding: 0 1;
        text-wrap: nowrap;
        text-overflow: ellipsis;
    }
    """
    BORDER_TITLE = "Latest sessions"

    page: Overview | None = None

    def show(self, page: Overview) -> None:
        """Show the latest sessions."""
        self.page = page
        self.border_subtitle = f"{page.count:,} in all, 7 shows them"
        self.refresh()

    def render(self) -> RenderResult:
        """Write a line for each."""
        return Content("\n").join(latest_lines(self.page, self.size.width)) if self.page else Content()


def latest_lines(page: Overview, width: int) -> Iterator[Content]:
    """Yield a line for each of the latest sessions, laid out for so many cells."""
    for line in page.latest:
        title = Content(clean(line.title)).truncate(max(10, min(TITLE, width - FACTS - 18)), ellipsis=True, pad=True)
        yield Content.assemble(
            f"{line.local_date:%a %d %b %Y}  ",
            (f"{look.sign(line.kind)} ", look.colour(line.kind)),
            title,
            "  ",
            (f"{look.minutes(line.total_s) if line.total_s else UNKNOWN:>8}", "bold"),
            (f"  {look.DOT.join(_facts(page, line))}", "$foreground-muted"),
        )


def _facts(page: Overview, line: SessionLine) -> Iterator[str]:
    if line.distance_m:
        yield look.distance(line.distance_m, page.athlete.distance_unit)
    if line.sets:
        yield look.count(line.sets, "set")
    if line.tonnage_kg:
        unit = page.athlete.weight_unit
        yield f"{round_half_up(Load(line.tonnage_kg).to(unit).value):,.0f} {unit}"
