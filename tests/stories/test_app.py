"""What holds on every screen: keys, help, palette, room, themes, refusals."""

from __future__ import annotations

import pytest

from hybridtui.domain.problems import Problem
from hybridtui.logbook import Logbook
from hybridtui.ui.app import AppSettings, HybridApp
from hybridtui.ui.dialogs.help import HelpDialog
from hybridtui.ui.logbook_thread import LogbookThread
from hybridtui.ui.screens.too_small import TooSmall

PLACES = {"today": "T", "timer": "C", "plan": "P", "history": "H", "library": "X"}


async def test_every_screen_is_reached_by_letter_and_f_key_and_shows_the_name(open_story, with_plan):
    async with open_story() as story:
        for number, (mode, key) in enumerate(PLACES.items()):
            await story.press(key)
            assert story.app.current_mode == mode
            assert "hybridtui" in story.text.splitlines()[0]
            assert "Help" in story.text
            await story.press("T", f"f{number + 2}")
            assert story.app.current_mode == mode


async def test_every_key_has_an_id_and_says_what_it_is_for(open_story, with_plan):
    async with open_story() as story:
        for key in PLACES.values():
            await story.press(key)
            ours = [a for a in story.app.screen.active_bindings.values() if not a.binding.system]
            ours = [a for a in ours if a.node is story.app or a.node is story.app.screen]
            for active in ours:
                if active.binding.id is None:
                    assert active.binding.action in TEXTUALS_OWN, active.binding
                else:
                    assert active.binding.tooltip, active.binding


TEXTUALS_OWN = ("quit", "command_palette", "help_quit", "app.focus_next", "app.focus_previous", "screen.copy_text")


async def test_help_lists_the_keys_that_work_and_the_entry_line(open_story, with_plan):
    async with open_story(size=(100, 60)) as story:
        await story.press("question_mark")
        assert isinstance(story.app.screen, HelpDialog)
        assert "Start: begin the workout" in story.text
        assert "Log: log what is typed" not in story.text
        await story.press("escape", "enter", "enter", "question_mark")
        assert "Log: log what is typed" in story.text
        assert "bw+10x5" in story.text
        assert "Quit" in story.text


async def test_help_says_each_key_once_on_today_before_a_session(open_story, with_plan):
    async with open_story(size=(100, 60)) as story:
        await story.press("question_mark")
        assert story.text.count("in five digits") == 1


async def test_the_palette_is_in_the_order_of_use_and_finds_by_description(open_story, with_plan):
    async with open_story() as story:
        await story.press("ctrl+p")
        first_words = [line.split()[0] for line in story.text.splitlines() if line.strip()]
        assert [word for word in first_words if word in ("Today", "Timer", "Plan")] == ["Today", "Timer", "Plan"]
        await story.type("weigh today")
        assert "Body weight" in story.text
        await story.press("enter")
        await story.type("74.2")
        await story.press("enter")
        with story.log() as book:
            assert str(book.weights.on(story.clock.now().date()).weight) == "74.2 kg"


@pytest.mark.parametrize("size", [(59, 24), (80, 15), (1, 1), (20, 5)])
async def test_too_little_room_is_said_and_left_again(open_story, with_plan, size):
    async with open_story() as story:
        await story.press("enter", "enter")
        await story.pilot.resize_terminal(*size)
        await story.settle()
        assert isinstance(story.app.screen, TooSmall)
        await story.pilot.resize_terminal(80, 24)
        await story.settle()
        assert not isinstance(story.app.screen, TooSmall)
        await story.press("enter")
        assert len(story.app.session.sets) == 1


async def test_a_window_of_a_single_cell_comes_to_rest(open_story, with_plan, monkeypatch):
    async with open_story(size=(1, 1)) as story:
        assert isinstance(story.app.screen, TooSmall)
        lay_out, laid_out = TooSmall._refresh_layout, []
        monkeypatch.setattr(TooSmall, "_refresh_layout", lambda *how, **named: laid_out.append(lay_out(*how, **named)))
        await story.settle()
        assert len(laid_out) < 3, "it is laid out again and again"


async def test_it_can_be_started_too_small(open_story, with_plan):
    async with open_story(size=(40, 10)) as story:
        assert "too small" in story.text
        await story.pilot.resize_terminal(80, 24)
        await story.settle()
        assert "Full body" in story.text


