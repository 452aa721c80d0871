"""A weight comes back as it was typed, whatever unit the export was written in."""

from __future__ import annotations

import pytest

from hybridtui.domain.units import KG_PER_LB, Load, WeightUnit
from hybridtui.formats.lifting.app_units import entered
from tests.formats.options import read_text, strong

KG, LB = WeightUnit.KG, WeightUnit.LB


@pytest.mark.parametrize(
    ("value", "unit", "typed"),
    [
        (44.09245243697551, LB, Load(20, KG)),  # real: 20 kg, exported in lb
        (187.39292285714593, LB, Load(85, KG)),
        (44.09, LB, Load(20, KG)),  # rounded to two decimals on the way
        (6.80388555, KG, Load(15, LB)),  # real: 15 lb, exported in kg
        (45.359237, KG, Load(100, LB)),
        (45, LB, Load(45, LB)),
        (2.5, LB, Load(2.5, LB)),
        (43, LB, Load(43, LB)),  # 19.5045 kg, but on the grid of pounds
        (62.5, KG, Load(62.5, KG)),
        (22.68, KG, Load(22.68, KG)),  # two decimals prove nothing
        (33.3, KG, Load(33.3, KG)),
    ],
)
def test_what_was_typed_is_told_from_the_grid_of_plates(value: float, unit: WeightUnit, typed: Load) -> None:
    assert entered(value, unit) == typed


@pytest.mark.parametrize("tenths", range(0, 3000, 7))
def test_no_reading_moves_a_weight_by_more_than_five_grams(tenths: int) -> None:
    value = tenths / 10
    assert abs(entered(value, LB).kg - value * KG_PER_LB) <= 0.005
    assert abs(entered(value, KG).kg - value) <= 0.0001


@pytest.mark.parametrize(("weight", "likely"), [("44.09245243697551", LB), ("6.80388555", KG), ("60", None)])
def test_the_numbers_may_speak_for_a_unit(weight: str, likely: WeightUnit | None) -> None:
    question = read_text(strong(f"Squat (Barbell),1,{weight},5,0,0,,,"), unit=None).question
    assert question is not None
    assert question.likely is likely
