"""Coming back to a lift after weeks without it: with less, and from there as before. Source: science.md B.4, R22.

How much is kept is a product decision; no load is ever regained in one jump.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from itertools import pairwise

KEPT_AFTER = ((42, 0.80), (21, 0.90))
"""From so many days without an exercise on, so much of its load.

A lift done once a week that is missed once is no break: strength outlasts two weeks.
"""


def share_after(days: int) -> float:
    """Return the share of the load that is kept after so many days without the exercise.

    >>> share_after(14), share_after(21), share_after(42)
    (1.0, 0.9, 0.8)
    """
    return next((share for least, share in KEPT_AFTER if days >= least), 1.0)


def last_return(trained: Sequence[date]) -> date:
    """Return the first day after the last break between these days, oldest first; without one, the first of all."""
    returns = (day for before, day in pairwise(trained) if share_after((day - before).days) < 1)
    return max(returns, default=trained[0] if trained else date.min)


def days_away(trained: Iterable[date], day: date | None) -> int:
    """Return the days from the last time before ``day`` to it; 0 if there is none or no day."""
    if day is None:
        return 0
    last = max((other for other in trained if other < day), default=None)
    return (day - last).days if last is not None else 0
