"""Imported names and the library: matched where they are the same exercise, and nowhere else."""

from __future__ import annotations

import pytest

from hybridtui.domain.names import fold
from hybridtui.domain.own_exercises import own_id
from hybridtui.formats.activity_types import activity
from hybridtui.formats.lifting.cardio import sport
from hybridtui.formats.names import Roster, carries_bodyweight
from tests.formats.options import read_text, strong


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


@pytest.mark.parametrize(
    ("told", "words"),
    [
        ("run", "Laufband; Course à pied; Carrera; Corrida; Corsa; Hardlopen; Bieganie; Løb; Löpning; Esteira"),
        ("cycling", "Radfahren; Vélo; Cyclisme; Ciclismo; Bicicleta; Fietsen; Kolarstwo; Cykling"),
        ("rowing", "Rudergerät; Aviron; Máquina de remo; Canottaggio; Roeien; Wioślarstwo; Roning; Rodd"),
        ("walking", "Gehen; Marche; Caminata; Caminhada; Camminata; Wandelen; Spacer; Gång; Promenad"),
        ("hiking", "Wandern; Randonnée; Senderismo; Trilha; Escursionismo; Turystyka piesza; Vandring"),
        ("swimming", "Schwimmen; Natation; Natación; Natação; Nuoto; Zwemmen; Pływanie; Svømning; Simning"),
        ("elliptical", "Crosstrainer; Elliptique; Elíptica; Ellittica; Orbitrek"),
        ("skating", "Eislaufen; Patinage; Patinaje; Pattinaggio; Schaatsen; Łyżwy; Skridsko"),
    ],
)
def test_sports_are_known_in_ten_languages(told: str, words: str) -> None:
    assert {sport(word) for word in words.split("; ")} == {told}


@pytest.mark.parametrize(
    "name", ["Treadmill", "Spinning", "Rower", "Walk", "Hike", "Swim", "Elliptical", "Stairmaster"]
)
def test_a_sport_is_called_as_watches_and_services_call_it(name: str) -> None:
    """Or two records of one workout would not be known for one."""
    told = sport(name)
    assert told is not None
    assert activity(told).sport == told


@pytest.mark.parametrize("name", ["Fentes marchées", "Remo con barra", "Farmer's Walk", "Zancadas", "Marschieren"])
def test_what_only_sounds_like_a_sport_is_none(name: str) -> None:
    assert sport(name) is None
