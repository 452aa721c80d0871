"""Terminals for tests: a log of their own, a fixed day to begin on, and nothing of the user's."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.terminal.terminal import Terminal

MONDAY = "2026-03-02T18:00:00+01:00"


@pytest.fixture
def log(tmp_path: Path) -> Path:
    """Where the log of a test lies."""
    return tmp_path / "data" / "log.db"


@pytest.fixture
def terminal(log: Path, tmp_path: Path) -> Callable[..., Terminal]:
    """Opens the app on the test's log, on Monday, 2 March 2026, 18:00."""

    def open_app(
        *arguments: str, now: str = MONDAY, columns: int = 120, rows: int = 40, **environment: str
    ) -> Terminal:
        return Terminal(
            "--database",
            str(log),
            *arguments,
            columns=columns,
            rows=rows,
            HYBRIDTUI_TEST_NOW=now,
            HYBRIDTUI_CONFIG=str(tmp_path / "config.toml"),
            **{"XDG_STATE_HOME": str(tmp_path / "state"), **environment},
        )

    return open_app
