"""A session as the athlete lives it: followed, interrupted, resumed, finished, corrected."""

from __future__ import annotations

from dataclasses import replace

import pytest

from hybridtui.domain import guide
from hybridtui.domain.calendar import By
from hybridtui.domain.engine.state import Longer
from hybridtui.domain.entry import RunDraft, SetDraft, TargetChange
from hybridtui.domain.guide import Place
from hybridtui.domain.problems import Problem
from hybridtui.domain.session import LoggedSet, Session, SetKind, Side, Status
from hybridtui.domain.units import Distance, DistanceUnit, Load
from hybridtui.domain.workout import Kind
from hybridtui.logbook import Logbook
from tests.conftest import FixedClock
from tests.logbook.conftest import Reopen

EIGHT = SetDraft(load=Load(60), reps=8)
SQUATS = [Place(1, 1), Place(1, 2), Place(1, 3)]


def squat(book: Logbook, session: Session, place: Place, *drafts: SetDraft) -> guide.Logged:
    return book.sessions.log_sets(session.id, place, "back_squat", drafts or (EIGHT,))


def reps(session: Session) -> list[int | None]:
    return [logged.reps for logged in session.sets]


def test_a_session_interrupted_by_a_crash_goes_on_where_it_was(
    book: Logbook, reopen: Reopen, clock: FixedClock
) -> None:
    session = book.sessions.start("w1-wed")
    book.sessions.tick(session.id, Place(0, 1))
    for place in SQUATS[:2]:
        clock.pass_(180)
        squat(book, session, place)
    clock.pass_(50)

    again = reopen()
    resumed = again.today().open_session
    assert resumed is not None
    assert (resumed.id, reps(resumed)) == (session.id, [8, 8])
    assert guide.current(resumed) == Place(1, 3)
    rest = guide.rest_running(resumed, clock.now())
    assert rest is not None
    assert rest.left_s(clock.now()) == 120 - 50

    squat(again, resumed, Place(1, 3), SetDraft(load=Load(60), reps=7, rpe=8))
    clock.pass_(600)
    finished = again.sessions.finish(session.id, rpe=7, minutes=None)
    assert finished.status is Status.FINISHED
    assert (finished.strength_s, finished.run_s) == (17 * 60, 0)
    assert finished.tonnage_kg == 60 * 23
    assert (finished.load_au, finished.load_estimated) == (7 * 17, False)

    line = again.history.lines(0, 10)[0]
    assert (line.title, line.sets, line.strength_s) == ("Full body", 3, 17 * 60)
    assert again.history.totals(By.WEEK, 1)[0].strength_minutes == 17
    assert again.today().open_session is None
    assert again.today().workouts == ()


def test_logging_says_what_was_logged_and_which_rest_runs(book: Logbook, clock: FixedClock) -> None:
    session = book.sessions.start("w1-wed")
    logged = squat(book, session, Place(1, 1), SetDraft(load=Load(60), reps=8, rpe=7))
    assert logged.label == "set 1 of Back squat"
    assert logged.rest == guide.Rest(clock.now(), 120, Place(0, 1))
    [done] = logged.session.sets
    assert (done.exercise, done.load, done.reps, done.rpe, done.step, done.set_number, done.rest_s) == (
        "back_squat",
        Load(60),
        8,
        7,
        1,
        1,
        120,
    )


def test_sets_of_one_line_fill_the_places_after_it_and_are_one_undo(book: Logbook) -> None:
    session = book.sessions.start("w1-wed")
    squat(book, session, Place(1, 2))
    logged = squat(book, session, Place(1, 1), EIGHT, EIGHT, EIGHT)
    assert [s.set_number for s in logged.session.sets] == [2, 1, 3, 4]
    assert [s.position for s in logged.session.sets] == [1, 2, 3, 4]
    assert logged.label == "3 sets of Barbell back squat"
    undone, label = book.sessions.undo(session.id)
    assert label == logged.label
    assert undone is not None
    assert len(undone.sets) == 1


def test_a_warm_up_set_leaves_its_place_to_do(book: Logbook) -> None:
    session = book.sessions.start("w1-wed")
    logged = squat(book, session, Place(1, 1), SetDraft(load=Load(40), reps=5, kind=SetKind.WARMUP))
    assert guide.outcome(logged.session, Place(1, 1)) is None
    assert logged.rest is not None


