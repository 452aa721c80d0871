"""Load: each sport first, then together; fitness and fatigue; how alike the days are; this week against usual."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import zip_longest
from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.containers import Container

from hybridtui.domain.calendar import Week
from hybridtui.domain.figures import Figure
from hybridtui.domain.loads import figures as load_figures
from hybridtui.domain.loads.page import LoadPage
from hybridtui.domain.workout import Kind
from hybridtui.ui import look
from hybridtui.ui.charts.data import ChartData
from hybridtui.ui.charts.small import Reach, sparkline
from hybridtui.ui.charts.widgets import PeriodChart
from hybridtui.ui.history.about import FigureColumn
from hybridtui.ui.history.figure_list import NOTHING, FigureGroup, FigureLine
from hybridtui.ui.history.figure_tab import FigureTab
from hybridtui.ui.history.load_charts import CHART_OF, CHARTS, chart, values
from hybridtui.ui.history.tab import Window

if TYPE_CHECKING:
    from hybridtui.logbook import Logbook

TREND, LONG_TREND = 8, 12
"""Cells of a sparkline, the newest so many weeks or months: where there is room, and where there is much."""

SLIM, WIDE, VAST = 70, 100, 160
"""Widths from which the list has more room."""

HIGH, VERY_HIGH = 30, 45
"""Heights from which charts stand in two rows, and in three."""

_SPORTS = {"load.run": Kind.RUN, "load.strength": Kind.STRENGTH, "load.other": Kind.OTHER}

_SIGNED = frozenset({"load.form"})
"""Numbers below zero as often as above: nothing is not their lowest."""


class LoadTab(FigureTab[LoadPage]):
    """Numbers on the left, the chart of the one in hand on the right."""

    name = "load"
    title = "Load"
    empty = """No load yet.

How hard a session was, times its minutes, is its load: of running,
of strength, and together. Say how hard it was when you finish one;
what is not rated is estimated."""

    DEFAULT_CSS = """
    LoadTab {
        layout: horizontal;
        & FigureColumn { width: 47; padding: 0 1 0 0; }
        & #load-charts { width: 1fr; layout: grid; grid-size: 1; }
        & PeriodChart.-held { border: round $foreground 60%; }
        &.-slim FigureColumn { width: 1fr; }
        &.-slim #load-charts { display: none; }
        &.-wide FigureColumn { width: 62; }
        &.-vast FigureColumn { width: 66; }
        &.-vast #load-charts { grid-size: 2; }
    }
    """

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id)
        self._drawn: dict[str, ChartData] = {}
        self._room = 1

    def compose(self) -> ComposeResult:
        """Lay out the list and its charts."""
        yield FigureColumn()
        yield Container(*(PeriodChart() for _ in CHARTS), id="load-charts")

    def on_resize(self) -> None:
        """Use the room there is."""
        width, height = self.size
        self.set_class(width < SLIM, "-slim")
        self.set_class(width >= WIDE, "-wide")
        self.set_class(width >= VAST, "-vast")
        rows = 3 if height >= VERY_HIGH else 2 if height >= HIGH else 1
        self._room = rows * (2 if width >= VAST else 1)
        if self.page is not None and not self.page.empty:
            self._list()
            self.show_charts()

    @staticmethod
    def read(book: Logbook, window: Window) -> LoadPage:
        """Read the loads of these weeks or months."""
        return book.loads.page(window.by, window.count, window.today)

    def watch_page(self, page: LoadPage) -> None:
        """List the figures and draw the chart in hand."""
        if page.empty:
            return
        self._drawn = {}
        self._list()
        self.show_charts()

    def _list(self) -> None:
        if self.page is not None:
            width = self.size.width
            trend = LONG_TREND if width >= VAST else TREND if width >= WIDE else 0
            self.list_of_figures.show(tuple(_groups(self.page, trend)))

    def show_charts(self) -> None:
        """Show as many charts as there is room for, each in its place; that in hand is always among them."""
        self.query_one(FigureColumn).tell(self.list_of_figures)
        shown = list(CHARTS[: self._room])
        if self._held not in shown:
            shown[-1] = self._held
        for widget, name in zip_longest(self.query(PeriodChart), shown):
            widget.display = name is not None
            widget.set_class(name == self._held and len(shown) > 1, "-held")
            if name is not None:
                widget.show(self._chart(name))

    @property
    def _held(self) -> str:
        """The id of the chart that shows the figure in hand."""
        figure = self.figure
        return CHARTS[0] if figure is None else CHART_OF[figure.definition]

    def _chart(self, name: str) -> ChartData:
        if name not in self._drawn and self.page is not None:
            self._drawn[name] = chart(self.page, name)
        return self._drawn[name]

    @property
    def charts(self) -> Sequence[ChartData]:
        """All charts, the one in hand first."""
        if self.page is None or self.bare:
            return ()
        return tuple(self._chart(name) for name in dict.fromkeys((self._held, *CHARTS)))

    def move_cursor(self, by: int) -> None:
        """Read the chart in hand."""
        for widget in self.query(PeriodChart):
            if widget.display and widget.data is self._drawn.get(self._held):
                widget.move_cursor(by)


def _groups(page: LoadPage, trend: int) -> Iterator[FigureGroup]:
    current, settled = page.current.period, Week.of(page.settled.day)
    so_far = f"This {current.by} so far"
    sports = load_figures.sports(page.current.sums, current)
    yield _group(page, trend, so_far, "session-RPE, ~ estimated", sports)
    yield _group(page, trend, "Fitness and fatigue", "AU a day, as of today", load_figures.fitness(page.now))
    yield _group(page, trend, "7 days against usual", "as of today", (load_figures.usual(page.now),))
    yield _group(page, trend, "How alike the days were", f"week {settled.iso_week}", load_figures.spread(page.settled))


def _group(page: LoadPage, trend: int, heading: str, note: str, figures: Sequence[Figure]) -> FigureGroup:
    return FigureGroup(heading=heading, note=note, lines=tuple(_line(page, trend, figure) for figure in figures))


def _line(page: LoadPage, trend: int, figure: Figure) -> FigureLine:
    sport = _SPORTS.get(figure.definition)
    reach = Reach.LOWEST if figure.definition in _SIGNED else Reach.ZERO
    known = values(page, figure.definition)
    colour = look.colour(sport) if sport is not None else "$foreground"
    return FigureLine(
        figure=figure,
        sign=look.sign(sport) if sport is not None else " ",
        colour=colour,
        glance=sparkline(known, trend, colour, reach) if trend and any(known) else NOTHING,
    )
