"""History: is it working, and is it in balance? This week, the weeks, every session."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, Literal

from textual import getters, on, work
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, Vertical
from textual.reactive import reactive
from textual.widgets import Static

from hybridtui.domain.calendar import Week
from hybridtui.domain.history import SessionLine
from hybridtui.domain.problems import Problem
from hybridtui.ui.charts.widgets import BalanceChart, VolumeChart, load_plotext
from hybridtui.ui.dialogs.confirm import ConfirmDialog
from hybridtui.ui.overview import Overview, overview
from hybridtui.ui.screens.place import Place
from hybridtui.ui.widgets.key_bar import KeyBar
from hybridtui.ui.widgets.session_log import PAGE, SessionLog
from hybridtui.ui.widgets.title_bar import TitleBar
from hybridtui.ui.widgets.week_numbers import WeekNumbers

if TYPE_CHECKING:
    from hybridtui.logbook import Logbook

SPANS = (12, 26, 52)
"""Weeks that the charts show, one span after the other."""

View = Literal["all", "volume", "balance", "log"]

EMPTY = """Nothing here yet.

Every session you finish, and every one you import, is counted here:
weekly minutes, the balance of running and strength, and the log.

[b]T[/b]  today's session        [b]i[/b]  import files of Strong or a watch"""


