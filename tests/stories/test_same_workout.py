"""A workout that the app and the watch told: which counts is said, and one key counts each by itself."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from hybridtui.domain import totals
from hybridtui.domain.calendar import By
from hybridtui.domain.change import Change
from hybridtui.domain.session import Source
from hybridtui.store import Store
from hybridtui.ui.screens.session import SessionScreen
from tests.stories.logged import fill, run


@pytest.mark.parametrize("id_", ["session-1", "mine"])
async def test_a_run_that_was_told_twice_counts_once_until_a_key_says_otherwise(open_story, location, clock, id_):
    day = clock.now().date() - timedelta(days=1)
    watch = run(1, day)
    mine = totals.with_totals(
        replace(watch, id="mine", title="Morning run", source=Source.APP, fingerprint=None, flags=(), rpe=4.0, runs=())
    )
    fill(location, clock, [watch])
    with Store.open(location) as store:
        store.apply(Change(label="run", sessions=(mine,)), clock.now())
    async with open_story() as story:
        story.app.push_screen(SessionScreen(id_))
        await story.settle()
        where = "Same as Easy run" if id_ == "mine" else "Also told by Morning run"  # it has the kilometres
        assert where in story.text
        assert "counts once" in story.text
        await story.press("c")
        assert "counted by itself" in story.text
        assert where not in story.text
        assert story.log().history.totals(By.WEEK, 2)[-1].runs + story.log().history.totals(By.WEEK, 2)[0].runs == 2
        await story.press("c")
        assert where in story.text
        await story.press("u")
        assert "counted by itself" in story.text
        await story.press("u")
        assert where in story.text
        assert sum(week.runs for week in story.log().history.totals(By.WEEK, 2)) == 1


async def test_a_session_that_was_told_once_has_no_such_key(open_story, location, clock):
    fill(location, clock, [run(1, clock.now().date())])
    async with open_story() as story:
        story.app.push_screen(SessionScreen("session-1"))
        await story.settle()
        assert "Count" not in story.text.splitlines()[-1]
