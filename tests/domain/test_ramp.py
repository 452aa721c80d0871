"""Ramp sets: written without loads, loaded on the day, dropped where the lift is light (F.4, R21)."""

from __future__ import annotations

from dataclasses import replace

import pytest

from hybridtui.domain.estimate import session_seconds, step_seconds
from hybridtui.domain.exercises import catalogue
from hybridtui.domain.plates import loadable_below
from hybridtui.domain.ramp import RAMP, is_ramp, ramp, ramped
from hybridtui.domain.units import Load, WeightUnit
from hybridtui.domain.workout import Kind, Step, StepKind
from tests.domain.plan.builders import P1, P2, P3, plan

SQUAT = catalogue()["back_squat"]


def day_of(load: Load | None) -> tuple[Step, ...]:
    work = Step(kind=StepKind.SET, title="", exercise=SQUAT.id, sets=3, reps=5, load=load)
    return ramped((*ramp(SQUAT), work), catalogue().get)


def loads(steps: tuple[Step, ...]) -> list[tuple[float, int | None]]:
    return [(step.load.value, step.reps) for step in steps if is_ramp(step) and step.load is not None]


def test_half_then_seven_tenths_then_most_of_it() -> None:
    assert loads(day_of(Load(100))) == [(50, 8), (70, 5), (85, 3)]


def test_loads_are_rounded_down_to_what_can_be_loaded() -> None:
    assert loads(day_of(Load(72.5))) == [(35, 8), (50, 5), (60, 3)]


def test_pounds_stay_pounds() -> None:
    assert loads(day_of(Load(225, WeightUnit.LB))) == [(110, 8), (155, 5), (190, 3)]


@pytest.mark.parametrize(("load", "stays"), [(20, False), (22.5, True)])
def test_up_to_twenty_kilograms_there_is_no_ramp(load: float, stays: bool) -> None:
    assert any(map(is_ramp, day_of(Load(load)))) is stays


def test_without_a_known_load_the_ramp_stays_for_the_athlete_to_choose() -> None:
    steps = day_of(None)
    assert [step.reps for step in steps if is_ramp(step)] == [8, 5, 3]
    assert all(step.load is None for step in steps)


def test_a_ramp_never_repeats_a_load_or_reaches_the_working_one() -> None:
    for kilograms in range(21, 200):
        found = [value for value, _ in loads(day_of(Load(kilograms)))]
        assert found == sorted(set(found))
        assert all(value < kilograms for value in found)
        assert all(loadable_below(Load(value), SQUAT.equipment, WeightUnit.KG) == Load(value) for value in found)


def test_each_ramp_set_says_what_it_is_part_of() -> None:
    assert all("100 kg" in step.why[0].text for step in day_of(Load(100)) if is_ramp(step))


def test_its_rests_count_as_time() -> None:
    first = ramp(SQUAT)[0]
    assert step_seconds(first) == step_seconds(replace(first, rest_s=0)) + first.rest_s


def test_the_first_heavy_lift_of_a_session_is_ramped_within_the_warm_up() -> None:
    heavy = [w for w in plan(P2).weeks[0].workouts if w.kind is Kind.STRENGTH and w.leg_heavy]
    for workout in heavy:
        ramps = [step for step in workout.steps if is_ramp(step)]
        first = next(step for step in workout.steps if step.kind is StepKind.SET)
        assert [step.reps for step in ramps] == [reps for _, reps in RAMP]
        assert {step.exercise for step in ramps} == {first.exercise}
        warm_up = [step for step in workout.steps if step.kind is StepKind.WARMUP]
        assert session_seconds(warm_up) >= 300
        assert session_seconds(step for step in warm_up if not is_ramp(step)) >= 150


def test_beginners_and_bodyweight_have_no_ramp() -> None:
    for athlete in (P1, replace(P3, equipment=frozenset())):
        for week in plan(athlete).weeks:
            assert not any(is_ramp(step) for workout in week.workouts for step in workout.steps)
