"""Texts that would act if anything believed them, in every field of Today, and shown on every screen.

Source: reliability.md 2.5.
"""

from __future__ import annotations

import unicodedata

from textual import events

from hybridtui.domain.drafts import SetDraft
from hybridtui.domain.problems import Problem
from hybridtui.domain.units import Load
from hybridtui.domain.workout import Kind
from hybridtui.logbook import Logbook
from hybridtui.ui.widgets.clean_input import CleanInput
from hybridtui.ui.widgets.entry_line import LIMIT
from tests.hostile import HOSTILE


def harmless(text: str) -> bool:
    """Return whether a terminal would show this and do nothing else."""
    bidi = set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
    return not any((unicodedata.category(c) in ("Cc", "Cs") and c != "\n") or c in bidi for c in text)


async def test_hostile_names_and_notes_are_shown_as_typed_on_every_screen(open_story, with_plan, location, clock):
    with Logbook.open(location, clock) as book:
        for number, words in enumerate(HOSTILE):
            try:
                exercise = book.add_exercise(words)
            except Problem:  # nothing is left of it, or it is there already
                exercise = book.add_exercise(f"{number} {words}")
            session = book.sessions.start_free(Kind.STRENGTH, title=words)
            book.sessions.log_sets(session.id, None, exercise.id, [SetDraft(load=Load(50), reps=5)])
            book.sessions.finish(session.id, rpe=None, minutes=10, note=words)
        session = book.sessions.start_free(Kind.STRENGTH, title="[bold]open[/] [/] \x1b]0;x\x07")
        book.sessions.log_sets(session.id, None, exercise.id, [SetDraft(load=Load(50), reps=5)])
    async with open_story() as story:
        assert harmless(story.text)
        assert "[bold]open[/]" in story.text
        for mode in ("timer", "plan", "history", "library", "today"):
            story.app.action_show(mode)
            await story.settle()
            assert harmless(story.text), mode
        await story.press("enter", "n")
        assert harmless(story.text)


async def test_the_entry_line_takes_anything_and_logs_nothing_wrong(open_story, with_plan):
    async with open_story() as story:
        await story.press("n", "s")
        await story.type("goblet squat")
        await story.press("enter")
        entry = story.app.screen.entry
        for words in HOSTILE:
            entry.put("8")
            entry.field.insert_text_at_cursor(words)
            await story.pilot.pause()
            assert harmless(story.text), words
            assert len(entry.text) <= LIMIT
            await story.press("enter")
            assert harmless(story.text), words
            entry.clear()
        with story.log() as book:
            assert all((s.reps, s.load) == (8, None) for s in book.today().open_session.sets)


async def test_a_megabyte_pasted_leaves_the_session_intact(open_story, with_plan):
    async with open_story() as story:
        await story.press("enter", "enter")
        story.app.post_message(events.Paste("80x8 " * 200_000))
        await story.settle()
        assert len(story.app.screen.entry.text) <= LIMIT
        story.app.screen.entry.clear()
        await story.type("8")
        await story.press("enter")
        with story.log() as book:
            assert [s.reps for s in book.today().open_session.sets] == [8]


async def test_hostile_words_in_the_dialogs_of_a_session(open_story, with_plan):
    async with open_story() as story:
        await story.press("n", "s")
        for words in HOSTILE:
            story.app.screen.query_one(CleanInput).value = ""
            story.app.screen.query_one(CleanInput).insert_text_at_cursor(words)
            await story.pilot.pause()
            assert harmless(story.text), words
        await story.press("escape")
        await story.press("n")
        await story.type("zz [b")
        await story.press("enter")
        await story.type("8")
        await story.press("enter", "f")
        for words in HOSTILE:
            story.app.screen.query_one("#note", CleanInput).insert_text_at_cursor(words)
        await story.settle()
        assert harmless(story.text)
        await story.press("enter")
        assert harmless(story.text)
        with story.log() as book:
            (line,) = book.history.lines(0, 5)
            assert harmless(book.history.session(line.id).note)
