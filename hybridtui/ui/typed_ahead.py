"""Keys that are pressed while the one before them is still on its way to another state of the day.

Between ``enter`` and the first step a session is written. Whoever presses ``space`` in that
moment means the clock of the first step, not a key of the day that is about to go.
"""

from __future__ import annotations

import asyncio

from textual.app import App
from textual.events import Key


class TypedAhead(App[None]):
    """Keeps keys back while it is told to, then lets them act in their order."""

    _keeps = False
    _kept: tuple[Key, ...] = ()

    def keep_keys(self) -> None:
        """Keep what is pressed from now on for later."""
        self._keeps = True

    def on_key(self, event: Key) -> None:
        """Take a key that nothing on the screen took, before it is looked for among the commands."""
        if self._keeps:
            event.prevent_default()
            self._kept += (event,)

    async def act_on_keys(self) -> None:
        """Let the keys that were kept act on what is there now, in their order, before any that are still to come."""
        kept, self._keeps, self._kept = self._kept, False, ()
        for event in kept:
            key, character, focused = event.key, event.character, self.focused
            if focused is None or not (key == "enter" or focused.check_consume_key(key, character)):
                await self._check_bindings(key)
                continue
            taken = asyncio.Event()
            focused._forward_event(Key(key, character))  # noqa: SLF001 - as Textual's own App does
            focused.call_later(taken.set)  # what the next key means depends on what is typed by then
            await taken.wait()
