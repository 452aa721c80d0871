"""Plan, by keys: this week and the next three, one workout in full, and why."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from hybridtui.domain.workout import Plan, Relaxed, Why
from hybridtui.logbook import Logbook
from hybridtui.ui.screens.first_run import FirstRunScreen
from hybridtui.ui.screens.plan import PlanScreen
from hybridtui.ui.screens.today import TodayScreen
from hybridtui.ui.widgets.plan_grid import PlanGrid
from hybridtui.ui.widgets.workout_view import WorkoutView
from tests.hostile import HOSTILE


def plan_screen(story) -> PlanScreen:
    assert isinstance(story.app.screen, PlanScreen)
    return story.app.screen


def under_cursor(story) -> str | None:
    workout = plan_screen(story).query_one(PlanGrid).workout
    return workout.id if workout else None


@pytest.fixture
def adopted(location, clock):
    """Adopt a plan of one's own making."""

    def adopt(plan: Plan) -> None:
        with Logbook.open(location, clock) as book:
            book.save_athlete(plan.athlete)
            book.plans.adopt(plan)

    return adopt


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_four_weeks_with_minutes_and_balance_and_the_workout_of_today(open_story, with_plan, size):
    async with open_story(size=size) as story:
        await story.press("P")
        for week in ("W10", "W11", "W12", "W13"):
            assert week in story.text
        assert "▲ 90 ■ 90" in story.text  # three runs of 30 min, two strength sessions of 45
        assert "50/50" in story.text
        assert "today 4" in story.text
        assert under_cursor(story) == "w-strength"
        assert "Full body" in story.text
        assert "Back squat" in story.text


async def test_reasons_are_told_with_their_rules(open_story, with_plan):
    async with open_story(size=(120, 40)) as story:
        await story.press("P")
        assert "R31" in story.text
        assert "Two strength sessions" in story.text
        assert "R17" in story.text


async def test_the_arrows_go_over_days_workouts_and_weeks(open_story, with_plan):
    async with open_story() as story:
        await story.press("P", "down")
        assert under_cursor(story) == "w-run"
        await story.press("down")
        assert plan_screen(story).query_one(PlanGrid).cursor.day == date(2026, 3, 11)
        assert under_cursor(story) is None
        assert "Rest is part of the plan." in story.text
        await story.press("right")
        assert under_cursor(story) == "thu-1"
        await story.press("home")
        assert under_cursor(story) == "w-strength"
        await story.press("up", "left", "left", "left", "left")  # the cursor stays within the weeks
        assert plan_screen(story).query_one(PlanGrid).cursor.day == date(2026, 3, 2)


async def test_done_missed_and_coming_are_told_by_signs(open_story, with_plan, location, clock):
    with Logbook.open(location, clock) as book:
        session = book.sessions.start("w-run")
        book.sessions.finish(session.id, rpe=4, minutes=30)
    async with open_story() as story:
        await story.press("P")
        assert "▲ 30 ✗" in story.text  # Monday's run
        assert "▲ 30 ✓" in story.text
        await story.press("down")
        assert "done ✓" in story.text
        await story.press("left", "left")
        assert "missed ✗" in story.text


async def test_a_workout_that_is_open_is_not_yet_done(open_story, with_plan):
    async with open_story() as story:
        await story.press("enter", "enter", "P")  # start, warm-up
        assert "✓ done" in story.text  # the legend
        assert "done ✓" not in story.text
        await story.press("enter")
        assert story.app.current_mode == "today"


async def test_enter_leads_from_todays_workout_to_today_and_from_no_other(open_story, with_plan):
    async with open_story() as story:
        await story.press("P", "right", "enter")
        assert isinstance(story.app.screen, PlanScreen)
        await story.press("left", "enter")
        assert isinstance(story.app.screen, TodayScreen)


async def test_without_a_plan_it_says_what_to_press(open_story, location, clock, with_plan):
    with Logbook.open(location, clock) as book:
        for _ in range(2):
            book.sessions.undo_last()
        book.save_athlete(with_plan.athlete)
    async with open_story() as story:
        await story.press("P")
        assert "There is no plan yet" in story.text
        assert "Press g" in story.text
        await story.press("g")
        assert isinstance(story.app.screen, FirstRunScreen)


async def test_a_bent_rule_is_told_in_the_weeks_it_was_bent(open_story, with_plan, adopted):
    bent = (Relaxed("R2", "runs cannot be shorter", (1,)), Relaxed("R9", "long ago", (9,)))
    adopted(replace(with_plan, relaxed=bent))
    async with open_story() as story:
        await story.press("P")
        assert "bent: runs cannot be shorter" in story.text
        assert "long ago" not in story.text


async def test_a_plan_that_ends_soon_goes_on(open_story, with_plan, clock):
    clock.pass_(21 * 86400)
    async with open_story() as story:
        await story.press("P")
        for week in ("W13", "W14", "W15", "W16"):
            assert week in story.text


async def test_the_mouse_chooses_a_day(open_story, with_plan):
    async with open_story(size=(120, 40)) as story:
        await story.press("P")
        grid = plan_screen(story).query_one(PlanGrid)
        await story.pilot.click(PlanGrid, offset=(13 + 5 * grid.columns.day + 1, 1))
        await story.settle()
        assert under_cursor(story) == "sat-0"


async def test_resizing_keeps_cursor_and_workout(open_story, with_plan):
    async with open_story(size=(120, 40)) as story:
        await story.press("P", "down")
        await story.pilot.resize_terminal(80, 24)
        await story.settle()
        assert under_cursor(story) == "w-run"
        assert "Easy run" in story.text
        assert plan_screen(story).query_one(PlanGrid).compact


async def test_hostile_titles_and_reasons_are_shown_and_not_obeyed(open_story, with_plan, adopted):
    first, *others = with_plan.weeks
    for text in HOSTILE[::6]:
        nasty = text[:200]
        workouts = tuple(
            replace(workout, title=nasty, purpose=nasty, why=(Why("R1", nasty),)) for workout in first.workouts
        )
        adopted(replace(with_plan, weeks=(replace(first, workouts=workouts), *others), relaxed=(Relaxed("R2", nasty),)))
        async with open_story() as story:
            await story.press("P")
            assert isinstance(story.app.screen, PlanScreen), text
            assert plan_screen(story).query_one(WorkoutView).border_title is not None
            assert not any(ord(character) < 32 for character in story.text if character != "\n"), text
