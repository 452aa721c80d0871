"""Load and Review by keys: empty, one week, and figures that lead to their sessions."""

from __future__ import annotations

import pytest

from hybridtui.ui.charts.widgets import PeriodChart
from hybridtui.ui.history.load import LoadTab
from hybridtui.ui.history.review import ReviewTab
from hybridtui.ui.history.tabs import TABS
from tests.stories.logged import days_of_training, fill

WIDE = (120, 40)
LOAD, REVIEW = (str(1 + [tab.name for tab in TABS].index(name)) for name in ("load", "review"))


@pytest.fixture
def ten_days(location, clock):
    fill(location, clock, days_of_training(clock, 10))


async def test_each_sport_is_told_first_and_each_number_has_its_chart(open_story, ten_days):
    async with open_story(size=WIDE) as story:
        await story.press("H", LOAD)
        tab = story.app.screen.query_one(LoadTab)
        assert [figure.name for figure in tab.figures[:3]] == ["Run", "Strength", "Together"]
        assert "11 of 28 days" in story.text
        assert "Load a week, session-RPE" in story.text
        await story.press("down", "down", "down", "down")
        assert tab.charts[0].title == "Fitness, fatigue, form"
        await story.press("left", "left")
        held = next(chart for chart in story.app.screen.query(PeriodChart) if chart.cursor is not None)
        assert held.data == tab.charts[0]
        await story.press("end", "w")
        assert "science.md D.4" in story.text


async def test_a_small_screen_shows_the_chart_of_the_number_in_hand(open_story, ten_days):
    async with open_story() as story:
        await story.press("H", LOAD)
        assert "Load a week" in story.text
        assert "all 1 rated" in story.text
        await story.press("down", "down", "down")
        assert "of minutes" in story.text
        assert "Load a week" not in story.text


async def test_weeks_and_months_before_are_a_key_away(open_story, ten_days):
    async with open_story(size=WIDE) as story:
        await story.press("H", REVIEW)
        tab = story.app.screen.query_one(ReviewTab)
        assert tab.page is not None
        for sentence in tab.page.review.sentences:
            assert sentence.split()[0] in story.text
        assert "2 Mar to 8 Mar 2026, so far" in story.text
        assert "Later" not in story.text
        await story.press("<")
        assert "Week 9, 23 Feb to 1 Mar 2026" in story.text
        assert "Later" in story.text
        await story.press("<")
        assert "Week 8" in story.text
        assert "Earlier" not in story.text
        await story.press(">", ">", "m")
        assert "March 2026, so far" in story.text
        assert "Week 10" in story.text


async def test_nothing_logged_says_what_to_press(open_story, location, clock):
    fill(location, clock, [])
    async with open_story() as story:
        await story.press("H", LOAD)
        assert "No load yet." in story.text
        await story.press(REVIEW)
        assert "Nothing to review yet." in story.text
