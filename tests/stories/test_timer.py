"""The Timer: readable from afar, driven by the session and by itself, told at every edge."""

from __future__ import annotations

import pytest

from hybridtui.domain.problems import Problem
from hybridtui.ui.app import AppSettings
from hybridtui.ui.digits import draw, tallest, width
from hybridtui.ui.presets import read_rounds


def rows_of_digits(text: str) -> int:
    """Return how many neighbouring lines of the screen hold blocks of digits."""
    return sum(
        line.count("█") + line.count("▀") + line.count("▄") >= 3 and "░" not in line for line in text.splitlines()
    )


@pytest.mark.parametrize(("size", "least"), [((80, 24), 7), ((120, 40), 9), ((60, 16), 7)])
async def test_digits_can_be_read_from_three_metres(open_story, with_plan, clock, size, least):
    async with open_story(size=size) as story:
        await story.press("enter", "enter", "enter", "v")
        clock.pass_(12)
        story.app._look()
        await story.settle()
        assert rows_of_digits(story.text) >= least
        assert "next  set 2 of Back squat" in story.text


async def test_the_rest_of_the_session_runs_here_too_and_counts_up_when_over(open_story, with_plan, clock):
    async with open_story() as story:
        await story.press("enter", "enter", "enter", "f3")
        clock.pass_(130)
        story.app._look()
        await story.settle()
        assert "Rest is over" in story.text
        await story.press("T")
        assert "Rest over +0:10" in story.text


async def test_a_skipped_rest_is_over_on_both_screens(open_story, with_plan, clock):
    async with open_story() as story:
        await story.press("enter", "enter", "enter", "C")
        clock.pass_(5)
        await story.press("k")
        clock.pass_(3)
        story.app._look()
        await story.press("T")
        assert "Rest over +0:03" in story.text


async def test_it_runs_by_itself_without_a_session(open_story, with_plan, clock):
    async with open_story() as story:
        await story.press("C", "enter")
        assert "Get ready" in story.text
        clock.pass_(5 + 30 + 3)
        story.app._look()
        await story.settle()
        assert "Work 2 of 8" in story.text
        clock.pass_(8 * 30)
        story.app._look()
        await story.settle()
        assert "done" in story.text
        await story.press("x")
        assert "Tabata" in story.text
        assert story.app.running is None


async def test_it_pauses_goes_on_and_gets_longer(open_story, with_plan, clock):
    async with open_story() as story:
        await story.press("C", "down", "down", "down", "down", "enter", "space")
        clock.pass_(100)
        assert story.app.running.timeline.reading(clock.tick).left_s == 300
        await story.press("space", "right_square_bracket")
        clock.pass_(10)
        assert story.app.running.timeline.reading(clock.tick).left_s == 305


async def test_presets_can_be_changed(open_story, with_plan):
    async with open_story() as story:
        await story.press("C", "down", "plus", "plus")
        assert "12 min            begin anew" in story.text
        await story.press("down", "down", "e")
        await story.pilot.press(*["backspace"] * 20)
        await story.type("60/30 x 4")
        await story.press("enter")
        assert "4 × 60 s / 30 s" in story.text
        await story.press("enter")
        assert sum(phase.kind == "work" for phase in story.app.running.timeline.phases) == 4


@pytest.mark.parametrize("text", ["", "40/20", "0/20 x 3", "40/20 x 0", "4000/20 x 3", "a/b x c", "40/20x100"])
def test_rounds_that_make_no_sense_are_refused(text):
    with pytest.raises(Problem):
        read_rounds(text)


async def test_each_end_rings_and_flashes_once_and_names_the_window(open_story, with_plan, clock, monkeypatch):
    async with open_story() as story:
        rung, titles = [], []
        monkeypatch.setattr(story.app, "bell", lambda: rung.append(clock.tick))
        monkeypatch.setattr(story.app, "name_window", titles.append)
        await story.press("enter", "enter", "enter")
        before = len(rung)
        clock.pass_(116.5)
        story.app._look()
        assert len(rung) == before
        for _ in range(40):  # four seconds of ticks over 3, 2, 1 and the end
            clock.pass_(0.1)
            story.app._look()
        assert len(rung) - before == 4
        assert story.app.screen.has_class("-flash")
        assert titles[-1].startswith("0:00 Rest")
        clock.pass_(60)
        story.app._look()
        assert len(rung) - before == 4


async def test_a_blocked_loop_rings_every_edge_once_and_late(open_story, with_plan, clock, monkeypatch):
    async with open_story() as story:
        rung = []
        monkeypatch.setattr(story.app, "bell", lambda: rung.append(clock.tick))
        await story.press("enter", "enter", "enter")
        rung.clear()
        clock.pass_(3600)
        story.app._look()
        story.app._look()
        assert len(rung) == 4


async def test_alarms_can_be_switched_off(open_story, with_plan, clock, monkeypatch):
    off = AppSettings(bell=False, flash=False, title=False)
    async with open_story(settings=off) as story:
        rung, titles = [], []
        monkeypatch.setattr(story.app, "bell", lambda: rung.append(clock.tick))
        monkeypatch.setattr(story.app, "name_window", titles.append)
        await story.press("enter", "enter", "enter")
        clock.pass_(200)
        story.app._look()
        await story.settle()
        assert (rung, titles) == ([], [])
        assert not story.app.screen.has_class("-flash")
        await story.press("C", "b")
        assert story.app.settings.bell
        assert "✓ bell" in story.text


async def test_nothing_ticks_while_no_clock_runs(open_story, with_plan):
    async with open_story() as story:
        assert story.app._ticker is None
        await story.press("enter", "enter", "enter")
        assert story.app._ticker._active.is_set()
        await story.press("u")
        assert not story.app._ticker._active.is_set()


@pytest.mark.parametrize("rows", range(3, 16))
def test_every_digit_is_drawn_as_high_as_asked_and_differently(rows):
    drawn = [draw(digit, rows) for digit in "0123456789"]
    assert all(len(lines) == rows for lines in drawn)
    assert len(set(drawn)) == 10
    assert {width(digit, rows) for digit in "0123456789"} == {width("0", rows)}


def test_digits_fill_the_room_there_is():
    assert len(tallest("1:30", 76, 15, 7)) == 15
    assert 8 <= len(tallest("1:02:30", 76, 15, 7)) < 15
    assert max(len(line) for line in tallest("1:02:30", 76, 15, 7)) <= 76
