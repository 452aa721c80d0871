"""Sessions that nobody planned: with the targets of the day, kept afterwards, and counted as planned by hand."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from hybridtui.domain.blocks import Done, Known, read, read_done
from hybridtui.domain.calendar import Week
from hybridtui.domain.drafts import RunDraft, SetDraft
from hybridtui.domain.exercises import catalogue
from hybridtui.domain.guide import Place
from hybridtui.domain.problems import Problem
from hybridtui.domain.session import Session, Status
from hybridtui.domain.units import Load
from hybridtui.domain.workout import Kind
from hybridtui.logbook import Logbook
from tests.conftest import FixedClock

KNOWN = Known(exercises=catalogue())
DAY = 86400.0


def begun(book: Logbook, line: str) -> Session:
    return book.unplanned.begin(read(line, KNOWN))


def lifted(book: Logbook, exercise: str, kg: float, *reps: int) -> None:
    session = book.sessions.start_free(Kind.STRENGTH)
    book.sessions.log_sets(session.id, None, exercise, [SetDraft(load=Load(kg), reps=n) for n in reps])
    book.sessions.finish(session.id, rpe=7, minutes=30)


def today(clock: FixedClock) -> date:
    return clock.now().date()


def kept(book: Logbook, line: str, began: str) -> Session:
    done = read_done(line)
    assert done is not None
    return book.unplanned.keep(done, datetime.fromisoformat(began))


def test_loads_that_were_not_typed_come_from_the_log_with_the_reason(book, clock):
    lifted(book, "bench_press", 40, 8, 8, 8)
    clock.pass_(3 * DAY)
    bench, row = begun(book, "3x8 bench press, 3x5 row 60").steps
    assert (bench.load, row.load) == (Load(42.5), Load(60))
    assert bench.why
    assert not row.why, "what was typed needs no reason"


def test_a_block_by_the_clock_takes_the_load_of_last_time(book, clock):
    lifted(book, "kettlebell_swing", 24, 10)
    clock.pass_(3 * DAY)
    swing, burpee = begun(book, "emom 10: 10 swing, 8 burpee").steps
    assert (swing.load, burpee.load) == (Load(24), None)


def test_a_station_is_not_loaded_with_what_was_lifted_for_few_reps(book, clock):
    lifted(book, "deadlift", 80, 10)
    clock.pass_(3 * DAY)
    lifted(book, "deadlift", 140, 5, 5)
    clock.pass_(3 * DAY)
    lifted(book, "goblet_squat", 30, 5)
    clock.pass_(3 * DAY)
    deadlift, squat = begun(book, "amrap 12: 10 deadlift, 12 goblet squat").steps
    assert (deadlift.load, squat.load) == (Load(80), None)


def test_a_second_session_is_not_begun(book):
    begun(book, "3x8 squat")
    with pytest.raises(Problem, match="still open"):
        begun(book, "6x400m/90s")


def test_lines_typed_before_are_offered_again_the_newest_first_each_once(book, clock):
    for line in (
        "3x8 squat",
        "6x400m/90s",
        "amrap 5: 5 burpee",
        "20min T",
        "3x8 dip",
        "6x400m/90s",
        "push-up, row",
        "10km",
    ):
        session = begun(book, line)
        book.sessions.finish(session.id, rpe=5, minutes=20)
        clock.pass_(DAY)
    followed = book.sessions.start("w2-sat")
    book.sessions.finish(followed.id, rpe=5, minutes=20)
    assert book.unplanned.earlier(KNOWN) == ("10km", "push-up, row", "6x400m/90s", "3x8 dip", "20min T")


def test_a_run_that_is_done_is_a_finished_session_of_its_day(book):
    session = kept(book, "8km 44:10@4", "2026-03-03 07:00")
    assert (session.status, session.kind, session.subtype) == (Status.FINISHED, Kind.RUN, "easy")
    assert (session.run_s, session.rpe, session.load_au, session.load_estimated) == (44 * 60, 4, 176, False)
    (run,) = session.runs
    assert (run.seconds, run.distance.metres if run.distance else None) == (2650, 8000)
    assert book.sessions.undo_last() == "Run of Tuesday 3 March"
    assert book.history.session(session.id) is None


def test_another_sport_counts_for_neither_running_nor_strength(book):
    session = kept(book, "bike 20km 60min", "2026-03-03 07:00")
    assert (session.kind, session.sport, session.title) == (Kind.OTHER, "cycling", "Cycling")
    assert (session.run_s, session.strength_s, session.other_s) == (0, 0, 3600)


def test_what_would_end_in_the_future_is_refused(book):
    with pytest.raises(Problem, match="in the future"):
        kept(book, "8km 44:10", "2026-03-04 17:50")
    done = Done(draft=RunDraft(seconds=600.0), echo="")
    assert book.unplanned.keep(done, datetime.fromisoformat("2026-03-04 17:50")).run_s == 600


# --- counted by hand ------------------------------------------------------------------------------


def test_the_nearest_workouts_of_its_kind_are_offered_first(book):
    session = kept(book, "2km 12:00", "2026-03-04 07:00")
    found = book.matching.candidates(session.id)
    assert found
    assert found[0].kind is Kind.RUN
    away = [abs((workout.day - session.started.local_date).days) for workout in found]
    assert away == sorted(away)
    assert max(away) <= 7


def test_a_session_counted_by_hand_counts_whatever_its_length_and_no_other_is_offered_its_workout(book):
    session = kept(book, "1km 6:00", "2026-03-04 07:00")
    workout = book.matching.candidates(session.id)[0]
    assert book.matching.counts_as(session.id) != workout
    book.sessions.follow_workout(session.id, workout.id)
    assert book.matching.counts_as(session.id) == workout
    assert workout not in book.matching.candidates(session.id)
    other = kept(book, "1km 6:00", "2026-03-04 08:00")
    assert workout not in book.matching.candidates(other.id)
    book.sessions.undo(session.id)
    assert workout in book.matching.candidates(session.id)


def test_a_session_that_counts_by_itself_may_be_put_to_another_workout(book):
    session = kept(book, "8km 44:10", "2026-03-04 07:00")
    by_itself = book.matching.counts_as(session.id)
    assert by_itself is not None
    other = next(w for w in book.matching.candidates(session.id) if w != by_itself)
    book.sessions.follow_workout(session.id, other.id)
    assert book.matching.counts_as(session.id) == other


def test_what_was_counted_by_hand_for_an_earlier_week_counts_for_nothing_else(book, clock):
    clock.pass_(13 * DAY)
    session = kept(book, "8km 44:10", "2026-03-16 07:00")
    this_week = Week.of(session.started.local_date)
    assert [by.session_id for by in book.plans.credited(since=this_week).values()] == [session.id]
    before = next(w for w in book.matching.candidates(session.id) if Week.of(w.day) < this_week)
    book.sessions.follow_workout(session.id, before.id)
    assert book.plans.credited(since=this_week) == {}
    assert book.matching.counts_as(session.id) == before


def test_a_session_after_the_last_week_may_be_counted_by_hand(book, clock):
    last = book.plans.current().workouts[-1]
    clock.pass_((last.day - today(clock)).days * DAY + 5 * DAY)
    session = kept(book, "8km 44:10", f"{today(clock)} 07:00")
    book.sessions.follow_workout(session.id, last.id)
    assert book.plans.credited()[last.id].session_id == session.id


def test_without_a_plan_there_is_nothing_to_count_it_as(tmp_path, clock):
    with Logbook.open(tmp_path / "bare.db", clock) as bare:
        session = kept(bare, "8km 44:10", "2026-03-04 07:00")
        assert bare.matching.candidates(session.id) == ()
        assert bare.matching.counts_as(session.id) is None
        with pytest.raises(Problem, match="no longer in the log"):
            bare.matching.candidates("gone")


def test_a_block_by_the_clock_leaves_the_targets_of_sets_alone(book, clock):
    def aims() -> tuple[object, ...]:
        session = begun(book, "3x8-12 push-up")
        step = session.steps[0]
        book.sessions.abandon(session.id)
        return step.aims, [why.text for why in step.why]

    session = begun(book, "3x8-12 push-up")
    book.sessions.log_sets(session.id, Place(0, 1), "push_up", [SetDraft(reps=n) for n in (10, 9, 9)])
    book.sessions.finish(session.id, rpe=6, minutes=10)
    clock.pass_(DAY)
    before = aims()
    for _ in range(2):
        session = begun(book, "amrap 5: 5 push-up")
        book.sessions.log_sets(session.id, Place(0, 1), "push_up", [SetDraft(reps=5)])
        book.sessions.finish(session.id, rpe=8, minutes=5)
        clock.pass_(DAY)
    assert aims() == before
