"""Hevy's exports: units, months, blocks, supersets, bodyweight, two workouts in one minute."""

from __future__ import annotations

import pytest

from hybridtui.domain.session import SetKind, Source
from hybridtui.domain.units import Distance, DistanceUnit, Load, WeightUnit
from hybridtui.domain.workout import Kind
from hybridtui.formats import Read
from tests.formats.options import read_text

HEADER = (
    '"title","start_time","end_time","description","exercise_title","superset_id","exercise_notes","set_index",'
    '"set_type","weight_kg","reps","distance_km","duration_seconds","rpe"'
)
IMPERIAL = HEADER.replace("weight_kg", "weight_lbs").replace("distance_km", "distance_miles")
WHEN = '"29 Jun 2024, 10:39","29 Jun 2024, 11:44"'


def row(sets: str, *, title: str = "Push", when: str = WHEN, text: str = "good day") -> str:
    """``sets`` is what follows the description."""
    return f'"{title}",{when},"{text}",{sets}'


def hevy(*rows: str, header: str = HEADER, unit: WeightUnit | None = None) -> Read:
    return read_text("\n".join([header, *rows]) + "\n", unit=unit)


SQUAT = '"Squat (Barbell)",,"",0,"normal",100,5,,,8'


def test_a_row_is_a_set_of_its_session() -> None:
    found = hevy(row(SQUAT), row('"Squat (Barbell)",,"",1,"normal",100,4,,0,9.5'))
    (session,) = found.sessions
    assert not found.refused
    assert (session.title, session.kind, session.source, session.note) == (
        "Push",
        Kind.STRENGTH,
        Source.HEVY,
        "good day",
    )
    assert session.started.local.isoformat() == "2024-06-29T10:39:00"
    assert session.strength_s == 3900
    first, second = session.sets
    assert (first.exercise, first.load, first.reps, first.seconds, first.rpe) == ("back_squat", Load(100), 5, None, 8)
    assert (second.reps, second.seconds, second.rpe) == (4, None, 9.5)
    assert "zone assumed" in session.flags


def test_a_file_in_pounds_and_miles_says_so_itself() -> None:
    found = hevy(
        row('"Squat (Barbell)",,"",0,"normal",135,5,,,'),
        row('"Bench Press (Barbell)",,"",0,"normal",44.09245243697551,5,,,'),
        row('"Running",,"",0,"normal",,,3.1,1500,'),
        header=IMPERIAL,
    )
    (session,) = found.sessions
    assert [logged.load for logged in session.sets] == [Load(135, WeightUnit.LB), Load(20)]
    assert session.runs[0].distance == Distance(3.1, DistanceUnit.MI)
    assert found.question is None
    assert not any("km or mi" in warning for warning in found.warnings)


def test_a_weight_column_without_a_unit_is_asked_about() -> None:
    header = HEADER.replace("weight_kg", "weight")
    found = hevy(row(SQUAT), header=header)
    assert found.question is not None
    assert hevy(row(SQUAT), header=header, unit=WeightUnit.LB).sessions[0].sets[0].load == Load(100, WeightUnit.LB)


@pytest.mark.parametrize(
    ("word", "kind"),
    [
        ("normal", SetKind.WORKING),
        ("warmup", SetKind.WARMUP),
        ("failure", SetKind.FAILURE),
        ("dropset", SetKind.DROP),
        ("", SetKind.WORKING),
    ],
)
def test_the_type_of_a_set_is_kept(word: str, kind: SetKind) -> None:
    assert hevy(row(SQUAT.replace("normal", word))).sessions[0].sets[0].kind is kind


def test_a_type_that_is_not_known_is_a_working_set_and_said() -> None:
    found = hevy(row(SQUAT.replace("normal", "myorep")))
    assert found.sessions[0].sets[0].kind is SetKind.WORKING
    assert any("myorep" in warning for warning in found.warnings)


def test_an_empty_weight_is_the_body_alone() -> None:
    (session,) = hevy(row('"Push Up",,"",0,"normal",,20,,,'), row('"Push Up",,"",1,"normal",,15,,0,')).sessions
    assert [(logged.exercise, logged.load, logged.reps) for logged in session.sets] == [
        ("push_up", None, 20),
        ("push_up", None, 15),
    ]
    assert session.tonnage_kg == 0


def test_a_held_set_has_seconds_and_no_reps() -> None:
    (logged,) = hevy(row('"Plank",,"",0,"normal",,,,75,')).sessions[0].sets
    assert (logged.seconds, logged.reps, logged.failed) == (75, None, False)


@pytest.mark.parametrize(
    ("title", "sport", "kind"),
    [
        ("Running", "run", Kind.RUN),
        ("Treadmill", "run", Kind.RUN),
        ("Rowing Machine", "rowing", Kind.OTHER),
        ("Cycling", "cycling", Kind.OTHER),
    ],
)
@pytest.mark.parametrize("distance", ["5.2", ""])
def test_what_was_run_rowed_or_cycled_is_a_stretch(title: str, sport: str, kind: Kind, distance: str) -> None:
    (session,) = hevy(row(f'"{title}",,"",0,"normal",,,{distance},1800,')).sessions
    assert not session.sets
    assert [(run.sport, run.seconds) for run in session.runs] == [(sport, 1800)]
    assert session.kind is kind


def test_a_superset_joins_nothing_outside_its_workout() -> None:
    other = '"1 Jul 2024, 10:39","1 Jul 2024, 11:44"'
    found = hevy(
        row('"Bench Press (Barbell)",0,"",0,"normal",80,5,,,', when=other),
        row('"Squat (Barbell)",0,"",0,"normal",100,5,,,', when=other),
        row('"Deadlift (Barbell)",0,"",0,"normal",120,5,,,'),
    )
    assert [len(session.sets) for session in found.sessions] == [2, 1]
    assert not found.refused


