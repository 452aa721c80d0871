"""Stories: a missed workout is shifted, swapped or dropped, and what was done instead counts."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from hybridtui.domain.athlete import Athlete, Level
from hybridtui.domain.calendar import Week, Weekday
from hybridtui.domain.skips import Reason
from hybridtui.domain.workout import Kind
from hybridtui.logbook import Logbook
from hybridtui.ui.dialogs.missed import MissedDialog

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
def drafted(location, clock):
    """A drafted plan, and the day after its first run, which was missed; all before it was done."""
    clock.at -= 2 * DAY
    with Logbook.open(location, clock) as book:
        book.save_athlete(ATHLETE)
        book.plans.adopt(book.plans.draft(ATHLETE))
        for workout in book.plans.current().weeks[0].workouts:
            clock.at += workout.day - clock.now().date()
            if workout.kind is Kind.RUN:
                clock.at += DAY
                return workout
            session = book.sessions.start(workout.id)
            book.sessions.finish(session.id, rpe=5, minutes=workout.minutes)
    raise AssertionError("a plan without a run")


def stored(story):
    with story.log() as book:
        return book.plans.current(), book.moves.missed()


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_today_tells_what_was_missed_and_a_key_lets_it_go(open_story, drafted, size):
    async with open_story(size=size) as story:
        assert f"Missed: {drafted.day:%A}, {drafted.title}" in story.text
        await story.press("x")
        assert isinstance(story.app.screen, MissedDialog)
        await story.press("r", "1")
        assert isinstance(story.app.screen, MissedDialog)
        await story.press("3")
        assert "Missed:" not in story.text
        week = Week.of(drafted.day)
        assert [one.said.reason for one in story.log().days.adherence(week, week)[0].dropped] == [Reason.ILL]
        plan, missed = stored(story)
        assert missed == ()
        assert drafted.id not in {w.id for w in plan.weeks[0].workouts}
        await story.press("u")
        assert stored(story)[1] == (drafted,)


async def test_shifted_from_today_it_waits_on_its_new_day(open_story, drafted):
    async with open_story() as story:
        await story.press("x", "1")
        plan, missed = stored(story)
        assert missed == ()
        [there] = [w for w in plan.weeks[0].workouts if w.id == drafted.id]
        assert there.day > drafted.day
        assert there.moved_from == drafted.day


async def test_escape_leaves_it_missed(open_story, drafted):
    async with open_story() as story:
        before = stored(story)
        await story.press("x", "escape")
        assert stored(story) == before
        assert "Missed:" in story.text


async def test_on_the_plan_too_a_missed_workout_has_its_choices(open_story, drafted):
    async with open_story(size=(120, 40)) as story:
        await story.press("f2", "left")
        assert "Missed" in story.text.splitlines()[-1]
        await story.press("x")
        assert isinstance(story.app.screen, MissedDialog)
        await story.press("3")
        assert stored(story)[1] == ()


async def test_a_free_run_counts_for_the_planned_one_and_today_says_so(open_story, drafted, location, clock):
    with Logbook.open(location, clock) as book:
        session = book.sessions.start_free(Kind.RUN)
        book.sessions.finish(session.id, rpe=4, minutes=drafted.minutes)
    async with open_story(size=(120, 40)) as story:
        assert "counts as done: your run today." in story.text
        assert "Missed:" not in story.text
        await story.press("f2", "left")
        assert "Missed" not in story.text.splitlines()[-1]


async def test_a_hostile_title_is_shown_and_not_obeyed(open_story, drafted, location, clock):
    with Logbook.open(location, clock) as book:
        plan = book.plans.current()
        nasty = replace(drafted, title="[red]Run[/] [@click=app.bell]x[/]")
        weeks = [replace(w, workouts=tuple(nasty if x.id == nasty.id else x for x in w.workouts)) for w in plan.weeks]
        book.plans.adopt(replace(plan, weeks=tuple(weeks)))
    async with open_story(size=(120, 40)) as story:
        await story.press("x")
        assert "[red]Run[/] [@click=app.bell]x[/]" in story.text
