"""How fit the log says a runner is: one VDOT, and where it comes from. Source: science.md C.1, C.2.

VDOT wants an all-out race. Where there is none, weaker evidence is taken, and named: a
fast training run says ``at least``, an easy pace says ``roughly``.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from hybridtui.domain.athlete import Athlete
from hybridtui.domain.mileage.courses import raced_metres
from hybridtui.domain.mileage.stretch import Stretch
from hybridtui.domain.problems import Problem
from hybridtui.domain.running.daniels import EXTRAPOLATED_BELOW, SHOWN, vdot
from hybridtui.domain.running.fitness import vdot_of

CURRENT_DAYS = 84
"""A race of the last twelve weeks still says how fit one is (C.1)."""


class Origin(StrEnum):
    """Where a VDOT comes from, the most trusted first."""

    RACE = "race"
    """A race or time trial of the last twelve weeks."""
    ANSWER = "answer"
    """The result that the athlete gave."""
    OLD_RACE = "old race"
    """A race or time trial that is older."""
    RUN = "run"
    """The fastest run of the last twelve weeks: it may not have been all-out."""
    EASY_PACE = "easy pace"
    """The easy pace that the athlete gave."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RunFitness:
    """A VDOT on one day, and how far it can be trusted: 3 to 5 off a laboratory's value either way."""

    vdot: float
    origin: Origin
    metres: float | None = None
    """Of the race or run; None: from an easy pace."""
    seconds: float | None = None
    day: date | None = None
    """When it was run; None: the athlete did not say."""
    age_days: int | None = None
    title: str = ""
    session_id: str | None = None

    @property
    def rough(self) -> bool:
        """True if it comes from an easy pace."""
        return self.origin is Origin.EASY_PACE

    @property
    def at_least(self) -> bool:
        """True if it comes from a run that need not have been all-out."""
        return self.origin is Origin.RUN

    @property
    def old(self) -> bool:
        """True if it comes from a race more than twelve weeks old."""
        return self.origin is Origin.OLD_RACE

    @property
    def extrapolated(self) -> bool:
        """True below the printed tables."""
        return self.vdot < EXTRAPOLATED_BELOW


def vdot_of_stretch(stretch: Stretch) -> float | None:
    """Return the VDOT that a stretch would have, run all-out; None outside of what VDOT is made for.

    A race counts with the length of its course, not with what the watch made of it.
    """
    metres = length(stretch)
    if metres is None:
        return None
    try:
        value = vdot(metres, stretch.seconds)
    except Problem:
        return None
    return value if SHOWN[0] <= value <= SHOWN[1] else None


def length(stretch: Stretch) -> float | None:
    """Return the metres that count: of a race those of its course; None if they are not known."""
    metres = stretch.metres
    return raced_metres(metres) if metres is not None and stretch.raced else metres


def races(stretches: Iterable[Stretch]) -> tuple[Stretch, ...]:
    """Return the race or time trial of each session that was one, by day: the longest stretch of it.

    What else was logged there is warm-up and cool-down.
    """
    longest: dict[str, Stretch] = {}
    for stretch in stretches:
        known = longest.get(stretch.session_id)
        if stretch.raced and (known is None or (stretch.metres or 0.0) > (known.metres or 0.0)):
            longest[stretch.session_id] = stretch
    return tuple(sorted(longest.values(), key=lambda race: race.day))


def fitness(stretches: Iterable[Stretch], athlete: Athlete, day: date) -> RunFitness | None:
    """Return the VDOT of a day from the best evidence there is; None without any.

    ``stretches`` are at least all races up to the day and all runs of the twelve weeks before it.
    """
    past = [stretch for stretch in stretches if stretch.day <= day]
    since = day - timedelta(days=CURRENT_DAYS)
    raced = races(past)
    given = _given(athlete)
    return (
        _best(Origin.RACE, (race for race in raced if race.day >= since), day)
        or (given if given is not None and given.origin is Origin.ANSWER else None)
        or _newest_old(raced, since, day)
        or fastest_run(past, day)
        or given
    )


def fastest_run(stretches: Iterable[Stretch], day: date) -> RunFitness | None:
    """Return what the fastest run of the twelve weeks before a day says, at least; None without one."""
    since = day - timedelta(days=CURRENT_DAYS)
    return _best(Origin.RUN, (stretch for stretch in stretches if since <= stretch.day <= day), day)


def _given(athlete: Athlete) -> RunFitness | None:
    """Return what the athlete's own answers say."""
    known = vdot_of(athlete)
    if known is None:
        return None
    if known.rough or athlete.result is None:
        return RunFitness(vdot=known.value, origin=Origin.EASY_PACE)
    result = athlete.result
    return RunFitness(vdot=known.value, origin=Origin.ANSWER, metres=result.distance_m, seconds=result.time_s)


def _best(origin: Origin, stretches: Iterable[Stretch], day: date) -> RunFitness | None:
    found = (one for stretch in stretches if (one := _of(origin, stretch, day)) is not None)
    return max(found, key=lambda one: (one.vdot, one.day or date.min), default=None)


def _newest_old(raced: Iterable[Stretch], since: date, day: date) -> RunFitness | None:
    """Return what the newest of the older races says: fitness that is gone is gone."""
    found = [one for race in raced if race.day < since and (one := _of(Origin.OLD_RACE, race, day)) is not None]
    return found[-1] if found else None


def _of(origin: Origin, stretch: Stretch, day: date) -> RunFitness | None:
    value = vdot_of_stretch(stretch)
    if value is None:
        return None
    return RunFitness(
        vdot=value,
        origin=origin,
        metres=length(stretch),
        seconds=stretch.seconds,
        day=stretch.day,
        age_days=(day - stretch.day).days,
        title=stretch.title,
        session_id=stretch.session_id,
    )
