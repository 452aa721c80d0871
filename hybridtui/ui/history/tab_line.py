"""The line of tabs: which there are, with their keys, which one is open, and the stretch of time they look at."""

from __future__ import annotations

from collections.abc import Sequence

from textual import events
from textual.app import RenderResult
from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from hybridtui.ui.history.tab import Window
from hybridtui.ui.look import count

HERE = "bold underline $foreground"
"""How the tab that is open stands out."""


class TabLine(Widget, can_focus=False):
    """``1 Overview  2 Strength ... 12 weeks``: one line of text, never a layout."""

    ALLOW_SELECT = False
    DEFAULT_CSS = "TabLine { height: 1; color: $foreground-muted; text-wrap: nowrap; }"

    here: reactive[str] = reactive("")
    """Title of the tab that is open."""
    window: reactive[Window | None] = reactive(None)
    """Written at the right; None: nothing is."""

    def __init__(self, titles: Sequence[str], here: str) -> None:
        """Offer tabs by their titles; the first has the key ``1``."""
        super().__init__()
        self._titles = tuple(titles)
        self.set_reactive(TabLine.here, here)

    def render(self) -> RenderResult:
        """Write the tabs, and at the right the stretch of time."""
        width = self.size.width
        tabs = Content("").join(_written(*one) for one in self._tabs(width))
        room = width - tabs.cell_length - 1
        told = next((text for text in self._told() if len(text) <= room), "")
        return Content.assemble(tabs.truncate(max(0, width - len(told) - 1), pad=True), told)

    def _told(self) -> tuple[str, ...]:
        """Return the stretch in words, and in few letters where room is short."""
        if self.window is None:
            return ()
        number, by = self.window.count, self.window.by
        return count(number, by.value), f"{number} {'wk' if by.value == 'week' else 'mo'}", f"{number}{by.value[0]}"

    def _tabs(self, width: int) -> list[tuple[int, str, bool]]:
        """Return key, title and whether it is open; where room is short the others are but their keys."""
        whole = sum(len(title) + 4 for title in self._titles)
        return [
            (number, title if whole <= width or title == self.here else "", title == self.here)
            for number, title in enumerate(self._titles, 1)
        ]

    def on_click(self, event: events.Click) -> None:
        """Go to the tab that was clicked."""
        right = 0
        for number, title, here in self._tabs(self.size.width):
            right += _written(number, title, here).cell_length
            if event.x < right:
                self.app.simulate_key(str(number))
                return


def _written(number: int, title: str, here: bool) -> Content:
    if here:
        return Content.assemble(" ", (f"{number} {title}", HERE), " ")
    return Content.assemble(" ", (str(number), "bold $foreground"), f" {title} " if title else " ")