@pytest.mark.parametrize("size", [(60, 16), (61, 17), (80, 24), (120, 40), (200, 60), (300, 100)])
async def test_today_keeps_what_matters_at_any_size(open_story, with_plan, size):
    async with open_story(size=size) as story:
        await story.press("enter", "enter", "enter")
        for words in ("hybridtui", "Back squat", "Next", "Rest 2:00", "Log", "Set 2 of 3"):
            assert words in story.text, words
        assert all(len(line) <= size[0] for line in story.text.splitlines())


async def test_the_palette_changes_light_and_dark_and_remembers(open_story, with_plan, location, clock):

    from hybridtui.ui.commands import commands

    kept = {}
    app = HybridApp(
        LogbookThread(lambda: Logbook.open(location, clock)), clock, AppSettings("textual-light"), keep=kept.__setitem__
    )
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert app.theme == "textual-light"
        assert kept == {}
        offered = {command.title: command.callback for command in commands(app)}
        assert {"Today", "Import files", "Help", "Quit", "Bell off"} <= set(offered)
        offered["Dark theme"]()
        await pilot.pause()
        assert kept == {"theme": "textual-dark"}
        offered["Bell off"]()
        assert kept["bell"] is False
        assert not app.settings.bell


@pytest.mark.parametrize("theme", ["textual-dark", "textual-light", "nord", "gruvbox", "solarized-light", "ansi-dark"])
async def test_every_theme_shows_a_session(open_story, with_plan, theme):
    async with open_story(settings=AppSettings(theme=theme)) as story:
        await story.press("enter", "enter", "enter")
        assert story.app.theme == theme
        assert "Back squat" in story.text


async def test_an_unknown_theme_does_no_harm(open_story, with_plan):
    async with open_story(settings=AppSettings(theme="no such theme")) as story:
        assert "Full body" in story.text


async def test_a_refusal_is_a_toast_in_plain_words_and_what_was_typed_stays(open_story, with_plan, monkeypatch):
    from hybridtui.logbook.sessions import Sessions

    def full(*_: object, **__: object) -> None:
        raise Problem("Not saved: the disk is full [/] [bold]. Make room, then press enter again.")

    async with open_story() as story:
        await story.press("enter", "enter")
        with monkeypatch.context() as broken:
            broken.setattr(Sessions, "log_sets", full)
            await story.type("80x8")
            await story.press("enter")
            (told,) = story.app._notifications
            assert "the disk is full [/] [bold]" in told.message
            assert not told.markup
            assert "Saved" not in story.text
            assert story.app.screen.entry.text == "80x8"
        await story.press("enter")
        assert [s.reps for s in story.app.session.sets] == [8]


async def test_without_colour_every_state_has_its_sign_or_word(open_story, with_plan, monkeypatch):
    monkeypatch.setenv("NO_COLOR", "1")
    async with open_story() as story:
        await story.press("enter", "enter", "k", "enter", "K")
        text = story.text
        assert "✓ Easy rowing" in text
        assert "✓ Back squat" in text
        assert "▸ Push-up" in text
        assert "✗" in text
        await story.press("K")
        assert "– Push-up" in story.text


async def test_the_line_can_be_emptied_at_once(open_story, with_plan):
    async with open_story() as story:
        await story.press("enter", "enter")
        await story.type("80x8")
        await story.press("escape")
        assert story.app.screen.entry.text == ""
        assert "Enter logs 80 kg × 6" in story.text


async def test_nothing_is_kept_unless_it_was_changed(with_plan, location, clock):
    kept = {}
    app = HybridApp(LogbookThread(lambda: Logbook.open(location, clock)), clock, keep=kept.__setitem__)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("C", "T")
        await pilot.pause()
        assert kept == {}


async def test_a_window_dragged_to_and_fro_ends_as_its_last_size_asks(open_story, with_plan):
    async with open_story() as story:
        for size in [(50, 10), (90, 30), (40, 12), (61, 17), (50, 14)] * 3:
            await story.pilot.resize_terminal(*size)
        await story.settle()
        assert isinstance(story.app.screen, TooSmall)
        for size in [(90, 30), (40, 12), (80, 24)] * 3:
            await story.pilot.resize_terminal(*size)
        await story.settle()
        assert "Full body" in story.text


async def test_a_note_takes_the_place_of_the_one_before(open_story, with_plan):
    async with open_story() as story:
        for words in ("first", "second"):
            story.app.say(words)
            await story.settle()
        assert [told.message for told in story.app._notifications] == ["second"]
