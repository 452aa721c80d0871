"""Our own tables: each reads back by itself, and says by its line what it cannot read."""

from __future__ import annotations

import csv
import io
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, assume, given, settings

from hybridtui.domain.session import LoggedSet, RunEntry, Session, SetKind, Status
from hybridtui.domain.units import Distance, DistanceUnit, Load, WeightUnit
from hybridtui.domain.workout import Kind
from hybridtui.formats.own import log_csv
from hybridtui.formats.reading import Read
from hybridtui.formats.recognise import Head, recognised
from tests.formats.daybook_values import OWN, histories
from tests.formats.exported import exported, files, without_part_ids
from tests.formats.options import options
from tests.store.builders import logged, session

PROPERTY = settings(max_examples=12, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])

HALF_HOUR = replace(session(), ended=session().started, status=Status.FINISHED, load_au=200.0, title="Legs")


def tables(*sessions: Session, spreadsheet: bool = False) -> dict[str, str]:
    what = exported(sessions, spreadsheet=spreadsheet, own=OWN)
    return {name: data.decode() for name, data in files(log_csv.write, what).items()}


def read_back(text: str) -> Read:
    return log_csv.read(text.encode(), options(own={}))


def told_by_tables(one: Session) -> Session:
    """Return what of a session the tables tell: no steps, ticks and pauses, and an end by the clock of its start."""
    bare = without_part_ids(one)
    ended = one.ended and replace(one.ended, zone=one.started.zone, local_date=one.ended.local.date())
    return replace(
        bare,
        steps=(),
        marks=(),
        pauses=(),
        ended=ended,
        tonnage_kg=sum(each.volume_kg for each in _in_order(one.sets)) if one.sets else one.tonnage_kg,
        sets=tuple(_in_order(replace(each, step=None, set_number=None) for each in bare.sets)),
        runs=tuple(_in_order(replace(each, step=None, set_number=None) for each in bare.runs)),
    )


def _in_order(entries):
    return sorted(entries, key=lambda each: each.position)


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text)))


@PROPERTY
@given(histories())
def test_the_table_of_sets_alone_tells_every_session_set_and_run(history: tuple[Session, ...]) -> None:
    finished = [each for each in history if each.status is Status.FINISHED]
    assume(finished)
    read = read_back(tables(*finished)["sets.csv"])
    assert read.refused == ()
    assert [without_part_ids(each) for each in read.sessions] == [told_by_tables(each) for each in finished]


@PROPERTY
@given(histories())
def test_the_table_of_sessions_alone_tells_all_but_sets_and_runs(history: tuple[Session, ...]) -> None:
    finished = [each for each in history if each.status is Status.FINISHED]
    assume(finished)
    read = read_back(tables(*finished, spreadsheet=True)["sessions.csv"])
    assert read.refused == ()
    bare = [replace(told_by_tables(each), sets=(), runs=(), tonnage_kg=each.tonnage_kg) for each in finished]
    assert list(read.sessions) == bare


def test_columns_are_in_si_units_beside_what_was_typed() -> None:
    lifted = logged("a", load=Load(100, WeightUnit.LB), reps=5, rpe=8.5)
    run = RunEntry(id="r", position=1, distance=Distance(5, DistanceUnit.KM), seconds=1500.0)
    (first, second) = rows(tables(replace(HALF_HOUR, sets=(lifted,), runs=(run,)))["sets.csv"])
    assert (first["entry"], first["weight_kg"], first["weight"], first["weight_unit"], first["rpe"]) == (
        "set", "45.359237", "100", "lb", "8.5",
    )  # fmt: skip
    assert (second["entry"], second["distance_m"], second["distance"], second["seconds"]) == (
        "run",
        "5000",
        "5",
        "1500",
    )
    assert (first["session_title"], first["session_start_local"]) == ("Legs", "2026-03-04T17:00:00")
    assert first["exercise"] == "Barbell back squat"


def test_each_is_recognised_and_holds_ids_by_which_a_log_knows_its_sessions() -> None:
    for text in tables(replace(HALF_HOUR, sets=(logged("a"),))).values():
        assert recognised(Head(text.encode())).module == "hybridtui.formats.own.log_csv"
        read = read_back(text)
        assert (read.own, [each.id for each in read.sessions]) == (True, ["s"])


