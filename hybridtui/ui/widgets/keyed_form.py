"""A form that is filled in by single keys, whatever they tell; other keys are the dialog's."""

from __future__ import annotations

from textual import events
from textual.widget import Widget

CHOSEN = "bold $block-cursor-foreground on $block-cursor-background"
"""How what was told looks."""


class KeyedForm(Widget, can_focus=True):
    """Takes the keys that tell something."""

    def on_key(self, event: events.Key) -> None:
        """Take what tells something."""
        if event.character is not None and event.is_printable and self.took(event.character):
            event.stop()
            event.prevent_default()

    def took(self, character: str) -> bool:
        """Take a character, and return whether it tells something here."""
        raise NotImplementedError
