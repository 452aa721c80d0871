"""Calendar: every day at a glance, each week against its plan, and what came between."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar

from textual import getters, on, work
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Container, Vertical
from textual.content import Content
from textual.reactive import reactive
from textual.widgets import Static

from hybridtui.domain.calendar import Week
from hybridtui.domain.days import DaysPage, Dropped, Missed
from hybridtui.domain.figures import Figure
from hybridtui.domain.skips import left_out_key
from hybridtui.domain.workout import Workout
from hybridtui.ui import look
from hybridtui.ui.app import HybridApp
from hybridtui.ui.charts.data import ChartData
from hybridtui.ui.charts.widgets import PeriodChart
from hybridtui.ui.history.calendar_figures import figures_of
from hybridtui.ui.history.calendar_grid import CalendarGrid
from hybridtui.ui.history.calendar_page import CalendarPage, calendar_page, units_of
from hybridtui.ui.history.calendar_signs import legend
from hybridtui.ui.history.calendar_words import day_lines, week_lines, weight_line
from hybridtui.ui.history.tab import Tab, Window

if TYPE_CHECKING:
    from hybridtui.logbook import Logbook


NARROW_LINES = 6
"""Lines for the day where it stands below the weeks: no room for empty ones."""


class CalendarTab(Tab[CalendarPage]):
    """The weeks, the day in hand beside them, the legend below."""

    name = "calendar"
    title = "Calendar"
    empty = """Nothing here yet.

