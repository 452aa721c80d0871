"""In which order the log lists what a filter finds."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum


class Key(StrEnum):
    """What the log can be sorted by, in the order in which one goes through them."""

    DAY = "day"
    MINUTES = "min"
    KM = "km"
    PACE = "pace"
    SETS = "sets"
    TONNAGE = "tonnage"
    LOAD = "load"
    RPE = "rpe"
    TITLE = "title"

    @property
    def rises(self) -> bool:
        """True if it is read from the least on: titles from A, paces from the fastest; the rest from the most."""
        return self in (Key.TITLE, Key.PACE)


@dataclass(frozen=True, slots=True)
class Order:
    """What the log is sorted by. Sessions without it come last; of equal ones the newest comes first."""

    by: Key = Key.DAY
    turned: bool = False
    """True if it begins at the other end: the oldest day, the fewest minutes."""

    @property
    def rises(self) -> bool:
        """True if the least comes first."""
        return self.by.rises is not self.turned

    def next(self) -> Order:
        """Return the order by the next key, from its usual end."""
        keys = list(Key)
        return Order(keys[(keys.index(self.by) + 1) % len(keys)])

    def reverse(self) -> Order:
        """Return the same order from its other end."""
        return replace(self, turned=not self.turned)


NEWEST = Order()
"""The newest day first: how the log begins."""
