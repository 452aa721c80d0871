"""What of a Strong export counts as what: sets, rests, notes, runs, failed sets, sessions."""

from __future__ import annotations

import pytest

from hybridtui.domain.session import SetKind, Source, Status
from hybridtui.domain.units import Distance, DistanceUnit, Load, WeightUnit
from hybridtui.domain.workout import Kind
from tests.formats.options import HEADER, read_text, strong


def test_a_row_is_a_set_of_its_session() -> None:
    read = read_text(
        strong('Squat (Barbell),1,100,5,0,0,"deep, ""slow""",good day,8', "Squat (Barbell),2,100,4,0,0,,,9.5")
    )
    (session,) = read.sessions
    assert (session.title, session.kind, session.status, session.source) == (
        "Push",
        Kind.STRENGTH,
        Status.FINISHED,
        Source.STRONG,
    )
    assert session.note == "good day"
    first, second = session.sets
    assert (first.exercise, first.load, first.reps, first.rpe, first.note) == (
        "back_squat",
        Load(100.0),
        5,
        8.0,
        'deep, "slow"',
    )
    assert (second.position, second.reps, second.rpe, second.per_side) == (1, 4, 9.5, False)
    assert session.tonnage_kg == 900
    assert session.strength_s == 3900
    assert not read.refused


def test_a_file_without_a_zone_takes_the_assumed_one_and_keeps_its_own_date() -> None:
    (session,) = read_text(strong("Plank,1,0,0,0,60,,,")).sessions
    assert session.started.local.isoformat() == "2024-05-01T17:36:08"
    assert session.started.offset_s == 7200
    assert session.started.local_date.isoformat() == "2024-05-01"
    assert "zone assumed" in session.flags
    assert session.ended is not None
    assert (session.ended.utc - session.started.utc).total_seconds() == 3900


def test_a_late_workout_stays_on_the_day_of_the_file() -> None:
    rows = (
        "2024-10-27 02:30:00,Night,30m,Plank,1,0,0,0,60,,,",
        "2024-12-31 23:50:00,Eve,30m,Plank,1,0,0,0,60,,,",
    )
    night, eve = read_text("\n".join((HEADER, *rows))).sessions
    assert night.started.local_date.isoformat() == "2024-10-27"  # the hour that comes twice
    assert eve.started.local_date.isoformat() == "2024-12-31"
    assert eve.ended is not None
    assert eve.ended.local_date.isoformat() == "2025-01-01"


def test_a_rest_timer_is_no_set_but_the_rest_of_the_set_before() -> None:
    read = read_text(
        strong(
            "Squat (Barbell),Rest Timer,0,0,0,30,,,",
            "Squat (Barbell),1,100,5,0,0,,,",
            "Squat (Barbell),Rest Timer,0,0,0,150,,,",
            "Squat (Barbell),2,100,5,0,0,,,",
        )
    )
    assert [(logged.reps, logged.rest_s) for logged in read.sessions[0].sets] == [(5, 150), (5, None)]


def test_a_note_row_is_no_set_but_the_note_of_its_exercise() -> None:
    read = read_text(
        strong(
            "Squat (Barbell),Note,0,0,0,0,belt on,,",
            "Squat (Barbell),1,100,5,0,0,,,",
            "Squat (Barbell),Note,0,0,0,0,knee ok,,",
            "Plank,Note,0,0,0,0,never held,,",
        )
    )
    (session,) = read.sessions
    assert [logged.note for logged in session.sets] == ["belt on\nknee ok"]
    assert session.note == "never held"


@pytest.mark.parametrize(
    ("order", "kind"),
    [
        ("1", SetKind.WORKING),
        ("0", SetKind.WORKING),
        ("2.0", SetKind.WORKING),
        ("W", SetKind.WARMUP),
        ("W1", SetKind.WARMUP),
        ("Warm-up", SetKind.WARMUP),
        ("D", SetKind.DROP),
        ("F", SetKind.FAILURE),
    ],
)
def test_the_set_order_tells_warm_ups_drops_and_failure(order: str, kind: SetKind) -> None:
    assert read_text(strong(f"Squat (Barbell),{order},60,5,0,0,,,")).sessions[0].sets[0].kind is kind


