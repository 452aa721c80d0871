"""The log: filtered as one types, sorted, jumped in, corrected, and always at the same place again."""

from __future__ import annotations

from dataclasses import replace

import pytest

from hybridtui.ui.dialogs.filter_help import FilterHelp
from hybridtui.ui.history.filter_line import FilterLine
from hybridtui.ui.screens.history import HistoryScreen
from hybridtui.ui.screens.session import SessionScreen
from hybridtui.ui.widgets.session_log import SessionLog
from tests.hostile import CONTROLS, MARKUP
from tests.stories.logged import days_of_training, fill

WIDE = (120, 40)


@pytest.fixture
def forty_days(location, clock):
    fill(location, clock, days_of_training(clock, 40))


async def look(story) -> SessionLog:
    await story.press("H", "l")
    assert isinstance(story.app.screen, HistoryScreen)
    return story.app.screen.query_one(SessionLog)


async def put(story, text: str) -> None:
    """Paste a filter into the line: to type it takes long."""
    await story.press("slash")
    story.app.screen.query_one(FilterLine).put(text)
    await story.settle()


async def test_a_filter_tells_what_it_finds_as_one_types_and_applies_on_enter(open_story, forty_days):
    async with open_story() as story:
        log = await look(story)
        assert "40 sessions" in story.text
        await story.press("slash")
        assert "exercise=squat since=2026-01" in story.text
        assert "Fields" in story.text
        await story.type("type=run and since=7d")
        assert "4 found" in story.text
        assert "40 sessions" in story.text
        await story.press("enter")
        assert "4 sessions" in story.text
        assert "3 h" in story.text
        assert "32 km" in story.text
        assert "strength" not in story.text
        await story.press("end")
        assert log.line.id == "session-7"
        await story.press("escape")
        assert "40 sessions" in story.text
        assert log.line.id == "session-7"  # where one was, with what lies around it


async def test_a_wrong_filter_says_where_and_why_and_what_was_meant(open_story, forty_days):
    async with open_story() as story:
        log = await look(story)
        await story.press("slash")
        await story.type("kn>5")
        assert "At 1: there is no field kn. Did you mean km?" in story.text
        await story.press("enter")
        assert story.app.focused is story.app.screen.query_one(FilterLine).field
        assert "40 sessions" in story.text
        await story.press("home", "right", "delete", "m")
        assert "20 found" in story.text
        await story.press("enter")
        assert story.app.focused is log
        await put(story, "km>5 exercise=sqaut")
        assert 'No exercise is called "sqaut". Perhaps' in story.text
        await story.press("escape")
        assert "40 sessions" in story.text
        await story.press("slash", "up")
        assert "km>5" in story.text
        await story.press("down")
        assert "km>5" not in story.text


async def test_a_filter_that_finds_nothing_says_so_and_its_fields_are_told(open_story, forty_days):
    async with open_story() as story:
        await look(story)
        await put(story, "km>500")
        await story.press("enter")
        assert "No session is like that" in story.text
        assert "Edit" not in story.text
        await story.press("e", "d", "enter", "down", "slash", "question_mark")
        assert isinstance(story.app.screen, FilterHelp)
        assert "pace<5:30" in story.text
        await story.press("escape", "escape")
        assert "40 sessions" in story.text


async def test_the_log_is_sorted_by_any_column_and_from_either_end(open_story, forty_days):
    async with open_story() as story:
        log = await look(story)
        for said in ("longest", "farthest", "fastest", "most sets", "most weight", "greatest load", "hardest"):
            await story.press("o")
            assert f"Sessions, {said}" in story.text
            assert any(mark in story.text for mark in "▾▴")
        assert "RPE▾" in story.text  # not among the columns that this width always has
        await story.press("o", "o")
        await story.press("O")
        assert "oldest first" in story.text
        assert log.line.id == "session-40"


async def test_a_jump_goes_to_a_month_a_week_or_a_day(open_story, forty_days):
    async with open_story() as story:
        log = await look(story)
        await story.press("g")
        await story.type("2026-13")
        await story.press("enter")
        assert "is no day" in story.text
        await story.press("backspace", "backspace", "0", "2")
        assert "Sun 1 Feb 2026 to Sat 28 Feb 2026" in story.text
        await story.press("enter")
        assert f"{log.line.local_date}" == "2026-02-28"
        await put(story, "type=strength")
        await story.press("enter", "g", "2", "w", "enter")
        assert f"{log.line.local_date}" == "2026-02-18"
        assert log.line.kind == "strength"


async def test_what_is_deleted_and_brought_back_is_in_hand_where_it_was(open_story, location, clock):
    fill(location, clock, days_of_training(clock, 400))
    async with open_story() as story:
        log = await look(story)
        await put(story, "type=run")
        await story.press("enter", "g", "3", "0", "w", "enter", "down")
        held, place, top = log.line.id, log.cursor, log.scroll_offset.y
        await story.press("d", "enter")
        assert "199 sessions" in story.text
        assert (log.cursor, log.scroll_offset.y) == (place, top)
        assert log.line.id != held
        await story.press("up", "u")
        assert (log.line.id, log.cursor, log.scroll_offset.y) == (held, place, top)
        await story.press("U")
        assert log.line.id != held
        await story.press("u")
        held, top = log.line.id, log.scroll_offset.y
        await story.press("enter")
        assert isinstance(story.app.screen, SessionScreen)
        await story.press("escape")
        assert (log.line.id, log.scroll_offset.y) == (held, top)
        assert "type=run" in story.text


async def test_a_session_is_corrected_from_its_line(open_story, forty_days):
    async with open_story() as story:
        log = await look(story)
        await story.press("down", "e")
        await story.press("end", "space", "B", "enter")
        assert "Full body B" in story.text
        assert log.cursor == 1
        await story.press("u")
        assert "Full body B" not in story.text


async def test_hostile_titles_are_shown_and_found_as_they_are(open_story, location, clock):
    titles = (*MARKUP, *CONTROLS)
    days = days_of_training(clock, len(titles))
    fill(location, clock, [replace(day, title=title) for day, title in zip(days, titles, strict=True)])
    async with open_story(size=WIDE) as story:
        log = await look(story)
        assert "[/bold]" in story.text
        await story.press("end", "d", "escape", "home")
        await put(story, 'title="[/]" or title~[@click=app.quit]')
        assert "a field is expected" in story.text  # its signs need quotation marks
        await put(story, 'title="[/]" or title~"[@click=app.quit]"')
        await story.press("enter")
        assert "2 sessions" in story.text
        assert log.line is not None
        assert "\x1b" not in story.text
