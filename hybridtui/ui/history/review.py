"""Review: a week in five sentences, or a month in four, the numbers beside them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from textual import getters
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content

from hybridtui.domain.calendar import By, Period, Week
from hybridtui.domain.dates import dated, day_and_month
from hybridtui.domain.history import Totals
from hybridtui.domain.review import month, week
from hybridtui.domain.review.month import MonthReview
from hybridtui.domain.review.week import WeekReview
from hybridtui.ui.charts.data import ChartData
from hybridtui.ui.charts.series import volume_chart
from hybridtui.ui.charts.widgets import PeriodChart
from hybridtui.ui.history.about import FigureColumn
from hybridtui.ui.history.figure_tab import FigureTab
from hybridtui.ui.history.review_figures import month_groups, week_groups
from hybridtui.ui.history.tab import Window
from hybridtui.ui.widgets.fitted import hanging
from hybridtui.ui.widgets.text_pane import TextPane

if TYPE_CHECKING:
    from hybridtui.logbook import Logbook

WIDE, VAST = 110, 160
"""Widths from which the numbers stand beside the sentences, and have more room."""

HIGH = 30
"""Height from which the minutes stand below the sentences."""

HEAD = 12
"""Cells of the word that a sentence begins with."""

LINE = 72
"""Longest line of the sentences: longer ones are hard to read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewPage:
    """The week or month in hand."""

    review: WeekReview | MonthReview
    earliest: bool
    """True if the log had not begun before it."""
    empty: bool
    """True if there is neither a session nor a plan."""
    totals: tuple[Totals, ...]
    """Of the weeks or months looked at, oldest first; it is among them."""
    now: Period
    """The week or month that runs."""

    @property
    def period(self) -> Period:
        """The week or month itself."""
        facts = self.review.facts
        return facts.month if isinstance(facts, month.MonthFacts) else facts.week

    @property
    def in_words(self) -> str:
        """Which week or month it is: ``Week 10, 2 Mar to 8 Mar 2026, so far``."""
        facts = self.review.facts
        so_far = ", so far" if facts.runs else ""
        if isinstance(facts, month.MonthFacts):
            return f"{facts.name}{so_far}"
        first, last = facts.week.first, facts.week.last
        return f"Week {facts.week.iso_week}, {day_and_month(first)} to {dated(last)}{so_far}"


class Sentences(TextPane, can_focus=False):
    """The five sentences; the keys are the figures', so they are read on with a key of the tab."""

    @property
    def overflows(self) -> bool:
        """True if not all of them are in sight."""
        return self.max_scroll_y > 0

    def read_on(self) -> None:
        """Show the next lines; after the last the first."""
        self.scroll_to(y=0 if self.scroll_y >= self.max_scroll_y else self.scroll_y + self.size.height - 1,
                       animate=False)  # fmt: skip