def test_a_formula_is_marked_for_spreadsheets_only_and_unmarked_when_read() -> None:
    hostile = replace(HALF_HOUR, title="=HYPERLINK(1)", note="-5 kg\n@home", sets=(logged("a", note="'quoted"),))
    plain, marked = tables(hostile)["sets.csv"], tables(hostile, spreadsheet=True)["sets.csv"]
    (row,) = rows(marked.removeprefix("\ufeff"))
    assert (row["session_title"], row["session_note"], row["note"]) == ("'=HYPERLINK(1)", "'-5 kg\n@home", "''quoted")
    assert rows(plain)[0]["session_title"] == "=HYPERLINK(1)"
    for text in (plain, marked):
        (read,) = read_back(text).sessions
        assert (read.title, read.note, read.sets[0].note) == (hostile.title, hostile.note, "'quoted")


HEADER = "session_id,session_start_utc,session_title,session_kind,entry,exercise_id,exercise,weight_kg,reps,rpe"


@pytest.mark.parametrize(
    ("row", "why"),
    [
        ("set,back_squat,,80,five,8", "reps 'five' is no number"),
        ("set,back_squat,,80,2.5,8", "reps '2.5' is no whole number"),
        ("set,back_squat,,8000,5,8", "weight 8000 is outside 0-1000 kg"),
        ("set,back_squat,,80,5,12", "rpe 12 is outside 0-10"),
        ("swim,back_squat,,80,5,8", "entry 'swim' is neither set nor run"),
        ("set,back_squat,,nan,5,8", "weight_kg 'nan' is no number"),
    ],
)
def test_a_row_that_is_odd_is_left_out_by_its_line(row: str, why: str) -> None:
    good = "s1,2026-03-01T10:00:00Z,Legs,strength,set,back_squat,,80,5,8"
    read = read_back(f"{HEADER}\n{good}\ns1,2026-03-01T10:00:00Z,Legs,strength,{row}\n")
    (one,) = read.sessions
    assert len(one.sets) == 1
    assert one.flags == ("rows left out",)
    (refusal,) = read.refused
    assert refusal.where == "line 3"
    assert why in refusal.reason


def test_a_session_whose_start_cannot_be_read_is_left_out_once_with_all_of_its_rows() -> None:
    bad = "s1,yesterday,Legs,strength,set,back_squat,,80,5,8"
    good = "s2,2026-03-01T10:00:00Z,Legs,strength,set,back_squat,,80,5,8"
    read = read_back(f"{HEADER}\n{bad}\n{bad}\n{good}")
    assert [each.id for each in read.sessions] == ["s2"]
    assert [refusal.where for refusal in read.refused] == ["line 2"]


def test_a_table_made_by_hand_needs_little_and_finds_exercises_by_name() -> None:
    text = f"{HEADER}\ns1,2026-03-01T10:00:00Z,Legs,strength,set,,Squat (Barbell),80,5,8\n"
    (one,) = read_back(text).sessions
    (lifted,) = one.sets
    assert (lifted.exercise, lifted.load, lifted.reps, lifted.kind) == ("back_squat", Load(80.0), 5, SetKind.WORKING)
    assert one.tonnage_kg == 400.0


def test_a_session_that_comes_twice_in_its_table_is_told_once() -> None:
    text = tables(HALF_HOUR)["sessions.csv"]
    read = read_back(text + text.split("\n")[1] + "\n")
    assert len(read.sessions) == 1
    assert "comes twice" in read.refused[0].reason


def test_a_session_without_sets_has_a_row_of_its_own() -> None:
    yoga = replace(HALF_HOUR, kind=Kind.OTHER, sport="yoga", other_s=1800.0)
    (row,) = rows(tables(yoga)["sets.csv"])
    assert (row["entry"], row["session_sport"], row["session_other_s"]) == ("", "yoga", "1800")


def test_a_session_that_ended_nobody_knows_when_stays_one() -> None:
    for text in tables(replace(HALF_HOUR, ended=None)).values():
        assert read_back(text).sessions[0].ended is None


def test_sets_keep_their_order_whatever_the_table_is_sorted_by() -> None:
    sets = (logged("a", 0), LoggedSet(id="b", position=1, exercise="plank", seconds=30.0))
    header, *lines = tables(replace(HALF_HOUR, sets=sets))["sets.csv"].splitlines()
    (one,) = read_back("\n".join([header, *reversed(lines)])).sessions
    assert [each.exercise for each in one.sets] == ["back_squat", "plank"]
