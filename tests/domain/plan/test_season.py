"""The weeks to a race: phases, budgets, taper and the race itself (science.md C.6, C.9, H13, I.14; progression.csv)."""

from __future__ import annotations

import csv
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from hybridtui.domain.athlete import Athlete, Goal, Level, Race, RaceResult
from hybridtui.domain.calendar import Week, Weekday
from hybridtui.domain.plan.definitions import is_hard, is_leg_work
from hybridtui.domain.plan.season import Season
from hybridtui.domain.problems import Problem
from hybridtui.domain.workout import Kind, Phase, Plan, PlannedWeek, StepKind, Workout
from tests.domain.plan.builders import GYM, MON, MONDAY, P1, P2, P4, SAT, SUN, THU, TUE, plan

ORACLE = Path(__file__).parents[2] / "oracles" / "progression.csv"
HALF_M, MARATHON_M = 21_097.5, 42_195.0
RACE_SUNDAY = MONDAY + timedelta(weeks=12, days=-1)
RACER = replace(P4, race=Race(HALF_M, RACE_SUNDAY))


def oracle(scenario: str) -> list[dict[str, str]]:
    with ORACLE.open(encoding="utf-8") as file:
        return [row for row in csv.DictReader(file) if row["scenario"] == scenario]


def phases(distance_m: float, weeks: int, start: date = MONDAY) -> list[str]:
    day = MONDAY + timedelta(weeks=weeks, days=-1)
    season = Season(start=start, race=Race(distance_m, day))
    return [season.phase(number).value for number in range(1, weeks + 1)]


def counted(distance_m: float, weeks: int) -> dict[str, int]:
    found = phases(distance_m, weeks)
    return {name: found.count(name) for name in ("base", "build", "peak", "taper") if name in found}


def longest_run(week: PlannedWeek) -> int:
    return max((w.run_minutes for w in week.workouts if w.kind is Kind.RUN and not w.is_race), default=0)


def race_in(drafted: Plan) -> Workout:
    (race,) = [w for week in drafted.weeks for w in week.workouts if w.is_race]
    return race


# -- phases


def test_a_half_marathon_in_twelve_weeks_has_four_four_two_two() -> None:
    assert phases(HALF_M, 12) == ["base"] * 4 + ["build"] * 4 + ["peak"] * 2 + ["taper"] * 2


@pytest.mark.parametrize(
    ("distance", "weeks", "expected"),
    [
        (5000, 8, {"base": 3, "build": 3, "peak": 1, "taper": 1}),
        (10_000, 8, {"base": 3, "build": 3, "peak": 1, "taper": 1}),
        (MARATHON_M, 16, {"base": 5, "build": 5, "peak": 3, "taper": 3}),
        (MARATHON_M, 60, {"base": 23, "build": 23, "peak": 11, "taper": 3}),
    ],
)
def test_phases_are_counted_from_the_end(distance: float, weeks: int, expected: dict[str, int]) -> None:
    assert counted(distance, weeks) == expected


def test_a_first_week_cut_short_belongs_to_the_base_and_counts_as_none() -> None:
    wednesday = MONDAY + timedelta(days=2)
    assert phases(HALF_M, 13, start=wednesday) == ["base"] * 5 + ["build"] * 4 + ["peak"] * 2 + ["taper"] * 2


@pytest.mark.parametrize("goal", [Goal.HALF, Goal.GENERAL, Goal.FIVE_K])
def test_without_a_date_all_weeks_are_general(goal: Goal) -> None:
    assert {week.phase for week in plan(replace(P2, goal=goal), weeks=9).weeks} == {Phase.GENERAL}


def test_fewer_weeks_than_the_race_needs_are_the_first_of_its_phases() -> None:
    far = replace(RACER, race=Race(HALF_M, MONDAY + timedelta(weeks=60, days=-1)))
    assert [week.phase for week in plan(far, weeks=3).weeks] == [Phase.BASE] * 3
    assert plan(RACER, weeks=6).weeks == plan(RACER, weeks=12).weeks[:6]


def test_a_plan_reaches_to_the_race_by_itself_and_four_weeks_without_one() -> None:
    assert len(plan(RACER, weeks=None).weeks) == 12
    assert len(plan(P2, weeks=None).weeks) == 4


@pytest.mark.parametrize(
    ("distance", "event"),
    [
        (1500, Goal.FIVE_K),
        (5000, Goal.FIVE_K),
        (8000, Goal.TEN_K),
        (16_093, Goal.HALF),
        (HALF_M, Goal.HALF),
        (MARATHON_M, Goal.MARATHON),
    ],
)
def test_a_race_is_trained_for_as_the_nearest_event(distance: float, event: Goal) -> None:
    assert Season(start=MONDAY, race=Race(distance, RACE_SUNDAY)).event is event


