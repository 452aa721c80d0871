"""How many sets, and how much of the body: counted for a muscle, cut in lighter weeks. Source: science.md B.6, B.8."""

from __future__ import annotations

import math
from collections.abc import Iterable

from hybridtui.domain.athlete import Level
from hybridtui.domain.exercises import Exercise

SECONDARY_SHARE = 0.5
"""What a set counts for a muscle that only helps."""

LIGHTER_WEEK_SHARE = 0.5
"""Sets kept in a deload or taper week."""

LIGHTER_WEEK_LOAD = 0.90
"""Load kept in a deload week."""

SHARE_OF_BODY = {
    "push_up": 0.64,
    "knee_push_up": 0.49,
    "incline_push_up": 0.41,
    "decline_push_up": 0.74,
    "pull_up": 1.00,
    "dip": 0.95,
}
"""Share of the body's mass that is moved, hands or feet 60 cm up where they are raised (B.8)."""


def body_load_kg(exercise: str, bodyweight_kg: float) -> float | None:
    """Return how much of the body an exercise moves; None where no share is known.

    >>> body_load_kg("push_up", 80), body_load_kg("bodyweight_squat", 80)
    (51.2, None)
    """
    share = SHARE_OF_BODY.get(exercise)
    return None if share is None else share * bodyweight_kg


MOST_SETS = {Level.BEGINNER: 10.0, Level.INTERMEDIATE: 18.0, Level.ADVANCED: 22.0}
"""Fractional hard sets of a muscle that a week should not exceed (B.6)."""

LEG_MUSCLES = frozenset({"quads", "hamstrings", "glutes", "calves", "adductors", "abductors", "tibialis"})
"""Muscles that running tires as well."""

_MUCH_RUNNING = ((241, 9.0), (120, 12.0))
"""From so many minutes of running a week, so many sets at most for the legs."""


def weekly_cap(muscle: str, level: Level, run_minutes: float) -> float:
    """Return the most fractional hard sets of a muscle in a week, fewer for legs that run much (B.6).

    >>> weekly_cap("chest", Level.INTERMEDIATE, 300), weekly_cap("quads", Level.INTERMEDIATE, 300)
    (18.0, 9.0)
    """
    most = MOST_SETS[level]
    if muscle not in LEG_MUSCLES:
        return most
    return next((min(most, cap) for minutes, cap in _MUCH_RUNNING if run_minutes >= minutes), most)


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
