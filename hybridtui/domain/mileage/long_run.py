"""How much of a week's running its longest run usually is. Source: science.md C.6.5."""

from __future__ import annotations

_SHARES = {1: 1.0, 2: 0.60, 3: 0.45, 4: 0.40, 5: 0.33}
_SHARE_OF_MANY = 0.30


def long_share(runs: int) -> float:
    """Return the usual share of the long run in a week of so many runs; the more runs, the less.

    >>> long_share(3), long_share(7)
    (0.45, 0.3)
    """
    return _SHARES.get(runs, _SHARE_OF_MANY)