class HistoryScreen(Place):
    """The week against plan, the weeks as charts, and the log of all sessions."""

    CSS_PATH = "history.tcss"
    BINDINGS = [
        Binding("v", "view('volume')", "Volume", id="history.volume", tooltip="Weekly minutes on the whole screen"),
        Binding("b", "view('balance')", "Balance", id="history.balance", tooltip="Running share on the whole screen"),
        Binding("l", "view('log')", "Log", id="history.log", tooltip="The list of sessions on the whole screen"),
        Binding("w", "span", "Weeks", id="history.span", tooltip="Show 12, 26 or 52 weeks"),
        Binding(
            "d",
            "delete",
            "Delete",
            show=False,
            id="history.delete",
            tooltip="Delete the session in hand; u brings it back",
        ),
        Binding("u", "undo", "Undo", id="history.undo", tooltip="Take back the last change to the log"),
        Binding(
            "i", "app.import_files", "Import", show=False, id="history.import", tooltip="Read Strong CSV and FIT files"
        ),
        Binding("down,j", "to_log", "Log", show=False, id="history.to-log", tooltip="Go to the list of sessions"),
        Binding("escape", "view('all')", "Overview", show=False, id="history.all", tooltip="Show everything again"),
    ]

    AUTO_FOCUS = "SessionLog"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (100, "-wide"), (160, "-vast")]

    log_list = getters.query_one(SessionLog)

    view: reactive[View] = reactive[View]("all")
    """What has the room below the numbers; where there is little of it, ``all`` is one chart."""
    span: reactive[int] = reactive(SPANS[0])
    """Weeks in the charts."""
    page: reactive[Overview | None] = reactive(None)
    """What is shown; None before the first answer."""

    def compose(self) -> ComposeResult:
        """Lay out numbers, charts and log."""
        yield TitleBar(mode="history", day=self.app.clock.now().date())
        with Vertical(id="week", classes="panel"):
            yield Static(id="headline", markup=False)
            yield WeekNumbers()
        with Vertical(id="views"):
            yield Horizontal(VolumeChart(), BalanceChart(), id="charts")
            with Vertical(id="log", classes="panel") as log:
                log.border_title = "Sessions"
                yield SessionLog(self._lines)
        yield Static(EMPTY, id="empty")
        yield KeyBar()

    async def _lines(self, offset: int, limit: int) -> Sequence[SessionLine]:
        return await self.app.book.ask(lambda book: book.history.lines(offset, limit))

    def on_screen_resume(self) -> None:
        """Read again: a session may have ended, or come in from a file."""
        self.read()

    @work(exclusive=True, group="history")
    async def read(self) -> None:
        """Read the numbers and show them, then bring in the charts."""
        today = self.app.clock.now().date()
        self.query_one(TitleBar).show_day(today)
        offset = self.log_list.page_in_hand
        question = partial(overview, last=Week.of(today), span=self.span, offset=offset, limit=PAGE)
        try:
            self.page = await self.app.book.ask(question)
        except Problem as problem:
            self.app.refuse(problem)
            return
        if self.page.count:
            # plotext takes long to import; the numbers are on the screen by now, and stay usable.
            await asyncio.to_thread(load_plotext)
            self._show_charts(self.page)

    def watch_page(self, page: Overview | None) -> None:
        """Show what was read."""
        if page is None:
            return
        units = page.athlete.weight_unit, page.athlete.distance_unit
        self.set_class(not page.count, "-empty")
        self.query_one("#week").border_title = page.week_in_words
        self.query_one("#headline", Static).update(page.headline, layout=False)
        self.query_one(WeekNumbers).show(page.week, *units)
        self.log_list.show(page.count, page.offset, page.lines, *units)
        self.query_one("#log").border_subtitle = f"{page.count:,} in all"
        if not page.count:
            self.refresh_bindings()
        self.call_after_refresh(self._follow_view)

    def _show_charts(self, page: Overview) -> None:
        self.query_one(VolumeChart).show(page.weeks, Week.of(page.week.period.first))
        self.query_one(BalanceChart).show(page.weeks, page.athlete.balance, Week.of(page.week.period.first))

    def watch_view(self, view: View) -> None:
        """Give the room to what was asked for, and the keys to the log if it is in sight."""
        for each in ("all", "volume", "balance", "log"):
            self.set_class(each == view, f"-{each}")
        self.call_after_refresh(self._follow_view)

    def _follow_view(self) -> None:
        """Give the keys to the log where it is in sight, and to nothing where it is not."""
        if self.log_in_sight != (self.focused is self.log_list):
            self.set_focus(self.log_list if self.log_in_sight else None)

    @property
    def log_in_sight(self) -> bool:
        """True if their list is on the screen."""
        return self.query_one("#log").display and not self.has_class("-empty")

    def on_resize(self) -> None:
        """What is in sight may be another thing now."""
        self.call_after_refresh(self._follow_view)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002 - Textual's
        """Offer only what has an effect: nothing to delete, nothing to choose."""
        empty = self.page is not None and not self.page.count
        if action in ("view", "span"):
            return not empty
        if action == "delete":
            return self.log_in_sight
        if action == "to_log":
            return not empty and not self.log_in_sight
        return True

    def action_view(self, view: View) -> None:
        """Show one thing on all of the room; the same key again shows everything."""
        self.view = "all" if view == self.view else view

    def action_to_log(self) -> None:
        """Show the list of sessions where there is room for one thing only."""
        self.view = "log"

    def action_span(self) -> None:
        """Go on to the next span of weeks."""
        self.span = SPANS[(SPANS.index(self.span) + 1) % len(SPANS)]
        self.read()

    @on(SessionLog.Opened)
    def _open(self, opened: SessionLog.Opened) -> None:
        from hybridtui.ui.screens.session import SessionScreen

        self.app.push_screen(SessionScreen(opened.line.id))

    @work
    async def action_delete(self) -> None:
        """Delete the session in hand, once asked."""
        line = self.log_list.line
        if line is None:
            return
        question = f"Delete {line.title} of {line.local_date:%a %d %b %Y}?"
        if await self.app.push_screen_wait(ConfirmDialog(question, "Its sets and runs go with it; u brings it back.")):
            said = f"Deleted {line.title}. u brings it back"
            self.do(lambda book: _delete(line.id, said, book))

    def action_undo(self) -> None:
        """Take back the last change to the log."""
        self.do(_undo)

    def action_redo(self) -> None:
        """Do again what was taken back last."""
        self.do(_redo)

    @work
    async def do(self, change: Callable[[Logbook], str]) -> None:
        """Change the log, say what ``change`` returns, and read again."""
        try:
            self.app.say(await self.app.book.ask(change))
        except Problem as problem:
            self.app.refuse(problem)
        self.read()


def _delete(session_id: str, said: str, book: Logbook) -> str:
    book.sessions.delete(session_id)
    return said


def _undo(book: Logbook) -> str:
    label = book.sessions.undo_last()
    return f"Taken back: {label}" if label else "Nothing to take back"


def _redo(book: Logbook) -> str:
    label = book.sessions.redo_last()
    return f"Done again: {label}" if label else "Nothing to do again"
