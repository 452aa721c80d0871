"""History: is it working, and is it in balance? One tab for each side of it, each read when it is gone to."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from contextlib import suppress
from typing import TYPE_CHECKING

from textual import getters, on, work
from textual.app import ComposeResult
from textual.reactive import reactive
from textual.widgets import Static

from hybridtui.domain.calendar import By
from hybridtui.domain.problems import Problem
from hybridtui.ui.app import TALL
from hybridtui.ui.charts.widgets import load_plotext
from hybridtui.ui.history.spans import Spans
from hybridtui.ui.history.tab import Tab, Window
from hybridtui.ui.history.tab_line import TabLine
from hybridtui.ui.history.tabs import TABS, load_tabs, questions
from hybridtui.ui.screens.history_changes import ChangingHistory
from hybridtui.ui.screens.history_keys import KEYS
from hybridtui.ui.widgets.key_bar import KeyBar
from hybridtui.ui.widgets.title_bar import TitleBar

if TYPE_CHECKING:
    from hybridtui.domain.figures import Figure
    from hybridtui.logbook import Logbook

ENOUGH = 20
"""Tabs that ``esc`` goes back through."""


class HistoryScreen(ChangingHistory):
    """A line of tabs, the tab that is open, and the keys that all of them share."""

    CSS_PATH = "history.tcss"
    BINDINGS = KEYS

    AUTO_FOCUS = ""
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (100, "-wide"), (160, "-vast")]
    VERTICAL_BREAKPOINTS = [(0, "-low"), (20, "-short"), (TALL, "-tall")]

    tab_line = getters.query_one(TabLine)

    here: reactive[str] = reactive(TABS[0].name, init=False)
    """Name of the tab that is open."""
    window: reactive[Window | None] = reactive(None, init=False)
    """The stretch of time that all tabs look at; None before the first reading."""

    def __init__(self) -> None:
        super().__init__()
        self._made: dict[str, Tab[object]] = {}
        self._shown: dict[str, Window] = {}
        """What each tab shows; a tab that is not here is to be read anew."""
        self._asked: object = None
        self._getting_ready = False
        self._ready = False
        """True once the other tabs are made ready."""
        self._left_out = ""
        self._before: list[str] = []
        self._spans = Spans()

    def compose(self) -> ComposeResult:
        """Lay out the line of tabs and the first of them."""
        yield TitleBar(mode="history", day=self.app.clock.now().date())
        yield TabLine([tab.title for tab in TABS], TABS[0].title)
        self._made[self.here] = first = TABS[0].make()
        yield first
        yield Static(id="empty")
        yield KeyBar()

    @property
    def tab(self) -> Tab[object]:
        """The tab that is open."""
        return self._made[self.here]

    def on_screen_resume(self) -> None:
        """Read again: a session may have ended, or come in from a file."""
        if not self.children:  # the window was closed while one came here: all is gone already
            return
        self._shown.clear()
        today = self.app.clock.now().date()
        self.query_one(TitleBar).show_day(today)
        self.window = self._spans.ending(today, self.window.by if self.window else By.WEEK)
        self.read()

    @work(exclusive=True, group="history")
    async def read(self) -> None:
        """Read what the tab shows, unless it shows that; an answer that comes too late is not shown."""
        tab, window, asked = self.tab, self.window, object()
        if window is None or self._shown.get(self.here) == window:
            return
        self._asked, question = asked, tab.question(window)

        def waited_for(book: Logbook) -> tuple[object, str]:
            return (book.answer(question), book.left_out) if self._asked is asked else (None, "")

        try:
            # plotext takes long to import, if it has not been while Today was looked at
            (page, left_out), _ = await asyncio.gather(self.app.book.ask(waited_for), asyncio.to_thread(load_plotext))
        except Problem as problem:
            self.app.refuse(problem)
            return
        if left_out != self._left_out:
            self._left_out = left_out
            self.app.refuse(Problem(f"{left_out}."))
        self._shown[self.here] = window
        tab.show(page)
        self._show_tab()
        if self._ready:
            tab.read_behind()
        elif not self._getting_ready:
            self._getting_ready = True
            self.call_after_refresh(self.get_ready)

    @work(exclusive=True, group="ready")
    async def get_ready(self) -> None:
        """Import the other tabs while this one is looked at, and ask once what they will ask."""
        await asyncio.to_thread(load_tabs)
        for question in questions(self.app.clock.now().date()):
            if self.app.session is None:  # else nothing may come before a set that is logged
                with suppress(Problem):  # said where it is really asked
                    await self.app.book.ask(question)
        self._ready = True
        if self.app.is_running:
            for tab in self._made.values():
                tab.read_behind()

    def _show_tab(self) -> None:
        """Show the tab, or what to press where it has nothing to show."""
        tab = self.tab
        for other in self._made.values():
            other.display = other is tab and not tab.bare
        self.set_class(tab.bare, "-empty")
        if tab.bare:
            self.query_one("#empty", Static).update(tab.instead)
            self.set_focus(None)
        elif self.focused is None or tab not in self.focused.ancestors:
            tab.take_keys()
        self.refresh_bindings()

    def watch_window(self, window: Window | None) -> None:
        """Say which stretch is looked at, where the tab has one."""
        self.tab_line.window = window if self.tab.windowed else None

    def watch_here(self, here: str) -> None:
        """Say which tab is open."""
        self.tab_line.here = next(tab.title for tab in TABS if tab.name == here)

    async def go(self, name: str) -> None:
        """Open a tab; made the first time, read where it has not been since the last change."""
        if name not in self._made:
            self._made[name] = made = next(tab for tab in TABS if tab.name == name).make()
            made.display = False
            await self.mount(made, before="#empty")
        self.here = name
        self.watch_window(self.window)
        if self._shown.get(name) == self.window:
            self._show_tab()
        self.read()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer only what has an effect on the tab that is open."""
        if action in ("span", "by"):
            return self.tab.windowed and (not self.tab.bare or self.tab.began is not None)
        if action in ("cursor", "chart"):
            return self.tab.charted and not self.tab.bare
        if action == "why":
            return self.tab.figure is not None and not self.tab.bare
        if action == "back":
            return bool(self._before)
        if action == "go":
            return parameters != (self.here,)
        return True

    async def action_go(self, name: str) -> None:
        """Open a tab by its name."""
        if name != self.here:
            self._before = [*self._before[-ENOUGH:], self.here]
            await self.go(name)

    async def action_turn(self, by: int) -> None:
        """Open the next tab, or the one before; round the ends."""
        names = [tab.name for tab in TABS]
        await self.action_go(names[(names.index(self.here) + by) % len(names)])

    async def action_back(self) -> None:
        """Open the tab that was open before."""
        await self.go(self._before.pop())

    def action_span(self) -> None:
        """Go on to the next span."""
        if self.window is not None:
            self.window = self._spans.further(self.window)
            self.read()

    def action_by(self) -> None:
        """Sum up by months instead of weeks, or the other way round."""
        if self.window is not None:
            self.window = self._spans.otherwise(self.window)
            self.read()

    def action_cursor(self, by: int) -> None:
        """Move the chart's cursor."""
        self.tab.move_cursor(by)

    def action_chart(self, table: bool) -> None:
        """Show the charts on the whole screen, or their numbers."""
        from hybridtui.ui.screens.chart import ChartScreen

        self.app.push_screen(ChartScreen(self.tab.charts, 0, table=table))

    @work
    async def action_why(self) -> None:
        """Show what the number in hand means and which sessions are behind it."""
        from hybridtui.ui.history.trace import TraceScreen

        figures: Sequence[Figure] = self.tab.figures
        held = self.tab.figure
        if held is None:
            return
        at = figures.index(held) if held in figures else 0
        wanted = await self.app.push_screen_wait(TraceScreen(figures or (held,), at))
        if wanted:
            await self._seek(wanted)

    @on(Tab.Seeking)
    async def _sought(self, seeking: Tab.Seeking) -> None:
        await self._seek(seeking.text)

    async def _seek(self, text: str) -> None:
        """Show what a filter finds in the log."""
        await self.action_go("log")
        self.tab.seek(text)

    @on(Tab.Asking)
    def read_again(self) -> None:
        """Read what the tab shows anew, and the others when they are gone to."""
        self._shown.clear()
        self.read()

    @on(Tab.Opening)
    def _open(self, opening: Tab.Opening) -> None:
        from hybridtui.ui.screens.session import SessionScreen

        self.app.push_screen(SessionScreen(opening.session_id))
