"""One chart on all of the screen, and its numbers."""

from __future__ import annotations

import pytest

from hybridtui.ui.charts.series import balance_chart, volume_chart
from hybridtui.ui.screens.chart import ChartScreen
from tests.ui.painted import NEWEST, weeks


@pytest.fixture
def charts():
    totals = weeks(*[(100 + n, 50) for n in range(29)], (0, 0))
    return volume_chart(totals, NEWEST), balance_chart(totals, 0.6, NEWEST)


async def test_a_chart_is_read_as_a_picture_and_as_numbers(open_story, charts):
    async with open_story(size=(60, 16)) as story:
        story.app.push_screen(ChartScreen(charts))
        await story.settle()
        assert "Weekly minutes" in story.text
        await story.press("left", "left")
        assert "W09 23 Feb-1 Mar: run 128, strength 50, total 178 min" in story.text
        await story.press("n")
        assert "W10 2-8 Mar 2026" in story.text
        assert "now" not in story.text
        assert story.app.screen.table.cursor == 1, "the line of the week in hand"
        await story.press("end")
        assert "W33 11-17 Aug 2025" in story.text
        await story.press("right_square_bracket")
        assert "Run share %" in story.text
        assert "2 of 2 charts" in story.text
        assert "n/a" in story.text, "a week without minutes has no share"
        await story.press("n", "home")
        assert "W33 11-17 Aug: 4-wk mean 67%, share 67%" in story.text
        await story.press("escape")
        assert not isinstance(story.app.screen, ChartScreen)


async def test_keys_are_offered_only_where_they_do_something(open_story, charts):
    async with open_story(size=(80, 24)) as story:
        story.app.push_screen(ChartScreen(charts[:1], table=True))
        await story.settle()
        foot = story.text.split("\n")[-1]
        assert "Other chart" not in foot
        assert "Read" not in foot
        await story.press("n")
        foot = story.text.split("\n")[-1]
        assert "Read" in foot
        assert "Line" not in foot
