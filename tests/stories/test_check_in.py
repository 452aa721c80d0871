"""How are you today? Keys in, and what the log holds and the session asks for afterwards."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from hybridtui.domain.readiness import Band, Instead, Readiness
from hybridtui.domain.workout import Kind, StepKind
from hybridtui.logbook import Logbook
from hybridtui.ui.dialogs.check_in import CheckInDialog
from hybridtui.ui.stage import Stage
from tests.stories.conftest import ATHLETE

AMBER, ORANGE, GREEN = "23332", "12223", "44344"


async def answer(story, items: str, *then: str) -> None:
    """Open the check-in, answer its five questions, and go on."""
    await story.press("c")
    await story.type(items)
    await story.press(*then)


def stored(story) -> Readiness | None:
    with story.log() as book:
        return book.check_ins.of(story.clock.now().date())


def open_sets(story) -> list[int]:
    with story.log() as book:
        session = book.today().open_session
    return [step.sets for step in session.steps if step.kind is StepKind.SET]


def saved(location, clock, *readings: Readiness) -> None:
    with Logbook.open(location, clock) as book:
        for reading in readings:
            book.check_ins.save(reading)


def amber(clock, days: int = 0) -> Readiness:
    day = clock.now().date() - timedelta(days=days)
    return Readiness(day=day, fatigue=2, sleep_quality=3, soreness=3, stress=3, mood=2)


async def test_six_keys_are_enough_and_an_amber_day_has_fewer_sets(open_story, with_plan):
    async with open_story() as story:
        assert "How are you today?" in story.text
        await answer(story, AMBER)  # and enter: seven keys
        assert stored(story) is None  # nothing before it is confirmed
        assert "AMBER · 13 of 25" in story.text
        assert "45 min → 43 min" in story.text
        await story.press("enter")
        assert stored(story) == amber(story.clock)
        assert "AMBER today: 45 min → 43 min" in story.text
        await story.press("enter")
        assert open_sets(story) == [2, 2]


async def test_the_session_follows_the_lowered_steps_and_says_why(open_story, with_plan):
    async with open_story(size=(120, 40)) as story:
        await answer(story, AMBER, "enter", "w")
        assert "a little less of what is hard" in story.text
        assert "Your answers add up to 13 of 25" in story.text
        await story.press("escape", "enter", "enter")
        assert "AMBER today: 2 sets instead of 3" in story.text


async def test_a_check_in_can_be_undone_and_told_anew(open_story, with_plan):
    async with open_story() as story:
        await answer(story, AMBER, "enter", "u")
        assert stored(story) is None
        assert "How are you today?" in story.text
        await story.press("U")
        assert stored(story) == amber(story.clock)
        await story.press("c", "up", "up", "5")  # before the first is the first: five, all the same
        assert story.app.screen.form.answers.items == (5, 3, 3, 3, 2)
        await story.press("enter")
        assert stored(story).total == 16
        assert "GREEN today: as planned" in story.text


async def test_as_planned_all_the_same(open_story, with_plan):
    async with open_story() as story:
        await answer(story, AMBER, "p")
        assert stored(story) == replace(amber(story.clock), kept=True)
        assert "as planned all the same" in story.text
        await story.press("enter")
        assert open_sets(story) == [3, 2]


async def test_a_good_day_is_as_planned_and_there_is_nothing_to_keep(open_story, with_plan):
    async with open_story() as story:
        await answer(story, GREEN)
        assert "Today as planned." in story.text
        assert "As planned" not in story.text.splitlines()[-1]
        await story.press("p")
        assert isinstance(story.app.screen, CheckInDialog)
        await story.press("enter", "enter")
        assert open_sets(story) == [3, 2]


async def test_illness_is_red_shows_the_safety_text_and_means_rest(open_story, with_plan):
    async with open_story() as story:
        await answer(story, GREEN, "i")
        assert "RED" in story.text
        assert "pain or pressure in the chest" in story.text
        await story.press("enter")
        assert stored(story).ill
        assert "Resting today" in story.text
        await story.press("enter")
        with story.log() as book:
            assert book.today().open_session is None


async def test_much_pain_is_red_and_offers_recovery(open_story, with_plan):
    async with open_story() as story:
        await answer(story, GREEN, "down", "n", "6")
        assert "pain or pressure in the chest" in story.text
        await story.press("enter")
        assert stored(story).pain == 6
        await story.press("enter")
        with story.log() as book:
            session = book.today().open_session
        assert session.kind is Kind.RECOVERY
        assert "Easy yoga flow" in story.text


@pytest.mark.parametrize(("key", "instead"), [("r", Instead.REST), ("e", Instead.RECOVERY)])
async def test_r24_rest_and_recovery_are_offered_on_a_good_day_too(open_story, with_plan, key, instead):
    async with open_story() as story:
        await answer(story, GREEN)
        footer = story.text.splitlines()[-1]
        assert "Rest" in footer
        assert "Easy recovery" in footer
        await story.press(key)
        assert stored(story).instead is instead
        workouts = story.app.guided.workouts
        assert [w.kind for w in workouts] == ([] if instead is Instead.REST else [Kind.RECOVERY])


async def test_hours_of_sleep_are_told_by_digits_and_little_sleep_lowers_the_band(open_story, with_plan):
    async with open_story() as story:
        await answer(story, GREEN, "4", "full_stop", "5")
        assert "AMBER" in story.text
        assert "less than 5 h" in story.text
        await story.press("backspace", "backspace", "backspace", "6")
        assert "GREEN" in story.text
        await story.press("enter")
        assert stored(story).sleep_hours == 6


async def test_an_answer_too_few_saves_nothing(open_story, with_plan):
    async with open_story() as story:
        await answer(story, AMBER[:-1], "enter", "r")
        assert isinstance(story.app.screen, CheckInDialog)
        await story.press("escape")
        assert stored(story) is None
        assert story.app.guided.stage is Stage.READY


async def test_answers_can_be_erased_and_turned(open_story, with_plan):
    async with open_story() as story:
        await answer(story, AMBER, "backspace")
        assert story.app.screen.form.answers.items == (2, 3, 3, 3, None)
        await story.press("right", "right", "enter")
        assert stored(story).mood == 4


@pytest.mark.parametrize("days", [1, 14])
async def test_an_earlier_reading_does_nothing_today(open_story, with_plan, location, clock, days):
    saved(location, clock, replace(amber(clock, days), ill=True))
    async with open_story() as story:
        assert "How are you today?" in story.text
        await story.press("enter")
        assert open_sets(story) == [3, 2]


async def test_there_is_no_check_in_during_a_session(open_story, with_plan):
    async with open_story() as story:
        await story.press("enter", "enter", "c")
        assert story.app.guided.stage is Stage.GUIDE
        assert not isinstance(story.app.screen, CheckInDialog)
        assert "Check in" not in story.text


async def test_a_lighter_week_is_proposed_once_and_can_be_declined(open_story, with_plan, location, clock):
    saved(location, clock, *(amber(clock, days) for days in (0, 1, 2)))
    async with open_story() as story:
        assert "Three tired days of the last seven: make this week a lighter one?" in story.text
        await story.press("d")
        assert "lighter one?" not in story.text
        assert stored(story).answered == clock.now().date()
        await story.press("u")
        assert "lighter one?" in story.text


async def test_one_key_makes_the_week_a_lighter_one_and_it_is_not_asked_again(open_story, location, clock):
    with Logbook.open(location, clock) as book:
        book.save_athlete(ATHLETE)
        book.plans.adopt(book.plans.draft(ATHLETE))
        book.check_ins.save(amber(clock, 0))
    saved(location, clock, amber(clock, 1), amber(clock, 2))
    async with open_story() as story:
        await story.press("l")
        with story.log() as book:
            plan = book.plans.current()
            assert [c.why.text for c in plan.corrections if c.lighter] == ["Three tired days of the last seven."]
        assert plan.weeks[0].deload
        assert not plan.weeks[1].deload
        assert "lighter one?" not in story.text
        await story.press("u")
        assert "lighter one?" in story.text


async def test_what_was_missed_is_named_and_can_be_dropped(open_story, with_plan):
    async with open_story() as story:
        assert "Missed: Monday, Easy run." in story.text
        await story.press("x", "3", "enter")
        with story.log() as book:
            plan = book.plans.current()
        assert "mon-0" not in {w.id for w in plan.weeks[0].workouts}
        assert "Missed:" not in story.text


async def test_the_band_is_told_by_sign_and_word(open_story, with_plan):
    async with open_story() as story:
        for items, band in ((GREEN, Band.GREEN), (AMBER, Band.AMBER), (ORANGE, Band.ORANGE)):
            await story.press("c")
            await story.type(items)
            await story.press("enter")
            line = next(line for line in story.text.splitlines() if f" {band} today" in line)
            assert line.strip()[0] in "●◕◑○"


async def test_after_two_sets_much_too_hard_the_rest_is_lighter(open_story, location, clock, with_plan):
    week, *others = with_plan.weeks
    strength = next(w for w in week.workouts if w.id == "w-strength")
    harder = replace(strength, steps=tuple(replace(s, rpe=7.0) if s.load else s for s in strength.steps))
    workouts = tuple(harder if w.id == harder.id else w for w in week.workouts)
    with Logbook.open(location, clock) as book:
        book.plans.adopt(replace(with_plan, weeks=(replace(week, workouts=workouts), *others)))
    async with open_story() as story:
        await story.press("enter", "enter")
        for _ in range(2):
            await story.type("80x6@9")
            await story.press("enter")
        assert "much harder" in story.text
        await story.press("enter")
        with story.log() as book:
            loads = [s.load.kg for s in book.today().open_session.sets]
        assert loads == [80, 80, 75]


async def test_what_a_check_in_changes_is_in_sight_where_there_is_least_room(open_story, with_plan):
    async with open_story(size=(60, 16)) as story:
        await story.press("c", *"22222")
        assert "ORANGE" in story.text
        assert "→" in story.text.split("ORANGE")[1]


class TestFewKeys:
    async def test_five_digits_on_today_are_all_and_what_they_change_is_shown(self, open_story, with_plan):
        async with open_story() as story:
            await story.press(*AMBER)  # five keys
            assert stored(story) == amber(story.clock)
            assert story.app.guided.stage is Stage.READY
            assert "AMBER today: 45 min → 43 min" in story.text
            assert "c Check in, rest" in story.text.splitlines()[-1]

    async def test_digits_typed_in_a_hurry_are_not_lost(self, open_story, with_plan):
        async with open_story() as story:
            await story.hurry(*AMBER)
            assert stored(story) == amber(story.clock)

    async def test_c_and_enter_say_that_all_is_as_usual(self, open_story, with_plan):
        async with open_story() as story:
            await story.press("c")
            assert "if all is as usual: ● GREEN · 15 of 25" in story.text
            await story.press("enter")
            assert stored(story).items == (3, 3, 3, 3, 3)
            assert "GREEN today: as planned" in story.text

    async def test_who_begun_with_a_digit_can_tell_more_before_saving(self, open_story, with_plan):
        async with open_story() as story:
            await story.press(*AMBER[:-1], "up", "down", AMBER[-1])
            assert stored(story) is None  # not five digits one after the other: enter saves
            await story.press("6", "enter")
            assert stored(story) == replace(amber(story.clock), sleep_hours=6)

    async def test_esc_after_the_first_digit_says_nothing(self, open_story, with_plan):
        async with open_story() as story:
            await story.press("1", "escape")
            assert stored(story) is None
            assert story.app.guided.stage is Stage.READY

    async def test_rest_takes_two_keys_on_any_day(self, open_story, with_plan):
        async with open_story() as story:
            await story.press("c", "r")
            assert stored(story).instead is Instead.REST
            assert "Resting today" in story.text

    async def test_what_else_was_told_stays_when_the_five_are_told_anew(self, open_story, with_plan, location, clock):
        saved(location, clock, replace(amber(clock), ill=True))
        async with open_story() as story:
            await story.press(*GREEN)
            assert stored(story) == Readiness(
                day=clock.now().date(), fatigue=4, sleep_quality=4, soreness=3, stress=4, mood=4, ill=True
            )
