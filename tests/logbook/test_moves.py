"""Changing the plan by hand: saved, undone, kept across a restart, and agreeing with what was done."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from hybridtui.domain.athlete import Athlete, Level
from hybridtui.domain.calendar import Weekday
from hybridtui.domain.plan.missed import Action
from hybridtui.domain.problems import Problem
from hybridtui.domain.workout import Kind, Plan, Workout
from hybridtui.logbook import Logbook
from tests.conftest import FixedClock
from tests.logbook.conftest import Reopen

MONDAY = date(2026, 3, 2)
ATHLETE = Athlete(
    level=Level.INTERMEDIATE,
    days=tuple(Weekday),
    days_per_week=4,
    minutes=(45,) * 7,
    run_minutes=80,
    longest_run=40,
    strength_sessions=2,
)
DAY = timedelta(days=1)


@pytest.fixture
def book(reopen: Reopen, clock: FixedClock) -> Logbook:
    """A logbook with a drafted plan of four of seven possible days; today is the Monday it begins."""
    clock.at -= 2 * DAY
    book = reopen()
    book.save_athlete(ATHLETE)
    book.plans.adopt(book.plans.draft(ATHLETE))
    return book


def plan(book: Logbook) -> Plan:
    found = book.plans.current()
    assert found is not None
    return found


def this_week(book: Logbook) -> tuple[Workout, ...]:
    return plan(book).weeks[0].workouts


def here(book: Logbook, id_: str) -> Workout:
    return next(w for week in plan(book).weeks for w in week.workouts if w.id == id_)


def free_day(book: Logbook, id_: str) -> date:
    return next(c.day for c in book.moves.candidates(id_) if not c.breaches and not c.here)


def refused_day(book: Logbook, id_: str) -> date:
    return next(c.day for c in book.moves.candidates(id_) if c.hard)


def train(book: Logbook, workout_id: str) -> None:
    session = book.sessions.start(workout_id)
    book.sessions.finish(session.id, rpe=5, minutes=here(book, workout_id).minutes)


def run_freely(book: Logbook, minutes: int) -> None:
    session = book.sessions.start_free(Kind.RUN)
    book.sessions.finish(session.id, rpe=4, minutes=minutes)


def miss(book: Logbook, clock: FixedClock, missed: Workout) -> None:
    """Do everything before a workout, and let its day pass."""
    for workout in this_week(book):
        if workout.day < missed.day:
            clock.at += workout.day - clock.now().date()
            train(book, workout.id)
    clock.at += missed.day + DAY - clock.now().date()


def first_run(book: Logbook) -> Workout:
    return next(w for w in this_week(book) if w.kind is Kind.RUN and w.day > MONDAY)


def test_a_move_is_saved_and_can_be_undone_and_done_again(book: Logbook, reopen: Reopen) -> None:
    before, run = plan(book), first_run(book)
    wanted = free_day(book, run.id)
    after = book.moves.move(run.id, wanted)
    assert plan(book) == after
    assert (after.id, here(book, run.id).day, here(book, run.id).moved_from) == (before.id, wanted, run.day)
    assert book.today().undo == f"{run.title} moved to {wanted:%A}"
    book.close()
    again = reopen()
    assert plan(again) == after
    assert again.sessions.undo_last() == f"{run.title} moved to {wanted:%A}"
    assert plan(again) == before
    assert again.sessions.redo_last() is not None
    assert plan(again) == after


def test_a_move_into_the_next_week_names_the_date(book: Logbook) -> None:
    run = first_run(book)
    tuesday = MONDAY + timedelta(days=8)
    book.moves.move(run.id, tuesday, "a conference")
    assert book.today().undo == f"{run.title} moved to Tuesday 10 March"
    assert run.id in {w.id for w in plan(book).weeks[1].workouts}


def test_breaking_a_hard_rule_needs_a_reason_and_without_one_nothing_is_saved(book: Logbook, reopen: Reopen) -> None:
    before, run = plan(book), first_run(book)
    wanted = refused_day(book, run.id)
    with pytest.raises(Problem, match="say why"):
        book.moves.move(run.id, wanted)
    assert plan(book) == before
    book.moves.move(run.id, wanted, because="wedding\x1b]0;x\x07")
    book.close()
    assert here(reopen(), run.id).because == "wedding]0;x"


def test_nothing_goes_into_the_past_and_what_is_done_stays(book: Logbook, clock: FixedClock) -> None:
    run = first_run(book)
    clock.at = clock.at + (run.day - MONDAY)
    train(book, run.id)
    with pytest.raises(Problem, match="is done"):
        book.moves.move(run.id, run.day + DAY)
    with pytest.raises(Problem, match="is done"):
        book.moves.drop(run.id)
    later = next(w for w in plan(book).weeks[1].workouts)
    with pytest.raises(Problem, match="past"):
        book.moves.move(later.id, run.day - DAY)


def test_without_a_plan_there_is_nothing_to_move(reopen: Reopen) -> None:
    book = reopen()
    assert book.moves.missed() == ()
    with pytest.raises(Problem, match="no plan yet"):
        book.moves.candidates("any")


def test_two_workouts_change_places_and_back(book: Logbook) -> None:
    one, other = (w for w in plan(book).weeks[1].workouts if w.kind is Kind.RUN)
    before = plan(book)
    book.moves.swap(one.id, other.id, "fits better")
    assert (here(book, one.id).day, here(book, other.id).day) == (other.day, one.day)
    assert book.sessions.undo_last() == f"{one.title} and {other.title} exchanged"
    assert plan(book) == before


def test_a_dropped_workout_is_gone_until_it_is_undone(book: Logbook, reopen: Reopen) -> None:
    before, run = plan(book), first_run(book)
    after = book.moves.drop(run.id)
    assert run.id not in {w.id for w in this_week(book)}
    assert after.dropped
    book.close()
    again = reopen()
    assert plan(again) == after
    assert again.sessions.undo_last() == f"{run.title} left out"
    assert plan(again) == before


def test_moves_and_drops_stay_while_the_plan_is_extended(book: Logbook, clock: FixedClock) -> None:
    week = plan(book).weeks[2].workouts
    run, other = (w for w in week if w.kind is Kind.RUN)
    wanted = free_day(book, run.id)
    book.moves.move(run.id, wanted)
    book.moves.drop(other.id)
    weeks = len(plan(book).weeks)
    for _ in range(2):
        clock.at += 7 * DAY
        book.today()
    assert len(plan(book).weeks) > weeks
    later = {w.day: w for w in plan(book).weeks[2].workouts}
    assert later[wanted].moved_from == run.day
    assert not any((w.moved_from or w.day) == other.day and w.kind is other.kind for w in later.values())


def test_a_missed_workout_is_told_and_shifted(book: Logbook, clock: FixedClock) -> None:
    first = first_run(book)
    miss(book, clock, first)
    assert [w.id for w in book.moves.missed()] == [first.id]
    assert [w.id for w in book.today().missed] == [first.id]
    shift = next(c for c in book.moves.choices(first.id) if c.action is Action.SHIFT)
    assert shift.possible
    after = book.moves.choose(shift)
    assert here(book, first.id).day >= first.day + DAY
    assert here(book, first.id).moved_from == first.day
    assert book.moves.missed() == ()
    assert book.today().undo == shift.label
    assert after == shift.plan


def test_dropping_a_missed_workout_settles_it(book: Logbook, clock: FixedClock) -> None:
    first = this_week(book)[0]
    miss(book, clock, first)
    drop = book.moves.choices(first.id)[-1]
    book.moves.choose(drop)
    assert book.moves.missed() == ()
    assert book.sessions.undo_last() == drop.label
    assert [w.id for w in book.moves.missed()] == [first.id]


def test_a_choice_is_weighed_again_when_it_is_made(book: Logbook, clock: FixedClock) -> None:
    first = first_run(book)
    miss(book, clock, first)
    shift = book.moves.choices(first.id)[0]
    clock.at += 7 * DAY
    with pytest.raises(Problem, match="No day of its week is left"):
        book.moves.choose(shift)


# ── what was done instead ───────────────────────────────────────────────────────────────────────────────────


def test_a_free_run_counts_for_the_next_planned_one_everywhere(book: Logbook, clock: FixedClock) -> None:
    run = first_run(book)
    clock.at += (run.day - MONDAY) - DAY
    run_freely(book, run.minutes)
    eve = book.today()
    assert run.id in book.plans.done()
    assert eve.next_workout is not None
    assert eve.next_workout.id != run.id
    title = run.title[0].lower() + run.title[1:]
    assert eve.credited == {run.id: f"{run.day:%A}'s {title} counts as done: your run today."}
    clock.at += DAY
    page = book.today()
    assert run.id not in {w.id for w in page.workouts}
    assert page.credited[run.id].startswith("Today's ")
    mark = page.strip[run.day.weekday()]
    assert (mark.planned, mark.left, mark.missed) == ((Kind.RUN,), (), False)
    clock.at += DAY
    assert run.id not in {w.id for w in book.moves.missed()}
    assert book.today().credited == {}


def test_a_run_that_is_deleted_counts_no_longer(book: Logbook, clock: FixedClock) -> None:
    run = first_run(book)
    clock.at += run.day - MONDAY
    session = book.sessions.start_free(Kind.RUN)
    book.sessions.finish(session.id, rpe=4, minutes=run.minutes)
    assert run.id in book.plans.done()
    book.sessions.delete(session.id)
    assert run.id not in book.plans.done()


def test_a_session_that_still_runs_counts_for_nothing(book: Logbook, clock: FixedClock) -> None:
    run = first_run(book)
    clock.at += run.day - MONDAY
    book.sessions.start(run.id)
    assert run.id not in book.plans.done()
    assert run.id not in {w.id for w in book.today().workouts}


def test_a_workout_that_was_done_weeks_ahead_stays_done_when_its_week_comes(book: Logbook, clock: FixedClock) -> None:
    ahead = plan(book).weeks[3].workouts[0]
    train(book, ahead.id)
    clock.at += ahead.day - MONDAY
    page = book.today()
    assert ahead.id in book.plans.done()
    assert ahead.id not in {w.id for w in page.workouts}
    assert ahead.kind not in page.strip[ahead.day.weekday()].left


def test_a_short_run_leaves_the_day_missed(book: Logbook, clock: FixedClock) -> None:
    run = first_run(book)
    clock.at += run.day - MONDAY
    run_freely(book, max(1, run.minutes // 2 - 5))
    clock.at += DAY
    mark = book.today().strip[run.day.weekday()]
    assert (mark.done, mark.left, mark.missed) == ((Kind.RUN,), (Kind.RUN,), True)
