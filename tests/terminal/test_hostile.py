"""Names and notes that would act: nothing of them reaches the terminal but their letters."""

from __future__ import annotations

import json
import re
import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import datetime
from pathlib import Path

from hybridtui.domain.athlete import Athlete
from hybridtui.domain.drafts import SetDraft
from hybridtui.domain.units import Load
from hybridtui.domain.workout import Kind
from hybridtui.logbook import Logbook
from tests.conftest import FixedClock
from tests.hostile import HOSTILE
from tests.terminal.conftest import MONDAY
from tests.terminal.terminal import Terminal

FORBIDDEN = re.compile(
    rb"\x1b\](?:0;pwned|52|8;;)|\x1b\[31mred|\x1b\[\?1049lleave|\x1bP|\x1b_G"
    + "|".join(
        ["", *(chr(c) for c in (0x202A, 0x202B, 0x202C, 0x202D, 0x202E, 0x2066, 0x2067, 0x2068, 0x2069))]
    ).encode()
    + b"|\xc2[\x80-\x9f]"
)
"""Escape codes, bidirectional controls and C1 controls that only a hostile text would bring."""

TABS = {"2": "Lifts", "3": "No run in the log yet", "4": "session-RPE", "5": "One change", "6": "rest kept"}
"""Each tab of History, and what only it says."""


def test_no_hostile_text_reaches_the_terminal(terminal: Callable[..., Terminal], log: Path) -> None:
    clock = FixedClock(datetime.fromisoformat(MONDAY))
    with Logbook.open(log, clock) as book:
        book.save_athlete(Athlete())
        book.plans.adopt(book.plans.draft(Athlete()))
        for number, text in enumerate(HOSTILE):
            session = book.sessions.start_free(Kind.STRENGTH, text)
            own = book.add_exercise(f"{number} {text} x")
            book.sessions.log_sets(session.id, None, own.id, [SetDraft(load=Load(20.0), reps=5)])
            book.sessions.finish(session.id, rpe=5, minutes=20, note=text)
    spoil(log)
    with terminal() as app:
        app.wait("counts as done", "Mon 2")
        app.type("f5")
        app.wait("History", "20 min")
        for tab in ("2", "3", "4", "5", "6"):
            app.insist(tab, TABS[tab])
        app.insist("7", "filter, such as")
        for _ in HOSTILE:
            app.type("down")
        app.insist("enter", "20 kg")
        app.insist("escape", "filter, such as")
        app.type("f6")
        app.wait("Library")
        app.type("/", "x")
        for _ in range(12):
            app.type("down")
        app.insist("f4", "Plan")
        app.type("f2")
        app.wait("counts as done")
        app.type("ctrl+q")
        assert app.wait_exit() == 0
    assert FORBIDDEN.findall(bytes(app.raw)) == []


def spoil(log: Path) -> None:
    """Write the texts into the file as they are, past all cleaning on the way in."""
    storable = [text for text in HOSTILE if text.isprintable() or text.encode("utf-8", "ignore").decode() == text]
    with closing(sqlite3.connect(log)) as base, base:
        ids = [row[0] for row in base.execute("SELECT id FROM session ORDER BY id")]
        for session, text in zip(ids, storable, strict=False):
            base.execute("UPDATE session SET title = ?, note = ? WHERE id = ?", (text[:200], text[:2000], session))
        names = base.execute("SELECT id, data FROM exercise ORDER BY id").fetchall()
        for (exercise, data), text in zip(names, storable, strict=False):
            told = json.dumps({**json.loads(data), "name": text[:200]})
            base.execute("UPDATE exercise SET name = ?, data = ? WHERE id = ?", (text[:200], told, exercise))


def test_the_search_for_hostile_bytes_would_find_them() -> None:
    for text in ("\x1b]52;c;cHduZWQ=\x07", "\u202egnp.exe", "\x9b2J"):
        assert FORBIDDEN.search(text.encode())
