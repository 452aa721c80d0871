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


async def test_the_end_of_a_rest_is_counted_down_flashes_and_names_the_window(open_story, with_plan, clock, heard):
    async with open_story() as story:
        heard(story.app)
        await story.press("enter", "enter", "enter")
        clock.pass_(116.5)
        story.app._look()
        heard.bells.clear()
        for _ in range(40):  # four seconds of looks over 3, 2, 1 and the end
            clock.pass_(0.1)
            story.app._look()
        assert len(heard.bells) == 4
        assert story.app.screen.has_class("-flash-start")
        assert heard.titles[-1].startswith("GO · 0:00 Rest")
        clock.pass_(60)
        story.app._look()
        assert len(heard.bells) == 4
        assert heard.titles[-1].startswith("+1:00 Rest")


async def test_after_a_sleep_only_the_newest_edge_is_told(open_story, with_plan, clock, heard):
    async with open_story() as story:
        heard(story.app)
        await story.press("enter", "enter", "enter")
        heard.bells.clear()
        clock.pass_(3600)
        story.app._look()
        story.app._look()
        assert len(heard.bells) == 1
        assert heard.notices == [("Rest is over", "set 2 of Back squat")]


async def test_alarms_can_be_switched_off(open_story, with_plan, clock, heard):
    off = AppSettings(bell=False, flash=False, title=False, notify=False)
    async with open_story(settings=off) as story:
        heard(story.app)
        await story.press("enter", "enter", "enter")
        clock.pass_(200)
        story.app._look()
        await story.settle()
        assert (heard.bells, heard.titles, heard.notices) == ([], [], [])
        assert not any("flash" in name for name in story.app.screen.classes)


@pytest.mark.parametrize(
    ("key", "preference"), [("b", "bell"), ("l", "flash"), ("i", "title"), ("n", "notify"), ("m", "beat")]
)
async def test_each_alarm_has_a_key(open_story, with_plan, key, preference):
    async with open_story() as story:
        await story.press("C")
        before = getattr(story.app.settings, preference)
        assert f"{key} {'✓' if before else '–'} {preference}" in story.text
        await story.press(key)
        assert getattr(story.app.settings, preference) is not before
        assert f"{key} {'–' if before else '✓'} {preference}" in story.text


@pytest.mark.parametrize(("kind", "written"), [("foot", "\x1b]777;notify;Rest is over;set 2\x1b\\"), ("xterm", "")])
async def test_a_notification_goes_to_the_terminal_if_it_understands_one(open_story, monkeypatch, kind, written):
    for name in ("TERM_PROGRAM", "TMUX", "STY", "KITTY_WINDOW_ID", "KONSOLE_VERSION"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TERM", kind)
    async with open_story() as story:
        sent = []
        monkeypatch.setattr(story.app._driver, "write", sent.append)
        story.app.announce("Rest is over", "set 2")
        assert "777" not in "".join(sent)  # without a terminal nothing is sent
        with monkeypatch.context() as shown:
            shown.setattr(type(story.app), "is_headless", False)
            story.app.announce("Rest is over", "set 2")
        assert "".join(sent) == written


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


async def test_a_stopwatch_is_not_skipped_what_it_timed_would_be_lost(open_story, with_plan, clock):
    async with open_story() as story:
        await story.press("C", "end", "enter")
        clock.pass_(8)
        await story.press("space", "k")
        assert "k Skip" not in story.text
        assert story.app.running is not None
        assert story.app.running.timeline.reading(clock.ticks()).elapsed_s == 8
