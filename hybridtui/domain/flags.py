"""What is marked of an imported session, in the plain words that stand in ``Session.flags``."""

from __future__ import annotations

from collections.abc import Collection

ZONE_ASSUMED = "zone assumed"
"""Its file names no zone."""

TIME_ASSUMED = "time of day assumed"
"""Its file tells the day, and no time."""

CHECKSUM_WRONG = "checksum wrong"
"""From a file whose checksum does not match."""

RECOVERED = "recovered"
"""From a file that was cut off: told by what was left of it."""

LENGTH_ESTIMATED = "length estimated"
"""Its file tells no length: its minutes come from its sets."""

LENGTH_CAPPED = "length capped"
"""Never ended in the other app: its minutes come from its sets."""

ROWS_LEFT_OUT = "rows left out"
"""Some rows of it could not be read."""

LENGTH_UNKNOWN = "length unknown"
"""Its file tells when it began and not how long it took: it has no minutes."""

SPORT_ASSUMED = "sport assumed"
"""Its file does not say what was done: its name, or its mean speed, does."""

HEART_RATE_COMPUTED = "heart rate computed"
"""Its mean heart rate comes from its track, not from a summary."""

WANTING = frozenset(
    {ZONE_ASSUMED, CHECKSUM_WRONG, RECOVERED, LENGTH_ESTIMATED, ROWS_LEFT_OUT, LENGTH_UNKNOWN, SPORT_ASSUMED}
)
"""Flags that a better copy of the same session does not have."""

BY_THE_WAY = frozenset({ZONE_ASSUMED, TIME_ASSUMED, LENGTH_ESTIMATED, HEART_RATE_COMPUTED})
"""Flags that most sessions of a source have, and that a list leaves to the page of the session."""

DAMAGED = frozenset({CHECKSUM_WRONG, RECOVERED})
"""Flags of which any number may be wrong."""


def damage(flags: Collection[str]) -> int:
    """Return how far the numbers of a session may be wrong: a file that was cut off lost more than one with an error.

    >>> damage(()), damage((CHECKSUM_WRONG,)), damage((RECOVERED, ZONE_ASSUMED))
    (0, 1, 2)
    """
    return (CHECKSUM_WRONG in flags) + 2 * (RECOVERED in flags)
