"""Plan, by keys: other answers are weighed beside the plan that is followed, then adopted or left."""

from __future__ import annotations

import threading
from dataclasses import replace
from datetime import date, timedelta

import pytest

from hybridtui.domain.athlete import EQUIPMENT_PROFILES, Goal, StrengthGoal
from hybridtui.domain.calendar import Weekday
from hybridtui.domain.workout import Kind
from hybridtui.logbook import Logbook
from hybridtui.logbook.plans import Plans
from hybridtui.ui.screens.draft import DraftScreen
from hybridtui.ui.screens.plan import PlanScreen
from hybridtui.ui.widgets.answers import Answers
from tests.stories.test_contrast import unreadable


def athlete(story):
    with story.log() as book:
        return book.athlete()


def plan(story):
    with story.log() as book:
        return book.plans.current()


def answered(story):
    return story.app.screen.query_one(Answers).athlete


@pytest.mark.parametrize("size", [(60, 16), (80, 24)])
async def test_the_consequence_of_an_answer_is_shown_at_once(open_story, with_plan, size):
    async with open_story(size=size) as story:
        await story.press("P", "d")
        assert isinstance(story.app.screen, DraftScreen)
        assert "What would change" in story.text
        before = story.text
        await story.hurry("down", "right", "right", "right", "right")
        assert answered(story).balance == 0.70
        assert "target 70/30" in story.text
        assert story.text != before
        assert plan(story).id == "plan"


async def test_what_changes_is_marked_and_told_week_by_week(open_story, with_plan):
    async with open_story(size=(120, 40)) as story:
        await story.press("P", "d")
        await story.hurry("down", "right", "right", "right", "right")
        for part in ("now  ▲", "then ▲", "W11", "target 70/30", "is new", "goes"):
            assert part in story.text
        await story.press("pagedown", "pagedown")
        assert "W13" in story.text


async def test_adopting_saves_answers_and_plan_in_one_change(open_story, with_plan):
    async with open_story() as story:
        await story.press("P", "d")
        await story.hurry("down", "right", "right", "right", "right")
        await story.press("a")
        assert isinstance(story.app.screen, PlanScreen)
        assert athlete(story).balance == 0.70
        assert plan(story).athlete.balance == 0.70
        assert "70/30" in story.text
        await story.press("u")
        assert athlete(story) == with_plan.athlete
        assert plan(story).id == "plan"
        await story.press("U")
        assert athlete(story).balance == 0.70


async def test_escape_leaves_everything_as_it_was(open_story, with_plan):
    async with open_story() as story:
        await story.press("P", "d", "right", "right", "escape")
        assert isinstance(story.app.screen, PlanScreen)
        assert athlete(story) == with_plan.athlete
        assert plan(story).id == "plan"


async def test_all_answers_are_turned_by_keys(open_story, with_plan):
    async with open_story(size=(120, 40)) as story:
        await story.press("P", "d")
        await story.hurry(*["right"] * 5, "down", "left")  # a half marathon, with less running than it suggests
        await story.hurry("down", "space", "plus", "down", "left", "down", "left", "down", "right", "down", "right")
        await story.hurry("down", "right", "right", "right", "down", "plus", "right", "left", "minus")
        new = answered(story)
        assert new.goal is Goal.HALF
        assert new.balance == 0.70
        assert len(new.days) == 3
        assert new.days_per_week == 2
        assert new.equipment == EQUIPMENT_PROFILES["home"]
        assert new.quality_runs == 2
        assert new.strength_goal is StrengthGoal.STRENGTH
        assert new.race.distance_m == 21097.5
        assert new.race.day.weekday() == 6
        assert new.race.day > date(2026, 5, 20)


async def test_equipment_is_reached_by_a_key_of_its_own_and_changes_exercises(open_story, with_plan):
    async with open_story(size=(120, 40)) as story:
        await story.press("P", "E")
        await story.hurry("left", "left", "left")
        assert answered(story).equipment == EQUIPMENT_PROFILES["none"]
        await story.press("enter")
        assert athlete(story).equipment == frozenset()
        steps = [s for week in plan(story).weeks[1:] for w in week.workouts for s in w.steps if s.logs_sets]
        assert steps
        assert "back_squat" not in {step.exercise for step in steps}


async def test_answers_of_which_no_plan_can_be_made_say_so_and_cannot_be_adopted(open_story, with_plan):
    async with open_story() as story:
        await story.press("P", "d")
        await story.hurry("down", "down", "space", "right", "right", "space", "right", "space")
        assert len(answered(story).days) == 1
        assert "at least two days" in " ".join(story.text.split())
        assert "a Adopt" not in story.text
        await story.press("a")
        assert isinstance(story.app.screen, DraftScreen)
        await story.press("space")
        assert "What would change" in story.text


async def test_the_screen_goes_on_while_a_draft_is_made_and_only_the_newest_answers_are_drafted(
    open_story, with_plan, monkeypatch
):
    go_on, asked = threading.Event(), []
    preview = Plans.preview

    def slow(plans, wanted):
        asked.append(wanted.balance)
        assert go_on.wait(20)
        return preview(plans, wanted)

    monkeypatch.setattr(Plans, "preview", slow)
    async with open_story() as story:
        await story.press("P")
        await story.pilot.press("d")
        while not asked:
            await story.pilot.pause()
        for _ in range(4):
            await story.pilot.press("right" if story.app.screen.query_one("#balance").has_focus else "down")
        await story.pilot.press("right")
        assert "▲ run 70 %" in story.text  # the answers move although the first draft is not there
        assert len(asked) == 1
        go_on.set()
        await story.settle()
        assert asked == [0.5, 0.7]
        assert "target 70/30" in story.text


async def test_what_was_done_this_week_stays(open_story, with_plan, location, clock):
    with Logbook.open(location, clock) as book:
        session = book.sessions.start("w-strength")
        book.sessions.finish(session.id, rpe=6, minutes=45)
    async with open_story() as story:
        await story.press("P", "d", "down", "right", "right", "a")
        week = plan(story).weeks[0]
        assert [w.id for w in week.on(date(2026, 3, 4)) if w.kind is Kind.STRENGTH] == ["w-strength"]
        assert [w.id for w in week.workouts].count("mon-0") == 1


async def test_a_race_that_is_over_is_no_race(open_story, with_plan, location, clock):
    from hybridtui.domain.athlete import Race

    with Logbook.open(location, clock) as book:
        book.save_athlete(replace(with_plan.athlete, race=Race(10000.0, date(2026, 2, 1))))
    async with open_story() as story:
        await story.press("P", "d")
        assert answered(story).race is None
        assert "no race" in story.text


async def test_every_word_can_be_read_in_dark_and_in_light(open_story, with_plan):
    async with open_story(size=(120, 40)) as story:
        await story.press("P", "d", "right")
        for theme in ("textual-dark", "textual-light"):
            story.app.theme = theme
            await story.settle()
            assert unreadable(story.app) == []


async def test_to_turn_the_day_of_no_race_asks_for_the_race_of_the_goal(open_story, with_plan):
    async with open_story() as story:
        await story.press("P", "d")
        answers = story.app.screen.query_one(Answers)
        await story.hurry("right", "right", "right", "right", "right")
        assert answers.athlete.goal is Goal.HALF
        await story.press("up", "right")  # from the first answer back to the last
        race = answers.athlete.race
        assert race is not None
        assert race.distance_m == 21097.5
        assert race.day.weekday() == Weekday.SUN
        assert 12 <= (race.day - story.clock.now().date()).days / 7 <= 13
        await story.press("minus")
        assert answers.athlete.race.day == race.day - timedelta(days=7)
