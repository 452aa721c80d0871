"""D.6, during the session: two sets far harder than asked, and the rest gets lighter."""

from __future__ import annotations

from dataclasses import replace

import pytest

from hybridtui.domain.exercises import catalogue
from hybridtui.domain.session import LoggedSet, SetKind
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


def test_without_a_target_or_below_the_lightest_weight_nothing_changes() -> None:
    assert eased_load(replace(SQUAT, rpe=None), done(9, 9), EXERCISE) is None
    assert eased_load(replace(SQUAT, load=None), done(9, 9), EXERCISE) is None
    lightest = Load(10)
    assert eased_load(replace(SQUAT, load=lightest), done(9, 9, load=lightest), EXERCISE) is None
