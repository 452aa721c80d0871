"""An exercise exchanged stays exchanged, and the plan stays legal (R28, R29)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

import pytest

from hybridtui.domain.athlete import Athlete, Level
from hybridtui.domain.estimate import session_minutes
from hybridtui.domain.ladder import SLOW_TEMPO
from hybridtui.domain.plan.check import check
from hybridtui.domain.plan.exchanging import again, with_exercise
from hybridtui.domain.problems import Problem
from hybridtui.domain.workout import Plan, Step, StepKind, Workout
from tests.domain.plan.builders import MONDAY, P1, P2, P3, plan

BARE = Athlete(level=Level.INTERMEDIATE, balance=0.4, run_minutes=90, strength_sessions=2)


def using(drafted: Plan, exercise: str) -> Iterator[tuple[Workout, Step]]:
    for week in drafted.weeks:
        for workout in week.workouts:
            for step in workout.steps:
                if step.exercise == exercise and step.kind in (StepKind.SET, StepKind.HOLD):
                    yield workout, step


@pytest.mark.parametrize(
    ("athlete", "old", "new"),
    [(P1, "knee_push_up", "push_up"), (P2, "back_squat", "front_squat"), (P3, "barbell_row", "db_row")],
)
def test_it_changes_from_the_day_on_and_not_before(athlete: Athlete, old: str, new: str) -> None:
    drafted = plan(athlete, weeks=6)
    day = MONDAY + timedelta(weeks=2)
    changed = with_exercise(drafted, old, new, day)
    assert all(workout.day < day for workout, _ in using(changed, old))
    assert {w.id for w, _ in using(drafted, old) if w.day >= day} <= {w.id for w, _ in using(changed, new)}
    assert changed.weeks[:2] == drafted.weeks[:2]


@pytest.mark.parametrize(("old", "new"), [("back_squat", "front_squat"), ("dead_bug", "plank")])
def test_length_sets_and_rules_stay(old: str, new: str) -> None:
    drafted = plan(P2, weeks=8)
    changed = with_exercise(drafted, old, new, MONDAY)
    assert {b for b in check(changed) if b.hard} <= {b for b in check(drafted) if b.hard}
    before = {w.id: s for w, s in using(drafted, old)}
    for workout, step in using(changed, new):
        assert abs(session_minutes(workout.steps) - workout.minutes) <= max(2, 0.1 * workout.minutes)
        if workout.id in before:
            assert step.sets == before[workout.id].sets


def test_what_is_new_is_prescribed_as_it_should_be() -> None:
    changed = with_exercise(plan(P2, weeks=4), "dead_bug", "plank", MONDAY)
    steps = [step for _, step in using(changed, "plank")]
    assert steps
    assert all(step.kind is StepKind.HOLD and step.seconds == 30 and step.reps is None for step in steps)
    assert all(step.why[0].rule == "R28" for step in steps)


def test_slower_is_the_same_exercise_in_the_same_time() -> None:
    drafted = plan(BARE, weeks=4)
    name = next(step.exercise for w in drafted.weeks[0].workouts for step in w.steps if step.kind is StepKind.SET)
    assert name is not None
    changed = with_exercise(drafted, name, name, MONDAY)
    assert all(step.tempo == SLOW_TEMPO for _, step in using(changed, name))
    for workout, _ in using(changed, name):
        assert abs(session_minutes(workout.steps) - workout.minutes) <= max(2, 0.1 * workout.minutes)
    assert not any(b.hard for b in check(changed))


def test_the_ramp_of_an_exchanged_lift_goes_with_it() -> None:
    changed = with_exercise(plan(P2), "back_squat", "front_squat", MONDAY)
    assert not any(s.exercise == "back_squat" for week in changed.weeks for w in week.workouts for s in w.steps)


def test_weeks_drafted_later_get_it_as_well() -> None:
    changed = with_exercise(plan(P2, weeks=4), "back_squat", "front_squat", MONDAY + timedelta(weeks=1))
    longer = replace(plan(P2, weeks=8), swaps=changed.swaps)
    assert [w for w, _ in using(again(longer), "back_squat") if w.day >= MONDAY + timedelta(weeks=1)] == []
    assert again(longer).weeks[:4] == changed.weeks


@pytest.mark.parametrize(
    ("old", "new", "named"),
    [
        ("nothing", "push_up", "nothing"),
        ("back_squat", "nothing", "nothing"),
        ("nordic_curl", "leg_curl", "Nordic"),
    ],
)
def test_what_cannot_be_exchanged_is_named(old: str, new: str, named: str) -> None:
    with pytest.raises(Problem, match=named):
        with_exercise(plan(P2), old, new, MONDAY)


def test_what_would_break_a_hard_rule_is_refused() -> None:
    with pytest.raises(Problem, match="R"):
        with_exercise(plan(P1), "knee_push_up", "bench_press", MONDAY)
