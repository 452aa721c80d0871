"""Liftosaur's exports: planned and done, mixed units, UTC, warm-ups, as many as possible."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from hybridtui.domain.session import SetKind, Source
from hybridtui.domain.units import Load, WeightUnit
from hybridtui.formats import Read
from tests.formats.options import read_text

HEADER = (
    "Workout DateTime,Program,Day Name,Exercise,Is Warmup Set?,Required Reps,Completed Reps,Is AMRAP?,Required RPE,"
    "Completed RPE,Log RPE?,Required Weight Value,Required Weight Unit,Completed Weight Value,Completed Weight Unit,"
    "Ask Weight?,Completed Reps Time,Target Muscles,Synergist Muscles,Notes"
)


def row(
    *,
    start: str = "2025-05-20T22:30:00.000Z",
    exercise: str = '"Squat, Barbell"',
    warm: int = 0,
    reps: str = "5",
    amrap: int = 0,
    rpe: str = "",
    weight: str = "100",
    unit: str = "kg",
    at: str = "",
    note: str = "",
) -> str:
    return (
        f'{start},GZCLP,Day 1,{exercise},{warm},5,{reps},{amrap},,{rpe},0,95,kg,{weight},{unit},0,{at},"a,b",,"{note}"'
    )


def liftosaur(*rows: str, unit: WeightUnit | None = None) -> Read:
    return read_text("\n".join([HEADER, *rows]) + "\n", unit=unit)


def test_a_done_row_is_a_set_and_its_time_is_utc() -> None:
    found = liftosaur(row(rpe="8.5"))
    (session,) = found.sessions
    assert (session.title, session.source) == ("GZCLP: Day 1", Source.LIFTOSAUR)
    assert session.started.utc == datetime(2025, 5, 20, 22, 30, tzinfo=UTC)
    assert session.started.local.isoformat() == "2025-05-21T00:30:00"
    assert "zone assumed" in session.flags
    (logged,) = session.sets
    assert (logged.load, logged.reps, logged.rpe, logged.kind) == (Load(100), 5, 8.5, SetKind.WORKING)


def test_what_was_planned_and_not_done_is_no_set() -> None:
    found = liftosaur(row(), row(reps=""), row(reps=" "), row(start="2025-05-22T10:00:00.000Z", reps=""))
    (session,) = found.sessions
    assert len(session.sets) == 1
    assert any(warning.startswith("3 sets were planned and not done") for warning in found.warnings)
    assert any("without any set" in warning and "2025-05-22" in warning for warning in found.warnings)
    assert not found.refused


def test_a_set_of_no_reps_failed_and_was_done() -> None:
    assert liftosaur(row(reps="0")).sessions[0].sets[0].failed


def test_kilograms_and_pounds_are_mixed() -> None:
    (session,) = liftosaur(row(), row(weight="95", unit="lb")).sessions
    assert [logged.load for logged in session.sets] == [Load(100), Load(95, WeightUnit.LB)]


def test_the_completed_weight_counts_not_the_required_one() -> None:
    assert liftosaur(row(weight="102.5")).sessions[0].tonnage_kg == 512.5


def test_warm_ups_and_sets_of_as_many_as_possible_are_told() -> None:
    (session,) = liftosaur(row(warm=1), row(amrap=1)).sessions
    assert [(logged.kind, logged.note) for logged in session.sets] == [
        (SetKind.WARMUP, ""),
        (SetKind.WORKING, "AMRAP"),
    ]


def test_the_implement_stays_in_the_name() -> None:
    found = liftosaur(row(exercise='"Zercher Thing, Leverage Machine"'))
    assert [exercise.name for exercise in found.exercises] == ["Zercher Thing, Leverage Machine"]


def test_a_note_that_is_repeated_is_kept_once() -> None:
    (session,) = liftosaur(row(note="knee"), row(note="knee"), row(exercise="Plank Row", note="knee")).sessions
    assert [logged.note for logged in session.sets] == ["knee", "", "knee"]


@pytest.mark.parametrize(
    ("times", "seconds", "flag"),
    [
        (("2025-05-20T22:40:00.000Z", "2025-05-20T23:30:00.000Z"), 3600, None),
        (("2025-05-21T09:00:00.000Z", "2025-05-21T09:30:00.000Z"), 1800 + 180, None),  # written down a day later
        (("2025-05-21T09:00:00.000Z", "2025-05-21T09:00:02.000Z"), 360, "length estimated"),  # ticked off in a hurry
        (("", ""), 360, "length estimated"),
        (("later", "0001-01-01T00:00:00+14:00"), 360, "length estimated"),
    ],
)
def test_the_length_comes_from_the_times_of_the_sets_where_they_can_be(
    times: tuple[str, str], seconds: float, flag: str | None
) -> None:
    (session,) = liftosaur(*(row(at=at) for at in times)).sessions
    assert session.total_s == seconds
    assert (flag in session.flags) if flag else "length estimated" not in session.flags


def test_a_workout_is_known_again_when_its_sets_changed() -> None:
    before, after = liftosaur(row()).sessions[0], liftosaur(row(weight="220", unit="lb"), row()).sessions[0]
    other = liftosaur(row(start="2025-05-20T22:31:00.000Z")).sessions[0]
    assert before.fingerprint == after.fingerprint != other.fingerprint


@pytest.mark.parametrize(
    ("bad", "reason"),
    [
        (row(start="soon"), "the date 'soon'"),
        (row(start="2031-01-01T00:00:00.000Z"), "in the future"),
        (row(unit="stone"), "the weight unit 'stone'"),
        (row(reps="five"), "the reps 'five'"),
        (row(rpe="11"), "the RPE 11"),
    ],
)
def test_a_bad_row_is_refused_with_its_line(bad: str, reason: str) -> None:
    found = liftosaur(row(), bad)
    assert [refusal.where for refusal in found.refused] == ["line 3"]
    assert reason in found.refused[0].reason
    assert len(found.sessions[0].sets) == 1