def test_the_other_side_follows_without_a_rest(book: Logbook) -> None:
    session = book.sessions.start_free(Kind.STRENGTH)
    both = book.sessions.log_sets(
        session.id, None, "forward_lunge", [SetDraft(reps=8, side=Side.LEFT), SetDraft(reps=7, side=Side.RIGHT)]
    )
    assert [(s.side, s.reps, s.per_side, s.sides) for s in both.session.sets] == [
        (Side.LEFT, 8, True, 1),
        (Side.RIGHT, 7, True, 1),
    ]


def test_many_levels_of_undo_and_redo_stay_within_the_session(book: Logbook) -> None:
    session = book.sessions.start("w1-wed")
    book.sessions.tick(session.id, Place(0, 1))
    squat(book, session, Place(1, 1))
    squat(book, session, Place(1, 2), SetDraft(load=Load(60), reps=7))
    book.sessions.skip(session.id, Place(1, 3))
    book.sessions.skip_step(session.id, 2)

    labels = [book.sessions.undo(session.id)[1] for _ in range(5)]
    assert labels == [
        "skip of Push-up",
        "skip of set 3 of Back squat",
        "set 2 of Back squat",
        "set 1 of Back squat",
        "Brisk walk",
    ]
    assert guide.current(book.sessions.get(session.id)) == Place(0, 1)
    gone, label = book.sessions.undo(session.id)
    assert (gone, label) == (None, "start of Full body")
    assert book.sessions.undo(session.id) == (None, None)

    for _ in range(6):
        again, _label = book.sessions.redo(session.id)
    assert again is not None
    assert reps(again) == [8, 7]
    assert guide.current(again) == Place(3, 1)
    assert book.sessions.redo(session.id)[1] is None


def test_undo_survives_a_crash(book: Logbook, reopen: Reopen) -> None:
    session = book.sessions.start("w1-wed")
    squat(book, session, Place(1, 1))
    again = reopen()
    assert again.today().undo == "set 1 of Back squat"
    undone, _ = again.sessions.undo(session.id)
    assert undone is not None
    assert undone.sets == ()
    assert reopen().today().redo == "set 1 of Back squat"


def test_rest_is_adjusted_and_undo_passes_it_by(book: Logbook, clock: FixedClock) -> None:
    session = book.sessions.start("w1-wed")
    squat(book, session, Place(1, 1))
    clock.pass_(60)
    longer = book.sessions.do(session.id, Longer(15)).session
    assert guide.rest_running(longer, clock.now()) == guide.Rest(longer.sets[0].logged_at, 135, Place(0, 1))
    clock.pass_(100)
    over = book.sessions.do(session.id, Longer(15)).session
    rest = guide.rest_running(over, clock.now())
    assert rest is not None
    assert rest.left_s(clock.now()) == 15
    assert book.sessions.undo(session.id)[1] == "set 1 of Back squat"


def test_a_rest_never_gets_shorter_than_nothing(book: Logbook, clock: FixedClock) -> None:
    session = book.sessions.start("w1-wed")
    squat(book, session, Place(1, 1))
    for _ in range(9):
        session = book.sessions.do(session.id, Longer(-15)).session
    assert session.sets[0].rest_s == 0
    assert guide.rest_running(session, clock.now()) is None


def test_a_new_target_is_kept_for_the_sets_after_it(book: Logbook, reopen: Reopen) -> None:
    session = book.sessions.start("w1-wed")
    book.sessions.change_target(session.id, Place(1, 2), TargetChange(Load(62.5), 5, ""))
    step = reopen().sessions.get(session.id).steps[1]
    assert (step.load, [guide.target_reps(step, n) for n in (1, 2, 3)]) == (Load(62.5), [6, 5, 5])
    assert (step.reps, step.reps_max) == (6, 8)
    undone, label = book.sessions.undo(session.id)
    assert label == "target of Back squat"
    assert undone is not None
    assert undone.steps[1].load == Load(60)


def test_a_planned_run_is_logged_and_counted(book: Logbook, clock: FixedClock) -> None:
    session = book.sessions.start("w1-sat")
    logged = book.sessions.log_run(
        session.id, Place(1, 1), RunDraft(distance=Distance(8, DistanceUnit.KM), seconds=2650, rpe=4)
    )
    assert logged.label == "Easy run"
    finished = book.sessions.finish(session.id, rpe=4, minutes=None)
    assert (finished.run_s, finished.strength_s) == (44 * 60, 0)
    week = book.history.totals(By.WEEK, 1)[0]
    assert (week.runs, week.run_m, week.run_minutes) == (1, 8000, 44)


