"""Plan, by keys: a workout is moved, missed work is dealt with, and all of it can be taken back."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from textual.widgets import Input

from hybridtui.domain.athlete import Athlete
from hybridtui.domain.drafts import SetDraft
from hybridtui.domain.workout import Kind, Workout
from hybridtui.logbook import Logbook
from hybridtui.ui.dialogs.confirm import ConfirmDialog
from hybridtui.ui.dialogs.missed import MissedDialog
from hybridtui.ui.dialogs.move_reason import MoveReasonDialog
from hybridtui.ui.screens.plan import PlanScreen
from hybridtui.ui.widgets.plan_grid import PlanGrid
from hybridtui.ui.widgets.workout_view import WorkoutView
from tests.hostile import HOSTILE
from tests.stories.test_contrast import unreadable
from tests.stories.test_hostile_words import harmless

SATURDAY, LATER, FRIDAY = date(2026, 3, 14), date(2026, 3, 11), date(2026, 3, 13)


def stored(story, workout_id: str) -> Workout | None:
    """Return a workout of the plan that is kept."""
    with story.log() as book:
        weeks = book.plans.current().weeks
        return next((w for week in weeks for w in week.workouts if w.id == workout_id), None)


def cursor_day(story) -> date:
    return story.app.screen.query_one(PlanGrid).cursor.day


def told(story) -> str:
    """Return what the pane beside the weeks says, on one line."""
    return " ".join(str(story.app.screen.query_one(WorkoutView).render()).split())


async def lift_next_long_run(story) -> None:
    """Go to Saturday's run of next week, and lift it."""
    await story.press("P")
    await story.hurry("down", "down", "right", "right", "right")
    await story.press("m")


@pytest.mark.parametrize("size", [(60, 16), (80, 24), (120, 40)])
async def test_every_day_it_may_go_to_tells_by_sign_and_rule_what_it_breaks(open_story, with_plan, size):
    async with open_story(size=size) as story:
        await lift_next_long_run(story)
        assert "Move Long run" in story.text
        assert "★" in story.text
        assert "✗ H1" in story.text
        assert "✓" in story.text
        assert "where it is now, the best day" in told(story)


async def test_the_cursor_goes_over_these_days_only_and_each_is_told_in_sentences(open_story, with_plan):
    async with open_story(size=(120, 40)) as story:
        await lift_next_long_run(story)
        assert cursor_day(story) == SATURDAY
        await story.press("left")
        assert cursor_day(story) == FRIDAY
        assert "Friday 13 March · ✗ breaks a hard rule" in told(story)
        assert "your days and minutes" in told(story)  # the name of H1
        await story.press("left", "left")
        assert cursor_day(story) == LATER
        assert "Wednesday 11 March · ✓ breaks no rule" in told(story)
        await story.press("down")
        assert cursor_day(story) == date(2026, 3, 18)
        await story.press("down", "down")
        assert cursor_day(story) <= date(2026, 3, 22)


async def test_enter_moves_and_it_can_be_taken_back_and_done_again(open_story, with_plan):
    async with open_story() as story:
        await lift_next_long_run(story)
        await story.press("left", "left", "left", "enter")
        assert stored(story, "sat-1").day == LATER
        assert stored(story, "sat-1").moved_from == SATURDAY
        assert cursor_day(story) == LATER
        assert "moved from Sat 14 Mar" in story.text
        await story.press("u")
        assert stored(story, "sat-1").day == SATURDAY
        assert "moved from" not in story.text
        await story.press("U")
        assert stored(story, "sat-1").day == LATER


async def test_escape_leaves_everything_as_it_was(open_story, with_plan):
    async with open_story() as story:
        await lift_next_long_run(story)
        await story.press("left", "left", "left", "escape")
        assert stored(story, "sat-1").day == SATURDAY
        assert cursor_day(story) == SATURDAY
        assert "✗ missed" in story.text  # the usual legend
        await story.press("enter")
        assert stored(story, "sat-1").day == SATURDAY


async def test_a_hard_rule_is_broken_only_for_a_reason_which_is_kept_and_told(open_story, with_plan):
    async with open_story() as story:
        await lift_next_long_run(story)
        await story.press("left", "enter")
        assert isinstance(story.app.screen, MoveReasonDialog)
        assert "H1" in story.text
        await story.press("enter")
        assert "Write a few words" in story.text
        assert stored(story, "sat-1").day == SATURDAY
        await story.type("Only free day")
        await story.press("enter")
        assert stored(story, "sat-1").day == FRIDAY
        assert stored(story, "sat-1").because == "Only free day"
        assert cursor_day(story) == FRIDAY
        assert "Your reason: Only free day" in told(story)


