"""Starts hybridtui as its entry point does, with a clock that begins at HYBRIDTUI_TEST_NOW and runs on from there.

With HYBRIDTUI_TEST_CLOCK, a file, time passes only as the seconds in that file say.
With HYBRIDTUI_TEST_WRITE_BEHIND it is spoilt on purpose: it works on a copy of the log and brings
the log itself up to date only once a second. A harness that does not notice is worth nothing.
With HYBRIDTUI_TEST_BUG its help is broken.
"""

from __future__ import annotations

import os
import sys
import time
from datetime import datetime, timedelta
from pathlib import Path

from hybridtui.__main__ import main


class RunningClock:
    """A clock set to a moment at start; time passes on it as it does."""

    zone = "Europe/Berlin"

    def __init__(self, start: datetime) -> None:
        self._start, self._since = start, time.monotonic()

    def now(self) -> datetime:
        return self._start + timedelta(seconds=self.ticks() - self._since)

    def ticks(self) -> float:
        return time.monotonic()


class SteeredClock:
    """A clock that stands still until somebody writes more seconds into its file."""

    zone = "Europe/Berlin"

    def __init__(self, start: datetime, file: Path) -> None:
        self._start, self._file = start, file
        self._begun = self.ticks()

    def now(self) -> datetime:
        return self._start + timedelta(seconds=self.ticks() - self._begun)

    def ticks(self) -> float:
        return float(self._file.read_text(encoding="ascii") or 0)


def write_behind(arguments: list[str]) -> list[str]:
    """Have the app write to a copy that reaches the log only once a second."""
    import shutil
    import sqlite3
    import threading
    from contextlib import closing

    log = Path(arguments[arguments.index("--database") + 1])
    copy = log.with_name("behind.db")
    for left in log.parent.glob("behind.db*"):
        left.unlink()
    shutil.copy(log, copy)

    def follow() -> None:
        while True:
            time.sleep(1.0)
            with closing(sqlite3.connect(copy)) as source, closing(sqlite3.connect(log)) as target:
                source.backup(target)

    threading.Thread(target=follow, daemon=True).start()
    return [str(copy) if argument == str(log) else argument for argument in arguments]


def break_help() -> None:
    """Put a bug behind the help key, with something of the athlete's in its hands."""
    from hybridtui.ui.app import HybridApp

    def action_help(self: HybridApp) -> None:
        theirs = "canary 74.2 kg"
        raise KeyError(theirs)

    HybridApp.action_help = action_help  # type: ignore[method-assign]


def launch(arguments: list[str]) -> int:
    """Run the app, spoilt as the environment asks; return its exit code."""
    if os.environ.get("HYBRIDTUI_TEST_BUG"):
        break_help()
    words = write_behind(arguments) if os.environ.get("HYBRIDTUI_TEST_WRITE_BEHIND") else arguments
    start = datetime.fromisoformat(os.environ["HYBRIDTUI_TEST_NOW"])
    steered = os.environ.get("HYBRIDTUI_TEST_CLOCK")
    return main(words, SteeredClock(start, Path(steered)) if steered else RunningClock(start))


if __name__ == "__main__":
    sys.exit(launch(sys.argv[1:]))
