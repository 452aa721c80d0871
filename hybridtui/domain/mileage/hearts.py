"""Heart rates of an athlete, and what they make of runs: impulse, load, zones. Source: science.md C.5, D.4.

Loads by heart rate or pace are of runs only, and are never added to those by effort (D.5).
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass

from hybridtui.domain import load_models
from hybridtui.domain.athlete import Athlete, Sex
from hybridtui.domain.mileage.stretch import Stretch
from hybridtui.domain.problems import Problem
from hybridtui.domain.running.grade import there_and_back
from hybridtui.domain.running.heart_rate import Zone, estimated_max, of_reserve, threshold_zones

RESERVE_BANDS = (("light", 0.30, 0.40), ("moderate", 0.40, 0.60), ("vigorous", 0.60, 0.90))
"""Efforts as shares of the heart-rate reserve, from the first up to the second (ACSM, C.5)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HeartRates:
    """What is known of an athlete's heart, bpm."""

    resting: int | None = None
    maximum: float | None = None
    estimated: bool = False
    """True if the maximum is the usual one of the age: it may well be ten beats off."""
    threshold: int | None = None
    sex: Sex | None = None

    @classmethod
    def of(cls, athlete: Athlete) -> HeartRates:
        """Return what the athlete's answers say; the maximum measured, or else usual at that age."""
        usual = estimated_max(athlete.age) if athlete.age is not None else None
        return cls(
            resting=athlete.resting_hr,
            maximum=float(athlete.max_hr) if athlete.max_hr is not None else usual,
            estimated=athlete.max_hr is None and usual is not None,
            threshold=athlete.threshold_hr,
            sex=athlete.sex,
        )

    @property
    def missing(self) -> tuple[str, ...]:
        """What a training impulse still needs to be known, in words."""
        wanted = {"resting": self.resting, "maximum": self.maximum, "sex": self.sex}
        return tuple(name for name, value in wanted.items() if value is None)

    @property
    def zones(self) -> tuple[Zone, ...]:
        """Zones around the threshold; none without one."""
        return threshold_zones(self.threshold) if self.threshold is not None else ()

    @property
    def bands(self) -> tuple[tuple[str, int, int], ...]:
        """Efforts with their lowest and highest heart rate, by the reserve; none without it."""
        resting, maximum = self.resting, self.maximum
        if resting is None or maximum is None or not 0 < resting < maximum:
            return ()
        return tuple(
            (name, _lowest(of_reserve(resting, maximum, low)), _lowest(of_reserve(resting, maximum, high)) - 1)
            for name, low, high in RESERVE_BANDS
        )


def _lowest(edge: float) -> int:
    """Return the first whole beat of what begins at an edge (H.4)."""
    return math.ceil(edge - 1e-9)


def impulse(stretch: Stretch, rates: HeartRates) -> float | None:
    """Return Banister's training impulse (TRIMP) of a run; None where something is not known or cannot be."""
    if stretch.avg_hr is None or rates.resting is None or rates.maximum is None or rates.sex is None:
        return None
    try:
        return load_models.banister(
            stretch.seconds / 60, stretch.avg_hr, rest=rates.resting, maximum=rates.maximum, sex=rates.sex
        )
    except Problem:  # a mean above the maximum, or below the rate at rest: one of the two is wrong
        return None


def heart_load(stretch: Stretch, rates: HeartRates) -> float | None:
    """Return the run's impulse in hundredths of an hour at threshold (HRSS); None where it cannot be told."""
    if stretch.avg_hr is None or rates.resting is None or rates.maximum is None or rates.sex is None:
        return None
    if rates.threshold is None:
        return None
    try:
        return load_models.hrss(
            stretch.seconds / 60,
            stretch.avg_hr,
            rest=rates.resting,
            maximum=rates.maximum,
            threshold=rates.threshold,
            sex=rates.sex,
        )
    except Problem:
        return None


def pace_load(stretch: Stretch, threshold_s_per_km: float | None) -> float | None:
    """Return the run's load by pace (rTSS), on hills by the pace on the flat; None where it cannot be told."""
    if threshold_s_per_km is None or stretch.metres is None:
        return None
    harder = there_and_back(stretch.metres, stretch.ascent_m) if stretch.ascent_m is not None else 1.0
    pace = stretch.seconds * 1000 / stretch.metres / harder
    return load_models.rtss(stretch.seconds / 60, pace, threshold_s_per_km)


@dataclass(frozen=True, slots=True, kw_only=True)
class RunLoad:
    """One of these loads over many runs."""

    sum: float
    told: int
    """Runs that it could be told of."""
    of: int
    """All runs."""


def summed(loads: Iterable[float | None]) -> RunLoad | None:
    """Add loads up; None if none could be told."""
    every = list(loads)
    known = [load for load in every if load is not None]
    return RunLoad(sum=sum(known), told=len(known), of=len(every)) if known else None
