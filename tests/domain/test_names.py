"""Names and the library: in files only the same exercise, when typed also what is called so in a hurry."""

from __future__ import annotations

import csv
from contextlib import suppress
from dataclasses import replace
from importlib import resources

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hybridtui.domain.athlete import EQUIPMENT_PROFILES
from hybridtui.domain.by_hand import Known, find
from hybridtui.domain.exercises import Exercise, catalogue
from hybridtui.domain.names import fold, match, one, plural
from hybridtui.domain.problems import Problem
from hybridtui.domain.typed_names import called, matching, nearest
from tests.hostile import MARKUP, UNICODE


def _rows(table: str) -> list[dict[str, str]]:
    text = resources.files("hybridtui.domain").joinpath(f"data/{table}.csv").read_text(encoding="utf-8")
    return list(csv.DictReader(line for line in text.splitlines() if not line.startswith("#")))


def test_the_table_names_only_exercises_of_the_library_and_each_name_once() -> None:
    rows = _rows("names")
    assert {row["exercise"] for row in rows} | {row["loaded"] for row in rows if row["loaded"]} <= set(catalogue())
    told = {fold(row["name"]): (row["exercise"], row["loaded"]) for row in rows}
    assert all(told[fold(row["name"])] == (row["exercise"], row["loaded"]) for row in rows)


@pytest.mark.parametrize(
    ("name", "exercise"),
    [
        ("Squat (Barbell)", "back_squat"),
        ("Bench Press (Barbell)", "bench_press"),
        ("Deadlift (Barbell)", "deadlift"),
        ("Overhead Press (Barbell)", "overhead_press"),
        ("Bent Over Row (Barbell)", "barbell_row"),
        ("Romanian Deadlift (Dumbbell)", "db_romanian_deadlift"),
        ("Shoulder Press (Dumbbell)", "db_overhead_press"),
        ("Lying Leg Curl (Machine)", "leg_curl"),
        ("Leg Press", "leg_press"),
        ("Lat Pulldown (Cable)", "lat_pulldown"),
        ("Push Up", "push_up"),
        ("PUSH-UP", "push_up"),
        ("Plank", "plank"),
        ("Farmers Walk", "farmer_carry"),
        ("Barbell back squat", "back_squat"),
    ],
)
def test_the_same_exercise_is_matched(name: str, exercise: str) -> None:
    found = match(name)
    assert found is not None
    assert found.exercise == exercise


@pytest.mark.parametrize(
    "name",
    [
        "Box Squat (Barbell)",  # with a bar, not sitting down to a chair
        "Squat (Smith Machine)",
        "Seated Leg Press (Machine)",
        "Sumo Deadlift (Barbell)",
        "Chin Up",
        "Wide Pull Up",
        "Pull Up (Assisted)",
        "Incline Bench Press (Barbell)",
        "Seated Overhead Press (Dumbbell)",
        "Standing Calf Raise (Machine)",
        "Hanging Leg Raise",
        "Bicep Curl (Barbell)",
        "Lat Pulldown (Machine)",
        "Squat",  # a watch's category
        "Deadlift",
        "Row",
    ],
)
def test_what_is_not_the_same_is_not_matched(name: str) -> None:
    assert match(name) is None


def test_short_names_stand_only_for_exercises_of_the_library() -> None:
    rows = _rows("short_names")
    meant = {name for row in rows for column in ("exercise", "loaded") for name in row[column].split("|") if name}
    assert meant <= set(catalogue())
    assert len({fold(row["name"]) for row in rows}) == len(rows)


@pytest.mark.parametrize(
    ("typed", "exercise"),
    [
        ("pull ups", "pull_up"),
        ("PULLUPS", "pull_up"),
        ("push-up", "push_up"),
        ("squats", "bodyweight_squat"),
        ("air squats", "bodyweight_squat"),
        ("back squat", "back_squat"),
        ("swings", "kettlebell_swing"),
        ("kb swing", "kettlebell_swing"),
        ("db bench", "db_bench_press"),
        ("single leg deadlift", "single_leg_deadlift"),
        ("burpees", "burpee"),
        ("Shoulder Press (Dumbbell)", "db_overhead_press"),
        ("double unders", "jump_rope"),
        ("plank", "plank"),
    ],
)
def test_what_is_typed_in_a_hurry_is_understood(typed: str, exercise: str) -> None:
    assert called(typed, catalogue()).id == exercise