Every day gets its sign here: run, strength, both, rest that was planned
and kept, and what was missed, with the reason if one is known."""
    BINDINGS = [
        Binding("enter", "open", "Open", key_display="⏎", id="calendar.open", tooltip="The day's session in full"),
        Binding("o", "other", "Other", id="calendar.other", tooltip="The other session of the day"),
        Binding("r", "reason", "Reason", id="calendar.reason", tooltip="Say what came between; you never have to"),
        Binding("b", "weigh", "Weight", id="calendar.weigh",
                tooltip="Log your weight of this day; it is drawn here, and used for lifts on top of it"),
    ]  # fmt: skip
    SCOPED_CSS: ClassVar[bool] = False
    DEFAULT_CSS = """
    CalendarTab {
        #weeks { border: none; height: 1fr; }
        #beside { height: 6; }
        #day { height: 1fr; padding: 0 1; }
        #weight, #kept { display: none; height: 13; }
        #legend { height: 1; padding: 0 1; text-wrap: nowrap; text-overflow: ellipsis; }
    }
    HistoryScreen.-wide CalendarTab, HistoryScreen.-vast CalendarTab {
        #calendar { layout: horizontal; }
        #weeks { border: round $foreground 25%; border-title-color: $foreground; width: 79; height: 100%; }
        #beside { width: 1fr; height: 100%; }
        #day { border: round $foreground 25%; }
        #kept { display: block; }
        &.-weighed #weight { display: block; }
        &.-weighed #kept { display: none; }
    }
    HistoryScreen.-vast CalendarTab {
        #weeks { width: 93; }
        &.-weighed #kept { display: block; }
    }
    """

    app = getters.app(HybridApp)
    grid = getters.query_one(CalendarGrid)

    page: reactive[CalendarPage | None] = reactive(None, init=False)
    """What is shown; None before the first answer."""
    in_hand: reactive[int] = reactive(0, init=False)
    """Index of the session of the day that opens."""

    _charts: tuple[ChartData, ...] = ()

    def compose(self) -> ComposeResult:
        """Lay out weeks, day and legend."""
        with Container(id="calendar"):
            with Vertical(id="weeks"):
                yield CalendarGrid(self._fetch)
            with Vertical(id="beside"):
                yield Static(id="day", markup=False)
                yield PeriodChart(id="kept")
                yield PeriodChart(id="weight")
        yield Static(id="legend", markup=False)

    async def _fetch(self, first: Week, last: Week) -> DaysPage:
        return await self.app.book.ask(lambda book: book.days.page(first, last))

    @staticmethod
    def read(book: Logbook, window: Window) -> CalendarPage:
        """Read the newest weeks, a year at least, and the body weights of the window."""
        return calendar_page(book, window)

    def show(self, page: CalendarPage) -> None:
        """Show what was read."""
        self.page = page
        if self.bare:
            return
        self._charts = page.charts
        self.set_class(bool(page.weights), "-weighed")
        if page.weights:
            self.query_one("#weight", PeriodChart).show(page.charts[0])
        self.query_one("#kept", PeriodChart).show(page.charts[-1])
        self.grid.show(page.newest, page.first, page.window.today)

    @property
    def bare(self) -> bool:
        """True with neither a session nor a plan nor a body weight."""
        return self.page is not None and not self.page.begun

    @property
    def figure(self) -> Figure | None:
        """How the week in hand was kept, or of a week without plan its day."""
        figures = self.figures
        return figures[1] if len(figures) > 1 else figures[0] if figures else None

    @property
    def figures(self) -> Sequence[Figure]:
        """The numbers of the day and the week in hand."""
        day, week = self.grid.day, self.grid.week
        if day is None or week is None or self.page is None:
            return ()
        return tuple(figures_of(day, week, self.page.weights, self.page.units))

    @property
    def charts(self) -> Sequence[ChartData]:
        """The body weight, if it was logged, and the workouts kept."""
        return self._charts

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer only what the day in hand has."""
        if not self.is_mounted:
            return True
        day = self.grid.day
        if action == "open":
            return day is not None and bool(day.done)
        if action == "other":
            return day is not None and len(day.done) > 1
        if action == "reason":
            return bool(self._missed)
        return super().check_action(action, parameters)

    @on(CalendarGrid.Moved)
    def _moved(self) -> None:
        self.set_reactive(CalendarTab.in_hand, 0)
        self._tell()

    def watch_in_hand(self) -> None:
        """Mark the session that opens."""
        self._tell()

    def on_resize(self) -> None:
        """Say it in the room there is."""
        self.query_one("#legend", Static).update(legend(self.size.width), layout=False)
        self._tell()

    def _tell(self) -> None:
        """Say what the day and the week in hand were."""
        day, week, page = self.grid.day, self.grid.week, self.page
        if page is None or day is None or week is None:
            return
        tight = self.query_one("#beside").size.height <= NARROW_LINES
        gap = [] if tight else [Content()]
        lines = [*day_lines(day, week, self.in_hand, page.units), *gap]
        lines += week_lines(week, page.window.today, tight=tight)
        weight = weight_line(page.weights, page.units)
        if weight is not None:
            lines += [*gap, weight]
        self.query_one("#day", Static).update(Content("\n").join(lines), layout=False)
        first, last = self.grid.in_sight
        self.query_one("#weeks").border_title = f"{first.monday:%b %Y} - {last.last:%b %Y}"
        self.touched()

    def action_open(self) -> None:
        """Open the session in hand."""
        if self.grid.day is not None and self.grid.day.done:
            self.post_message(self.Opening(self.grid.day.done[self.in_hand].session_id))

    def action_other(self) -> None:
        """Take the next session of the day in hand."""
        if self.grid.day is not None and self.grid.day.done:
            self.in_hand = (self.in_hand + 1) % len(self.grid.day.done)

    @property
    def _missed(self) -> list[Missed]:
        """What was missed on the day in hand or taken out of it, without a reason first."""
        day, week = self.grid.day, self.grid.week
        if day is None or week is None:
            return []
        out = [_left_out(each) for each in week.dropped]
        of_day = [each for each in (*week.missed, *out) if each.workout.day == day.day]
        return sorted(of_day, key=lambda each: each.said is not None)

    @work
    async def action_reason(self) -> None:
        """Say what came between."""
        from hybridtui.ui.dialogs.skip_reason import SkipReasonDialog, keep_reason

        missed = self._missed[0]
        said = await self.app.push_screen_wait(SkipReasonDialog(missed))
        if said is not None:
            self.post_message(self.Changing(lambda book: keep_reason(book, missed, said)))

    @work
    async def action_weigh(self) -> None:
        """Log the weight of the day in hand."""
        from hybridtui.ui.dialogs.body_weight import BodyWeightDialog, keep_weight

        today = self.app.clock.now().date()
        day = min(self.grid.cursor or today, today)
        unit, newest = await self.app.book.ask(lambda book: (units_of(book).weight, book.weights.on(day)))
        weighed = await self.app.push_screen_wait(BodyWeightDialog(day, unit, newest))
        if weighed is not None:
            self.post_message(self.Changing(lambda book: keep_weight(book, weighed)))


def _left_out(dropped: Dropped) -> Missed:
    """Return what was taken out of the plan as something that was missed, so that it can be explained."""
    workout = Workout(
        id=left_out_key(dropped.day, dropped.kind), day=dropped.day, kind=dropped.kind, subtype="",
        title=look.word(dropped.kind), minutes=0, run_minutes=0, strength_minutes=0, steps=(),
    )  # fmt: skip
    return Missed(workout=workout, said=dropped.said)
