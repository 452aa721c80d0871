"""How many sets: counted for a muscle, and cut in lighter weeks. Source: science.md B.6, C.9."""

from __future__ import annotations

import math
from collections.abc import Iterable

from hybridtui.domain.exercises import Exercise

SECONDARY_SHARE = 0.5
"""What a set counts for a muscle that only helps."""

LIGHTER_WEEK_SHARE = 0.5
"""Sets kept in a deload or taper week."""

LIGHTER_WEEK_LOAD = 0.90
"""Load kept in a deload week."""


def fractional_sets(hard_sets: Iterable[tuple[Exercise, int]]) -> dict[str, float]:
    """Return hard sets per muscle: a whole one for the primary, half a one for each secondary.

    >>> from hybridtui.domain.exercises import catalogue
    >>> fractional_sets([(catalogue()["push_up"], 3), (catalogue()["dip"], 2)])["chest"]
    4.0
    """
    counted: dict[str, float] = {}
    for exercise, sets in hard_sets:
        if exercise.primary:
            counted[exercise.primary] = counted.get(exercise.primary, 0.0) + sets
        for muscle in exercise.secondary:
            counted[muscle] = counted.get(muscle, 0.0) + sets * SECONDARY_SHARE
    return counted


def lighter_week_sets(sets: int) -> int:
    """Return the sets of an exercise in a deload or taper week: half of them, rounded up.

    >>> lighter_week_sets(5), lighter_week_sets(4), lighter_week_sets(1)
    (3, 2, 1)
    """
    return math.ceil(LIGHTER_WEEK_SHARE * sets)
