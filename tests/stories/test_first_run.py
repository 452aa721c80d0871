"""The first run by keys: from nothing to a plan, back and forth, and again later."""

from __future__ import annotations

import pytest
from textual.events import Paste

from hybridtui.domain.athlete import EQUIPMENT_PROFILES, Athlete, Goal, Level, Limit
from hybridtui.domain.calendar import Weekday
from hybridtui.domain.problems import Problem
from hybridtui.domain.text import harmless
from hybridtui.domain.units import DistanceUnit, WeightUnit
from hybridtui.ui.dialogs.help import HelpDialog
from hybridtui.ui.questions.question import Question
from hybridtui.ui.screens.first_run import DRAFT, FirstRunScreen
from hybridtui.ui.widgets.choice import Choice
from hybridtui.ui.widgets.dial import Dial
from hybridtui.ui.widgets.number_entry import NumberEntry
from hybridtui.ui.widgets.toggles import Toggles
from hybridtui.ui.widgets.training_days import TrainingDays
from tests.hostile import HOSTILE

UNITS, GOAL, LEVEL, DAYS, EQUIPMENT, RUNNING, STRENGTH, LIMITS, HEALTH = range(9)


def stored_athlete(story) -> Athlete | None:
    with story.log() as book:
        return book.athlete()


def stored_plan(story):
    with story.log() as book:
        return book.plans.current()


def first_run(story) -> FirstRunScreen:
    assert isinstance(story.app.screen, FirstRunScreen)
    return story.app.screen


def page(story) -> Question:
    screen = first_run(story)
    return screen.query_one(f"#page-{screen.position}", Question)


async def go_to(story, position: int) -> None:
    """Press enter until a question is shown."""
    await story.press(*["enter"] * (position - first_run(story).position))
    assert first_run(story).position == position


async def test_enter_all_the_way_gives_the_plan_of_a_beginner(open_story):
    async with open_story() as story:
        await go_to(story, DRAFT)
        assert stored_athlete(story) is None
        await story.press("enter")
        assert not isinstance(story.app.screen, FirstRunScreen)
        assert stored_athlete(story) == Athlete(days_per_week=3)
        plan = stored_plan(story)
        assert plan.start == story.clock.now().date()
        assert len(plan.weeks) == 4
        assert {workout.day.weekday() for week in plan.weeks for workout in week.workouts} <= {0, 2, 4}


async def test_from_the_first_screen_to_the_first_logged_set_takes_at_most_twenty_keystrokes(open_story):
    async with open_story() as story:
        for _ in range(20):
            await story.press("enter")
            with story.log() as book:
                running = book.today().open_session
            if running is not None and (running.sets or running.runs):
                break
        else:
            pytest.fail(f"nothing logged after twenty keystrokes:\n{story.text}")


async def test_what_is_answered_is_what_is_kept(open_story):
    async with open_story() as story:
        await story.press("down", "enter")  # pounds and miles
        await story.press(*["down"] * 5, "left", "left", "enter")  # half marathon, 65/35
        await story.press("down", "tab")
        await story.type("41")
        await story.press("enter")  # intermediate, 41 years
        await story.press("right", "space", "plus", "plus", "right", "right", "space", "enter")  # Tue 55 min, Thu
        await story.press("down", "down", "tab", "space", "enter")  # a gym, but no bands
        await story.type("120")
        await story.press("down")
        await story.type("45")
        await story.press("enter", "right", "right", "enter")  # 120 min, 45 min, twice a week
        await story.press("down", "down", "space", "enter", "enter", "enter")  # spare the shoulder; healthy; adopt
        assert stored_athlete(story) == Athlete(
            goal=Goal.HALF,
            balance=0.65,
            level=Level.INTERMEDIATE,
            days=(Weekday.MON, Weekday.TUE, Weekday.WED, Weekday.THU, Weekday.FRI),
            days_per_week=5,
            minutes=(45, 55, 45, 45, 45, 45, 45),
            equipment=EQUIPMENT_PROFILES["gym"] - {"band"},
            run_minutes=120,
            longest_run=45,
            strength_sessions=2,
            limits=frozenset({Limit.SHOULDER}),
            age=41,
            weight_unit=WeightUnit.LB,
            distance_unit=DistanceUnit.MI,
        )


