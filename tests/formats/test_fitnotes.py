"""FitNotes' exports: two generations of headers, units per row, days without times; the body tracker."""

from __future__ import annotations

from datetime import date

import pytest

from hybridtui.domain.body_weight import BodyWeight
from hybridtui.domain.session import Source
from hybridtui.domain.unit_questions import DistanceQuestion
from hybridtui.domain.units import Distance, DistanceUnit, Load, WeightUnit
from hybridtui.domain.workout import Kind
from hybridtui.formats import Read
from tests.formats.options import read_text

NEW = "Date,Exercise,Category,Weight,Weight Unit,Reps,Distance,Distance Unit,Time,Comment"
OLD = "Date,Exercise,Category,Weight (kgs),Reps,Distance,Distance Unit,Time"


def fitnotes(*rows: str, header: str = NEW, unit: WeightUnit | None = None) -> Read:
    return read_text("\n".join([header, *rows]) + "\n", unit=unit)


def test_all_rows_of_a_day_are_one_session_at_noon() -> None:
    found = fitnotes(
        '2024-08-04,Barbell Squat,Legs,100.0,kgs,5,,,,"deep, slow"',
        "2024-08-05,Deadlift,Back,120.0,kgs,5,,,,",
        "2024-08-04,Lat Pulldown,Back,45.0,kgs,10,,,,",
    )
    first, second = found.sessions
    assert not found.refused
    assert (first.title, first.source, first.kind) == ("Legs, Back", Source.FITNOTES, Kind.STRENGTH)
    assert (first.started.local.isoformat(), second.title) == ("2024-08-04T12:00:00", "Back")
    assert [(logged.load, logged.reps, logged.note) for logged in first.sets] == [
        (Load(100), 5, "deep, slow"),
        (Load(45), 10, ""),
    ]
    assert {"zone assumed", "time of day assumed", "length estimated"} <= set(first.flags)
    assert any("noon was assumed" in warning for warning in found.warnings)


@pytest.mark.parametrize(
    ("header", "load"),
    [
        (OLD, Load(100)),
        (OLD.replace("kgs", "lbs"), Load(100, WeightUnit.LB)),
        (OLD.replace("kgs", "kg"), Load(100)),
        (OLD.replace("kgs", "lb"), Load(100, WeightUnit.LB)),
    ],
)
def test_the_old_header_and_that_of_ios_name_the_unit(header: str, load: Load) -> None:
    found = fitnotes("2019-08-04,Deadlift,Back,100,5,,,", header=header)
    assert found.question is None
    assert found.sessions[0].sets[0].load == load


def test_a_distance_without_a_unit_is_asked_about_though_there_is_a_column_for_it() -> None:
    far, near = "2024-08-04,Running,Cardio,,,,8.0,,0:40:00,", "2024-08-05,Running,Cardio,,,,3.1,mi,0:25:00,"
    found = fitnotes(far, near)
    assert found.distance_question == DistanceQuestion("Running", 8.0, 2400, DistanceUnit.KM)
    assert any("does not say km or mi" in warning for warning in found.warnings)
    assert fitnotes(near, "2024-08-06,Deadlift,Back,100.0,kgs,5,,,,").distance_question is None


def test_each_row_has_its_own_unit() -> None:
    (session,) = fitnotes(
        "2024-08-04,Deadlift,Back,100.0,kgs,5,,,,",
        "2024-08-04,Deadlift,Back,225.0,lbs,5,,,,",
        "2024-08-04,Deadlift,Back,77.16,lbs,5,,,,",
    ).sessions
    assert [logged.load for logged in session.sets] == [Load(100), Load(225, WeightUnit.LB), Load(35)]


def test_a_weight_without_any_unit_is_asked_about() -> None:
    row = "2024-08-04,Deadlift,Back,100.0,,5,,,,"
    assert fitnotes(row).question is not None
    assert fitnotes(row, unit=WeightUnit.KG).sessions[0].sets[0].load == Load(100)


@pytest.mark.parametrize(
    ("cells", "distance"),
    [
        ("5.2,km", Distance(5.2, DistanceUnit.KM)),
        ("400,m", Distance(400, DistanceUnit.M)),
        ("3.1,mi", Distance(3.1, DistanceUnit.MI)),
        ("1000,ft", Distance(304.8, DistanceUnit.M)),
    ],
)
def test_distances_have_their_own_units(cells: str, distance: Distance) -> None:
    (session,) = fitnotes(f"2024-08-04,Running (Outdoor),Cardio,,,,{cells},0:09:21,").sessions
    (run,) = session.runs
    assert (run.distance, run.seconds, session.kind, session.run_s) == (distance, 561, Kind.RUN, 561)


