"""What hills cost: pace on the flat for pace on a slope. Source: science.md C.11.

The cost is of oxygen only; running downhill tires muscles more than it says.
"""

from __future__ import annotations

from hybridtui.domain.problems import Problem

STEEPEST = 0.45
"""Slopes were measured so far, up and down."""

FLAT_COST = 3.6
"""J/kg/m on the flat."""

SQUARE, FOURTH = 46.3, -30.4
"""What is left of the cost where as much goes up as goes down: the odd terms take each other away."""


def cost_of_grade(rise: float) -> float:
    """Return what a metre costs on a slope (rise over run), J/kg/m; beyond 45 % as at 45 %.

    >>> round(cost_of_grade(0.10), 6)
    5.968214
    """
    i = max(-STEEPEST, min(STEEPEST, rise))
    # 43.3 is the cubic term; a copy with "-165 i" that goes round is wrong in sign and size.
    return 155.4 * i**5 + FOURTH * i**4 - 43.3 * i**3 + SQUARE * i**2 + 19.5 * i + FLAT_COST


def gap_pace(pace_s_per_km: float, rise: float) -> float:
    """Return the pace on the flat that costs as much as this pace on a slope.

    Raises:
        Problem: for a pace that is not above zero.
    """
    if not pace_s_per_km > 0:
        raise Problem("pace: give a pace above zero")
    return pace_s_per_km / (cost_of_grade(rise) / FLAT_COST)


def there_and_back(distance_m: float, ascent_m: float) -> float:
    """Return what a run with this ascent costs, as a multiple of the flat: half of the way up, half of it down.

    A file tells the ascent only; that it comes down as far, on the same slope, is a product decision.

    >>> round(there_and_back(10_000, 200), 4)
    1.0206

    Raises:
        Problem: for a distance that is not above zero, or an ascent below it.
    """
    if not (distance_m > 0 and ascent_m >= 0):
        raise Problem("ascent: give a distance above zero and an ascent of zero or more")
    slope = 2 * ascent_m / distance_m
    return (cost_of_grade(slope) + cost_of_grade(-slope)) / (2 * FLAT_COST)
