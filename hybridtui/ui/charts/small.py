"""Charts that fit into a line of a list: a trend, a share. Pure.

Lines of a list lie close together: nothing here fills a cell to its top, so that what
is drawn in one line never grows into the next.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import StrEnum
from typing import NamedTuple

from textual.content import Content

LEVELS = "▁▂▃▄▅▆"
"""From the lowest to the highest; a gap stays above."""

UNKNOWN = "·"
"""In place of a value that is not known."""

MUTED = "$foreground 30%"
"""Style of what is not known."""

PAST = " 65%"
"""How much of its colour a trend keeps before its newest value: the eye is to rest on that."""


class Reach(StrEnum):
    """What the lowest level of a trend stands for."""

    ZERO = "zero"
    """Nothing: for sums and shares, whose heights can be compared."""
    LOWEST = "lowest"
    """The lowest value: for paces, maxima and heart rates, which are never near nothing."""


class Mark(StrEnum):
    """How a part of a bar is drawn: told apart without colour as well."""

    WHOLE = "━"
    OPEN = "╍"
    """What may not count."""
    DOUBLE = "═"
    """What comes from elsewhere."""


class Part(NamedTuple):
    """One of the amounts of a bar."""

    amount: float
    """Not negative."""
    style: str
    """Such as ``$primary``."""
    mark: Mark = Mark.WHOLE


def sparkline(values: Sequence[float | None], width: int, style: str = "", reach: Reach = Reach.LOWEST) -> Content:
    """Draw the newest ``width`` values as blocks; fewer values than that stand at the right.

    What is not known is a muted dot; before the first known value, and before the first sum that
    is not nothing, there is no mark: the log may not have begun. ``style`` is a colour such as
    ``$primary``; without one all is plain.

    >>> sparkline([1, 2, None, 4], 5).plain
    ' ▁▃·▆'
    >>> sparkline([0, 1, 0, 4], 4, reach=Reach.ZERO).plain
    ' ▂▁▆'
    """
    shown = list(values)[-width:] if width > 0 else []
    known = [value for value in shown if value is not None]
    if not known:
        return Content(" " * width)
    low, high = min(known), max(known)
    if reach is Reach.ZERO:
        low, high = min(low, 0.0), max(high, 0.0)
    blank = (None, 0.0) if reach is Reach.ZERO and any(known) else (None,)
    first = next(index for index, value in enumerate(shown) if value not in blank)
    past = f"{style}{PAST}" if style else ""
    pieces = [(UNKNOWN, MUTED) if value is None else (_level(value, low, high, reach), past) for value in shown[first:]]
    if shown[-1] is not None:
        pieces[-1] = pieces[-1][0], style
    return Content.assemble(" " * (width - len(pieces)), *pieces)


def _level(value: float, low: float, high: float, reach: Reach) -> str:
    top = len(LEVELS) - 1
    if high <= low:
        return LEVELS[0] if reach is Reach.ZERO else LEVELS[top // 2]
    level = int((value - low) / (high - low) * top + 0.5)
    if reach is Reach.ZERO and value:
        level = max(1, level)  # little is not nothing
    return LEVELS[min(top, level)]


def bar(parts: Sequence[Part], width: int, of: float | None = None) -> Content:
    """Draw amounts side by side as a line, each in its style and with its mark.

    Args:
        parts: In order from the left. Each that rounds to a cell or more is seen.
        width: Cells of the whole.
        of: The amount that fills the whole; None: that of all parts.
    """
    whole = of if of is not None else sum(part.amount for part in parts)
    pieces = list(_pieces(parts, width, whole)) if whole > 0 else []
    drawn = Content.assemble(*pieces)
    return drawn + " " * (width - drawn.cell_length)


def _pieces(parts: Sequence[Part], width: int, whole: float) -> Iterator[tuple[str, str]]:
    done, reached = 0, 0.0
    for part in parts:
        reached += max(0.0, part.amount)
        end = min(width, int(reached / whole * width + 0.5))
        yield part.mark * (end - done), part.style
        done = end
