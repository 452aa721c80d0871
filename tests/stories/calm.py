"""When an app in a test has nothing left to do: known from its event loop, not guessed from how busy the machine is."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import Executor
from typing import Any

import pytest

SOON_S = 1 / 50
"""A timer due within this is waited for: Textual draws what has changed 60 times a second."""
LOOK_S = 1 / 1000


class Calm:
    """Stands in for Textual's ``wait_for_idle``, which sleeps 20 ms and more after every key, needed or not."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self._in_threads: set[asyncio.Future[Any]] = set()
        asked = asyncio.BaseEventLoop.run_in_executor

        def watched(
            loop: asyncio.BaseEventLoop, executor: Executor | None, do: Callable[..., Any], *arguments: Any
        ) -> asyncio.Future[Any]:
            answer = asked(loop, executor, do, *arguments)
            self._in_threads.add(answer)
            answer.add_done_callback(self._in_threads.discard)
            return answer

        monkeypatch.setattr(asyncio.BaseEventLoop, "run_in_executor", watched)
        monkeypatch.setattr("textual.app.wait_for_idle", self.reached)
        monkeypatch.setattr("textual.pilot.wait_for_idle", self.reached)

    async def reached(self, _min_sleep: float = 0.0, max_sleep: float = 1.0) -> None:
        """Wait until no callback is ready, no thread works and no timer is due; no longer than ``max_sleep``."""
        loop: Any = asyncio.get_running_loop()
        end = loop.time() + max_sleep
        while loop.time() < end:
            await asyncio.sleep(0)  # all that is ready goes first
            if loop._ready:
                continue
            if not self._in_threads and not self._due(loop):
                return
            await asyncio.sleep(LOOK_S)

    @staticmethod
    def _due(loop: Any) -> bool:
        return any(not timer.cancelled() and timer.when() - loop.time() < SOON_S for timer in loop._scheduled)
