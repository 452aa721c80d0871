"""Models of load over days: fitness and fatigue, sameness, this week against usual, heart-rate and pace loads.

Daily loads are session-RPE units (AU) for both sports; loads by heart rate or pace are
of runs only and are never added to them (D.5). Nothing here foretells an injury.
Source: science.md D.2-D.5.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from hybridtui.domain.problems import Problem
from hybridtui.domain.running.heart_rate import check_range

CHRONIC_DAYS, ACUTE_DAYS = 42, 7
"""Time constants of fitness and fatigue."""

MONOTONY_MOST = 10.0
"""Shown for any value beyond, and for days that are all the same."""

USUAL_DAYS = 28
"""A week is compared with so many days, itself included."""

_WEEK = 7
_BANISTER = {"m": (0.64, 1.92), "f": (0.86, 1.67)}
"""Factor and exponent of Banister's weighting; 0.86 for women as first published."""


def day_by_day(loads: Mapping[date, float], first: date, last: date) -> tuple[float, ...]:
    """Return the load of each civil day from ``first`` to ``last``; days without one are rest."""
    return tuple(loads.get(first + timedelta(days=n), 0.0) for n in range((last - first).days + 1))


@dataclass(frozen=True, slots=True)
class DayOfLoad:
    """Fitness (CTL), fatigue (ATL) and form on one day."""

    ctl: float
    atl: float
    form: float
    """CTL less ATL of the day before: how fresh the day begins."""


def pmc(daily: Sequence[float], *, ctl: float = 0.0, atl: float = 0.0) -> Iterator[DayOfLoad]:
    """Yield fitness and fatigue day by day, with the factor 1 - e^(-1/days); other tools use 1/42 or 2/43.

    New athletes begin with both at their mean daily load of the last four weeks.
    """
    chronic, acute = (1 - math.exp(-1 / days) for days in (CHRONIC_DAYS, ACUTE_DAYS))
    for load in daily:
        form = ctl - atl
        ctl += (load - ctl) * chronic
        atl += (load - atl) * acute
        yield DayOfLoad(ctl, atl, form)


def monotony(daily: Sequence[float], *, population: bool = False) -> float | None:
    """Return mean over standard deviation of seven daily loads, rest days as 0; None for an empty week.

    The deviation is the sample's unless ``population`` is asked for; public code is split.

    >>> round(monotony([0, 350, 240, 120, 0, 170, 280]) or 0, 4)
    1.2263
    """
    mean = sum(daily) / _WEEK
    if not mean:
        return None
    spread = sum((load - mean) ** 2 for load in daily)
    deviation = math.sqrt(spread / (_WEEK if population else _WEEK - 1))
    return min(MONOTONY_MOST, mean / deviation) if deviation else MONOTONY_MOST


def strain(daily: Sequence[float]) -> float | None:
    """Return a week's load times its monotony; None for an empty week."""
    sameness = monotony(daily)
    return None if sameness is None else sum(daily) * sameness


@dataclass(frozen=True, slots=True)
class Averages:
    """Exponentially weighted loads of a week and of four."""

    acute: float
    chronic: float

    @property
    def ratio(self) -> float | None:
        """The week against four weeks; None without any load."""
        return _ratio(self.acute, self.chronic)


def week_against_usual(daily: Sequence[float], *, coupled: bool = True) -> float | None:
    """Return the mean of the last 7 days over that of 28, or of the 21 before them; None if it says nothing.

    A neutral comparison: it forebodes no injury.
    """
    if len(daily) < USUAL_DAYS:
        return None
    week, before = daily[-_WEEK:], daily[-USUAL_DAYS:-_WEEK]
    usual = (sum(week) + sum(before)) / USUAL_DAYS if coupled else sum(before) / (USUAL_DAYS - _WEEK)
    return _ratio(sum(week) / _WEEK, usual)


def weighted_averages(daily: Sequence[float]) -> Averages | None:
    """Return the exponentially weighted averages of at least 28 days, begun with the first load; else None."""
    if len(daily) < USUAL_DAYS:
        return None
    acute = chronic = daily[0]
    for load in daily[1:]:
        acute += 2 / (_WEEK + 1) * (load - acute)
        chronic += 2 / (USUAL_DAYS + 1) * (load - chronic)
    return Averages(acute, chronic)


def banister(
    minutes: float, bpm: float, *, rest: float, maximum: float, sex: str, factor: float | None = None
) -> float:
    """Return Banister's training impulse of a run; ``sex`` is ``m`` or ``f``.

    Another ``factor`` may be given: GoldenCheetah takes 0.64 for both.

    >>> round(banister(30, 130, rest=40, maximum=200, sex="m"), 2)
    31.8

    Raises:
        Problem: for heart rates that cannot be, or another letter.
    """
    check_range(rest, maximum)
    if sex not in _BANISTER:
        raise Problem("sex: heart-rate loads are known for m and f")
    if not (minutes >= 0 and rest <= bpm <= maximum):
        raise Problem("heart rate: give minutes, and a rate between the resting one and the maximum")
    usual, exponent = _BANISTER[sex]
    reserve = (bpm - rest) / (maximum - rest)
    return minutes * reserve * (usual if factor is None else factor) * math.exp(exponent * reserve)


def edwards(minutes_in_zones: Sequence[float]) -> float:
    """Return Edwards' load: minutes in the five tenths from 50 to 100 % of the maximum, times 1 to 5.

    Raises:
        Problem: unless there are five zones.
    """
    if len(minutes_in_zones) != len(range(1, 6)):
        raise Problem("zones: give the minutes in each of five zones")
    return sum(weight * minutes for weight, minutes in enumerate(minutes_in_zones, start=1))


def hrss(minutes: float, bpm: float, *, rest: float, maximum: float, threshold: float, sex: str) -> float:
    """Return a run's impulse in hundredths of an hour at threshold.

    Raises:
        Problem: for heart rates that cannot be, or another letter.
    """
    hour = banister(60, threshold, rest=rest, maximum=maximum, sex=sex)
    if not hour:
        raise Problem("heart rate: the threshold lies above the resting rate")
    return 100 * banister(minutes, bpm, rest=rest, maximum=maximum, sex=sex) / hour


def rtss(minutes: float, pace_s_per_km: float, threshold_pace_s_per_km: float) -> float:
    """Return a run's load by pace (on hills, the pace on the flat): an hour at threshold is 100.

    >>> rtss(30, 300, 270)
    40.5

    Raises:
        Problem: for paces that are not above zero, or minutes below it.
    """
    if not (minutes >= 0 and pace_s_per_km > 0 and threshold_pace_s_per_km > 0):
        raise Problem("pace: give minutes and paces above zero")
    return 100 * minutes / 60 * (threshold_pace_s_per_km / pace_s_per_km) ** 2


def _ratio(part: float, whole: float) -> float | None:
    return part / whole if whole > 0 else None