def test_minutes_given_at_the_finish_win(book: Logbook) -> None:
    session = book.sessions.start("w1-wed")
    squat(book, session, Place(1, 1))
    assert book.sessions.finish(session.id, rpe=None, minutes=52).strength_s == 52 * 60


def test_a_second_session_waits_for_the_first(book: Logbook) -> None:
    book.sessions.start("w1-wed")
    with pytest.raises(Problem, match="Full body is still open"):
        book.sessions.start("w1-sat")
    with pytest.raises(Problem, match="Full body is still open"):
        book.sessions.start_free(Kind.RUN)


def test_a_done_workout_is_not_begun_again(book: Logbook) -> None:
    session = book.sessions.start("w1-wed")
    book.sessions.finish(session.id, rpe=None, minutes=30)
    with pytest.raises(Problem, match="done already"):
        book.sessions.start("w1-wed")


def test_a_workout_that_left_the_plan_is_named(book: Logbook) -> None:
    with pytest.raises(Problem, match="no longer in the plan"):
        book.sessions.start("nowhere")


def test_a_free_session_takes_any_exercise_and_rests(book: Logbook) -> None:
    session = book.sessions.start_free(Kind.STRENGTH, "  Hotel\x1b[2J room  ")
    assert session.title == "Hotel[2J room"
    logged = book.sessions.log_sets(session.id, None, "push_up", [SetDraft(reps=12)])
    assert (logged.label, logged.rest and logged.rest.seconds) == ("set of Push-up", 90)
    run = book.sessions.log_run(session.id, None, RunDraft(seconds=600))
    assert run.label == "run"
    finished = book.sessions.finish(session.id, rpe=6, minutes=30)
    assert (finished.run_s, finished.strength_s) == (600, 1200)


def test_an_unknown_exercise_is_refused(book: Logbook) -> None:
    session = book.sessions.start_free(Kind.STRENGTH)
    with pytest.raises(Problem, match="no longer in the library"):
        book.sessions.log_sets(session.id, None, "own:gone", [SetDraft(reps=12)])


def test_a_session_is_finished_once(book: Logbook) -> None:
    session = book.sessions.start("w1-wed")
    book.sessions.finish(session.id, rpe=None, minutes=30)
    with pytest.raises(Problem, match="finished already"):
        book.sessions.finish(session.id, rpe=None, minutes=30)


@pytest.mark.parametrize(("rpe", "minutes"), [(11, 30), (-1, 30), (5, 0), (5, 99_999)])
def test_a_finish_out_of_range_is_refused_and_nothing_ends(book: Logbook, rpe: float, minutes: int) -> None:
    session = book.sessions.start("w1-wed")
    with pytest.raises(Problem):
        book.sessions.finish(session.id, rpe=rpe, minutes=minutes)
    assert book.sessions.get(session.id).status is Status.OPEN


def test_finishing_can_be_undone(book: Logbook) -> None:
    session = book.sessions.start("w1-wed")
    squat(book, session, Place(1, 1))
    book.sessions.finish(session.id, rpe=None, minutes=30)
    assert book.sessions.undo_last() == "end of Full body"
    running = book.today().open_session
    assert running is not None
    assert guide.current(running) == Place(0, 1)


def test_an_empty_session_is_abandoned_and_one_with_entries_is_not(book: Logbook) -> None:
    empty = book.sessions.start("w1-wed")
    book.sessions.abandon(empty.id)
    assert book.today().open_session is None
    assert [w.id for w in book.today().workouts] == ["w1-wed"]
    begun = book.sessions.start("w1-wed")
    squat(book, begun, Place(1, 1))
    with pytest.raises(Problem, match="has entries"):
        book.sessions.abandon(begun.id)


def finished(book: Logbook) -> Session:
    session = book.sessions.start("w1-wed")
    for place in SQUATS:
        squat(book, session, place)
    return book.sessions.finish(session.id, rpe=7, minutes=40)


