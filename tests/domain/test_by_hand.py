"""What was done, in one line: every example of the help, names cut short and mistyped, and what is refused."""

from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hybridtui.domain.blocks import Done, Known
from hybridtui.domain.blocks.done import SUBTYPES
from hybridtui.domain.by_hand import Sets, Weight, find, read
from hybridtui.domain.effort import Effort
from hybridtui.domain.entry import Expected
from hybridtui.domain.exercises import catalogue
from hybridtui.domain.problems import Problem
from hybridtui.domain.units import DistanceUnit, Load, WeightUnit
from hybridtui.formats.plans.workout_reading import RUN_SUBTYPES

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
        ("run easy 8km 44:10 hr 141", "8 km in 44:10 (5:31/km), 141 bpm"),
        ("tempo run 6km 30:00", "6 km in 30:00 (5:00/km)"),
        ("jog 5km 30:00", "5 km in 30:00 (6:00/km)"),
        ("row 2000m 8:00", "rowing: 2000 m in 8:00 (4:00/km)"),
        ("yoga 30min", "yoga: 30:00"),
        ("bike 20km 60min", "cycling: 20 km in 1:00:00 (3:00/km)"),
        ("Climbing 90min", "climbing: 1:30:00"),
        ("row 20min", "rowing: 20:00"),
        ("row 2k 7:30", "rowing: 2 km in 7:30 (3:45/km)"),
        ("stretching 10min", "mobility: 10:00"),
        ("run 30km 2h45min", "30 km in 2:45:00 (5:30/km)"),
        ("run 1h5", "1:05:00"),
        ("run 8km 44m10s", "8 km in 44:10 (5:31/km)"),
        ("yoga rpe3 30min", "yoga: 30:00, RPE 3"),
        ("run rpe 4 8km, 44:10", "8 km in 44:10 (5:31/km), RPE 4"),
        ("run 10km @5:00/km", "10 km in 50:00 (5:00/km)"),
        ("half marathon 1:45:00", "21.098 km in 1:45:00 (4:59/km)"),
        ("trail run 12km 1h20", "12 km in 1:20:00 (6:40/km)"),
    ],
)
def test_runs_and_other_sports(line: str, echo: str) -> None:
    done = read(line, KNOWN)
    assert isinstance(done, Done)
    assert done.echo == echo


@pytest.mark.parametrize(
    "line", ["5k 22:30 race", "race 5k 22:30", "run 5k race 22:30", "5k 22:30 rpe9 race", "run race 5k 22:30"]
)
def test_the_kind_of_a_run_may_stand_anywhere(line: str) -> None:
    done = read(line, KNOWN)
    assert isinstance(done, Done)
    assert (done.subtype, done.draft.seconds) == ("race", 1350.0)


@pytest.mark.parametrize(
    ("line", "proposed"),
    [
        ("run 10km 5:00", ["10km 5:00:00", "10km 5:00/km"]),
        ("bike 40km 1:20", ["40km 1:20:00"]),
        ("run 21.0975km 1:45", ["21.0975km 1:45:00"]),
        ("run 8km 44:10:00", ["8km 44:10"]),
        ("run 3m 24:10", ["3km 24:10", "3mi 24:10"]),
        ("swim 1000 32min", ["1000m 32:00"]),
        ("run 1:30", ["1h30", "1min 30s"]),
        ("run 5:20 30min", ["8km 44:10"]),
    ],
)
def test_what_nobody_can_have_done_is_asked_about_with_what_may_be_meant(line: str, proposed: list[str]) -> None:
    with pytest.raises(Problem) as refused:
        read(line, KNOWN)
    for typed in proposed:
        assert typed in str(refused.value)
        assert isinstance(read(f"{line.split(maxsplit=1)[0]} {typed}", KNOWN), Done), "what is proposed can be typed"


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
        ("plank 1min", "plank", "60 s"),
        ("squat 80 5x5", "back_squat", "80 kg x 5, 5, 5, 5, 5 (5 sets)"),
        ("squat 80kg 5", "back_squat", "80 kg x 5"),
        ("squat 80 x 5 x 2 @ 8", "back_squat", "80 kg x 5, 5, RPE 8 (2 sets)"),
        ("squat 60x5w, 80x5@7 85x3", "back_squat", "60 kg x 5, warm-up; 80 kg x 5, RPE 7; 85 kg x 3"),
        ("squat 80x8, 6 drop", "back_squat", "80 kg x 8, 6, drop set (2 sets)"),
        ("squat 80x0 failure", "back_squat", "80 kg x 0 (failed), to failure"),
        ("lunges 20kg L8 R7", "db_walking_lunge", "20 kg x 8 left, 7 right"),
        ("split squat bwx8 each", "split_squat", "bodyweight x 8 each side"),
        ("pistol squat 5 left, 6 right", "pistol_squat", "5 reps left, 6 reps right"),
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
    assert read("weight 74,2", KNOWN) == read("bodyweight 74.2", KNOWN) == Weight(Load(74.2))
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


