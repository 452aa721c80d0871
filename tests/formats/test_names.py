"""Imported names and the library: matched where they are the same exercise, and nowhere else."""

from __future__ import annotations

import csv
from importlib import resources

import pytest

from hybridtui.domain.exercises import catalogue
from hybridtui.formats.names import Roster, carries_bodyweight, fold, match, own_id, sport
from tests.formats.options import read_text, strong


def _rows() -> list[dict[str, str]]:
    text = resources.files("hybridtui.formats").joinpath("data/names.csv").read_text(encoding="utf-8")
    return list(csv.DictReader(line for line in text.splitlines() if not line.startswith("#")))


def test_the_table_names_only_exercises_of_the_library_and_each_name_once() -> None:
    rows = _rows()
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


@pytest.mark.parametrize(
    ("name", "bare", "loaded"),
    [
        ("Pull Up", "pull_up", "weighted_pull_up"),
        ("Bulgarian Split Squat", "elevated_split_squat", "db_elevated_split_squat"),
        ("Russian Twist", "russian_twist", "weighted_russian_twist"),
        ("Push Up", "push_up", "push_up"),
    ],
)
def test_a_load_in_the_session_decides_where_the_name_does_not(name: str, bare: str, loaded: str) -> None:
    text = strong(f"{name},1,0,8,0,0,,,", f"{name},2,0,8,0,0,,,")
    assert {logged.exercise for logged in read_text(text).sessions[0].sets} == {bare}
    text = strong(f"{name},1,0,8,0,0,,,", f"{name},2,10,8,0,0,,,")
    assert {logged.exercise for logged in read_text(text).sessions[0].sets} == {loaded}


def test_a_load_on_a_bodyweight_exercise_comes_on_top_of_the_body() -> None:
    sets = (
        read_text(strong("Push Up,1,10,8,0,0,,,", "Squat (Barbell),1,60,8,0,0,,,", "Plank,1,0,0,0,60,,,"))
        .sessions[0]
        .sets
    )
    assert [logged.bodyweight for logged in sets] == [True, False, False]
    assert carries_bodyweight("weighted_pull_up")
    assert not carries_bodyweight("farmer_carry")
    assert not carries_bodyweight("own:anything")


def test_what_is_not_matched_becomes_an_exercise_of_the_athletes_own() -> None:
    read = read_text(strong("T Bar Row,1,40,8,0,0,,,", "t-bar row,2,40,8,0,0,,,", "Wall Hang,1,0,0,0,30,,,"))
    row, hang = read.exercises
    assert (row.name, row.own, row.timed) == ("T Bar Row", True, False)
    assert (hang.name, hang.timed) == ("Wall Hang", True)
    assert [logged.exercise for logged in read.sessions[0].sets] == [row.id, row.id, hang.id]


def test_own_exercises_keep_their_id_from_file_to_file() -> None:
    assert own_id("T Bar Row") == own_id("t-bar  row")
    assert own_id("卧推") != own_id("深蹲")
    assert all(own_id(name).startswith("own:") for name in ("卧推", "!!!", "a" * 500))
    assert len(own_id("a" * 500)) < 100


def test_an_exercise_that_the_athlete_made_is_taken_before_the_librarys() -> None:
    roster = Roster({fold("Push Up"): "own:mine"})
    assert roster.exercise("push-up", loaded=False) == "own:mine"
    assert roster.added == ()


@pytest.mark.parametrize(
    ("name", "named"),
    [
        ("Running", "run"),
        ("Treadmill", "run"),
        ("Course à pied", "run"),
        ("Rowing (Machine)", "rowing"),
        ("Elliptical Machine", "elliptical"),
        ("Walking", "walking"),
        ("Easy jog", "run"),
        ("Bent Over Row (Barbell)", None),
        ("Walking Lunge (Dumbbell)", None),
        ("Farmers Walk", None),
        ("Bicycle Crunch", None),
        ("Running high knees", None),
        ("Crunch", None),
    ],
)
def test_sports_are_told_from_exercises(name: str, named: str | None) -> None:
    assert sport(name) == named