def test_correcting_a_set_corrects_the_totals_in_the_same_change(book: Logbook) -> None:
    done = finished(book)
    wrong: LoggedSet = done.sets[1]
    right = book.sessions.edit_set(done.id, replace(wrong, load=Load(70), note="a\x07b"))
    assert (right.tonnage_kg, right.sets[1].note) == (60 * 16 + 70 * 8, "ab")
    assert book.history.lines(0, 1)[0].tonnage_kg == right.tonnage_kg
    assert book.sessions.undo_last() == "change of a set"
    assert book.sessions.get(done.id) == done


def test_deleting_a_set_and_a_session_can_be_undone(book: Logbook) -> None:
    done = finished(book)
    assert book.sessions.delete_set(done.id, done.sets[0].id).tonnage_kg == 60 * 16
    book.sessions.delete(done.id)
    assert book.history.count() == 0
    with pytest.raises(Problem, match="no longer in the log"):
        book.sessions.get(done.id)
    assert book.sessions.undo_last() == "deletion of Full body"
    assert book.sessions.undo_last() == "deletion of a set"
    assert book.sessions.get(done.id) == done


def test_a_set_that_is_gone_cannot_be_corrected(book: Logbook) -> None:
    done = finished(book)
    book.sessions.delete_set(done.id, done.sets[0].id)
    with pytest.raises(Problem, match="no longer in the session"):
        book.sessions.edit_set(done.id, done.sets[0])


def test_correcting_a_run_keeps_the_minutes_given(book: Logbook) -> None:
    session = book.sessions.start("w1-sat")
    book.sessions.log_run(session.id, Place(1, 1), RunDraft(seconds=1800))
    done = book.sessions.finish(session.id, rpe=4, minutes=40)
    right = book.sessions.edit_run(done.id, replace(done.runs[0], distance=Distance(5, DistanceUnit.KM)))
    assert right.run_s == 2400
    assert book.history.totals(By.WEEK, 1)[0].run_m == 5000
    assert book.sessions.delete_run(done.id, done.runs[0].id).runs == ()


def test_correcting_a_session_changes_its_words_and_its_length(book: Logbook) -> None:
    done = finished(book)
    changed = book.sessions.edit_session(replace(done, title=" Legs\n", rpe=8.0, note="fine\x1b"), minutes=50)
    assert (changed.title, changed.note, changed.load_au, changed.strength_s) == ("Legs", "fine", 400, 3000)
    with pytest.raises(Problem, match="RPE"):
        book.sessions.edit_session(replace(done, rpe=12.0))


def test_records_are_told_once_something_was_beaten(book: Logbook) -> None:
    session = book.sessions.start("w1-wed")
    assert squat(book, session, Place(1, 1)).records == ()
    beaten = squat(book, session, Place(1, 2), SetDraft(load=Load(60), reps=10))
    assert any("60 kg" in record for record in beaten.records)
    assert squat(book, session, Place(1, 3), SetDraft(load=Load(60), reps=9)).records == ()


def test_the_records_of_a_session_are_those_that_stand_at_its_end(book: Logbook, reopen: Reopen) -> None:
    """Named, each kind once; not what was taken back, nor lost with the process."""
    session = book.sessions.start("w1-wed")
    for place, kg in zip(SQUATS, (60, 65, 70), strict=True):
        squat(book, session, place, SetDraft(load=Load(kg), reps=8))
    assert "Barbell back squat · Heaviest: 70 kg" in book.sessions.records(session.id)[0]
    book.sessions.undo(session.id)
    book = reopen()
    book.sessions.finish(session.id, rpe=None, minutes=None)
    [line] = book.sessions.records(session.id)
    assert line.startswith("Barbell back squat · Heaviest: 65 kg")
    assert "70" not in line
    assert line.count("Heaviest") == 1


def test_the_next_target_follows_a_correction_of_the_past(book: Logbook, clock: FixedClock) -> None:
    done = finished(book)  # 8, 8, 8 at 60 kg: the top of the range
    clock.pass_(7 * 24 * 3600)
    [workout] = book.today().workouts
    assert (workout.steps[1].load, workout.steps[1].aims) == (Load(62.5), (6, 6, 6))
    book.sessions.edit_set(done.id, replace(done.sets[1], reps=7))
    [workout] = book.today().workouts
    assert (workout.steps[1].load, workout.steps[1].aims) == (Load(60), (8, 8, 8))
