"""Library, by keys: find an exercise, read how it is done, climb its ladder."""

from __future__ import annotations

import pytest
from textual.events import Paste
from textual.widgets import Select

from hybridtui.domain.athlete import Athlete
from hybridtui.domain.drafts import SetDraft
from hybridtui.domain.exercises import catalogue
from hybridtui.domain.library import Group
from hybridtui.domain.text import clean, harmless
from hybridtui.domain.units import Load
from hybridtui.domain.workout import Kind
from hybridtui.logbook import Logbook
from hybridtui.ui.dialogs.help import HelpDialog
from hybridtui.ui.screens.library import LibraryScreen
from hybridtui.ui.widgets.exercise_list import ExerciseList
from tests.hostile import HOSTILE


def library(story) -> LibraryScreen:
    assert isinstance(story.app.screen, LibraryScreen)
    return story.app.screen


def shown(story) -> str | None:
    exercise = library(story).query_one(ExerciseList).exercise
    return exercise.id if exercise else None


@pytest.fixture
def athlete(location, clock) -> None:
    """Somebody with nothing but a floor, and an exercise of their own."""
    with Logbook.open(location, clock) as book:
        book.save_athlete(Athlete())
        book.add_exercise("Zercher squat", "back_squat")


async def test_the_whole_library_is_there_with_cues_muscles_and_a_runners_reason(open_story, athlete):
    async with open_story(size=(120, 40)) as story:
        await story.press("X")
        assert f"{len(catalogue()) + 1} exercises" in story.text
        first = next(iter(catalogue().values()))
        assert shown(story) == first.id
        for words in (first.primary, first.cues[0][:30], first.cues[1][:30], first.why_runner[:30]):
            assert words in story.text


async def test_search_narrows_with_every_letter_and_escape_widens_again(open_story, athlete):
    async with open_story() as story:
        await story.press("X", "slash")
        await story.type("glute br")
        assert "exercises" in story.text
        assert library(story).query_one(ExerciseList).option_count < 12
        await story.press("enter")
        assert shown(story) == "glute_bridge"
        assert "esc All" in story.text.splitlines()[-1]
        await story.press("escape")
        assert library(story).query_one(ExerciseList).option_count == len(catalogue()) + 1
        assert "esc" not in story.text.splitlines()[-1]
        await story.press("slash", "escape")  # from an empty search too it leads back to the list
        assert library(story).query_one(ExerciseList).has_focus


async def test_letters_typed_into_the_search_are_no_commands(open_story, athlete):
    async with open_story() as story:
        await story.press("X", "slash")
        await story.type("TPHp e<")
        assert library(story).search.value == "TPHp e<"


async def test_nothing_found_says_how_to_go_on(open_story, athlete):
    async with open_story() as story:
        await story.press("X", "slash")
        await story.type("zzz")
        assert "Nothing is called that" in story.text
        assert shown(story) is None
        await story.press("escape")
        assert shown(story) is not None


async def test_patterns_and_what_i_have_can_be_filtered(open_story, athlete):
    async with open_story() as story:
        await story.press("X", "e")
        names = library(story).query_one(ExerciseList)
        assert names.option_count == sum(e.possible_with(frozenset()) for e in catalogue().values())
        assert "[✓] what I have" in story.text
        await story.press("p", "down", "enter")
        assert library(story).query_one(Select).value is Group.SQUAT
        assert names.option_count == sum(
            e.possible_with(frozenset()) for e in catalogue().values() if e.pattern == "squat"
        )
        await story.press("e")
        assert names.option_count == 1 + sum(e.pattern == "squat" for e in catalogue().values())


