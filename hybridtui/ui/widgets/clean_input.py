"""A line to type into that takes in nothing a terminal would obey."""

from __future__ import annotations

from typing import ClassVar

from textual import events
from textual.geometry import Size
from textual.reactive import Reactive
from textual.widgets import Input

from hybridtui.domain.text import harmless

LIMIT = 1000
"""Longest line, in characters."""


class CleanInput(Input):
    """Textual's input, with what is typed or pasted cleaned on its way in (reliability.md 2.5)."""

    virtual_size = Reactive(Size(0, 0))
    """How long the text is. Textual lays the whole screen out whenever this changes, so at every character; a line
    as wide as it is told to be, and as high as one line, stays where it is."""

    LEAVES: ClassVar[frozenset[str]] = frozenset("?")
    """Characters that can be pasted but not typed: they stay keys of the screen (help)."""

    def __init__(
        self,
        value: str = "",
        *,
        placeholder: str = "",
        limit: int = LIMIT,
        select_on_focus: bool = True,
        id: str | None = None,  # noqa: A002
    ) -> None:
        """Begin with ``value``; ``limit`` is the most characters it takes."""
        super().__init__(
            harmless(value)[:limit],
            placeholder=placeholder,
            compact=True,
            max_length=limit,
            select_on_focus=select_on_focus,
            id=id,
        )
        self.cursor_blink = False

    def check_consume_key(self, key: str, character: str | None) -> bool:
        """Return whether a key goes into the line."""
        return character not in self.LEAVES and super().check_consume_key(key, character)

    async def _on_key(self, event: events.Key) -> None:
        if event.character in self.LEAVES:
            event.prevent_default()  # Input would insert it; the screen's bindings get it instead

    def replace(self, text: str, start: int, end: int) -> None:
        """Put ``text`` between two places, without what a terminal would obey."""
        super().replace(harmless(text), start, end)