# -- minutes of running: progression.csv through whole plans


def test_p4_runs_every_row_of_the_oracle_to_the_race() -> None:
    drafted = plan(RACER, weeks=None)
    rows = oracle("P4_half_12wk")
    assert [week.run_minutes for week in drafted.weeks] == [int(row["run_minutes"]) for row in rows]
    long = [next((w.minutes for w in week.workouts if w.long), 0) for week in drafted.weeks]
    assert long == [int(row["long_run_minutes"]) for row in rows]
    assert [week.deload for week in drafted.weeks] == [row["kind"] == "step_back" for row in rows]
    assert drafted.breaches == ()


def test_the_runner_with_three_hundred_minutes_grows_as_the_oracle_says() -> None:
    """Up to the oracle's peak of 400, an input of its own: the table's peak for this athlete is 420."""
    athlete = replace(
        P2,
        goal=Goal.MARATHON,
        balance=0.85,
        level=Level.ADVANCED,
        minutes=(150,) * 7,
        slots=(2,) * 7,
        run_minutes=300,
        longest_run=135,
        strength_sessions=3,
    )
    rows = oracle("runner_300_keepslifting")[:5]
    weeks = plan(athlete, weeks=6).weeks
    assert [week.run_minutes for week in weeks[:5]] == [int(row["run_minutes"]) for row in rows]
    assert [longest_run(week) for week in weeks[:5]] == [int(row["long_run_minutes"]) for row in rows]
    assert weeks[5].run_minutes == 420


def test_sixty_minutes_a_week_grow_as_the_oracle_says() -> None:
    """The oracle's long run of three; here the balance is even and no run is long enough to be marked."""
    athlete = replace(
        P2, balance=0.60, days=tuple(Weekday), days_per_week=5, run_minutes=60, longest_run=0, strength_sessions=0
    )
    rows = oracle("general_8wk_from_60")
    weeks = plan(athlete, weeks=8).weeks
    assert [week.run_minutes for week in weeks] == [int(row["run_minutes"]) for row in rows]
    assert all(longest_run(week) <= int(row["long_run_minutes"]) + 5 for week, row in zip(weeks, rows, strict=True))


def test_no_taper_week_is_a_step_back() -> None:
    eleven = replace(RACER, race=Race(HALF_M, MONDAY + timedelta(weeks=13, days=-1)))
    weeks = plan(eleven, weeks=None).weeks
    assert [week.number for week in weeks if week.deload] == [4, 8]
    assert weeks[11].phase is Phase.TAPER


# -- strength near the race


def test_strength_steps_back_before_the_race_as_p4_says() -> None:
    weeks = plan(RACER, weeks=None).weeks
    strength = [[w.minutes for w in week.workouts if w.kind is Kind.STRENGTH] for week in weeks]
    assert all(len(found) == 2 for found in strength[:10])
    assert all(25 <= minutes <= 30 for number, found in enumerate(strength[:8], 1) if number % 4 for minutes in found)
    assert strength[8] == strength[9] == [20, 20]
    (light,) = [w for w in weeks[10].workouts if w.kind is Kind.STRENGTH]
    assert light.subtype == "SF"
    assert not light.leg_heavy
    (last,) = [w for w in weeks[11].workouts if w.kind is Kind.STRENGTH]
    assert last.minutes == 20
    assert last.day.weekday() <= TUE
    assert not is_leg_work(last)


@pytest.mark.parametrize(("distance", "days"), [(5000, 4), (10_000, 4), (HALF_M, 5), (MARATHON_M, 7)])
@pytest.mark.parametrize("weekday", Weekday)
def test_no_leg_work_and_nothing_hard_near_a_race_across_week_borders(
    distance: float, days: int, weekday: Weekday
) -> None:
    race = Race(distance, MONDAY + timedelta(weeks=8, days=int(weekday)))
    for athlete in (P2, replace(P2, balance=0.4, equipment=GYM)):
        drafted = plan(replace(athlete, race=race), weeks=10)
        assert drafted.breaches == ()
        for workout in (w for week in drafted.weeks for w in week.workouts if not w.is_race):
            left = (race.day - workout.day).days
            assert not (0 < left < days and is_leg_work(workout)), workout.title
            assert not (0 < left <= 2 and is_hard(workout)), workout.title
            assert not (left == 1 and (workout.kind is not Kind.RUN or workout.minutes > 30)), workout.title
            assert not (left <= 0 and workout.day in Week.of(race.day).days), workout.title


# -- the race


def test_the_race_is_a_workout_of_its_own_on_its_day() -> None:
    drafted = plan(RACER, weeks=None)
    race = race_in(drafted)
    assert (race.day, race.kind, race.title, race.hard) == (RACE_SUNDAY, Kind.RUN, "Half marathon", True)
    assert [step.distance_m for step in race.steps if step.kind is StepKind.INTERVAL] == [HALF_M]
    assert {StepKind.WARMUP, StepKind.COOLDOWN} <= {step.kind for step in race.steps}
    assert drafted.weeks[-1].run_minutes == 95
    assert not any(w.long for w in drafted.weeks[-1].workouts)


