"""Session load by effort and sets per muscle (science B.6, D.1)."""

from __future__ import annotations

import pytest

from hybridtui.domain.exercises import Exercise, catalogue
from hybridtui.domain.load import default_rpe, session_load
from hybridtui.domain.volume import fractional_sets, lighter_week_sets
from hybridtui.domain.workout import Kind


@pytest.mark.parametrize(
    ("kind", "subtype", "rpe"),
    [
        (Kind.RUN, "easy", 3), (Kind.RUN, "long", 4), (Kind.RUN, "runwalk", 4), (Kind.RUN, "tempo", 6),
        (Kind.RUN, "cruise", 7), (Kind.RUN, "vo2", 8), (Kind.RUN, "reps", 8), (Kind.RUN, "hills", 7),
        (Kind.RUN, "", 3), (Kind.HYBRID, "circuit", 8), (Kind.STRENGTH, "SF", 6), (Kind.STRENGTH, "SC", 4),
        (Kind.RECOVERY, "", 2),
    ],
)  # fmt: skip
def test_assumed_efforts_are_those_of_the_table(kind: Kind, subtype: str, rpe: float) -> None:
    assert default_rpe(kind, subtype) == rpe


@pytest.mark.parametrize("kind", Kind)
def test_every_kind_has_an_assumed_effort(kind: Kind) -> None:
    assert 0 < default_rpe(kind) <= 10


def test_leg_heavy_strength_and_gentle_circuits_are_told_apart() -> None:
    assert default_rpe(Kind.STRENGTH, "SL", leg_heavy=True) == 7
    assert default_rpe(Kind.HYBRID, "circuit", level=1) == 6
    assert default_rpe(Kind.HYBRID, "circuit", level=2) == 8


def test_a_given_effort_wins_and_an_assumed_one_is_marked() -> None:
    assert session_load(40, 9, Kind.RUN, "easy") == (360, False)
    assert session_load(40, None, Kind.RUN, "easy") == (120, True)


def test_no_effort_at_all_is_a_rating_too() -> None:
    assert session_load(40, 0, Kind.RECOVERY) == (0, False)


def test_an_own_exercise_without_muscles_counts_for_none() -> None:
    assert fractional_sets([(Exercise(id="own:1", name="Log", pattern=""), 3)]) == {}


def test_one_set_counts_whole_once_and_half_for_each_helper() -> None:
    squat = catalogue()["back_squat"]
    assert fractional_sets([(squat, 4)]) == {"quads": 4, "glutes": 2, "hamstrings": 2, "lower_back": 2}


@pytest.mark.parametrize("sets", range(8))
def test_a_lighter_week_keeps_at_least_half_the_sets(sets: int) -> None:
    assert sets / 2 <= lighter_week_sets(sets) < sets / 2 + 1
