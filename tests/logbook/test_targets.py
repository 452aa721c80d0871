"""The targets of the day as the app gives them: ramps loaded, exercises offered and exchanged, all to be undone."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta

import pytest
from sqlalchemy import event
from sqlalchemy.engine import Engine

from hybridtui.domain.athlete import EQUIPMENT_PROFILES, Athlete, Level
from hybridtui.domain.calendar import Weekday
from hybridtui.domain.drafts import SetDraft
from hybridtui.domain.guide import current, progress
from hybridtui.domain.ladder import OfferKind
from hybridtui.domain.problems import Problem
from hybridtui.domain.ramp import is_ramp
from hybridtui.domain.units import Load
from hybridtui.domain.workout import Kind, Plan, Workout

LIFTER = Athlete(
    level=Level.INTERMEDIATE,
    balance=0.4,
    days=(Weekday.WED, Weekday.FRI, Weekday.SUN),
    minutes=(60,) * 7,
    equipment=EQUIPMENT_PROFILES["gym"],
    run_minutes=90,
    strength_sessions=2,
)


@pytest.fixture
def lifting(reopen):
    """A logbook of somebody who lifts in a gym; today is Wednesday."""
    book = reopen()
    book.save_athlete(LIFTER)
    book.plans.adopt(book.plans.draft(LIFTER))
    return book


def ramped(plan: Plan) -> Workout:
    workouts = (w for week in plan.weeks for w in week.workouts if w.kind is Kind.STRENGTH)
    return next(w for w in workouts if any(map(is_ramp, w.steps)))


def log(book, kind: Kind, exercise: str, *sets: SetDraft) -> None:
    session = book.sessions.start_free(kind)
    book.sessions.log_sets(session.id, None, exercise, sets)
    book.sessions.finish(session.id, rpe=6, minutes=30)


def test_a_ramp_gets_its_loads_from_the_target_of_the_day(lifting) -> None:
    workout = ramped(lifting.plans.current())
    lift = next(step.exercise for step in workout.steps if is_ramp(step))
    assert all(s.load is None for s in lifting.plans.targeted(workout).steps if is_ramp(s))
    log(lifting, Kind.STRENGTH, lift, *[SetDraft(load=Load(100), reps=5, rpe=8)] * 3)
    aimed = lifting.plans.targeted(workout)
    working = next(step.load for step in aimed.steps if step.logs_sets and step.exercise == lift)
    loads = [step.load.kg for step in aimed.steps if is_ramp(step) and step.load is not None]
    assert len(loads) == 3
    assert loads == sorted(loads)
    assert loads[-1] < working.kg


def test_a_light_lift_is_done_without_a_ramp(lifting) -> None:
    workout = ramped(lifting.plans.current())
    lift = next(step.exercise for step in workout.steps if is_ramp(step))
    log(lifting, Kind.STRENGTH, lift, *[SetDraft(load=Load(15), reps=8, rpe=8)] * 3)
    assert not any(map(is_ramp, lifting.plans.targeted(workout).steps))


def test_ramp_sets_are_walked_through_and_ticked_off(lifting, clock) -> None:
    workout = ramped(lifting.plans.current())
    clock.at += timedelta(days=(workout.day - date(2026, 3, 4)).days)
    session = lifting.sessions.start(workout.id)
    _, places = progress(session)
    seen = 0
    while (place := current(session)) is not None:
        step = session.steps[place.step]
        seen += is_ramp(step)
        if step.logs_sets:
            draft = SetDraft(reps=8) if step.reps else SetDraft(seconds=30)
            session = lifting.sessions.log_sets(session.id, place, step.exercise, [draft]).session
        else:
            session = lifting.sessions.tick(session.id, place).session
    assert seen == 3
    assert progress(session) == (places, places)


def test_mastery_shows_an_offer_that_can_be_taken_and_undone(book, clock) -> None:
    """A beginner's squats, twice at the top."""
    plan = book.plans.draft(Athlete())
    book.plans.adopt(plan)
    strength = (w for week in plan.weeks for w in week.workouts if w.kind is Kind.STRENGTH)
    workout = next(w for w in strength if any(s.exercise == "bodyweight_squat" for s in w.steps))
    step = next(s for s in workout.steps if s.exercise == "bodyweight_squat" and s.logs_sets)
    top = SetDraft(reps=step.reps_max, rpe=6)
    for _ in range(2):
        log(book, Kind.STRENGTH, step.exercise, *[top] * step.sets)
        clock.at += timedelta(days=2)
    offered = book.plans.suggested(step, workout)
    assert offered is not None
    aimed = next(s for s in book.plans.targeted(workout).steps if s.exercise == step.exercise and s.logs_sets)
    assert offered.why in [why.text for why in aimed.why if why.rule == offered.rule]

    before = book.plans.current()
    assert offered.kind in (OfferKind.HARDER, OfferKind.SLOWER)
    book.plans.exchange(step.exercise, offered.exercise.id)
    assert book.plans.current() != before
    assert book.plans.current().swaps[-1].new == offered.exercise.id
    book.sessions.undo_last()
    assert book.plans.current() == before


def test_the_first_time_says_so_and_every_target_has_its_three_sentences(lifting) -> None:
    for workout in lifting.plans.current().weeks[0].workouts:
        for step in lifting.plans.targeted(workout).steps:
            if step.logs_sets:
                assert {"B.4", "hit", "miss"} <= {why.rule for why in step.why}


def test_an_exchange_without_a_plan_says_what_to_do(reopen) -> None:
    with pytest.raises(Problem, match="draft"):
        reopen().plans.exchange("push_up", "knee_push_up")


@contextmanager
def statements() -> Iterator[list[str]]:
    """Gather what the log is asked meanwhile."""
    asked: list[str] = []

    def note(connection, cursor, statement: str, *rest: object) -> None:
        asked.append(statement)

    event.listen(Engine, "before_cursor_execute", note)
    try:
        yield asked
    finally:
        event.remove(Engine, "before_cursor_execute", note)


def test_the_log_is_asked_once_for_what_all_steps_share_and_once_for_each_lift(lifting) -> None:
    plan = lifting.plans.current()
    workout = ramped(plan)
    lifts = sum(step.logs_sets and step.exercise is not None for step in workout.steps)
    with statements() as asked:
        lifting.plans.targeted(workout, plan)
    assert lifts > 3
    assert sum("logged_set" in statement for statement in asked) == lifts
    assert sum("athlete" in statement for statement in asked) == 1
