"""Today's page: the week, the balance, what is due, and the plan that goes on by itself."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from hybridtui.domain.athlete import Athlete
from hybridtui.domain.calendar import Week
from hybridtui.domain.entry import SetDraft
from hybridtui.domain.guide import Place
from hybridtui.domain.workout import Kind
from hybridtui.logbook import Logbook
from tests.conftest import FixedClock
from tests.logbook import plans
from tests.logbook.conftest import Reopen

DAY = 24 * 3600


def test_before_the_first_run_there_is_no_athlete_and_no_plan(reopen: Reopen) -> None:
    page = reopen().today()
    assert (page.athlete, page.plan, page.workouts, page.open_session) == (None, None, (), None)
    assert len(page.strip) == 7


def test_the_strip_tells_planned_done_and_missed(book: Logbook) -> None:
    session = book.sessions.start("w1-wed")
    book.sessions.finish(session.id, rpe=6, minutes=40)
    strip = {mark.day.strftime("%a"): mark for mark in book.today().strip}
    assert (strip["Mon"].planned, strip["Mon"].missed) == ((Kind.RUN,), True)
    assert (strip["Tue"].planned, strip["Tue"].missed) == ((), False)
    assert (strip["Wed"].done, strip["Wed"].missed) == ((Kind.STRENGTH,), False)
    assert (strip["Sat"].planned, strip["Sat"].missed) == ((Kind.RUN,), False)


def test_the_balance_line_speaks_of_the_week(book: Logbook) -> None:
    assert book.today().balance.startswith("Nothing yet this week, target 50/50")
    book.sessions.finish(book.sessions.start("w1-wed").id, rpe=6, minutes=40)
    assert book.today().balance.startswith("This week 0 % run, target 50/50")


def test_what_is_due_goes_when_it_is_done(book: Logbook) -> None:
    page = book.today()
    assert [w.id for w in page.workouts] == ["w1-wed"]
    assert page.next_workout is not None
    assert page.next_workout.id == "w1-sat"
    book.sessions.finish(book.sessions.start("w1-wed").id, rpe=None, minutes=30)
    page = book.today()
    assert page.workouts == ()
    assert [line.title for line in page.done] == ["Full body"]


def test_a_workout_of_another_day_can_be_done_today(book: Logbook) -> None:
    book.sessions.finish(book.sessions.start("w1-sat").id, rpe=None, minutes=30)
    page = book.today()
    assert [w.id for w in page.workouts] == ["w1-wed"]
    assert page.next_workout is not None
    assert page.next_workout.id == "w2-mon"


def test_every_step_says_why(book: Logbook) -> None:
    [workout] = book.today().workouts
    squat = workout.steps[1]
    assert squat.why[0].text
    assert {"hit", "miss"} <= {why.rule for why in squat.why}


def test_the_last_time_is_that_before_todays_session(book: Logbook, clock: FixedClock) -> None:
    session = book.sessions.start("w1-wed")
    book.sessions.log_sets(session.id, Place(2, 1), "push_up", [SetDraft(reps=11)])
    assert "push_up" not in book.today().last
    book.sessions.finish(session.id, rpe=None, minutes=30)
    clock.pass_(7 * DAY)
    page = book.today()
    assert [s.reps for s in page.last["push_up"].sets] == [11]
    assert page.exercises["push_up"].name == "Push-up"


def test_a_plan_is_extended_by_weeks_that_follow_it(book: Logbook, clock: FixedClock) -> None:
    before = plans.plan(weeks=4)
    book.plans.adopt(before)
    clock.pass_(7 * DAY)
    page = book.today()
    assert page.plan is not None
    assert page.plan.weeks[:4] == before.weeks
    assert [week.week for week in page.plan.weeks] == [Week.of(plans.MONDAY).plus(n) for n in range(8)]
    assert [week.number for week in page.plan.weeks] == list(range(1, 9))
    assert book.plans.current() == page.plan


def test_a_plan_goes_on_for_years(book: Logbook, clock: FixedClock) -> None:
    for _ in range(70):
        clock.pass_(7 * DAY)
        page = book.today()
    assert page.plan is not None
    weeks = page.plan.weeks
    assert [week.number for week in weeks] == list(range(1, len(weeks) + 1))
    assert [week.week for week in weeks] == [Week.of(page.plan.start).plus(n) for n in range(len(weeks))]
    assert weeks[-1].week >= Week.of(page.day).plus(3)
    assert page.plan.week_of(page.day) is not None


def test_an_extension_is_not_what_undo_takes_back(book: Logbook, clock: FixedClock) -> None:
    book.plans.adopt(plans.plan(weeks=4))
    book.sessions.finish(book.sessions.start("w1-wed").id, rpe=None, minutes=30)
    clock.pass_(7 * DAY)
    assert book.today().undo == "end of Full body"


def test_a_plan_that_ran_out_goes_on_from_its_start(book: Logbook, clock: FixedClock) -> None:
    clock.pass_(60 * DAY)
    page = book.today()
    assert page.plan is not None
    assert page.plan.id == "plan"
    assert page.plan.weeks[:6] == plans.plan(weeks=6).weeks
    assert [week.week for week in page.plan.weeks] == [
        Week.of(plans.MONDAY).plus(n) for n in range(len(page.plan.weeks))
    ]
    assert page.plan.weeks[-1].week >= Week.of(page.day).plus(3)


def test_a_plan_with_weeks_enough_stays_as_it_is(book: Logbook) -> None:
    assert book.plans.extend_if_needed() == plans.plan(weeks=6)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everything")
def test_a_log_that_cannot_be_written_is_still_shown(
    book: Logbook, tmp_path: Path, clock: FixedClock, reopen: Reopen
) -> None:
    book.close()
    (tmp_path / "log.db").chmod(0o400)
    clock.pass_(60 * DAY)
    page = reopen().today()
    assert (page.workouts, page.next_workout) == ((), None)
    assert page.plan == plans.plan(weeks=6)


def test_a_read_only_log_shows_a_plan_that_ran_out_without_workouts(
    book: Logbook, tmp_path: Path, clock: FixedClock
) -> None:
    book.close()
    clock.pass_(60 * DAY)
    with Logbook.open(tmp_path / "log.db", clock, read_only=True) as shown:
        page = shown.today()
        assert (page.workouts, page.next_workout) == ((), None)
        assert page.plan == plans.plan(weeks=6)


def test_a_drafted_plan_is_only_a_proposal(reopen: Reopen) -> None:
    book = reopen()
    draft = book.plans.draft(Athlete())
    assert book.plans.current() is None
    book.plans.adopt(draft)
    assert book.plans.current() == draft