def test_a_weight_named_with_it_decides_which_one_is_meant() -> None:
    assert called("squat", catalogue(), loaded=True).id == "back_squat"
    assert called("pull up", catalogue(), loaded=True).id == "weighted_pull_up"
    assert called("push up", catalogue(), loaded=True).id == "push_up"


@pytest.mark.parametrize(
    ("profile", "exercise"),
    [("gym", "barbell_row"), ("home", "db_row"), ("travel", "band_row"), ("none", "superman_row")],
)
def test_what_is_at_hand_decides_where_a_short_name_stands_for_several(profile: str, exercise: str) -> None:
    assert called("row", catalogue(), at_hand=EQUIPMENT_PROFILES[profile]).id == exercise


def test_the_athletes_own_come_before_the_librarys() -> None:
    own = replace(catalogue()["push_up"], id="own:1", name="Push ups")
    assert called("push-up", {**catalogue(), own.id: own}) == own


def own(*names: str) -> dict[str, Exercise]:
    """The library, and exercises of the athlete's own."""
    added = [replace(catalogue()["leg_press"], id=f"own:{name}", name=name) for name in names]
    return {**catalogue(), **{each.id: each for each in added}}


@pytest.mark.parametrize(
    ("typed", "exercise"),
    [("squat", "back_squat"), ("row", "barbell_row"), ("bench press", "bench_press")],
)
def test_what_people_call_an_exercise_means_no_other_that_an_app_tells_apart_in_brackets(typed, exercise) -> None:
    several = own("Squat (Dumbbell)", "Row (watch)", "Bench Press (Smith Machine)")
    assert called(typed, several, loaded=True).id == exercise
    assert called("squat dumbbell", several).id == "own:Squat (Dumbbell)"


def test_of_several_own_that_are_told_apart_in_brackets_none_is_taken_unasked() -> None:
    assert called("lateral raise", own("Lateral Raise (Cable)")).id == "own:Lateral Raise (Cable)"
    several = own("Lateral Raise (Cable)", "Lateral Raise (Machine)")
    with pytest.raises(Problem, match=r"Lateral Raise \(Cable\), Lateral Raise \(Machine\) or"):
        find("lateral raise", Known(exercises=several))


@pytest.mark.parametrize("typed", ["thruster", "puhs up", "lateral", "side", "", "?", *MARKUP, *UNICODE])
def test_what_is_unknown_or_could_be_several_is_told_with_the_nearest_three(typed: str) -> None:
    with pytest.raises(Problem) as refused:
        called(typed, catalogue())
    assert [e.name in str(refused.value) for e in nearest(catalogue().values(), typed)] == [True] * 3


def test_the_nearest_are_those_that_are_spelled_alike() -> None:
    assert "push_up" in [e.id for e in nearest(catalogue().values(), "puhs up")]
    assert "burpee" in [e.id for e in nearest(catalogue().values(), "burpie")]


def test_searching_finds_plurals_too_and_the_nearest_names_first() -> None:
    assert matching(catalogue().values(), "pull ups")[0].id == "pull_up"
    assert matching(catalogue().values(), "squ")[0].id == "squat_jump"
    assert {e.id for e in matching(catalogue().values(), "")} == set(catalogue())


@pytest.mark.parametrize(
    ("exercise", "name", "several"),
    [
        ("push_up", "push-up", "push-ups"),
        ("bench_press", "barbell bench press", "barbell bench presses"),
        ("farmer_carry", "farmer carry", "farmer carries"),
        ("box_squat", "box squat", "box squats"),
        ("butt_kick", "butt kicks", "butt kicks"),
    ],
)
def test_exercises_are_named_within_sentences(exercise: str, name: str, several: str) -> None:
    assert (one(catalogue()[exercise]), plural(catalogue()[exercise])) == (name, several)


@given(st.text(max_size=60))
def test_no_text_makes_the_search_stumble(typed: str) -> None:
    assert len(nearest(catalogue().values(), typed)) == 3
    with suppress(Problem):
        assert called(typed, catalogue()).id in catalogue()
