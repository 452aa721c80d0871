"""A plan kept up with the log: what is past, done or moved stays, what is to come fits what was run."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from hybridtui.domain.athlete import EQUIPMENT_PROFILES, Athlete, Goal, Level, Race
from hybridtui.domain.calendar import Weekday
from hybridtui.domain.guide import current
from hybridtui.domain.problems import Problem
from hybridtui.domain.workout import Kind, Phase, Plan, Why, Workout
from hybridtui.logbook import Logbook
from tests.conftest import FixedClock
from tests.logbook.conftest import Reopen

MONDAY = date(2026, 3, 2)
DAY = timedelta(days=1)
RUNNER = Athlete(
    level=Level.INTERMEDIATE,
    balance=0.70,
    days=(Weekday.TUE, Weekday.WED, Weekday.THU, Weekday.SAT, Weekday.SUN),
    minutes=(90,) * 7,
    allow_doubles=True,
    equipment=EQUIPMENT_PROFILES["gym"],
    run_minutes=150,
    longest_run=60,
    strength_sessions=2,
)


@pytest.fixture
def runner(reopen: Reopen, clock: FixedClock) -> Logbook:
    """A logbook on its first Monday, with a runner who follows a plan."""
    clock.at -= 2 * DAY
    book = reopen()
    book.save_athlete(RUNNER)
    book.plans.adopt(book.plans.draft(RUNNER))
    return book


def on(clock: FixedClock, day: int) -> None:
    """Let it be so many days after the first Monday, at six in the evening."""
    clock.at += MONDAY + day * DAY - clock.now().date()


def do(book: Logbook, workout: Workout) -> None:
    """Do a workout today, as long as planned."""
    session = book.sessions.start(workout.id)
    book.sessions.tick(session.id, current(session))
    book.sessions.finish(session.id, rpe=5, minutes=workout.minutes)


def live(book: Logbook, clock: FixedClock, days: range) -> None:
    """Do everything that is planned on these days."""
    for day in days:
        on(clock, day)
        for workout in book.today().workouts:
            do(book, workout)


def plan_of(book: Logbook) -> Plan:
    plan = book.today().plan
    assert plan is not None
    return plan


def test_a_log_that_follows_the_plan_leaves_it_as_it_is(runner: Logbook, clock: FixedClock) -> None:
    first = plan_of(runner)
    live(runner, clock, range(21))
    on(clock, 21)
    plan = plan_of(runner)
    assert plan.corrections == ()
    assert plan.weeks[:4] == first.weeks[:4]


def test_a_missed_week_is_held_and_what_was_planned_stays_to_be_seen(runner: Logbook, clock: FixedClock) -> None:
    live(runner, clock, range(7))
    on(clock, 7)
    before = plan_of(runner)
    on(clock, 14)
    plan = plan_of(runner)
    assert [(each.week, each.base) for each in plan.corrections] == [(3, 165)]
    assert plan.weeks[:2] == before.weeks[:2]
    assert plan.weeks[2].run_minutes == 165 < before.weeks[2].run_minutes
    assert any(relaxed.text.startswith("Less than three quarters") for relaxed in plan.relaxed)
    assert plan.breaches == ()
    assert runner.plans.current() == plan


def test_who_lifts_and_never_runs_is_asked_for_less_running(runner: Logbook, clock: FixedClock) -> None:
    """The log is kept, so what it does not hold was not run (C.6.6)."""
    first = plan_of(runner).weeks[0]
    for day in range(28):
        on(clock, day)
        for workout in runner.today().workouts:
            if workout.kind is Kind.STRENGTH:
                do(runner, workout)
    on(clock, 28)
    now = plan_of(runner)
    assert now.corrections
    assert max(w.run_minutes for w in now.weeks[4].workouts) <= first.run_minutes / 3
    assert now.weeks[4].run_minutes <= 0.60 * first.run_minutes


def test_nothing_is_written_while_nothing_changes(runner: Logbook, clock: FixedClock) -> None:
    live(runner, clock, range(8))
    on(clock, 8)
    plan = plan_of(runner)
    for day in (8, 9, 10, 13):
        on(clock, day)
        assert plan_of(runner) == plan


def test_fitting_the_plan_is_not_what_undo_takes_back(runner: Logbook, clock: FixedClock) -> None:
    live(runner, clock, range(7))
    on(clock, 14)
    assert runner.today().undo.startswith("end of Long run")


def test_two_weeks_off_begin_again_with_less_from_the_day_they_are_noticed(runner: Logbook, clock: FixedClock) -> None:
    live(runner, clock, range(14))
    on(clock, 28)  # the last run was on Sunday, day 13
    plan = plan_of(runner)
    assert [(each.week, each.base) for each in plan.corrections if each.base and each.week == 5] == [(5, 95)]
    assert plan.weeks[4].run_minutes == 95
    assert plan.breaches == ()
    do(runner, next(w for w in plan.weeks[4].workouts if w.day == MONDAY + 29 * DAY and w.kind is Kind.RUN))


def test_what_is_done_or_open_this_week_stays_when_the_rest_is_drafted_anew(runner: Logbook, clock: FixedClock) -> None:
    live(runner, clock, range(9))
    tuesday = next(w for w in plan_of(runner).weeks[1].workouts if w.day == MONDAY + 8 * DAY)
    on(clock, 9)
    open_ = runner.sessions.start(runner.today().workouts[0].id)
    first_week = [line for line in runner._kit.store.lines() if line.local_date < MONDAY + 7 * DAY]
    for line in first_week:
        if line.run_s and line.total_s > 50 * 60:
            runner.sessions.delete(line.id)
    plan = plan_of(runner)
    assert plan.corrections
    ids = {workout.id for workout in plan.weeks[1].workouts}
    assert {tuesday.id, open_.workout_id} <= ids
    assert tuesday in plan.weeks[1].workouts


def test_edited_history_gives_the_plan_it_would_have_given(runner: Logbook, clock: FixedClock) -> None:
    live(runner, clock, range(14))
    on(clock, 14)
    before = plan_of(runner)
    deleted = [line for line in runner._kit.store.lines() if line.run_s and line.local_date >= MONDAY + 8 * DAY]
    for line in deleted:
        runner.sessions.delete(line.id)
    assert plan_of(runner).weeks[2].run_minutes < before.weeks[2].run_minutes
    for _ in deleted:
        runner.sessions.undo_last()
    after = plan_of(runner)
    assert after.corrections == before.corrections
    assert [week.run_minutes for week in after.weeks] == [week.run_minutes for week in before.weeks]


# -- lighter weeks


def test_a_lighter_week_is_taken_and_given_back(runner: Logbook, clock: FixedClock) -> None:
    live(runner, clock, range(8))
    before = plan_of(runner)
    why = Why("R25", "Three tired days of the last seven.")
    eased = runner.plans.ease(2, why)
    assert [week.number for week in eased.weeks if week.deload] == [2, 6]
    assert eased.weeks[1].run_minutes < before.weeks[1].run_minutes
    assert (why.rule, why.text) in {(relaxed.rule, relaxed.text) for relaxed in eased.relaxed}
    assert eased.breaches == ()
    assert plan_of(runner) == eased
    assert runner.sessions.undo_last() == "lighter week 2"
    assert plan_of(runner) == before


def test_an_eased_week_stays_eased_when_the_log_changes_the_plan(runner: Logbook, clock: FixedClock) -> None:
    live(runner, clock, range(8))
    runner.plans.ease(2)
    on(clock, 35)
    plan = plan_of(runner)
    assert [each.week for each in plan.corrections if each.lighter] == [2]
    assert len(plan.corrections) > 1


@pytest.mark.parametrize("number", [0, 1, 4, 99])
def test_a_week_that_is_past_unknown_or_light_already_is_not_eased(
    runner: Logbook, clock: FixedClock, number: int
) -> None:
    on(clock, 7)
    plan_of(runner)
    with pytest.raises(Problem):
        runner.plans.ease(number)


# -- races, other answers, long plans


def test_a_plan_with_a_race_is_there_to_the_race_at_once_and_goes_on_after_it(
    runner: Logbook, clock: FixedClock
) -> None:
    racer = replace(RUNNER, goal=Goal.HALF, race=Race(21_097.5, MONDAY + timedelta(weeks=12, days=-1)))
    runner.plans.adopt(runner.plans.draft(racer), answers=True)
    assert len(plan_of(runner).weeks) == 12
    on(clock, 75)
    plan = plan_of(runner)
    assert [week.phase for week in plan.weeks[11:14]] == [Phase.TAPER, Phase.GENERAL, Phase.GENERAL]
    assert [w.is_race for w in plan.weeks[11].workouts].count(True) == 1
    on(clock, 120)
    assert runner.plans.draft(racer).athlete.race is None


def test_a_race_newly_told_that_is_over_is_refused(runner: Logbook, clock: FixedClock) -> None:
    with pytest.raises(Problem, match=r"^race: "):
        runner.plans.draft(replace(RUNNER, race=Race(5000, MONDAY - DAY)))


def test_other_answers_are_shown_before_they_are_adopted(runner: Logbook, clock: FixedClock) -> None:
    on(clock, 2)
    before = plan_of(runner)
    shown = runner.plans.preview(replace(RUNNER, balance=0.5))
    assert shown.athlete.balance == 0.5
    past = [w for w in before.weeks[0].workouts if w.day < clock.now().date()]
    assert [w for w in shown.weeks[0].workouts if w.day < clock.now().date()] == past
    assert plan_of(runner) == before


def test_after_a_year_a_plan_begins_anew_from_what_the_log_holds(runner: Logbook, clock: FixedClock) -> None:
    old = plan_of(runner)
    on(clock, 7 * 48)
    do(runner, next(w for w in _at(runner, clock).workouts if w.kind is Kind.RUN))
    on(clock, 7 * 50)
    plan = plan_of(runner)
    assert plan.id != old.id
    assert plan.start == clock.now().date()
    assert plan.athlete.run_minutes < 60
    assert plan.weeks[-1].number >= 4


def _at(book: Logbook, clock: FixedClock):
    """Today's page, on the next day with a run."""
    while not any(w.kind is Kind.RUN for w in book.today().workouts):
        clock.at += DAY
    return book.today()


