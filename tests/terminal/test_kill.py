"""Whatever the screen called saved is in the log, whenever the plug is pulled."""

from __future__ import annotations

import random
import re
import sqlite3
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

import pytest

from hybridtui.domain.athlete import Athlete
from hybridtui.domain.drafts import SetDraft
from hybridtui.domain.units import Load
from hybridtui.domain.workout import Kind
from hybridtui.logbook import Logbook
from tests.conftest import FixedClock
from tests.terminal.conftest import MONDAY
from tests.terminal.terminal import ESCAPES, Terminal

ROUNDS = 60
SEED = 20260302
KILLED_WITHIN_S = 0.5
IN_FLIGHT = 3
"""Sets typed ahead of what the screen has called saved."""

SAVED = re.compile(r"(\d+) sets\b")
"""What the list of exercises says after a set was saved."""


@dataclass
class Rounds:
    """Sets typed, sets the screen called saved, and what was wrong."""

    typed: list[float] = field(default_factory=list)
    acknowledged: int = 0
    wrong: list[str] = field(default_factory=list)


def prepare(log: Path) -> None:
    """Begin a free session with one set, so that a round has only to go on."""
    clock = FixedClock(datetime.fromisoformat(MONDAY))
    with Logbook.open(log, clock) as book:
        book.save_athlete(Athlete())
        session = book.sessions.start_free(Kind.STRENGTH)
        book.sessions.log_sets(session.id, None, "back_squat", [SetDraft(load=Load(1.0), reps=5)])


def stored(log: Path) -> list[float]:
    """Read the loads in order, with nothing but SQLite, once it has recovered the file and found it whole."""
    base = sqlite3.connect(log)
    try:
        assert base.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert base.execute("PRAGMA foreign_key_check").fetchall() == []
        loads = [row[0] for row in base.execute("SELECT load_value FROM logged_set ORDER BY position")]
        entries = base.execute("SELECT count(*) FROM journal WHERE label LIKE '%back squat%'").fetchone()[0]
    finally:
        base.close()
    assert entries == len(loads), "a set without its entry in the journal, or the other way round"
    return loads


def pull_the_plug(open_app: Callable[..., Terminal], log: Path, rounds: int, **environment: str) -> Rounds:
    """Type sets, each with a load of its own; kill at a random instant; look; again."""
    chance, result = random.Random(SEED), Rounds()
    kept = stored(log)
    for number in range(rounds):
        with open_app(**environment) as app:
            app.wait("Resume")
            app.type("enter")
            app.wait("Enter logs")
            begun = len(app.raw)
            end = time.monotonic() + chance.uniform(0.0, KILLED_WITHIN_S)
            typed: list[float] = []
            while (left := end - time.monotonic()) > 0:
                if len(typed) - acknowledged(app, begun, len(kept)) < IN_FLIGHT:
                    typed.append(2.0 + len(result.typed) + len(typed) * 1.0)
                    app.type(f"{typed[-1]:g}x5", "enter")
                app.pump(min(left, 0.01))
            app.kill()
            said = acknowledged(app, begun, len(kept))
        now = stored(log)
        new = now[len(kept) :]
        if now[: len(kept)] != kept:
            result.wrong.append(f"round {number}: sets of earlier rounds changed")
        if new != typed[: len(new)]:
            result.wrong.append(f"round {number}: {new} stored of {typed}")
        if len(new) < said:
            result.wrong.append(f"round {number}: {said} called saved, {len(new)} stored")
        result.typed += typed
        result.acknowledged += said
        kept = now
    return result


def acknowledged(app: Terminal, since: int, before: int) -> int:
    """Return how many sets of this round reached the screen as saved."""
    said = ESCAPES.sub(b"", bytes(app.raw[since:])).decode("utf-8", "replace")
    numbers = [int(number) for number in SAVED.findall(said)]
    return max(numbers, default=before) - before


def test_every_set_called_saved_survives_kill_9(terminal: Callable[..., Terminal], log: Path) -> None:
    prepare(log)
    result = pull_the_plug(terminal, log, ROUNDS)
    assert result.wrong == []
    assert result.acknowledged > ROUNDS / 2, "the rounds were too short to prove anything"


def test_a_log_that_is_written_behind_is_caught(terminal: Callable[..., Terminal], log: Path) -> None:
    prepare(log)
    result = pull_the_plug(terminal, log, 6, HYBRIDTUI_TEST_WRITE_BEHIND="1")
    assert any("called saved" in wrong for wrong in result.wrong)


@pytest.fixture(autouse=True)
def _not_shared(log: Path) -> None:
    log.parent.mkdir(mode=0o700)
