"""Whatever the screen called saved is in the log, whenever the plug is pulled."""

from __future__ import annotations

import json
import subprocess
import sys
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from hybridtui.domain.athlete import Athlete
from hybridtui.domain.drafts import SetDraft
from hybridtui.domain.units import Load
from hybridtui.domain.workout import Kind
from hybridtui.logbook import Logbook
from tests.conftest import FixedClock
from tests.terminal.conftest import MONDAY
from tests.terminal.terminal import handed_on

ROOT = Path(__file__).parents[2]
ROUNDS = 60


@pytest.fixture(autouse=True)
def _waiting_for_a_set(log: Path) -> None:
    """Begin a free session with one set, so that a round has only to go on; none is far above it, and asked about."""
    log.parent.mkdir(mode=0o700)
    clock = FixedClock(datetime.fromisoformat(MONDAY))
    with Logbook.open(log, clock) as book:
        book.save_athlete(Athlete())
        session = book.sessions.start_free(Kind.STRENGTH)
        book.sessions.log_sets(session.id, None, "back_squat", [SetDraft(load=Load(900.0), reps=5)])


def pull_the_plug(log: Path, rounds: int, **environment: str) -> dict[str, Any]:
    """Kill the app so often, and return what was typed, what was called saved, and what was wrong."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.terminal.kill_rounds", str(log), str(rounds)],
        cwd=ROOT,
        env=handed_on(HYBRIDTUI_TEST_NOW=MONDAY, HYBRIDTUI_CONFIG=str(log.with_name("config.toml")), **environment),
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    report: dict[str, Any] = json.loads(done.stdout)
    return report


def test_every_set_called_saved_survives_kill_9(log: Path) -> None:
    report = pull_the_plug(log, ROUNDS)
    assert report["wrong"] == []
    assert report["acknowledged"] > ROUNDS / 2, "the rounds were too short to prove anything"


def test_a_log_that_is_written_behind_is_caught(log: Path) -> None:
    report = pull_the_plug(log, ROUNDS, HYBRIDTUI_TEST_WRITE_BEHIND="1")
    assert any("called saved" in wrong for wrong in report["wrong"])
