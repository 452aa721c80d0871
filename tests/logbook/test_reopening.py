"""A finished session runs again, is counted for another workout, gets notes: and all of it can be taken back."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from hybridtui.domain import guide
from hybridtui.domain.change import Change
from hybridtui.domain.drafts import SetDraft
from hybridtui.domain.guide import Place
from hybridtui.domain.problems import Problem
from hybridtui.domain.session import Pause, Session, Source, Status
from hybridtui.domain.units import Load
from hybridtui.domain.workout import Kind, Step, StepKind
from hybridtui.logbook import Logbook
from tests.conftest import FixedClock
from tests.hostile import MARKUP
from tests.logbook.conftest import Reopen

EIGHT = SetDraft(load=Load(60), reps=8)
BURPEES = Step(kind=StepKind.STATION, title="Burpee", exercise="burpee", seconds=40, rest_s=20, sets=3)


def trained(book: Logbook, clock: FixedClock, minutes: int = 30) -> Session:
    session = book.sessions.start("w1-wed")
    book.sessions.log_sets(session.id, Place(1, 1), "back_squat", [EIGHT])
    clock.pass_(minutes * 60)
    return book.sessions.finish(session.id, rpe=7, minutes=None, note="good")


def test_a_reopened_session_goes_on_where_it_was(book: Logbook, clock: FixedClock) -> None:
    session = trained(book, clock)
    again = book.sessions.reopen(session.id)
    assert (again.status, again.ended, again.total_s, again.load_au) == (Status.OPEN, None, 0, 0)
    assert guide.current(again) == Place(0, 1)
    assert book.today().open_session == again
    assert book.history.lines(0, 10) == ()
    logged = book.sessions.log_sets(session.id, Place(1, 2), "back_squat", [EIGHT])
    assert [each.set_number for each in logged.session.sets] == [1, 2]


@pytest.mark.parametrize("away_s", [0, 900, 3 * 24 * 3600])
def test_the_time_between_end_and_reopening_is_no_training(book: Logbook, clock: FixedClock, away_s: int) -> None:
    session = trained(book, clock, minutes=30)
    clock.pass_(away_s)
    book.sessions.reopen(session.id)
    clock.pass_(600)
    assert book.sessions.proposed_minutes(session.id) == 40
    ended = book.sessions.finish(session.id, rpe=None, minutes=None)
    assert (ended.strength_s, ended.rpe, ended.note, ended.load_au) == (40 * 60, 7, "good", 7 * 40)
    clock.pass_(away_s)
    book.sessions.reopen(session.id)
    clock.pass_(300)
    assert book.sessions.proposed_minutes(session.id) == 45, "the second time too"


def test_reopening_can_be_taken_back_and_done_again(book: Logbook, clock: FixedClock, reopen: Reopen) -> None:
    session = trained(book, clock)
    again = book.sessions.reopen(session.id)
    later = reopen()
    assert later.sessions.undo(session.id) == (session, "reopening of Full body")
    assert later.sessions.redo(session.id) == (again, "reopening of Full body")
    later.sessions.undo(session.id)
    assert later.sessions.undo(session.id)[1] == "end of Full body"


def test_only_one_session_runs(book: Logbook, clock: FixedClock) -> None:
    session = trained(book, clock)
    other = book.sessions.start_free(Kind.RUN)
    with pytest.raises(Problem, match="Run is still open"):
        book.sessions.reopen(session.id)
    with pytest.raises(Problem, match="open already"):
        book.sessions.reopen(other.id)


def test_what_was_imported_is_not_reopened(book: Logbook, clock: FixedClock) -> None:
    session = trained(book, clock)
    book._kit.apply(Change(label="as if", sessions=(replace(session, source=Source.STRONG),)))
    with pytest.raises(Problem, match="imported"):
        book.sessions.reopen(session.id)


def test_a_pause_that_lasts_ends_with_the_session(book: Logbook, clock: FixedClock) -> None:
    session = book.sessions.start("w1-wed")
    paused = replace(session, pauses=(Pause(clock.at),))
    book._kit.apply(Change(label="pause", session_id=session.id, sessions=(paused,)))
    clock.pass_(600)
    ended = book.sessions.finish(session.id, rpe=None, minutes=20)
    assert ended.pauses == (Pause(clock.at - timedelta(seconds=600), clock.at),)


def test_a_session_is_counted_by_hand_for_a_workout(book: Logbook, clock: FixedClock) -> None:
    free = book.sessions.start_free(Kind.STRENGTH)
    clock.pass_(600)
    book.sessions.finish(free.id, rpe=None, minutes=10)
    assert "w1-wed" not in book.plans.done(), "too short to count by itself"
    assert book.sessions.follow_workout(free.id, "w1-wed").workout_id == "w1-wed"
    assert "w1-wed" in book.plans.done()
    assert book.sessions.undo(free.id)[1] == "Strength as Full body"
    assert "w1-wed" not in book.plans.done()
    book.sessions.redo(free.id)
    assert book.sessions.follow_workout(free.id, None).workout_id is None
    assert "w1-wed" not in book.plans.done()


def test_a_workout_is_done_once(book: Logbook, clock: FixedClock) -> None:
    session = trained(book, clock)
    free = book.sessions.start_free(Kind.STRENGTH)
    with pytest.raises(Problem, match="Full body has a session already"):
        book.sessions.follow_workout(free.id, "w1-wed")
    with pytest.raises(Problem, match="no longer in the plan"):
        book.sessions.follow_workout(free.id, "nowhere")
    before = book.sessions.undo(session.id), book.sessions.redo(session.id)
    assert book.sessions.follow_workout(session.id, "w1-wed").workout_id == "w1-wed", "its own it may have again"
    assert (book.sessions.undo(session.id), book.sessions.redo(session.id)) == before, "and nothing was written"


def test_a_planned_workout_is_begun_with_other_steps(book: Logbook) -> None:
    session = book.sessions.start("w1-wed", steps=(BURPEES,))
    assert (session.steps, session.workout_id, session.title) == ((BURPEES,), "w1-wed", "Full body")


def test_a_free_session_has_the_steps_it_was_given(book: Logbook) -> None:
    session = book.sessions.start_free(Kind.HYBRID, "Burpees", steps=(BURPEES,), subtype="circuit")
    assert (session.steps, session.subtype, session.workout_id) == ((BURPEES,), "circuit", None)
    assert guide.current(session) == Place(0, 1)


def test_a_note_on_a_set_a_run_and_the_session(book: Logbook, clock: FixedClock) -> None:
    session = book.sessions.start("w1-wed")
    done = book.sessions.log_sets(session.id, Place(1, 1), "back_squat", [EIGHT]).session.sets[0]
    noted = book.sessions.note_set(session.id, done.id, "  knees\r\nin \x1b]0;x\x07")
    assert noted.session.sets == (replace(done, note="  knees\nin ]0;x"),)
    assert noted.rest is not None
    assert book.sessions.note_session(session.id, "slept badly").session.note == "slept badly"
    assert book.sessions.undo(session.id)[1] == "note on Full body"
    undone, label = book.sessions.undo(session.id)
    assert undone is not None
    assert (label, undone.sets) == ("note on a set", (done,))
    with pytest.raises(Problem, match="no longer in the session"):
        book.sessions.note_set(session.id, "gone", "x")


def test_a_note_on_a_set_of_a_finished_session(book: Logbook, clock: FixedClock) -> None:
    session = trained(book, clock)
    noted = book.sessions.note_set(session.id, session.sets[0].id, "too easy")
    assert noted.session == replace(session, sets=(replace(session.sets[0], note="too easy"),))
    assert (noted.rest, noted.clock) == (None, None)


def test_a_note_of_an_exercise_is_there_at_every_set_of_it(book: Logbook, reopen: Reopen) -> None:
    assert book.notes.exercise("back_squat") == ""
    book.notes.save("back_squat", "feet a hand wider")
    again = reopen()
    assert again.notes.exercise("back_squat") == "feet a hand wider"
    again.notes.save("back_squat", "  ")
    assert again.notes.exercise("back_squat") == ""
    assert again.sessions.undo_last() == "note on Barbell back squat"
    assert again.notes.exercise("back_squat") == "feet a hand wider"
    with pytest.raises(Problem, match="no longer in the library"):
        again.notes.save("nothing", "x")


def test_a_note_of_an_exercise_written_in_a_session_is_undone_in_it(book: Logbook) -> None:
    session = book.sessions.start("w1-wed")
    book.notes.save("back_squat", "seat on 4", session.id)
    assert book.sessions.undo(session.id)[1] == "note on Barbell back squat"
    assert book.notes.exercise("back_squat") == ""
    book.sessions.redo(session.id)
    assert book.notes.exercise("back_squat") == "seat on 4"


@pytest.mark.parametrize("text", [*MARKUP, "x" * 5000, "a\nb\x00\x9b", "\u202eabc"])
def test_hostile_notes_are_kept_harmless(book: Logbook, text: str) -> None:
    session = book.sessions.start("w1-wed")
    done = book.sessions.log_sets(session.id, Place(1, 1), "back_squat", [EIGHT]).session.sets[0]
    book.notes.save("back_squat", text)
    kept = (
        book.notes.exercise("back_squat"),
        book.sessions.note_session(session.id, text).session.note,
        book.sessions.note_set(session.id, done.id, text).session.sets[0].note,
    )
    assert len(set(kept)) == 1
    assert len(kept[0]) <= 2000
    assert not set(kept[0]) & set("\x00\x1b\x07\x9b\u202e")
