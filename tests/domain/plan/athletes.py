"""Athletes whose answers are in range, all over the space of F.1, for property tests."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import strategies as st

from hybridtui.domain.athlete import (
    EQUIPMENT,
    EQUIPMENT_PROFILES,
    Athlete,
    Goal,
    Level,
    Limit,
    Race,
    RaceResult,
    StrengthGoal,
)
from hybridtui.domain.calendar import Weekday

MONDAY = date(2026, 3, 2)
CAPS = (10, 15, 20, 25, 30, 45, 60, 75, 90, 120, 240)
DISTANCES = (1_500.0, 5_000.0, 10_000.0, 16_093.44, 21_097.5, 42_195.0)
RUNNING = (0, 10, 14, 15, 20, 45, 49, 50, 60, 90, 120, 190, 240, 400, 600, 1200)
LONGEST = (0, 10, 20, 35, 60, 90, 150, 300)
NEAREST_RACE, FARTHEST_RACE = 14, 280
"""Days from the start of a plan."""


@st.composite
def _minutes(draw: st.DrawFn) -> tuple[int, ...]:
    if draw(st.booleans()):
        return (draw(st.sampled_from(CAPS)),) * 7
    return tuple(draw(st.lists(st.integers(2, 48).map(lambda n: 5 * n), min_size=7, max_size=7)))


def _fitness() -> st.SearchStrategy[tuple[RaceResult | None, float | None]]:
    """A result run at a pace of 3 to 8 minutes a km, an easy pace, or neither."""
    results = st.builds(
        lambda metres, pace: RaceResult(metres, min(18_000.0, max(210.0, metres / 1000 * pace))),
        st.sampled_from(DISTANCES),
        st.integers(180, 480),
    )
    return st.one_of(
        st.just((None, None)),
        st.tuples(results, st.none()),
        st.tuples(st.none(), st.integers(240, 600).map(float)),
    )


@st.composite
def athletes(draw: st.DrawFn, start: date = MONDAY) -> Athlete:
    """Any athlete who may ask for a plan from ``start`` on."""
    some_equipment = st.frozensets(st.sampled_from(EQUIPMENT), max_size=8)
    result, easy_pace = draw(_fitness())
    race_in = draw(st.none() | st.integers(NEAREST_RACE, FARTHEST_RACE))
    race = None
    if race_in is not None:
        race = Race(draw(st.sampled_from(DISTANCES)), start + timedelta(days=race_in))
    return Athlete(
        goal=draw(st.sampled_from(Goal)),
        balance=draw(st.integers(2, 18)) / 20,
        level=draw(st.sampled_from(Level)),
        days=tuple(sorted(draw(st.sets(st.sampled_from(Weekday), min_size=2)))),
        days_per_week=draw(st.none() | st.integers(2, 6)),
        minutes=draw(_minutes()),
        slots=tuple(draw(st.lists(st.integers(1, 2), min_size=7, max_size=7))),
        allow_doubles=draw(st.booleans()),
        equipment=draw(st.sampled_from(tuple(EQUIPMENT_PROFILES.values())) | some_equipment),
        run_minutes=draw(st.sampled_from(RUNNING)),
        longest_run=draw(st.sampled_from(LONGEST)),
        strength_sessions=draw(st.integers(0, 7)),
        limits=draw(st.just(frozenset[Limit]()) | st.frozensets(st.sampled_from(Limit), max_size=4)),
        age=draw(st.none() | st.integers(13, 100)),
        long_run_day=draw(st.sampled_from(Weekday)),
        race=race,
        result=result,
        easy_pace_s_per_km=easy_pace,
        see_professional=draw(st.integers(0, 11)) == 0,
        strength_goal=draw(st.none() | st.sampled_from(StrengthGoal)),
        quality_runs=draw(st.integers(0, 2)),
        lighter_every=draw(st.none() | st.integers(3, 6)),
    )


@st.composite
def asking(draw: st.DrawFn) -> tuple[Athlete, date]:
    """An athlete and the day the plan begins, any of a week."""
    start = MONDAY + timedelta(days=draw(st.integers(0, 6)))
    return draw(athletes(start)), start
