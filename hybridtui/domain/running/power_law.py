"""Riegel's power law: a second opinion on race times. Source: science.md C.3."""

from __future__ import annotations

from dataclasses import dataclass

from hybridtui.domain.problems import Problem

EXPONENT = 1.06
"""Riegel's own."""

EXPONENTS = (1.05, 1.08)
"""Those in use."""

FAR_RATIO = 4.3
"""From one distance to more than so many times as much the estimate is a guess."""

_MARATHON_M = 42195.0
_SHORT_M = 10000.0


@dataclass(frozen=True, slots=True)
class Estimate:
    """A race time, and what to say about it."""

    time_s: float
    warnings: tuple[str, ...] = ()


def riegel(distance_m: float, time_s: float, to_m: float, exponent: float = EXPONENT) -> Estimate:
    """Return the time that one race suggests for another distance.

    >>> riegel(5000, 1500, 10000).time_s  # doctest: +ELLIPSIS
    3127.39...

    Raises:
        Problem: for a distance or time that is not above zero, or an exponent outside 1.05-1.08.
    """
    if not (distance_m > 0 and time_s > 0 and to_m > 0):
        raise Problem("result: give distances and a time above zero")
    if not EXPONENTS[0] <= exponent <= EXPONENTS[1]:
        raise Problem(f"exponent: {exponent:g} is out of range; give 1.05 to 1.08")
    warnings: list[str] = []
    if to_m / distance_m > FAR_RATIO:
        warnings.append("The distance is far beyond that of the race; the estimate is a guess.")
    if to_m >= _MARATHON_M and distance_m <= _SHORT_M:
        warnings.append("A marathon estimated from 10 km or less is usually too fast.")
    return Estimate(time_s * (to_m / distance_m) ** exponent, tuple(warnings))
