"""Critical speed: what can be held for long, and the distance that can be run above it. Source: science.md C.4."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from hybridtui.domain.problems import Problem

TRIAL_S = (120.0, 1200.0)
"""Trials last two to twenty minutes."""

D_PRIME_M = (30.0, 500.0)
"""Outside of it the trials do not fit together."""

LONGEST_ESTIMATE_S = 3600.0
"""No time is estimated beyond an hour."""


@dataclass(frozen=True, slots=True)
class Trial:
    """An all-out run over a distance."""

    distance_m: float
    time_s: float


@dataclass(frozen=True, slots=True)
class CriticalSpeed:
    """The speed that can be held, m/s, and the metres that can be run above it."""

    speed_mps: float
    d_prime_m: float

    @property
    def pace_s_per_km(self) -> float:
        """The speed as a pace."""
        return 1000 / self.speed_mps

    def time_s(self, distance_m: float) -> float:
        """Return the time that is suggested for a distance.

        Raises:
            Problem: for a distance within D', or one that takes more than an hour.
        """
        seconds = (distance_m - self.d_prime_m) / self.speed_mps
        if not 0 < seconds <= LONGEST_ESTIMATE_S:
            raise Problem(f"distance: {distance_m:g} m lies outside what critical speed can estimate, up to an hour")
        return seconds


def critical_speed(trials: Sequence[Trial]) -> CriticalSpeed:
    """Return the critical speed of two or more trials: the line of distance over time, by least squares.

    >>> found = critical_speed([Trial(1600, 360), Trial(3200, 780)])
    >>> round(found.speed_mps, 6), round(found.d_prime_m, 3)
    (3.809524, 228.571)

    Raises:
        Problem: for too few trials, trials of other lengths, or trials that do not fit together.
    """
    if len(trials) < 2:
        raise Problem("trials: critical speed needs two all-out runs of different lengths")
    if not all(trial.distance_m > 0 and TRIAL_S[0] <= trial.time_s <= TRIAL_S[1] for trial in trials):
        raise Problem("trials: give distances above zero, run all-out in 2 to 20 minutes")
    mean_t = sum(trial.time_s for trial in trials) / len(trials)
    mean_d = sum(trial.distance_m for trial in trials) / len(trials)
    spread = sum((trial.time_s - mean_t) ** 2 for trial in trials)
    if spread == 0:
        raise Problem("trials: critical speed needs two all-out runs of different lengths")
    speed = sum((trial.time_s - mean_t) * (trial.distance_m - mean_d) for trial in trials) / spread
    d_prime = mean_d - speed * mean_t
    if speed <= 0 or not D_PRIME_M[0] <= d_prime <= D_PRIME_M[1]:
        raise Problem("trials: these runs do not fit together; repeat the shorter one all-out, well rested")
    return CriticalSpeed(speed, d_prime)
