"""VDOT: how fit a race result says a runner is, and what it suggests for other distances. Source: science.md C.1.

VDOT is an estimate made from one all-out race on a flat course; it is not a measured
VO2max, and a time for another distance is not a promise.
"""

from __future__ import annotations

import math

from hybridtui.domain.problems import Problem

DISTANCES_M = (1500.0, 42195.0)
"""Races that VDOT is made for: 1500 m to the marathon."""

TIMES_S = (210.0, 18000.0)
"""Their times: three and a half minutes to five hours."""

SHOWN = (20.0, 85.0)
"""Outside of it a value says more about the input than about the runner."""

EXTRAPOLATED_BELOW = 30.0
"""The printed tables begin here."""

_LONGEST_MIN = 1000.0
_NEAR_ENOUGH_MIN = 1e-6


def oxygen(velocity: float) -> float:
    """Return the oxygen cost of a running speed in m/min, in ml/kg/min."""
    return -4.60 + 0.182258 * velocity + 0.000104 * velocity**2


def velocity(oxygen_cost: float) -> float:
    """Return the running speed in m/min at which this much oxygen (ml/kg/min) is used.

    >>> round(velocity(oxygen(200.0)), 6)
    200.0
    """
    return (-0.182258 + math.sqrt(0.182258**2 + 4 * 0.000104 * (4.60 + oxygen_cost))) / (2 * 0.000104)


def pace_at(oxygen_cost: float) -> float:
    """Return the pace in s/km at which this much oxygen is used."""
    return 60000 / velocity(oxygen_cost)


def share_held(minutes: float) -> float:
    """Return the share of VO2max that can be held for so many minutes."""
    return 0.8 + 0.1894393 * math.exp(-0.012778 * minutes) + 0.2989558 * math.exp(-0.1932605 * minutes)


def vdot(distance_m: float, time_s: float) -> float:
    """Return the VDOT of an all-out race.

    >>> round(vdot(5000, 24 * 60 + 34), 6)
    39.110398

    Raises:
        Problem: outside 1500 m to the marathon, or 3:30 minutes to five hours.
    """
    if not DISTANCES_M[0] <= distance_m <= DISTANCES_M[1]:
        raise Problem(f"result: {distance_m:g} m is out of range; give a race from 1500 m to a marathon")
    if not TIMES_S[0] <= time_s <= TIMES_S[1]:
        raise Problem("result: give a time from 3:30 minutes to 5 hours")
    return _value(distance_m, time_s / 60)


def race_time(value: float, distance_m: float) -> float:
    """Return the time in seconds that a VDOT suggests for a distance: an estimate, not a promise.

    >>> round(race_time(50, 10000))
    2480

    Raises:
        Problem: outside VDOT 20-85, or 1500 m to the marathon.
    """
    if not SHOWN[0] <= value <= SHOWN[1]:
        raise Problem(f"vdot: {value:g} is out of range; estimates are made from 20 to 85")
    if not DISTANCES_M[0] <= distance_m <= DISTANCES_M[1]:
        raise Problem(f"distance: {distance_m:g} m is out of range; estimates are made from 1500 m to a marathon")
    fast, slow = 1.0, _LONGEST_MIN
    while slow - fast > _NEAR_ENOUGH_MIN:
        middle = (fast + slow) / 2
        if _value(distance_m, middle) > value:
            fast = middle
        else:
            slow = middle
    return (fast + slow) / 2 * 60


def _value(distance_m: float, minutes: float) -> float:
    return oxygen(distance_m / minutes) / share_held(minutes)
