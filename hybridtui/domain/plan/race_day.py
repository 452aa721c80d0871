"""The race as a workout: warm-up, the distance, cool-down. Source: science.md C.9, H.3, R21, I.14."""

from __future__ import annotations

from hybridtui.domain.athlete import Athlete, Race
from hybridtui.domain.estimate import UNKNOWN_PACE_S_PER_KM, session_minutes
from hybridtui.domain.plan.bookends import run_cool_down, run_warm_up
from hybridtui.domain.plan.choice import Means
from hybridtui.domain.plan.page import Page
from hybridtui.domain.running import race_prediction
from hybridtui.domain.units import decimal, round_half_up
from hybridtui.domain.workout import RACE, Kind, Step, StepKind, Why, Workout

WARM_UP_S, COOL_DOWN_S = 600, 300
RACE_RPE = 9.0
NEAR = 0.01
"""Distances as near as this to a known one carry its name."""

_NAMES = {5000.0: "5 km race", 10_000.0: "10 km race", 21_097.5: "Half marathon", 42_195.0: "Marathon"}
_PURPOSE = "What all these weeks were for."
_CALM = Why("C.9", "The weeks before took running away and kept its effort: you start rested.")
_APART = Why("I.14", "Its minutes count neither for the balance nor for the week's running.")


def race_of(page: Page, race: Race) -> Workout:
    """Return the workout of the race day; it is there even if that is no training day."""
    steps = _steps(race, page.asked.athlete, page.means)
    minutes = session_minutes(steps)
    return Workout(
        id=page.ids(),
        day=race.day,
        kind=Kind.RUN,
        subtype=RACE,
        title=title(race),
        minutes=minutes,
        run_minutes=minutes,
        strength_minutes=0,
        steps=steps,
        hard=True,
        purpose=_PURPOSE,
        why=(_CALM, _APART),
    )


def title(race: Race) -> str:
    """Return the name of a race.

    >>> from datetime import date
    >>> title(Race(21097.5, date(2026, 5, 24))), title(Race(15_000, date(2026, 5, 24)))
    ('Half marathon', '15 km race')
    """
    known = next((name for metres, name in _NAMES.items() if abs(race.distance_m - metres) <= NEAR * metres), None)
    return known or f"{decimal(race.distance_m / 1000, 1)} km race"


def _steps(race: Race, athlete: Athlete, means: Means) -> tuple[Step, ...]:
    pace, why = _pace(race, athlete)
    interval = Step(
        kind=StepKind.INTERVAL,
        title=title(race),
        distance_m=race.distance_m,
        pace_s_per_km=pace,
        rpe=None if athlete.see_professional else RACE_RPE,
        why=(why,),
    )
    return (*run_warm_up(WARM_UP_S, means, drills=True), interval, *run_cool_down(COOL_DOWN_S, means))


def _pace(race: Race, athlete: Athlete) -> tuple[float, Why]:
    """The pace to expect, whole seconds; an estimate in any case (H.3)."""
    time = race_prediction(athlete, race.distance_m)
    if time is not None:
        return round_half_up(time / race.distance_m * 1000), Why("C.1", "An estimate from your running, no promise.")
    easy = athlete.easy_pace_s_per_km or UNKNOWN_PACE_S_PER_KM
    return round_half_up(easy), Why("C.2", "Without a race result this is an easy pace: go by how it feels.")
