"""The calendar itself: a line a week, Monday to Sunday, any depth; only what is in sight is read and drawn."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.geometry import Size
from textual.message import Message
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.visual import Visual

from hybridtui.domain.calendar import Week
from hybridtui.domain.days import Day, DaysPage, WeekKept
from hybridtui.ui.history.calendar_signs import CURSOR, CURSOR_UNLIT, LABEL, Columns

READ_AT_ONCE = 52
"""Weeks."""

Fetch = Callable[[Week, Week], Awaitable[DaysPage]]
"""Returns the weeks from the first to the last."""


class CalendarGrid(ScrollView, can_focus=True, inherit_bindings=False):
    """Weeks down, days across, the oldest at the top; the arrows move the day in hand."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left", "move(-1)", "Day before", show=False, id="calendar.left", tooltip="The day before"),
        Binding("right", "move(1)", "Next day", show=False, id="calendar.right", tooltip="The next day"),
        Binding("up,k", "move(-7)", "Week before", show=False, id="calendar.up", tooltip="The week before"),
        Binding("down,j", "move(7)", "Next week", show=False, id="calendar.down", tooltip="The next week"),
        Binding("pageup", "page(-1)", "Page up", show=False, id="calendar.page-up", tooltip="One screen back"),
        Binding("pagedown", "page(1)", "Page down", show=False, id="calendar.page-down", tooltip="One screen on"),
        Binding("home", "first", "First", show=False, id="calendar.first", tooltip="The first day of the log"),
        Binding("end", "today", "Today", show=False, id="calendar.today", tooltip="Back to today"),
    ]
    ALLOW_SELECT = False
    DEFAULT_CSS = """
    CalendarGrid { height: 1fr; overflow: hidden scroll; scrollbar-size-vertical: 1; }
    """

    cursor: reactive[date | None] = reactive(None, repaint=False, init=False)
    """The day in hand."""

    @dataclass
    class Moved(Message):
        """Another day is in hand, or more is known of it."""

    def __init__(self, fetch: Fetch) -> None:
        super().__init__()
        self._fetch = fetch
        self._first = self._last = Week.of(date.min)
        self._today = date.min
        self._weeks: dict[Week, tuple[tuple[Day, ...], WeekKept]] = {}
        self._asked: set[int] = set()
        self._reading = 0
        self._drawn: dict[tuple[Week, date | None, bool, bool], Strip] = {}

    @property
    def day(self) -> Day | None:
        """The day in hand, as far as it is read."""
        held = self._weeks.get(Week.of(self.cursor)) if self.cursor is not None else None
        return held[0][self.cursor.weekday()] if held is not None and self.cursor is not None else None

    @property
    def week(self) -> WeekKept | None:
        """The week of the day in hand, as far as it is read."""
        held = self._weeks.get(Week.of(self.cursor)) if self.cursor is not None else None
        return held[1] if held is not None else None

    @property
    def in_sight(self) -> tuple[Week, Week]:
        """The first and the last week on the screen."""
        top = self._first.plus(int(self.scroll_offset.y))
        return top, min(self._last, top.plus(max(0, self._room - 1)))

    def show(self, page: DaysPage, first: Week, today: date) -> None:
        """Show the weeks from ``first`` to today's, of which ``page`` is at hand; the day in hand stays."""
        self._first, self._last, self._today = first, Week.of(today), today
        self._weeks, self._asked = {}, set()
        self._reading += 1
        self._drawn.clear()
        self._take(page)
        self.virtual_size = Size(0, self._count + 1)
        if self.cursor is None or not first.monday <= self.cursor <= self._last.last:
            self.cursor = today
        self._keep_in_sight()
        self.refresh()
        self.post_message(self.Moved())

    def watch_cursor(self, before: date | None, now: date | None) -> None:
        """Light it, and keep it in sight; lines drawn before are only put on the screen again."""
        self._keep_in_sight()
        self.refresh()
        if before != now:
            self.post_message(self.Moved())

    def on_resize(self) -> None:
        """Keep it in sight in less room as well."""
        self._drawn.clear()
        self._keep_in_sight()

    def on_focus(self) -> None:
        """Light the day in hand."""
        self.refresh()

    def on_blur(self) -> None:
        """Let it be seen, but not lit."""
        self.refresh()

    def notify_style_update(self) -> None:
        """Draw in the colours of the new theme."""
        super().notify_style_update()
        self._drawn.clear()

    def render_line(self, y: int) -> Strip:
        """Draw the head, or a week; ask for it if it is not here yet."""
        if y == 0:
            return self._strip(Columns(self.size.width).header())
        week = self._first.plus(int(self.scroll_offset.y) + y - 1)
        if week > self._last:
            return Strip.blank(self.size.width, self.visual_style.rich_style)
        if week not in self._weeks:
            self._ask(week)
            return self._strip(Content.styled(" …", "$foreground-muted"))
        held = self.cursor if self.cursor is not None and Week.of(self.cursor) == week else None
        key = (week, held, y == 1, self.has_focus)
        if key not in self._drawn:
            self._drawn[key] = self._strip(self._written(week, held, top=y == 1))
        return self._drawn[key]

    def action_move(self, days: int) -> None:
        """Go some days on, within the weeks there are."""
        if self.cursor is not None:
            self._go(self.cursor + timedelta(days=days))

    def action_page(self, by: int) -> None:
        """Go a screen up or down."""
        self.action_move(7 * by * max(1, self._room - 1))

    def action_first(self) -> None:
        """Go to the first day."""
        self._go(self._first.monday)

    def action_today(self) -> None:
        """Go back to today."""
        self._go(self._today)

    def on_click(self, event: events.Click) -> None:
        """Take the day under the pointer."""
        week = self._first.plus(int(self.scroll_offset.y) + event.y - 1)
        column = (event.x - LABEL) // Columns(self.size.width).day
        if event.y > 0 and event.x >= LABEL and 0 <= column < 7 and week <= self._last:
            self._go(week.days[column])

    def _go(self, day: date) -> None:
        """Take a day; one before the first or after the last leaves the week-day as it is."""
        if day < self._first.monday:
            day = self._first.days[day.weekday()]
        elif day > self._last.last:
            day = self._last.days[day.weekday()]
        self.cursor = day

    @property
    def _count(self) -> int:
        return (self._last.monday - self._first.monday).days // 7 + 1

    @property
    def _room(self) -> int:
        return max(1, self.size.height - 1)

    def _keep_in_sight(self) -> None:
        if self.cursor is None or not self.size.height:
            return
        line = (Week.of(self.cursor).monday - self._first.monday).days // 7
        top = int(self.scroll_offset.y)
        wanted = min(max(top, line - self._room + 1), line)
        if wanted != top:
            self.scroll_to(y=wanted, animate=False, immediate=True)

    def _written(self, week: Week, held: date | None, *, top: bool) -> Content:
        days, kept = self._weeks[week]
        columns = Columns(self.size.width)
        parts = columns.line(days, kept, top=top)
        if held is not None:
            wide = len(columns.cells(days[0]))
            begin = 1 + wide * held.weekday()
            style = CURSOR if self.has_focus else CURSOR_UNLIT
            for place in range(begin, begin + wide):
                text, own = parts[place]
                parts[place] = (text, style if self.has_focus else f"{own} {style}".strip())
        return Content.assemble(*(part if part[1] else part[0] for part in parts))

    def _strip(self, content: Content) -> Strip:
        strips = Visual.to_strips(self, content, self.size.width, None, self.visual_style)
        return strips[0].extend_cell_length(self.size.width, self.visual_style.rich_style)

    def _take(self, page: DaysPage) -> None:
        for number, kept in enumerate(page.weeks):
            self._weeks[kept.week] = (page.days[7 * number : 7 * number + 7], kept)

    def _ask(self, week: Week) -> None:
        """Read the weeks around one unless they are being read."""
        chunk = (self._last.monday - week.monday).days // 7 // READ_AT_ONCE
        if chunk not in self._asked:
            self._asked.add(chunk)
            self.run_worker(self._read(chunk, self._reading), name="read", group="calendar")

    async def _read(self, chunk: int, reading: int) -> None:
        last = self._last.plus(-chunk * READ_AT_ONCE)
        page = await self._fetch(max(self._first, last.plus(1 - READ_AT_ONCE)), last)
        if reading == self._reading:  # else all was read anew meanwhile
            self._take(page)
            self.refresh()
            self.post_message(self.Moved())
