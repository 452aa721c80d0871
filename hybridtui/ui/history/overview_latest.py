"""The latest sessions below the charts of the overview: a line each."""

from __future__ import annotations

from collections.abc import Iterator

from textual.content import Content

from hybridtui.domain.history import SessionLine
from hybridtui.domain.text import clean
from hybridtui.domain.units import Load
from hybridtui.ui import look
from hybridtui.ui.overview import Overview

TITLE = 40
"""Cells of a title, at most."""

FACTS = 36
"""Cells of what stands beside it."""


def latest_lines(page: Overview, width: int) -> Iterator[Content]:
    """Yield a line for each of the latest sessions, laid out for so many cells."""
    for line in page.latest:
        title = Content(clean(line.title)).truncate(max(10, min(TITLE, width - FACTS - 18)), ellipsis=True, pad=True)
        yield Content.assemble(
            f"{line.local_date:%a %d %b %Y}  ",
            (f"{look.sign(line.kind)} ", look.colour(line.kind)),
            title,
            "  ",
            (f"{look.minutes(line.total_s):>8}", "bold"),
            (f"  {look.DOT.join(_facts(page, line))}", "$foreground-muted"),
        )


def _facts(page: Overview, line: SessionLine) -> Iterator[str]:
    if line.distance_m:
        yield look.distance(line.distance_m, page.athlete.distance_unit)
    if line.sets:
        yield look.count(line.sets, "set")
    if line.tonnage_kg:
        unit = page.athlete.weight_unit
        yield f"{Load(line.tonnage_kg).to(unit).value:,.0f} {unit}"
