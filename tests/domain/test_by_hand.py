"""What was done, in one line: every example of the help, names cut short and mistyped, and what is refused."""

from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hybridtui.domain.blocks import Done, Known
from hybridtui.domain.by_hand import Sets, Weight, find, read
from hybridtui.domain.effort import Effort
from hybridtui.domain.exercises import catalogue
from hybridtui.domain.problems import Problem
from hybridtui.domain.units import DistanceUnit, Load, WeightUnit

KNOWN = Known(exercises=catalogue())


def sets(line: str, effort: Effort = Effort.RPE) -> tuple[Sets, ...]:
    done = read(line, KNOWN, effort)
    assert isinstance(done, tuple)
    return done


@pytest.mark.parametrize(
    ("line", "echo"),
    [
        ("run 8km 44:10 rpe4", "8 km in 44:10 (5:31/km), RPE 4"),
        ("ran 30min", "30:00"),
        ("8km 44:10", "8 km in 44:10 (5:31/km)"),
        ("run 5:20/km 30min", "5.63 km in 30:00 (5:20/km)"),
        ("run 3mi 24:10@7", "3 mi in 24:10 (8:03/mi), RPE 7"),
        ("yoga 30min", "yoga: 30:00"),
        ("bike 20km 60min", "cycling: 20 km in 1:00:00 (3:00/km)"),
        ("Climbing 90min", "climbing: 1:30:00"),
    ],
)
def test_runs_and_other_sports(line: str, echo: str) -> None:
    done = read(line, KNOWN)
    assert isinstance(done, Done)
    assert done.echo == echo


@pytest.mark.parametrize(
    ("line", "exercise", "echo"),
    [
        ("squat 80x5x5@8", "back_squat", "80 kg x 5, 5, 5, 5, 5, RPE 8 (5 sets)"),
        ("squat 80 x 5 x 2", "back_squat", "80 kg x 5, 5 (2 sets)"),
        ("Back Squat 80kg x 5 @8", "back_squat", "80 kg x 5, RPE 8"),
        ("squat 176lbx5x2", "back_squat", "176 lb x 5, 5 (2 sets)"),
        ("rdl 100x8,8,6@8.5", "romanian_deadlift", "100 kg x 8, 8, 6, RPE 8.5 (3 sets)"),
        ("pull-up bw+10x5x3", "weighted_pull_up", "bodyweight + 10 kg x 5, 5, 5 (3 sets)"),
        ("push-ups 12,10,8", "push_up", "12 reps, 10 reps, 8 reps (3 sets)"),
        ("plank 45s", "plank", "45 s"),
        ("plank 45s x 2", "plank", "45 s, 45 s (2 sets)"),
    ],
)
def test_sets_of_an_exercise(line: str, exercise: str, echo: str) -> None:
    (done,) = sets(line)
    assert (done.exercise.id, done.echo) == (exercise, f"{catalogue()[exercise].name}: {echo}")


def test_several_exercises_in_one_line() -> None:
    assert [(done.exercise.id, len(done.drafts)) for done in sets("squat 80x5x3; row 60x8 ;")] == [
        ("back_squat", 3),
        ("barbell_row", 1),
    ]


def test_a_body_weight_is_in_the_athletes_unit_unless_it_names_one() -> None:
    pounds = Known(exercises=catalogue(), weight_unit=WeightUnit.LB, distance_unit=DistanceUnit.MI)
    assert read("weight 74,2", KNOWN) == Weight(Load(74.2))
    assert read("weight 163", pounds) == read("weight 163lb", KNOWN) == Weight(Load(163.0, WeightUnit.LB))


def test_an_effort_is_read_on_the_scale_that_the_athlete_uses() -> None:
    assert {draft.rpe for draft in sets("squat 80x5x3@2", Effort.RIR)[0].drafts} == {8.0}


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("sqaut", "back_squat"), ("benhc press", "bench_press"), ("puch press", None), ("deadlfit", "deadlift")],
)
def test_a_mistyped_name_is_understood_where_one_exercise_is_meant(typed: str, meant: str | None) -> None:
    if meant is None:
        with pytest.raises(Problem, match="Perhaps"):
            find(typed, KNOWN, loaded=True)
    else:
        assert find(typed, KNOWN, loaded=True).id == meant


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("", "run 8km 44:10"),
        ("squat", "how many"),
        ("press machine 80x5", "Perhaps"),
        ("squat 80x5x99", "99 sets"),
        ("squat 80x", "How many reps"),
        ("run 8km", "44:10"),
        ("yoga", "yoga 30min"),
        ("weight", "74.2"),
        ("weight 9999", "20 to 400 kg"),
        ("frisbee 90min", "Another sport is one of"),
        ("squat 2000x5", "1,000 kg|1000"),
        ("squat 80x5x5@12", "RPE"),
        ("x" * 400, "too long"),
    ],
)
def test_what_is_not_understood_is_said_with_the_way_out(line: str, says: str) -> None:
    with pytest.raises(Problem, match=says):
        read(line, KNOWN)


@given(st.text(max_size=60) | st.from_regex(r"(run|squat|bench|plank|weight) [0-9x@.,: a-z]{0,20}", fullmatch=True))
def test_whatever_is_typed_is_read_or_refused_in_words(line: str) -> None:
    with suppress(Problem):
        assert read(line, KNOWN)
