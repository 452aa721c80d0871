"""The clock that leads through a session, across restarts, suspended machines and stepped clocks."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from hybridtui.domain.drafts import RunDraft, SetDraft
from hybridtui.domain.engine.leading import place_now
from hybridtui.domain.engine.state import Begin, GoOn, Halt, Hold, Longer, Pass, Split
from hybridtui.domain.guide import Place
from hybridtui.domain.problems import Problem
from hybridtui.domain.session import MarkKind, Session
from hybridtui.domain.timeline import Timeline
from hybridtui.domain.units import Load
from hybridtui.domain.workout import Form, Kind, Step, StepKind
from hybridtui.logbook import Logbook
from tests.conftest import FixedClock
from tests.logbook.conftest import Reopen

WALK = Step(kind=StepKind.WARMUP, title="Walk", seconds=60)
RUN = Step(kind=StepKind.INTERVAL, title="Run", seconds=90, sets=3)
JOG = Step(kind=StepKind.RECOVERY, title="Jog", seconds=30, sets=3)
SQUAT = Step(kind=StepKind.SET, title="Squat", exercise="back_squat", sets=2, reps=5, rest_s=90)
PLANK = Step(kind=StepKind.HOLD, title="Plank", exercise="plank", seconds=30)


@pytest.fixture
def session(book: Logbook) -> Session:
    """A walk, then squats, then a plank."""
    return book.sessions.start_free(Kind.STRENGTH, steps=(WALK, SQUAT, PLANK))


def left(book: Logbook, clock: FixedClock, session: Session) -> float | None:
    """Return the seconds left in the running phase; None: no clock."""
    line = book.sessions.clock(session.id)
    return None if line is None else line.reading(clock.ticks()).left_s


def restarted(reopen: Reopen, clock: FixedClock) -> Logbook:
    """Kill the program and start it on a machine whose steady clock began anew."""
    clock.tick = 3.0
    return reopen()


def test_a_killed_program_goes_on_by_the_wall_clock(
    book: Logbook, reopen: Reopen, clock: FixedClock, session: Session
) -> None:
    logged = book.sessions.do(session.id, Begin())
    assert logged.clock == book.sessions.clock(session.id)
    clock.pass_(20)
    again = restarted(reopen, clock)
    assert left(again, clock, session) == 40
    clock.pass_(50)
    passed = again.sessions.do(session.id, Pass())
    assert [(mark.kind, mark.step, mark.at) for mark in passed.session.marks] == [
        (MarkKind.DONE, 0, clock.at - timedelta(seconds=10))
    ]
    assert passed.label == "Walk"
    assert passed.clock is None, "squats go by no clock"


@pytest.mark.parametrize("step_s", [-7200, 7200])
def test_a_step_of_the_wall_clock_changes_nothing(
    book: Logbook, clock: FixedClock, session: Session, step_s: int
) -> None:
    book.sessions.do(session.id, Begin())
    clock.pass_(20)
    clock.at += timedelta(seconds=step_s)
    assert left(book, clock, session) == 40
    book.sessions.do(session.id, Hold())
    clock.pass_(100)
    clock.at -= timedelta(seconds=step_s)
    book.sessions.do(session.id, GoOn())
    assert left(book, clock, session) == 40


def test_a_pause_lasts_over_a_restart(book: Logbook, reopen: Reopen, clock: FixedClock, session: Session) -> None:
    book.sessions.do(session.id, Begin())
    clock.pass_(20)
    book.sessions.do(session.id, Hold())
    clock.pass_(500)
    again = restarted(reopen, clock)
    assert left(again, clock, session) == 40
    assert again.sessions.get(session.id).is_paused
    clock.pass_(500)
    resumed = again.sessions.do(session.id, GoOn())
    clock.pass_(15)
    assert left(again, clock, session) == 25
    assert not resumed.session.is_paused
    assert again.sessions.proposed_minutes(session.id) == 1


@pytest.mark.parametrize(("away_s", "followed"), [(60 + 14 * 60, True), (60 + 16 * 60, False)])
def test_a_clock_that_nobody_followed_is_put_away(
    book: Logbook, reopen: Reopen, clock: FixedClock, session: Session, away_s: int, followed: bool
) -> None:
    book.sessions.do(session.id, Begin())
    clock.pass_(away_s)
    again = restarted(reopen, clock)
    assert (again.sessions.clock(session.id) is not None) is followed
    assert bool(again.sessions.do(session.id, Pass()).session.marks) is followed
    assert again.sessions.clock(session.id) is None
    assert again._kit.store.clock(session.id) is None


def test_edges_that_passed_while_the_machine_slept_are_logged_each_at_its_time(
    book: Logbook, clock: FixedClock
) -> None:
    session = book.sessions.start_free(Kind.RUN, steps=(WALK, RUN))
    began = clock.at
    book.sessions.do(session.id, Begin())
    clock.pass_(60 + 5 + 2 * 90 + 10)
    passed = book.sessions.do(session.id, Pass())
    assert [(run.set_number, run.seconds, run.logged_at) for run in passed.session.runs] == [
        (1, 90, began + timedelta(seconds=155)),
        (2, 90, began + timedelta(seconds=245)),
    ]
    assert passed.clock is not None
    assert place_now(passed.clock, clock.ticks()) == Place(1, 3)
    assert book.sessions.undo(session.id)[1] == passed.label, "one undo takes back what passed at once"
    assert book.sessions.get(session.id) == session


def test_time_that_passes_idly_writes_nothing(
    book: Logbook, clock: FixedClock, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    book.sessions.do(session.id, Begin())

    def write(*_: object) -> None:
        raise AssertionError("something was written")

    monkeypatch.setattr(book._kit.store._db, "write", write)
    for _ in range(3):
        clock.pass_(7)
        assert book.sessions.do(session.id, Pass()).label == ""
    book.sessions.do(session.id, Begin())
    book.sessions.do(session.id, GoOn())
    monkeypatch.undo()
    book.sessions.do(session.id, Halt())
    monkeypatch.setattr(book._kit.store._db, "write", write)
    book.sessions.do(session.id, Pass())
    book.sessions.do(session.id, Halt())
    book.sessions.do(session.id, Split())
    book.sessions.do(session.id, Longer(15))


def test_a_clock_is_nothing_to_undo_and_leaves_redo_alone(book: Logbook, clock: FixedClock, session: Session) -> None:
    book.sessions.tick(session.id, Place(0, 1))
    book.sessions.undo(session.id)
    for event in (Begin(), Longer(15), Halt()):
        book.sessions.do(session.id, event)
    assert book._kit.store.undo_label(session.id) == "start of Strength"
    assert book.sessions.redo(session.id)[1] == "Walk"


def test_finish_and_deletion_put_the_clock_away(book: Logbook, clock: FixedClock, session: Session) -> None:
    def begun() -> Timeline | None:
        return book.sessions.do(session.id, Begin()).clock

    book.sessions.tick(session.id, Place(0, 1))
    assert begun() is not None
    book.sessions.finish(session.id, rpe=None, minutes=5)
    assert book.sessions.clock(session.id) is None
    book.sessions.reopen(session.id)
    assert book.sessions.clock(session.id) is None
    assert begun() is not None
    book.sessions.delete(session.id)
    assert book.sessions.clock(session.id) is None
    assert book.sessions.undo(session.id)[0] is not None
    assert book.sessions.clock(session.id) is None


def test_undo_puts_the_clock_of_a_set_that_is_gone_away(book: Logbook, clock: FixedClock, session: Session) -> None:
    added = replace(session, steps=(WALK, replace(WALK, title="Second walk"), *session.steps[1:]))
    book.sessions.rework(session.id, added, "another walk")
    book.sessions.tick(session.id, Place(0, 1))
    book.sessions.do(session.id, Begin())
    book.sessions.undo(session.id)
    assert left(book, clock, session) == 60, "the second walk is still there"
    assert book.sessions.undo(session.id)[1] == "another walk"
    assert book.sessions.clock(session.id) is None


def test_undo_and_redo_leave_the_time_of_an_amrap_alone(book: Logbook, clock: FixedClock) -> None:
    station = Step(kind=StepKind.STATION, title="", reps=5, form=Form.AMRAP, block_s=600, group=1)
    steps = tuple(replace(station, title=name.title(), exercise=name) for name in ("burpee", "push_up"))
    session = book.sessions.start_free(Kind.HYBRID, steps=steps)
    book.sessions.do(session.id, Begin())
    clock.pass_(5 + 60)
    book.sessions.do(session.id, Split())
    clock.pass_(30)
    assert book.sessions.undo(session.id)[1] is not None
    assert left(book, clock, session) == 510
    taken_back = book.sessions.clock(session.id)
    assert taken_back is not None
    assert place_now(taken_back, clock.ticks()) == Place(0, 1)
    clock.pass_(20)
    book.sessions.redo(session.id)
    assert left(book, clock, session) == 490
    done = book.sessions.do(session.id, Split()).session
    assert [(logged.step, logged.set_number) for logged in done.sets] == [(0, 1), (1, 1), (0, 2), (1, 2)]


def test_undo_in_the_middle_of_repeats_leaves_the_repeat_that_runs_alone(
    book: Logbook, reopen: Reopen, clock: FixedClock
) -> None:
    session = book.sessions.start_free(Kind.RUN, steps=(WALK, replace(RUN, group=1), replace(JOG, group=1)))
    book.sessions.do(session.id, Begin())
    clock.pass_(60 + 5 + 90 + 30 + 10)  # 10 s into the second repeat, and nobody has looked since
    assert book.sessions.undo(session.id)[1] is not None
    assert left(book, clock, session) == 80
    assert book.sessions.get(session.id).runs == ()
    book.sessions.redo(session.id)
    again = restarted(reopen, clock)
    assert left(again, clock, session) == 80
    clock.pass_(80)
    passed = again.sessions.do(session.id, Pass())
    assert [run.set_number for run in passed.session.runs] == [1, 2], "each once"


def test_undo_of_reps_puts_the_clock_that_began_after_them_away(
    book: Logbook, clock: FixedClock, session: Session
) -> None:
    book.sessions.skip(session.id, Place(0, 1))
    book.sessions.skip(session.id, Place(1, 2))
    book.sessions.log_sets(session.id, Place(1, 1), "back_squat", [SetDraft(load=Load(60), reps=5)])
    assert book.sessions.do(session.id, Begin()).clock is not None, "the plank's"
    book.sessions.undo(session.id)
    assert book.sessions.clock(session.id) is None


def test_an_end_that_was_pressed_by_mistake_costs_no_second_once_it_is_taken_back(
    book: Logbook, clock: FixedClock
) -> None:
    fast = replace(RUN, title="400 m", seconds=None, distance_m=400, group=1)
    session = book.sessions.start_free(Kind.RUN, steps=(WALK, fast, replace(JOG, seconds=90, group=1)))
    book.sessions.do(session.id, Begin())
    clock.pass_(20)
    book.sessions.do(session.id, Split())  # the walk
    clock.pass_(3)
    book.sessions.undo(session.id)
    assert left(book, clock, session) == 37
    book.sessions.redo(session.id)
    assert left(book, clock, session) == 5, "getting ready, from now on"
    clock.pass_(5 + 40)
    book.sessions.do(session.id, Split())
    clock.pass_(8)
    book.sessions.undo(session.id)
    line = book.sessions.clock(session.id)
    assert line is not None
    assert line.reading(clock.ticks()).elapsed_s == pytest.approx(48)
    clock.pass_(50)
    done = book.sessions.do(session.id, Split())
    assert [run.seconds for run in done.session.runs] == [98]
    clock.pass_(31)  # too late: it was over, and is told anew while the jog goes on
    book.sessions.undo(session.id)
    told = book.sessions.log_run(session.id, Place(1, 1), RunDraft(seconds=97))
    assert [(run.set_number, run.seconds) for run in told.session.runs] == [(1, 97)]
    assert told.clock is not None
    assert place_now(told.clock, clock.ticks()) == Place(2, 1)


def test_undo_of_a_pause_lets_the_clock_run_on_with_the_session(
    book: Logbook, clock: FixedClock, session: Session
) -> None:
    book.sessions.note_session(session.id, "hot")
    book.sessions.do(session.id, Begin())
    clock.pass_(20)
    book.sessions.do(session.id, Hold())
    clock.pass_(100)
    book.sessions.undo(session.id)  # the note, and with it the pause
    assert not book.sessions.get(session.id).is_paused
    clock.pass_(10)
    assert left(book, clock, session) == 30
    book.sessions.redo(session.id)
    clock.pass_(10)
    assert book.sessions.get(session.id).is_paused
    assert left(book, clock, session) == 30


def test_notes_and_corrections_leave_the_clock_alone(book: Logbook, clock: FixedClock, session: Session) -> None:
    done = book.sessions.log_sets(session.id, Place(1, 1), "back_squat", [SetDraft(load=Load(60), reps=5)])
    book.sessions.do(session.id, Begin())
    clock.pass_(20)
    noted = book.sessions.note_set(session.id, done.session.sets[0].id, "deep")
    assert noted.clock is not None
    book.sessions.delete_set(session.id, done.session.sets[0].id)
    book.sessions.note_session(session.id, "hot")
    book.notes.save("back_squat", "feet wide", session.id)
    assert left(book, clock, session) == 40


def test_a_second_window_sees_the_same_clock(
    book: Logbook, reopen: Reopen, clock: FixedClock, session: Session
) -> None:
    other = reopen()
    book.sessions.do(session.id, Begin())
    clock.pass_(20)
    assert left(other, clock, session) == 40
    other.sessions.do(session.id, Longer(30))
    assert left(book, clock, session) == 70
    book.sessions.do(session.id, Halt())
    assert left(other, clock, session) is None


def test_a_hold_logs_what_was_held_and_says_the_record(book: Logbook, clock: FixedClock) -> None:
    session = book.sessions.start_free(Kind.STRENGTH, steps=(PLANK,))
    book.sessions.do(session.id, Begin())
    clock.pass_(3 + 21)
    held = book.sessions.do(session.id, Split())
    assert [logged.seconds for logged in held.session.sets] == [21]
    assert held.session == book.sessions.get(session.id)
    assert held.clock is None


def test_something_logged_meanwhile_is_never_lost_to_a_rearrangement(book: Logbook, session: Session) -> None:
    book.sessions.log_sets(session.id, Place(1, 1), "back_squat", [SetDraft(load=Load(60), reps=5)])
    with pytest.raises(Problem, match="logged meanwhile"):
        book.sessions.rework(session.id, session, "order of steps")
    assert len(book.sessions.get(session.id).sets) == 1


def test_a_clock_that_leads_through_steps_the_session_has_not_does_not_run(
    book: Logbook, reopen: Reopen, clock: FixedClock, session: Session, tmp_path: Path
) -> None:
    book.sessions.do(session.id, Begin())
    with closing(sqlite3.connect(tmp_path / "log.db")) as base, base:
        base.execute("""UPDATE clock SET data = replace(data, '"step":0', '"step":7')""")
    again = restarted(reopen, clock)
    assert again.sessions.clock(session.id) is None
    clock.pass_(600)
    assert again.sessions.do(session.id, Pass()).session == again.sessions.get(session.id)
    assert again.sessions.do(session.id, Begin()).clock is not None
