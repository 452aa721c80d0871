"""Bar and plates by keys: from the palette, from the first questions again; hostile text and a flood of it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from textual.events import Paste

from hybridtui.domain.athlete import Athlete, Plates
from hybridtui.domain.text import harmless
from hybridtui.domain.units import Load, WeightUnit
from hybridtui.logbook import Logbook
from hybridtui.ui.dialogs.plates import PlatesDialog
from hybridtui.ui.screens.first_run import FirstRunScreen
from hybridtui.ui.widgets.plates_line import PlatesLine
from hybridtui.ui.widgets.toggles import Toggles
from tests.hostile import HOSTILE
from tests.stories.conftest import ATHLETE

LINE = "bar 20, 2x20 1x10 1x2.5"
OWN = (Load(20), (Plates(Load(20), 2), Plates(Load(10), 1), Plates(Load(2.5), 1)))


def stored(story) -> Athlete:
    with story.log() as book:
        return book.athlete()


async def ask(story) -> PlatesDialog:
    """Choose it in the palette."""
    offered = {command.title: command.callback for command in story.app.get_system_commands(story.app.screen)}
    offered["Bar and plates"]()
    await story.settle()
    assert isinstance(story.app.screen, PlatesDialog)
    return story.app.screen


async def test_from_the_palette_they_are_said_saved_and_taken_back(open_story, with_plan):
    async with open_story() as story:
        await ask(story)
        assert "The bars and plates of a usual gym." in story.text
        await story.type(LINE)
        assert isinstance(story.app.screen, PlatesDialog)
        assert "20 kg bar; pairs: 2 × 20, 1 × 10, 1 × 2.5 kg." in story.text
        await story.press("enter")
        assert not isinstance(story.app.screen, PlatesDialog)
        assert (stored(story).bar, stored(story).plates) == OWN
        await story.press("u")
        assert (stored(story).bar, stored(story).plates) == (None, ())


async def test_what_cannot_be_is_refused_in_words_and_the_line_stays(open_story, with_plan):
    async with open_story() as story:
        dialog = await ask(story)
        await story.type("bar 20 kg 4x45 lb")
        assert "All in kg or all in lb" in story.text
        await story.press("enter")
        assert story.app.screen is dialog
        await story.press("escape")
        assert stored(story) == ATHLETE


async def test_what_is_there_is_shown_and_can_be_emptied(open_story, with_plan, location, clock):
    with Logbook.open(location, clock) as book:
        book.save_athlete(replace(ATHLETE, weight_unit=WeightUnit.LB, bar=OWN[0], plates=OWN[1]))
    async with open_story() as story:
        dialog = await ask(story)
        assert dialog.line.input.value == "bar 20, 2x20 1x10 1x2.5 kg"
        dialog.line.input.value = ""
        await story.press("enter")
        assert (stored(story).bar, stored(story).plates) == (None, ())


async def test_without_a_change_nothing_is_saved(open_story, with_plan):
    async with open_story() as story:
        await ask(story)
        await story.press("enter")
        assert not isinstance(story.app.screen, PlatesDialog)
        await story.press("u")
        assert stored(story) == ATHLETE  # the plan was taken back: nothing came after it
        with story.log() as book:
            assert book.plans.current() is None


async def test_before_the_first_answers_there_is_nobody_to_keep_them_with(open_story):
    async with open_story() as story:
        story.app.action_plates()
        await story.settle()
        assert not isinstance(story.app.screen, PlatesDialog)
        assert stored(story) is None


async def test_hostile_text_and_a_megabyte_leave_everything_as_it_is(open_story, with_plan):
    async with open_story() as story:
        dialog = await ask(story)
        for text in (*HOSTILE, "1x20 " * 200_000):
            dialog.line.input.value = ""
            dialog.line.input._on_paste(Paste(text))
            assert dialog.line.input.value == harmless(dialog.line.input.value)
            assert len(dialog.line.input.value) <= 200
        await story.settle()
        await story.press("enter")
        if story.app.screen is dialog:
            await story.press("escape")
        with story.log() as book:
            assert book.today().athlete.goal == ATHLETE.goal


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_the_questions_again_have_the_line_where_there_is_a_barbell(open_story, with_plan, size):
    async with open_story(size=size) as story:
        story.app.action_first_run()
        await story.settle()
        await story.press(*["enter"] * 4)
        assert isinstance(story.app.screen, FirstRunScreen)
        line = story.app.screen.query_one(PlatesLine)
        line.input.value = LINE
        await story.settle()
        await story.press("tab", "tab")
        await story.settle()
        assert "20 kg bar; pairs: 2 × 20, 1 × 10, 1 × 2.5 kg." in story.text
        await story.press("enter")
        assert story.app.screen._answers[-1].plates == OWN[1]


async def test_a_newcomer_without_a_barbell_never_sees_it(open_story):
    async with open_story() as story:
        await story.press(*["enter"] * 4)
        line = story.app.screen.query_one(PlatesLine)
        assert not line.parent.display
        story.app.screen.query_one(Toggles).chosen = frozenset({"barbell", "rack"})
        story.app.screen.query_one(Toggles).post_message(Toggles.Changed(story.app.screen.query_one(Toggles)))
        await story.settle()
        assert line.parent.display
        line.input.value = "4x20 4x45 lb 1x10 kg"
        await story.press("enter")
        assert "All in kg or all in lb" in story.text
        assert story.app.screen.position == 4
