"""Starts hybridtui as its entry point does, with a clock that begins at HYBRIDTUI_TEST_NOW and runs on from there."""

from __future__ import annotations

import os
import sys
import time
from datetime import datetime, timedelta

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


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:], RunningClock(datetime.fromisoformat(os.environ["HYBRIDTUI_TEST_NOW"]))))
