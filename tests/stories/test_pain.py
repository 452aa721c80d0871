"""An ache while training: few keys, what it changes is shown before, and it can be taken back."""

from __future__ import annotations

from hybridtui.domain.pain import Part
from hybridtui.domain.session import Side, Status
from hybridtui.ui.dialogs.pain import PainDialog
from hybridtui.ui.dialogs.stop import StopDialog
from hybridtui.ui.stage import Stage

DAY = 86_400


def pains(story) -> list[tuple[Part, Side | None, int]]:
    with story.log() as book:
        return [(pain.part, pain.side, pain.level) for pain in book.pains.active()]


def open_exercises(story) -> list[str | None]:
    with story.log() as book:
        session = book.today().open_session
    return [step.exercise for step in session.steps if step.logs_sets]


def toasts(story) -> str:
    return " ".join(notice.message for notice in story.app._notifications)


async def at_the_squats(story) -> None:
    await story.press("enter", "K")


async def test_a_swap_takes_five_keys_and_undo_takes_it_back(open_story, with_plan):
    async with open_story() as story:
        await at_the_squats(story)
        await story.press("a", "k", "l", "5")
        assert "Back squat → " in story.text
        assert pains(story) == []  # nothing before it is confirmed
        await story.press("enter")
        assert pains(story) == [(Part.KNEE, Side.LEFT, 5)]
        assert "back_squat" not in open_exercises(story)
        assert story.app.guided.stage is Stage.GUIDE
        assert "Left knee: 5 of 10; Back squat → " in toasts(story)
        await story.press("u")
        assert "back_squat" in open_exercises(story)
        await story.press("u")
        assert pains(story) == []


async def test_keys_typed_in_a_hurry_are_not_lost(open_story, with_plan):
    async with open_story() as story:
        await at_the_squats(story)
        await story.hurry("a", "k", "l", "5", "enter")
        assert pains(story) == [(Part.KNEE, Side.LEFT, 5)]
        assert "back_squat" not in open_exercises(story)


async def test_it_can_be_left_out_or_only_noted(open_story, with_plan):
    async with open_story() as story:
        await at_the_squats(story)
        await story.press("a", "k", "5", "n")
        assert open_exercises(story)[0] == "back_squat"
        await story.press("a", "5", "s")  # the same knee again: it is proposed
        assert "Push-up" in story.text
        with story.log() as book:
            session = book.today().open_session
        assert open_exercises(story)[0] == "back_squat"
        assert len(session.marks) == 4  # the warm-up, and three sets of squats


async def test_a_little_pain_is_noted_and_the_session_goes_on(open_story, with_plan):
    async with open_story() as story:
        await at_the_squats(story)
        await story.press("a", "k", "2")
        assert "Go on, lighter" in story.text
        await story.press("enter")
        assert pains(story) == [(Part.KNEE, None, 2)]
        assert open_exercises(story)[0] == "back_squat"


async def test_pain_in_the_chest_shows_the_stop_text_and_the_session_can_be_finished(open_story, with_plan):
    async with open_story() as story:
        await at_the_squats(story)
        await story.press("enter", "a", "p", "3")
        assert "pressure in the chest" in story.text
        await story.press("enter")
        assert isinstance(story.app.screen, StopDialog)
        assert "STOP AND REST" in story.text
        assert "get help at once" in story.text
        await story.press("enter", "enter")
        assert story.app.guided.stage is Stage.SUMMARY
        assert story.app.guided.finished.status is Status.FINISHED


async def test_a_very_bad_joint_is_one_to_stop_for(open_story, with_plan):
    async with open_story() as story:
        await at_the_squats(story)
        await story.press("a", "k", "8", "enter")
        assert isinstance(story.app.screen, StopDialog)
        await story.press("escape")
        assert story.app.guided.stage is Stage.GUIDE
        with story.log() as book:
            assert len(book.today().open_session.marks) == 4  # no more squats either way


async def test_today_says_what_hurts_and_what_is_swapped_before_starting(open_story, with_plan, clock):
    async with open_story(size=(120, 40)) as story:
        await story.press("a", "k", "l", "5", "enter")
        assert "Left knee 5 of 10 today, a says how it is now: Back squat → " in story.text
        await story.press("a", "0", "enter")  # gone
        assert "Left knee" not in story.text
        assert pains(story) == []


async def test_after_eight_days_it_says_and_does_nothing(open_story, with_plan, location, clock):
    async with open_story(size=(120, 40)) as story:
        await story.press("a", "k", "l", "5", "enter")
    clock.pass_(8 * DAY)
    async with open_story(size=(120, 40)) as story:
        assert "Left knee" not in story.text
        await story.press("enter", "K")
        assert open_exercises(story)[0] == "back_squat"


async def test_a_second_day_with_the_same_part_names_someone_who_looks(open_story, with_plan, clock):
    async with open_story() as story:
        await story.press("a", "k", "l", "2", "enter")
    clock.pass_(DAY)
    async with open_story() as story:
        await story.press("a", "2")
        assert "physiotherapist" in story.text


async def test_esc_says_nothing_and_a_place_can_be_corrected(open_story, with_plan):
    async with open_story() as story:
        await at_the_squats(story)
        await story.press("a", "k", "5", "escape")
        assert pains(story) == []
        await story.press("a", "k", "backspace", "s", "r", "1", "1")
        assert story.app.screen.form.ache.level == 1  # 11 is none: the newest digit counts
        await story.press("0")
        assert story.app.screen.form.ache.level == 10
        assert isinstance(story.app.screen, PainDialog)


async def test_it_is_all_in_sight_on_the_smallest_screen(open_story, with_plan):
    async with open_story(size=(60, 16)) as story:
        await at_the_squats(story)
        await story.press("a", "k", "5")
        assert "→" in story.text
