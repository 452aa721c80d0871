"""Holds grow by five seconds up to 45, then the exercise gets harder (science B.4, R28)."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from hybridtui.domain.exercises import catalogue
from hybridtui.domain.history import Exposure
from hybridtui.domain.progression import Target, next_target
from hybridtui.domain.session import LoggedSet
from hybridtui.domain.units import Load, WeightUnit
from hybridtui.domain.workout import Step, StepKind


def held(n: int, *seconds: float, rpe: float | None = None, load: float | None = None) -> Exposure:
    sets = tuple(
        LoggedSet(id=f"{n}-{i}", position=i, exercise="plank", seconds=s, rpe=rpe, load=Load(load) if load else None)
        for i, s in enumerate(seconds)
    )
    return Exposure(session_id=str(n), local_date=date(2026, 1, 5) + timedelta(days=2 * n), sets=sets, target_sets=2)


def target(*past: Exposure, exercise: str = "plank", seconds: int | None = 30) -> Target:
    step = Step(kind=StepKind.HOLD, title="", exercise=exercise, sets=2, seconds=seconds)
    return next_target(step, catalogue()[exercise], past, WeightUnit.KG)


def test_the_first_time_is_as_the_plan_asks() -> None:
    assert target().seconds == 30
    assert target().reps == ()
    assert target(seconds=None).seconds == 20


def test_every_success_adds_five_seconds_up_to_45() -> None:
    past = [held(n, 60, 60) for n in range(5)]
    assert [target(*past[:n]).seconds for n in range(6)] == [30, 35, 40, 45, 45, 45]


@pytest.mark.parametrize("done", [(30, 29), (30,), (0, 0)])
def test_short_or_missing_holds_add_nothing(done: tuple[float, ...]) -> None:
    assert target(held(0, *done)).seconds == 30


def test_too_hard_adds_nothing() -> None:
    assert target(held(0, 30, 30, rpe=9)).seconds == 30


def test_at_the_top_the_harder_exercise_is_named() -> None:
    past = [held(n, 45, 45) for n in range(4)]
    assert "Plank shoulder tap" not in target(*past[:3]).why
    assert "Plank shoulder tap" in target(*past).why
    assert "Plank shoulder tap" in target(*past[:3]).hit


def test_twice_short_the_easier_exercise_is_named() -> None:
    assert "Knee plank" not in target(held(0, 20, 20)).why
    assert "Knee plank" in target(held(0, 20, 20), held(1, 20, 20)).why


def test_a_plan_that_asks_for_longer_is_left_alone() -> None:
    assert target(held(0, 60, 60), seconds=60).seconds == 60


def test_a_carry_keeps_its_load() -> None:
    found = target(held(0, 30, 30, load=16), exercise="farmer_carry")
    assert (found.load, found.seconds) == (Load(16), 35)


def test_a_stretch_does_not_grow() -> None:
    found = target(held(0, 30, 30), exercise="calf_stretch_straight")
    assert found.seconds == 30
