"""The log: every session on a line, any number of them, of which only those in sight are read."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass

from rich.cells import set_cell_size
from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.binding import Binding
from textual.geometry import Size
from textual.message import Message
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip

from hybridtui.domain.history import SessionLine
from hybridtui.domain.query.sorting import NEWEST, Order
from hybridtui.domain.units import DistanceUnit, WeightUnit
from hybridtui.ui.widgets.log_columns import LogColumn, log_columns

PAGE = 200
"""Sessions read at once."""

PAGES_KEPT = 12
"""Pages in memory: scrolling back a little needs no reading."""

Fetch = Callable[[int, int], Awaitable[Sequence[SessionLine]]]
"""Returns the sessions from an offset on, in the order of the log, at most as many as asked."""

FALLS, RISES = "▾", "▴"
"""Beside the head of the column that the log is sorted by."""


class SessionLog(ScrollView, can_focus=True):
    """A list of sessions, read page by page as it is scrolled."""

    BINDINGS = [
        Binding("up,k", "move(-1)", "Up", show=False, id="history.up", tooltip="The session before"),
        Binding("down,j", "move(1)", "Down", show=False, id="history.down", tooltip="The session after"),
        Binding("pageup", "page(-1)", "Page up", show=False, id="history.page-up", tooltip="One screen up"),
        Binding("pagedown", "page(1)", "Page down", show=False, id="history.page-down", tooltip="One screen down"),
        Binding("home", "go(0)", "First", show=False, id="history.newest", tooltip="The first session"),
        Binding("end", "go(-1)", "Last", show=False, id="history.oldest", tooltip="The last session"),
        Binding("enter", "open", "Open", key_display="⏎", id="history.open", tooltip="This session in full"),
    ]
    COMPONENT_CLASSES = {
        "session-log--header",
        "session-log--sorted",
        "session-log--cursor",
        "session-log--muted",
        "session-log--run",
        "session-log--strength",
        "session-log--both",
        "session-log--calm",
    }
    DEFAULT_CSS = """
    SessionLog {
        height: 1fr;
        scrollbar-size-vertical: 1;
        & > .session-log--header { color: $foreground-muted; text-style: none; }
        & > .session-log--sorted { color: $foreground; text-style: bold; }
        & > .session-log--muted { color: $foreground-muted; }
        & > .session-log--cursor { background: $foreground 10%; }
        & > .session-log--run { color: $primary; }
        & > .session-log--strength { color: $accent; }
        & > .session-log--both { color: $secondary; }
        & > .session-log--calm { color: $success; }
        &:focus > .session-log--cursor {
            background: $block-cursor-background; color: $block-cursor-foreground; text-style: $block-cursor-text-style;
        }
    }
    """

    cursor: reactive[int] = reactive(0)
    """Index of the session in hand, from the first line."""

    @dataclass
    class Opened(Message):
        """The athlete wants to see a session in full."""

        line: SessionLine

    def __init__(self, fetch: Fetch, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id)
        self._fetch = fetch
        self._count = 0
        self._pages: OrderedDict[int, Sequence[SessionLine]] = OrderedDict()
        self._asked: set[int] = set()
        self._reading = 0
        self._weight, self._distance = WeightUnit.KG, DistanceUnit.KM
        self._order, self._nothing = NEWEST, ""
        self._base: Style | None = None

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002 - Textual's
        """Offer to open a session where there is one."""
        return action != "open" or bool(self._count)

    def notify_style_update(self) -> None:
        """Look the colours up again."""
        super().notify_style_update()
        self._base = None

    @property
    def base(self) -> Style:
        """The style of a line: dear to find out, and asked for at every line."""
        if self._base is None:
            self._base = self.rich_style
        return self._base

    @property
    def line(self) -> SessionLine | None:
        """The session in hand; None if there is none, or it is not read yet."""
        return self._line(self.cursor)

    @property
    def page_in_hand(self) -> int:
        """Offset of the page that holds the session in hand: what to read first when all is read anew."""
        return self.cursor // PAGE * PAGE

    def show(
        self,
        count: int,
        offset: int,
        lines: Sequence[SessionLine],
        weight: WeightUnit,
        distance: DistanceUnit,
        *,
        order: Order = NEWEST,
        nothing: str = "",
    ) -> None:
        """Show a log of ``count`` sessions in an order, of which one page, from ``offset`` on, is at hand.

        ``nothing`` is shown in the place of sessions where there are none.
        """
        self._count, self._weight, self._distance = count, weight, distance
        self._order, self._nothing = order, nothing
        self._pages = OrderedDict({offset // PAGE: lines})
        self._asked.clear()
        self._reading += 1
        self.virtual_size = Size(0, count + 1)
        self.cursor = max(0, min(self.cursor, count - 1))
        self.refresh()

    def _line(self, index: int) -> SessionLine | None:
        page = self._pages.get(index // PAGE)
        within = index % PAGE
        return page[within] if page is not None and within < len(page) else None

    def watch_cursor(self) -> None:
        """Keep the session in hand in sight."""
        top, room = int(self.scroll_offset.y), max(1, self.size.height - 1)
        if self.cursor < top:
            self.scroll_to(y=self.cursor, animate=False, immediate=True)
        elif self.cursor >= top + room:
            self.scroll_to(y=self.cursor - room + 1, animate=False, immediate=True)
        self.refresh()

    def on_resize(self) -> None:
        """Keep it in sight in less room as well."""
        self.watch_cursor()

    def render_line(self, y: int) -> Strip:
        """Return the head, or a session; ask for its page if it is not here yet."""
        width = self.scrollable_content_region.width
        columns = log_columns(width, self._weight, self._distance, self._order)
        if y == 0:
            return self._head(columns, width)
        index = int(self.scroll_offset.y) + y - 1
        if index >= self._count:
            words = f" {self._nothing}" if self._nothing and index == 1 and not self._count else ""
            return Strip([Segment(set_cell_size(words, width), self.base)])
        base = self.base
        if index == self.cursor:
            base = self.get_component_rich_style("session-log--cursor")
        line = self._line(index)
        if line is None:
            self._ask(index // PAGE)
            return Strip([Segment(set_cell_size(" …", width), base)])
        return self._strip(columns, width, base, line)

    def _head(self, columns: Sequence[LogColumn], width: int) -> Strip:
        """Return the heads of the columns; the one that the log is sorted by stands out, and says which way."""
        muted = self.get_component_rich_style("session-log--header")
        sorts = self.get_component_rich_style("session-log--sorted")
        segments = []
        for column in columns:
            here = column.key is self._order.by
            title = column.title
            if here and not column.right:
                title += RISES if self._order.rises else FALLS
            gap = (RISES if self._order.rises else FALLS) if here and column.right else " "
            segments += [Segment(column.fit(title), sorts if here else muted), Segment(gap, sorts)]
        return Strip(segments).adjust_cell_length(width, muted)

    def _strip(self, columns: Sequence[LogColumn], width: int, base: Style, line: SessionLine) -> Strip:
        in_hand = base is not self.base
        if line.same_as is not None and not in_hand:
            base = self.get_component_rich_style("session-log--muted")
        segments = []
        for column in columns:
            style = base
            if column.look is not None and not in_hand:
                style = self.get_component_rich_style(f"session-log--{column.look(line)}")
            segments.append(Segment(column.fit(column.text(line)), style))
            segments.append(Segment(" ", base))
        return Strip(segments).adjust_cell_length(width, base)

    def _ask(self, page: int) -> None:
        """Read a page unless it is being read."""
        if page not in self._asked:
            self._asked.add(page)
            self.run_worker(self._read(page, self._reading), name="read", group="session-log")

    async def _read(self, page: int, reading: int) -> None:
        lines = await self._fetch(page * PAGE, PAGE)
        if reading != self._reading:
            return  # the log was read anew meanwhile
        if not lines:
            return  # they cannot be read, as was told: asked for again when the log is read anew
        self._asked.discard(page)
        self._pages[page] = lines
        while len(self._pages) > PAGES_KEPT:
            self._pages.popitem(last=False)
        self.refresh()

    def action_move(self, by: int) -> None:
        """Go up or down."""
        self.cursor = max(0, min(self.cursor + by, self._count - 1))

    def action_page(self, by: int) -> None:
        """Go a screen up or down."""
        self.action_move(by * max(1, self.size.height - 2))

    def action_go(self, index: int) -> None:
        """Go to a session by its place; -1 is the oldest."""
        self.cursor = max(0, index if index >= 0 else self._count + index)

    def action_open(self) -> None:
        """Open the session in hand."""
        if (line := self.line) is not None:
            self.post_message(self.Opened(line))

    def on_click(self, event: events.Click) -> None:
        """Take the session under the pointer; the second click opens it."""
        index = int(self.scroll_offset.y) + event.y - 1
        if event.y > 0 and index < self._count:
            self.cursor = index
            if event.chain > 1:
                self.action_open()
