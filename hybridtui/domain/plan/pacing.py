"""Paces of the plan's runs, from a race or an easy pace, and where they come from in words. Source: science.md C.2."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from hybridtui.domain.athlete import Athlete, Level
from hybridtui.domain.running import Fitness, Paces, paces_of, vdot_of
from hybridtui.domain.units import DistanceUnit, clock, decimal, pace, round_half_up
from hybridtui.domain.workout import Why

_RACES = {
    1500.0: "1500 m",
    1609.344: "mile",
    3000.0: "3 km",
    5000.0: "5 km",
    10000.0: "10 km",
    21097.5: "half marathon",
    42195.0: "marathon",
}
_EFFORTS = {"M": "steady", "T": "comfortably hard", "I": "hard", "R": "fast and relaxed"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Pacing:
    """The paces to run at, if they are known, and where they come from."""

    paces: Paces | None = None
    basis: str = "Without a race result or an easy pace"
    unit: DistanceUnit = DistanceUnit.KM

    @classmethod
    def of(cls, athlete: Athlete) -> Pacing:
        """Return the pacing of an athlete; by effort for beginners and below VDOT 30."""
        # What pacing rests on, and no more: athletes differ in much else, and hashing them is dear.
        alike = Athlete(
            level=athlete.level,
            result=athlete.result,
            easy_pace_s_per_km=athlete.easy_pace_s_per_km,
            distance_unit=athlete.distance_unit,
        )
        return _pacing(alike)

    def pace(self, zone: str) -> float | None:
        """Return the pace of a zone in whole s/km; None where effort leads."""
        return None if self.paces is None else round_half_up(self.paces.of(zone))

    def ratio(self, zone: str) -> float:
        """Return what a minute of a zone is in minutes of easy running over the same distance, 1 if unknown.

        Limits of distance become limits of time with it.
        """
        return 1.0 if self.paces is None else self.paces.of(zone) / self.paces.easy

    def why(self, zone: str) -> Why:
        """Return where the pace of a zone comes from, or why there is none."""
        if self.paces is None:
            return Why("C.2", f"{self.basis} there is no pace target: go by effort and the talk test.")
        if zone == "E":
            slow, fast = (self._words(seconds) for seconds in (self.paces.easy_slow, self.paces.easy_fast))
            return Why("C.2", f"{self.basis} easy running is usually {slow} to {fast}; anywhere between is fine.")
        suggested = self._words(self.paces.of(zone))
        return Why("C.2", f"{self.basis} {_EFFORTS[zone]} is about {suggested}, an estimate: effort comes first.")

    def _words(self, seconds: float) -> str:
        return pace(seconds, 1000, self.unit)


@lru_cache(maxsize=64)
def _pacing(athlete: Athlete) -> Pacing:
    known = vdot_of(athlete)
    if known is None:
        return Pacing(unit=athlete.distance_unit)
    found = paces_of(athlete)
    return Pacing(paces=found, basis=_basis(athlete, known), unit=athlete.distance_unit)


def _basis(athlete: Athlete, known: Fitness) -> str:
    if athlete.level is Level.BEGINNER:
        return "In the first months of running"
    if known.extrapolated:
        return f"Below VDOT 30 (yours is estimated at {decimal(known.value, 1)})"
    result = athlete.result
    if result is not None:
        name = _RACES.get(result.distance_m, f"{decimal(result.distance_m / 1000)} km")
        return f"From your {name} in {clock(result.time_s)}, VDOT {known.value:.1f}:"
    easy = pace(athlete.easy_pace_s_per_km or 0, 1000, athlete.distance_unit)
    return f"From your easy pace of {easy}, roughly VDOT {decimal(known.value, 0)}:"
