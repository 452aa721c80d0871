"""A name that no table knows is guessed at: the right exercise comes first, or among the first three."""

from __future__ import annotations

import pytest

from hybridtui.domain.exercises import Exercise, catalogue
from hybridtui.domain.guesses import guesses
from hybridtui.domain.names import match

FIRST = [
    # abbreviations and how people write in a hurry
    ("DB bench", True, "db_bench_press"),
    ("BB Bench Press", True, "bench_press"),
    ("Bench press - barbell (flat)", True, "bench_press"),
    ("RDL", True, "romanian_deadlift"),
    ("DB RDL", True, "db_romanian_deadlift"),
    ("OHP", True, "overhead_press"),
    ("Military press (barbell)", True, "overhead_press"),
    ("DB shoulder press seated", True, "db_overhead_press"),
    ("KB swings", True, "kettlebell_swing"),
    ("Pullups", False, "pull_up"),
    ("Chin Up", True, "weighted_pull_up"),
    ("Press-ups", False, "push_up"),
    ("Squats", True, "back_squat"),
    ("Barbel back sqat", True, "back_squat"),
    ("Front squats", True, "front_squat"),
    ("Goblet squats KB", True, "goblet_squat"),
    ("Deadlifts", True, "deadlift"),
    ("Conventional deadlift", True, "deadlift"),
    ("Lat pull down (machine)", True, "lat_pulldown"),
    ("Lat Pulldown - Wide Grip (Cable)", True, "lat_pulldown"),
    ("Pendlay Row (Barbell)", True, "barbell_row"),
    ("1 arm DB row", True, "db_row"),
    ("Cable face pulls", True, "face_pull"),
    ("Hammer Curl (Dumbbell)", True, "db_curl"),
    ("Seated Leg Curl (Machine)", True, "leg_curl"),
    ("Leg press 45", True, "leg_press"),
    ("Walking lunges DB", True, "db_walking_lunge"),
    ("Barbell hip thrusts", True, "barbell_hip_thrust"),
    ("Farmers walks", True, "farmer_carry"),
    ("Hanging leg raises", False, "hanging_knee_raise"),
    ("Side planks", False, "side_plank"),
    ("Ab roller", False, "ab_wheel"),
    ("Skipping rope", False, "jump_rope"),
    ("Rear foot elevated split squat (dumbbell)", True, "db_elevated_split_squat"),
    ("Box jumps", False, "box_jump"),
    ("Single leg RDL (DB)", True, "db_single_leg_deadlift"),
    # German
    ("Kniebeugen (Langhantel)", True, "back_squat"),
    ("Frontkniebeuge", True, "front_squat"),
    ("Bankdrücken", True, "bench_press"),
    ("Bankdrücken Kurzhantel", True, "db_bench_press"),
    ("Kreuzheben", True, "deadlift"),
    ("Rumänisches Kreuzheben", True, "romanian_deadlift"),
    ("Klimmzüge", False, "pull_up"),
    ("Liegestütze", False, "push_up"),
    ("Schulterdrücken (Kurzhantel)", True, "db_overhead_press"),
    ("Vorgebeugtes Rudern Langhantel", True, "barbell_row"),
    ("Latzug", True, "lat_pulldown"),
    ("Beinpresse", True, "leg_press"),
    ("Unterarmstütz", False, "plank"),
    # French
    ("Développé couché (barre)", True, "bench_press"),
    ("Développé militaire", True, "overhead_press"),
    ("Soulevé de terre", True, "deadlift"),
    ("Soulevé de terre roumain (haltères)", True, "db_romanian_deadlift"),
    ("Tractions", False, "pull_up"),
    ("Pompes", False, "push_up"),
    ("Fentes marchées (haltères)", True, "db_walking_lunge"),
    ("Tirage poitrine", True, "lat_pulldown"),
    ("Gainage", False, "plank"),
    # Spanish
    ("Sentadilla con barra", True, "back_squat"),
    ("Press de banca", True, "bench_press"),
    ("Peso muerto rumano", True, "romanian_deadlift"),
    ("Dominadas", False, "pull_up"),
    ("Flexiones", False, "push_up"),
    ("Curl de bíceps con mancuernas", True, "db_curl"),
    ("Plancha lateral", False, "side_plank"),
    # Portuguese
    ("Agachamento livre", True, "back_squat"),
    ("Supino reto (barra)", True, "bench_press"),
    ("Supino com halteres", True, "db_bench_press"),
    ("Levantamento terra", True, "deadlift"),
    ("Barra fixa", False, "pull_up"),
    ("Remada curvada (barra)", True, "barbell_row"),
    ("Puxada alta", True, "lat_pulldown"),
    ("Rosca direta (halter)", True, "db_curl"),
    ("Elevação pélvica (barra)", True, "barbell_hip_thrust"),
    ("Panturrilha em pé", False, "calf_raise"),
]

AMONG_THREE = [
    ("Squat (Smith Machine)", True, "back_squat"),
    ("Incline Bench Press (Barbell)", True, "bench_press"),
    ("Close grip bench", True, "bench_press"),
    ("Seated Cable Row", True, "single_arm_cable_row"),
    ("Sumo Deadlift (Barbell)", True, "deadlift"),
    ("Push Press", True, "overhead_press"),
    ("T Bar Row", True, "barbell_row"),
    ("Bicep Curl (Barbell)", True, "db_curl"),
    ("Reverse lunges with dumbbells", True, "db_reverse_lunge"),
    ("Seated Calf Raise (Machine)", True, "db_calf_raise"),
    ("Triceps Pushdown (Cable)", True, "band_triceps_extension"),
    ("Chest Dip", False, "dip"),
    ("Wadenheben einbeinig", False, "single_leg_calf_raise"),
    ("Tríceps na polia", True, "band_triceps_extension"),
    ("Ausfallschritte Kurzhantel", True, "db_walking_lunge"),
]


@pytest.mark.parametrize(("name", "loaded", "exercise"), FIRST)
def test_the_right_one_comes_first(name: str, loaded: bool, exercise: str) -> None:
    found = guesses(name, catalogue(), loaded=loaded)
    assert found[0] == exercise, found


@pytest.mark.parametrize(("name", "loaded", "exercise"), AMONG_THREE)
def test_the_nearest_one_is_among_the_first_three(name: str, loaded: bool, exercise: str) -> None:
    assert match(name) is None, "a table answers what is known"
    found = guesses(name, catalogue(), loaded=loaded)
    assert exercise in found[:3], found


@pytest.mark.parametrize("name", ["", "😀", "Воркаут", "xyzzy", "()", "a" * 5000])
def test_what_is_like_nothing_has_no_guess(name: str) -> None:
    assert guesses(name, catalogue(), loaded=False) == ()


def test_own_exercises_are_guessed_too_and_no_more_than_wanted() -> None:
    own = Exercise(id="own:zercher", name="Zercher squat", pattern="other")
    found = guesses("zercher squats", {**catalogue(), own.id: own}, loaded=True, most=3)
    assert found[0] == own.id
    assert len(found) == 3
