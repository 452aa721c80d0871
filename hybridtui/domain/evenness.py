"""How evenly movements share their sets: push and pull, squat and hinge. Source: science.md R18, B.9.

Evidence for an ideal ratio is thin; nothing here says anything of injuries.
"""

from __future__ import annotations

from hybridtui.domain.exercises import catalogue

PUSH_PULL, PUSH_PULL_WITHOUT = (0.75, 1.33), (0.5, 2.0)
"""Push sets for each pull set, and where there is nothing to pull on (R18)."""

SQUAT_HINGE = (0.67, 1.5)
"""Squat sets for each hinge set (B.9)."""

PUSHES, PULLS = ("push_h", "push_v"), ("pull_h", "pull_v")
"""The patterns of each."""

_ROUNDING = 0.005
"""The limits are written with two decimals: four to three is even."""

_MAKESHIFT = frozenset({"table", "towel"})
"""What one may pull on without it being equipment for it."""


def even(one: float, other: float, limits: tuple[float, float]) -> bool:
    """Return whether sets share as they should; a single set more is as even as small numbers can be.

    >>> even(4, 3, PUSH_PULL), even(2, 1, PUSH_PULL), even(6, 3, PUSH_PULL), even(6, 3, PUSH_PULL_WITHOUT)
    (True, True, False, True)
    """
    low, high = limits
    return not one or not other or abs(one - other) <= 1 or low - _ROUNDING <= one / other <= high + _ROUNDING


def can_pull(equipment: frozenset[str]) -> bool:
    """Return whether there is anything made to pull on."""
    pulls = (e for e in catalogue().values() if e.pattern in PULLS)
    return any(e.possible_with(equipment - _MAKESHIFT) and frozenset() not in e.equipment for e in pulls)


def push_pull_limits(equipment: frozenset[str]) -> tuple[float, float]:
    """Return the range that push sets for each pull set should lie in, with this equipment (R18)."""
    return PUSH_PULL if can_pull(equipment) else PUSH_PULL_WITHOUT
