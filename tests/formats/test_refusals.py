"""What is refused, in which words, and what stays readable beside it."""

from __future__ import annotations

import pytest

from hybridtui.formats import read
from tests.formats.options import HEADER, options, read_text, strong
from tests.pace import at_once

GOOD = "Squat (Barbell),1,100,5,0,0,,,"


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ("Squat (Barbell),1,heavy,5,0,0,,,", "the weight 'heavy' is no number"),
        ("Squat (Barbell),1,nan,5,0,0,,,", "the weight 'nan' is no number"),
        ("Squat (Barbell),1,1e308,5,0,0,,,", "the weight 1e+308 is outside 0-1000 kg"),
        ("Squat (Barbell),1,1001,5,0,0,,,", "the weight 1001 is outside 0-1000 kg"),
        ("Squat (Barbell),1,-5,5,0,0,,,", "the weight -5 is outside 0-1000 kg"),
        ("Squat (Barbell),1,100,2000,0,0,,,", "the reps 2000 is outside 0-1000"),
        ("Squat (Barbell),1,100,5.5,0,0,,,", "the reps '5.5' is no whole number"),
        ("Squat (Barbell),1,100,5,0,0,,,11", "the RPE 11 is outside 0-10"),
        ("Plank,1,0,0,0,700000,,,", "the seconds 700000 is outside"),
        ("Running,1,0,0,1500,600,,,", "the distance 1500 is outside 0-1000 km"),
        ("Squat (Barbell),Pause,100,5,0,0,,,", "the set order 'Pause' is not known"),
        (",1,100,5,0,0,,,", "the exercise has no name"),
        ("Squat (Barbell),1,100,5,0,0,,,,,", "it has 14 cells, the header line 12"),
        ('Squat (Barbell),1,100,5,0,0,"a"b,,', "its quotes or line ends do not match"),
    ],
)
def test_a_bad_row_is_refused_with_its_line_and_the_rest_is_kept(row: str, reason: str) -> None:
    found = read_text(strong(GOOD, row, GOOD))
    (refusal,) = found.refused
    assert refusal.where == "line 3"
    assert reason in refusal.reason
    assert len(found.sessions[0].sets) == 2


def test_a_session_with_rows_left_out_says_so() -> None:
    assert "rows left out" in read_text(strong(GOOD, "Squat (Barbell),1,x,5,0,0,,,")).sessions[0].flags


@pytest.mark.parametrize(
    "date",
    [
        "",
        "soon",
        "2024-02-30 10:00:00",
        "0001-01-01 00:00:00",
        "9999-12-31 23:59:59",
        "1969-12-31 10:00:00",
        "2026-03-07 10:00:00",
    ],
)
def test_a_date_that_cannot_be_leaves_its_workout_out(date: str) -> None:
    text = f"{HEADER}\n{date},Push,1h,{GOOD}\n2024-05-01 17:36:08,Push,1h,{GOOD}\n"
    found = read_text(text)
    assert [refusal.where for refusal in found.refused] == ["line 2"]
    assert len(found.sessions) == 1


@pytest.mark.parametrize(
    ("row", "count", "reason"),
    [
        ("Running,1,0,0,100,600000,,,", 2, "the length 1200000"),
        ("Squat (Barbell),1,1000,1000,0,0,,,", 1100, "the tonnage"),
    ],
)
def test_a_workout_that_is_too_much_in_all_is_refused_alone(row: str, count: int, reason: str) -> None:
    found = read_text(strong(*[row] * count) + f"2024-06-01 17:36:08,Push,1h,{GOOD}\n")
    assert [session.started.local_date.month for session in found.sessions] == [6]
    assert found.refused[0].where == "line 2"
    assert reason in found.refused[0].reason


def test_lines_are_counted_as_an_editor_does() -> None:
    text = strong('Squat (Barbell),1,100,5,0,0,"two\nlines",,', "Squat (Barbell),2,x,5,0,0,,,")
    assert [refusal.where for refusal in read_text(text).refused] == ["line 4"]


