"""Any of several: a grid of items, each on or off."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.events import Click
from textual.geometry import Region, Size
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

from hybridtui.ui import look

MARK = 6
"""Cells before an item's words: the cursor, the box, a space; one more behind."""


class Toggles(Widget, can_focus=True):
    """Items in columns; the arrows move, ``space`` switches one on or off."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space", "switch", "On or off", id="toggles.toggle", tooltip="Switch this item on or off"),
        Binding("left", "move(-1, 0)", "Left", show=False, id="toggles.left", tooltip="Go left"),
        Binding("right", "move(1, 0)", "Right", show=False, id="toggles.right", tooltip="Go right"),
        Binding("up", "move(0, -1)", "Up", show=False, id="toggles.up", tooltip="Go up"),
        Binding("down", "move(0, 1)", "Down", show=False, id="toggles.down", tooltip="Go down"),
    ]

    DEFAULT_CSS = """
    Toggles { height: auto; padding: 0 1; text-wrap: nowrap; text-overflow: ellipsis; }
    """

    cursor: reactive[int] = reactive(0)
    """Index of the item under the cursor."""
    chosen: reactive[frozenset[str]] = reactive(frozenset[str]())
    """Ids of the items that are on."""

    @dataclass
    class Changed(Message):
        """An item was switched on or off by hand."""

        toggles: Toggles
        """Which grid."""

        @property
        def control(self) -> Toggles:
            """The grid, for ``@on`` selectors."""
            return self.toggles

    def __init__(
        self,
        items: Sequence[tuple[str, str]],
        chosen: Iterable[str],
        *,
        columns: int = 1,
        id: str | None = None,  # noqa: A002
    ) -> None:
        """Show ``items`` (pairs of id and words), row by row, in at most so many ``columns``."""
        super().__init__(id=id)
        self._items = tuple(items)
        self._most_columns = columns
        self._widest = MARK + max(len(words) for _, words in self._items)
        self.set_reactive(Toggles.chosen, frozenset(chosen))

    def render(self) -> Content:
        """Draw the rows."""
        columns, items = self._columns(self.content_size.width), len(self._items)
        return Content("\n").join(
            Content.assemble(*(self._cell(n) for n in range(row, min(row + columns, items))))
            for row in range(0, items, columns)
        )

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002 - Textual's
        """Return how many rows there are at this width."""
        return -(-len(self._items) // self._columns(width))

    def watch_cursor(self) -> None:
        """Keep the item under the cursor in sight where the page is taller than the screen."""
        if isinstance(page := self.parent, Widget) and self.is_mounted:
            row = self.virtual_region.y + self.cursor // self._columns(self.content_size.width)
            page.scroll_to_region(Region(0, row, 1, 1), animate=False)

    def action_switch(self) -> None:
        """Switch the item under the cursor."""
        self.chosen = self.chosen ^ {self._items[self.cursor][0]}
        self.post_message(self.Changed(self))

    def action_move(self, across: int, down: int) -> None:
        """Move the cursor; off the upper or lower edge go to the field before or after."""
        wanted = self.cursor + across + down * self._columns(self.content_size.width)
        if 0 <= wanted < len(self._items):
            self.cursor = wanted
        elif down > 0:
            self.screen.focus_next()
        elif down < 0:
            self.screen.focus_previous()

    def _columns(self, width: int) -> int:
        return max(1, min(self._most_columns, width // self._widest))

    @property
    def _cell_width(self) -> int:
        width = self.content_size.width
        return max(1, width // self._columns(width))

    def _cell(self, number: int) -> Content:
        item, words = self._items[number]
        on, here = item in self.chosen, self.has_focus and number == self.cursor
        text = f"{look.CURRENT_SIGN if here else ' '}{'[✓]' if on else '[ ]'} {words}".ljust(self._cell_width)
        style = " ".join((("bold",) if on else ()) + (("on $primary 30%",) if here else ()))
        return Content.styled(text, style) if style else Content(text)

    @on(Click)
    def _clicked(self, event: Click) -> None:
        offset = event.get_content_offset(self)
        if offset is None:
            return
        columns = self._columns(self.content_size.width)
        wanted = offset.y * columns + min(offset.x // self._cell_width, columns - 1)
        if wanted < len(self._items):
            self.cursor = wanted
            self.action_switch()
