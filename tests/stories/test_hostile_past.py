"""Texts that would act if anything believed them, written past all cleaning: what looks back shows them, no more.

Source: reliability.md 2.5.
"""

from __future__ import annotations

import json
import sqlite3
import unicodedata
from contextlib import closing
from datetime import date, timedelta

import pytest

from hybridtui.commands.week import document
from hybridtui.commands.week_text import week_lines
from hybridtui.domain.body_weight import BodyWeight
from hybridtui.domain.change import Change
from hybridtui.domain.skips import Reason, SkipReason
from hybridtui.domain.units import Load
from hybridtui.logbook import Logbook
from hybridtui.store import Store
from hybridtui.ui.history.tabs import TABS
from tests.hostile import CONTROLS, MARKUP, UNICODE
from tests.stories.logged import days_of_training, fill
from tests.stories.test_hostile_words import harmless

TEXTS = [
    text
    for text in (*MARKUP, *CONTROLS, *UNICODE, "x" * 100_000, "[" * 5_000)
    if not any(unicodedata.category(c) == "Cs" for c in text)
]
"""Half characters are left out: no file can hold them."""

TODAY = date(2026, 3, 4)


@pytest.fixture
def hostile_past(location, clock, with_plan):
    """A log in which every text that can be told is one of them; each set is of an exercise that is called so."""
    fill(location, clock, days_of_training(clock, len(TEXTS)))
    skipped = [workout.id for week in with_plan.weeks for workout in week.workouts]
    with Store.open(location) as store:
        store.apply(
            Change(
                label="said",
                weights=tuple(BodyWeight(day=TODAY - timedelta(days=n), weight=Load(70 + n)) for n in range(3)),
                skips=tuple(SkipReason(workout_id=id_, reason=Reason.OTHER, note="x") for id_ in skipped),
            ),
            clock.now(),
        )
    with Logbook.open(location, clock) as book:
        own = [book.add_exercise(f"own {n}").id for n in range(len(TEXTS))]
    with closing(sqlite3.connect(location)) as base, base:
        base.execute("PRAGMA ignore_check_constraints=on")
        for n, text in enumerate(TEXTS):
            base.execute(
                "UPDATE session SET title = ?1, note = ?1, sport = ?1, flags = ?2, started_zone = ?1 WHERE id = ?3",
                (text, json.dumps([text, *TEXTS[:3]]), f"session-{n + 1}"),
            )
            base.execute("UPDATE logged_set SET exercise = ?, note = ? WHERE id LIKE ?", (own[n], text, f"s{n + 1}-%"))
            data = json.loads(base.execute("SELECT data FROM exercise WHERE id = ?", (own[n],)).fetchone()[0])
            data["is"]["name"] = text
            base.execute("UPDATE exercise SET name = ?, data = ? WHERE id = ?", (text, json.dumps(data), own[n]))
        base.execute("UPDATE session SET kind = ? WHERE id = 'session-9'", (TEXTS[0],))
        base.execute("UPDATE logged_set SET exercise = ? WHERE id IN ('s2-1', 's4-1')", (TEXTS[0],))
        base.executemany(
            "UPDATE skip_reason SET note = ? WHERE workout_id = ?", list(zip(TEXTS, skipped, strict=False))
        )
        for id_, data in base.execute("SELECT id, data FROM workout").fetchall():
            told = json.loads(data)
            told["is"]["title"] = TEXTS[len(id_)]
            base.execute("UPDATE workout SET data = ? WHERE id = ?", (json.dumps(told), id_))


async def test_all_tabs_show_hostile_words_and_obey_none(open_story, hostile_past):
    shown = ""
    async with open_story(size=(100, 34)) as story:
        await story.press("H")
        for number, tab in enumerate(TABS, 1):
            await story.press(str(number))
            for there in (["end", "w"], ["n"] if tab.name == "strength" else []):
                shown += story.text
                await story.press(*there)
                assert harmless(story.text), (tab.name, there)
                shown += story.text
                if story.app.screen is not story.app.screen_stack[0]:
                    await story.press("escape")
        assert [said.message for said in story.app._notifications][-1:] == [
            "1 session cannot be read and does not count."
        ]
    assert harmless(shown)
    for words in ("[bold red]Squat[/]", "[@click=app.bell()]x[/]", "]0;pwnedtitle"):
        assert words in shown


async def test_the_week_tells_hostile_words_and_emits_none(location, clock, hostile_past):
    with Logbook.open(location, clock) as book:
        for weeks in range(8):
            day = TODAY - timedelta(weeks=weeks)
            review = book.answer(lambda book, day=day: book.reviews.week(day))
            lines = list(week_lines(review, book.athlete(), book.exercises()))
            assert all(harmless(line) and "\n" not in line for line in lines)
            assert json.dumps(document(review), allow_nan=False).isascii()