async def test_without_a_reason_it_stays_lifted(open_story, with_plan):
    async with open_story() as story:
        await lift_next_long_run(story)
        await story.press("left", "enter", "escape")
        assert isinstance(story.app.screen, PlanScreen)
        assert "Move Long run" in story.text
        assert stored(story, "sat-1").day == SATURDAY
        await story.press("left", "left", "enter")
        assert stored(story, "sat-1").day == LATER


async def test_hostile_reasons_are_kept_clean_and_shown_as_typed(open_story, with_plan):
    async with open_story() as story:
        await lift_next_long_run(story)
        await story.press("left", "enter")
        line = story.app.screen.query_one(Input)
        for words in HOSTILE[::3]:
            line.value = ""
            line.insert_text_at_cursor(words)
            await story.pilot.pause()
            assert harmless(story.text), words
        line.value = ""
        line.insert_text_at_cursor("\x1b]0;pwned\x07[bold]My[/] [/nope] \u202ewedding [@click=app.quit]x[/]")
        await story.press("enter")
        kept = stored(story, "sat-1").because
        assert harmless(kept)
        assert "[bold]My[/] [/nope]" in kept
        assert harmless(story.text)
        assert "[bold]My[/] [/nope] wedding [@click=app.quit]x[/]" in told(story)


async def test_what_is_done_missed_or_the_race_is_not_moved(open_story, with_plan):
    async with open_story() as story:
        await story.press("P", "left", "left", "m")  # Monday's run was missed
        assert "Move " not in story.text
        assert "m Move" not in story.text
        assert "x Missed" in story.text
        await story.press("home")
        assert "x Missed" not in story.text


async def test_a_missed_workout_is_dropped_with_its_consequence_told_and_comes_back(open_story, with_plan):
    async with open_story() as story:
        await story.press("P", "left", "left", "x")
        assert isinstance(story.app.screen, MissedDialog)
        await story.press("escape")
        assert stored(story, "mon-0") is not None
        await story.press("x", "3")
        assert isinstance(story.app.screen, PlanScreen)
        assert stored(story, "mon-0") is None
        assert "▲ 30 ✗" not in story.text
        await story.press("u")
        assert stored(story, "mon-0") is not None


async def test_every_mark_can_be_read_in_dark_and_in_light(open_story, with_plan):
    async with open_story(size=(120, 40)) as story:
        await lift_next_long_run(story)
        for theme in ("textual-dark", "textual-light"):
            story.app.theme = theme
            await story.settle()
            assert unreadable(story.app) == []


# --- another exercise ---------------------------------------------------------------------------


@pytest.fixture
def mastered(location, clock) -> str:
    """A beginner's plan, and bodyweight squats done twice at the top of their range; the exercise."""
    with Logbook.open(location, clock) as book:
        book.save_athlete(Athlete())
        book.plans.adopt(book.plans.draft(Athlete()))
        for _ in range(2):
            session = book.sessions.start_free(Kind.STRENGTH)
            sets = [SetDraft(reps=15, rpe=6)] * 2
            book.sessions.log_sets(session.id, None, "bodyweight_squat", sets)
            book.sessions.finish(session.id, rpe=5, minutes=10)
            clock.at += timedelta(days=2)
    return "bodyweight_squat"


def exercises(story) -> set[str]:
    """Return what the strength work of the weeks after this one holds."""
    with story.log() as book:
        later = book.plans.current().weeks[1:]
        return {step.exercise for week in later for w in week.workouts for step in w.steps if step.logs_sets}


async def test_the_exercise_that_is_offered_is_taken_by_two_keys_and_given_back_by_one(open_story, mastered):
    async with open_story(size=(120, 40)) as story:
        await story.press("P")
        await to_a_step(story, mastered)
        assert "Take the offer" in story.text
        await story.press("o")
        assert isinstance(story.app.screen, ConfirmDialog)
        await story.press("escape")
        assert mastered in exercises(story)
        await story.press("o", "enter")
        assert story.app.screen.__class__ is PlanScreen
        with story.log() as book:
            assert [swap.old for swap in book.plans.current().swaps] == [mastered]
        await story.press("u")
        with story.log() as book:
            assert book.plans.current().swaps == ()


async def test_where_nothing_is_offered_there_is_no_such_key(open_story, with_plan):
    async with open_story(size=(120, 40)) as story:
        await story.press("P", "tab")
        assert "Take the offer" not in story.text


async def to_a_step(story, exercise: str) -> None:
    """Put the cursor on the first step with an exercise, wherever in the weeks it is."""
    for _ in range(14):
        workout = story.app.screen.query_one(PlanGrid).workout
        if workout is not None and any(step.exercise == exercise and step.logs_sets for step in workout.steps):
            break
        await story.press("right")
    await story.press("tab")
    view = story.app.screen.query_one(WorkoutView)
    while view.step.exercise != exercise or not view.step.logs_sets:
        await story.press("down")
