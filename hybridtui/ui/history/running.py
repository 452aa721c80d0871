"""Running: how much, how hard, how fast, and what it suggests. One figure in hand, its chart beside it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from textual import getters, work
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical

from hybridtui.domain.mileage.page import MileagePage
from hybridtui.ui.app import HybridApp
from hybridtui.ui.charts.data import ChartData
from hybridtui.ui.charts.small import sparkline
from hybridtui.ui.charts.widgets import PeriodChart
from hybridtui.ui.history import running_fitness, running_hearts, running_weeks
from hybridtui.ui.history.about import FigureColumn
from hybridtui.ui.history.figure_list import NOTHING, FigureGroup, FigureLine
from hybridtui.ui.history.figure_tab import FigureTab
from hybridtui.ui.history.running_charts import chart
from hybridtui.ui.history.running_words import Section, Told
from hybridtui.ui.history.tab import Window

if TYPE_CHECKING:
    from hybridtui.domain.athlete import Athlete
    from hybridtui.logbook import Logbook

TREND = 8
"""Cells of a sparkline: the newest so many weeks or months."""

WIDE, VAST = 100, 160
"""Widths from which the list has more room, and a second chart stands below the one in hand."""

TOLD, TOLD_HIGH = 3, 6
"""Rows that tell of the number in hand however long the list is, on a low and on a high screen."""

LOW = 30
"""Below this height there is room for one chart only."""

BESIDE = {"distance": "effort", "effort": "distance", "easy": "heart", "heart": "easy", "vdot": "easy"}
"""The chart that says more beside the one in hand."""


class RunningTab(FigureTab[MileagePage]):
    """Numbers on the left, the chart of the one in hand on the right."""

    name = "running"
    title = "Running"
    empty = """No run in the log yet.

Distance, effort, easy pace, best times and what they suggest stand here
once you have run: with the plan, typed as  [b]8km 44:10[/b],  or from a watch."""
    BINDINGS = [
        Binding("h", "heart_rates", "Heart", id="running.heart", tooltip="Say your heart rates: zones and loads"),
    ]

    app = getters.app(HybridApp)
    chart_in_hand = getters.query_one("#in-hand", PeriodChart)

    DEFAULT_CSS = """
    RunningTab {
        layout: horizontal;
        & FigureColumn { width: 42; padding: 0 1 0 0; }
        & #running-charts { width: 1fr; }
        & #beside { display: none; }
        &.-wide FigureColumn { width: 62; }
        &.-vast FigureColumn { width: 80; }
        &.-tall #beside { display: block; }
    }
    """

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id)
        self._told: tuple[Told, ...] = ()
        self._drawn: dict[str, ChartData] = {}

    def compose(self) -> ComposeResult:
        """Lay out the list and its charts."""
        yield FigureColumn()
        yield Vertical(PeriodChart(id="in-hand"), PeriodChart(id="beside"), id="running-charts")

    def on_resize(self) -> None:
        """Use the room there is."""
        width, height = self.size
        self.set_class(width >= WIDE, "-wide")
        self.set_class(width >= VAST, "-vast")
        self.set_class(width >= WIDE and height >= LOW, "-tall")
        self.query_one(FigureColumn).least = TOLD_HIGH if height >= LOW else TOLD

    @staticmethod
    def read(book: Logbook, window: Window) -> MileagePage:
        """Read the running of these weeks or months."""
        return book.mileage.page(window.by, window.count, window.today)

    def watch_page(self, page: MileagePage) -> None:
        """List the figures and draw the chart in hand."""
        if page.empty:
            return
        found = tuple(_sections(page))
        self._told = tuple(told for section in found for told in section.told)
        self._drawn = {}
        self.list_of_figures.show([_group(section) for section in found])
        self.show_charts()

    def show_charts(self) -> None:
        """Draw the chart of the figure in hand, and the one that says more beside it."""
        held = self._held
        if held is None:
            return
        self.query_one(FigureColumn).tell(self.list_of_figures)
        self.chart_in_hand.show(self._chart(held.chart))
        self.query_one("#beside", PeriodChart).show(self._chart(BESIDE.get(held.chart, "distance")))

    def _chart(self, name: str) -> ChartData:
        if name not in self._drawn and self.page is not None:
            self._drawn[name] = chart(self.page, name)
        return self._drawn[name]

    @property
    def _held(self) -> Told | None:
        at = self.list_of_figures.cursor
        return self._told[at] if 0 <= at < len(self._told) else None

    @property
    def charts(self) -> Sequence[ChartData]:
        """The chart in hand, then each other one in the order of the list."""
        held = self._held
        if held is None or self.bare:
            return ()
        return tuple(self._chart(name) for name in dict.fromkeys([held.chart, *(told.chart for told in self._told)]))

    def move_cursor(self, by: int) -> None:
        """Read the chart in hand."""
        self.chart_in_hand.move_cursor(by)

    @work(exclusive=True, group="dialog")
    async def action_heart_rates(self) -> None:
        """Ask for heart rates, and read again."""
        from hybridtui.domain.athlete import Athlete
        from hybridtui.ui.dialogs.heart_rate import HeartRateDialog

        athlete = await self.app.book.ask(lambda book: book.athlete()) or Athlete()
        told = await self.app.push_screen_wait(HeartRateDialog(athlete))
        if told is not None:
            self.post_message(self.Changing(partial(_keep, told)))


def _sections(page: MileagePage) -> Iterator[Section]:
    yield from running_weeks.sections(page)
    yield from running_fitness.sections(page)
    yield from running_hearts.sections(page)


def _group(section: Section) -> FigureGroup:
    return FigureGroup(heading=section.heading, note=section.note, lines=tuple(map(_line, section.told)))


def _line(told: Told) -> FigureLine:
    trend = sparkline(told.trend, TREND, "$primary", told.reach) if told.trend else NOTHING
    return FigureLine(figure=told.figure, glance=trend, value_colour="$text-success" if told.is_new else "$foreground")


def _keep(told: Athlete, book: Logbook) -> str:
    """Save the heart rates; nothing else of the answers, which may have changed meanwhile."""
    from hybridtui.domain.athlete import Athlete

    now = book.athlete() or Athlete()
    book.save_athlete(
        replace(now, resting_hr=told.resting_hr, max_hr=told.max_hr, threshold_hr=told.threshold_hr, sex=told.sex)
    )
    return "Heart rates kept. u takes it back"
