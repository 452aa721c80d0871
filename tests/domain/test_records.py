"""A record needs something to beat, and says what it is."""

from __future__ import annotations

from datetime import date

import pytest

from hybridtui.domain.history import Exposure
from hybridtui.domain.records import broken
from hybridtui.domain.session import LoggedSet, SetKind
from hybridtui.domain.units import Load, WeightUnit


def a_set(
    load: float | None, reps: int | None, key: str = "new", unit: WeightUnit = WeightUnit.KG, **more: object
) -> LoggedSet:
    weight = None if load is None else Load(load, unit)
    return LoggedSet(id=key, position=0, exercise="x", load=weight, reps=reps, **more)  # type: ignore[arg-type]


def before(*sets: LoggedSet) -> list[Exposure]:
    return [Exposure(session_id="old", local_date=date(2026, 1, 5), sets=sets)]


EIGHTY = before(a_set(80, 5, "old"))


def test_the_first_time_is_no_record() -> None:
    assert broken(a_set(80, 5), []) == ()


@pytest.mark.parametrize(
    ("logged", "words"),
    [
        (a_set(80, 5), ()),
        (a_set(70, 6), ()),
        (a_set(80, 6), ("Best e1RM: ≥ 96 kg", "Most reps at 80 kg: 6")),
        (a_set(85, 5), ("Heaviest: 85 kg", "Best e1RM: ≥ 99 kg")),
        (a_set(85, 1), ("Heaviest: 85 kg",)),
        (a_set(100, 5, kind=SetKind.WARMUP), ()),
        (a_set(100, 0), ()),
    ],
    ids=["same", "lighter", "one more rep", "heavier", "heavier single", "warm-up", "failed"],
)
def test_records_against_eighty_for_five(logged: LoggedSet, words: tuple[str, ...]) -> None:
    assert broken(logged, EIGHTY) == words


def test_a_rated_maximum_is_told_without_at_least() -> None:
    assert "Best e1RM: 99 kg" in broken(a_set(80, 5, rpe=8), EIGHTY)


def test_warm_ups_and_failed_sets_are_nothing_to_beat() -> None:
    assert broken(a_set(80, 5), before(a_set(60, 5, "w", kind=SetKind.WARMUP), a_set(90, 0, "f"))) == ()


def test_an_edited_set_does_not_race_itself() -> None:
    assert broken(a_set(80, 6), before(a_set(80, 5, "old"), a_set(80, 9, "new"))) != ()


def test_bodyweight_records_are_reps() -> None:
    assert broken(a_set(None, 13), before(a_set(None, 12, "old"))) == ("Most reps: 13",)


def test_holds_and_carries_have_their_longest() -> None:
    assert broken(a_set(None, None, seconds=50.0), before(a_set(None, None, "old", seconds=45.0))) == ("Longest: 50 s",)
    carry = broken(a_set(24, None, seconds=50.0), before(a_set(24, None, "old", seconds=45.0)))
    assert carry == ("Longest at 24 kg: 50 s",)


def test_records_are_told_in_the_unit_of_the_set() -> None:
    old = before(a_set(225, 5, "old", WeightUnit.LB))
    assert broken(a_set(230, 5, "new", WeightUnit.LB), old)[0] == "Heaviest: 230 lb"
    assert broken(a_set(230, 5, "new", WeightUnit.LB), old)[1].endswith(" lb")


def test_load_on_the_body_is_no_plain_load() -> None:
    old = before(a_set(10, 5, "old", bodyweight=True))
    assert broken(a_set(10, 6, bodyweight=True), old, weighed=lambda _: 80) == (
        "Best e1RM: ≥ 28 kg",
        "Most reps at 10 kg: 6",
    )


def test_a_body_that_weighed_more_moved_more_with_the_same_load() -> None:
    day = date(2026, 3, 4)
    old = before(a_set(10, 5, "old", bodyweight=True))
    lighter = broken(a_set(12.5, 5, bodyweight=True), old, day=day, weighed=lambda of: 70 if of == day else 90)
    assert lighter == ("Heaviest: 12.5 kg",)  # 90 kg and 10 on top gave 26.7 of maximum; 70 and 12.5 give 26.3
