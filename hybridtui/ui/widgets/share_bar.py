"""The balance as a bar."""

from __future__ import annotations

from textual.content import Content

from hybridtui.domain.units import round_half_up
from hybridtui.ui import look

RUN_CELL = "▰"
STRENGTH_CELL = "▱"


def share_bar(share: float, width: int) -> Content:
    """Draw a run share: filled cells run, hollow cells strength, so it needs no colour."""
    run = int(round_half_up(share * width))
    return Content.assemble(
        (RUN_CELL * run, f"${look.RUN_COLOUR}"), (STRENGTH_CELL * (width - run), f"${look.STRENGTH_COLOUR}")
    )


def volume_bar(run: int, strength: int, most: int, width: int) -> Content:
    """Draw minutes of running and strength, as long as they are against ``most`` minutes in ``width`` cells."""
    total = run + strength
    cells = min(width, max(1, int(round_half_up(width * total / most)))) if total and most else 0
    return share_bar(run / total, cells) if total else Content()
