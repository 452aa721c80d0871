"""A framed text that scrolls, drawn as one widget: another text is a repaint, never a layout."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import zip_longest

from textual import events, on
from textual.content import Content
from textual.geometry import Region, Size
from textual.scroll_view import ScrollView
from textual.selection import Selection
from textual.strip import Strip
from textual.visual import Visual

from hybridtui.domain.text import clean
from hybridtui.ui.widgets.fitted import Layout
from hybridtui.ui.widgets.repaint import same


class TextPane(ScrollView):
    """Lines laid out for the width there is.

    A text in a container that scrolls has Textual lay the whole screen out whenever its height
    changes, twice if a scrollbar comes or goes. This pane keeps a column for its scrollbar, which
    shows only where there is something to scroll, and repaints only the lines that differ.
    """

    DEFAULT_CSS = """
    TextPane {
        overflow: hidden scroll;
        scrollbar-size-vertical: 1;
        scrollbar-background: transparent;
        scrollbar-background-hover: transparent;
        scrollbar-background-active: transparent;
        text-wrap: nowrap;
        text-overflow: ellipsis;
    }
    """

    def __init__(self, *, classes: str | None = None) -> None:
        super().__init__(classes=classes)
        self.set_reactive(TextPane.show_vertical_scrollbar, True)  # as it will be: no second layout at the start
        self.auto_links = False
        self._title = ""
        self._layout: Layout = lambda _width: ()
        self._lines: tuple[Content, ...] = ()
        self._strips: list[Strip] | None = None

    def write(self, title: str, lines: Layout) -> None:
        """Show another text, from its top on if its title is another."""
        if title != self._title:
            self._title = title
            self.border_title = Content(clean(title))
            self.scroll_home(animate=False, immediate=True)
        self._layout = lines
        self.lay_out()

    def render(self) -> Content:
        """Return all lines, seen or not."""
        return Content("\n").join(self._lines)

    def render_line(self, y: int) -> Strip:
        """Draw a line of what is in sight."""
        width = self._width
        if self._strips is None:
            self._strips = Visual.to_strips(self, self.render(), width, None, self.visual_style)
        line = y + self.scroll_offset.y
        if line < len(self._lines):
            return self._strips[line].extend_cell_length(width, self.visual_style.rich_style)
        return Strip.blank(width, self.visual_style.rich_style)

    def selection_updated(self, selection: Selection | None) -> None:
        """Draw what the mouse has selected."""
        self._strips = None
        super().selection_updated(selection)

    def notify_style_update(self) -> None:
        """Draw in other colours."""
        self._strips = None
        super().notify_style_update()

    @property
    def _width(self) -> int:
        """Cells of a line; one stays free before the scrollbar."""
        return max(0, self.size.width - self.scrollbar_size_vertical - 1)

    @on(events.Resize)
    def lay_out(self) -> None:
        """Write the lines anew, and repaint those that differ."""
        old, self._lines = self._lines, tuple(self._layout(self._width)) if self._width else ()
        self._strips = None
        self.set_reactive(TextPane.virtual_size, Size(self._width, len(self._lines)))  # lays nothing else out
        self.vertical_scrollbar.window_virtual_size = len(self._lines)
        self.scroll_to(y=min(self.scroll_offset.y, self.max_scroll_y), animate=False)
        if changed := self._changed(old):
            self.refresh(*changed)

    def _changed(self, old: Iterable[Content]) -> list[Region]:
        """Return where lines in sight differ from what was shown."""
        width, height = self.size
        top = self.scroll_offset.y
        pairs = list(zip_longest(old, self._lines))[top : top + height]
        return [Region(0, y, width, 1) for y, (was, line) in enumerate(pairs) if not same(was, line)]
