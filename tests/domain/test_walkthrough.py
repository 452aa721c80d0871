"""Every workout the planner makes can be followed from end to end with enter alone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from itertools import count

import pytest

from hybridtui.domain import guide, recording, timeline, totals
from hybridtui.domain.athlete import EQUIPMENT_PROFILES, Athlete, Goal, Level
from hybridtui.domain.calendar import Moment, Weekday
from hybridtui.domain.entry import Entry, Expected, RunDraftEntry, SetEntry, Unreadable, parse
from hybridtui.domain.exercises import catalogue
from hybridtui.domain.guide import Place
from hybridtui.domain.plan import draft
from hybridtui.domain.session import MarkKind, Session
from hybridtui.domain.units import DistanceUnit, WeightUnit
from hybridtui.domain.workout import Kind, Workout
from tests.domain.sessions import BEGAN, after

BEGINNER = Athlete()
LIFTER = Athlete(
    goal=Goal.STRENGTH_FIRST,
    balance=0.3,
    level=Level.ADVANCED,
    days=tuple(Weekday)[:5],
    equipment=EQUIPMENT_PROFILES["gym"],
    run_minutes=60,
    strength_sessions=3,
    weight_unit=WeightUnit.LB,
)
RUNNER = Athlete(
    goal=Goal.HALF,
    balance=0.75,
    level=Level.INTERMEDIATE,
    days=tuple(Weekday)[:5],
    minutes=(75,) * 7,
    equipment=EQUIPMENT_PROFILES["home"],
    run_minutes=180,
    strength_sessions=1,
    distance_unit=DistanceUnit.MI,
)


def workouts(athlete: Athlete) -> Iterator[Workout]:
    ids = count()
    plan = draft(athlete, date(2026, 3, 2), weeks=4, plan_id="p", ids=lambda: str(next(ids)))
    for week in plan.weeks:
        yield from week.workouts


def entered(session: Session, place: Place, athlete: Athlete) -> Entry:
    """Press enter; where a load is asked for, type one once."""
    exercise = catalogue().get(session.steps[place.step].exercise or "")
    expected = Expected.at(
        session, place, exercise, weight_unit=athlete.weight_unit, distance_unit=athlete.distance_unit
    )
    read = parse("", expected)
    if isinstance(read, Unreadable) and expected.needs_load:
        assert "No load is known yet" in read.echo
        return parse("20x8" if not expected.is_hold else "20x30s", expected)
    return read


def followed(session: Session, place: Place, athlete: Athlete, at: float) -> Session:
    step = session.steps[place.step]
    ids = map(str, count(int(at) * 10))
    if not (step.logs_sets or step.is_run):
        ticked = recording.marks([place], MarkKind.DONE, after(at), lambda: next(ids))
        return replace(session, marks=session.marks + ticked)
    match entered(session, place, athlete):
        case SetEntry(sets):
            exercise = catalogue()[step.exercise or ""]
            new = recording.logged_sets(session, place, exercise, sets, after(at), lambda: next(ids))
            return replace(session, sets=session.sets + new)
        case RunDraftEntry() as run:
            entry = recording.logged_run(session, place, run.draft, after(at), next(ids))
            return replace(session, runs=(*session.runs, entry))
        case other:
            pytest.fail(f"{step.title}: {other.echo}")


@pytest.mark.parametrize("athlete", [BEGINNER, LIFTER, RUNNER], ids=["beginner", "lifter", "runner"])
def test_enter_is_enough_for_every_workout(athlete: Athlete) -> None:
    for workout in workouts(athlete):
        session = recording.following(workout, "s", Moment.at(BEGAN))
        walk = guide.places(session.steps)
        for number, place in enumerate(walk):
            assert guide.current(session) == place
            step = session.steps[place.step]
            assert timeline.of_step(step, guide.target_reps(step, place.set_number), 0).phases
            session = followed(session, place, athlete, at=60.0 * number)
        assert guide.progress(session) == (len(walk), len(walk))
        assert guide.rest_running(session, after(60.0 * len(walk))) is None
        done = totals.lasting(session, workout.minutes)
        assert done.total_s == workout.minutes * 60
        if workout.kind is Kind.RUN:
            assert (done.run_s, done.strength_s) == (done.total_s, 0)
        if workout.kind is Kind.COMBO:
            assert done.run_s / 60 == pytest.approx(workout.run_minutes, abs=5)


@pytest.mark.parametrize("athlete", [BEGINNER, RUNNER], ids=["beginner", "runner"])
def test_what_is_proposed_after_all_was_done_is_about_what_was_planned(athlete: Athlete) -> None:
    for workout in workouts(athlete):
        session = recording.following(workout, "s", Moment.at(BEGAN))
        for number, place in enumerate(guide.places(session.steps)):
            session = followed(session, place, athlete, at=float(number))
        assert totals.proposed_minutes(session, 0) == pytest.approx(workout.minutes, rel=0.15, abs=3), workout.title