def test_a_race_takes_place_on_a_day_that_is_no_training_day() -> None:
    friday = replace(P2, race=Race(10_000, MONDAY + timedelta(weeks=9, days=4)))
    drafted = plan(friday, weeks=None)
    assert race_in(drafted).day.weekday() not in P2.days
    assert drafted.breaches == ()


def test_a_known_result_tells_how_long_the_race_may_take() -> None:
    known = replace(RACER, result=RaceResult(10_000, 50 * 60))
    guessed, unknown = race_in(plan(known, weeks=None)), race_in(plan(RACER, weeks=None))
    assert 15 + 105 <= guessed.minutes <= 15 + 125
    assert unknown.minutes == 15 + round(21.0975 * 7)


def test_the_week_after_a_race_is_lighter_and_then_training_goes_on() -> None:
    drafted = plan(RACER, weeks=16)
    after, later = drafted.weeks[12], drafted.weeks[13]
    assert after.deload
    assert after.phase is Phase.GENERAL
    assert not any(w.hard for w in after.workouts)
    assert after.run_minutes < later.run_minutes < 210
    assert not later.deload
    assert drafted.breaches == ()


# -- too near, or no race at all


@pytest.mark.parametrize(("distance", "least"), [(5000, 6), (10_000, 8), (HALF_M, 10), (MARATHON_M, 16)])
def test_a_race_too_near_is_arrived_at_safely(distance: float, least: int) -> None:
    for weeks, safely in ((least - 1, True), (least, False)):
        athlete = replace(P2, race=Race(distance, MONDAY + timedelta(weeks=weeks, days=-1)))
        drafted = plan(athlete, weeks=weeks + 3)
        told = [relaxed.weeks for relaxed in drafted.relaxed if relaxed.rule == "C.9"]
        assert told == ([tuple(range(1, weeks + 1))] if safely else [])
        fast = [w for week in drafted.weeks[:weeks] for w in week.workouts if w.subtype in ("tempo", "vo2", "fartlek")]
        assert not (safely and fast)
        assert drafted.breaches == ()


@pytest.mark.parametrize("days", [-30, -1, 0, 1])
def test_a_race_that_is_over_or_too_near_to_plan_for_is_refused(days: int) -> None:
    with pytest.raises(Problem, match=r"^race: "):
        plan(replace(P2, race=Race(5000, MONDAY + timedelta(days=days))))


def test_the_day_after_tomorrow_is_time_enough() -> None:
    drafted = plan(replace(P1, race=Race(5000, MONDAY + timedelta(days=2))), weeks=None)
    assert [w.is_race for w in drafted.weeks[0].workouts][-1]
    assert drafted.breaches == ()


def test_nobody_races_before_a_health_question_is_cleared() -> None:
    drafted = plan(replace(RACER, see_professional=True), weeks=12)
    assert not any(w.is_race or w.hard for week in drafted.weeks for w in week.workouts)
    assert "H.1" in {relaxed.rule for relaxed in drafted.relaxed}


# -- quality runs by choice (I.5)


def fast_runs(athlete: Athlete, week: int = 6) -> int:
    easy = ("easy", "strides", "long", "runwalk")
    return sum(w.kind is Kind.RUN and w.subtype not in easy for w in plan(athlete, weeks=week).weeks[-1].workouts)


def test_quality_runs_are_chosen_none_one_or_two() -> None:
    runner = replace(P2, run_minutes=240, longest_run=90)
    assert [fast_runs(replace(runner, quality_runs=count)) for count in (0, 1, 2)] == [0, 1, 2]
    two = plan(replace(runner, quality_runs=2), weeks=6)
    assert two.breaches == ()
    assert not any(w.leg_heavy for week in two.weeks for w in week.workouts)


def test_a_second_quality_run_needs_four_runs() -> None:
    three = replace(P2, allow_doubles=False, days=(MON, TUE, THU, SAT, SUN), days_per_week=4, quality_runs=2)
    assert fast_runs(three) <= 1


@pytest.mark.parametrize(("minutes", "told"), [(45, True), (100, False)])
def test_days_too_short_for_the_race_are_told(minutes: int, told: bool) -> None:
    """Where the long run stays far below what is usual, it is said at the start, not on the day."""
    drafted = plan(replace(RACER, minutes=(minutes,) * 7), weeks=12)
    texts = [relaxed.text for relaxed in drafted.relaxed if "longest run before your race" in relaxed.text]
    assert bool(texts) is told
    assert all("is 45 min, where 110 are usual" in text for text in texts)
