"""Units: what was typed stays; one rounding rule; times never read 4:60 (H.4, H.5)."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hybridtui.domain.units import (
    Distance,
    DistanceUnit,
    Load,
    WeightUnit,
    clock,
    decimal,
    pace,
    round_half_up,
)


def test_a_load_typed_in_pounds_stays_in_pounds() -> None:
    typed = Load(100, WeightUnit.LB)
    assert typed.to(WeightUnit.LB) is typed
    assert typed.kg == 45.359237
    assert str(typed) == "100 lb"


@given(st.floats(0.01, 1000), st.sampled_from(WeightUnit), st.sampled_from(WeightUnit))
def test_a_load_survives_the_way_to_another_unit_and_back(value: float, unit: WeightUnit, other: WeightUnit) -> None:
    assert Load(value, unit).to(other).to(unit).value == pytest.approx(value, rel=1e-12)


@given(st.floats(0.01, 1000), st.sampled_from(DistanceUnit), st.sampled_from(DistanceUnit))
def test_a_distance_survives_the_way_to_another_unit_and_back(
    value: float, unit: DistanceUnit, other: DistanceUnit
) -> None:
    assert Distance(value, unit).to(other).to(unit).value == pytest.approx(value, rel=1e-12)


def test_marathon_and_mile_in_metres() -> None:
    assert Distance(42.195, DistanceUnit.KM).metres == pytest.approx(42195)
    assert Distance(1, DistanceUnit.MI).metres == 1609.344


@pytest.mark.parametrize(
    ("value", "step", "rounded"),
    [(0.5, 1, 1), (1.5, 1, 2), (-0.5, 1, 0), (61.24, 2.5, 60), (61.25, 2.5, 62.5), (12.4, 5, 10), (12.5, 5, 15)],
)
def test_halves_round_up(value: float, step: float, rounded: float) -> None:
    assert round_half_up(value, step) == rounded


def test_nothing_is_written_as_minus_zero() -> None:
    assert str(round_half_up(-0.2)) == "0.0"
    assert decimal(-0.001) == "0"


@pytest.mark.parametrize(
    ("seconds", "text"),
    [(0, "0:00"), (-3, "0:00"), (59.5, "1:00"), (299.5, "5:00"), (3599.4, "59:59"), (86400, "24:00:00")],
)
def test_times_round_before_they_are_split(seconds: float, text: str) -> None:
    assert clock(seconds) == text


@given(st.floats(0, 400_000))
def test_no_part_of_a_time_reaches_sixty(seconds: float) -> None:
    assert all(int(part) < 60 for part in clock(seconds).split(":")[1:])


def test_pace_is_per_kilometre_or_mile() -> None:
    assert pace(44 * 60 + 10, 8000, DistanceUnit.KM) == "5:31/km"
    assert pace(300, 1000, DistanceUnit.MI) == "8:03/mi"
    assert pace(60, 400, DistanceUnit.M) == "2:30/km"


def test_there_is_no_pace_without_distance_or_time() -> None:
    assert pace(100, 0, DistanceUnit.KM) == ""
    assert pace(0, 100, DistanceUnit.KM) == ""
