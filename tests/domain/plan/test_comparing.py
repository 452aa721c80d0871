"""What another plan changes, told before it is adopted."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from hybridtui.domain.athlete import Athlete
from hybridtui.domain.calendar import Week
from hybridtui.domain.plan.comparing import What, differences
from hybridtui.domain.workout import Kind, Phase, Plan, PlannedWeek, Step, StepKind, Workout

WEEK = Week.of(date(2026, 3, 2))
MONDAY = WEEK.monday


def workout(day: int, kind: Kind = Kind.RUN, subtype: str = "easy", minutes: int = 30, week: Week = WEEK) -> Workout:
    steps = () if kind is Kind.RUN else (squat("Back squat", "back_squat"),)
    return Workout(
        id=f"{kind}-{subtype}-{day}", day=week.days[day], kind=kind, subtype=subtype,
        title={"easy": "Easy run", "long": "Long run", "tempo": "Tempo"}.get(subtype, "Full body"),
        minutes=minutes, run_minutes=minutes if kind is Kind.RUN else 0,
        strength_minutes=0 if kind is Kind.RUN else minutes, steps=steps,
    )  # fmt: skip


def squat(title: str, exercise: str) -> Step:
    return Step(kind=StepKind.SET, title=title, exercise=exercise, sets=3, reps=8)


def plan(*workouts: Workout, phase: Phase = Phase.GENERAL, deload: bool = False, week: Week = WEEK) -> Plan:
    planned = PlannedWeek(number=1, week=week, phase=phase, deload=deload, workouts=workouts)
    return Plan(id="p", engine="1", athlete=Athlete(), start=week.monday, weeks=(planned,))


def told(before: Plan, after: Plan, today: date = MONDAY) -> list[tuple[tuple[What, ...], str]]:
    return [(found.what, found.text) for found in differences(before, after, today)]


def test_the_same_plan_differs_in_nothing():
    one = plan(workout(0), workout(2, Kind.STRENGTH, "SF"), workout(5, subtype="long"))
    assert differences(one, one, MONDAY) == ()


def test_new_and_gone():
    assert told(plan(workout(0)), plan(workout(0), workout(2, Kind.STRENGTH, "SF", 45))) == [
        ((What.NEW,), "Wed: Full body, 45 min, is new")
    ]
    assert told(plan(workout(0), workout(4)), plan(workout(0))) == [((What.GONE,), "Fri: Easy run, 30 min, goes")]


def test_longer_and_shorter_say_by_how_much():
    assert told(plan(workout(0, minutes=30)), plan(workout(0, minutes=45))) == [
        ((What.LONGER,), "Mon: Easy run, 15 min longer")
    ]
    assert told(plan(workout(0, minutes=30)), plan(workout(0, minutes=20))) == [
        ((What.SHORTER,), "Mon: Easy run, 10 min shorter")
    ]


def test_minutes_in_a_title_are_left_out():
    before, after = (replace(workout(0, minutes=m), title=f"Easy run {m} min") for m in (30, 45))
    assert told(plan(before), plan(after)) == [((What.LONGER,), "Mon: Easy run, 15 min longer")]


def test_a_workout_on_another_day_has_moved_and_may_be_longer_too():
    assert told(plan(workout(5, subtype="long")), plan(workout(6, subtype="long", minutes=40))) == [
        ((What.MOVED, What.LONGER), "Long run moves from Sat to Sun, 10 min longer")
    ]


def test_two_runs_that_change_places_have_both_moved():
    before = plan(workout(5, subtype="long"), workout(6))
    assert told(before, plan(workout(5), workout(6, subtype="long"))) == [
        ((What.MOVED,), "Easy run moves from Sun to Sat"),
        ((What.MOVED,), "Long run moves from Sat to Sun"),
    ]


def test_another_kind_of_run_and_other_exercises():
    assert told(plan(workout(1)), plan(workout(1, subtype="tempo"))) == [
        ((What.OTHER,), "Tue: Tempo in place of Easy run")
    ]
    gym = workout(2, Kind.STRENGTH, "SF")
    home = replace(gym, steps=(squat("Goblet squat", "goblet_squat"),), minutes=40)
    assert told(plan(gym), plan(home)) == [
        ((What.LONGER, What.OTHER), "Wed: Full body, 10 min longer, with other exercises: Goblet squat")
    ]


def test_another_session_on_another_day_is_new_and_the_old_one_gone():
    assert told(plan(workout(1)), plan(workout(3, subtype="tempo"))) == [
        ((What.GONE,), "Tue: Easy run, 30 min, goes"),
        ((What.NEW,), "Thu: Tempo, 30 min, is new"),
    ]


def test_phase_and_lighter_weeks_are_told_once_a_week():
    after = plan(workout(0), phase=Phase.BASE, deload=True)
    assert told(plan(workout(0)), after) == [((What.PHASE,), "Week 10: base, lighter instead of general")]
    week, *others = plan(workout(0)).weeks
    eased = replace(plan(workout(0)), weeks=(replace(week, deload=True), *others))
    assert told(plan(workout(0)), eased) == [((What.PHASE,), "Week 10: a lighter week instead of a full week")]
    assert told(eased, plan(workout(0))) == [((What.PHASE,), "Week 10: a full week instead of a lighter week")]


def test_past_days_and_weeks_of_one_plan_only_are_left_out():
    before = plan(workout(0), workout(3))
    assert told(before, plan(workout(3)), WEEK.days[1]) == []
    assert told(before, plan(workout(1, week=WEEK.plus(1)), week=WEEK.plus(1))) == []
    assert told(before, plan(workout(3)), WEEK.plus(1).monday) == []


def test_each_difference_names_both_workouts():
    (found,) = differences(plan(workout(0)), plan(workout(3)), MONDAY)
    assert found.before is not None
    assert found.after is not None
    assert (found.before.day, found.after.day) == (WEEK.days[0], WEEK.days[3])
