"""One key after another: each acts on what the one before it led to, however quickly they come.

Textual hands keys to the widget in focus at once, while those that are commands travel by
messages through its parents. On a line that stalls, several come in one burst: then the set
typed behind a command would be read before it, and what is typed into a dialog that is about
to open would be logged.
"""

from __future__ import annotations

import asyncio
from collections import deque

from textual import work
from textual.app import App
from textual.dom import DOMNode
from textual.events import Event, Key
from textual.message_pump import MessagePump
from textual.screen import Screen

PATIENCE_S = 2.0
"""So long a key waits for the one before it at most: a slow disk must not make the app deaf."""


class TypedAhead(App[None]):
    """Keeps a key until the one before it has acted."""

    def __init__(self) -> None:
        super().__init__()
        self._ahead: deque[Key] = deque()
        self._acting = False

    async def caught_up(self) -> None:
        """Return once everything that was asked for is done."""

    async def on_event(self, event: Event) -> None:
        """Hand a key on, or keep it while another one acts."""
        if not isinstance(event, Key) or event.is_forwarded:
            await super().on_event(event)
        elif self._acting:
            self._ahead.append(event)
        else:
            self._acting = True
            taker, screen = self.focused or self.screen, self.screen
            await super().on_event(event)
            self._hand_on(taker, screen)

    @work(name="keys")
    async def _hand_on(self, taker: DOMNode, screen: Screen[object]) -> None:
        """Wait until the key that ``taker`` was given has acted, then hand on those that came meanwhile."""
        try:
            while True:
                await self._acted(taker, screen)
                if not self._ahead:
                    return
                taker, screen = self.focused or self.screen, self.screen
                await super().on_event(self._ahead.popleft())
        finally:
            self._acting = False

    async def _acted(self, taker: DOMNode, screen: Screen[object]) -> None:
        try:
            async with asyncio.timeout(PATIENCE_S):
                for node in taker.ancestors_with_self:
                    await _passed(node)
                await self.caught_up()
                if self.screen is not screen:
                    await _shown(self.screen)
        except TimeoutError:
            return


async def _passed(node: MessagePump) -> None:
    """Return once a node has taken all the messages that it has been sent."""
    taken = asyncio.Event()
    if node.call_later(taken.set):
        await taken.wait()


async def _shown(screen: Screen[object]) -> None:
    """Return once a screen is there, with its focus where it belongs."""
    shown = asyncio.Event()
    if screen.call_after_refresh(shown.set):
        await shown.wait()
