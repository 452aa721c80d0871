"""The running clock in giant digits: on Today beside the steps while they are led by it, and on Timer alone."""

from __future__ import annotations

from textual.app import RenderResult
from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from hybridtui.ui.clock_face import clock_face
from hybridtui.ui.running import Running


class SetClock(Widget, can_focus=False):
    """Repaints when what is shown changes: at most once a second, or a cell of the bar."""

    DEFAULT_CSS = """
    SetClock { width: 1fr; height: 1fr; content-align: center middle; text-align: center; }
    """

    running: reactive[Running | None] = reactive(None)
    """The clock to show; None: nothing."""
    ticks: reactive[float] = reactive(0.0, repaint=False)
    """Steady seconds now."""

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id, classes=classes)
        self._painted = ""

    def watch_ticks(self) -> None:
        """Repaint if something else is to be shown."""
        if self.running is not None and self._content().plain != self._painted:
            self.refresh()

    def render(self) -> RenderResult:
        """Draw it in the middle."""
        content = self._content()
        self._painted = content.plain
        return content

    def _content(self) -> Content:
        if self.running is None:
            return Content("")
        return clock_face(self.running, self.ticks, self.size.width, self.size.height)