def test_other_answers_go_on_from_what_was_run_and_lifted(runner: Logbook, clock: FixedClock) -> None:
    live(runner, clock, range(14))
    on(clock, 42)  # four weeks off: the answers of the first day would ask for 150 min at once
    plan = runner.plans.preview(replace(RUNNER, balance=0.60))
    assert (plan.athlete.run_minutes, plan.athlete.longest_run, plan.athlete.strength_sessions) == (0, 0, 0)
    assert plan.weeks[0].run_minutes <= 40
    runner.plans.adopt(plan, answers=True)
    assert runner.athlete() == plan.athlete
    assert runner.plans.current() == plan


@pytest.mark.parametrize(("day", "weeks"), [(23, [4, 5, 6]), (26, [4, 4, 5])])
def test_other_answers_do_not_send_a_beginner_back_to_zero(
    reopen: Reopen, clock: FixedClock, day: int, weeks: list[int]
) -> None:
    """On Wednesday of the fourth week run/walk goes on; a few days of a week count for none (I.17)."""
    clock.at -= 2 * DAY
    book, beginner = reopen(), Athlete(days=(Weekday.MON, Weekday.WED, Weekday.FRI, Weekday.SAT))
    book.save_athlete(beginner)
    book.plans.adopt(book.plans.draft(beginner))
    live(book, clock, range(day))
    on(clock, day)
    book.plans.adopt(book.plans.preview(replace(beginner, balance=0.60)), answers=True)

    def walked() -> list[int]:
        coming = [[w for w in week.workouts if w.day >= MONDAY + day * DAY] for week in plan_of(book).weeks]
        titles = [{w.title for w in workouts if w.kind is Kind.RUN} for workouts in coming]
        return [int(title.removeprefix("Run/walk week ")) for found in titles[:3] for title in found]

    assert walked() == weeks
    live(book, clock, range(day, 31))
    on(clock, 31)
    assert walked() == weeks
    assert plan_of(book).breaches == ()


def test_new_work_gives_way_to_what_this_week_held_already(reopen: Reopen, clock: FixedClock) -> None:
    """Heavy legs yesterday by the old plan: today's by the new one come later, or not at all (R5, R6)."""
    clock.at -= 2 * DAY
    book, days = reopen(), tuple(Weekday)
    lifter = replace(RUNNER, balance=0.60, days=days, minutes=(60,) * 7, allow_doubles=False, run_minutes=130)
    book.save_athlete(lifter)
    book.plans.adopt(book.plans.draft(lifter))
    for day in range(14):
        on(clock, day)
        before = plan_of(book)
        for balance in (0.40, 0.50):
            drafted = book.plans.preview(replace(lifter, balance=balance))
            assert drafted.breaches == (), (day, balance)
            assert drafted == unchanged_by_adopting(book, drafted)
            book.sessions.undo_last()
        assert book.plans.current() == before
        for workout in book.today().workouts:
            do(book, workout)


def unchanged_by_adopting(book: Logbook, drafted: Plan) -> Plan | None:
    book.plans.adopt(drafted, answers=True)
    return book.plans.current()
