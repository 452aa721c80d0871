"""Log: every session, filtered and sorted as one likes, to any depth."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from textual import getters, on, work
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.reactive import reactive

from hybridtui.domain.problems import Problem
from hybridtui.domain.query.sorting import NEWEST, Order
from hybridtui.ui import session_changes
from hybridtui.ui.app import HybridApp
from hybridtui.ui.history.log_page import Held, LogPage, counted, log_page
from hybridtui.ui.history.tab import Tab, Window
from hybridtui.ui.widgets.filter_line import FilterLine
from hybridtui.ui.widgets.session_log import SessionLog

if TYPE_CHECKING:
    from datetime import date

    from hybridtui.domain.history import SessionLine
    from hybridtui.logbook import Logbook


@dataclass(frozen=True, slots=True)
class Asked:
    """What the list is to show."""

    text: str = ""
    """The filter."""
    order: Order = NEWEST


class LogTab(Tab[LogPage]):
    """The filter line above, the list below, what was found summed up in its border."""

    name = "log"
    title = "Log"
    empty = "Nothing here yet.\n\n[b]T[/b]  today's session        [b]i[/b]  import files of Strong or a watch"
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
        Binding("e", "edit", "Edit", id="history.edit", tooltip="Correct title, day, minutes, RPE and note"),
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
    _typed: object = None

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
        return await self.app.book.ask(lambda book: book.search.lines_of(ids))

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
        self.query_one("#log").border_title = page.heading
        self._sum_up()
        self.line.applied = page.text
        self.line.found(page.count if page.text else "")
        self.touched()

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

    @on(FilterLine.Typed)
    @work(exclusive=True, group="filter", name="read")
    async def _count(self, typed: FilterLine.Typed) -> None:
        """Say how many sessions the line finds, or what is wrong with it; a line typed over is not asked."""
        self._typed = typed
        text = typed.text.strip()
        if text == self.asked.text or not text:
            self.line.found(self.page.count if text and self.page is not None else "")
            return
        asked: Callable[[Logbook], str | None] = lambda book: (  # noqa: E731 - it looks at what is typed meanwhile
            counted(text, book) if self._typed is typed else None
        )
        try:
            words = await self.app.book.ask(asked)
        except Problem as problem:
            if self._typed is typed:
                self.line.refuse(problem)
        else:
            if words is not None and self._typed is typed:
                self.line.found(words)

    @on(FilterLine.Applied)
    def _apply(self, applied: FilterLine.Applied) -> None:
        self.action_filtered(applied.text.strip())

    @work(exclusive=True, group="apply", name="read")
    async def action_filtered(self, text: str) -> None:
        """Show what a filter finds, unless it is none; without one, all sessions."""
        self._typed = text
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
        from hybridtui.ui.dialogs.edit_session import EditSessionDialog

        held = self._in_hand
        if held is None:
            return
        session = await self.app.book.ask(lambda book: book.history.session(held))
        if session is None:
            return
        correction = await self.app.push_screen_wait(EditSessionDialog(session, self.app.clock.now().date()))
        if correction is not None:
            self.post_message(self.Changing(partial(session_changes.put_session, correction)))

    @work
    async def action_delete(self) -> None:
        """Delete the session in hand, once asked."""
        from hybridtui.ui.dialogs.confirm import ConfirmDialog

        line = self.log_list.line
        if line is None:
            return
        question = f"Delete {line.title} of {line.local_date:%a %d %b %Y}?"
        if await self.app.push_screen_wait(ConfirmDialog(question, "Its sets and runs go with it; u brings it back.")):
            self._leaving = line.id
            said = f"Deleted {line.title}. u brings it back"
            self.post_message(self.Changing(partial(session_changes.delete_session, line.id, said)))
