"""The bar is loaded as well as it can be, exactly (science B.5), and loads step as they exist (B.4)."""

from __future__ import annotations

from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hybridtui.domain import racks
from hybridtui.domain.exercises import Exercise, catalogue
from hybridtui.domain.plates import Loading, is_loadable, loadable_above, loadable_below, per_side
from hybridtui.domain.units import Load, WeightUnit

KG, LB = WeightUnit.KG, WeightUnit.LB
SIZES = st.sampled_from([0.25, 0.5, 1.25, 2.5, 5.0, 10.0, 15.0, 20.0, 25.0])
EQUIPMENT = st.sampled_from([e.equipment for e in catalogue().values()])


def everything(target: float, bar: float, inventory: list[tuple[Load, int]]) -> tuple[Load, ...]:
    """Return the best plates by trying every count of every plate."""
    room = round((target - bar) * 1000)
    options = []
    for counts in product(*(range(pairs + 1) for _, pairs in inventory)):
        chosen = sorted(
            (plate.value for (plate, _), n in zip(inventory, counts, strict=True) for _ in range(n)), reverse=True
        )
        weight = sum(round(value * 1000) for value in chosen)
        if 2 * weight <= room:
            options.append((-weight, len(chosen), [-value for value in chosen]))
    return tuple(Load(-value) for value in min(options)[2])


@settings(max_examples=60)
@given(
    st.integers(0, 800).map(lambda quarters: 20 + quarters / 4),
    st.lists(st.tuples(SIZES.map(Load), st.integers(0, 2)), max_size=5, unique_by=lambda pair: pair[0].value),
)
def test_no_other_choice_of_plates_is_better(target: float, inventory: list[tuple[Load, int]]) -> None:
    loading = per_side(Load(target), Load(20), inventory)
    assert loading is not None
    assert loading.per_side == everything(target, 20, inventory)
    assert loading.total.value == pytest.approx(20 + 2 * sum(p.value for p in loading.per_side), abs=1e-9)


def test_below_the_bar_nothing_can_be_loaded() -> None:
    assert per_side(Load(19.999), Load(20), racks.DEFAULT_KG) is None
    assert str(per_side(Load(20), Load(20), racks.DEFAULT_KG)) == "empty bar"


def test_tenths_that_binary_numbers_cannot_hold_are_loaded_exactly() -> None:
    assert per_side(Load(20.6), Load(20), [(Load(0.1), 3)]) == Loading((Load(0.1),) * 3, Load(20.6))


def test_a_target_in_pounds_is_met_with_plates_in_kilograms() -> None:
    loading = per_side(Load(135, LB), Load(20), racks.DEFAULT_KG)
    assert loading is not None
    assert loading.total == Load(60)


def test_plates_of_another_unit_than_the_bar_are_a_mistake() -> None:
    with pytest.raises(ValueError, match="in kg"):
        per_side(Load(60), Load(20), racks.DEFAULT_LB)


def test_plates_are_said_as_people_say_them() -> None:
    loading = per_side(Load(122.5), Load(20), [(Load(20), 4), (Load(10), 1), (Load(1.25), 1)])
    assert str(loading) == "2 × 20 + 10 + 1.25 kg a side"


@pytest.mark.parametrize("unit", WeightUnit)
def test_the_usual_plates_make_every_step_of_the_bar(unit: WeightUnit) -> None:
    bar, inventory = racks.BARS[unit][0], racks.DEFAULT_KG if unit is KG else racks.DEFAULT_LB
    step = 2.5 if unit is KG else 5
    for n in range(40):
        target = Load(bar.value + n * step, unit)
        loading = per_side(target, bar, inventory)
        assert loading is not None
        assert loading.total == target


@given(st.floats(0, 500), EQUIPMENT, st.sampled_from(WeightUnit), st.sampled_from(WeightUnit))
def test_rounding_goes_down_to_a_load_that_exists(
    value: float, equipment: tuple[frozenset[str], ...], typed: WeightUnit, unit: WeightUnit
) -> None:
    lightest = loadable_below(Load(0, unit), equipment, unit)
    below = loadable_below(Load(value, typed), equipment, unit)
    assert below.unit is unit
    assert below.kg <= max(Load(value, typed).kg, lightest.kg) + 0.001
    assert loadable_below(below, equipment, unit) == below
    assert loadable_above(below, equipment).value > below.value


@given(st.floats(0, 500), EQUIPMENT, st.sampled_from(WeightUnit))
def test_between_a_load_and_the_next_there_is_none(
    value: float, equipment: tuple[frozenset[str], ...], unit: WeightUnit
) -> None:
    above = loadable_above(Load(value, unit), equipment)
    assert above.value > round(value, 3)
    lightest = loadable_below(Load(0, unit), equipment, unit)
    if above != lightest:
        just_less = Load(above.value - 0.001, unit)
        assert loadable_below(just_less, equipment, unit).value <= round(value, 3)


@pytest.mark.parametrize(
    ("exercise", "unit", "at", "step"),
    [
        ("back_squat", KG, 60, 2.5),
        ("back_squat", LB, 135, 5),
        ("db_curl", KG, 8, 1),
        ("db_curl", KG, 20, 2.5),
        ("leg_press", KG, 100, 5),
        ("pull_up", KG, 10, 2.5),
    ],
)
def test_the_smallest_step_is_that_of_the_equipment(exercise: str, unit: WeightUnit, at: float, step: float) -> None:
    assert loadable_above(Load(at, unit), catalogue()[exercise].equipment) == Load(at + step, unit)


def test_what_the_library_loads_has_a_number_on_it() -> None:
    loaded = {e.id for e in catalogue().values() if is_loadable(e)}
    assert {"back_squat", "goblet_squat", "leg_press", "lat_pulldown"} <= loaded
    assert not {"push_up", "band_row", "plank", "pull_up"} & loaded
    assert not is_loadable(Exercise(id="own:1", name="Log press", pattern="push_v"))