async def test_the_goal_suggests_the_balance_and_the_arrows_change_it_in_steps_of_five(open_story):
    async with open_story() as story:
        await go_to(story, GOAL)
        dial = page(story).query_one(Dial)
        assert dial.value == 50
        await story.press("down")
        assert dial.value == 30
        await story.press("right")
        assert dial.value == 35
        await story.press(*["left"] * 10)
        assert dial.value == 10
        assert "run 10 %" in story.text
        assert "90 % ■ strength" in story.text


@pytest.mark.parametrize("key", ["escape", "left"])
async def test_going_back_keeps_every_answer(open_story, key):
    async with open_story() as story:
        await story.press("down", "enter", "enter", "down", "down")
        await story.press(key, "escape")
        assert first_run(story).position == UNITS
        assert page(story).query_one(Choice).value == (WeightUnit.LB, DistanceUnit.MI)
        await story.press("enter", "enter")
        assert page(story).query_one(Choice).value is Level.ADVANCED


async def test_a_newcomer_cannot_fall_out_of_the_first_question(open_story):
    async with open_story() as story:
        await story.press("escape", "left")
        assert first_run(story).position == UNITS


async def test_minutes_that_cannot_be_are_refused_in_words(open_story):
    async with open_story() as story:
        await go_to(story, RUNNING)
        for typed in ("a lot", "-5", "12.5", "1201", "٣٠", "1e3", "999999", " "):
            await story.press("home", "ctrl+k")
            await story.type(typed)
            await story.press("enter")
            assert first_run(story).position == RUNNING, typed
            assert "type a whole number from 0 to 1200" in story.text
        await story.press("home", "ctrl+k")
        await story.type("90")
        await story.press("enter")
        assert first_run(story).position == STRENGTH


async def test_a_longest_run_longer_than_all_running_is_asked_about(open_story):
    async with open_story() as story:
        await go_to(story, RUNNING)
        await story.type("10")
        await story.press("down")
        await story.type("60")
        await story.press("enter")
        assert first_run(story).position == RUNNING
        assert "check both numbers" in story.text


async def test_age_may_stay_empty_but_not_be_nonsense(open_story):
    async with open_story() as story:
        await go_to(story, LEVEL)
        await story.press("tab")
        await story.type("12")
        await story.press("enter")
        assert first_run(story).position == LEVEL
        assert "from 13 to 100" in story.text
        await story.press("backspace", "backspace", "enter")
        assert first_run(story).position == DAYS


async def test_too_few_days_and_too_many_for_a_beginner_are_refused(open_story):
    async with open_story() as story:
        await go_to(story, DAYS)
        week = page(story).query_one(TrainingDays)
        await story.press("space", "right", "right", "space")
        assert week.days == (Weekday.FRI,)
        await story.press("enter")
        assert "at least two days" in story.text
        assert first_run(story).position == DAYS
        for _ in range(7):
            await story.press("right")
        await story.press("space", *["left", "space"] * 5, "left", "left", "space")
        assert len(week.days) >= 6
        await story.press("down", "down", *["right"] * 6, "enter")
        assert first_run(story).position == DAYS
        assert "as a beginner choose five or fewer" in story.text


async def test_minutes_typed_once_hold_for_every_day_until_one_differs(open_story):
    async with open_story() as story:
        await go_to(story, DAYS)
        week = page(story).query_one(TrainingDays)
        await story.press("down")
        await story.type("60")
        assert week.minutes == (60,) * 7
        await story.press("up", "minus")
        assert week.minutes == (55, 60, 60, 60, 60, 60, 60)
        assert page(story).query_one("#minutes", NumberEntry).input.value == ""


async def test_one_tick_on_the_health_check_keeps_the_plan_easy(open_story):
    async with open_story() as story:
        await go_to(story, HEALTH)
        assert "not medical advice" in story.text
        await story.press("down", "space")
        assert "Please talk to a doctor" in story.text
        await story.press("enter", "enter")
        assert stored_athlete(story).see_professional
        assert not any(workout.hard for week in stored_plan(story).weeks for workout in week.workouts)


async def test_answers_can_be_changed_later_and_done_work_stays(open_story, with_plan):
    async with open_story() as story:
        await story.press("enter", "enter", "enter")  # start, warm-up, first set
        await story.press("P", "g")
        assert page(story).query_one(Choice).value == (WeightUnit.KG, DistanceUnit.KM)
        assert "gives a gentle beginner's plan" not in story.text  # enter keeps the answers given before
        await go_to(story, GOAL)
        await story.press("down", "down")  # running first
        await go_to(story, DRAFT)
        assert "what you have done stays" in story.text
        await story.press("enter")
        assert stored_athlete(story).goal is Goal.RUN_FIRST
        assert stored_athlete(story).run_minutes == with_plan.athlete.run_minutes
        assert stored_plan(story).id != with_plan.id
        with story.log() as book:
            assert len(book.today().open_session.sets) == 1


