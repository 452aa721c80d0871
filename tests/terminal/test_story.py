"""A newcomer's first evening, in a real terminal, with the plug pulled in the middle."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from tests.terminal.terminal import Terminal

KEYS_TO_A_LOGGED_SET = 20


def test_from_nothing_to_history_with_a_kill_in_between(terminal: Callable[..., Terminal], log: Path) -> None:
    with terminal() as app:
        keys = app.through_first_run() + 1
        app.type("enter")
        app.wait("─ 0 of ")
        for done in range(1, 7):  # the warm-up, ticked off
            app.type("enter")
            app.wait(f"─ {done} of ")
            keys += 1
        app.wait("Set 1 of ", "Bodyweight squat")
        app.type("enter")
        keys += 1
        app.wait("Saved: set 1 of Bodyweight squat", "Rest ")
        assert keys <= KEYS_TO_A_LOGGED_SET
        app.type("10@6")
        app.wait("10 reps, RPE 6")
        app.type("enter")
        app.wait("Saved: set 2 of Bodyweight squat")
        app.kill()

    assert stored(log) == [("bodyweight_squat", 12, None), ("bodyweight_squat", 10, 6.0)]

    with terminal(now="2026-03-02T18:00:40+01:00") as app:
        app.wait("This session is still open", "Resume")
        app.type("enter")
        app.wait("─ 8 of ", "Rest 0:")  # the rest ran on while nothing ran
        app.type("f")
        app.wait("Finish Full-body strength", "Effort")
        app.type("6", "enter")
        app.wait("Saved: Full-body strength", "2 sets")
        app.type("f5")
        app.wait("History", "Full-body strength", "Mon 2 Mar")
        app.type("ctrl+q")
        assert app.wait_exit() == 0


def stored(log: Path) -> list[tuple[str, int, float | None]]:
    """Read the sets with nothing but SQLite."""
    with closing(sqlite3.connect(log)) as base:
        return list(base.execute("SELECT exercise, reps, rpe FROM logged_set ORDER BY position"))
