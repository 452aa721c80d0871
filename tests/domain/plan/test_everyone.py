"""Whoever asks gets a plan, and no rule is broken that the plan does not name as bent."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hybridtui.domain.athlete import EQUIPMENT_PROFILES, Athlete, Goal, Level, Limit, Race
from hybridtui.domain.calendar import Weekday
from hybridtui.domain.plan import choice
from hybridtui.domain.workout import Kind, StepKind
from tests.domain.plan.builders import plan

CAPS = (10, 15, 20, 30, 45, 60, 90, 240)


@st.composite
def athletes(draw: st.DrawFn) -> Athlete:
    """Any athlete whose answers are in range."""
    cap = draw(st.sampled_from(CAPS))
    odd = draw(st.lists(st.sampled_from((cap, *CAPS)), min_size=7, max_size=7))
    return Athlete(
        goal=draw(st.sampled_from(Goal)),
        balance=draw(st.integers(2, 18)) / 20,
        level=draw(st.sampled_from(Level)),
        days=tuple(sorted(draw(st.sets(st.sampled_from(Weekday), min_size=2)))),
        days_per_week=draw(st.none() | st.integers(2, 6)),
        minutes=tuple(odd) if draw(st.booleans()) else (cap,) * 7,
        slots=tuple(draw(st.lists(st.integers(1, 2), min_size=7, max_size=7))),
        allow_doubles=draw(st.booleans()),
        equipment=draw(st.sampled_from([*EQUIPMENT_PROFILES.values(), frozenset({"band", "dumbbell"})])),
        run_minutes=draw(st.sampled_from((0, 10, 20, 45, 60, 120, 240, 600))),
        longest_run=draw(st.sampled_from((0, 20, 60, 150))),
        strength_sessions=draw(st.integers(0, 4)),
        limits=draw(st.frozensets(st.sampled_from(Limit), max_size=3)),
        age=draw(st.sampled_from((None, 14, 35, 60))),
        long_run_day=draw(st.sampled_from(Weekday)),
        see_professional=draw(st.integers(0, 9)) == 0,
        quality_runs=draw(st.integers(0, 2)),
        lighter_every=draw(st.none() | st.integers(3, 6)),
    )


@st.composite
def racers(draw: st.DrawFn) -> tuple[Athlete, date]:
    """Any athlete with a race two days to ten weeks away, and the day their plan starts."""
    start = date(2026, 3, 2) + timedelta(days=draw(st.integers(0, 6)))
    distance = draw(st.sampled_from((1500.0, 5000.0, 10_000.0, 15_000.0, 21_097.5, 42_195.0)))
    race = Race(distance, start + timedelta(days=draw(st.integers(2, 70))))
    return replace(draw(athletes()), race=race), start


@settings(max_examples=150, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
@given(athlete=athletes(), start=st.integers(0, 6).map(lambda days: date(2026, 3, 2) + timedelta(days=days)))
def test_any_valid_answers_give_a_plan_that_keeps_its_rules(athlete: Athlete, start: date) -> None:
    drafted = plan(athlete, start)
    assert drafted.breaches == ()
    assert len(drafted.weeks) == 4
    assert all(week.workouts for week in drafted.weeks[1:])
    for week in drafted.weeks:
        for workout in week.workouts:
            assert workout.day >= start
            assert workout.run_minutes + workout.strength_minutes == workout.minutes
            if workout.kind is Kind.HYBRID:
                assert workout.run_minutes == workout.strength_minutes


@settings(max_examples=60, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
@given(told=racers())
def test_whoever_races_is_led_to_the_race_and_past_it(told: tuple[Athlete, date]) -> None:
    athlete, start = told
    assert athlete.race is not None
    to_race = len(plan(athlete, start, weeks=None).weeks)
    drafted = plan(athlete, start, weeks=(to_race if not athlete.see_professional else 4) + 2)
    assert drafted.breaches == ()
    races = [w for week in drafted.weeks for w in week.workouts if w.is_race]
    assert [race.day for race in races] == ([] if athlete.see_professional else [athlete.race.day])
    for race in races:
        week = drafted.week_of(race.day)
        assert week is not None
        assert week.number == to_race
        assert week.workouts[-1] is race
        assert not any(w.long for w in week.workouts)


@settings(max_examples=30, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
@given(athlete=athletes())
def test_the_same_answers_give_the_same_plan(athlete: Athlete) -> None:
    assert plan(athlete) == plan(athlete)


@settings(max_examples=40, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
@given(athlete=athletes())
def test_no_exercise_stands_too_high_on_its_ladder(athlete: Athlete) -> None:
    means = choice.Means.of(athlete, 1)
    for workout in plan(athlete, weeks=1).weeks[0].workouts:
        for step in workout.steps:
            if step.kind in (StepKind.SET, StepKind.HOLD) and step.exercise not in choice.FOUNDING[means.level]:
                exercise = choice.catalogue()[step.exercise or ""]
                assert choice.height(exercise, means) <= choice.REACH[means.level]
