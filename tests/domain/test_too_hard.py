"""D.6, during the session: two sets far harder than asked, and the rest gets lighter."""

from __future__ import annotations

from dataclasses import replace

import pytest

from hybridtui.domain.exercises import catalogue
from hybridtui.domain.session import LoggedSet, SetKind, Side
from hybridtui.domain.too_hard import eased_load
from hybridtui.domain.units import Load
from tests.domain.sessions import SQUAT as BARE

SQUAT = replace(BARE, sets=4, rpe=7.0)
EXERCISE = catalogue()["back_squat"]


LOAD = Load(80)


def done(*rpes: float | None, load: Load = LOAD, **known: object) -> list[LoggedSet]:
    return [
        LoggedSet(id=str(n), position=n, exercise="back_squat", load=load, reps=6, rpe=rpe, **known)  # type: ignore[arg-type]
        for n, rpe in enumerate(rpes)
    ]


@pytest.mark.parametrize(
    ("rpes", "load"),
    [
        ((9, 9), Load(75)),
        ((9, 7, 9), Load(75)),
        ((9,), None),
        ((8.5, 8.5), None),
        ((9, 8.5), None),
        ((None, None), None),
    ],
)
def test_two_sets_more_than_a_point_and_a_half_too_hard_take_5_percent_off(
    rpes: tuple[float | None, ...], load: Load | None
) -> None:
    assert eased_load(SQUAT, done(*rpes), EXERCISE) == load  # 76 kg rounded down to loadable


def test_warm_up_sets_do_not_count() -> None:
    assert eased_load(SQUAT, done(9, 9, kind=SetKind.WARMUP), EXERCISE) is None


def test_a_load_that_was_lowered_since_stays() -> None:
    assert eased_load(replace(SQUAT, load=Load(70)), done(9, 9), EXERCISE) is None


def test_a_load_that_the_athlete_chose_is_eased_too_and_only_once() -> None:
    chosen = replace(SQUAT, load=None)
    assert eased_load(chosen, done(9, 9), EXERCISE) == Load(75)
    after = replace(done(7, load=Load(75))[0], position=3)
    assert eased_load(chosen, [*done(9, 9), after], EXERCISE) is None
    assert eased_load(chosen, [], EXERCISE) is None


def test_left_and_right_are_one_set() -> None:
    sides = [replace(each, side=side, set_number=1) for each, side in zip(done(9, 9), Side, strict=True)]
    assert eased_load(SQUAT, sides, EXERCISE) is None
    assert eased_load(SQUAT, [*sides, *(replace(each, set_number=2) for each in sides)], EXERCISE) == Load(75)


def test_without_a_target_or_below_the_lightest_weight_nothing_changes() -> None:
    assert eased_load(replace(SQUAT, rpe=None), done(9, 9), EXERCISE) is None
    lightest = Load(10)
    assert eased_load(replace(SQUAT, load=lightest), done(9, 9, load=lightest), EXERCISE) is None
