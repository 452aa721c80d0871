"""Whether a plan can be made from these answers: the ranges of science.md F.1."""

from __future__ import annotations

import math
from collections.abc import Iterator
from datetime import date

from hybridtui.domain.athlete import EQUIPMENT, Athlete
from hybridtui.domain.plan.season import SOONEST
from hybridtui.domain.problems import Problem

WEEKS = range(1, 53)
"""How many weeks may be drafted at once."""

RACES_M = (1500.0, 42_195.0)
"""Shortest and longest race, metres: that of results (F.1)."""


def validate(athlete: Athlete) -> None:
    """Check every answer against its range.

    Raises:
        Problem: naming the first field that is out of range, and the range.
    """
    for complaint in _complaints(athlete):
        raise Problem(complaint)


def validate_race(athlete: Athlete, start: date) -> None:
    """Check that there is time to plan for the athlete's race, if there is one (H.9).

    Raises:
        Problem: if it lies before ``start``, on it or on the day after.
    """
    if athlete.race is not None and athlete.race.day < start + SOONEST:
        raise Problem(
            f"race: {athlete.race.day.isoformat()} is over, or too near to plan for; "
            "give a later date or leave the race out"
        )


def _complaints(athlete: Athlete) -> Iterator[str]:
    yield from _numbers(athlete)
    yield from _week(athlete)
    yield from _running(athlete)
    unknown = sorted(athlete.equipment - set(EQUIPMENT))
    if unknown:
        yield f"equipment: {unknown[0][:20]!r} is not known; leave it out or choose one of {', '.join(EQUIPMENT)}"


def _numbers(athlete: Athlete) -> Iterator[str]:
    if not 0.10 <= athlete.balance <= 0.90:
        yield f"balance: {athlete.balance} is out of range; give a run share from 0.10 to 0.90"
    if not 0 <= athlete.strength_sessions <= 7:
        yield f"strength_sessions: {athlete.strength_sessions} is out of range; give 0 to 7 a week"
    if athlete.age is not None and not 13 <= athlete.age <= 100:
        yield f"age: {athlete.age} is out of range; plans are made from 13 to 100 years"
    if athlete.bodyweight_kg is not None and not 20 <= athlete.bodyweight_kg <= 400:
        yield f"bodyweight_kg: {athlete.bodyweight_kg} is out of range; give 20 to 400 kg"


def _week(athlete: Athlete) -> Iterator[str]:
    if len(athlete.days) < 2:
        yield "days: a plan of running and strength needs at least two days a week"
    if list(athlete.days) != sorted(set(athlete.days)) or not set(athlete.days) <= set(range(7)):
        yield "days: name each day of the week once, Monday first"
    if athlete.days_per_week is not None and not 2 <= athlete.days_per_week <= 6:
        yield f"days_per_week: {athlete.days_per_week} is out of range; give 2 to 6, one day a week is for rest"
    if len(athlete.minutes) != 7 or not all(10 <= minutes <= 240 for minutes in athlete.minutes):
        yield "minutes: give each of the seven days 10 to 240 minutes"
    if len(athlete.slots) != 7 or not set(athlete.slots) <= {1, 2}:
        yield "slots: give each of the seven days 1 session, or 2 for morning and evening"


def _running(athlete: Athlete) -> Iterator[str]:
    if not 0 <= athlete.run_minutes <= 1200:
        yield f"run_minutes: {athlete.run_minutes} is out of range; give 0 to 1200 minutes a week"
    if not 0 <= athlete.longest_run <= 300:
        yield f"longest_run: {athlete.longest_run} is out of range; give 0 to 300 minutes"
    result = athlete.result
    if result is not None and not RACES_M[0] <= result.distance_m <= RACES_M[1]:
        yield f"result: {result.distance_m:g} m is out of range; give a race from 1500 m to a marathon"
    if result is not None and not 210 <= result.time_s <= 5 * 3600:
        yield "result: give a time from 3:30 minutes to 5 hours"
    pace = athlete.easy_pace_s_per_km
    if pace is not None and not (math.isfinite(pace) and 150 <= pace <= 1200):
        yield "easy_pace_s_per_km: give an easy pace from 2:30 to 20:00 per km"
    race = athlete.race
    if race is not None and not RACES_M[0] <= race.distance_m <= RACES_M[1]:
        yield f"race: {race.distance_m:g} m is out of range; give a race from 1500 m to a marathon"
    if athlete.quality_runs not in range(3):
        yield f"quality_runs: {athlete.quality_runs} is out of range; give 0 to 2 a week"
    if athlete.lighter_every is not None and athlete.lighter_every not in range(3, 7):
        yield f"lighter_every: {athlete.lighter_every} is out of range; a week in every 3 to 6 is lighter"