async def test_the_ladder_is_climbed_by_two_keys(open_story, athlete):
    async with open_story(size=(120, 40)) as story:
        await story.press("X", "slash")
        await story.type("box squat")
        await story.press("enter")
        assert "Wall sit < [Box squat (sit to chair)] < Bodyweight squat" in " ".join(story.text.split())
        await story.press("less_than_sign")  # leads out of what was searched for
        assert shown(story) == "wall_sit"
        await story.press("less_than_sign")  # nothing is easier
        assert shown(story) == "wall_sit"
        await story.press("greater_than_sign", "greater_than_sign")
        assert shown(story) == "bodyweight_squat"


async def test_equipment_that_is_not_there_is_told_in_words(open_story, athlete):
    async with open_story(size=(120, 40)) as story:
        await story.press("X", "slash")
        await story.type("barbell back squat")
        await story.press("enter")
        assert "barbell and rack" in story.text
        assert "you do not have it" in story.text


async def test_ones_own_past_with_an_exercise_is_shown(open_story, athlete, location, clock):
    with Logbook.open(location, clock) as book:
        session = book.sessions.start_free(Kind.STRENGTH)
        draft = SetDraft(load=Load(80), reps=8)
        book.sessions.log_sets(session.id, None, "back_squat", (draft,))
        book.sessions.finish(session.id, rpe=7, minutes=20)
    async with open_story(size=(120, 40)) as story:
        await story.press("X", "slash")
        await story.type("barbell back squat")
        await story.press("enter")
        assert "4 Mar 2026" in story.text
        assert "80 kg × 8" in story.text


async def test_own_exercises_are_in_it_under_their_own_heading(open_story, athlete):
    async with open_story() as story:
        await story.press("X", "p", "end", "enter")
        assert library(story).query_one(Select).value is Group.OWN
        assert "Zercher squat" in story.text
        assert library(story).query_one(ExerciseList).option_count == 1


async def test_hostile_names_are_shown_and_not_obeyed(open_story, athlete, location, clock):
    with Logbook.open(location, clock) as book:
        names = {clean(text): text for text in HOSTILE if clean(text) and len(text) < 1000}
        for text in names.values():
            book.add_exercise(text)
    async with open_story() as story:
        await story.press("X", "p", "end", "enter")
        listed = library(story).query_one(ExerciseList)
        assert listed.option_count == len(names) + 1
        for _ in range(listed.option_count):
            await story.pilot.press("down")
        await story.settle()
        assert isinstance(story.app.screen, LibraryScreen)
        assert not any(ord(character) < 32 for character in story.text if character != "\n")


async def test_hostile_text_in_the_search_finds_nothing_and_does_nothing(open_story, athlete):
    async with open_story() as story:
        await story.press("X", "slash")
        search = library(story).search
        for text in HOSTILE:
            search.value = ""
            search.post_message(Paste(text[:60]))
            await story.pilot.pause()
            assert search.value == harmless(search.value), text
        await story.settle()
        assert isinstance(story.app.screen, LibraryScreen)


async def test_help_works_while_one_searches_and_tells_the_keys_here(open_story, athlete):
    async with open_story(size=(120, 40)) as story:
        await story.press("X", "slash")
        await story.type("row")
        assert "/ Search" not in story.text.splitlines()[-1]
        await story.press("question_mark")
        assert isinstance(story.app.screen, HelpDialog)
        assert "go into the list" in story.text
        await story.press("escape")
        assert library(story).search.value == "row"


async def test_a_note_of_an_exercise_is_read_and_written_here_and_read_again_in_the_session(open_story, with_plan):
    async with open_story(size=(120, 40)) as story:
        await story.press("enter", "enter", "X", "slash")
        await story.type("back squat")
        await story.press("enter", "t")
        await story.type("rack hole 7")
        await story.press("enter")
        assert "rack hole 7" in story.text
        with story.log() as book:
            assert book.notes.exercise("back_squat") == "rack hole 7"
        await story.press("T")
        assert "rack hole 7" in story.text
        await story.press("X", "t", *["backspace"] * 11, "enter")
        assert "rack hole" not in story.text
        with story.log() as book:
            assert book.notes.exercise("back_squat") == ""
