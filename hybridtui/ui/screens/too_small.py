"""What is shown where the terminal is too small for anything else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import events
from textual.app import ComposeResult
from textual.geometry import Size
from textual.screen import ModalScreen
from textual.widgets import Static

from hybridtui.ui.look import APP_NAME

if TYPE_CHECKING:
    from textual.app import App

COLUMNS, ROWS = 60, 16
"""Less than this is too small."""


def fits(size: Size) -> bool:
    """Return whether a screen of this size can be used."""
    return size.width >= COLUMNS and size.height >= ROWS


class TooSmall(ModalScreen[None]):
    """Covers whatever is below until there is room again; clocks run on."""

    DEFAULT_CSS = """
    TooSmall {
        align: center middle;
        overflow: hidden;
        background: $background;
        & > Static { width: auto; max-width: 100%; height: auto; text-align: center; }
    }
    """

    _going = False
    """True once it is on its way out: it is told of the new size more than once."""

    def compose(self) -> ComposeResult:
        """Lay out the notice."""
        yield Static(markup=False)

    @staticmethod
    def check(app: App[None]) -> None:
        """Cover the app's screen if it is too small for it."""
        if not fits(app.size) and not isinstance(app.screen, TooSmall):
            app.push_screen(TooSmall(), lambda _: TooSmall._recheck(app))

    @staticmethod
    def _recheck(app: App[None]) -> None:
        """Look again once the notice is gone: the window may have shrunk while it went."""
        app.call_later(TooSmall.check, app)

    def on_mount(self) -> None:
        """Say how much is missing."""
        self._say(self.app.size)

    def on_screen_resume(self) -> None:
        """Go, if there came room while something else lay on top."""
        self._say(self.app.size)

    def on_resize(self, event: events.Resize) -> None:
        """Go as soon as there is room."""
        self._say(event.size)

    def _say(self, size: Size) -> None:
        if fits(size):
            if self.is_current and not self._going:
                self._going = True
                self.dismiss()
            return
        text = f"{APP_NAME}\ntoo small: {size.width}x{size.height}\nneeds {COLUMNS}x{ROWS}"
        self.query_one(Static).update(text)