def test_a_failed_set_is_kept_and_counted_and_moves_nothing() -> None:
    (session,) = read_text(
        strong("Bench Press (Barbell),1,100,0,0,0,,,", "Bench Press (Barbell),2,90,3,0,0,,,")
    ).sessions
    failed, done = session.sets
    assert failed.failed
    assert failed.load == Load(100.0)
    assert (failed.volume_kg, done.volume_kg, session.tonnage_kg) == (0, 270, 270)


def test_a_timed_set_has_seconds_and_no_reps() -> None:
    (logged,) = read_text(strong("Plank,1,0,0,0,75.0,,,")).sessions[0].sets
    assert (logged.exercise, logged.reps, logged.seconds, logged.failed) == ("plank", None, 75.0, False)


@pytest.mark.parametrize(
    ("row", "sport", "kind", "run_s"),
    [
        ("Running (Treadmill),1,0,0,5.2,1800,,,", "run", Kind.RUN, 1800),
        ("Laufband,1,0,0,5.2,1800,,,", "run", Kind.RUN, 1800),
        ("跑步,1,0,0,5.2,1800,,,", "run", Kind.RUN, 1800),
        ("Rowing (Machine),1,0,0,5.2,1800,,,", "rowing", Kind.OTHER, 0),
        ("Cycling (Indoor),1,0,0,5.2,1800,,,", "cycling", Kind.OTHER, 0),
        ("Sled Push,1,0,0,5.2,1800,,,", "sledpush", Kind.OTHER, 0),
    ],
)
def test_a_row_with_a_distance_is_a_run_only_if_it_is_running(row: str, sport: str, kind: Kind, run_s: float) -> None:
    (session,) = read_text(strong(row)).sessions
    (run,) = session.runs
    assert not session.sets
    assert (run.sport, run.distance, run.seconds) == (sport, Distance(5.2, DistanceUnit.KM), 1800)
    assert (session.kind, session.run_s, session.other_s) == (kind, run_s, 1800 - run_s)


@pytest.mark.parametrize("name", ["Rowing (Machine)", "Cycling (Indoor)", "Elliptical Machine", "Sled Push"])
def test_a_machine_beside_lifts_is_a_set_of_strength(name: str) -> None:
    (session,) = read_text(
        strong("Squat (Barbell),1,100,5,0,0,,,", f"{name},1,0,0,0.5,120,,8,", "Running (Treadmill),1,0,0,2,600,,,")
    ).sessions
    squat, machine = session.sets
    assert (machine.distance, machine.seconds, machine.reps) == (Distance(0.5, DistanceUnit.KM), 120, None)
    assert machine.exercise != squat.exercise
    assert [(run.sport, run.seconds) for run in session.runs] == [("run", 600)]
    assert (session.run_s, session.other_s) == (600, 0)
    assert session.strength_s == session.total_s - 600 > 120


def test_a_long_piece_counts_with_its_time_where_the_file_tells_no_length() -> None:
    told = strong("Squat (Barbell),1,100,5,0,0,,,", "Cycling (Indoor),1,0,0,12,1800,,,").replace("1h 5m", "")
    (session,) = read_text(told).sessions
    assert session.strength_s == 180 + 1800


def test_a_carry_without_a_time_did_not_fail() -> None:
    (session,) = read_text(strong("Farmers Walk,1,32,0,0.04,0,,,")).sessions
    (carried,) = session.sets
    assert (carried.reps, carried.seconds, carried.failed) == (None, None, False)


def test_a_loaded_carry_over_a_distance_stays_a_set() -> None:
    (session,) = read_text(strong("Farmers Walk,1,32,0,0.04,35,,,")).sessions
    (logged,) = session.sets
    assert not session.runs
    assert (logged.exercise, logged.load, logged.seconds) == ("farmer_carry", Load(32.0), 35)
    assert logged.distance == Distance(0.04, DistanceUnit.KM)


def test_a_run_within_a_strength_session_takes_its_minutes_from_it() -> None:
    (session,) = read_text(strong("Running,1,0,0,3,1200,,,", "Squat (Barbell),1,60,5,0,0,,,")).sessions
    assert session.kind is Kind.COMBO
    assert (session.run_s, session.strength_s) == (1200, 2700)
    assert [run.position for run in session.runs] + [logged.position for logged in session.sets] == [0, 1]


def test_a_few_minutes_of_running_are_a_warm_up() -> None:
    (session,) = read_text(strong("Running,1,0,0,1,300,,,", "Squat (Barbell),1,60,5,0,0,,,")).sessions
    assert session.kind is Kind.STRENGTH
    assert (session.run_s, session.strength_s) == (300, 3600)


