"""When an app in a test has nothing left to do: known from its event loop, not guessed from how busy the machine is."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import Executor
from typing import Any

import pytest
from textual._compositor import Compositor
from textual.app import App
from textual.css.stylesheet import Stylesheet

SOON_S = 1 / 50
"""A timer due within this is waited for: Textual draws what has changed 60 times a second."""
LOOK_S = 1 / 1000
THREADS_S = 0.5
"""So long a thread is waited for at most: a test may hold one up to see what goes on without it."""
PATIENT_S = 5.0
"""So long all else is waited for at most, on a machine that is slow and busy."""


_PARSED: dict[tuple[object, ...], Any] = {}
_PARSE: Any = Stylesheet._parse_rules


def parsed_once(sheet: Any, css: str, read_from: object, *how: object, **named: object) -> Any:
    """Stand in for parsing a style sheet: hundreds of apps wear the same styles, and Textual forgets them with each."""
    key = (css, read_from, how, tuple(named.items()), frozenset(sheet._variables.items()))
    if key not in _PARSED:
        _PARSED[key] = _PARSE(sheet, css, read_from, *how, **named)
    return _PARSED[key]


class Calm:
    """Stands in for Textual's ``wait_for_idle``, which sleeps 20 ms and more after every key, needed or not."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.app: App[None] | None = None
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
        monkeypatch.setattr(Stylesheet, "_parse_rules", parsed_once)
        self._draw = Compositor.render_update
        monkeypatch.setattr(Compositor, "render_update", lambda *_, **__: None)

    def draw(self) -> None:
        """Draw what has changed since the last time: nobody sees the frames in between, and they take long."""
        if self.app is not None and self.app.screen_stack:
            self._draw(self.app.screen._compositor, screen_stack=self.app._background_screens)

    async def reached(self, _min_sleep: float = 0.0, _max_sleep: float = 1.0) -> None:
        """Wait until no callback is ready, no thread works and all is drawn; as long as that takes, in reason."""
        loop: Any = asyncio.get_running_loop()
        begun = loop.time()
        while (waited := loop.time() - begun) < PATIENT_S:
            await asyncio.sleep(0)  # all that is ready goes first
            if loop._ready:
                continue
            if self._drawn() and not self._due(loop) and (not self._in_threads or waited > THREADS_S):
                return
            await asyncio.sleep(LOOK_S)

    @staticmethod
    def _due(loop: Any) -> bool:
        return any(not timer.cancelled() and timer.when() - loop.time() < SOON_S for timer in loop._scheduled)

    def _drawn(self) -> bool:
        if self.app is None or not self.app.screen_stack:
            return True
        screen = self.app.screen
        return not (screen._layout_required or screen._dirty_widgets or screen._callbacks)
