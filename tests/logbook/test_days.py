"""The calendar and the body weight through the log: what plans, sessions and words in a file amount to."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from hybridtui.domain.body_weight import BodyWeight
from hybridtui.domain.calendar import By, Week
from hybridtui.domain.change import Change
from hybridtui.domain.days import Day, Dropped, State
from hybridtui.domain.pain import Pain, Part
from hybridtui.domain.problems import Problem
from hybridtui.domain.readiness import Readiness
from hybridtui.domain.session import Source
from hybridtui.domain.skips import Reason, SkipReason, left_out_key
from hybridtui.domain.units import Load, WeightUnit
from hybridtui.domain.workout import Kind
from tests.logbook import plans
from tests.stories.logged import run, strength

WEEK = Week.of(plans.MONDAY)
MON, WED, SAT = WEEK.days[0], WEEK.days[2], WEEK.days[5]


@pytest.fixture
def a_week_on(book, clock):
    """The same log, ten days later."""
    clock.pass_(10 * 24 * 3600)
    return book


def keep(book, *sessions) -> None:
    for session in sessions:
        book._kit.apply(
            Change(
                label="a session",
                sessions=(session,),
                sets=tuple((session.id, each) for each in session.sets),
                runs=tuple((session.id, each) for each in session.runs),
            )
        )


def day_of(book, day: date) -> Day:
    return next(each for each in book.days.page(Week.of(day), Week.of(day)).days if each.day == day)


def states(book, week: Week = WEEK) -> str:
    return " ".join(day.state.value for day in book.days.page(week, week).days)


def test_a_week_of_the_plan_is_told_from_the_file(a_week_on) -> None:
    keep(a_week_on, run(1, MON), strength(2, WED))
    assert states(a_week_on) == "run kept strength kept kept missed kept"
    (kept,) = a_week_on.days.adherence(WEEK, WEEK)
    assert (kept.run.planned_s / 60, kept.run.done_s / 60) == (80, 45)
    assert (kept.strength.planned_s / 60, kept.strength.done_s / 60) == (40, 45)
    assert (kept.workouts, kept.kept, kept.rest_planned, kept.rest_kept) == (3, 2, 4, 4)
    assert [each.workout.title for each in kept.missed] == ["Easy run"]


def test_it_counts_what_the_plan_screen_counts(a_week_on) -> None:
    keep(a_week_on, run(1, MON), strength(2, SAT), run(3, WED))
    first, last = a_week_on.days.adherence(WEEK, WEEK.plus(5))[0], a_week_on.plans.current().weeks[-1].week
    done = a_week_on.plans.done()
    kept = a_week_on.days.adherence(WEEK, last)
    assert sum(each.kept for each in kept) == len(done)
    assert {each.workout.id for each in first.missed}.isdisjoint(done)
    assert [each.planned_run_s for each in a_week_on.history.totals(By.WEEK, 6, last.last)] == [
        each.run.planned_s for each in kept
    ]


def test_workouts_come_without_steps_and_with_all_else(book) -> None:
    (asked, *_) = book._kit.store.days.asked(WEEK, WEEK)
    full = book.plans.current().weeks[0].workouts
    assert [(w.id, w.day, w.kind, w.subtype, w.title, w.minutes, w.run_minutes, w.strength_minutes, w.slot)
            for w in asked.workouts] == [
        (w.id, w.day, w.kind, w.subtype, w.title, w.minutes, w.run_minutes, w.strength_minutes, w.slot) for w in full
    ]  # fmt: skip
    assert all(workout.steps == () for workout in asked.workouts)


def test_an_older_plan_counts_for_the_weeks_that_no_newer_one_has(a_week_on) -> None:
    later = tuple(plans.week(n, "new") for n in range(2, 7))
    newer = replace(plans.plan(id_="newer"), start=later[0].week.first, weeks=later)
    a_week_on._kit.apply(Change(label="new plan", plan=newer))
    asked = a_week_on._kit.store.days.asked(WEEK, WEEK.plus(1))
    assert [each.workouts[0].id for each in asked] == ["w1-mon", "new2-mon"]
    assert [each.since for each in asked] == [WEEK.first, WEEK.plus(1).first]


def test_a_workout_that_was_taken_out_is_neither_missed_nor_rest(book, clock) -> None:
    book.moves.drop("w1-sat")
    clock.pass_(10 * 24 * 3600)
    (kept,) = book.days.adherence(WEEK, WEEK)
    assert kept.dropped == (Dropped(SAT, Kind.RUN),)
    assert SAT not in [each.workout.day for each in kept.missed]
    assert day_of(book, SAT).state is State.FREE


def test_the_reason_for_a_workout_stays_when_it_is_taken_out_of_the_plan(book) -> None:
    said = book.days.say("w1-sat", Reason.ILL, "flu")
    book.moves.drop("w1-sat")

    def told() -> SkipReason | None:
        return book.days.adherence(WEEK, WEEK)[0].dropped[0].said

    assert told() == replace(said, workout_id=left_out_key(SAT, Kind.RUN))
    book.days.say(left_out_key(SAT, Kind.RUN), Reason.TRAVEL)
    assert told().reason is Reason.TRAVEL
    book.sessions.undo_last()
    assert told().reason is Reason.ILL
    book.sessions.undo_last()
    assert book.days.adherence(WEEK, WEEK)[0].dropped == ()
    assert book.days.reason("w1-sat") == said
    book.sessions.undo_last()
    book.moves.drop("w1-sat")
    assert told() is None


def test_a_moved_workout_says_where_it_was(book, clock) -> None:
    book.moves.move("w1-sat", SAT + timedelta(days=1), "wedding")
    clock.pass_(10 * 24 * 3600)
    missed = book.days.adherence(WEEK, WEEK)[0].missed[-1]
    assert (missed.workout.day, missed.known) == (SAT + timedelta(days=1), ("moved from Sat 7 Mar: wedding",))


def test_what_was_said_of_the_day_explains_it(a_week_on) -> None:
    ill = Readiness(day=MON, fatigue=2, sleep_quality=2, soreness=3, stress=3, mood=3, ill=True)
    hurt = [
        Pain(id=f"p{level}", at=datetime(2026, 3, 4, 12, tzinfo=UTC), day=WED, part=Part.KNEE, level=level)
        for level in (2, 5)
    ]
    a_week_on._kit.apply(Change(label="said", readiness=(ill,), pains=tuple(hurt)))
    missed = a_week_on.days.adherence(WEEK, WEEK)[0].missed
    assert [each.known for each in missed] == [("you said you were ill",), ("pain 5 of 10: knee",), ()]


def test_a_reason_is_kept_changed_and_taken_back(a_week_on) -> None:
    def said():
        return a_week_on.days.adherence(WEEK, WEEK)[0].missed[-1].said

    a_week_on.days.say("w1-sat", Reason.NO_TIME, "late \x1b[2Jshift", title="Easy run")
    assert (said().reason, said().note) == (Reason.NO_TIME, "late [2Jshift")
    a_week_on.days.say("w1-sat", Reason.ILL)
    assert (said().reason, said().note) == (Reason.ILL, "")
    assert a_week_on.sessions.undo_last() == "reason for a workout"
    assert said().reason is Reason.NO_TIME
    a_week_on.days.unsay("w1-sat")
    assert said() is None
    a_week_on.sessions.undo_last()
    assert said().reason is Reason.NO_TIME
    a_week_on.sessions.undo_last()
    assert said() is None
    with pytest.raises(Problem, match="none was given"):
        a_week_on.days.unsay("w1-sat")


def test_the_same_run_in_two_records_is_one_run_of_the_day(a_week_on) -> None:
    watched = run(1, MON)
    typed = replace(watched, id="typed", runs=(), source=Source.APP, flags=())
    keep(a_week_on, watched)
    alone = day_of(a_week_on, MON).minutes
    keep(a_week_on, typed)
    assert day_of(a_week_on, MON).minutes == alone == 45


def test_an_empty_log_has_days_without_anything(reopen) -> None:
    book = reopen()
    assert book.days.begun() is None
    assert states(book) == "none none free none none none none"
    assert not book.days.adherence(WEEK, WEEK)[0].planned


def test_a_year_end_with_53_weeks_has_every_day_once(book) -> None:
    days = book.days.page(Week(2026, 52), Week(2027, 1)).days
    assert [day.day for day in days] == [date(2026, 12, 21) + timedelta(days=n) for n in range(21)]


def test_a_weight_is_kept_by_its_day_and_the_newest_counts(book) -> None:
    today = WED
    book.weights.log(MON, "74,2")
    book.weights.log(today, "163 lb")
    assert book.weights.between(date.min, date.max) == (
        BodyWeight(MON, Load(74.2)),
        BodyWeight(today, Load(163, WeightUnit.LB)),
    )
    assert book.weights.on(MON - timedelta(days=1)) is None
    assert book.weights.on(MON + timedelta(days=1)) == BodyWeight(MON, Load(74.2))
    assert book.weights.on(SAT).weight.kg == pytest.approx(73.9355, abs=1e-4)
    book.weights.log(today, Load(74.0))
    assert book.weights.between(today, today) == (BodyWeight(today, Load(74.0)),)
    book.sessions.undo_last()
    assert book.weights.on(today).weight == Load(163, WeightUnit.LB)


def test_a_weight_without_a_unit_is_in_the_athletes(book) -> None:
    athlete = book.athlete()
    book.save_athlete(replace(athlete, weight_unit=WeightUnit.LB))
    assert book.weights.log(MON, "163").weight == Load(163, WeightUnit.LB)


def test_a_weight_is_taken_out_and_comes_back(book) -> None:
    book.weights.log(MON, "74")
    book.weights.drop(MON)
    assert book.weights.between(date.min, date.max) == ()
    book.sessions.undo_last()
    assert [each.weight for each in book.weights.between(date.min, date.max)] == [Load(74.0)]


@pytest.mark.parametrize(
    "typed", ["", "heavy", "-74", "74 stone", "7e9", "74.2.1", "19.9", "400.1", "30lb", "nan", "٧٤"]
)
def test_what_is_no_weight_of_a_person_is_refused_in_words(book, typed: str) -> None:
    with pytest.raises(Problem, match="A body weight is"):
        book.weights.log(MON, typed)
    assert book.weights.between(date.min, date.max) == ()


def test_a_day_to_come_has_no_weight_yet(book) -> None:
    with pytest.raises(Problem, match="still to come"):
        book.weights.log(SAT, "74")
