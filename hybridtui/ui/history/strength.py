"""Strength: what the lifts may weigh, how much each muscle did and running cost it, the balance, the records."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import zip_longest
from typing import TYPE_CHECKING

from textual import getters
from textual.app import ComposeResult
from textual.containers import Container, Vertical

from hybridtui.domain.lifting.page import LiftingPage
from hybridtui.ui.app import WIDE
from hybridtui.ui.charts.data import ChartData
from hybridtui.ui.charts.widgets import PeriodChart
from hybridtui.ui.history.about import AboutFigure
from hybridtui.ui.history.figure_list import FigureGroup, FigureList
from hybridtui.ui.history.figure_tab import FigureTab
from hybridtui.ui.history.strength_balance import balance
from hybridtui.ui.history.strength_balance_charts import push_pull_chart, tonnage_chart
from hybridtui.ui.history.strength_lifts import lift_chart, lifts, records, without_estimate
from hybridtui.ui.history.strength_muscles import muscles
from hybridtui.ui.history.strength_words import Section, Told
from hybridtui.ui.history.tab import Window

if TYPE_CHECKING:
    from hybridtui.logbook import Logbook


SHORT, LONG = 25, 30
"""Cells of an exercise's name, beside a chart and with more room: longer ones leave none for what is told of it."""

VAST, LOW, HIGH = 160, 30, 44
"""Columns from which a list tells everything; rows from which what is in hand is told of, and charts stand below."""

MAIN_LIFTS = 4
"""So many of the most trained lifts have their chart in sight, where there is room."""


class StrengthTab(FigureTab[LiftingPage]):
    """A list of figures, and the chart of the one in hand."""

    name = "strength"
    title = "Strength"
    empty = """No strength in this stretch of time.

Estimated maxima, hard sets of each muscle and records are told
from the sets you log, and from those you import."""
    DEFAULT_CSS = """
    StrengthTab {
        FigureList { height: 1fr; padding: 0 1 0 0; }
        #lifting-charts { height: 10; }
        AboutFigure, #small { display: none; }
        #small { layout: grid; grid-size: 1; height: 1fr; }
        .-held { border: round $foreground 60%; }
        &.-wide {
            layout: horizontal;
            FigureList { width: 77; }
            #lifting-charts { width: 1fr; height: 1fr; }
        }
        &.-vast FigureList { width: 86; }
        &.-told AboutFigure { display: block; height: 11; padding: 0 1 0 2; }
        &.-wide.-high #small { display: block; }
        &.-vast.-told AboutFigure { height: 12; }
        &.-vast.-high #small { grid-size: 2; height: 2fr; }
    }
    """

    chart = getters.query_one(".in-hand", PeriodChart)

    _told: tuple[Told, ...] = ()
    _drawn: tuple[ChartData, ...] = ()

    def compose(self) -> ComposeResult:
        """Lay out the figures and their chart."""
        yield FigureList()
        with Vertical(id="lifting-charts"):
            yield PeriodChart(classes="in-hand")
            yield AboutFigure()
            yield Container(*(PeriodChart(classes="small") for _ in range(MAIN_LIFTS + 2)), id="small")

    def on_resize(self) -> None:
        """Set the chart beside the list where there is room, and a second one below where there is more."""
        width, height = self.size
        self.set_class(width >= WIDE, "-wide")
        self.set_class(width >= VAST, "-vast")
        self.set_class(height >= HIGH, "-high")
        self.set_class(width >= WIDE and height >= LOW, "-told")
        self.list_of_figures.longest_name = SHORT if WIDE <= width < VAST else LONG
        self.show_charts()

    @staticmethod
    def read(book: Logbook, window: Window) -> LiftingPage:
        """Read what was lifted, and what running did to the legs."""
        return book.lifting.page(window.by, window.count, window.today)

    def watch_page(self, page: LiftingPage) -> None:
        """Show the figures and the chart of the one in hand."""
        sections = () if page.empty else sections_of(page)
        self._told = tuple(told for section in sections for told in section.told)
        self.list_of_figures.show([_group(section) for section in sections])
        self._drawn = tuple(_small(page)) if sections else ()
        self.show_charts()

    @property
    def began(self) -> date | None:
        """First day of the log, if it lies before what is looked at."""
        if self.page is None or self.page.began is None or self.page.began >= self.page.periods[0].first:
            return None
        return self.page.began

    @property
    def charts(self) -> Sequence[ChartData]:
        """The chart of the figure in hand, then those of the others, each once."""
        if self._in_hand is None:
            return ()
        charts = [self._in_hand.chart(), *(told.chart() for told in self._told)]
        return tuple({chart.id: chart for chart in charts}.values())

    @property
    def charted(self) -> bool:
        """True if anything was lifted: each figure has its chart, and making them all takes long."""
        return self._in_hand is not None

    @property
    def _in_hand(self) -> Told | None:
        at = self.list_of_figures.cursor
        return self._told[at] if 0 <= at < len(self._told) else None

    def show_charts(self) -> None:
        """Draw what the figure in hand is part of."""
        if self._in_hand is not None and self.page is not None:
            chart = self._in_hand.chart()
            self.chart.show(chart)
            self.query_one(AboutFigure).show(self.figure)
            self._show_small(chart.id)

    def _show_small(self, held: str) -> None:
        """Show charts in little, each in its place; where there is room for one only, another than that in hand."""
        if not self.has_class("-high"):
            return
        several = self.has_class("-vast")
        others = self._drawn if several else [one for one in self._drawn if one.id != held][-2:][:1]
        for widget, data in zip_longest(self.query(".small").results(PeriodChart), others):
            widget.display = data is not None
            widget.set_class(data is not None and data.id == held, "-held")
            if data is not None:
                widget.show(data)


def _small(page: LiftingPage) -> Iterator[ChartData]:
    """Yield what is shown in little: the main lifts, then tonnage, and push and pull."""
    yield from (lift_chart(page, lift) for lift in page.lifts[:MAIN_LIFTS] if lift.estimated)
    yield tonnage_chart(page)
    yield push_pull_chart(page)


def sections_of(page: LiftingPage) -> tuple[Section, ...]:
    """Return the parts of the tab, in order."""
    return lifts(page), muscles(page), balance(page), records(page), without_estimate(page)


def _group(section: Section) -> FigureGroup:
    return FigureGroup(heading=section.heading, lines=tuple(told.line for told in section.told), note=section.note)
