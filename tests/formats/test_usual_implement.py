"""Apps that name no implement where it is the usual one mean the barbell; others mean what they say."""

from __future__ import annotations

import pytest

from hybridtui.formats.names import Roster


@pytest.mark.parametrize(
    ("name", "exercise"),
    [
        ("Squat", "back_squat"),
        ("Bench Press", "bench_press"),
        ("Deadlift", "deadlift"),
        ("Overhead Press", "overhead_press"),
        ("Bent Over Row", "barbell_row"),
        ("Romanian Deadlift", "romanian_deadlift"),
        ("Squat, Barbell", "back_squat"),
        ("Bicep Curl, Dumbbell", "db_curl"),
        ("Leg Press", "leg_press"),
    ],
)
def test_a_bare_name_is_done_with_the_usual_implement(name: str, exercise: str) -> None:
    assert Roster({}, "Barbell").exercise(name, loaded=True) == exercise


@pytest.mark.parametrize("name", ["Squat", "Bench Press", "Deadlift"])
def test_elsewhere_a_bare_name_does_not_say_what_it_was_done_with(name: str) -> None:
    assert Roster({}).exercise(name, loaded=True).startswith("own:")


def test_the_athletes_own_word_goes_first() -> None:
    assert Roster({"squat": "front_squat"}, "Barbell").exercise("Squat", loaded=True) == "front_squat"