def test_a_note_belongs_to_the_first_set_of_each_block() -> None:
    (session,) = hevy(
        row('"Squat (Barbell)",,"belt, ""tight""",0,"normal",100,5,,,'),
        row('"Squat (Barbell)",,"belt, ""tight""",1,"normal",100,5,,,'),
        row('"Squat (Barbell)",,"slow\ndown",0,"normal",60,5,,,'),
        row('"Squat (Barbell)",,"slow\ndown",1,"normal",60,5,,,'),
    ).sessions
    assert [logged.note for logged in session.sets] == ['belt, "tight"', "", "slow\ndown", ""]


def test_two_workouts_of_one_name_in_one_minute_stay_two() -> None:
    later = '"29 Jun 2024, 10:39","29 Jun 2024, 11:45"'
    found = hevy(row(SQUAT), row(SQUAT, when=later), row(SQUAT, when=later))
    assert [len(session.sets) for session in found.sessions] == [1, 2]
    assert len({session.fingerprint for session in found.sessions}) == 2
    again = hevy(row(SQUAT), row(SQUAT, when=later))
    assert [session.fingerprint for session in again.sessions] == [session.fingerprint for session in found.sessions]


def test_a_workout_is_known_again_in_the_other_unit_and_language() -> None:
    kg = hevy(row(SQUAT)).sessions[0]
    lb = hevy(row(SQUAT.replace("100", "220.46"), when='"29 juin 2024, 10:39","29 juin 2024, 11:44"'), header=IMPERIAL)
    assert lb.sessions[0].fingerprint == kg.fingerprint
    assert lb.sessions[0].sets[0].load == Load(100)
    assert hevy(row(SQUAT, title="Pull")).sessions[0].fingerprint != kg.fingerprint


def test_months_of_the_apps_language_are_read() -> None:
    when = '"27 de jul. de 2024, 19:00","27 de jul. de 2024, 19:50"'
    (session,) = hevy(row(SQUAT, when=when)).sessions
    assert session.started.local.isoformat() == "2024-07-27T19:00:00"
    assert session.total_s == 3000


def test_an_unknown_month_is_refused_by_its_line_and_never_passed_over() -> None:
    found = hevy(row(SQUAT), row(SQUAT, when='"2 brumaire 2024, 10:39","2 brumaire 2024, 11:39"'))
    assert len(found.sessions) == 1
    ((where, reason),) = [(refusal.where, refusal.reason) for refusal in found.refused]
    assert where == "line 3"
    assert "brumaire" in reason
    assert "set the app to English" in reason


@pytest.mark.parametrize(
    ("when", "seconds", "flag"),
    [
        ('"29 Jun 2024, 10:39","29 Jun 2024, 10:39"', 180, "length estimated"),
        ('"29 Jun 2024, 10:39","28 Jun 2024, 10:39"', 180, "length estimated"),
        ('"29 Jun 2024, 10:39",""', 180, "length estimated"),
        ('"29 Jun 2024, 10:39","2 Jul 2024, 10:39"', 180, "length capped"),
        ('"29 Jun 2024, 23:39","30 Jun 2024, 00:39"', 3600, "zone assumed"),
    ],
)
def test_a_length_that_cannot_be_comes_from_the_sets(when: str, seconds: float, flag: str) -> None:
    (session,) = hevy(row(SQUAT, when=when)).sessions
    assert session.total_s == seconds
    assert flag in session.flags


def test_a_start_with_an_offset_keeps_it() -> None:
    (session,) = hevy(row(SQUAT, when="2024-06-29T10:39:00+09:00,2024-06-29T11:39:00+09:00")).sessions
    assert session.started.offset_s == 9 * 3600
    assert "zone assumed" not in session.flags
    assert session.total_s == 3600


@pytest.mark.parametrize(
    ("cells", "reason"),
    [
        ('"Squat (Barbell)",,"",0,"normal",heavy,5,,,', "the weight 'heavy' is no number"),
        ('"Squat (Barbell)",,"",0,"normal",1001,5,,,', "outside 0-1000 kg"),
        ('"Squat (Barbell)",,"",0,"normal",100,nan,,,', "the reps 'nan'"),
        ('"",,"",0,"normal",100,5,,,', "no name"),
        ('"Squat (Barbell)",,"",zero,"normal",100,5,,,', "the number of the set 'zero'"),
        ('"Squat (Barbell)",,"",0,"normal",100,5,,,,,', "cells, the header line 14"),
    ],
)
def test_a_bad_row_is_refused_with_its_line_and_the_rest_is_kept(cells: str, reason: str) -> None:
    found = hevy(row(SQUAT), row(cells), row(SQUAT))
    (refusal,) = found.refused
    assert refusal.where == "line 3"
    assert reason in refusal.reason
    assert len(found.sessions[0].sets) == 2


def test_columns_that_are_not_needed_may_be_missing() -> None:
    header = "title,start_time,exercise_title,set_index,weight_kg,reps"
    (session,) = hevy('Push,"29 Jun 2024, 10:39",Squat (Barbell),0,100,5', header=header).sessions
    assert (session.sets[0].load, session.flags) == (Load(100), ("zone assumed", "length estimated"))


def test_a_title_in_another_language_is_kept_as_it_is() -> None:
    found = hevy(row('"Extensão de Tríceps na Polia (Máquina)",,"",0,"normal",25,12,,,'))
    assert [exercise.name for exercise in found.exercises] == ["Extensão de Tríceps na Polia (Máquina)"]
