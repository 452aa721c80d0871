"""The keys for what comes after a session: count it as a planned workout, open it again."""

from __future__ import annotations

from textual import work

from hybridtui.ui.screens.guided_screen import GuidedScreen


class MatchKeys(GuidedScreen):
    """A screen that sums up a session which was just finished."""

    @work
    async def action_match(self) -> None:
        """Choose the planned workout that the finished session counts as."""

    def action_reopen(self) -> None:
        """Open the finished session again, to go on with it."""