def test_an_exercise_of_gyms_is_none_of_the_library_that_is_called_alike() -> None:
    (done,) = sets("hack squat 100x8")
    assert (done.exercise.name, done.exercise.own, done.exercise.primary) == ("Hack squat", True, "quads")


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
        ("squat 1,000x5", "without a sign"),
        ("run 1,000m 4:00", "without a sign"),
        ("run 8km 44:75", "go to 59"),
        ("bench 3x8x60", "60x8x3 is 3 sets of 8"),
        ("bench 3x8 @ 60kg", "60kgx8x3 is 3 sets of 8"),
        ("run 8km 44:10 felt great", "'felt great' is not understood.*--note"),
        ("run 8km 44:10 at 7:30", "--at"),
        ("incline bench 60x8", "Perhaps Incline push-up, Bench dip or Barbell bench press"),
        ("squat 3x8", "3 sets of 8, or a load of 3 kg? Type 80x8x3"),
        ("squat 5x5 80", "5 sets of 5"),
        ("squat 80kg 3x8", "80kgx8x3"),
        ("dumbbell bench press 2x25x10", "2 sets of 25"),
        ("pull ups 10x3", "Type 10,10,10, or 10kgx3"),
        ("plank 3x45s", "Type 45s,45s,45s, or 3kgx45s"),
        ("kettlebell swings 24 15x3", "24x3x15"),
        ("squat w 60x5", "Which exercise"),
        ("farmer walk 32kg x 40m", "type the seconds"),
        ("squat 80x5@8 rpe 9", "One effort"),
        ("dl 140x3", "Which exercise"),
        ("squat 80x5 each", "side by side"),
        ("squat 100 5", "Type bodyweight squat 100, or squat 100x5"),
        ("stretch 10min", "Another sport is one of .*mobility"),
        ("squat 80x5x5 felt good", "--note"),
        ("squat 80x5, bench 60x8", "'bench 60x8'.*semicolon"),
        ("squat 80x5x5@12", "RPE"),
        ("x" * 400, "too long"),
    ],
)
def test_what_is_not_understood_is_said_with_the_way_out(line: str, says: str) -> None:
    with pytest.raises(Problem, match=says.replace("?", "[?]")):
        read(line, KNOWN)


def test_the_kinds_of_a_run_are_those_of_plans() -> None:
    assert set(SUBTYPES) == set(RUN_SUBTYPES)
    done = read("run tempo 6km 30:00 hr 165", KNOWN)
    assert isinstance(done, Done)
    assert (done.subtype, done.hr) == ("tempo", 165)


def test_every_name_that_is_proposed_can_be_typed_as_it_is() -> None:
    for exercise in catalogue().values():
        if exercise.name != "Easy jog":  # a run, if it is typed
            count = "40kgx12" if Expected(exercise=exercise).needs_load else "12"
            assert sets(f"{exercise.name} {count}")[0].exercise == exercise


@given(st.text(max_size=60) | st.from_regex(r"(run|squat|bench|plank|weight) [0-9x@.,: a-z]{0,20}", fullmatch=True))
def test_whatever_is_typed_is_read_or_refused_in_words(line: str) -> None:
    with suppress(Problem):
        assert read(line, KNOWN)
