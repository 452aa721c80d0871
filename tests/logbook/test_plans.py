"""Adopting a plan in the middle of another: what was planned and done this week stays to be seen."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from hybridtui.domain.athlete import Athlete
from hybridtui.domain.calendar import Weekday
from hybridtui.domain.guide import current


def test_the_days_before_a_new_plan_stay_and_undo_brings_the_old_one_back(reopen, clock) -> None:
    clock.at -= timedelta(days=2)  # Monday
    book = reopen()
    athlete = Athlete(days=(Weekday.MON, Weekday.WED, Weekday.FRI))
    book.save_athlete(athlete)
    book.plans.adopt(book.plans.draft(athlete))
    old = book.plans.current()
    monday = old.weeks[0].on(date(2026, 3, 2))[0]
    session = book.sessions.start(monday.id)
    book.sessions.tick(session.id, current(session))
    book.sessions.finish(session.id, rpe=5, minutes=30)

    clock.at += timedelta(days=2)  # Wednesday
    book.plans.adopt(book.plans.draft(replace(athlete, minutes=(60,) * 7)))
    new = book.plans.current()
    assert new.id != old.id
    assert new.weeks[0].on(date(2026, 3, 2)) == (monday,)
    assert monday.id in book.plans.done()
    assert all(workout.day >= date(2026, 3, 4) for workout in new.weeks[0].workouts if workout.id != monday.id)

    assert book.sessions.undo_last() == "new plan"
    assert book.plans.current() == old


def test_work_of_its_kind_done_today_is_not_asked_for_again(reopen, clock) -> None:
    clock.at -= timedelta(days=2)
    book = reopen()
    athlete = Athlete(days=(Weekday.MON, Weekday.WED, Weekday.FRI))
    book.save_athlete(athlete)
    book.plans.adopt(book.plans.draft(athlete))
    monday = book.plans.current().weeks[0].on(date(2026, 3, 2))[0]
    session = book.sessions.start(monday.id)
    book.sessions.tick(session.id, current(session))
    book.sessions.finish(session.id, rpe=5, minutes=30)
    book.plans.adopt(book.plans.draft(athlete))
    assert book.plans.current().weeks[0].on(date(2026, 3, 2)) == (monday,)
