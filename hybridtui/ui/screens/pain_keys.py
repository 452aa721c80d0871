"""The keys with which an athlete says how the body is: an ache while training, the check-in by its first digit."""

from __future__ import annotations

from textual import work

from hybridtui.ui.screens.answering import Answering


class PainKeys(Answering):
    """A screen on which an ache can be told, and the check-in begun by its first answer."""

    @work
    async def action_pain(self) -> None:
        """Ask where it aches and how much, and change what it concerns."""

    def action_check_in_from(self, digit: int) -> None:
        """Begin the check-in with its first answer given: ``digit``, 1 to 5."""
        self.ask_how_you_are(digit)
