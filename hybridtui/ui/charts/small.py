"""Charts that fit into a line of a list: a trend, a share. Pure."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content

LEVELS = "▁▂▃▄▅▆▇█"

LEFTS = " ▏▎▍▌▋▊▉█"
"""A cell filled from the left, by eighths."""


def sparkline(values: Sequence[float | None], width: int) -> str:
    """Draw the newest ``width`` values as blocks, the lowest and the highest of them as far apart as can be.

    What is unknown is a blank; fewer values than ``width`` stand at the right.

    >>> sparkline([1, 2, None, 4], 5)
    ' ▁▃ █'
    """
    shown = list(values)[-width:] if width > 0 else []
    known = [value for value in shown if value is not None]
    if not known:
        return " " * width
    low, reach = min(known), max(known) - min(known)
    marks = [" " if value is None else _level(value, low, reach) for value in shown]
    return "".join(marks).rjust(width)


def _level(value: float, low: float, reach: float) -> str:
    if reach <= 0:
        return LEVELS[3]
    return LEVELS[min(len(LEVELS) - 1, int((value - low) / reach * (len(LEVELS) - 1) + 0.5))]


def bar(parts: Sequence[tuple[float, str]], width: int, of: float | None = None) -> Content:
    """Draw amounts side by side, each in its style, by eighths of a cell.

    Args:
        parts: Amount (not negative) and the style it is drawn in, such as ``$primary``.
        width: Cells of the whole.
        of: The amount that fills the whole; None: that of all parts.
    """
    whole = of if of is not None else sum(amount for amount, _ in parts)
    pieces: list[tuple[str, str]] = []
    done, reached = 0, 0.0
    for index, (amount, style) in enumerate(parts):
        reached += max(0.0, amount)
        end = min(8 * width, int(reached / whole * 8 * width + 0.5)) if whole > 0 else 0
        if index + 1 < len(parts) or end % 8 == 0:
            pieces.append(("█" * ((end + 4) // 8 - done), style))
            done = max(done, (end + 4) // 8)
        else:
            pieces.append(("█" * (end // 8 - done) + (LEFTS[end % 8] if end // 8 >= done else ""), style))
            done = max(done, end // 8 + 1 if end // 8 >= done else done)
    return Content.assemble(*pieces, " " * (width - done))