def test_an_unclosed_quote_refuses_the_whole_file_by_its_line() -> None:
    rows = [GOOD] * 3 + ['Squat (Barbell),1,100,5,0,0,"open,,'] + [GOOD] * 3
    found = read_text(strong(*rows))
    assert found.sessions == ()
    assert found.refused[0].reason.startswith("line 5: a quote is opened and never closed")


def test_an_unclosed_quote_before_a_huge_rest_is_refused_at_once() -> None:
    with at_once(2.0):
        found = read_text(strong('Squat (Barbell),1,100,5,0,0,"open,,', *[GOOD] * 20_000))
    assert found.sessions == ()
    assert "never closed" in found.refused[0].reason


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "it is empty"),
        (" \n\n", "it is empty"),
        (HEADER, "it has a header line but no workouts"),
        (f"2024-05-01 17:36:08,Push,1h,{GOOD}\n", "its header line is missing"),
        ('"1";"2024-05-01 17:36:08";"Push"\n', "its header line is missing"),
        ("Fecha,Nombre\n", "no header that is known: 'Fecha,Nombre'"),
        ("{}", "it is JSON"),
        ("<?xml version='1.0'?><kml/>", "it is XML"),
        ("\n <kml/>", "it is XML"),
    ],
)
def test_other_files_are_refused_for_what_they_are(text: str, reason: str) -> None:
    found = read_text(text)
    assert found.sessions == ()
    assert [refusal.where for refusal in found.refused] == ["file"]
    assert reason in found.refused[0].reason


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"PK\x03\x04rest", "a zip archive: unpack it"),
        (b"\x1f\x8brest", "a gzip archive: unpack it"),
        (b"SQLite format 3\x00", "a database"),
        (b"abc\x00def", "neither text nor FIT"),
        (b"\xff\xfe\x00", "neither text nor FIT"),
        (b"\x0e\x20\x00\x00\x00\x00\x00\x00.FIT", "too little of it is left"),
        (b"\x00" * 8 + b".FIT", "its header is damaged"),
    ],
)
def test_other_bytes_are_refused_for_what_they_are(data: bytes, reason: str) -> None:
    assert reason in read(data, options()).refused[0].reason


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le-bom"])
def test_unicode_is_read_by_its_mark(encoding: str) -> None:
    text = strong("Übung,1,100,5,0,0,,,")
    data = b"\xff\xfe" + text.encode("utf-16-le") if encoding == "utf-16-le-bom" else text.encode(encoding)
    found = read(data, options())
    assert [exercise.name for exercise in found.exercises] == ["Übung"]
    assert not any("UTF-8" in warning for warning in found.warnings)


def test_an_old_encoding_is_guessed_with_a_notice() -> None:
    found = read_text(strong("Übung,1,100,5,0,0,,,"), encoding="cp1252")
    assert [exercise.name for exercise in found.exercises] == ["Übung"]
    assert any("not in UTF-8" in warning for warning in found.warnings)


@pytest.mark.parametrize("ending", ["\r\n", "\r"])
def test_any_line_ending_will_do(ending: str) -> None:
    assert len(read_text(strong(GOOD, GOOD).replace("\n", ending)).sessions[0].sets) == 2


def test_a_line_separator_in_a_name_is_no_line_end() -> None:
    found = read_text(strong("Odd\u2028name,1,100,5,0,0,,,"))
    assert [exercise.name for exercise in found.exercises] == ["Odd name"]


def test_a_workout_without_sets_is_left_out_and_said() -> None:
    text = strong(GOOD) + "2024-06-01 10:00:00,Rest,1h,Squat (Barbell),Rest Timer,0,0,0,60,,,\n"
    found = read_text(text)
    assert len(found.sessions) == 1
    assert any("without any set" in warning and "2024-06-01" in warning for warning in found.warnings)
