"""A session that the clock leads, killed at random instants: what was called done is stored, each thing once."""

from __future__ import annotations

import random
import re
import sqlite3
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from hybridtui.domain.workout import Workout
from tests.terminal import sessions as planned
from tests.terminal.sessions import Training
from tests.terminal.terminal import Terminal

SEED = 20260302
LIVES = 3
KILLED_WITHIN_S = 0.5
LEAPS = (7, 20, 45)
"""Seconds that pass at once while the app runs or not."""

DONE = re.compile(r"─ (\d+) of (\d+)")


@pytest.fixture
def training(terminal: Callable[..., Terminal], log: Path, tmp_path: Path) -> Training:
    """A log and a clock to train with."""
    return Training(terminal, log, tmp_path / "clock")


def places(log: Path) -> list[tuple[int, int]]:
    """Return step and set of all that is stored as done, read with nothing but SQLite, once it found the file whole."""
    with closing(sqlite3.connect(log)) as base:
        assert base.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert base.execute("PRAGMA foreign_key_check").fetchall() == []
        tables = ("logged_set", "run_entry", "step_mark")
        query = " UNION ALL ".join(f"SELECT step, set_number FROM {table}" for table in tables)
        return sorted((step, number) for step, number in base.execute(query))


@pytest.mark.parametrize(("workout", "whole"), [(planned.CIRCUIT, 6), (planned.EMOM, 6)])
def test_what_the_clock_led_through_survives_kill_9_and_is_there_once(
    training: Training, log: Path, workout: Workout, whole: int
) -> None:
    training.plan(workout)
    chance = random.Random(SEED)
    with training.opened() as app:
        app.wait(workout.title, "Start")
        app.type("enter")
        app.wait("─ 0 of ")
        app.type("space")
        app.wait("Clock away")
        app.kill()
    for _ in range(LIVES):
        training.wait(chance.choice(LEAPS))
        with training.opened() as app:
            app.wait("Resume")
            app.type("enter")
            app.wait("─ ", "Skip")
            end = time.monotonic() + chance.uniform(0, KILLED_WITHIN_S)
            while (left := end - time.monotonic()) > 0:
                training.wait(chance.choice(LEAPS) / 10)
                app.pump(min(left, 0.05))
            app.kill()
            said = DONE.search(app.text)
        stored = places(log)
        assert len(stored) == len(set(stored)), "something was done twice"
        assert said is not None
        assert int(said[1]) <= len(stored), "called done, and not stored"
    training.wait(600)
    with training.opened() as app:
        app.wait("Resume", f"{whole} of {whole} done")
        app.type("enter")
        app.wait("Finish")
        app.type("ctrl+q")
        app.wait_exit()
    assert len(places(log)) == whole == len(set(places(log)))
