"""Garmin's lists of activities: languages, styles of numbers, units that nobody names. Source: formats.md 1.11."""

from __future__ import annotations

import json
from datetime import UTC, datetime

import pytest

from hybridtui.domain.session import Source
from hybridtui.domain.units import Distance, DistanceUnit
from hybridtui.domain.workout import Kind
from hybridtui.formats import Read, read
from tests.formats.options import only, options

ENGLISH = (
    "Activity Type,Date,Favorite,Title,Distance,Calories,Time,Avg HR,Max HR,Avg Run Cadence,Avg Pace,"
    "Total Ascent,Avg Stride Length,Steps,Best Lap Time,Elapsed Time"
)


def row(
    kind: str = "Running",
    distance: str = "5.00",
    time: str = "00:25:00",
    pace: str = "5:00",
    *,
    when: str = "2025-11-30 09:15:53",
    beats: str = "151",
    cadence: str = "--",
    ascent: str = "58",
    stride: str = "--",
) -> str:
    cells = (
        kind, when, "false", "Morning", distance, "1,234", time, beats, "182", cadence, pace, ascent, stride, "4.404",
        "00:01:39,6", "00:26:10",
    )  # fmt: skip
    return ",".join(f'"{cell}"' for cell in cells)


def listed(*rows: str, header: str = ENGLISH, unit: DistanceUnit = DistanceUnit.KM) -> Read:
    return read("\n".join([header, *rows]).encode(), options(distance=unit))


def metres(found: Read) -> float | None:
    distance = only(found).runs[0].distance
    return distance.metres if distance is not None else None


def test_a_run_has_what_its_row_tells() -> None:
    found = listed(row())
    session = only(found)
    (run,) = session.runs
    assert (session.kind, session.source, session.title) == (Kind.RUN, Source.GARMIN, "Morning")
    assert (run.distance, run.seconds, run.elapsed_s) == (Distance(5.0, DistanceUnit.KM), 1500, 1570)
    assert (run.avg_hr, run.max_hr, run.ascent_m) == (151, 182, 58)
    assert session.started.local.isoformat() == "2025-11-30T09:15:53"
    assert "zone assumed" in session.flags
    assert any("Europe/Berlin was assumed" in warning for warning in found.warnings)


@pytest.mark.parametrize(
    ("distance", "time", "pace", "expected"),
    [
        ("3,40", "00:17:01", "5:00", 3400),
        ("4.23", "00:21:09", "5:00", 4230),
        ("2,81", "00:14:03", "5:00", 2810),
        ("4,020", "00:20:06", "5:00", 4020),
        ("--", "00:20:00", "--", None),
        ("0.00", "00:20:00", "--", None),
        ("42", "03:30:00", "5:00", 42_000),
        ("5000", "00:20:00", "--", 5000),
    ],
)
def test_the_style_of_a_number_is_that_of_its_cell(distance: str, time: str, pace: str, expected: float | None) -> None:
    found = listed(row(distance=distance, time=time, pace=pace))
    assert metres(found) == (pytest.approx(expected) if expected is not None else None)


@pytest.mark.parametrize(
    ("kind", "distance", "expected"),
    [
        ("Pool Swim", "1,214", 1214),
        ("Lap Swimming", "1.214", 1214),
        ("Schwimmbadschwimmen", "1.500", 1500),
        ("Pływanie na basenie", "1000", 1000),
        ("Open Water Swimming", "2.41", 2410),
    ],
)
def test_swims_are_in_metres(kind: str, distance: str, expected: float) -> None:
    assert metres(listed(row(kind, distance, "00:40:00", "2:05"))) == expected


def test_pace_decides_between_decimals_and_thousands() -> None:
    on_track = row("Track Running", "5,012", "00:20:03", "6:26")
    assert metres(listed(on_track, unit=DistanceUnit.MI)) == 5012
    on_road = row("Running", "5,012", "00:32:15", "6:26")
    assert metres(listed(on_road, unit=DistanceUnit.MI)) == pytest.approx(5.012 * 1609.344)


def test_a_speed_decides_for_a_ride() -> None:
    assert metres(listed(row("Cycling", "10,120", "00:20:14", "30,0"), unit=DistanceUnit.MI)) == pytest.approx(16286.56)
    assert metres(listed(row("Cycling", "10,120", "00:12:35", "30,0"), unit=DistanceUnit.MI)) == 10120


def test_steps_settle_the_unit_of_the_whole_list() -> None:
    stepping = [
        row(
            distance="3.11", time="00:28:00", pace="9:00", cadence="165", stride="1.08", when=f"2025-11-0{day} 08:00:00"
        )
        for day in range(1, 5)
    ]
    in_miles = listed(*stepping, row("Cycling", "10", "00:40:00", "15"))
    assert in_miles.sessions[0].runs[0].distance == Distance(3.11, DistanceUnit.MI)
    assert in_miles.sessions[-1].runs[0].distance == Distance(10, DistanceUnit.MI)
    assert in_miles.sessions[0].runs[0].ascent_m == pytest.approx(58 * 0.3048)
    assert not any("km or mi" in warning for warning in in_miles.warnings)


