"""The keys with which an athlete changes the session in place: another exercise, another order, other equipment."""

from __future__ import annotations

from textual import work

from hybridtui.ui.screens.guided_screen import GuidedScreen


class FreedomKeys(GuidedScreen):
    """A screen on which the steps of the session can be changed."""

    @work
    async def action_swap(self) -> None:
        """Choose another exercise for the step, for today or from now on."""

    def action_ladder(self, by: int) -> None:
        """Make the exercise of the step easier (-1) or harder (1)."""

    @work
    async def action_arrange(self) -> None:
        """Show the rest of the session: reorder, add, one set more, join to a superset."""

    @work
    async def action_equipment(self) -> None:
        """Say what equipment is at hand today."""
