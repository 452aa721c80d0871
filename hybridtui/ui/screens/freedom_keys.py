"""The keys with which an athlete changes the session in place: another exercise, another order, other equipment."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hybridtui.domain.units import DistanceUnit
from hybridtui.ui.screens.guided_screen import GuidedScreen

if TYPE_CHECKING:
    from hybridtui.logbook.freedom import Profile
    from hybridtui.ui.dialogs.arrange import Next


class FreedomKeys(GuidedScreen):
    """A screen on which the steps of the session can be changed.

    Dialogs open at once and ask the log themselves: a quick ``enter`` is theirs, and never
    logs a set.
    """

    def action_swap(self) -> None:
        """Choose another exercise for the step, for today or from now on."""
        from hybridtui.ui.dialogs.swap import ask_for_swap

        ask_for_swap(self.app, self.tell)

    def action_ladder(self, by: int) -> None:
        """Make the exercise of the step easier (-1) or harder (1)."""
        self.tell(lambda: self.guided.climb(by))

    def action_arrange(self) -> None:
        """Show the rest of the session: reorder, add, one set more, join to a superset."""
        from hybridtui.ui.dialogs.arrange import ArrangeDialog

        page = self.guided.page
        unit = page.athlete.distance_unit if page is not None and page.athlete is not None else DistanceUnit.KM
        self.app.push_screen(ArrangeDialog(self.guided, unit), self._arranged)

    def _arranged(self, then: Next | None) -> None:
        self.tell(then if then is not None else self._only_shown)

    async def _only_shown(self) -> str:
        """Nothing more is to be done: the session is only shown as it was left."""
        return ""

    def action_equipment(self) -> None:
        """Say what equipment is at hand today."""
        from hybridtui.ui.dialogs.equipment import EquipmentDialog

        self.app.push_screen(EquipmentDialog(self.guided.profiles, self.guided.place_name), self._equipped)

    def _equipped(self, profile: Profile | None) -> None:
        if profile is not None:
            self.do(lambda: self._noted(lambda: self.guided.equip(profile)))

    def tell(self, action: Next) -> None:
        """Change the session, and say how beside the entry line: a note would cover what comes next."""
        self.do(action)

    async def _noted(self, action: Next) -> str:
        """Say in a note what is too long for the line."""
        if said := await action():
            self.app.say(said)
        return ""
