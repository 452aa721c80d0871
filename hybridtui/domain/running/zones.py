"""Training paces of a VDOT, by zone. Source: science.md C.2."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from hybridtui.domain.running.daniels import pace_at, race_time

MARATHON_M = 42195.0

EASY_SHARES = (0.63, 0.73)
"""Shares of VDOT between which running is easy: the slow end and the fast end."""

EASY_MIDDLE = 0.68
"""The middle of easy."""

THRESHOLD_SHARE, INTERVAL_SHARE = 0.88, 0.975
_SLOWER_MARATHON_BELOW = 40.0
_FAST_FROM = 50.0
_REPETITION_GAIN_S = {True: 15.0, False: 20.0}
"""Seconds per km that R is faster than I, from VDOT 50 on and below."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Paces:
    """Training paces in s/km; larger is slower."""

    easy_slow: float
    easy_fast: float
    easy: float
    """The middle of easy, at 68 % of VDOT."""
    marathon: float
    threshold: float
    interval: float
    repetition: float

    def of(self, zone: str) -> float:
        """Return the pace of zone E (its middle), M, T, I or R.

        Raises:
            KeyError: for any other zone.
        """
        return {
            "E": self.easy,
            "M": self.marathon,
            "T": self.threshold,
            "I": self.interval,
            "R": self.repetition,
        }[zone]


@lru_cache(maxsize=64)
def paces(vdot: float) -> Paces:
    """Return the training paces that a VDOT suggests.

    >>> round(paces(50).threshold), round(paces(50).interval)
    (255, 235)

    Raises:
        Problem: outside VDOT 20-85.
    """
    marathon = race_time(vdot, MARATHON_M) / (MARATHON_M / 1000)
    interval = pace_at(INTERVAL_SHARE * vdot)
    slow, fast = (pace_at(share * vdot) for share in EASY_SHARES)
    return Paces(
        easy_slow=slow,
        easy_fast=fast,
        easy=pace_at(EASY_MIDDLE * vdot),
        marathon=marathon + max(0.0, _SLOWER_MARATHON_BELOW - vdot),
        threshold=pace_at(THRESHOLD_SHARE * vdot),
        interval=interval,
        repetition=interval - _REPETITION_GAIN_S[vdot >= _FAST_FROM],
    )
