"""Every layout of Strong's exports that was seen: delimiters, languages, units, old and new."""

from __future__ import annotations

import pytest

from hybridtui.domain.unit_questions import Units
from hybridtui.domain.units import Distance, DistanceUnit, Load, WeightUnit
from hybridtui.formats import read
from hybridtui.formats.lifting.strong_columns import columns
from hybridtui.formats.tables import header_of
from tests.formats.options import options, read_text

KM, MI, M = DistanceUnit.KM, DistanceUnit.MI, DistanceUnit.M

LAYOUTS = {
    "2016": (
        (
            "Date,Workout Name,Exercise Name,Set Order,kg,Reps,km,Seconds,Notes\n"
            "2016-05-01 17:36:08,A,Squat (Barbell),0,62.5,8,,,\n"
            "2016-05-01 17:36:08,A,Running,0,,,5.5,1500,\n"
        ),
        Load(62.5),
        Distance(5.5, KM),
    ),
    "2017": (
        (
            "Date,Workout Name,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,Notes,Workout Notes,RPE\n"
            "2019-05-01 17:36:08,A,Squat (Barbell),1,62.5,8,0,0,,,\n"
            "2019-05-01 17:36:08,A,Running,1,0,0,5.5,1500,,,\n"
        ),
        Load(62.5),
        Distance(5.5, KM),
    ),
    "2025, iOS": (
        (
            "Date,Workout Name,Duration,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,RPE\n"
            '2024-11-28 17:36:08,"A",35m,"Squat (Barbell)",1,62.5,8.0,0,0.0,\n'
            '2024-11-28 17:36:08,"A",35m,"Running",1,0,0.0,5.5,1500.0,\n'
        ),
        Load(62.5),
        Distance(5.5, KM),
    ),
    "Android": (
        (
            "Date;Workout Name;Exercise Name;Set Order;Weight;Weight Unit;Reps;RPE;Distance;Distance Unit;Seconds;"
            "Notes;Workout Notes;Workout Duration\n"
            "2021-05-01 17:36:08;A;Squat (Barbell);1;135.0;lbs;8;;;;0;;;35m\n"
            "2021-05-01 17:36:08;A;Running;1;0.0;lbs;0;;3.1;mi;1500;;;35m\n"
        ),
        Load(135, WeightUnit.LB),
        Distance(3.1, MI),
    ),
    "Android 6, kg": (
        (
            '"Workout #";"Date";"Workout Name";"Duration (sec)";"Exercise Name";"Set Order";"Weight (kg)";"Reps";"RPE";'
            '"Distance (meters)";"Seconds";"Notes";"Workout Notes"\n'
            '"1";"2025-05-01 17:36:08";"A";"2227";"Squat (Barbell)";"1";"62,5";"8";"";"";"";"";""\n'
            '"1";"2025-05-01 17:36:08";"A";"2227";"Running";"1";"";"";"";"5500";"1500";"";""\n'
        ),
        Load(62.5),
        Distance(5500, M),
    ),
    "Android 6, lb": (
        (
            '"Workout #";"Date";"Workout Name";"Duration (sec)";"Exercise Name";"Set Order";"Weight (lb)";"Reps";"RPE";'
            '"Distance (meters)";"Seconds";"Notes";"Workout Notes"\n'
            '"1";"2025-05-01 17:36:08";"A";"2227";"Squat (Barbell)";"W";"135";"8";"";"";"";"";""\n'
            '"1";"2025-05-01 17:36:08";"A";"2227";"Running";"1";"";"";"";"5500";"1500";"";""\n'
        ),
        Load(135, WeightUnit.LB),
        Distance(5500, M),
    ),
    "French": (
        (
            "Date,Nom de l’entraînement,Durée,Nom de l'exercice,Ordre de la série,Poids,Réps,Distance,Secondes,Notes,"
            "Notes d'entraînement,RPE\n"
            "2023-05-01 17:36:08,A,1h 5m,Squat (Barbell),1,62.5,8,0,0,,,\n"
            "2023-05-01 17:36:08,A,1h 5m,Course à pied,1,0,0,5.5,1500,,,\n"
        ),
        Load(62.5),
        Distance(5.5, KM),
    ),
    "Chinese": (
        (
            "日期,锻炼名称,时长,运动名称,设置顺序,重量,次,距离,秒,备注,锻炼备注,RPE\n"
            '2023-05-01 17:36:08,"下午锻炼",1小时15分钟,"Squat (Barbell)",1,62.5,8,0,0,,,\n'
            '2023-05-01 17:36:08,"下午锻炼",1小时15分钟,跑步,1,0,0,5.5,1500,,,\n'
        ),
        Load(62.5),
        Distance(5.5, KM),
    ),
}


