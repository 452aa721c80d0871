"""Strava's list of activities: columns that come twice, other languages, times in UTC. Source: formats.md 1.10."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from hybridtui.domain.session import Source
from hybridtui.domain.unit_questions import DistanceQuestion
from hybridtui.domain.units import Distance, DistanceUnit
from hybridtui.domain.workout import Kind
from hybridtui.formats import Read, read
from tests.formats.options import only, options

HEADER = (
    "Activity ID,Activity Date,Activity Name,Activity Type,Activity Description,Elapsed Time,Distance,"
    "Max Heart Rate,Relative Effort,Commute,Activity Private Note,Activity Gear,Filename,Athlete Weight,Bike Weight,"
    "Elapsed Time,Moving Time,Distance,Max Speed,Average Speed,Elevation Gain,Max Heart Rate,Average Heart Rate,"
    "Perceived Exertion,Commute"
)
RUN = (
    '740821460,"Oct 10, 2025, 8:55:48 PM",Evening Run,Run,,1770,6.64,,,false,,,activities/740821460.gpx,68.0,,'
    "1770.0,1765.0,6639.39990234375,6.1,,58.6,181.0,152.4,7.0,0.0"
)
GERMAN = ",".join(f'"Spalte {number}"' for number in range(92))


def listed(*rows: str, header: str = HEADER, unit: DistanceUnit = DistanceUnit.KM) -> Read:
    return read("\n".join([header, *rows]).encode(), options(distance=unit))


def german(*cells: str) -> str:
    return ",".join(f'"{cell}"' for cell in (*cells, *[""] * (92 - len(cells))))


def test_a_run_has_the_exact_one_of_what_comes_twice() -> None:
    session = only(listed(RUN))
    (run,) = session.runs
    assert (session.kind, session.source, session.title) == (Kind.RUN, Source.STRAVA, "Evening Run")
    assert (run.distance, run.seconds, run.elapsed_s) == (Distance(6639.39990234375), 1765, 1770)
    assert (run.avg_hr, run.max_hr, run.ascent_m, session.avg_hr) == (152, 181, 58.6, 152)
    assert (session.rpe, session.load_estimated, session.fingerprint) == (7.0, False, "strava:740821460")


def test_the_date_is_utc_and_the_day_that_of_the_assumed_zone() -> None:
    found = listed(RUN.replace("8:55:48 PM", "11:30:00 PM"))
    session = only(found)
    assert session.started.utc == datetime(2025, 10, 10, 23, 30, tzinfo=UTC)
    assert (session.started.zone, session.started.local_date.isoformat()) == ("Europe/Berlin", "2025-10-11")
    assert "zone assumed" in session.flags
    assert any("UTC" in warning and "Europe/Berlin" in warning for warning in found.warnings)


def test_in_another_language_columns_are_known_by_their_places() -> None:
    row = german(
        "12345678", "21.07.2025, 15:09:27", "Morgenlauf", "Lauf", "Schön", "1800", "5,05", "", "", "falsch", "", "",
        "activities/12345678.fit.gz", "", "", "1800,0", "1790,5", "5050,5", "4,1",
    )  # fmt: skip
    session = only(listed(row, header=GERMAN))
    assert session.started.utc == datetime(2025, 7, 21, 15, 9, 27, tzinfo=UTC)
    assert (session.kind, session.title, session.note) == (Kind.RUN, "Morgenlauf", "Schön")
    assert (session.runs[0].distance, session.run_s, session.runs[0].elapsed_s) == (Distance(5050.5), 1790.5, 1800)


@pytest.mark.parametrize(
    ("name", "kind", "sport"),
    [
        ("Trail Run", Kind.RUN, ""),
        ("Traillauf", Kind.RUN, ""),
        ("Corrida", Kind.RUN, ""),
        ("Course à pied", Kind.RUN, ""),
        ("Weight Training", Kind.STRENGTH, ""),
        ("Gewichtstraining", Kind.STRENGTH, ""),
        ("Ride", Kind.OTHER, "cycling"),
        ("Nordic Ski", Kind.OTHER, "cross country skiing"),
        ("Skilanglauf", Kind.OTHER, "cross country skiing"),
        ("Randonnée", Kind.OTHER, "hiking"),
        ("Workout", Kind.OTHER, "training"),
        ("Curling", Kind.OTHER, "curling"),
    ],
)
def test_types_are_understood_in_any_language(name: str, kind: Kind, sport: str) -> None:
    session = only(listed(RUN.replace(",Run,", f",{name},")))
    assert (session.kind, session.sport) == (kind, sport)


def test_a_weight_training_has_its_time_only() -> None:
    row = (
        '99,"Mar 2, 2025, 6:00:00 AM",Push day,Weight Training,"Bench, then dips",2700,0.00,,,false,knee fine,,,,,'
        "2700.0,2700.0,0.0,,,,,101.0,,0.0"
    )
    session = only(listed(row))
    assert (session.kind, session.strength_s, session.runs, session.sets) == (Kind.STRENGTH, 2700, (), ())
    assert (session.note, session.avg_hr) == ("Bench, then dips\nknee fine", 101)


def test_a_run_entered_by_hand_has_no_file_and_is_a_run() -> None:
    assert only(listed(RUN.replace("activities/740821460.gpx", ""))).run_s == 1765


def test_an_old_list_with_one_distance_is_read_in_the_units_of_its_athlete() -> None:
    old = "Activity ID,Activity Date,Activity Name,Activity Type,Activity Description,Elapsed Time,Distance"
    row = '7,"Mar 2, 2025, 6:00:00 AM",Run,Run,,2700,"5,5"'
    found = listed(row, header=old, unit=DistanceUnit.MI)
    assert only(found).runs[0].distance == Distance(5.5, DistanceUnit.MI)
    assert only(found).run_s == 2700
    assert any("km or mi" in warning for warning in found.warnings)
    assert found.distance_question == DistanceQuestion("Run", 5.5, 2700, DistanceUnit.MI)


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        ("Oct 10, 2025", "Frimaire 10, 2025", "frimaire"),
        ("Oct 10, 2025", "Oct 10, 2031", "in the future"),
        ("Oct 10, 2025", "Oct 10, 0001", "1970"),
        ("1770.0,1765.0", "0,0", "no time"),
        ("6639.39990234375", "nan", "'nan' is no number"),
        ("6639.39990234375", "6639399902", "the distance"),
        ("740821460,", "x740821460,", "activity ID"),
    ],
)
def test_a_row_that_cannot_be_believed_is_refused_with_its_line(old: str, new: str, reason: str) -> None:
    found = listed(RUN.replace(old, new), RUN.replace("740821460,", "740821461,"))
    assert [session.fingerprint for session in found.sessions] == ["strava:740821461"]
    assert found.refused[0].where == "line 2"
    assert reason in found.refused[0].reason


def test_an_activity_that_was_left_open_for_weeks_has_its_moving_time() -> None:
    session = only(listed(RUN.replace("1770.0,", "2682534.0,")))
    assert (session.run_s, session.runs[0].elapsed_s) == (1765, None)
    assert session.ended is not None
    assert (session.ended.utc - session.started.utc).total_seconds() == 1765


def test_a_time_that_is_told_in_one_of_two_columns_only_is_told() -> None:
    assert only(listed(RUN.replace("1770.0,1765.0,", ",,"))).run_s == 1770


def test_an_activity_that_is_listed_twice_is_one() -> None:
    assert len(listed(RUN, RUN).sessions) == 1


def test_an_impossible_heart_rate_is_none() -> None:
    session = only(listed(RUN.replace("181.0,152.4,7.0", "999,3,44")))
    assert (session.avg_hr, session.runs[0].max_hr, session.rpe) == (None, None, None)


def test_what_is_written_in_names_and_notes_is_harmless() -> None:
    session = only(listed(RUN.replace("Evening Run", "\x1b]0;pwned\x07[/b] Run")))
    assert session.title == "]0;pwned[/b] Run"


def test_a_list_without_rows_says_so() -> None:
    assert "no activities" in listed().refused[0].reason


def test_what_is_refused_is_told_in_the_order_of_the_file() -> None:
    found = listed(RUN.replace("740821460", "none"), RUN + ",one,cell,too,many" * 3, RUN)
    assert [refusal.where for refusal in found.refused] == ["line 2", "line 3"]
    assert len(found.sessions) == 1
