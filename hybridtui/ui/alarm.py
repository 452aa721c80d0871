"""What an athlete hears and sees when a clock reaches an edge: bell, flash, terminal title."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hybridtui.domain.phases import TEMPO_PHASES, Edge, EdgeKind
from hybridtui.ui.look import APP_NAME
from hybridtui.ui.running import Running, face

if TYPE_CHECKING:
    from hybridtui.ui.clocked import ClockedApp

FLASH_S = 0.35
"""How long a flash lasts."""


class Alarm:
    """Follows the running clock from the last instant it heard; each edge is told once, late or not."""

    def __init__(self, app: ClockedApp) -> None:
        self._app = app
        self._heard = 0.0
        self._titled = ""

    def begin(self, ticks: float) -> None:
        """Start to listen: what lies before is never told (a rest that ended before a restart)."""
        self._heard = ticks

    def hear(self, running: Running, ticks: float) -> None:
        """Tell every edge since the last call, and let the title show the clock."""
        edges = running.timeline.edges(self._heard, ticks)
        self._heard = ticks
        for edge in edges:
            self._tell(running, edge)
        self._title(f"{face(running.timeline.reading(ticks))} {running.label} · {APP_NAME}")

    def end(self) -> None:
        """The clock was put away."""
        self._title(APP_NAME)

    def _tell(self, running: Running, edge: Edge) -> None:
        begins = edge.kind is EdgeKind.START and edge.at > 0
        if edge.kind is EdgeKind.FINISHED or (begins and running.timeline.phases[edge.phase].kind not in TEMPO_PHASES):
            self._flash()
            self._ring()
        elif edge.kind is EdgeKind.TICK3 or begins:
            self._ring()

    def _ring(self) -> None:
        if self._app.settings.bell:
            self._app.bell()

    def _flash(self) -> None:
        if self._app.settings.flash:
            screen = self._app.screen
            screen.add_class("-flash")
            screen.set_timer(FLASH_S, lambda: screen.remove_class("-flash"))

    def _title(self, title: str) -> None:
        if self._app.settings.title and title != self._titled:
            self._titled = title
            self._app.name_window(title)
