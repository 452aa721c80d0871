"""A quality run on Today, followed by keys: repeats by distance at a pace, and what is stored of them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from hybridtui.domain import guide
from hybridtui.domain.athlete import RaceResult
from hybridtui.domain.plan.choice import Means
from hybridtui.domain.plan.pacing import Pacing
from hybridtui.domain.plan.quality import quality
from hybridtui.domain.plan.run_limits import RunLimits
from hybridtui.domain.session import RunEntry, Session, Status
from hybridtui.domain.workout import Plan, PlannedWeek, Workout
from hybridtui.logbook import Logbook
from tests.stories.conftest import ATHLETE, PLAN, RUN

RUNNER = replace(ATHLETE, result=RaceResult(10000, 3000))
PACING = Pacing.of(RUNNER)
STEPS = quality("reps", 50, RunLimits.of(320, PACING), PACING, Means.of(RUNNER, 6), 6)
FAST = next(index for index, step in enumerate(STEPS) if step.distance_m)
REPEATS, METRES, PACE = STEPS[FAST].sets, STEPS[FAST].distance_m, STEPS[FAST].pace_s_per_km


def only_today(workout: Workout) -> Plan:
    """A plan whose only workout today is this one."""
    first, *later = PLAN.weeks

    def week() -> PlannedWeek:
        others = tuple(w for w in first.workouts if w.day != workout.day)
        return replace(first, workouts=tuple(sorted((*others, workout), key=lambda w: w.day)))

    return replace(PLAN, athlete=RUNNER, weeks=(week(), *later))


@pytest.fixture
def with_repeats(location, clock) -> Plan:
    """An athlete whose plan has repeats of 400 m today."""
    plan = only_today(replace(RUN, subtype="reps", title="Repetitions 50 min", minutes=50, run_minutes=50, steps=STEPS))
    with Logbook.open(location, clock) as book:
        book.save_athlete(RUNNER)
        book.plans.adopt(plan)
    return plan


def stored(story) -> Session:
    with story.log() as book:
        session = book.today().open_session
    assert session is not None
    return session


def finished(story) -> Session:
    with story.log() as book:
        (line,) = book.history.lines(0, 10)
        return book.history.session(line.id)


def fast_runs(session: Session) -> list[RunEntry]:
    return [run for run in session.runs if run.step == FAST]


async def up_to_the_repeats(story) -> None:
    await story.press("enter")  # start
    for place in guide.places(STEPS):
        if place.step == FAST:
            return
        await story.press("enter")


async def test_a_repeat_tells_its_distance_and_pace(open_story, with_repeats):
    async with open_story() as story:
        await up_to_the_repeats(story)
        assert "Fast 400 m" in story.text
        assert "4:21/km" in story.text
        assert "RPE 8" in story.text


async def test_repeats_by_distance_are_logged_as_planned_by_enter(open_story, with_repeats, clock):
    assert (REPEATS, METRES, PACE) == (6, 400, 261)
    async with open_story() as story:
        await story.press("enter")
        for _ in guide.places(STEPS):
            await story.press("enter")
            clock.pass_(60)
        await story.press("enter")  # all done: asks how it was
        await story.press("8", "enter")
        session = finished(story)
        assert session.status is Status.FINISHED
        assert session.subtype == "reps"
        runs = fast_runs(session)
        assert [run.set_number for run in runs] == list(range(1, 7))
        assert {(run.distance.metres, run.seconds) for run in runs if run.distance} == {(400, 104)}
        assert guide.progress(session) == (len(guide.places(STEPS)),) * 2


async def test_a_repeat_may_be_timed_or_typed(open_story, with_repeats, clock):
    async with open_story() as story:
        await up_to_the_repeats(story)
        await story.press("space")
        clock.pass_(5 + 97)  # get ready, then the repeat: no seconds are known, the clock waits for its end
        await story.press("space")  # split
        await story.press("enter")  # the walk after it is cut short
        await story.type("400m 1:40")
        await story.press("enter")
        runs = fast_runs(stored(story))
        assert [(run.distance.metres if run.distance else None, run.seconds) for run in runs] == [(400, 97), (400, 100)]


async def test_the_timer_shows_the_repeat_that_runs(open_story, with_repeats, clock):
    async with open_story(size=(120, 40)) as story:
        await up_to_the_repeats(story)
        await story.press("space")
        clock.pass_(30)
        await story.press("C")
        assert "Fast 400 m · rep 1 of 6" in story.text
        assert "4:21/km" in story.text
        assert "2:15 walk or jog slowly" in story.text