@pytest.mark.parametrize(("text", "load", "distance"), LAYOUTS.values(), ids=LAYOUTS.keys())
def test_every_layout_reads_to_the_same(text: str, load: Load, distance: Distance) -> None:
    found = read_text(text)
    assert not found.refused
    (session,) = found.sessions
    assert [(logged.exercise, logged.load, logged.reps) for logged in session.sets] == [("back_squat", load, 8)]
    assert [(run.sport, run.distance, run.seconds) for run in session.runs] == [("run", distance, 1500)]


@pytest.mark.parametrize("name", ["2016", "Android", "Android 6, kg", "Android 6, lb"])
def test_a_file_that_names_its_unit_asks_nothing(name: str) -> None:
    found = read_text(LAYOUTS[name][0], unit=None)
    assert found.question is None
    assert found.sessions[0].sets[0].load == LAYOUTS[name][1]


@pytest.mark.parametrize("name", ["2017", "2025, iOS", "French", "Chinese"])
def test_a_file_that_names_no_unit_is_refused_with_a_question(name: str) -> None:
    found = read_text(LAYOUTS[name][0], unit=None)
    assert found.sessions == ()
    assert found.question is not None
    assert (found.question.exercise, str(found.question.in_kg), str(found.question.in_lb)) == (
        "Squat (Barbell)",
        "62.5 kg",
        "62.5 lb",
    )
    assert "--unit" in found.refused[0].reason


def test_a_file_without_weights_needs_no_unit() -> None:
    text = "Date,Workout Name,Exercise Name,Set Order,Weight,Reps\n2019-05-01 17:36:08,A,Push Up,1,0,20\n"
    found = read_text(text, unit=None)
    assert found.question is None
    assert found.sessions[0].sets[0].load is None


def test_the_question_shows_the_heaviest_squat_else_the_heaviest_set() -> None:
    header = "Date,Workout Name,Exercise Name,Set Order,Weight,Reps\n"
    squat = "2019-05-01 17:36:08,A,Squat (Barbell),1,140,8\n2019-05-01 17:36:08,A,Squat (Barbell),2,120,8\n"
    leg_press = "2019-05-01 17:36:08,A,Leg Press,1,300,8\n"
    with_squat = read_text(header + leg_press + squat, unit=None).question
    without = read_text(header + leg_press, unit=None).question
    assert with_squat is not None
    assert without is not None
    assert (with_squat.exercise, with_squat.value) == ("Squat (Barbell)", 140)
    assert (without.exercise, without.value) == ("Leg Press", 300)


def test_distances_without_a_unit_are_read_as_asked_and_said_so() -> None:
    found = read(LAYOUTS["2017"][0].encode(), options(distance=MI))
    assert found.sessions[0].runs[0].distance == Distance(5.5, MI)
    assert any("does not say km or mi" in warning for warning in found.warnings)
    assert found.distance_question is not None
    assert (found.distance_question.value, found.distance_question.assumed) == (5.5, MI)
    said = read(LAYOUTS["2017"][0].encode(), options().said(Units(distance=MI)))
    assert said.sessions[0].runs[0].distance == Distance(5.5, MI)
    assert (said.distance_question, [each for each in said.warnings if "km or mi" in each]) == (None, [])
    named = read(LAYOUTS["Android"][0].encode(), options(distance=KM))
    assert not any("km or mi" in warning for warning in named.warnings)
    unnamed = read(LAYOUTS["Android"][0].replace("3.1;mi", "3.1;").encode(), options(distance=MI))
    assert unnamed.distance_question is not None


@pytest.mark.parametrize("line", ["", "a,b,c", "Date,Exercise,Category,Weight", "Date,Workout Name,Exercise Name", '"'])
def test_other_header_lines_are_not_strongs(line: str) -> None:
    assert columns(header_of(line)) is None


