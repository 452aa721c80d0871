"""Whatever is answered, within its range, there is a plan, and it breaks no rule that it does not tell.

A few hundred athletes in the suite; five thousand with ``--hypothesis-profile five_thousand``.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, seed, settings
from hypothesis import strategies as st

from hybridtui.domain.athlete import Athlete, Goal, Level, Race, StrengthGoal
from hybridtui.domain.calendar import Week, Weekday
from hybridtui.domain.plan import choice
from hybridtui.domain.plan.check import check
from hybridtui.domain.workout import Kind, Plan, PlannedWeek, StepKind, Workout
from tests.domain.plan.athletes import asking
from tests.domain.plan.builders import plan

WEEKS = 12
PARTS = 4
"""Parts of the space that may be searched at the same time."""

EXAMPLES = max(200, settings().max_examples)
NEVER = frozenset({"R3", "R4", "R5", "C.6", "C.6.4", "R9", "R15", "R16", "R21", "R26", "H1"})
"""What no telling excuses: rest, legs before the long run, sore muscles, growth, and what is not there."""


def search(part: int, examples: int, holds: Callable[[Athlete, date], None]) -> None:
    """Try a property on athletes that no other part has."""

    @seed(part)
    @settings(max_examples=examples, deadline=None, database=None, suppress_health_check=list(HealthCheck))
    @given(asked=asking())
    def tried(asked: tuple[Athlete, date]) -> None:
        holds(*asked)

    tried()


@pytest.mark.parametrize("part", range(PARTS))
def test_any_answers_give_a_plan_that_keeps_or_tells_its_rules(part: int) -> None:
    search(part, EXAMPLES // PARTS, keeps_or_tells)


def keeps_or_tells(athlete: Athlete, start: date) -> None:
    """The plan is whole, its hard breaches are told, and some are never there at all."""
    drafted = plan(athlete, start, weeks=WEEKS)
    assert [b for b in drafted.breaches if b.hard] == []
    assert {b.rule for b in check(drafted) if b.hard}.isdisjoint(NEVER)
    assert [week.number for week in drafted.weeks] == list(range(1, WEEKS + 1))
    for week in drafted.weeks:
        assert week.week == Week.of(start).plus(week.number - 1)
        assert week.workouts or start > week.week.monday
        assert rested(week) >= 1
        for workout in week.workouts:
            lies_right(workout, week, athlete, start)
            stands_low_enough(workout, week.number, athlete)


def rested(week: PlannedWeek) -> int:
    """Days without anything, counted without the checker."""
    return 7 - len({w.day for w in week.workouts})


def lies_right(workout: Workout, week: PlannedWeek, athlete: Athlete, start: date) -> None:
    """Its day is in its week, and among those the athlete has."""
    assert start <= workout.day <= week.week.monday + timedelta(days=6)
    assert workout.day in week.week.days
    if not workout.is_race:
        assert workout.day.weekday() in athlete.days
        assert workout.minutes <= athlete.minutes[workout.day.weekday()]
    assert workout.run_minutes + workout.strength_minutes == workout.minutes
    if workout.kind is Kind.HYBRID:
        assert workout.run_minutes == workout.strength_minutes


def stands_low_enough(workout: Workout, number: int, athlete: Athlete) -> None:
    """No exercise is higher on its ladder than the level reaches (I.15)."""
    stages = [choice.Means.of(athlete, week) for week in (number, max(1, number - 1))]
    for step in workout.steps:
        if step.kind not in (StepKind.SET, StepKind.HOLD) or step.exercise in choice.FOUNDING[stages[0].level]:
            continue
        exercise = choice.catalogue()[step.exercise or ""]
        assert min(choice.height(exercise, means) for means in stages) <= choice.REACH[stages[0].level], exercise.id


CIRCUITS_FIRST = Athlete(
    level=Level.ADVANCED,
    days=(Weekday.TUE, Weekday.WED, Weekday.FRI),
    minutes=(50, 205, 125, 50, 50, 225, 125),
    longest_run=10,
    strength_sessions=6,
)
LEGS_ON_SUNDAY = Athlete(
    goal=Goal.MARATHON,
    balance=0.2,
    level=Level.ADVANCED,
    days=(Weekday.MON, Weekday.WED, Weekday.THU, Weekday.FRI, Weekday.SAT, Weekday.SUN),
    minutes=(20, 90, 90, 60, 10, 90, 240),
    run_minutes=600,
    longest_run=20,
    strength_sessions=4,
    age=100,
    long_run_day=Weekday.MON,
    strength_goal=StrengthGoal.FORM,
    lighter_every=5,
)


RACE_ON_MONDAY = Athlete(
    goal=Goal.FIVE_K,
    balance=0.35,
    level=Level.INTERMEDIATE,
    days=(Weekday.MON, Weekday.SUN),
    minutes=(60,) * 7,
    run_minutes=45,
    strength_sessions=4,
    race=Race(5000, date(2026, 4, 20)),
)
HALVES_IN_TURN = Athlete(
    goal=Goal.TIME_SAVER,
    balance=0.15,
    level=Level.ADVANCED,
    days=(Weekday.MON, Weekday.WED, Weekday.FRI, Weekday.SUN),
    days_per_week=2,
    minutes=(110, 90, 10, 10, 10, 25, 10),
    run_minutes=10,
    longest_run=20,
    strength_sessions=2,
    race=Race(10_000, date(2026, 5, 28)),
)


FASTER_THAN_ITS_DAYS = Athlete(
    balance=0.65,
    level=Level.INTERMEDIATE,
    days=(Weekday.MON, Weekday.TUE, Weekday.THU, Weekday.FRI, Weekday.SAT),
    minutes=(35, 40, 10, 35, 35, 35, 10),
    run_minutes=190,
    long_run_day=Weekday.MON,
    quality_runs=2,
)
STRENGTH_FIRST_IN_A_SHORT_WEEK = Athlete(
    balance=0.25,
    days=(Weekday.MON, Weekday.THU, Weekday.SAT),
    minutes=(30, 10, 10, 20, 10, 30, 10),
    run_minutes=20,
    longest_run=10,
    see_professional=True,
)
NO_USUAL_MIX = Athlete(
    balance=0.6,
    days=(Weekday.MON, Weekday.TUE, Weekday.WED),
    minutes=(25, 25, 30, 10, 10, 10, 10),
    run_minutes=50,
    see_professional=True,
)


@pytest.mark.parametrize(
    ("athlete", "start"),
    [
        (RACE_ON_MONDAY, date(2026, 3, 4)),
        (HALVES_IN_TURN, date(2026, 3, 6)),
        (CIRCUITS_FIRST, date(2026, 3, 4)),
        (LEGS_ON_SUNDAY, date(2026, 3, 8)),
        (FASTER_THAN_ITS_DAYS, date(2026, 3, 3)),
        (STRENGTH_FIRST_IN_A_SHORT_WEEK, date(2026, 3, 6)),
        (NO_USUAL_MIX, date(2026, 3, 2)),
    ],
)
def test_what_the_search_once_found_stays_mended(athlete: Athlete, start: date) -> None:
    keeps_or_tells(athlete, start)


@settings(max_examples=20, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
@given(asked=asking())
def test_the_same_answers_give_the_same_plan(asked: tuple[Athlete, date]) -> None:
    assert plan(*asked, weeks=WEEKS) == plan(*asked, weeks=WEEKS)


@settings(max_examples=20, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
@given(asked=asking(), weeks=st.integers(1, 11))
def test_asking_for_fewer_weeks_gives_the_first_ones_of_the_same_plan(asked: tuple[Athlete, date], weeks: int) -> None:
    def first(drafted: Plan) -> list[Workout]:
        return [w for week in drafted.weeks[:weeks] for w in week.workouts]

    assert first(plan(*asked, weeks=weeks)) == first(plan(*asked, weeks=WEEKS))
