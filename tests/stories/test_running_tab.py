"""Running in History: nothing, one run, a run that was a race, heart rates told."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from hybridtui.domain.calendar import Moment
from hybridtui.domain.change import Change
from hybridtui.domain.session import RunEntry, Session, Source, Status
from hybridtui.domain.totals import with_totals
from hybridtui.domain.units import Distance
from hybridtui.domain.workout import Kind
from hybridtui.logbook import Logbook
from tests.conftest import FixedClock
from tests.stories.conftest import ATHLETE, Story

OpenStory = Callable[..., AbstractAsyncContextManager[Story]]


def parkrun() -> Session:
    """Return a run from a watch on Tuesday 3 March 2026: 5.02 km in 24:34, with heart rate and ascent."""
    started = Moment.at(datetime(2026, 3, 3, 9, 0, tzinfo=UTC))
    run = RunEntry(id="r", position=1, distance=Distance(5020.0), seconds=1474.0, avg_hr=165, ascent_m=40.0)
    return with_totals(
        Session(
            id="parkrun", kind=Kind.RUN, title="Run", status=Status.FINISHED, started=started, source=Source.FIT,
            ended=started.later(timedelta(seconds=1474)), runs=(run,), run_s=1474.0, avg_hr=165,
        )
    )  # fmt: skip


@pytest.mark.usefixtures("with_plan")
async def test_nothing_run_says_how_to_begin(open_story: OpenStory) -> None:
    async with open_story() as story:
        await story.press("H", "3")
        assert "No run in the log yet." in story.text
        assert "T  today's session" in story.text


@pytest.fixture
def one_run(location: Path, clock: FixedClock) -> None:
    """A log with the parkrun, of an athlete of forty."""
    done = parkrun()
    with Logbook.open(location, clock) as book:
        book.save_athlete(replace(ATHLETE, age=40))
        book._kit.apply(Change(label="a run", sessions=(done,), runs=(("parkrun", done.runs[0]),)))


@pytest.mark.usefixtures("one_run")
async def test_a_run_told_to_be_a_race_tells_how_fit_one_is_and_undo_takes_it_back(open_story: OpenStory) -> None:
    async with open_story(size=(120, 60)) as story:
        await story.press("H", "3")
        assert "5 km" in line(story, "Distance")
        assert "≥ 39.3" in story.text, "no race: at least"
        assert "~180 bpm" in story.text
        assert "±10" in story.text
        await story.press("w", "enter", "e", "down")
        assert "not said" in story.text
        await story.press("left", "left")
        assert "race" in line(story, "Kind")
        await story.press("enter", "escape", "escape")
        told = [each for each in story.text.splitlines() if "race of 3 Mar 2026" in each]
        assert told
        assert "39.1" in told[0]
        assert "24:34" in line(story, "5 km"), "a race within one per cent of 5 km was over 5 km"
        with story.log() as book:
            kept = book.sessions.get("parkrun")
        assert (kept.subtype, kept.runs[0].subtype) == ("race", "race")
        await story.press("u")
        assert "≥ 39.3" in story.text


@pytest.mark.usefixtures("one_run")
async def test_heart_rates_make_zones_and_loads(open_story: OpenStory) -> None:
    async with open_story(size=(120, 72)) as story:
        await story.press("H", "3", "h")
        assert "At 40 about 180 bpm is usual, ±10 bpm" in story.text
        await story.type("190")
        await story.press("enter")
        assert "type a whole number from 25 to 120" in story.text
        await story.press("backspace", "backspace", "backspace")
        await story.type("50")
        await story.press("down")
        await story.type("190")
        await story.press("down")
        await story.type("170")
        await story.press("down", "down", "enter")
        assert "145-152 bpm" in line(story, "Z2")
        assert "n/a" not in line(story, "TRIMP")
        assert "n/a" not in line(story, "HRSS")
        await story.press("u")
        assert "n/a" in line(story, "TRIMP")


def line(story: Story, begin: str) -> str:
    """Return the first line that begins with this word, or has it behind a frame."""
    return next((each for each in story.text.splitlines() if each.strip(" │").startswith(begin)), "")
