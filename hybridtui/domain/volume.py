"""How many sets, and how much of the body: counted for a muscle, cut in lighter weeks. Source: science.md B.6, B.8."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass, replace

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


LEG_MUSCLES = frozenset({"quads", "hamstrings", "glutes", "calves", "adductors", "abductors", "tibialis"})
"""Muscles that running tires as well."""


@dataclass(frozen=True, slots=True, kw_only=True)
class VolumeBand:
    """Fractional hard sets of a muscle in a week (B.6, product decisions)."""

    maintain: float
    """Keeps what there is."""
    start: float
    """Where somebody begins."""
    low: float
    """From here on target."""
    high: float
    """Up to here on target."""
    cap: float
    """More than a week should hold."""

    def place(self, sets: float) -> str:
        """Say where so many sets lie.

        >>> band = weekly_band("chest", Level.INTERMEDIATE, 0)
        >>> band.place(2), band.place(5), band.place(8), band.place(16), band.place(18.5)
        ('low', 'maintains', 'on target', 'above target', 'above the cap')
        """
        if sets < self.maintain:
            return "low"
        if sets < self.low:
            return "maintains"
        if sets <= self.high:
            return "on target"
        return "above target" if sets <= self.cap else "above the cap"


BANDS = {
    Level.BEGINNER: VolumeBand(maintain=2, start=4, low=6, high=8, cap=10),
    Level.INTERMEDIATE: VolumeBand(maintain=3, start=6, low=8, high=14, cap=18),
    Level.ADVANCED: VolumeBand(maintain=4, start=8, low=10, high=18, cap=22),
}
"""By level, for muscles that run little (B.6)."""

MUCH_RUNNING, SOME_RUNNING = 240, 120
"""Minutes of running a week: above the first, and from the second on, legs take fewer sets (B.6)."""

_LEGS_OF_RUNNERS = ((0.6, 9.0), (0.8, 12.0))
"""Share of the target, and most sets, of legs that run much and some."""


def weekly_band(muscle: str, level: Level, run_minutes: float) -> VolumeBand:
    """Return the sets that a week of a muscle aims at; fewer for legs that run much (B.6).

    >>> weekly_band("quads", Level.INTERMEDIATE, 150)
    VolumeBand(maintain=3, start=6, low=6.4, high=11.2, cap=12.0)
    """
    band = BANDS[level]
    if muscle not in LEG_MUSCLES or run_minutes < SOME_RUNNING:
        return band
    share, cap = _LEGS_OF_RUNNERS[0 if run_minutes > MUCH_RUNNING else 1]
    low, high = (round(edge * share, 6) for edge in (band.low, band.high))
    most = min(band.cap, cap)
    return replace(band, start=min(band.start, low), low=low, high=min(high, most), cap=most)


def weekly_cap(muscle: str, level: Level, run_minutes: float) -> float:
    """Return the most fractional hard sets of a muscle in a week, fewer for legs that run much (B.6).

    >>> weekly_cap("chest", Level.INTERMEDIATE, 300), weekly_cap("quads", Level.INTERMEDIATE, 300)
    (18, 9.0)
    """
    return weekly_band(muscle, level, run_minutes).cap


def fractional_sets(hard_sets: Iterable[tuple[Exercise, float]]) -> dict[str, float]:
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