def test_columns_may_stand_in_any_order() -> None:
    header = "Reps,Weight (kg),Set Order,Exercise Name,Workout Name,Date,Mood"
    text = f"{header}\n5,80,1,Squat (Barbell),A,2024-05-01 10:00,:-)\n"
    (logged,) = read_text(text, unit=None).sessions[0].sets
    assert (logged.load, logged.reps) == (Load(80), 5)


HEADERLESS = LAYOUTS["Android"][0].split("\n", 1)[1]


@pytest.mark.parametrize(
    "text",
    [
        HEADERLESS,
        HEADERLESS.replace(";35m\n", "\n"),  # without a length
        HEADERLESS.replace(";;35m", ';"tired, ""cold""";35m', 1),
        HEADERLESS.replace("135.0;lbs", "135,0;lb").replace("\n", "\r\n"),
    ],
)
def test_androids_file_that_lost_its_header_line_is_known_by_its_first_row(text: str) -> None:
    found = read_text(text, unit=None)
    assert not found.refused
    (session,) = found.sessions
    assert [(logged.load, logged.reps) for logged in session.sets] == [(Load(135, WeightUnit.LB), 8)]
    assert [run.distance for run in session.runs] == [Distance(3.1, MI)]


@pytest.mark.parametrize(
    "row",
    [
        "2021-05-01 17:36:08;A;Squat (Barbell);1;135.0;stone;8;;;;0;;;35m",
        "2021-05-01 17:36:08;A;Squat (Barbell);1;heavy;lbs;8;;;;0;;;35m",
        "yesterday;A;Squat (Barbell);1;135.0;lbs;8;;;;0;;;35m",
        "2021-05-01 17:36:08;A;Squat (Barbell);1;135.0;lbs;8",
        "2021-05-01 17:36:08;A;Squat (Barbell);1;135.0;lbs;8;;;;0;;;35m;more",
        "2021-05-01 17:36:08,A,35m,Squat (Barbell),1,135,8,0,0,,,",
    ],
)
def test_a_first_row_of_any_other_shape_is_not_guessed_at(row: str) -> None:
    found = read_text(f"{row}\n{row}\n")
    assert found.sessions == ()
    assert [refusal.where for refusal in found.refused] == ["file"]


@pytest.mark.parametrize(
    ("date", "clock"),
    [
        ("2024-05-01 5:36:08 PM", "17:36:08"),
        ("2024-05-01 5:36:08\u202fpm", "17:36:08"),
        ("2024-05-01 12:06:08\u202fAM", "00:06:08"),
        ("2024-05-01 17:36:08", "17:36:08"),
        ("2024-05-01 17:36", "17:36:00"),
    ],
)
def test_times_of_twelve_hours_are_read_too(date: str, clock: str) -> None:
    header = "Date,Workout Name,Exercise Name,Set Order,Weight,Reps\n"
    (session,) = read_text(f"{header}{date},A,Squat (Barbell),1,62.5,8\n").sessions
    assert session.started.local.isoformat() == f"2024-05-01T{clock}"


@pytest.mark.parametrize(
    ("written", "seconds"),
    [
        ("31m", 1860),
        ("1h 5m", 3900),
        ("31min", 1860),
        ("1h 10min", 4200),
        ("20s", 20),
        ("1小时15分钟", 4500),
        ("2227", 2227),
        ("44m 10s", 2650),
    ],
)
def test_every_way_to_write_a_length_is_read(written: str, seconds: float) -> None:
    header = "Date,Workout Name,Duration,Exercise Name,Set Order,Weight,Reps\n"
    (session,) = read_text(f"{header}2024-05-01 17:36:08,A,{written},Squat (Barbell),1,62.5,8\n").sessions
    assert session.total_s == seconds


def test_decimal_commas_are_read_where_semicolons_part_the_cells() -> None:
    header = "Date;Workout Name;Exercise Name;Set Order;Weight;Weight Unit;Reps;RPE\n"
    (logged,) = read_text(f"{header}2024-05-01 17:36:08;A;Squat (Barbell);1;62,5;kg;8;8,5\n").sessions[0].sets
    assert (logged.load, logged.rpe) == (Load(62.5), 8.5)


def test_empty_cells_at_the_end_of_a_row_may_be_missing() -> None:
    text = LAYOUTS["2017"][0].replace("62.5,8,0,0,,,", "62.5,8")
    assert [logged.load for logged in read_text(text).sessions[0].sets] == [Load(62.5)]
