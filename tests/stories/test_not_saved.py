"""A log that cannot be written while a session runs: it is said, nothing is called saved, nothing typed is lost."""

from __future__ import annotations

import errno
import resource
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest

from hybridtui.domain.workout import Kind, Step, StepKind
from hybridtui.logbook import Logbook
from hybridtui.store import engine
from hybridtui.ui.clocked import TRY_AGAIN_S
from tests.stories.conftest import ATHLETE, PLAN, STRENGTH

RUNS = tuple(Step(kind=StepKind.INTERVAL, title=name, seconds=60) for name in ("Out", "Back", "Home"))
SQUATS = (Step(kind=StepKind.SET, title="Squat", exercise="back_squat", sets=3, reps=5, rest_s=60),)


@contextmanager
def locked(log: Path) -> Iterator[None]:
    """Have another program write for as long as this lasts."""
    other = sqlite3.connect(log, isolation_level=None)
    try:
        other.execute("BEGIN IMMEDIATE")
        yield
        other.execute("ROLLBACK")
    finally:
        other.close()


@contextmanager
def full(log: Path) -> Iterator[None]:
    """Let no file of this process grow: as a full disk answers, by an error at the next write."""
    assert log.exists()
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


@pytest.fixture(autouse=True)
def _impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Do not wait for the other program."""
    monkeypatch.setattr(engine, "BUSY_S", 0)


@pytest.fixture
def adopted(location, clock) -> Callable[..., None]:
    """Adopt a plan whose only workout today has these steps."""

    def adopt(*steps: Step, kind: Kind) -> None:
        today = replace(STRENGTH, kind=kind, subtype="easy" if kind is Kind.RUN else "SF", steps=steps)
        week = replace(PLAN.weeks[0], workouts=(today,))
        with Logbook.open(location, clock) as book:
            book.save_athlete(ATHLETE)
            book.plans.adopt(replace(PLAN, weeks=(week, *PLAN.weeks[1:])))

    return adopt


def done(story) -> int:
    with story.log() as book:
        session = book.today().open_session
        return len(session.runs) + len(session.sets)


def told(story) -> list[str]:
    return [notice.message for notice in story.app._notifications]


@pytest.mark.parametrize("fault", [locked, full])
async def test_what_the_clock_led_through_is_tried_again_until_it_is_saved(
    open_story, adopted, passing, location, fault
):
    adopted(*RUNS, kind=Kind.RUN)
    async with open_story() as story:
        await story.press("enter", "space")
        with fault(location):
            await passing(story, 62)
            assert any("Not saved" in words for words in told(story))
            assert "0 of 3" in story.text
            story.app.clear_notifications()
            await passing(story, TRY_AGAIN_S + 1)
            assert any("Not saved" in words for words in told(story)), "tried once only"
            story.app.clear_notifications()
        assert done(story) == 0
        await passing(story, TRY_AGAIN_S + 1)
        assert "1 of 3" in story.text
        assert done(story) == 1
        await passing(story, 60)
        assert (done(story), told(story)) == (2, [])


@pytest.mark.parametrize("fault", [locked, full])
async def test_a_set_that_was_not_saved_stays_in_the_line(open_story, adopted, location, fault):
    adopted(*SQUATS, kind=Kind.STRENGTH)
    async with open_story() as story:
        await story.press("enter")
        with fault(location):
            await story.type("62.5x4")
            await story.press("enter")
            assert any("Not saved" in words for words in told(story))
            assert "Saved" not in story.text
            assert story.app.screen.entry.text == "62.5x4"
            await story.press("k")  # a letter is text while the line holds something
            await story.press("backspace")
        assert done(story) == 0
        await story.press("enter")
        assert "Saved" in story.text
        assert done(story) == 1


def test_a_full_disk_answers_with_an_error_and_not_with_a_signal(tmp_path: Path) -> None:
    there = tmp_path / "file"
    there.touch()
    with full(there), pytest.raises(OSError, match=r".*") as told, there.open("wb", buffering=0) as file:
        file.write(b"x")
    assert told.value.errno == errno.EFBIG
