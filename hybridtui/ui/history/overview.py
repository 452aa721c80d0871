"""Overview: the week or month that runs against its plan, minutes and balance over time, the latest sessions."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Literal

from textual import getters, work
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal
from textual.content import Content
from textual.reactive import reactive
from textual.widgets import Static

from hybridtui.domain.dates import dated
from hybridtui.domain.figures import Figure
from hybridtui.domain.problems import Problem
from hybridtui.domain.text import clean
from hybridtui.ui.app import WIDE, HybridApp
from hybridtui.ui.charts.data import ChartData
from hybridtui.ui.charts.series import balance_chart, volume_chart
from hybridtui.ui.charts.widgets import PeriodChart
from hybridtui.ui.history.figure_list import FigureList
from hybridtui.ui.history.figure_tab import FigureTab
from hybridtui.ui.history.overview_figures import overview_group, overview_lines
from hybridtui.ui.history.overview_latest import LatestSessions
from hybridtui.ui.history.overview_line import OverviewLine
from hybridtui.ui.history.overview_load import NOTE
from hybridtui.ui.history.overview_records import NewRecords, read_records
from hybridtui.ui.history.tab import Window
from hybridtui.ui.overview import Overview, overview

if TYPE_CHECKING:
    from hybridtui.logbook import Logbook

View = Literal["volume", "balance"]

ROOMY = 110
"""From this width on bars grow no longer, and notes do."""

USUAL_ROWS = 8
"""Rows of the figures in most weeks: as many from the start spare a layout."""


class OverviewTab(FigureTab[Overview]):
    """Numbers on top, charts below, and the latest sessions where there is room."""

    name = "overview"
    title = "Overview"
    empty = """Nothing here yet.

Every session you finish, and every one you import, is counted here:
weekly minutes, the balance of running and strength, and the log."""
    app = getters.app(HybridApp)
    BINDINGS = [
        Binding("v", "view('volume')", "Volume", id="history.volume", tooltip="The minutes of each week"),
        Binding("b", "view('balance')", "Balance", id="history.balance", tooltip="The running share of each week"),
    ]

    view: reactive[View] = reactive[View]("volume", init=False)
    """The chart that is shown where there is room for one; where there is for both, the one in hand."""

    _lines: tuple[OverviewLine, ...] = ()
    _volume: ChartData | None = None
    _balance: ChartData | None = None
    _records: NewRecords | None = None
    """The newest records; None: not read yet."""
    _records_of: object = None
    """What was known of the log when they were."""

    DEFAULT_CLASSES = "-volume"

    def compose(self) -> ComposeResult:
        """Lay out numbers and charts."""
        yield Static(id="headline")
        yield FigureList(rows=USUAL_ROWS)
        yield Horizontal(PeriodChart(classes="volume"), PeriodChart(classes="balance"), id="charts")
        yield LatestSessions()

    @staticmethod
    def read(book: Logbook, window: Window) -> Overview:
        """Read the weeks or months, this week's plan, and the latest sessions."""
        return overview(book, window.by, window.count, window.today)

    def watch_page(self, page: Overview) -> None:
        """Show numbers and charts."""
        if page.empty:
            return
        words = Content.assemble((page.headline, "bold"), "\n", (clean(_second_line(page)), "$foreground-muted"))
        self.query_one("#headline", Static).update(words, layout=False)
        self._show_figures()
        self._volume = volume_chart(page.totals, page.now.period, page.athlete.balance)
        self._balance = balance_chart(page.totals, page.athlete.balance, page.now.period)
        self.query_one(".volume", PeriodChart).show(self._volume)
        self.query_one(".balance", PeriodChart).show(self._balance)
        self.query_one(LatestSessions).show(page)

    def read_behind(self) -> None:
        """Read the newest records, if the log has changed since they were read last."""
        page = self.page
        if page is None or page.empty or self.app.session is not None:  # nothing may come before a set that is logged
            return
        known = page.today, page.changed
        if known != self._records_of:
            self._records_of = known
            self._read_records(page.today)

    @work(exclusive=True, group="records", name="read")
    async def _read_records(self, today: date) -> None:
        try:
            self._records = await read_records(self.app.book, today)
        except Problem as problem:
            self.app.refuse(problem)
        else:
            if self.is_attached:
                self._show_figures()

    def _show_figures(self) -> None:
        if self.page is not None:
            room = NOTE + max(0, self.size.width - ROOMY)
            self._lines = overview_lines(self.page, self._bar, room, self._records)
            self.list_of_figures.show([overview_group(self.page, self._lines)])

    @property
    def _bar(self) -> int:
        """Cells of a bar: as long as leaves room for what is told beside it."""
        return max(10, min(40, self.size.width - 70))

    def on_resize(self) -> None:
        """Draw bars of another length."""
        self._show_figures()

    def watch_view(self, view: View) -> None:
        """Show the chart that was asked for."""
        for each in ("volume", "balance"):
            self.set_class(each == view, f"-{each}")
        self.touched()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer a chart where it is not in sight."""
        if action == "view":
            return not self.bare and self.size.width < WIDE and parameters != (self.view,)
        return True

    def action_view(self, view: View) -> None:
        """Take another chart in hand."""
        self.view = view

    @property
    def figures(self) -> Sequence[Figure]:
        """All numbers, those beside a line after it."""
        return tuple(figure for one in self._lines for figure in (one.line.figure, *one.beside))

    @property
    def charts(self) -> Sequence[ChartData]:
        """Both charts, the one in hand first."""
        if self._volume is None or self._balance is None or self.bare:
            return ()
        return (self._volume, self._balance) if self.view == "volume" else (self._balance, self._volume)


def _second_line(page: Overview) -> str:
    """Say what today asks for; of a log that lies before all that is looked at, where it is."""
    if page.latest and not any(each.sessions for each in page.totals):
        return f"Newest session: {dated(page.latest[0].local_date)}. s and m look further back, 7 lists all"
    return page.today_in_words
