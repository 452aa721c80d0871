"""Heart rates: estimated maximum, targets of the reserve, zones around the threshold. Source: science.md C.5."""

from __future__ import annotations

import math
from dataclasses import dataclass
from itertools import pairwise

from hybridtui.domain.problems import Problem

MAX_SPREAD_BPM = 10
"""Standard deviation of the estimated maximum: never call it exact."""

_LOWER_EDGES = (
    ("Z1", 0.0),
    ("Z2", 0.85),
    ("Z3", 0.90),
    ("Z4", 0.95),
    ("Z5a", 1.00),
    ("Z5b", 1.03),
    ("Z5c", 1.07),
)
"""Friel's zones for running, as shares of the heart rate at threshold."""


def estimated_max(age: float) -> float:
    """Return the usual maximum of an age, bpm; one person's may well be ten beats off (Tanaka).

    >>> estimated_max(40)
    180.0
    """
    return 208 - 0.7 * age


def of_reserve(rest: float, maximum: float, share: float) -> float:
    """Return the heart rate at a share of the reserve (Karvonen), bpm.

    >>> of_reserve(75, 200, 0.70)
    162.5

    Raises:
        Problem: unless 0 < rest < maximum.
    """
    check_range(rest, maximum)
    return rest + share * (maximum - rest)


def check_range(rest: float, maximum: float) -> None:
    """Check a resting and a maximal heart rate against each other.

    Raises:
        Problem: unless 0 < rest < maximum.
    """
    if not 0 < rest < maximum:
        raise Problem("heart rate: the resting rate lies above zero and below the maximum")


def check_order(rest: float | None, threshold: float | None, maximum: float | None) -> None:
    """Check heart rates that may be unknown against each other: each lies below the next.

    Raises:
        Problem: naming the two that do not.
    """
    named = (("resting rate", rest), ("threshold", threshold), ("highest", maximum))
    for (lower, low), (upper, high) in pairwise((name, bpm) for name, bpm in named if bpm is not None):
        if low >= high:
            raise Problem(f"Heart rates: the {lower} ({low:g} bpm) lies below the {upper} ({high:g} bpm). Correct one.")


@dataclass(frozen=True, slots=True)
class Zone:
    """A heart-rate zone from its lowest beat on, up to the next."""

    name: str
    lower_bpm: int


def threshold_zones(threshold: float) -> tuple[Zone, ...]:
    """Return the zones around the heart rate at threshold: of the last 20 of 30 minutes run alone, all-out.

    >>> [zone.lower_bpm for zone in threshold_zones(170)]
    [0, 145, 153, 162, 170, 176, 182]

    Raises:
        Problem: for a rate that is not above zero.
    """
    if not threshold > 0:
        raise Problem("heart rate: give a threshold above zero")
    # Products of floats may miss a whole beat by a hair, which must not lift the edge by one.
    return tuple(Zone(name, math.ceil(share * threshold - 1e-9)) for name, share in _LOWER_EDGES)
