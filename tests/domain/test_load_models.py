"""Where models of load end, and what they say of days without training (science.md D.2-D.4)."""

from __future__ import annotations

import math
from datetime import date, timedelta

import pytest

from hybridtui.domain import load_models
from hybridtui.domain.problems import Problem

DAY = date(2026, 3, 28)


def test_days_without_a_session_are_days_of_rest_across_a_change_of_clocks() -> None:
    loads = {DAY: 100.0, DAY + timedelta(days=3): 50.0}
    assert load_models.day_by_day(loads, DAY - timedelta(days=1), DAY + timedelta(days=3)) == (0, 100, 0, 0, 50)
    assert load_models.day_by_day({}, DAY, DAY - timedelta(days=1)) == ()


def test_fitness_falls_more_slowly_than_fatigue() -> None:
    *_, last = load_models.pmc([100] * 42 + [0] * 14)
    assert 0 < last.atl < last.ctl
    assert last.form > 0


@pytest.mark.parametrize("days", [0, 7, 27])
def test_a_week_is_compared_only_with_four_whole_weeks(days: int) -> None:
    assert load_models.week_against_usual([50.0] * days) is None
    assert load_models.weighted_averages([50.0] * days) is None


def test_a_month_without_training_is_no_comparison() -> None:
    assert load_models.week_against_usual([0.0] * 28) is None
    averages = load_models.weighted_averages([0.0] * 28)
    assert averages is not None
    assert averages.ratio is None


def test_only_the_last_four_weeks_are_usual() -> None:
    assert load_models.week_against_usual([900.0] * 100 + [50.0] * 28) == 1.0


@pytest.mark.parametrize(
    "wrong",
    [
        {"bpm": 30.0},
        {"bpm": 210.0},
        {"bpm": math.nan},
        {"rest": 0.0},
        {"maximum": 40.0},
        {"minutes": -1.0},
        {"sex": "x"},
    ],
)
def test_impulses_of_hearts_that_cannot_be_are_refused(wrong: dict[str, object]) -> None:
    usual: dict[str, object] = {"minutes": 30.0, "bpm": 130.0, "rest": 40.0, "maximum": 200.0, "sex": "m"}
    with pytest.raises(Problem):
        load_models.banister(**(usual | wrong))  # type: ignore[arg-type]


def test_an_hour_at_threshold_is_a_hundred() -> None:
    assert load_models.hrss(60, 170, rest=50, maximum=190, threshold=170, sex="f") == pytest.approx(100)
    assert load_models.rtss(60, 270, 270) == pytest.approx(100)


def test_a_threshold_at_rest_is_refused() -> None:
    with pytest.raises(Problem, match="threshold"):
        load_models.hrss(60, 150, rest=50, maximum=190, threshold=50, sex="m")


def test_edwards_needs_five_zones() -> None:
    with pytest.raises(Problem, match="five zones"):
        load_models.edwards([10, 20])


@pytest.mark.parametrize(("minutes", "pace", "threshold"), [(30, 0, 270), (30, 300, 0), (-1, 300, 270)])
def test_a_load_by_pace_needs_paces(minutes: float, pace: float, threshold: float) -> None:
    with pytest.raises(Problem, match="above zero"):
        load_models.rtss(minutes, pace, threshold)
