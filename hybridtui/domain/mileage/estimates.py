"""What a VDOT suggests: race times, training paces, and critical speed beside it. Source: science.md C.1-C.4."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from hybridtui.domain.athlete import Athlete, Level
from hybridtui.domain.mileage.courses import FIVE_K, HALF, MARATHON, TEN_K, Course
from hybridtui.domain.mileage.fitness import CURRENT_DAYS, RunFitness, length, races
from hybridtui.domain.mileage.stretch import Stretch
from hybridtui.domain.problems import Problem
from hybridtui.domain.running import CriticalSpeed, Paces, Trial, critical_speed, paces, race_time, riegel
from hybridtui.domain.running.trials import TRIAL_S

ESTIMATED = (FIVE_K, TEN_K, HALF, MARATHON)
"""Races that a time is estimated for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RaceEstimate:
    """A time over a distance: an estimate, no promise."""

    course: Course
    seconds: float
    """By VDOT."""
    riegel_s: float | None
    """The second opinion; None if the VDOT comes from no race or run."""
    warnings: tuple[str, ...] = ()


def race_estimates(known: RunFitness | None) -> tuple[RaceEstimate, ...]:
    """Return a time for each race; none without a VDOT."""
    return tuple(_estimate(course, known) for course in ESTIMATED) if known is not None else ()


def _estimate(course: Course, known: RunFitness) -> RaceEstimate:
    by_vdot = race_time(known.vdot, course.metres)
    if known.metres is None or known.seconds is None:
        return RaceEstimate(course=course, seconds=by_vdot, riegel_s=None)
    second = riegel(known.metres, known.seconds, course.metres)
    return RaceEstimate(course=course, seconds=by_vdot, riegel_s=second.time_s, warnings=second.warnings)


def training_paces(known: RunFitness | None, athlete: Athlete) -> Paces | None:
    """Return the training paces of a VDOT; None for beginners and below VDOT 30, who go by effort (C.2)."""
    if known is None or known.extrapolated or athlete.level is Level.BEGINNER:
        return None
    return paces(known.vdot)


def trials(stretches: Iterable[Stretch], day: date) -> tuple[Stretch, ...]:
    """Return the races and time trials of two to twenty minutes of the twelve weeks before a day."""
    since = day - timedelta(days=CURRENT_DAYS)
    return tuple(
        race for race in races(stretches) if since <= race.day <= day and TRIAL_S[0] <= race.seconds <= TRIAL_S[1]
    )


def speed_held(found: Iterable[Stretch]) -> CriticalSpeed | None:
    """Return the critical speed of some trials; None if there are too few, or they do not fit together."""
    try:
        return critical_speed([Trial(length(trial) or 0.0, trial.seconds) for trial in found])
    except Problem:
        return None