class ReviewTab(FigureTab[ReviewPage]):
    """What held, what slipped, balance, load, one change; and the same for any week or month before."""

    name = "review"
    title = "Review"
    empty = """Nothing to review yet.

Once a session is logged, each week is told here in five sentences:
what held, what slipped, the balance, the load, and next week's one change."""
    BINDINGS = [
        Binding("less_than_sign,comma", "go_back(1)", "Earlier", key_display="<", id="review.earlier",
                tooltip="The week or month before"),
        Binding("greater_than_sign,full_stop", "go_back(-1)", "Later", key_display=">", id="review.later",
                tooltip="The week or month after"),
        Binding("space", "read_on", "Read on", id="review.read-on", tooltip="The sentences below"),
    ]  # fmt: skip
    DEFAULT_CSS = """
    ReviewTab {
        #said { height: 16; max-height: 75%; }
        & TextPane { height: 3fr; padding: 0 1; border: round $foreground 25%; border-title-color: $foreground; }
        & PeriodChart { display: none; height: 2fr; }
        & FigureColumn { height: 2fr; }
        &.-wide { layout: horizontal; }
        &.-wide #said { width: 1fr; height: 1fr; max-height: 100%; }
        &.-wide FigureColumn { width: 59; height: 1fr; padding: 1 0 0 1; }
        &.-high TextPane { height: 24; padding: 1 2 0 2; }
        &.-vast FigureColumn { width: 76; }
        &.-vast.-high TextPane { height: 20; }
        &.-high PeriodChart { display: block; }
        &.-vast.-high PeriodChart { height: 1fr; }
    }
    """

    sentences = getters.query_one(Sentences)

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id)
        self._by, self._back = By.WEEK, 0
        self._volume: ChartData | None = None

    def compose(self) -> ComposeResult:
        """Lay out sentences and numbers."""
        yield Vertical(Sentences(), PeriodChart(), id="said")
        yield FigureColumn()

    def on_resize(self) -> None:
        """Use the room there is."""
        self.set_class(self.size.width >= WIDE, "-wide")
        self.set_class(self.size.width >= VAST, "-vast")
        self.set_class(self.size.width >= WIDE and self.size.height >= HIGH, "-high")
        if self.page is not None:
            self.watch_page(self.page)

    @staticmethod
    def read(book: Logbook, window: Window) -> ReviewPage:
        """Read the week or month that runs."""
        return _read(book, window, 0)

    def question(self, window: Window) -> Callable[[Logbook], ReviewPage]:
        """Ask for the week or month in hand; after a switch between them, for the one that runs."""
        if window.by is not self._by:
            self._by, self._back = window.by, 0
        return partial(_read, window=window, back=self._back)

    def watch_page(self, page: ReviewPage) -> None:
        """Write the sentences and list the numbers."""
        if page.empty:
            return
        review, pane = page.review, self.sentences
        self._show_minutes(page)
        pane.write(page.in_words, partial(_lines, review, pane))
        self.list_of_figures.show(week_groups(review) if isinstance(review, WeekReview) else month_groups(review))
        self.show_charts()
        self.touched()

    def show_charts(self) -> None:
        """Tell of the figure in hand: the chart shows the same for all of them."""
        self.query_one(FigureColumn).tell(self.list_of_figures)

    def _show_minutes(self, page: ReviewPage) -> None:
        """Draw the minutes; the week or month that is reviewed is in hand, unless it is the newest."""
        self._volume = volume_chart(page.totals, page.now, page.review.facts.target)
        chart = self.query_one(PeriodChart)
        chart.show(self._volume)
        drawn = chart.shown.periods
        chart.cursor = drawn.index(page.period) if page.period != page.now and page.period in drawn else None

    @property
    def charts(self) -> Sequence[ChartData]:
        """The minutes of the weeks or months around it."""
        return () if self._volume is None or self.bare else (self._volume,)

    def move_cursor(self, by: int) -> None:
        """Read the chart."""
        self.query_one(PeriodChart).move_cursor(by)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer earlier and later ones as far as there are any, and sentences as far as they are not in sight."""
        if action == "go_back":
            return self.page is not None and not (self.page.earliest if parameters == (1,) else self._back == 0)
        return action != "read_on" or self.sentences.overflows

    def action_read_on(self) -> None:
        """Show the sentences that are not in sight."""
        self.sentences.read_on()

    def action_go_back(self, by: int) -> None:
        """Go to an earlier or later week or month."""
        self._back += by
        self.post_message(self.Asking())


def _read(book: Logbook, window: Window, back: int) -> ReviewPage:
    period = window.by.of(window.today).plus(-back)
    day = min(period.last, window.today)
    begun = book.days.begun()
    return ReviewPage(
        review=book.reviews.week(day) if isinstance(period, Week) else book.reviews.month(day),
        earliest=begun is None or period.first <= begun,
        empty=begun is None,
        totals=book.history.totals(window.by, window.count, window.today if back < window.count else day),
        now=window.by.of(window.today),
    )


def _lines(review: WeekReview | MonthReview, pane: TextPane, width: int) -> Iterator[Content]:
    """Yield each sentence beside the word that says what it is about; empty lines between, if there is room."""
    heads = week.HEADS if isinstance(review, WeekReview) else month.HEADS
    parts = [
        hanging(_head(head), Content(sentence), min(width, LINE + HEAD), HEAD)
        for head, sentence in zip(heads, review.sentences, strict=True)
    ]
    airy = sum(map(len, parts)) + len(parts) - 1 <= pane.size.height
    for index, part in enumerate(parts):
        if index and airy:
            yield Content()
        yield from part


def _head(word: str) -> Content:
    return Content(word).stylize("bold $primary" if word == week.HEADS[-1] else "bold $foreground-muted")
