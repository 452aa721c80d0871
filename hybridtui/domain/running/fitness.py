"""What is known of an athlete's running, from a race or from the easy pace. Source: science.md C.1, C.2."""

from __future__ import annotations

from dataclasses import dataclass

from hybridtui.domain.athlete import Athlete, Level
from hybridtui.domain.problems import Problem
from hybridtui.domain.running.daniels import DISTANCES_M, EXTRAPOLATED_BELOW, SHOWN, oxygen, race_time, vdot
from hybridtui.domain.running.power_law import riegel
from hybridtui.domain.running.zones import EASY_MIDDLE, Paces, paces


@dataclass(frozen=True, slots=True)
class Fitness:
    """A VDOT, and how far it can be trusted."""

    value: float
    rough: bool
    """True if it comes from an easy pace, not from a race."""

    @property
    def extrapolated(self) -> bool:
        """True below the printed tables."""
        return self.value < EXTRAPOLATED_BELOW


def vdot_of(athlete: Athlete) -> Fitness | None:
    """Return what the athlete's race, or else easy pace, says; None without either, or outside VDOT 20-85."""
    if athlete.result is not None:
        try:
            known = Fitness(vdot(athlete.result.distance_m, athlete.result.time_s), rough=False)
        except Problem:
            return None
    elif athlete.easy_pace_s_per_km is not None:
        known = Fitness(oxygen(60000 / athlete.easy_pace_s_per_km) / EASY_MIDDLE, rough=True)
    else:
        return None
    return known if SHOWN[0] <= known.value <= SHOWN[1] else None


def paces_of(athlete: Athlete) -> Paces | None:
    """Return the athlete's training paces; None for beginners and below VDOT 30, who go by effort (C.2)."""
    known = vdot_of(athlete)
    if known is None or known.extrapolated or athlete.level is Level.BEGINNER:
        return None
    return paces(known.value)


def race_prediction(athlete: Athlete, distance_m: float) -> float | None:
    """Return a cautious estimate of the athlete's time for a distance, seconds; None if nothing is known.

    The slower of what VDOT and Riegel suggest: both assume training for the distance.
    """
    known = vdot_of(athlete)
    if known is None or not DISTANCES_M[0] <= distance_m <= DISTANCES_M[1]:
        return None
    by_vdot = race_time(known.value, distance_m)
    result = athlete.result
    if result is None:
        return by_vdot
    return max(by_vdot, riegel(result.distance_m, result.time_s, distance_m).time_s)
