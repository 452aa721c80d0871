"""Log: every session, filtered and sorted as one likes, to any depth."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from textual import getters, on, work
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.reactive import reactive

from hybridtui.domain.problems import Problem
from hybridtui.ui.app import HybridApp
from hybridtui.ui.history import log_changes
from hybridtui.ui.history.filter_line import FilterLine
from hybridtui.ui.history.log_page import Asked, Held, LogPage, log_page
from hybridtui.ui.history.tab import Tab, Window
from hybridtui.ui.widgets.log_columns import SAME_SIGN
from hybridtui.ui.widgets.session_log import SessionLog

if TYPE_CHECKING:
    from datetime import date

    from hybridtui.domain.history import SessionLine
    from hybridtui.domain.query.sorting import Order
    from hybridtui.logbook import Logbook


class LogTab(Tab[LogPage]):
    """The filter line above, the list below, what was found summed up in its border."""

    name = "log"
    title = "Log"
    empty = """Nothing here yet.

Every session stands here, the newest first: to find, to open, to correct."""
    windowed = False

    DEFAULT_CSS = """
    LogTab {
        #log { height: 1fr; padding: 0; border-subtitle-color: $foreground-muted; }
    }
    """
    BINDINGS = [
        Binding("slash", "filter", "Filter", key_display="/", id="history.filter", tooltip="Show some sessions only"),
        Binding("o", "sort", "Sort", id="history.sort", tooltip="Sort by the next column"),
        Binding("O", "reverse", "Reverse", show=False, id="history.reverse", tooltip="Begin at the other end"),
        Binding("g", "jump", "Go to", id="history.jump", tooltip="Go to a day, a week or a month"),
        Binding("e", "edit", "Edit", id="history.edit",
                tooltip="Correct title, kind (a race, too), day, minutes, RPE, note"),
        Binding("d", "delete", "Delete", id="history.delete", tooltip="Delete this session; u brings it back"),
        Binding("escape", "filtered('')", "All", key_display="esc", id="history.unfilter",
                tooltip="Show all sessions again"),
    ]  # fmt: skip

    app = getters.app(HybridApp)
    line = getters.query_one(FilterLine)
    log_list = getters.query_one(SessionLog)

    asked: reactive[Asked] = reactive(Asked(), init=False)
    """What the list is to show."""
    page: LogPage | None = None
    """What it shows; None before the first answer."""

    _leaving: str | None = None
    """What is being deleted: it may be read once more before it is gone."""
    _deleted: str | None = None
    """What undo will bring back: it is then in hand again."""

    def compose(self) -> ComposeResult:
        """Lay out the filter and the list."""
        with Vertical(id="log", classes="panel") as log:
            log.border_title = "Sessions"
            yield FilterLine()
            yield SessionLog(self._lines)

    async def _lines(self, offset: int, limit: int) -> Sequence[SessionLine]:
        if self.page is None:
            return ()
        ids = self.page.found.ids[offset : offset + limit]
        try:
            return await self.app.book.ask(lambda book: book.answer(lambda _: book.search.lines_of(ids)))
        except Problem as problem:
            self.app.refuse(problem)
            return ()

    def question(self, window: Window) -> Callable[[Logbook], LogPage]:  # noqa: ARG002 - the log has no window
        """Ask for what the filter finds, and for the page of it that the session in hand is on."""
        asked = self.asked
        return partial(log_page, asked.text, asked.order, self._held(asked.text, asked.order))

    def _held(self, text: str, order: Order) -> Held:
        """Return where to be in what is shown next; what is asked anew begins above, and esc stays where one is."""
        shown = self.page
        if shown is None or shown.order != order or (text and shown.text != text):
            return Held()
        return Held(self._deleted, self._in_hand, self.log_list.cursor)

    @property
    def _in_hand(self) -> str | None:
        """The id of the session in hand."""
        ids = self.page.found.ids if self.page is not None else ()
        return ids[self.log_list.cursor] if self.log_list.cursor < len(ids) else None

    def show(self, page: LogPage) -> None:
        """Show the list, the session in hand kept there."""
        ids = page.found.ids
        at = self._held(page.text, page.order).among(ids)  # one may have gone on since it was asked
        self.page = page
        if self._deleted in ids:
            self._deleted = None
        if self._leaving is not None and self._leaving not in ids:
            self._deleted, self._leaving = self._leaving, None
        self.log_list.show(
            len(ids), page.offset, page.lines, *page.units, order=page.order, nothing="No session is like that."
        )
        self.log_list.cursor = at
        self._head()
        self._sum_up()
        self.line.shown(page.text, page.count if page.text else "")
        self.touched()

    def on_mount(self) -> None:
        """Say of the session in hand what its sign stands for."""
        self.watch(self.log_list, "cursor", self._head, init=False)

    def _head(self) -> None:
        line = self.log_list.line
        same = f" · {SAME_SIGN} counted with another record" if line is not None and line.same_as else ""
        if self.page is not None:
            self.query_one("#log").border_title = self.page.heading + same

    def on_resize(self) -> None:
        """Say as much as there is room for."""
        self._sum_up()

    def _sum_up(self) -> None:
        if self.page is not None:
            self.query_one("#log").border_subtitle = self.page.sums(self.size.width - 6)

    @property
    def bare(self) -> bool:
        """True without any session at all."""
        return self.page is not None and not self.page.found.ids and not self.page.text

    def take_keys(self) -> None:
        """Give the keys to the list."""
        self.log_list.focus()

    def seek(self, text: str) -> None:
        """Show only what a filter finds; one that is wrong stays in the line, with what is wrong."""
        self.line.put(text)
        self.action_filtered(text)

    def watch_asked(self) -> None:
        """Read again."""
        self.post_message(self.Asking())

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002 - Textual's
        """Offer only what has an effect."""
        if action == "filtered":
            return bool(self.asked.text)
        if action == "filter":
            return not self.line.field.has_focus
        if action in ("edit", "delete"):
            return self._in_hand is not None
        return True

    def action_filter(self) -> None:
        """Type a filter."""
        self.line.field.focus()

    @on(FilterLine.Applied)
    def _apply(self, applied: FilterLine.Applied) -> None:
        self.action_filtered(applied.text.strip())

    @work(exclusive=True, group="apply", name="read")
    async def action_filtered(self, text: str) -> None:
        """Show what a filter finds, unless it is none; without one, all sessions."""
        try:
            await self.app.book.ask(lambda book: book.search.parse(text))
        except Problem as problem:
            self.line.field.focus()
            self.call_after_refresh(self.line.refuse, problem)
            return
        self.line.keep(text)
        self.line.put(text)
        self.asked = Asked(text, self.asked.order)
        self.log_list.focus()

    def action_sort(self) -> None:
        """Sort by the next column."""
        self.asked = Asked(self.asked.text, self.asked.order.next())

    def action_reverse(self) -> None:
        """Begin at the other end."""
        self.asked = Asked(self.asked.text, self.asked.order.reverse())

    @work
    async def action_jump(self) -> None:
        """Ask for a day and take the session nearest to it in hand."""
        from hybridtui.ui.dialogs.jump import JumpDialog

        day = await self.app.push_screen_wait(JumpDialog(self.app.clock.now().date()))
        if day is not None:
            self._go_to(day)

    @work(exclusive=True, group="go", name="read")
    async def _go_to(self, day: date) -> None:
        text = self.asked.text
        try:
            there = await self.app.book.ask(lambda book: book.search.nearest(book.search.parse(text), day))
        except Problem as problem:
            self.app.refuse(problem)
            return
        if self.page is not None and there in self.page.found.ids:
            self.log_list.cursor = self.page.found.ids.index(there)
        self.log_list.focus()

    @on(SessionLog.Opened)
    def _open(self, opened: SessionLog.Opened) -> None:
        self.post_message(self.Opening(opened.line.id))

    @work
    async def action_edit(self) -> None:
        """Correct the session's own words and numbers."""
        held = self._in_hand
        if held is not None and (change := await log_changes.correction(self.app, held)) is not None:
            self.post_message(self.Changing(change))

    @work
    async def action_delete(self) -> None:
        """Delete the session in hand, once asked."""
        line = self.log_list.line
        if line is not None and (change := await log_changes.deletion(self.app, line)) is not None:
            self._leaving = line.id
            self.post_message(self.Changing(change))
