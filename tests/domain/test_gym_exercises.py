"""Exercises of gyms are known by their names: what they train, and how they move."""

from __future__ import annotations

import csv
from importlib import resources

import pytest

from hybridtui.domain import gym_exercises
from hybridtui.domain.exercises import LOWER_PATTERNS, OWN, Exercise, catalogue
from hybridtui.domain.names import fold, match
from hybridtui.domain.own_exercises import OWN_PATTERN, WithOwn, completed, is_known_by_name, own_id, pattern_of

TRAINS = {
    "Lateral Raise (Dumbbell)": "shoulders", "Arnold Press (Dumbbell)": "shoulders", "Bayesian Cable Curl": "biceps",
    "Upright Row (Barbell)": "shoulders", "Shoulder Press (Machine)": "shoulders",
    "Reverse Fly (Machine)": "rear_delts", "Shrug (Dumbbell)": "traps", "Chest Fly": "chest",
    "Incline Bench Press (Barbell)": "chest", "Butterfly (Pec Deck)": "chest", "Cable Crossover": "chest",
    "Chest Dip": "chest", "Chest Press (Machine)": "chest", "Bench Press - Close Grip (Barbell)": "triceps",
    "Skullcrusher (Barbell)": "triceps", "Triceps Pressdown": "triceps", "Machine Triceps Pushdown": "triceps",
    "Triceps Kickback (Cable)": "triceps", "Preacher Curl (Barbell)": "biceps", "Hammer Curl (Dumbbell)": "biceps",
    "EZ-Bar Curl": "biceps", "Seated Incline Curl (Dumbbell)": "biceps", "Seated Palms Up Wrist Curl": "forearms",
    "Reverse Curl (Barbell)": "forearms", "Chin Up": "lats", "Lat Pulldown - Close Grip (Cable)": "lats",
    "Pullover (Dumbbell)": "lats", "Seated Row (Cable)": "upper_back", "T Bar Row": "upper_back",
    "Hammer Strength Row": "upper_back", "Back Extension (Machine)": "lower_back", "Leg Extension (Machine)": "quads",
    "Hack Squat": "quads", "Squat (Smith Machine)": "quads", "Leg Press Horizontal (Machine)": "quads",
    "Lunge (Dumbbell)": "quads", "Seated Leg Curl (Machine)": "hamstrings", "Sumo Deadlift (Barbell)": "hamstrings",
    "Power Clean": "hamstrings", "Hip Thrust (Machine)": "glutes", "Hip Abduction (Machine)": "abductors",
    "Hip Adduction (Machine)": "adductors", "Calf Press (Machine)": "calves", "Cable Crunch": "abs",
    "Hanging Leg Raise": "abs", "Side Bend (Dumbbell)": "obliques", "Lateral Raise, Cable": "shoulders",
    "Barbell biceps curl": "biceps", "Sit up (watch)": "abs",
}  # fmt: skip
"""As Strong, Hevy, FitNotes, Liftosaur and watches write them."""


def _rows() -> list[dict[str, str]]:
    table = resources.files("hybridtui.domain").joinpath("data/gym_exercises.csv").read_text(encoding="utf-8")
    return list(csv.DictReader(line for line in table.splitlines() if not line.startswith("#")))


def test_the_table_uses_the_words_of_the_library() -> None:
    library = catalogue().values()
    patterns = {each.pattern for each in library}
    muscles = {muscle for each in library for muscle in (each.primary, *each.secondary)}
    items = {"none", *(item for each in library for way in each.equipment for item in way)}
    for row in _rows():
        told = [row["primary"], *filter(None, row["secondary"].split(";"))]
        assert row["pattern"] in patterns, row
        assert muscles.issuperset(told), row
        assert len(set(told)) == len(told), row
        assert items.issuperset(row["equipment"].replace("/", "+").split("+")), row
        assert {row["unilateral"], row["compound"], row["timed"]} <= {"0", "1"}, row


def test_no_name_stands_twice_or_for_an_exercise_of_the_library() -> None:
    names = [name for row in _rows() for name in row["names"].split("|")]
    assert len({fold(name) for name in names}) == len(names)
    assert [name for name in names if match(name)] == []


@pytest.mark.parametrize(("name", "primary"), TRAINS.items())
def test_a_well_known_exercise_trains(name: str, primary: str) -> None:
    known = gym_exercises.known(name)
    assert known is not None
    assert known.primary == primary


def test_an_own_exercise_takes_what_its_name_tells_and_keeps_its_id_name_and_seconds() -> None:
    mine = Exercise(id="own:1", name="leg extension - machine", pattern=OWN_PATTERN, timed=True)
    whole = completed(mine)
    assert (whole.id, whole.name, whole.timed) == (mine.id, mine.name, True)
    assert (whole.pattern, whole.primary, whole.equipment) == ("squat", "quads", (frozenset({"machine"}),))
    assert is_known_by_name(whole)
    assert not is_known_by_name(mine)


def test_what_an_athlete_or_a_file_said_stays() -> None:
    said = Exercise(id="own:1", name="Chin Up", pattern=OWN_PATTERN, primary="biceps")
    assert completed(said) is said
    assert not is_known_by_name(said)
    unknown = Exercise(id="own:2", name="My own thing", pattern=OWN_PATTERN)
    assert completed(unknown) is unknown


def test_an_id_made_of_a_name_tells_how_it_moves() -> None:
    assert pattern_of(own_id("Hack Squat")) in LOWER_PATTERNS
    assert pattern_of(own_id("hack-squat")) in LOWER_PATTERNS
    assert pattern_of("own:hack-squat-000000") is None  # made of another name
    assert pattern_of("own:01890000") is None


def test_the_library_comes_with_the_own_ones_each_once() -> None:
    squat = Exercise(id=OWN + "squat", name="Hack Squat", pattern=OWN_PATTERN)
    all_of_them = WithOwn([squat])
    assert [*all_of_them] == [*catalogue(), squat.id]
    assert len(all_of_them) == len(catalogue()) + 1
    assert all_of_them[squat.id].primary == "quads"
    assert all_of_them["back_squat"] is catalogue()["back_squat"]
    assert "own:none" not in all_of_them
