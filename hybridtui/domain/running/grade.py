"""What hills cost: pace on the flat for pace on a slope. Source: science.md C.11.

The cost is of oxygen only; running downhill tires muscles more than it says.
"""

from __future__ import annotations

from hybridtui.domain.problems import Problem

STEEPEST = 0.45
"""Slopes were measured so far, up and down."""

FLAT_COST = 3.6
"""J/kg/m on the flat."""


def cost_of_grade(rise: float) -> float:
    """Return what a metre costs on a slope (rise over run), J/kg/m; beyond 45 % as at 45 %.

    >>> round(cost_of_grade(0.10), 6)
    5.968214
    """
    i = max(-STEEPEST, min(STEEPEST, rise))
    # 43.3 is the cubic term; a copy with "-165 i" that goes round is wrong in sign and size.
    return 155.4 * i**5 - 30.4 * i**4 - 43.3 * i**3 + 46.3 * i**2 + 19.5 * i + FLAT_COST


def gap_pace(pace_s_per_km: float, rise: float) -> float:
    """Return the pace on the flat that costs as much as this pace on a slope.

    Raises:
        Problem: for a pace that is not above zero.
    """
    if not pace_s_per_km > 0:
        raise Problem("pace: give a pace above zero")
    return pace_s_per_km / (cost_of_grade(rise) / FLAT_COST)
