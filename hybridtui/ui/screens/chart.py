"""A chart on all of the screen, and its numbers as a table."""

from __future__ import annotations

from collections.abc import Sequence

from textual import getters
from textual.app import ComposeResult
from textual.binding import Binding
from textual.reactive import reactive

from hybridtui.ui.charts.data import ChartData
from hybridtui.ui.charts.legend import title
from hybridtui.ui.charts.reading import chart_table
from hybridtui.ui.charts.table import ChartNumbers
from hybridtui.ui.charts.widgets import PeriodChart
from hybridtui.ui.screens.place import Place
from hybridtui.ui.widgets.key_bar import KeyBar
from hybridtui.ui.widgets.title_bar import TitleBar

READ = Binding.Group("Read", compact=True)
LINE = Binding.Group("Line", compact=True)
CHART = Binding.Group("Other chart", compact=True)

FAR = 100_000
"""Further than any chart goes."""


class ChartScreen(Place):
    """The charts of another screen, one at a time, drawn or as numbers."""

    CSS_PATH = "chart.tcss"
    AUTO_FOCUS = ""
    BINDINGS = [
        Binding("left", "read(-1)", "Before", id="chart.left", group=READ, tooltip="Read the period before"),
        Binding("right", "read(1)", "Next", id="chart.right", group=READ, tooltip="Read the next period"),
        Binding("up,k", "line(-1)", "Up", id="chart.up", group=LINE, tooltip="The line above"),
        Binding("down,j", "line(1)", "Down", id="chart.down", group=LINE, tooltip="The line below"),
        Binding("pageup", "page(-1)", "Page up", show=False, id="chart.page-up", tooltip="One screen of numbers up"),
        Binding("pagedown", "page(1)", "Page down", show=False, id="chart.page-down", tooltip="One screen down"),
        Binding("home", "end(-1)", "First", show=False, id="chart.first", tooltip="The oldest period, the first line"),
        Binding("end", "end(1)", "Last", show=False, id="chart.last", tooltip="The newest period, the last line"),
        Binding("n", "numbers", "Numbers", id="chart.numbers", tooltip="The chart's numbers as a table"),
        Binding("n", "picture", "Chart", id="chart.picture", tooltip="The numbers as a chart"),
        Binding("left_square_bracket", "turn(-1)", "Before", key_display="[", id="chart.before", group=CHART,
                tooltip="The chart before"),
        Binding("right_square_bracket", "turn(1)", "Next", key_display="]", id="chart.next", group=CHART,
                tooltip="The next chart"),
        Binding("escape", "back", "Back", key_display="esc", id="chart.back", tooltip="Back to where you came from"),
    ]  # fmt: skip

    chart = getters.query_one(PeriodChart)
    table = getters.query_one(ChartNumbers)

    index: reactive[int] = reactive(0)
    """Place of the chart in hand among those given."""
    numbers: reactive[bool] = reactive(False)
    """True if it is shown as a table."""

    def __init__(self, charts: Sequence[ChartData], index: int = 0, *, table: bool = False) -> None:
        """Show one of these charts first, at least one of them given; ``table``: as numbers."""
        super().__init__()
        self._charts = tuple(charts)
        self.set_reactive(ChartScreen.index, index)
        self.set_reactive(ChartScreen.numbers, table)
        self.set_class(table, "-numbers")

    def compose(self) -> ComposeResult:
        """Lay out both; one of them is in sight."""
        yield TitleBar(place="Chart", day=self.app.clock.now().date())
        yield PeriodChart()
        yield ChartNumbers()
        yield KeyBar()

    def on_mount(self) -> None:
        """Show the first one."""
        self._show()

    @property
    def data(self) -> ChartData:
        """The chart in hand."""
        return self._charts[self.index]

    def _show(self) -> None:
        self.chart.show(self.data)
        self.table.show(chart_table(self.data))
        self.table.border_title = title(self.data, axis=False)
        many = len(self._charts) > 1
        self.table.border_subtitle = f"{self.index + 1} of {len(self._charts)} charts" if many else ""

    def watch_index(self) -> None:
        """Show the chart that was turned to."""
        if self.is_mounted:
            self._show()

    def watch_numbers(self, numbers: bool) -> None:
        """Show what was asked for."""
        self.set_class(numbers, "-numbers")
        self.refresh_bindings()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002 - Textual's
        """Offer what has an effect on what is in sight."""
        if action in ("line", "page", "picture"):
            return self.numbers
        if action in ("read", "numbers"):
            return not self.numbers
        return action != "turn" or len(self._charts) > 1

    def action_read(self, by: int) -> None:
        """Read a period further right or left."""
        self.chart.move_cursor(by)

    def action_line(self, by: int) -> None:
        """Go up or down in the table."""
        self.table.move(by)

    def action_page(self, by: int) -> None:
        """Go a screen up or down in the table."""
        self.table.move(by * self.table.page)

    def action_end(self, towards: int) -> None:
        """Go to one end."""
        if self.numbers:
            self.table.move(towards * FAR)
        else:
            self.chart.move_cursor(towards * FAR)

    def action_numbers(self) -> None:
        """Show the numbers, those of the period in hand first."""
        period = self.chart.period
        if period in self.data.periods:
            self.table.cursor = len(self.data.periods) - 1 - self.data.periods.index(period)
        self.numbers = True

    def action_picture(self) -> None:
        """Show the chart."""
        self.numbers = False

    def action_turn(self, by: int) -> None:
        """Turn to another chart; after the last one comes the first."""
        self.index = (self.index + by) % len(self._charts)

    def action_back(self) -> None:
        """Go back to where the chart came from."""
        self.dismiss()