def test_without_steps_the_athlete_says_the_unit() -> None:
    found = listed(row(), unit=DistanceUnit.MI)
    assert metres(found) == pytest.approx(5 * 1609.344)
    assert any("km or mi" in warning for warning in found.warnings)
    question = found.distance_question
    assert question is not None
    assert [question.pace(unit) for unit in (DistanceUnit.KM, DistanceUnit.MI)] == ["5:00/km", "5:00/mi"]
    assert not any("km or mi" in warning for warning in listed(row(distance="--")).warnings)


LANGUAGES = {
    "de": (
        "Aktivitätstyp,Datum,Favorit,Titel,Distanz,Kalorien,Zeit,Ø HF,Max. HF,Aerober TE",
        'Laufen,2025-04-22 13:12:32,false,"Lauf","5,02","412","00:28:15","156","180","3,1"',
        'Krafttraining,2025-04-23 13:12:32,false,"Kraft","0,00","1.200","00:52:10","--","--","--"',
    ),
    "pl": (
        "Typ aktywności,Data,Ulubiony,Tytuł,Dystans,Suma kalorii,Czas,Średnie tętno,Maksymalne tętno",
        'Bieganie,2025-04-22 13:12:32,false,"Bieg","5.02","412","00:28:15","156","180"',
        'Trening siłowy,2025-04-23 13:12:32,false,"Siła","0.00","200","00:52:10","--","--"',
    ),
    "da": (
        "Aktivitetstype,Dato,Favorit,Titel,Afstand,Kalorier,Tid,Gns. puls,Maks. puls",
        'Løb,2025-04-22 13:12:32,false,"Løb","5,02","412","00:28:15","156","180"',
        'Styrketræning,2025-04-23 13:12:32,false,"Styrke","0,00","200","00:52:10","--","--"',
    ),
    "pt": (
        "Tipo de atividade,Data,Favorito,Título,Distância,Calorias,Tempo total,FC Média,FC máxima",
        'Corrida em esteira,2025-04-22 13:12:32,false,"Corrida","5.02","412","00:28:15","156","180"',
        'Treinamento de força,2025-04-23 13:12:32,false,"Força","0.00","200","00:52:10","--","--"',
    ),
    "fr": (
        (
            "Type d'activité,Date,Favori,Titre,Distance,Calories,Durée,Fréquence cardiaque moyenne,"
            "Fréquence cardiaque maximale"
        ),
        'Course à pied,2025-04-22 13:12:32,false,"Sortie","5.02","407","00:28:15","156","180"',
        'Musculation,2025-04-23 13:12:32,false,"Musculation","0.00","540","00:52:10","--","--"',
    ),
    "es": (
        "Tipo de actividad,Fecha,Favorito,Título,Distancia,Calorías,Tiempo,Frecuencia cardiaca media,FC máxima",
        'Carrera,2025-04-22 13:12:32,false,"Carrera","5,02","407","00:28:15","156","180"',
        'Entrenamiento de fuerza,2025-04-23 13:12:32,false,"Fuerza","0,00","540","00:52:10","--","--"',
    ),
    "names of later columns unknown": (
        "Aktivitetstype,Dato,Favoritt,Títtulo,Lengd,Kaloríur,Tími,Púls,Mest púls",
        'Løping,2025-04-22 13:12:32,false,"Løp","5,02","412","00:28:15","156","180"',
        'Styrketrening,2025-04-23 13:12:32,false,"Push","0,00","310","00:52:10","--","--"',
    ),
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_list_is_read_in_the_language_of_its_athlete(language: str) -> None:
    header, *rows = LANGUAGES[language]
    found = listed(*rows, header=header)
    assert not found.refused
    run, strength = found.sessions
    assert (run.kind, run.runs[0].distance, run.run_s) == (Kind.RUN, Distance(5.02, DistanceUnit.KM), 1695)
    assert (run.avg_hr, run.runs[0].max_hr) == (156, 180)
    assert (strength.kind, strength.strength_s, strength.runs, strength.avg_hr) == (Kind.STRENGTH, 3130, (), None)
    assert run.title
    assert run.title != run.started.local.isoformat()


def test_a_time_may_have_tenths_and_no_hours() -> None:
    assert only(listed(row(time="00:01:39,6", distance="--"))).run_s == pytest.approx(99.6)
    assert only(listed(row(time="44:10", distance="--"))).run_s == 2650


def test_without_its_time_an_activity_lasted_as_long_as_it_elapsed() -> None:
    assert only(listed(row(time="--"))).run_s == 1570


def test_an_ascent_has_thousands_and_no_decimals() -> None:
    assert only(listed(row(ascent="2.285"))).runs[0].ascent_m == 2285


def test_a_column_that_comes_twice_is_the_first() -> None:
    header = "Activity Type,Date,Favorite,Title,Distance,Calories,Time,Avg HR,Max HR,Distance"
    line = 'Running,2025-11-30 09:15:53,false,"Run","5.00","1","00:25:00","150","170","0.00"'
    assert metres(listed(line, header=header)) == 5000


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        (row(when="2031-01-01 10:00:00"), "in the future"),
        (row(when="0001-01-01 10:00:00"), "1970"),
        (row(when="2025-13-01 10:00:00"), "does not exist"),
        (row(time="soon"), "the time 'soon'"),
        (row(distance="far"), "the distance 'far'"),
        (row(distance="1e5"), "the distance '1e5'"),
        (row(distance="2000.00"), "the distance"),
    ],
)
def test_a_row_that_cannot_be_believed_is_refused_with_its_line(line: str, reason: str) -> None:
    found = listed(line, row(when="2025-12-01 10:00:00"))
    assert [session.started.local.day for session in found.sessions] == [1]
    assert found.refused[0].where == "line 2"
    assert reason in found.refused[0].reason


