"""StrongLifts' exports: sets side by side, dashes and crosses, units in the header, body weights."""

from __future__ import annotations

from datetime import date

import pytest

from hybridtui.domain.body_weight import BodyWeight
from hybridtui.domain.session import Source
from hybridtui.domain.units import Load, WeightUnit
from hybridtui.formats import Read
from tests.formats.options import read_text

HEADER = (
    "Date (yyyy/mm/dd),Workout,Workout Name,Program Name,Body Weight (KG),Exercise,Sets×Reps,Sets×Time,"
    "Top Set (Reps×KG),e1RM (KG),Reps,Volume (KG),Workout Volume (KG),Duration (hours),Start Time (h:mm),"
    "End Time (h:mm),Notes,Set 1 (Reps),Set 1 (KG),Set 2 (Reps),Set 2 (KG),Set 3 (Reps),Set 3 (KG)"
)


def row(
    sets: str,
    *,
    day: str = "2024/08/11",
    number: int = 1,
    name: str = "Workout A",
    body: str = "83.5",
    exercise: str = "Squat",
    done: str = "3×5",
    held: str = "",
    hours: str = "0.75",
    start: str = "10:56 PM",
    note: str = "",
) -> str:
    return (
        f'{day},{number},"{name}","Stronglifts 5×5",{body},"{exercise}",{done},{held},5×55,63.7,15,825,3330.0,{hours},'
        f'{start},11:41 PM,"{note}",{sets}'
    )


def stronglifts(*rows: str, header: str = HEADER, unit: WeightUnit | None = None) -> Read:
    return read_text("\ufeff" + "\n".join([header, *rows]) + "\n", unit=unit)


def test_a_length_in_hours_is_one_of_whole_seconds() -> None:
    (session,) = stronglifts(row("5,55,,,,", hours="0.0094444")).sessions
    assert session.total_s == 34


def test_a_row_is_an_exercise_with_its_sets_side_by_side() -> None:
    found = stronglifts(row("5,55,5,55,5,57.5"), row("5,70,,,,", exercise="Bench Press", done="1×5"))
    (session,) = found.sessions
    assert not found.refused
    assert (session.title, session.source) == ("Workout A", Source.STRONGLIFTS)
    assert session.started.local.isoformat() == "2024-08-11T22:56:00"
    assert session.total_s == 2700
    assert [(logged.reps, logged.load) for logged in session.sets] == [
        (5, Load(55)),
        (5, Load(55)),
        (5, Load(57.5)),
        (5, Load(70)),
    ]


def test_a_dash_was_not_done_and_a_zero_failed() -> None:
    (session,) = stronglifts(row("5,55,0,55,0,55", done="5/0/-")).sessions
    assert [(logged.reps, logged.failed) for logged in session.sets] == [(5, False), (0, True)]
    (dashed,) = stronglifts(row("5,55,-,55,5,55", done="")).sessions
    assert [logged.reps for logged in dashed.sets] == [5, 5]


def test_pounds_stand_in_the_header() -> None:
    header = HEADER.replace("(KG)", "(LB)")
    found = stronglifts(row("5,135,5,135,5,135"), header=header)
    assert {logged.load for logged in found.sessions[0].sets} == {Load(135, WeightUnit.LB)}
    assert found.weights == (BodyWeight(date(2024, 8, 11), Load(83.5, WeightUnit.LB)),)
    assert found.question is None


def test_body_weights_come_along_once_a_day() -> None:
    found = stronglifts(
        row("5,55,,,,", day="2024/08/13", number=3, body="84"),
        row("5,55,,,,"),
        row("5,55,,,,", exercise="Deadlift"),
        row("5,55,,,,", day="2024/08/15", number=4, body=""),
        row("5,55,,,,", day="2024/08/17", number=5, body="8350"),
    )
    assert found.weights == (BodyWeight(date(2024, 8, 11), Load(83.5)), BodyWeight(date(2024, 8, 13), Load(84)))
    assert any(warning.endswith("left out: 8350") for warning in found.warnings)


def test_two_workouts_of_a_day_stay_two() -> None:
    found = stronglifts(row("5,55,,,,"), row("5,55,,,,", number=2), row("5,55,,,,", number=2, exercise="Deadlift"))
    assert [len(session.sets) for session in found.sessions] == [1, 2]
    assert len({session.fingerprint for session in found.sessions}) == 2


def test_a_workout_is_known_again_when_its_sets_changed() -> None:
    before, after = stronglifts(row("5,55,,,,")).sessions[0], stronglifts(row("5,60,5,60,,", body="85")).sessions[0]
    assert before.fingerprint == after.fingerprint


@pytest.mark.parametrize(("held", "seconds"), [("3×30", [30, 30, 30]), ("30/25/-", [30, 25]), ("1×1:15", [75])])
def test_held_sets_have_seconds(held: str, seconds: list[float]) -> None:
    (session,) = stronglifts(row(",,,,,", exercise="Plank", done="", held=held)).sessions
    assert [logged.seconds for logged in session.sets] == seconds


@pytest.mark.parametrize(
    ("start", "clock"),
    [("22:56", "22:56:00"), ("12:05 AM", "00:05:00"), ("12:05\u202fpm", "12:05:00"), ("", "12:00:00")],
)
def test_the_start_may_be_written_in_either_way_or_be_missing(start: str, clock: str) -> None:
    (session,) = stronglifts(row("5,55,,,,", start=start)).sessions
    assert f"{session.started.local:%H:%M:%S}" == clock
    assert ("time of day assumed" in session.flags) == (not start)


def test_days_may_stand_first_where_the_header_says_so() -> None:
    header = HEADER.replace("yyyy/mm/dd", "dd/mm/yyyy")
    (session,) = stronglifts(row("5,55,,,,", day="11/08/2024"), header=header).sessions
    assert session.started.local_date == date(2024, 8, 11)


def test_a_note_is_kept_once_for_its_workout() -> None:
    (session,) = stronglifts(
        row("5,55,5,55,,", note="tired, cold"), row("5,70,,,,", exercise="Bench Press", note="tired, cold")
    ).sessions
    assert [bool(logged.note) for logged in session.sets] == [True, False, False]


@pytest.mark.parametrize(
    ("bad", "reason"),
    [
        (row("5,55,,,,", day="soon"), "the date 'soon'"),
        (row("5,55,,,,", day="2024/02/30"), "does not exist"),
        (row("5,55,,,,", start="25:00"), "the start '25:00'"),
        (row("5,55,,,,", start="noon"), "the start 'noon'"),
        (row("5,heavy,,,,"), "the weight 'heavy'"),
        (row("5,55,,,,", day="2024/08/19", hours="long"), "the duration 'long'"),
        (row("5,55,,,,", day="2024/08/19", hours="1e9"), "the duration"),
        (row(",,,,,", held="ages"), "the seconds 'ages'"),
    ],
)
def test_a_bad_row_is_refused_with_its_line(bad: str, reason: str) -> None:
    found = stronglifts(row("5,55,,,,"), bad)
    assert [refusal.where for refusal in found.refused] == ["line 3"]
    assert reason in found.refused[0].reason
    assert len(found.sessions[0].sets) == 1
