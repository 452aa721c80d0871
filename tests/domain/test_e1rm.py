"""An estimated maximum is an estimate: honest about what it rests on (science B.1, B.2)."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hybridtui.domain import e1rm
from hybridtui.domain.session import LoggedSet, SetKind
from hybridtui.domain.units import Load, WeightUnit


def done(load: Load | None, reps: int | None, **more: object) -> LoggedSet:
    return LoggedSet(id="1", position=0, exercise="back_squat", load=load, reps=reps, **more)  # type: ignore[arg-type]


@pytest.mark.parametrize("formula", e1rm.FORMULAS)
def test_one_rep_is_its_own_maximum(formula: str) -> None:
    found = e1rm.estimate(100, 1, formula=formula)
    assert found is not None
    assert found.kg == 100


@pytest.mark.parametrize(("reps", "rpe"), [(13, None), (30, None), (0, None), (10, 7), (12, 9.5), (5, 5.5), (5, 11)])
def test_there_is_no_estimate_beyond_its_reach(reps: int, rpe: float | None) -> None:
    assert e1rm.estimate(100, reps, rpe) is None


def test_without_an_effort_it_is_at_least_so_much() -> None:
    guessed, failed, rated = e1rm.estimate(100, 5), e1rm.estimate(100, 5, to_failure=True), e1rm.estimate(100, 5, 8)
    assert guessed
    assert failed
    assert rated
    assert guessed.at_least
    assert not failed.at_least
    assert not rated.at_least
    assert rated.formula == e1rm.CHART
    assert rated.kg == pytest.approx(100 / 0.811)


@given(st.floats(1, 500), st.integers(1, 12), st.sampled_from([None, 6, 7, 8, 9, 10]))
def test_nobody_can_lift_less_once_than_many_times(kg: float, reps: int, rpe: float | None) -> None:
    found = e1rm.estimate(kg, reps, rpe)
    assert found is None or found.kg >= kg * 0.999


@given(st.integers(1, 11), st.floats(6, 10))
def test_more_reps_or_more_left_mean_a_smaller_share(reps: int, rpe: float) -> None:
    here, more = e1rm.percent(reps, rpe), e1rm.percent(reps + 1, rpe)
    assert here
    assert more
    assert more < here


def test_on_the_body_the_answer_is_what_can_be_added() -> None:
    found = e1rm.of_set(done(Load(20), 5, bodyweight=True), bodyweight_kg=80)
    assert found is not None
    assert found.kg == pytest.approx(100 * (1 + 5 / 30) - 80)


@pytest.mark.parametrize(
    "logged",
    [
        done(None, 10),
        done(Load(0), 10),
        done(Load(60), None, seconds=30.0),
        done(Load(60), 0),
        done(Load(60), 5, kind=SetKind.WARMUP),
        done(Load(20), 5, bodyweight=True),
    ],
    ids=["no load", "load of nothing", "timed", "failed", "warm-up", "body of unknown weight"],
)
def test_sets_that_say_nothing_give_none(logged: LoggedSet) -> None:
    assert e1rm.of_set(logged) is None


def test_a_set_in_pounds_is_estimated_in_kilograms() -> None:
    found = e1rm.of_set(done(Load(225, WeightUnit.LB), 5, rpe=8))
    assert found is not None
    assert Load(found.kg).to(WeightUnit.LB).value == pytest.approx(277.435, abs=0.01)
