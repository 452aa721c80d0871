"""The calendar by keys: empty, a week, any depth; saying what came between, logging a weight, and taking both back."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from hybridtui.domain.skips import Reason
from hybridtui.domain.units import Load
from hybridtui.logbook import Logbook
from hybridtui.ui.history.calendar import CalendarTab
from hybridtui.ui.history.calendar_signs import BARS, DUE_SIGNS, STATE_SIGNS, legend
from hybridtui.ui.screens.session import SessionScreen
from tests.stories.logged import days_of_training, fill, run

WIDE = (120, 40)
MONDAY = date(2026, 3, 2)
HOSTILE = "[b]Morning[/b] run\x1b[2J"


async def to_the_calendar(story, *keys):
    """Go to History and its calendar, and press keys."""
    await story.press("H")
    await story.app.screen.action_go("calendar")
    await story.settle()
    await story.press(*keys)


def calendar(story):
    return story.app.screen.query_one(CalendarTab)


def test_every_state_and_every_length_has_a_sign_of_its_own():
    signs = [*STATE_SIGNS.values(), *dict.fromkeys(DUE_SIGNS.values())]
    assert len(set(signs)) == len(signs)
    assert len(set(BARS)) == 5
    for width in (80, 120, 200):
        told = legend(width)
        assert told.cell_length < width
        for sign in (*signs, *BARS[1:]):
            assert sign.strip() in told.plain


async def test_an_empty_log_says_what_to_press(open_story, location, clock):
    fill(location, clock, [])
    async with open_story() as story:
        await to_the_calendar(story)
        assert "Nothing here yet" in story.text
        assert "import from Strong" in story.text


async def test_a_week_is_shown_against_its_plan_and_what_came_between_is_said_and_taken_back(
    open_story, with_plan, location, clock
):
    fill(location, clock, [run(1, date(2026, 2, 27), title="Before the plan")])
    clock.pass_(2 * 24 * 3600)  # Friday: Monday's run and both of Wednesday's workouts were missed, Tuesday was rest
    async with open_story(size=WIDE) as story:
        await to_the_calendar(story, "home", "down")
        assert "Monday 2 March 2026  ✗ missed" in story.text
        assert "no reason known" in story.text
        assert "0 of 5 workouts kept, 1 to come" in story.text
        assert "1 of 1 planned rest days kept so far" in story.text
        await story.press("r")
        assert "what came between?" in story.text
        await story.press("4")
        assert "no time" in story.text
        with story.log() as book:
            assert book.days.reason("mon-0").reason is Reason.NO_TIME
        await story.press("r", "6")
        assert "weather" in story.text
        await story.press("r", "x")
        assert "weather" not in story.text
        await story.press("u", "u")
        assert "no time" in story.text
        await story.press("u")
        with story.log() as book:
            assert book.days.reason("mon-0") is None


async def test_a_note_goes_with_a_reason_and_nobody_has_to_say_one(open_story, with_plan, clock):
    clock.pass_(2 * 24 * 3600)
    async with open_story() as story:
        await to_the_calendar(story, "left", "left", "left", "left", "r", "escape")
        with story.log() as book:
            assert book.days.reason("mon-0") is None
        await story.press("r", "down", "tab")
        await story.type("1 bad night")
        await story.press("enter")
        assert "tired · 1 bad night" in story.text


async def test_what_was_taken_out_of_the_plan_can_be_explained_as_well(open_story, with_plan, location, clock):
    with Logbook.open(location, clock) as book:
        book.moves.drop("mon-0")
    async with open_story() as story:
        await to_the_calendar(story, "left", "left")
        assert "– taken out of the plan by you" in story.text
        await story.press("r", "5")
        assert "– taken out of the plan by you: away" in story.text
        assert "run, taken out by you: away" in story.text


async def test_a_weight_is_logged_of_the_day_in_hand_drawn_and_taken_back(open_story, location, clock):
    fill(location, clock, days_of_training(clock, 10))
    async with open_story(size=WIDE) as story:
        await to_the_calendar(story)
        assert "Body weight 74" not in story.text
        await story.press("left", "b")
        assert "Tuesday 3 March 2026" in story.text
        await story.type("74.2 st")
        await story.press("enter")
        assert "A body weight is a number" in story.text
        await story.press("backspace", "backspace", "backspace", "enter")
        assert "Body weight 74.2 kg, Tue 3 Mar" in story.text
        assert "Body weight kg" in story.text
        with story.log() as book:
            assert [(each.day, each.weight) for each in book.weights.between(date.min, date.max)] == [
                (date(2026, 3, 3), Load(74.2))
            ]
        await story.press("u")
        assert "Body weight 74" not in story.text


async def test_the_days_session_is_told_as_it_was_typed_and_opens(open_story, location, clock):
    day = date(2026, 3, 3)
    fill(location, clock, [run(1, day, title=HOSTILE), *days_of_training(clock, 3)[1:]])
    async with open_story() as story:
        await to_the_calendar(story)
        assert "Open" not in story.text.splitlines()[-1]
        await story.press("left")
        assert " ▲ [b]Morning[/b] run[2J  45 min" in story.text
        await story.press("enter")
        assert isinstance(story.app.screen, SessionScreen)
        assert "[b]Morning[/b] run" in story.text


@pytest.mark.parametrize(("size", "weeks"), [((80, 24), 12), ((200, 60), 52)])
async def test_as_many_weeks_are_in_sight_as_the_room_has_and_any_depth_can_be_gone_to(
    open_story, location, clock, size, weeks
):
    oldest = MONDAY - timedelta(weeks=300)
    fill(location, clock, [*days_of_training(clock, 20), run(99, oldest, title="The first run")])
    async with open_story(size=size) as story:
        await to_the_calendar(story)
        first, last = calendar(story).grid.in_sight
        assert (last.monday - first.monday).days // 7 + 1 >= weeks
        assert calendar(story).grid.cursor == clock.now().date()
        await story.press("home")
        assert "The first run" in story.text
        await story.press("end")
        assert "Wednesday 4 March 2026" in story.text


async def test_a_number_of_the_week_says_where_it_comes_from(open_story, with_plan, clock):
    clock.pass_(2 * 24 * 3600)
    async with open_story() as story:
        await to_the_calendar(story, "w")
        assert "Workouts kept" in story.text
        assert "planned workouts that a session counts for" in story.text