def test_a_list_is_known_again_by_start_and_sport_in_any_language() -> None:
    english, other = only(listed(row())), only(listed(row(kind="Treadmill Running", distance="5.01")))
    assert english.fingerprint == other.fingerprint
    strength = only(listed(row(kind="Strength Training")))
    assert strength.fingerprint != english.fingerprint
    twice = listed(row(), row())
    assert len({session.fingerprint for session in twice.sessions}) == 2


RUN = {
    "activityId": 20555050352,
    "name": "Morning Run",
    "activityType": "treadmill_running",
    "sportType": "RUNNING",
    "beginTimestamp": 1764490553000,
    "startTimeLocal": 1764494153000,
    "duration": 1500000.0,
    "elapsedDuration": 1570000.0,
    "distance": 500000.0,
    "avgHr": 151.0,
    "maxHr": 182.0,
    "elevationGain": 5800.0,
    "workoutRpe": 40,
}


def account(*activities: object) -> Read:
    return read(json.dumps([{"summarizedActivitiesExport": list(activities)}]).encode(), options(zone="Asia/Tokyo"))


def test_an_account_tells_in_milliseconds_and_centimetres() -> None:
    session = only(account(RUN))
    (run,) = session.runs
    assert session.started.utc == datetime(2025, 11, 30, 8, 15, 53, tzinfo=UTC)
    assert (session.started.offset_s, session.started.zone) == (3600, None)
    assert (session.kind, session.title, session.flags) == (Kind.RUN, "Morning Run", ())
    assert (run.distance, run.seconds, run.elapsed_s) == (Distance(5000), 1500, 1570)
    assert (run.avg_hr, run.max_hr, run.ascent_m, session.rpe) == (151, 182, 58, 4.0)


def test_an_activity_of_the_list_is_known_again_in_the_account() -> None:
    assert only(account(RUN)).fingerprint == only(listed(row())).fingerprint


def test_parts_of_an_account_without_times_or_with_parts_of_their_own_are_left_out() -> None:
    parent = RUN | {"activityId": 1, "activityType": "multi_sport", "parent": True}
    found = account(parent, RUN, {"activityId": 2}, "nonsense", RUN | {"duration": 0, "elapsedDuration": None})
    assert [session.kind for session in found.sessions] == [Kind.RUN]
    assert [refusal.where for refusal in found.refused] == ["activity 3", "activity 4"]


@pytest.mark.parametrize("local", [None, 1764494153000 + 7 * 86400000, "tomorrow"])
def test_an_account_without_a_believable_clock_is_read_in_the_assumed_zone(local: object) -> None:
    found = account(RUN | {"startTimeLocal": local})
    assert only(found).started.zone == "Asia/Tokyo"
    assert any("Asia/Tokyo" in warning for warning in found.warnings)


@pytest.mark.parametrize(
    "values",
    [
        {"beginTimestamp": 10**18},
        {"beginTimestamp": -(10**15)},
        {"duration": 1e300},
        {"distance": 10**400},
        {"avgHr": True, "duration": "NaN", "elapsedDuration": []},
    ],
)
def test_an_activity_of_an_account_that_cannot_be_believed_is_refused_or_read_without(
    values: dict[str, object],
) -> None:
    found = account(RUN | values)
    assert len(found.sessions) + len(found.refused) == 1
    for session in found.sessions:
        assert session.runs[0].distance is None


@pytest.mark.parametrize(
    "text",
    [
        '[{"summarizedActivitiesExport":[{"activityId":1,',
        '[{"summarizedActivitiesExport":[{"distance":NaN}]}]',
        '[{"summarizedActivitiesExport":' + "[" * 100_000,
        '[{"summarizedActivitiesExport":[]}]',
        '{"summarizedActivitiesExport": 7}',
    ],
)
def test_an_account_that_cannot_be_read_is_refused_in_words(text: str) -> None:
    found = read(text.encode(), options())
    assert found.sessions == ()
    assert "JSON" in found.refused[0].reason or "no activities" in found.refused[0].reason