async def test_leaving_half_way_changes_nothing(open_story, with_plan):
    async with open_story() as story:
        await story.press("P", "g", "enter", "down", "enter", "escape", "escape", "escape")
        assert not isinstance(story.app.screen, FirstRunScreen)
        assert stored_athlete(story) == with_plan.athlete
        assert stored_plan(story) == with_plan


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_every_question_fits_its_screen_and_names_the_app(open_story, size):
    async with open_story(size=size) as story:
        for position in range(DRAFT):
            assert page(story).max_scroll_y == 0, position
            assert story.text.splitlines()[0].lstrip().startswith("hybridtui")
            assert ("health check" if position == HEALTH else f"{position + 1} of 8") in story.text
            await story.press("enter")


async def test_single_things_can_be_added_to_a_profile(open_story):
    async with open_story() as story:
        await go_to(story, EQUIPMENT)
        await story.press("down")
        items = page(story).query_one(Toggles)
        assert items.chosen == EQUIPMENT_PROFILES["home"]
        await story.press("tab", "space", "right", "right", "right", "space")
        assert items.chosen == EQUIPMENT_PROFILES["home"] - {"band"} | {"kettlebell"}


async def test_hostile_text_in_the_numbers_is_refused_and_cannot_act(open_story):
    async with open_story() as story:
        await go_to(story, RUNNING)
        entry = page(story).query_one(NumberEntry).input
        for text in HOSTILE:
            entry.value = ""
            entry.post_message(Paste(text[:6]))
            await story.pilot.pause()
            assert entry.value == harmless(entry.value)
            with pytest.raises(Problem, match="type a whole number"):
                page(story).answer(Athlete())
        await story.press("enter")
        assert first_run(story).position == RUNNING
        assert "type a whole number" in story.text


STRONG = """Date,Workout Name,Exercise Name,Set Order,Weight,Weight Unit,Reps,RPE,Distance,Distance Unit,Seconds,Notes,Workout Notes,Workout Duration
2026-03-01 18:00:00,Legs,Squat (Barbell),1,100,kg,5,,0,,0,,,1h
2026-02-25 18:00:00,Legs,Squat (Barbell),1,100,kg,5,,0,,0,,,1h
2026-02-22 18:00:00,Run,Running,1,0,,0,,8,km,2760,,,46m
"""  # noqa: E501


async def test_imported_history_is_where_the_plan_begins(open_story, tmp_path, monkeypatch):
    folder = tmp_path / "home" / "Downloads"
    folder.mkdir(parents=True)
    (folder / "strong.csv").write_text(STRONG, encoding="utf-8")
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    async with open_story() as story:
        await story.press("i", "enter", "enter", "enter")  # the folder, import, close
        assert first_run(story).position == UNITS
        assert "Which units do you think in?" in story.text
        await go_to(story, RUNNING)
        typed = [entry.input.value for entry in page(story).query(NumberEntry)]
        await go_to(story, STRENGTH)
        assert (typed, page(story).query_one(Dial).value) == (["12", "46"], 1)

    async with open_story() as story:  # closed before the plan was adopted
        assert "Your history is in: 3 sessions" in story.text
        await go_to(story, RUNNING)
        assert [entry.input.value for entry in page(story).query(NumberEntry)] == ["12", "46"]
        await story.press(*["escape"] * RUNNING)
        assert "u Undo" in story.text
        await story.press("u")
        assert "Your history is in" not in story.text
        assert "u Undo" not in story.text
        with story.log() as book:
            assert book.history.count() == 0
        await go_to(story, RUNNING)
        assert [entry.input.value for entry in page(story).query(NumberEntry)] == ["0", "0"]


async def test_help_tells_the_keys_of_the_question(open_story):
    async with open_story(size=(120, 40)) as story:
        await go_to(story, DAYS)
        await story.press("question_mark")
        assert isinstance(story.app.screen, HelpDialog)
        assert "Train or rest" in story.text
        await story.press("escape")
        await go_to(story, RUNNING)
        await story.press("question_mark")
        assert isinstance(story.app.screen, HelpDialog)
