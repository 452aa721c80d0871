"""The library is whole, its ladders end, and every exercise can be explained (science G, R39)."""

from __future__ import annotations

import re

import pytest

from hybridtui.domain.athlete import EQUIPMENT, EQUIPMENT_PROFILES
from hybridtui.domain.exercises import CORE_PATTERNS, LOWER_PATTERNS, OWN, Exercise, catalogue

PATTERNS = {
    "squat": 11, "lunge": 14, "hinge": 13, "bridge": 4, "hip_abd": 3, "hip_add": 1, "calf": 5,
    "push_h": 14, "push_v": 6, "pull_h": 10, "pull_v": 9, "arm": 3,
    "core_antiext": 5, "core_antirot": 5, "core_lateral": 3, "core_rot": 6, "core_flex": 3, "core_ext": 1,
    "carry": 2, "plyo": 4, "cardio": 9,
    "warmup": 2, "mobility": 12, "run_drill": 10, "stretch": 12, "recovery": 4,
}  # fmt: skip
"""Science G: patterns and how many exercises each has."""

MUSCLES = {
    "quads", "hamstrings", "glutes", "calves", "adductors", "abductors", "hip_flexors", "tibialis", "abs", "obliques",
    "transverse", "lower_back", "upper_back", "lats", "traps", "chest", "shoulders", "rear_delts", "rotator_cuff",
    "triceps", "biceps", "forearms", "serratus", "full_body",
}  # fmt: skip

CLAIMS = re.compile(
    r"injur|prevent|calorie|\bfat\b|optimal|lactate|lactic|soreness|toxin|detox|guarantee|protects?\b", re.IGNORECASE
)
"""What H.3 forbids to claim."""

ALL = tuple(catalogue().values())
each = pytest.mark.parametrize("exercise", ALL, ids=lambda e: e.id)


def test_there_are_171_with_unique_ids_and_names() -> None:
    assert len(ALL) == 171
    assert len({e.name for e in ALL}) == 171
    assert all(re.fullmatch(r"[a-z][a-z_]*", e.id) for e in ALL)


def test_patterns_are_those_of_the_reference_in_their_numbers() -> None:
    assert {p: sum(e.pattern == p for e in ALL) for p in {e.pattern for e in ALL}} == PATTERNS
    assert set(PATTERNS) >= LOWER_PATTERNS | set(CORE_PATTERNS)


@each
def test_muscles_and_equipment_are_of_the_closed_vocabulary(exercise: Exercise) -> None:
    assert {exercise.primary, *exercise.secondary} <= MUSCLES
    assert exercise.primary not in exercise.secondary
    assert len(set(exercise.secondary)) == len(exercise.secondary)
    assert exercise.equipment
    assert all(way <= set(EQUIPMENT) for way in exercise.equipment)


def test_all_equipment_that_can_be_named_is_asked_for_by_some_exercise() -> None:
    assert set().union(*(way for e in ALL for way in e.equipment)) == set(EQUIPMENT)


@pytest.mark.parametrize("direction", ["easier", "harder"])
def test_ladders_lead_to_other_exercises_and_end(direction: str) -> None:
    for start in ALL:
        seen = [start.id]
        while step := getattr(catalogue()[seen[-1]], direction):
            assert step in catalogue()
            assert step not in seen, f"{direction} of {start.id} goes round: {seen}"
            seen.append(step)


@each
def test_each_has_cues_and_a_reason_for_runners(exercise: Exercise) -> None:
    assert 2 <= len(exercise.cues) <= 4
    assert all(2 < len(cue) <= 60 for cue in exercise.cues)
    assert len(set(exercise.cues)) == len(exercise.cues)
    assert 10 < len(exercise.why_runner) <= 90
    assert all(text[0].isupper() and text == text.strip() for text in (*exercise.cues, exercise.why_runner))


@each
def test_nothing_is_claimed_that_is_not_known(exercise: Exercise) -> None:
    assert not [text for text in (*exercise.cues, exercise.why_runner) if CLAIMS.search(text)]


def test_no_two_exercises_have_the_same_cues() -> None:
    assert len({e.cues for e in ALL}) == len(ALL)


def test_floor_and_wall_are_always_at_hand() -> None:
    nothing = EQUIPMENT_PROFILES["none"]
    assert catalogue()["push_up"].possible_with(nothing)
    assert not catalogue()["pull_up"].possible_with(nothing)


def test_one_alternative_has_to_be_there_as_a_whole() -> None:
    split_squat = catalogue()["db_elevated_split_squat"]
    assert not split_squat.possible_with(frozenset({"dumbbell"}))
    assert split_squat.possible_with(frozenset({"dumbbell", "chair"}))


def test_an_own_exercise_is_told_by_its_id() -> None:
    assert Exercise(id=f"{OWN}1", name="Log press", pattern="push_v").own
    assert not any(e.own for e in ALL)
