"""Figures in a list: a name, a small bar or sparkline, a value and what qualifies it, a line each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from textual import events
from textual.binding import Binding
from textual.cache import LRUCache
from textual.content import Content
from textual.geometry import Size
from textual.message import Message
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.visual import Visual

from hybridtui.domain.figures import Figure
from hybridtui.ui.history.figure_columns import GAP, Columns, Row, rows, written

NOTHING = Content()
"""In place of a bar where there is none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureLine:
    """One figure, and how its line looks."""

    figure: Figure
    sign: str = ""
    """What stands before its name: the sign of a sport, a mark."""
    colour: str = "$foreground"
    """Of the sign: a theme variable."""
    glance: Content = NOTHING
    """A bar or a sparkline; the widest of all lines decides how wide their column is."""
    value_colour: str = "$foreground"
    """Of the value; what the colour says stands in words as well."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureGroup:
    """Figures under a heading."""

    heading: str
    """Empty: none."""
    lines: tuple[FigureLine, ...]
    note: str = ""
    """What holds for all of them, beside the heading."""


class FigureList(ScrollView, can_focus=True, inherit_bindings=False):
    """Groups of figures, one of them in hand; left and right stay free for the chart beside it."""

    BINDINGS = [
        Binding("up,k", "move(-1)", "Up", show=False, id="figures.up", tooltip="The number above"),
        Binding("down,j", "move(1)", "Down", show=False, id="figures.down", tooltip="The number below"),
        Binding("pageup", "page(-1)", "Page up", show=False, id="figures.page-up", tooltip="One screen up"),
        Binding("pagedown", "page(1)", "Page down", show=False, id="figures.page-down", tooltip="One screen down"),
    ]
    COMPONENT_CLASSES = {"figure-list--cursor", "figure-list--heading"}
    DEFAULT_CSS = """
    FigureList {
        height: 1fr;
        scrollbar-size-vertical: 1;
        scrollbar-color: $foreground 25%;
        scrollbar-color-hover: $foreground 40%;
        scrollbar-color-active: $foreground 40%;
        scrollbar-background: transparent;
        scrollbar-background-hover: transparent;
        scrollbar-background-active: transparent;
        overflow-x: hidden;
        & > .figure-list--heading { color: $foreground; text-style: bold; }
        & > .figure-list--cursor { background: $foreground 10%; }
        &:focus > .figure-list--cursor { background: $primary 30%; }
    }
    """

    cursor: reactive[int] = reactive(0, repaint=False)
    """Index of the figure in hand, headings not counted."""

    @dataclass
    class Chosen(Message):
        """Another figure is in hand."""

        figures: FigureList
        index: int

        @property
        def control(self) -> FigureList:
            """The list itself, for ``@on(..., selector)``."""
            return self.figures

    longest_name: reactive[int | None] = reactive(None, init=False)
    """Most cells of a name, where there are very long ones; None: as many as there is room for."""

    def __init__(
        self,
        *,
        rows: int = 0,
        id: str | None = None,  # noqa: A002 - Textual's name
        classes: str | None = None,
    ) -> None:
        """List nothing yet. A list of its own height that knows how many ``rows`` it will have spares a layout."""
        super().__init__(id=id, classes=classes)
        self.set_reactive(FigureList.virtual_size, Size(0, rows))
        self._groups: tuple[FigureGroup, ...] = ()
        self._lines: tuple[FigureLine, ...] = ()
        self._rows: tuple[Row, ...] = ()
        self._columns: dict[int, Columns] = {}
        self._strips: LRUCache[tuple[int, int, bool], Strip] = LRUCache(256)

    @property
    def line(self) -> FigureLine | None:
        """The line in hand; None without any."""
        return self._lines[self.cursor] if 0 <= self.cursor < len(self._lines) else None

    @property
    def figure(self) -> Figure | None:
        """The figure in hand; None without any."""
        return self.line.figure if self.line is not None else None

    @property
    def figures(self) -> tuple[Figure, ...]:
        """All figures, in order."""
        return tuple(line.figure for line in self._lines)

    @property
    def rows_needed(self) -> int:
        """How many rows show everything, headings apart."""
        return len(rows(self._groups, 0))

    def show(self, groups: Sequence[FigureGroup]) -> None:
        """Show these groups; the figure in hand stays in hand if it is among them."""
        shown = tuple(group for group in groups if group.lines)
        if shown == self._groups:
            return
        held = self.figure
        self._groups = shown
        self._lines = tuple(line for group in shown for line in group.lines)
        self._lay_out()
        self.cursor = self._place_of(held)
        self.refresh()

    def _place_of(self, held: Figure | None) -> int:
        """Return where a figure of the same name and meaning is now; else the place of the cursor, if there is one."""
        if held is not None:
            for index, line in enumerate(self._lines):
                if (line.figure.definition, line.figure.name) == (held.definition, held.name):
                    return index
        return max(0, min(self.cursor, len(self._lines) - 1))

    def _lay_out(self) -> None:
        self._rows = rows(self._groups, self.size.height)
        self._columns.clear()
        self._strips.clear()
        self.virtual_size = Size(0, len(self._rows))

    def notify_style_update(self) -> None:
        """Draw in other colours."""
        super().notify_style_update()
        self._strips.clear()

    def on_resize(self) -> None:
        """Lay out for the room there is, the figure in hand in sight."""
        self._lay_out()
        self._keep_in_sight()

    def on_focus(self) -> None:
        """Draw the cursor as what the keys move."""
        self._strips.clear()

    def on_blur(self) -> None:
        """Draw the cursor as what is in hand only."""
        self._strips.clear()

    def render_line(self, y: int) -> Strip:
        """Draw the row that lies at ``y`` now."""
        width = self.scrollable_content_region.width
        number = y + int(self.scroll_offset.y)
        if number >= len(self._rows) or not width:
            return Strip.blank(width, self.rich_style)
        held = self._rows[number].line == self.cursor
        key = number, width, held
        strip = self._strips.get(key)
        if strip is None:
            strip = self._strips[key] = self._drawn(self._rows[number], width, held=held)
        return strip

    def _drawn(self, row: Row, width: int, *, held: bool) -> Strip:
        style = self.visual_style
        if row.group is not None:
            note = Content(row.group.note).stylize("not bold $foreground-muted")
            text = Content.assemble(f" {row.group.heading}", " " * GAP if row.group.note else "", note)
            style += self.get_visual_style("figure-list--heading", partial=True)
        elif row.line is None:
            text = Content()
        else:
            if width not in self._columns:
                self._columns[width] = Columns.fit(self._lines, width - 2, self.longest_name)
            text = Content.assemble(" ", written(self._lines[row.line], self._columns[width]))
            if held:
                style += self.get_visual_style("figure-list--cursor", partial=True)
        line = text.truncate(width, ellipsis=True, pad=True)
        return Visual.to_strips(self, line, width, 1, style)[0].adjust_cell_length(width, style.rich_style)

    def watch_longest_name(self) -> None:
        """Lay the columns out anew."""
        self._columns.clear()
        self._strips.clear()

    def watch_cursor(self) -> None:
        """Keep the figure in hand in sight, and tell of it."""
        self._keep_in_sight()
        self.refresh()
        self.post_message(self.Chosen(self, self.cursor))

    def _keep_in_sight(self) -> None:
        at = next((n for n, row in enumerate(self._rows) if row.line == self.cursor), None)
        if at is None:
            return
        first = 0 if self.cursor == 0 else at  # the heading above the first comes with it
        top, room = int(self.scroll_offset.y), max(1, self.size.height)
        if first < top:
            self.scroll_to(y=first, animate=False, immediate=True)
        elif at >= top + room:
            self.scroll_to(y=at - room + 1, animate=False, immediate=True)

    def action_move(self, by: int) -> None:
        """Go up or down."""
        self.cursor = max(0, min(self.cursor + by, len(self._lines) - 1))

    def action_page(self, by: int) -> None:
        """Go a screen up or down."""
        self.action_move(by * max(1, self.size.height - 1))

    def on_click(self, event: events.Click) -> None:
        """Take the figure under the pointer."""
        row = event.y + int(self.scroll_offset.y)
        if 0 <= row < len(self._rows) and (index := self._rows[row].line) is not None:
            self.cursor = index
