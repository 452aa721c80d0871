"""What all screens that fill the window share."""

from __future__ import annotations

from collections.abc import Iterable

from textual import getters
from textual.screen import Screen

from hybridtui.ui.app import HybridApp


class Place(Screen[None]):
    """A screen that is there in one layout when it is gone to.

    Textual lays a new screen out, then gives it the classes of its breakpoints and lays it
    out again; and it takes the styles of every new screen for outdated and parses all of
    them anew, twice. Both are known before, and History is to open in a tenth of a second.
    (Only the very first screen has styles that wait for the theme.)
    """

    app = getters.app(HybridApp)

    def __init__(self) -> None:
        super().__init__()
        if self.app.screen_stack:
            self._css_update_count = self.app._css_update_count  # noqa: SLF001 - no public way
        size = self.app.size
        across = self.HORIZONTAL_BREAKPOINTS or self.app.HORIZONTAL_BREAKPOINTS or ()
        down = self.VERTICAL_BREAKPOINTS or self.app.VERTICAL_BREAKPOINTS or ()
        self.add_class(*_reached(across, size.width), *_reached(down, size.height))

    def _compositor_refresh(self) -> None:
        """Draw nothing that would not be shown: Textual draws a frame in a batch, too, and throws it away."""
        if not self.app._batch_count:  # noqa: SLF001 - no public way
            super()._compositor_refresh()


def _reached(breakpoints: Iterable[tuple[int, str]], length: int) -> list[str]:
    """Return the class of the widest breakpoint that ``length`` reaches, if it reaches one."""
    return [name for at, name in sorted(breakpoints) if at <= length][-1:]
