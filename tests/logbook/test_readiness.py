"""The check-in in the log, and what it does to the workouts of its day and to no other."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from hybridtui.domain.problems import NotSaved, Problem
from hybridtui.domain.readiness import Band, Instead, Readiness
from hybridtui.domain.workout import Kind, StepKind
from hybridtui.logbook import Logbook
from tests.conftest import FixedClock
from tests.logbook.conftest import Reopen

TODAY = date(2026, 3, 4)
GOOD = Readiness(day=TODAY, fatigue=4, sleep_quality=4, soreness=4, stress=4, mood=4)
AMBER = Readiness(day=TODAY, fatigue=2, sleep_quality=3, soreness=3, stress=3, mood=2)
RED = replace(AMBER, ill=False, pain=6)


def sets(book: Logbook) -> list[int]:
    (workout,) = book.today().workouts
    return [step.sets for step in workout.steps if step.kind is StepKind.SET]


def test_without_a_check_in_all_is_as_planned(book: Logbook) -> None:
    page = book.today()
    assert page.readiness is None
    assert page.adjusted == ()
    assert sets(book) == [3, 2]


def test_a_check_in_is_kept_and_judged(book: Logbook, reopen: Reopen) -> None:
    book.check_ins.save(AMBER)
    page = reopen().today()
    assert page.reading == AMBER
    assert page.readiness is not None
    assert page.readiness.band is Band.AMBER
    assert book.check_ins.verdict() == page.readiness
    assert book.check_ins.of(TODAY) == AMBER
    assert book.check_ins.of(TODAY - timedelta(days=1)) is None


def test_amber_lowers_todays_workout_and_the_session_that_follows_it(book: Logbook) -> None:
    planned = book.today().workouts[0]
    book.check_ins.save(AMBER)
    assert sets(book) == [2, 2]
    (today,) = book.today().adjusted
    assert today.planned == planned
    assert today.changes
    session = book.sessions.start(planned.id)
    assert [step.sets for step in session.steps if step.kind is StepKind.SET] == [2, 2]
    squat = session.steps[1]
    assert squat.load is not None
    assert squat.load.kg == 55  # 57 kg rounded down to loadable
    assert session.workout_id == planned.id


def test_a_good_day_changes_nothing(book: Logbook) -> None:
    planned = book.today().workouts
    book.check_ins.save(GOOD)
    assert book.today().workouts == planned


@pytest.mark.parametrize("days", [1, 2, 14])
def test_an_older_check_in_does_nothing(book: Logbook, days: int) -> None:
    book.check_ins.save(replace(RED, day=TODAY - timedelta(days=days)))
    page = book.today()
    assert page.readiness is None
    assert sets(book) == [3, 2]
    assert book.sessions.start(page.workouts[0].id).kind is Kind.STRENGTH


def test_the_next_morning_all_is_as_planned_again(book: Logbook, clock: FixedClock) -> None:
    book.check_ins.save(RED)
    clock.pass_(3 * 86_400)
    (run,) = book.today().workouts
    assert (run.kind, run.minutes) == (Kind.RUN, 40)


def test_as_planned_all_the_same(book: Logbook) -> None:
    planned = book.today().workouts
    book.check_ins.save(replace(RED, kept=True))
    page = book.today()
    assert page.workouts == planned
    assert page.readiness is not None
    assert page.readiness.band is Band.RED


def test_red_makes_it_recovery_and_that_is_what_starts(book: Logbook) -> None:
    book.check_ins.save(RED)
    (gentle,) = book.today().workouts
    assert gentle.kind is Kind.RECOVERY
    session = book.sessions.start(gentle.id)
    assert session.kind is Kind.RECOVERY
    book.sessions.finish(session.id, rpe=2, minutes=20)
    assert book.today().workouts == ()


def test_who_rests_has_nothing_to_start_until_they_check_in_again(book: Logbook) -> None:
    (planned,) = book.today().workouts
    book.check_ins.save(replace(GOOD, instead=Instead.REST))
    page = book.today()
    assert page.workouts == ()
    assert page.adjusted[0].changes == ("Full body, 40 min → rest",)
    with pytest.raises(Problem, match="left out today"):
        book.sessions.start(planned.id)
    book.check_ins.save(GOOD)
    assert book.sessions.start(planned.id).kind is Kind.STRENGTH


def test_a_workout_of_another_day_done_today_is_lowered_too(book: Logbook) -> None:
    book.check_ins.save(RED)
    assert book.sessions.start("w1-sat").kind is Kind.RECOVERY


def test_a_check_in_can_be_taken_back(book: Logbook) -> None:
    book.check_ins.save(AMBER)
    assert book.sessions.undo_last() == "check-in"
    assert book.today().readiness is None
    assert sets(book) == [3, 2]
    assert book.sessions.redo_last() == "check-in"
    assert sets(book) == [2, 2]


def test_what_is_out_of_range_is_refused(book: Logbook) -> None:
    with pytest.raises(Problem, match="Pain"):
        book.check_ins.save(replace(AMBER, pain=11))
    with pytest.raises(NotSaved):
        book.check_ins.save(replace(AMBER, day=date(1900, 1, 1)))
    assert book.check_ins.lately() == ()


def tired(book: Logbook, count: int = 3) -> None:
    for days in range(count):
        book.check_ins.save(replace(AMBER, day=TODAY - timedelta(days=days)))


class TestR25:
    def test_three_tired_days_of_seven_propose_a_lighter_week(self, book: Logbook) -> None:
        tired(book, 2)
        assert book.today().lighter_week is None
        tired(book, 3)
        proposal = book.today().lighter_week
        assert proposal is not None
        assert (proposal.number, proposal.this_week, proposal.why.rule) == (1, True, "R25")

    def test_late_in_the_week_the_next_one_is_meant(self, book: Logbook, clock: FixedClock) -> None:
        tired(book)
        clock.pass_(2 * 86_400)
        proposal = book.today().lighter_week
        assert proposal is not None
        assert (proposal.number, proposal.this_week) == (2, False)

    def test_nothing_is_proposed_beside_a_week_that_is_lighter_already(self, book: Logbook) -> None:
        tired(book)
        plan = book.plans.current()
        assert plan is not None
        for light in (1, 2):
            weeks = tuple(replace(week, deload=week.number == light) for week in plan.weeks)
            book.plans.adopt(replace(plan, weeks=weeks))
            assert book.today().lighter_week is None
        book.plans.adopt(replace(plan, weeks=tuple(replace(week, deload=week.number == 3) for week in plan.weeks)))
        assert book.today().lighter_week is not None

    def test_a_declined_proposal_rests_for_a_week(self, book: Logbook, clock: FixedClock) -> None:
        tired(book)
        book.check_ins.decline()
        assert book.today().lighter_week is None
        clock.pass_(7 * 86_400)
        for days in range(3):
            book.check_ins.save(replace(AMBER, day=TODAY + timedelta(days=7 - days)))
        assert book.today().lighter_week is not None

    def test_declining_changes_no_answer_and_can_be_taken_back(self, book: Logbook) -> None:
        tired(book)
        book.check_ins.decline()
        kept = book.check_ins.of(TODAY)
        assert kept == replace(AMBER, answered=TODAY)
        book.sessions.undo_last()
        assert book.today().lighter_week is not None

    def test_checking_in_again_does_not_ask_again(self, book: Logbook) -> None:
        tired(book)
        book.check_ins.decline()
        book.check_ins.save(AMBER)
        assert book.today().lighter_week is None

    def test_without_a_reading_there_is_nothing_to_decline(self, book: Logbook) -> None:
        with pytest.raises(Problem):
            book.check_ins.decline()
