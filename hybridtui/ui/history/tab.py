"""What all tabs of History share: what they ask the log, what they show, what is in hand."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, ClassVar, Generic, TypeVar

from textual.message import Message
from textual.widget import Widget

from hybridtui.domain.calendar import By
from hybridtui.domain.dates import dated
from hybridtui.domain.figures import Figure
from hybridtui.ui.charts.data import ChartData

if TYPE_CHECKING:
    from hybridtui.logbook import Logbook

PageT = TypeVar("PageT")

NEXT = "[b]T[/b]  today's session\n[b]i[/b]  import from Strong, Hevy, Strava, Garmin, a watch"
"""What to press where there is nothing to show yet."""


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
    widget is made, before the tab is gone to for the first time. Keys of a tab are bindings of
    its class or of its widgets; those that all tabs share are the screen's, and call the
    methods below.
    """

    name: ClassVar[str]
    """``strength``: also the id of the tab."""
    title: ClassVar[str]
    """``Strength``, as the line of tabs says it."""
    empty: ClassVar[str]
    """What will stand here, where there is nothing to show yet (markup is ours only)."""
    windowed: ClassVar[bool] = True
    """False if the stretch of weeks or months changes nothing here: a list of all sessions."""

    DEFAULT_CSS = "Tab { height: 1fr; layout: vertical; }"

    @dataclass
    class Changing(Message):
        """The athlete wants the log changed: the screen does it, says what is returned, and reads again."""

        change: Callable[[Logbook], str]

    @dataclass
    class Opening(Message):
        """The athlete wants to see this session in full."""

        session_id: str

    @dataclass
    class Seeking(Message):
        """The athlete wants to see the sessions that a filter finds, in the log."""

        text: str

    class Asking(Message):
        """What the tab asks the log has changed (:meth:`question`): read it again."""

    @staticmethod
    def read(book: Logbook, window: Window) -> PageT:
        """Read what the tab shows in this window; pure values only."""
        raise NotImplementedError

    def question(self, window: Window) -> Callable[[Logbook], PageT]:
        """Return what to ask the logbook: :meth:`read`; more where the answer depends on what is in hand.

        Called on the event loop; what it returns runs on the logbook's thread.
        """
        return partial(type(self).read, window=window)

    def show(self, page: PageT) -> None:
        """Show what was read."""
        raise NotImplementedError

    def read_behind(self) -> None:
        """Read what takes longer than a first look may: told once the other tabs are ready, and at each reading then.

        Most tabs have nothing like that.
        """

    @property
    def bare(self) -> bool:
        """True if what was shown last holds nothing at all: ``empty`` is shown in its place."""
        return False

    @property
    def began(self) -> date | None:
        """First day of the log, where only the stretch that is looked at is bare: what lies before may not be."""
        return None

    @property
    def instead(self) -> str:
        """What a bare tab says: ``empty``, and what to press; also where there is more before what is looked at."""
        said = f"{self.empty}\n\n{NEXT}"
        if self.began is None:
            return said
        return f"{said}\n[b]s[/b]  [b]m[/b]  look further back: the log begins on {dated(self.began)}"

    @property
    def figure(self) -> Figure | None:
        """The number in hand, for its trace."""
        return None

    @property
    def figures(self) -> Sequence[Figure]:
        """All numbers in sight, to be gone through in the trace; the one in hand is among them."""
        return (self.figure,) if self.figure is not None else ()

    @property
    def charts(self) -> Sequence[ChartData]:
        """The charts in sight, the one in hand first: for full screen and for the table of numbers."""
        return ()

    @property
    def charted(self) -> bool:
        """True if there is a chart in sight; asked at every key."""
        return bool(self.charts)

    def move_cursor(self, by: int) -> None:
        """Move the cursor of the charts in sight by so many periods; as far as there are any."""
        from hybridtui.ui.charts.widgets import PeriodChart

        for chart in self.query(PeriodChart):
            if chart.region:  # one that is not in sight has none
                chart.move_cursor(by)

    def seek(self, text: str) -> None:
        """Show only what a filter finds: the log alone does."""

    def take_keys(self) -> None:
        """Give the keys to the first widget that takes them, or to none."""
        first = next((one for one in self.query("*") if one.focusable), None)
        self.screen.set_focus(first)

    def touched(self) -> None:
        """Let the screen ask anew which keys do something: another figure or chart is in hand."""
        if self.is_attached:
            self.screen.refresh_bindings()
