"""Print what drawing a chart costs, and what moving its cursor costs.

python tests/benchmarks/charts.py

Times are medians of several drawings in one process, after one to warm up, at 116 x 22
cells. The budgets: 52 weeks within 25 ms, 120 months no more, the cursor within 10 ms.
"""

from __future__ import annotations

import asyncio
import statistics
import sys
import time
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from textual.app import App, ComposeResult
from textual.color import Color
from textual.theme import BUILTIN_THEMES
from textual_plotext import Plot

from hybridtui.domain.calendar import By, span
from hybridtui.domain.history import Totals
from hybridtui.ui.charts.cells import strips
from hybridtui.ui.charts.data import ChartData, Role, Series, Shape
from hybridtui.ui.charts.drawing import draw
from hybridtui.ui.charts.layout import Layout
from hybridtui.ui.charts.palette import Palette
from hybridtui.ui.charts.reading import chart_table
from hybridtui.ui.charts.series import balance_chart, volume_chart
from hybridtui.ui.charts.table import ChartNumbers
from hybridtui.ui.charts.widgets import PeriodChart

RUNS = 15
SIZE = (116, 22)
TODAY = date(2026, 3, 3)
SPANS = ((By.WEEK, 12), (By.WEEK, 26), (By.WEEK, 52), (By.WEEK, 520), (By.MONTH, 60), (By.MONTH, 120))


def totals(by: By, count: int) -> list[Totals]:
    """Make up weeks or months of training, a rest now and then."""
    scale = 1 if by is By.WEEK else 4
    return [
        Totals(
            period=period,
            run_s=60 * scale * (90 + 37 * n % 110) * (n % 11 != 5),
            strength_s=60 * scale * (40 + 23 * n % 80) * (n % 11 != 5),
            planned_run_s=60.0 * scale * 150,
            planned_strength_s=60.0 * scale * (60 + n // 8 * 3),
        )
        for n, period in enumerate(span(by, count, TODAY))
    ]


def charts(by: By, count: int) -> Iterator[ChartData]:
    """Yield one chart of each kind."""
    weeks = totals(by, count)
    yield volume_chart(weeks, weeks[-1].period)
    yield balance_chart(weeks, 0.6, weeks[-1].period)
    periods = tuple(week.period for week in weeks)
    lines = tuple(
        Series(name=role, role=role, shape=Shape.LINE, values=tuple(k * (n % 17) - 5.0 for n in range(count)))
        for k, role in enumerate((Role.MAIN, Role.SECOND, Role.MARK), 1)
    )
    yield ChartData(id="load", title="Load", periods=periods, series=lines, unit="AU")


def measured(act: Callable[[], object]) -> list[float]:
    """Return the milliseconds of several runs, sorted."""
    act()
    times = []
    for _ in range(RUNS):
        begun = time.perf_counter()
        act()
        times.append((time.perf_counter() - begun) * 1000)
    return sorted(times)


class Host(App[None]):
    """A chart and a table."""

    CSS = "PeriodChart, ChartNumbers { height: 24; width: 118; }"

    def compose(self) -> ComposeResult:
        """Lay them out."""
        yield PeriodChart()
        yield ChartNumbers()


async def widgets() -> None:
    """Print what the cursor costs, all rows painted again, and a table's first lines."""
    app = Host()
    async with app.run_test(size=(120, 50)) as pilot:
        chart, table = app.query_one(PeriodChart), app.query_one(ChartNumbers)
        data = next(charts(By.WEEK, 52))
        chart.show(data)
        await pilot.pause()

        def move() -> None:
            chart.move_cursor(-1)
            for y in range(chart.size.height):
                chart.render_line(y)

        print(f"{'cursor of 52 weeks':30} {statistics.median(measured(move)):7.2f}")
        long = next(charts(By.WEEK, 520))

        def show() -> None:
            table.show(chart_table(long))
            for y in range(table.size.height):
                table.render_line(y)

        print(f"{'table of 520 weeks':30} {statistics.median(measured(show)):7.2f}")


def main() -> None:
    """Measure and print."""
    theme = BUILTIN_THEMES["textual-dark"]
    variables = theme.to_color_system().generate()
    palette = Palette.of(variables, Color.parse(variables["background"]), dark=True)
    figure = Plot()
    print(f"{'chart':30} {'ms':>7} {'worst':>7}")
    for by, count in SPANS:
        for data in charts(by, count):

            def once(data: ChartData = data) -> None:
                layout = Layout.of(data, SIZE)
                assert layout is not None
                strips(draw(figure, layout, palette))

            times = measured(once)
            print(f"{f'{data.id}, {count} {by}s':30} {statistics.median(times):7.2f} {times[-1]:7.2f}")
    asyncio.run(widgets())


if __name__ == "__main__":
    main()
