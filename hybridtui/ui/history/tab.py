"""What all tabs of History share: what they ask the log, what they show, what is in hand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, ClassVar, Generic, TypeVar

from textual.widget import Widget

from hybridtui.domain.calendar import By
from hybridtui.domain.figures import Figure
from hybridtui.ui.charts.data import ChartData

if TYPE_CHECKING:
    from hybridtui.logbook import Logbook

PageT = TypeVar("PageT")


@dataclass(frozen=True, slots=True)
class Window:
    """The stretch of time that History looks at."""

    by: By
    count: int
    """Weeks or months."""
    today: date


class Tab(Widget, Generic[PageT]):
    """One tab. The screen asks :meth:`read` off the event loop and hands the answer to :meth:`show`.

    ``read`` runs on the logbook's thread: it must touch no widget. Nothing is read, and no
    widget is made, before the tab is gone to for the first time.
    """

    name: ClassVar[str]
    """``strength``: also the id of the tab."""
    title: ClassVar[str]
    """``Strength``, as the line of tabs says it."""
    empty: ClassVar[str]
    """What to press where there is nothing to show yet (markup is ours only)."""

    DEFAULT_CSS = "Tab { height: 1fr; layout: vertical; }"

    @staticmethod
    def read(book: Logbook, window: Window) -> PageT:
        """Read what the tab shows in this window; pure values only."""
        raise NotImplementedError

    def show(self, page: PageT) -> None:
        """Show what was read."""
        raise NotImplementedError

    @property
    def figure(self) -> Figure | None:
        """The number in hand, for its trace."""
        return None

    @property
    def charts(self) -> Sequence[ChartData]:
        """The charts in sight, the one in hand first: for full screen and for the table of numbers."""
        return ()
