"""The numbers of a chart, line by line: only the lines in sight are made."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import zip_longest
from textwrap import wrap

from rich.cells import cell_len, set_cell_size
from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.geometry import Size
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip

from hybridtui.domain.text import clean
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
        self._head: Sequence[Sequence[str]] = ((),)
        self._widths: Sequence[int] = ()

    def show(self, table: Table, cursor: int = 0) -> None:
        """Show a table with a line in hand."""
        self._table = Table(tuple(clean(header) for header in table.headers), table.rows)
        self._fit()
        self.cursor = max(0, min(cursor, len(table.rows) - 1))
        self.watch_cursor()

    def _fit(self) -> None:
        """Give every column its width; where room is short, names of several words take several lines."""
        headers, rows = self._table
        numbers = [max(map(len, column)) for column in zip(*rows, strict=True)] or [0] * len(headers)
        self._widths = [max(cell_len(name), number) for name, number in zip(headers, numbers, strict=True)]
        if sum(self._widths) + len(headers) <= self._room:
            self._head = (headers,)
        else:
            self._widths = [
                max(number, *map(cell_len, name.split()), 0) for name, number in zip(headers, numbers, strict=True)
            ]
            wrapped = [wrap(name, max(1, width)) for name, width in zip(headers, self._widths, strict=True)]
            self._head = list(zip_longest(*wrapped, fillvalue=""))
        self.virtual_size = Size(0, len(rows) + len(self._head))

    @property
    def _room(self) -> int:
        """Cells of a line, without the scroll bar and a blank beside it."""
        return self.size.width - 1 - (self.scrollbar_size_vertical if self.show_vertical_scrollbar else 0)

    def move(self, by: int) -> None:
        """Take the line so many further down; stops at both ends."""
        self.cursor = max(0, min(self.cursor + by, len(self._table.rows) - 1))

    @property
    def page(self) -> int:
        """Lines that are seen at once."""
        return max(1, self.size.height - len(self._head))

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
        self._fit()
        self.watch_cursor()

    def on_click(self, event: events.Click) -> None:
        """Take the line under the pointer."""
        place = event.get_content_offset(self)
        head = len(self._head)
        if place is not None and place.y >= head:
            self.cursor = max(0, min(int(self.scroll_offset.y) + place.y - head, len(self._table.rows) - 1))

    def render_line(self, y: int) -> Strip:
        """Return the head, or a period's numbers."""
        if y < len(self._head):
            return self._strip(self._head[y], self.get_component_rich_style("chart-numbers--header"))
        index = int(self.scroll_offset.y) + y - len(self._head)
        if index >= len(self._table.rows):
            return Strip.blank(self.size.width, self.rich_style)
        held = index == self.cursor
        style = self.get_component_rich_style("chart-numbers--cursor") if held else self.rich_style
        return self._strip(self._table.rows[index], style)

    def _strip(self, cells: Sequence[str], style: Style) -> Strip:
        width = self.size.width
        spare = self._room - sum(self._widths) - 1
        gap = max(1, min(WIDEST_GAP, spare // max(1, len(self._widths) - 1)))
        first, *others = zip(cells, self._widths, strict=True) if cells else [("", 0)]
        text = (
            " " + set_cell_size(*first) + "".join(" " * (gap + room - cell_len(cell)) + cell for cell, room in others)
        )
        return Strip([Segment(text, style)]).adjust_cell_length(width, style)
