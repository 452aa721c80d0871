"""Everything that the Running tab of History shows, put together from what the store adds up."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import islice

from hybridtui.domain.athlete import Athlete, Level
from hybridtui.domain.calendar import By, Period
from hybridtui.domain.history import WHOLE_RUNS
from hybridtui.domain.mileage.bests import DISTANCES, Best, best_time
from hybridtui.domain.mileage.easy import EasyRunning, easy_running
from hybridtui.domain.mileage.effort import Split
from hybridtui.domain.mileage.estimates import RaceEstimate, race_estimates, speed_held, training_paces, trials
from hybridtui.domain.mileage.fitness import CURRENT_DAYS, RunFitness, fastest_run, fitness, races, vdot_of_stretch
from hybridtui.domain.mileage.hearts import HeartRates, RunLoad, heart_load, impulse, pace_load, summed
from hybridtui.domain.mileage.stretch import Stretch
from hybridtui.domain.mileage.sums import SessionSums, StretchSums
from hybridtui.domain.running import CriticalSpeed, Paces, paces
from hybridtui.domain.units import DistanceUnit

_NOTHING = Split()


@dataclass(frozen=True, slots=True, kw_only=True)
class RunPeriod:
    """The running of one week or month."""

    period: Period
    sessions: int = 0
    """Sessions with running."""
    seconds: float = 0.0
    metres: float = 0.0
    longest_s: float = 0.0
    """Run time of the longest run."""
    longest_m: float = 0.0
    """Of the longest run by distance."""
    split: Split = _NOTHING
    easy: EasyRunning | None = None
    vdot_raced: float | None = None
    """Best VDOT of its races and time trials."""
    vdot_run: float | None = None
    """Best VDOT of its other runs: at least."""
    times: tuple[float | None, ...] = (None,) * len(DISTANCES)
    """Best time over each distance of ``bests.DISTANCES``, at most."""
    trimp: RunLoad | None = None
    hrss: RunLoad | None = None
    rtss: RunLoad | None = None

    @property
    def long_share(self) -> float | None:
        """The longest run's share of the time; None without running."""
        return self.longest_s / self.seconds if self.seconds and self.longest_s else None


@dataclass(frozen=True, slots=True)
class Loaded:
    """One stretch with its TRIMP, HRSS and rTSS."""

    stretch: Stretch
    values: tuple[float | None, float | None, float | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class MileagePage:
    """The running of a stretch of weeks or months, and what it says today."""

    today: date
    by: By
    unit: DistanceUnit
    periods: tuple[RunPeriod, ...]
    """Oldest first."""
    bests: tuple[Best, ...]
    """Of all that was ever logged."""
    fitness: RunFitness | None
    proven: RunFitness | None
    """The fastest run of the last twelve weeks, if it says more than ``fitness``."""
    estimates: tuple[RaceEstimate, ...]
    paces: Paces | None
    """Training paces; None for beginners and below VDOT 30, who go by effort."""
    beginner: bool
    trials: tuple[Stretch, ...]
    """Races and time trials that critical speed may be told from."""
    speed: CriticalSpeed | None
    rates: HeartRates
    loaded: tuple[Loaded, ...] = ()
    """The newest runs with a load by heart rate or pace, newest first."""

    @property
    def empty(self) -> bool:
        """True if nothing was ever run."""
        return not self.bests and not any(one.sessions for one in self.periods)

    @property
    def now(self) -> RunPeriod:
        """The newest period."""
        return self.periods[-1]


NEWEST = 5
"""Runs whose loads are told one by one."""


def since(first: date, today: date) -> date:
    """Return from which day on single runs are needed: of the window, and of the twelve weeks a VDOT looks at."""
    return min(first, today - timedelta(days=CURRENT_DAYS))


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What the store found."""

    sessions: Sequence[SessionSums]
    stretch_sums: Sequence[StretchSums]
    stretches: Sequence[Stretch]
    """Since :func:`since`, and all races before, oldest first."""
    bests: tuple[Best, ...]


def mileage_page(found: Found, athlete: Athlete, by: By, periods: Sequence[Period], today: date) -> MileagePage:
    """Put the page together; ``periods`` are those of the window, oldest first."""
    rates = HeartRates.of(athlete)
    known = fitness(found.stretches, athlete, today)
    threshold = paces(known.vdot).threshold if known is not None else None
    run = fastest_run(found.stretches, today)
    able = trials(found.stretches, today)
    return MileagePage(
        today=today,
        by=by,
        unit=athlete.distance_unit,
        periods=_periods(found, rates, threshold, by, periods),
        bests=found.bests,
        fitness=known,
        proven=run if run is not None and known is not None and run.vdot > known.vdot else None,
        estimates=race_estimates(known),
        paces=training_paces(known, athlete),
        beginner=athlete.level is Level.BEGINNER,
        trials=able,
        speed=speed_held(able),
        rates=rates,
        loaded=tuple(islice(_loaded(found.stretches, rates, threshold), NEWEST)),
    )


def _loaded(stretches: Sequence[Stretch], rates: HeartRates, threshold: float | None) -> Iterator[Loaded]:
    """Yield the stretches that a load can be told of, newest first."""
    for stretch in reversed(stretches):
        loads = impulse(stretch, rates), heart_load(stretch, rates), pace_load(stretch, threshold)
        if any(load is not None for load in loads):
            yield Loaded(stretch, loads)


def _periods(
    found: Found, rates: HeartRates, threshold: float | None, by: By, periods: Sequence[Period]
) -> tuple[RunPeriod, ...]:
    sessions, sums = defaultdict[Period, list[SessionSums]](list), defaultdict[Period, list[StretchSums]](list)
    stretches = defaultdict[Period, list[Stretch]](list)
    for of_session in found.sessions:
        sessions[of_session.period].append(of_session)
    for part in found.stretch_sums:
        sums[part.period].append(part)
    for stretch in found.stretches:
        stretches[by.of(stretch.day)].append(stretch)
    return tuple(_period(one, sessions[one], sums[one], stretches[one], rates, threshold) for one in periods)


def _period(
    period: Period,
    sessions: Sequence[SessionSums],
    sums: Sequence[StretchSums],
    stretches: Sequence[Stretch],
    rates: HeartRates,
    threshold: float | None,
) -> RunPeriod:
    whole = [one for one in sessions if one.kind in WHOLE_RUNS]
    raced = set(races(stretches))
    return RunPeriod(
        period=period,
        sessions=sum(one.sessions for one in sessions),
        seconds=sum(one.seconds for one in sessions),
        metres=sum(one.metres for one in sessions),
        longest_s=max((one.longest_s for one in whole), default=0.0),
        longest_m=max((one.longest_m for one in whole), default=0.0),
        split=Split.of((one.judged(rates.threshold), one.seconds) for one in sessions),
        easy=easy_running(sums, rates.threshold),
        vdot_raced=_most(vdot_of_stretch(one) for one in raced),
        vdot_run=_most(vdot_of_stretch(one) for one in stretches if one not in raced),
        times=tuple(_fastest(best_time(course, one) for one in stretches) for course in DISTANCES),
        trimp=summed(impulse(one, rates) for one in stretches),
        hrss=summed(heart_load(one, rates) for one in stretches),
        rtss=summed(pace_load(one, threshold) for one in stretches),
    )


def _most(values: Iterable[float | None]) -> float | None:
    return max((value for value in values if value is not None), default=None)


def _fastest(times: Iterable[tuple[float, bool] | None]) -> float | None:
    return min((time[0] for time in times if time is not None), default=None)
