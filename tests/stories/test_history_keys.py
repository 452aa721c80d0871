"""The keys of History: what `?` tells of them, where `esc` leads, that none is lost."""

from __future__ import annotations

from datetime import timedelta

import pytest

from hybridtui.ui.history.tabs import TABS
from tests.stories.logged import days_of_training, fill, strength

OF_TABS = {
    "overview": ("The number above", "The number below", "The chart's numbers as a table"),
    "strength": ("The number above", "The number below", "One screen down"),
    "running": ("The number below", "Say your heart rates"),
    "load": ("The number below", "Read the chart further back"),
    "review": ("The number below", "The week or month before"),
    "calendar": ("The day before", "The next week", "Log your weight of this day"),
    "log": ("Show some sessions only", "Go to a day", "Delete this session"),
}
"""Some of what `?` has to tell on each tab."""


@pytest.fixture
def ten_days(location, clock):
    fill(location, clock, days_of_training(clock, 10))


async def test_help_tells_every_key_of_each_tab(open_story, ten_days):
    async with open_story(size=(120, 70)) as story:
        await story.press("H")
        for number, tab in enumerate(TABS, 1):
            await story.press(str(number))
            offered = [one.binding for one in story.app.screen.active_bindings.values() if one.enabled]
            await story.press("question_mark")
            told = _dialog(story)
            for words in OF_TABS[tab.name]:
                assert words.casefold() in told.casefold(), (tab.name, words)
            for one in offered:
                assert not one.id or story.app.get_key_display(one) in told.split(), one
            await story.press("escape")


async def test_the_numbers_of_every_tab_are_gone_through_by_keys(open_story, ten_days):
    async with open_story() as story:
        await story.press("H")
        for number, tab in enumerate(TABS[:5], 1):
            await story.press(str(number))
            held = story.app.screen.tab.figure
            await story.press("down")
            assert story.app.screen.tab.figure != held, tab.name
            await story.press("up")
            assert story.app.screen.tab.figure == held, tab.name
            assert "x Export" in story.text, tab.name


async def test_sentences_of_a_review_that_are_not_in_sight_are_read_on(open_story, ten_days):
    async with open_story(size=(60, 16)) as story:
        await story.press("H", "5")
        assert "One change" not in story.text
        assert "Read on" in story.text
        await story.press(*["space"] * 2)
        assert "One change" in story.text
        await story.press("space")
        assert "Held" in story.text
        await story.pilot.resize_terminal(120, 40)
        await story.settle()
        assert "One change" in story.text
        assert "Read on" not in story.text


async def test_an_old_log_says_how_to_look_further_back(open_story, location, clock):
    years_ago = clock.now().date() - timedelta(days=2000)
    fill(location, clock, [strength(n, years_ago + timedelta(days=n)) for n in range(3)])
    async with open_story() as story:
        await story.press("H")
        assert "Newest session: 13 Sep 2020" in story.text
        await story.press("2")
        assert "the log begins on 11 Sep 2020" in story.text
        await story.press("m", "s", "s", "s")
        assert "Barbell back squat" in story.text


async def test_what_is_told_of_a_number_is_read_to_its_end(open_story, ten_days):
    async with open_story() as story:
        await story.press("H", "2", "w")
        assert "caveat" not in story.text
        assert "Read on" in story.text
        await story.press("space")
        assert "or the newest before." in story.text
        await story.press("space")
        assert "means" in story.text
        await story.pilot.resize_terminal(120, 60)
        await story.settle()
        assert "Read on" not in story.text


async def test_nothing_is_offered_to_be_opened_where_nothing_was_found(open_story, ten_days):
    async with open_story() as story:
        await story.press("H", "7", "slash", *"km>99", "enter")
        assert "Open" not in story.text
        await story.press("escape")
        assert "Open" in story.text


def _dialog(story) -> str:
    """Return what stands in the dialog as one line."""
    box = story.app.screen.query_one(".dialog").region
    lines = story.text.splitlines()[box.y : box.bottom]
    return " ".join(" ".join(line[box.x + 1 : box.right - 1] for line in lines).split())
