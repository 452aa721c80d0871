"""What the tabs of numbers and charts share: a list of figures, one of them in hand, and charts that follow it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol, TypeVar

from textual import getters, on
from textual.reactive import reactive

from hybridtui.domain.figures import Figure
from hybridtui.ui.history.figure_list import FigureList
from hybridtui.ui.history.tab import Tab


class Page(Protocol):
    """What such a tab is read as."""

    @property
    def empty(self) -> bool:
        """True if it holds nothing to show."""


PageT = TypeVar("PageT", bound=Page)


class FigureTab(Tab[PageT]):
    """A tab with a list of figures: what it shows follows ``page``, its charts the figure in hand."""

    list_of_figures = getters.query_one(FigureList)

    page: reactive[PageT | None] = reactive(None, init=False)
    """What is shown; None before the first answer."""

    def show(self, page: PageT) -> None:
        """Show what was read."""
        self.page = page

    @property
    def bare(self) -> bool:
        """True if the page holds nothing."""
        return self.page is not None and self.page.empty

    @property
    def figure(self) -> Figure | None:
        """The number in hand."""
        return self.list_of_figures.figure

    @property
    def figures(self) -> Sequence[Figure]:
        """All numbers in the list."""
        return self.list_of_figures.figures

    def show_charts(self) -> None:
        """Draw the charts of the figure in hand; where all charts are in sight anyway, nothing."""

    @on(FigureList.Chosen)
    def _chosen(self) -> None:
        if self.page is not None and not self.page.empty:
            self.show_charts()
        self.touched()
