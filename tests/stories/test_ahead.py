"""While Today is looked at, History is made: opening it then waits for nothing that could have been done before."""

from __future__ import annotations

import pytest

from hybridtui.domain.problems import Problem
from hybridtui.logbook import Logbook
from hybridtui.ui import places
from hybridtui.ui.history import tabs
from hybridtui.ui.screens import history
from hybridtui.ui.screens.history import HistoryScreen


@pytest.fixture(autouse=True)
def _looked_at(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let Today be looked at as long as it takes, at once."""
    monkeypatch.setattr(places, "LOOKED_AT_S", 0)


async def got_ready(story) -> list[HistoryScreen]:
    """Wait until all is ready that is made ready; return History, if it was made."""
    await story.app.workers.wait_for_complete([one for one in story.app.workers if one.name == "_afterwards"])
    await story.settle()
    return [one for one in story.app._screen_stacks.get("history", []) if isinstance(one, HistoryScreen)]


@pytest.fixture
def with_a_session(with_plan, location, clock):
    """A session that runs."""
    with Logbook.open(location, clock) as book:
        book.sessions.start(with_plan.weeks[0].workouts[0].id)


@pytest.mark.usefixtures("with_plan")
async def test_history_is_made_out_of_sight_and_shown_as_it_is(open_story):
    async with open_story() as story:
        (made,) = await got_ready(story)
        assert story.app.current_mode == "today"
        assert made.tab.page is not None  # read

        await story.press("H")

        assert story.app.screen is made
        assert "Overview" in story.text


@pytest.mark.usefixtures("with_plan")
async def test_history_made_for_a_small_window_fits_the_one_it_is_shown_in(open_story):
    async with open_story() as story:
        (made,) = await got_ready(story)
        await story.pilot.resize_terminal(170, 50)

        await story.press("H")

        assert made.size == (170, 50)
        assert made.has_class("-vast", "-tall")


@pytest.mark.usefixtures("with_a_session")
async def test_nothing_is_made_while_a_session_runs_that_has_to_be_quick(open_story):
    async with open_story() as story:
        assert await got_ready(story) == []


async def test_nothing_is_made_while_the_first_questions_are_asked(open_story):
    async with open_story() as story:
        assert await got_ready(story) == []


async def test_what_the_tabs_will_ask_is_asked_ahead_and_any_trouble_is_left_to_them(
    open_story, with_plan, monkeypatch
):
    asked = []

    def trouble(book: Logbook) -> None:
        asked.append(book)
        raise Problem("The log cannot be read.")

    monkeypatch.setattr(history, "questions", lambda _today: [*tabs.questions(with_plan.start), trouble])
    async with open_story() as story:
        await got_ready(story)
        await story.app.workers.wait_for_complete([one for one in story.app.workers if one.name == "get_ready"])
        await story.press("H")
        await story.app.workers.wait_for_complete([one for one in story.app.workers if one.name == "get_ready"])
        assert len(asked) == 1
        assert "cannot be read" not in story.text
