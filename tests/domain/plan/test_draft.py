"""Whole plans: what the personas and a newcomer get (science.md F.5, I.17, I.18)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from hybridtui.domain.athlete import Athlete, Goal, Level, Limit, Race
from hybridtui.domain.calendar import Weekday
from hybridtui.domain.estimate import session_minutes
from hybridtui.domain.exercises import catalogue
from hybridtui.domain.plan import ENGINE
from hybridtui.domain.workout import Kind, StepKind, Workout
from tests.domain.plan.builders import FRI, GYM, MON, MONDAY, P1, P2, P3, P4, P5, P6, PERSONAS, SAT, WED, find, plan

COSTS = {"P1": 13.0, "P2": 18.0, "P3": 22 / 3, "P5": 25 / 3, "P6": 8.0}


def exercises(workout: Workout) -> list[str]:
    return [step.exercise for step in workout.steps if step.logs_sets and step.exercise]


@pytest.mark.parametrize("name", PERSONAS)
def test_a_personas_plan_breaks_nothing_and_bends_nothing(name: str) -> None:
    drafted = plan(PERSONAS[name], weeks=12)
    assert drafted.breaches == ()
    assert {relaxed.rule for relaxed in drafted.relaxed} <= {"C.8", "R17"}
    assert drafted.engine == ENGINE


@pytest.mark.parametrize(("name", "cost"), COSTS.items())
def test_a_personas_first_week_costs_no_more_than_the_reference(name: str, cost: float) -> None:
    assert plan(PERSONAS[name]).weeks[0].cost <= cost + 1e-6


def test_the_default_beginner_gets_a_strength_day_a_run_walk_and_a_gentle_circuit() -> None:
    week = plan(Athlete()).weeks[0]
    assert [(Weekday(w.day.weekday()), w.title, w.minutes) for w in week.workouts] == [
        (MON, "Full-body strength", 30),
        (WED, "Run/walk week 1", 30),
        (FRI, "Circuit, level 1, medium", 30),
    ]
    assert (week.run_minutes, week.strength_minutes) == (45, 45)
    assert not any(w.hard for w in week.workouts)


def test_p1_starts_with_floor_exercises_of_many_reps_and_little_effort() -> None:
    strength = find(plan(P1), 1, "SF")
    assert exercises(strength)[:3] == ["bodyweight_squat", "knee_push_up", "superman_row"]
    assert set(exercises(strength)[3:]) == {"reverse_lunge", "glute_bridge", "dead_bug"}
    for step in strength.steps:
        if step.kind is StepKind.SET:
            assert step.sets == 2
            # 12-15 reps: half an hour holds two sets of all six at the bottom of that range (B.7).
            assert (step.reps, step.reps_max) == (12, 12)
            assert step.rpe is not None
            assert step.rpe <= 7


def test_p1_follows_the_run_walk_programme_week_by_week() -> None:
    drafted = plan(P1, weeks=9)
    titles = [find(drafted, week, "runwalk").title for week in range(1, 10)]
    assert titles == [f"Run/walk week {week}" for week in range(1, 10)]
    first = find(drafted, 1, "runwalk")
    run, walk = (step for step in first.steps if step.group)
    assert (run.kind, run.sets, run.seconds, walk.sets, walk.seconds) == (StepKind.INTERVAL, 8, 60, 8, 90)
    assert first.steps[0].exercise == "brisk_walk"
    assert first.steps[0].seconds == 300


def test_a_day_too_short_for_the_programme_is_told() -> None:
    drafted = plan(P1, weeks=6)
    assert [relaxed.weeks for relaxed in drafted.relaxed if relaxed.rule == "C.8"] == [(6,)]


def test_p2_lifts_heavy_once_and_runs_long_on_sunday() -> None:
    week = plan(P2).weeks[0]
    heavy = [w for w in week.workouts if w.leg_heavy]
    assert [w.day.weekday() for w in heavy] == [WED]
    assert exercises(heavy[0])[0] == "back_squat"
    long = [w for w in week.workouts if w.long]
    assert [(w.day.weekday(), w.subtype) for w in long] == [(6, "long")]
    assert week.run_minutes / (week.run_minutes + week.strength_minutes) == pytest.approx(0.70, abs=0.05)


def test_p3_trains_legs_twice_and_runs_easy_only() -> None:
    drafted = plan(P3, weeks=12)
    week = drafted.weeks[0]
    assert sorted(w.subtype for w in week.workouts if w.kind is Kind.STRENGTH) == ["SF", "SL", "SU"]
    assert [w.subtype for w in week.workouts if w.leg_heavy] == ["SL"]
    assert {w.subtype for week in drafted.weeks for w in week.workouts if w.kind is Kind.RUN} == {"easy"}


def test_p4_runs_the_minutes_of_the_oracle() -> None:
    weeks = plan(P4, weeks=10).weeks
    assert [week.run_minutes for week in weeks] == [120, 130, 140, 105, 150, 165, 180, 135, 195, 210]
    assert [next(w.minutes for w in week.workouts if w.long) for week in weeks] == [
        45,
        50,
        55,
        40,
        60,
        65,
        70,
        50,
        75,
        80,
    ]
    assert weeks[4].cost <= 18
    assert sorted(w.minutes for w in weeks[4].workouts) == [25, 25, 25, 25, 40, 60]


def test_p5_doubles_with_hours_between_and_rests_three_days() -> None:
    week = plan(P5).weeks[0]
    by_day: dict[date, list[Workout]] = {}
    for workout in week.workouts:
        by_day.setdefault(workout.day, []).append(workout)
    assert len(by_day) == 4
    assert [(w.kind, w.slot) for w in by_day[MONDAY + timedelta(days=1)]] == [
        (Kind.RUN, "am"),
        (Kind.STRENGTH, "pm"),
    ]
    assert sum(w.kind is Kind.RUN for w in week.workouts) == 4
    assert sum(w.kind is Kind.STRENGTH for w in week.workouts) == 3


def test_p6_never_exceeds_twenty_minutes() -> None:
    for week in plan(P6).weeks:
        assert len({w.day for w in week.workouts}) == 5
        for workout in week.workouts:
            assert session_minutes(workout.steps) <= 20


@pytest.mark.parametrize(
    ("start", "titles"),
    [
        (date(2026, 3, 4), ["Run/walk week 1", "Circuit, level 1, medium"]),
        (date(2026, 3, 6), ["Full-body strength"]),
        (date(2026, 3, 7), []),
    ],
)
def test_a_first_week_holds_the_days_it_has_left(start: date, titles: list[str]) -> None:
    drafted = plan(Athlete(), start)
    assert [w.title for w in drafted.weeks[0].workouts] == titles
    assert all(w.day >= start for w in drafted.weeks[0].workouts)
    assert drafted.breaches == ()


def test_a_first_week_that_lost_most_of_its_days_does_not_count_for_the_programme() -> None:
    assert find(plan(Athlete(), date(2026, 3, 6)), 2, "runwalk").title == "Run/walk week 1"
    assert find(plan(Athlete(), date(2026, 3, 4)), 2, "runwalk").title == "Run/walk week 2"


def test_the_first_workout_is_today_if_today_is_a_training_day() -> None:
    for start in (MONDAY, date(2026, 3, 4), date(2026, 3, 6)):
        assert plan(Athlete(), start).weeks[0].workouts[0].day == start


def test_the_weekdays_stay_within_a_block() -> None:
    for athlete in PERSONAS.values():
        patterns = {tuple(sorted({w.day.weekday() for w in week.workouts})) for week in plan(athlete).weeks}
        assert len(patterns) == 1


def test_exercises_stay_within_a_block() -> None:
    weeks = plan(P2).weeks
    squats = {exercises(w)[0] for week in weeks for w in week.workouts if w.subtype == "SF"}
    assert squats == {"back_squat"}


def test_every_fourth_week_is_lighter_in_both_sports() -> None:
    weeks = plan(P2).weeks
    assert [week.deload for week in weeks] == [False, False, False, True]
    assert weeks[3].run_minutes < weeks[2].run_minutes
    full, light = find(plan(P2), 3, "SF"), find(plan(P2), 4, "SF")
    assert exercises(light) == exercises(full)[: len(exercises(light))]
    for step in light.steps:
        if step.logs_sets:
            assert step.sets <= 2
            assert step.rpe is not None
            assert step.rpe <= 6


def test_same_answers_give_the_same_plan() -> None:
    assert plan(P5, weeks=8) == plan(P5, weeks=8)


def test_every_workout_says_what_it_is_for_and_why() -> None:
    for athlete in PERSONAS.values():
        for week in plan(athlete).weeks:
            for workout in week.workouts:
                assert workout.purpose.endswith(".")
                assert len(workout.why) >= 2
                assert all(why.rule and why.text.endswith(".") for why in workout.why)
                assert all(step.why for step in workout.steps)


def test_no_step_carries_a_load() -> None:
    assert all(s.load is None for week in plan(P2).weeks for w in week.workouts for s in w.steps)


@pytest.mark.parametrize("limit", Limit)
def test_what_a_limit_excludes_is_left_out_and_the_plan_still_holds(limit: Limit) -> None:
    for athlete in (Athlete(limits=frozenset({limit})), replace(P2, limits=frozenset({limit}))):
        assert plan(athlete).breaches == ()


def test_until_a_professional_has_said_more_all_is_easy() -> None:
    for week in plan(replace(P2, see_professional=True)).weeks:
        for workout in week.workouts:
            assert not workout.hard
            assert workout.kind is not Kind.HYBRID
            assert all(step.rpe is None or step.rpe <= 5 for step in workout.steps)


def test_the_young_train_technique_without_weights() -> None:
    young = replace(P2, age=14)
    for week in plan(young).weeks:
        for workout in week.workouts:
            assert not workout.leg_heavy
            needed = [catalogue()[e].equipment for e in exercises(workout)]
            assert all(frozenset() in ways or {"band"} in ways or {"mini_band"} in ways for ways in needed)


def test_six_days_are_used_only_if_asked_for() -> None:
    trained = Athlete(level=Level.ADVANCED, days=tuple(Weekday), equipment=GYM, run_minutes=150, minutes=(60,) * 7)
    assert len({w.day for w in plan(trained).weeks[0].workouts}) == 5
    assert len({w.day for w in plan(replace(trained, days_per_week=6)).weeks[0].workouts}) == 6


def test_short_strength_trains_the_whole_body_over_two_weeks() -> None:
    drafted = plan(Athlete(balance=0.70, days=(MON, FRI), minutes=(30,) * 7))
    patterns = [{catalogue()[e].pattern for w in week.workouts for e in exercises(w)} for week in drafted.weeks[:2]]
    assert patterns[0] != patterns[1]
    assert {"squat", "push_h", "pull_h", "lunge"} <= patterns[0] | patterns[1]
    assert [relaxed.weeks for relaxed in drafted.relaxed if relaxed.rule == "R17"] == [(1, 2, 3, 4)]


def test_pushes_and_pulls_are_even_where_there_is_time() -> None:
    for name in ("P2", "P3", "P5"):
        sets = {"push": 0, "pull": 0}
        for workout in plan(PERSONAS[name]).weeks[0].workouts:
            for step in workout.steps:
                side = catalogue()[step.exercise].pattern[:4] if step.logs_sets and step.exercise else ""
                if side in sets:
                    sets[side] += step.sets
        assert 0.75 <= sets["push"] / sets["pull"] <= 1.33


def test_a_saturday_long_run_is_placed_on_saturday() -> None:
    week = plan(replace(P2, long_run_day=SAT)).weeks[0]
    assert [w.day.weekday() for w in week.workouts if w.long] == [SAT]


def test_a_faster_run_takes_no_minutes_from_a_week_whose_other_days_are_short() -> None:
    athlete = Athlete(
        goal=Goal.MARATHON,
        balance=0.80,
        days=(Weekday.TUE, Weekday.THU, Weekday.SAT, Weekday.SUN),
        minutes=(60,) * 6 + (240,),
        run_minutes=120,
        race=Race(42_195.0, MONDAY + timedelta(days=16 * 7 - 1)),
    )
    full = [week for week in plan(athlete, weeks=13).weeks if not week.deload]
    assert any(w.subtype == "cruise" for week in full for w in week.workouts)
    assert [week.run_minutes for week in full] == sorted(week.run_minutes for week in full)


def test_three_days_take_the_mix_that_holds_the_running() -> None:
    """F.3 gives three days of a runner a combo or a strength session; a combo's 25 minutes of it balance few runs."""
    runner = replace(P2, balance=0.75, days=(Weekday.TUE, Weekday.THU, Weekday.SUN), longest_run=80)
    week = plan(runner).weeks[0]
    assert [w.kind for w in week.workouts if w.strength_minutes] == [Kind.STRENGTH]
    assert week.run_minutes >= 150
    assert week.run_minutes / (week.run_minutes + week.strength_minutes) == pytest.approx(0.75, abs=0.05)
