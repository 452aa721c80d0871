"""The strength tab by keys: empty, one week, a muscle and its trace."""

from __future__ import annotations

from datetime import timedelta

from hybridtui.domain.calendar import By
from hybridtui.domain.definitions import definitions
from hybridtui.ui.history.strength import StrengthTab, sections_of
from hybridtui.ui.screens.history import HistoryScreen
from tests.stories.logged import fill, run, strength

WIDE = (120, 40)


async def strength_tab(story) -> StrengthTab:
    await story.press("H", "2")
    assert isinstance(story.app.screen, HistoryScreen)
    return story.app.screen.query_one(StrengthTab)


async def test_with_runs_only_the_tab_says_what_would_fill_it(open_story, location, clock):
    fill(location, clock, [run(1, clock.now().date() - timedelta(days=1))])
    async with open_story() as story:
        await strength_tab(story)
        assert "No strength in this stretch of time." in story.text


async def test_one_week_is_told_without_a_usual_one(open_story, location, clock):
    today = clock.now().date()
    fill(location, clock, [strength(1, today - timedelta(days=1)), run(2, today)])
    async with open_story() as story:
        tab = await strength_tab(story)
        assert "hard sets, this week so far" in story.text
        assert "113 kg  RPE chart" in story.text  # 80 kg × 8 at RPE 7: 80 / 0.707
        names = [figure.name for figure in tab.figures]
        await story.press(*["down"] * names.index("quads"))
        assert tab.figure.value == "3"
        assert tab.figure.note == "maintains, +0.4 run"
        assert tab.charts[0].id == "muscle:quads"
        await story.press("w")
        for part in ("Sets a week at RPE 7", "3 hard + 0 unrated + 0.4 from running", "Full body", "Easy run"):
            assert part in story.text


async def test_every_number_is_defined_and_finds_its_sessions(open_story, location, clock):
    today = clock.now().date()
    done = [strength(n, today - timedelta(days=3 * n)) for n in range(1, 12)]
    fill(location, clock, [*done, run(20, today - timedelta(days=5))])
    async with open_story(size=WIDE) as story:
        tab = await strength_tab(story)
        with story.log() as book:
            for by in By:
                page = book.lifting.page(by, 12, today)
                for told in (told for section in sections_of(page) for told in section.told):
                    figure = told.line.figure
                    assert figure.definition in definitions()
                    found = book.search.count(book.search.parse(figure.behind)) if figure.behind else 0
                    assert found or figure.value in ("n/a", "0", "0 kg"), figure
                    assert told.chart().periods == page.periods
        assert tab.list_of_figures.has_focus


async def test_no_key_makes_all_charts_only_to_know_that_there_are_some(open_story, location, clock, monkeypatch):
    today = clock.now().date()
    fill(location, clock, [strength(1, today - timedelta(days=1)), run(2, today)])
    made: list[object] = []
    charts = StrengthTab.charts.fget
    monkeypatch.setattr(StrengthTab, "charts", property(lambda tab: made.append(tab) or charts(tab)))
    async with open_story() as story:
        await strength_tab(story)
        await story.press("down", "left")
        assert made == []
        await story.press("z")
        assert made != []
