"""The numbers of a chart, line by line: only the lines in sight are made."""

from __future__ import annotations

from collections.abc import Sequence

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.geometry import Size
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip

from hybridtui.ui.charts.reading import Table

WIDEST_GAP = 6
"""Cells between columns where there is room."""


class ChartNumbers(ScrollView, can_focus=False):
    """A table with the newest period first; its head stays in sight. Screens give it the keys."""

    ALLOW_SELECT = False
    COMPONENT_CLASSES = {"chart-numbers--header", "chart-numbers--cursor"}
    DEFAULT_CSS = """
    ChartNumbers {
        height: 1fr;
        scrollbar-size-vertical: 1;
        border: round $foreground 25%;
        border-title-color: $foreground;
        border-subtitle-color: $foreground 70%;
        & > .chart-numbers--header { color: $foreground-muted; }
        & > .chart-numbers--cursor {
            background: $block-cursor-background; color: $block-cursor-foreground; text-style: $block-cursor-text-style;
        }
    }
    """

    cursor: reactive[int] = reactive(0)
    """Line in hand, from the newest."""

    def __init__(self) -> None:
        super().__init__()
        self._table = Table((), ())
        self._widths: Sequence[int] = ()

    def show(self, table: Table, cursor: int = 0) -> None:
        """Show a table with a line in hand."""
        self._table = table
        lines = (table.headers, *table.rows)
        self._widths = [max(len(cell) for cell in column) for column in zip(*lines, strict=True)]
        self.virtual_size = Size(0, len(table.rows) + 1)
        self.cursor = max(0, min(cursor, len(table.rows) - 1))
        self.watch_cursor()

    def move(self, by: int) -> None:
        """Take the line so many further down; stops at both ends."""
        self.cursor = max(0, min(self.cursor + by, len(self._table.rows) - 1))

    @property
    def page(self) -> int:
        """Lines that are seen at once."""
        return max(1, self.size.height - 1)

    def watch_cursor(self) -> None:
        """Keep the line in hand in sight."""
        top = int(self.scroll_offset.y)
        if self.cursor < top:
            self.scroll_to(y=self.cursor, animate=False, immediate=True)
        elif self.cursor >= top + self.page:
            self.scroll_to(y=self.cursor - self.page + 1, animate=False, immediate=True)
        self.refresh()

    def on_resize(self) -> None:
        """Keep it in sight in less room as well."""
        self.watch_cursor()

    def on_click(self, event: events.Click) -> None:
        """Take the line under the pointer."""
        place = event.get_content_offset(self)
        if place is not None and place.y > 0:
            self.cursor = max(0, min(int(self.scroll_offset.y) + place.y - 1, len(self._table.rows) - 1))

    def render_line(self, y: int) -> Strip:
        """Return the head, or a period's numbers."""
        if y == 0:
            return self._strip(self._table.headers, self.get_component_rich_style("chart-numbers--header"))
        index = int(self.scroll_offset.y) + y - 1
        if index >= len(self._table.rows):
            return Strip.blank(self.size.width, self.rich_style)
        held = index == self.cursor
        style = self.get_component_rich_style("chart-numbers--cursor") if held else self.rich_style
        return self._strip(self._table.rows[index], style)

    def _strip(self, cells: Sequence[str], style: Style) -> Strip:
        width = self.size.width
        spare = width - sum(self._widths) - 2
        gap = max(1, min(WIDEST_GAP, spare // max(1, len(self._widths) - 1)))
        first, *others = zip(cells, self._widths, strict=True) if cells else [("", 0)]
        text = " " + first[0].ljust(first[1]) + "".join(" " * gap + cell.rjust(room) for cell, room in others)
        return Strip([Segment(text, style)]).adjust_cell_length(width, style)
