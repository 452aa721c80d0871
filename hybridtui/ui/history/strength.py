"""Strength: what the lifts may weigh, how much each muscle did and running cost it, the balance, the records."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from textual import getters, on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.reactive import reactive

from hybridtui.domain.figures import Figure
from hybridtui.domain.lifting.page import LiftingPage
from hybridtui.ui.app import WIDE
from hybridtui.ui.charts.data import ChartData
from hybridtui.ui.charts.widgets import PeriodChart
from hybridtui.ui.history.figure_list import FigureGroup, FigureList
from hybridtui.ui.history.strength_balance import balance, push_pull_chart, tonnage_chart
from hybridtui.ui.history.strength_lifts import lifts, records, without_estimate
from hybridtui.ui.history.strength_muscles import muscles
from hybridtui.ui.history.strength_words import Section, Told
from hybridtui.ui.history.tab import Tab, Window

if TYPE_CHECKING:
    from hybridtui.logbook import Logbook


SHORT, LONG = 20, 32
"""Cells of an exercise's name: beside longer ones there is no room for what is told of it."""

VAST, HIGH = 160, 44
"""From so many columns on a list tells everything; from so many rows on there is room for two charts."""


class StrengthTab(Tab[LiftingPage]):
    """A list of figures, and the chart of the one in hand."""

    name = "strength"
    title = "Strength"
    empty = """No strength in this stretch of time.

Estimated maxima, hard sets of each muscle and records are told
from the sets you log, and from those you import.

[b]T[/b]  today's session     [b]s[/b]  look further back     [b]i[/b]  import files of Strong"""
    DEFAULT_CSS = """
    StrengthTab {
        FigureList { height: 1fr; padding: 0 1; }
        #lifting-charts { height: 10; }
        .beside { display: none; }
        &.-wide {
            layout: horizontal;
            FigureList { width: 77; }
            #lifting-charts { width: 1fr; height: 1fr; }
        }
        &.-vast FigureList { width: 86; }
        &.-wide.-high .in-hand { max-height: 30; }
        &.-wide.-high .beside { display: block; }
    }
    """

    list_of_figures = getters.query_one(FigureList)
    chart = getters.query_one(".in-hand", PeriodChart)
    beside = getters.query_one(".beside", PeriodChart)

    page: reactive[LiftingPage | None] = reactive(None, init=False)
    """What is shown; None before the first answer."""

    _told: tuple[Told, ...] = ()

    def compose(self) -> ComposeResult:
        """Lay out the figures and their chart."""
        yield FigureList()
        with Vertical(id="lifting-charts"):
            yield PeriodChart(classes="in-hand")
            yield PeriodChart(classes="beside")

    def on_resize(self) -> None:
        """Set the chart beside the list where there is room, and a second one below where there is more."""
        width, height = self.size
        self.set_class(width >= WIDE, "-wide")
        self.set_class(width >= VAST, "-vast")
        self.set_class(height >= HIGH, "-high")
        self.list_of_figures.longest_name = LONG if width >= VAST else SHORT

    @staticmethod
    def read(book: Logbook, window: Window) -> LiftingPage:
        """Read what was lifted, and what running did to the legs."""
        return book.lifting.page(window.by, window.count, window.today)

    def show(self, page: LiftingPage) -> None:
        """Show what was read."""
        self.page = page

    def watch_page(self, page: LiftingPage) -> None:
        """Show the figures and the chart of the one in hand."""
        sections = () if page.empty else sections_of(page)
        self._told = tuple(told for section in sections for told in section.told)
        self.list_of_figures.show([_group(section) for section in sections])
        self._show_chart()

    @property
    def bare(self) -> bool:
        """True if nothing was lifted in this stretch."""
        return self.page is not None and self.page.empty

    @property
    def figure(self) -> Figure | None:
        """The number in hand."""
        return self.list_of_figures.figure

    @property
    def figures(self) -> Sequence[Figure]:
        """All numbers."""
        return self.list_of_figures.figures

    @property
    def charts(self) -> Sequence[ChartData]:
        """The chart of the figure in hand, then those of the others, each once."""
        if self._in_hand is None:
            return ()
        charts = [self._in_hand.chart(), *(told.chart() for told in self._told)]
        return tuple({chart.id: chart for chart in charts}.values())

    @property
    def _in_hand(self) -> Told | None:
        at = self.list_of_figures.cursor
        return self._told[at] if 0 <= at < len(self._told) else None

    @on(FigureList.Chosen)
    def _show_chart(self) -> None:
        """Draw what the figure in hand is part of."""
        if self._in_hand is not None and self.page is not None:
            chart = self._in_hand.chart()
            self.chart.show(chart)
            others = (tonnage_chart(self.page), push_pull_chart(self.page))
            self.beside.show(next(other for other in others if other.id != chart.id))
        self.touched()


def sections_of(page: LiftingPage) -> tuple[Section, ...]:
    """Return the parts of the tab, in order."""
    return lifts(page), muscles(page), balance(page), records(page), without_estimate(page)


def _group(section: Section) -> FigureGroup:
    return FigureGroup(heading=section.heading, lines=tuple(told.line for told in section.told), note=section.note)