def test_a_run_without_a_time_takes_the_length_of_its_workout() -> None:
    (session,) = read_text(strong("Running,1,0,0,10,0,,,")).sessions
    assert session.runs[0].seconds == session.run_s == 3900


def test_a_forgotten_workout_is_kept_and_its_minutes_come_from_its_sets() -> None:
    text = f"{HEADER}\n" + "".join(
        f"2024-05-01 17:36:08,Push,264h 1m,Squat (Barbell),{n},60,5,0,0,,,\n" for n in (1, 2, 3)
    )
    read = read_text(text)
    assert read.sessions[0].total_s == 3 * 180
    assert "length capped" in read.sessions[0].flags
    assert any("over 6 h" in warning and "2024-05-01" in warning for warning in read.warnings)


@pytest.mark.parametrize("duration", ["", "a while"])
def test_a_length_that_is_missing_or_not_understood_comes_from_the_sets(duration: str) -> None:
    read = read_text(f"{HEADER}\n2024-05-01 17:36:08,Push,{duration},Squat (Barbell),1,60,5,0,0,,,\n")
    assert read.sessions[0].total_s == 180
    assert "length estimated" in read.sessions[0].flags
    assert any("a while" in warning for warning in read.warnings) == bool(duration)


def test_rows_of_one_workout_need_not_be_next_to_one_another() -> None:
    rows = [
        "2024-05-01 17:36:08,Push,1h,Squat (Barbell),1,60,5,0,0,,,",
        "2024-05-03 17:36:08,Pull,1h,Deadlift (Barbell),1,60,5,0,0,,,",
        "2024-05-01 17:36:08,Push,1h,Squat (Barbell),2,60,5,0,0,,,",
    ]
    push, pull = read_text("\n".join([HEADER, *rows])).sessions
    assert [len(push.sets), len(pull.sets)] == [2, 1]


def test_a_workout_is_known_again_in_the_other_unit_and_after_a_change() -> None:
    kg = read_text(strong("Squat (Barbell),1,100,5,0,0,,,")).sessions[0]
    lb = read_text(strong("Squat (Barbell),1,220.462,5,0,0,,,"), unit=WeightUnit.LB).sessions[0]
    other = read_text(strong("Squat (Barbell),1,100,5,0,0,,,").replace("Push", "Pull")).sessions[0]
    assert kg.fingerprint == lb.fingerprint
    assert kg.fingerprint != other.fingerprint


def test_hostile_text_is_cleaned_on_its_way_in() -> None:
    text = strong("Curl\x1b]52;c;eA==\x07 \u202eX,1,10,5,0,0,a\x9bb,,").replace("Push", "\x1b[2J[red]Push")
    (session,) = read_text(text).sessions
    assert session.title == "[2J[red]Push"
    assert session.sets[0].note == "ab"
    assert read_text(text).exercises[0].name == "Curl]52;c;eA== X"


@pytest.mark.parametrize(
    ("row", "kind", "run_s"),
    [
        ("Running (Treadmill),1,0,0,0,1800,,,", Kind.RUN, 1800),
        ("Cycling (Indoor),1,0,0,0,1800,,,", Kind.OTHER, 0),
    ],
)
def test_a_sport_with_a_time_alone_is_that_sport(row: str, kind: Kind, run_s: float) -> None:
    (session,) = read_text(strong(row)).sessions
    assert not session.sets
    assert (session.kind, session.runs[0].seconds, session.runs[0].distance) == (kind, 1800, None)
    assert session.run_s == run_s


def test_a_library_exercise_over_a_distance_is_a_set() -> None:
    (session,) = read_text(strong("Farmers Walk,1,0,0,0.04,30,,,")).sessions
    assert [(logged.exercise, logged.distance) for logged in session.sets] == [
        ("farmer_carry", Distance(0.04, DistanceUnit.KM))
    ]
    assert not session.runs


def test_two_workouts_whose_names_differ_by_spaces_are_two() -> None:
    rows = (
        "2024-05-01 17:36:08,Push,1h,Plank,1,0,0,0,60,,,",
        "2024-05-01 17:36:08,Push ,1h,Plank,1,0,0,0,60,,,",
    )
    found = read_text("\n".join((HEADER, *rows)))
    assert len({session.fingerprint for session in found.sessions}) == 2