def test_a_unit_of_weight_in_place_of_a_distances_is_garbage() -> None:
    found = fitnotes(
        "2024-08-04,Deadlift,Back,100.0,kgs,5,,kg,,",
        "2024-08-04,Deadlift,Back,110.0,kgs,5,0,kg,,",
    )
    assert [logged.distance for logged in found.sessions[0].sets] == [None, None]
    assert not found.refused
    assert not any("distances left out" in warning for warning in found.warnings)
    odd = fitnotes("2024-08-04,Deadlift,Back,100.0,kgs,5,12,kg,,")
    assert odd.sessions[0].sets[0].distance is None
    assert any("distances left out" in warning and "kg" in warning for warning in odd.warnings)


def test_a_time_is_hours_minutes_and_seconds() -> None:
    (logged,) = fitnotes("2024-08-04,Plank,Abs,,,,,,0:01:15,").sessions[0].sets
    assert (logged.seconds, logged.reps) == (75, None)


def test_a_run_by_time_alone_is_a_run() -> None:
    (session,) = fitnotes("2024-08-04,Running (Treadmill),Cardio,,,,,,0:10:00,").sessions
    assert (session.kind, session.run_s, len(session.runs)) == (Kind.RUN, 600, 1)


def test_a_day_is_known_again_when_its_rows_changed() -> None:
    before = fitnotes("2024-08-04,Deadlift,Back,100.0,kgs,5,,,,").sessions[0]
    after = fitnotes("2024-08-04,Deadlift,Back,220.46,lbs,6,,,,", "2024-08-04,Plank,Abs,,,,,,0:01:00,").sessions[0]
    assert before.fingerprint == after.fingerprint


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ("soon,Deadlift,Back,100.0,kgs,5,,,,", "the date 'soon'"),
        ("2024-08-04,Deadlift,Back,100.0,stone,5,,,,", "the weight unit 'stone'"),
        ("2024-08-04,Deadlift,Back,100.0,kgs,5,,,later,", "'later' is not understood"),
        ("2024-08-04,Deadlift", "it has 2 cells"),
    ],
)
def test_a_bad_row_is_refused_with_its_line(row: str, reason: str) -> None:
    found = fitnotes("2024-08-04,Deadlift,Back,100.0,kgs,5,,,,", row)
    assert [refusal.where for refusal in found.refused] == ["line 3"]
    assert reason in found.refused[0].reason
    assert len(found.sessions[0].sets) == 1


BODY = "Date,Time,Measurement,Value,Unit"


def test_the_body_tracker_tells_weights_and_counts_the_rest_as_left_out() -> None:
    found = fitnotes(
        "2024-08-05,07:00:00,Bodyweight,74.2,kgs",
        "2024-08-04,07:00:00,Bodyweight,163.5,lbs",
        "2024-08-05,19:00:00,Bodyweight,74.8,kgs",
        "2024-08-05,07:00:00,Body Fat,14,%",
        "2024-08-05,07:00:00,Waist,80,cm",
        "2024-08-06,07:00:00,Waist,80,cm",
        header=BODY,
    )
    assert found.sessions == ()
    assert found.weights == (
        BodyWeight(date(2024, 8, 4), Load(163.5, WeightUnit.LB)),
        BodyWeight(date(2024, 8, 5), Load(74.8)),
    )
    assert found.warnings == ("measurements that are not kept: Body Fat (1), Waist (2)",)


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ("2024-08-05,07:00:00,Bodyweight,7420,kgs", "A body weight is from 20 to 400 kg"),
        ("2024-08-05,07:00:00,Bodyweight,74.2,", "does not say kg or lb"),
        ("9999-12-31,07:00:00,Bodyweight,74.2,kgs", "the date 9999-12-31"),
        ("soon,07:00:00,Bodyweight,74.2,kgs", "the date 'soon'"),
        ("2024-08-05,07:00:00,Bodyweight,nan,kgs", "'nan' is no number"),
    ],
)
def test_a_weight_that_cannot_be_is_refused_with_its_line(row: str, reason: str) -> None:
    found = fitnotes(row, header=BODY)
    assert found.weights == ()
    assert [refusal.where for refusal in found.refused] == ["line 2"]
    assert reason in found.refused[0].reason


def test_a_body_tracker_without_weights_holds_nothing() -> None:
    found = fitnotes("2024-08-05,07:00:00,Waist,80,cm", header=BODY)
    assert "no body weight" in found.refused[0].reason
