"""The chart on the screen: its words, its cursor, its colours; and the screen it has to itself."""

from __future__ import annotations

import pytest
from textual.app import App
from textual.color import Color

from hybridtui.ui.charts.data import Fold, Role
from hybridtui.ui.charts.series import volume_chart
from hybridtui.ui.charts.widgets import PeriodChart
from tests.ui.painted import NEWEST, bars, chart, line, weeks


class Host(App[None]):
    """A chart and nothing else."""

    def compose(self):
        yield PeriodChart()


@pytest.fixture
def shown():
    return volume_chart(weeks(*[(100, 50)] * 11, (40, 45), planned=[120] * 12), NEWEST)


def colours(app) -> set[str]:
    strips = app.screen._compositor.render_strips()
    styles = [segment.style for strip in strips for segment in strip if segment.style is not None]
    return {str(c.name) for style in styles for c in (style.color, style.bgcolor) if c is not None}


def text(app) -> str:
    return "\n".join(strip.text for strip in app.screen._compositor.render_strips())


def series_colours(app) -> set[str]:
    return {Color.parse(app.theme_variables[name]).hex.lower() for name in ("primary", "accent")}


async def test_the_chart_follows_theme_and_size_and_reads_values_at_its_cursor(shown):
    app = Host()
    async with app.run_test(size=(80, 24)) as pilot:
        one = app.query_one(PeriodChart)
        one.show(shown)
        await pilot.pause()
        dark = series_colours(app)
        assert dark <= colours(app)
        assert "lately 150 min a week" in text(app)
        one.move_cursor(-1)
        await pilot.pause()
        assert "W10 2-8 Mar: run 40, strength 45, total 85, planned 120 min" in text(app)
        strips = one._strips
        one.move_cursor(-1)
        await pilot.pause()
        assert "W09 23 Feb-1 Mar: run 100" in text(app)
        assert one._strips is strips, "moving the cursor draws nothing anew"
        one.move_cursor(-100)
        assert one.period == NEWEST.plus(-11)
        layout = one._layout
        await pilot.click(PeriodChart, offset=(1 + layout.left + layout.place.start(3), 5))
        assert one.period == NEWEST.plus(3 - 11)
        app.theme = "solarized-light"
        await pilot.pause()
        await pilot.pause()
        assert series_colours(app) <= colours(app)
        assert not dark & colours(app)
        held = one.period
        one.display = False
        await pilot.pause()
        one.show(chart(bars(1, 2, 3)))
        assert one.period is None, "the period in hand is not among those shown any more"
        one.show(shown)
        one.display = True
        await pilot.pause()
        assert one.period == held


async def test_too_many_weeks_make_months_or_leave_only_the_newest_and_say_so():
    app = Host()
    async with app.run_test(size=(40, 24)) as pilot:
        one = app.query_one(PeriodChart)
        one.show(chart(bars(*[10.0] * 104, fold=Fold.SUM)))
        await pilot.pause()
        assert "by month" in text(app)
        one.show(chart(bars(*[10.0] * 104), summary="held"))
        await pilot.pause()
        assert "held · newest 33 of 104 weeks" in text(app)
        one.move_cursor(-3)
        held = one.period
        await pilot.resize_terminal(140, 24)
        await pilot.pause()
        assert one.period == held == NEWEST.plus(-2), "with more room the cursor stays on its week"


async def test_a_chart_without_values_says_so_and_has_no_cursor():
    app = Host()
    async with app.run_test(size=(60, 12)) as pilot:
        one = app.query_one(PeriodChart)
        one.show(chart(line(None, None), nothing="No set of it yet"))
        one.move_cursor(-1)
        await pilot.pause()
        assert "No set of it yet" in text(app)
        assert one.cursor is None
        assert not one.drawn


@pytest.mark.parametrize("width", [49, 64, 65])
async def test_neither_the_legend_nor_what_the_cursor_reads_is_ever_cut_off(width):
    app = Host()
    data = volume_chart(weeks(*[(100, 50)] * 11, (140, 145), planned=[120] * 12), NEWEST, 0.6)
    async with app.run_test(size=(width, 20)) as pilot:
        one = app.query_one(PeriodChart)
        one.show(data)
        one.move_cursor(-1)
        await pilot.pause()
        assert "╺╸ run target" in text(app)
        assert "…" not in text(app)


async def test_names_of_people_are_no_markup_and_the_legend_moves_where_it_has_room():
    app = Host()
    async with app.run_test(size=(44, 20)) as pilot:
        one = app.query_one(PeriodChart)
        one.show(chart(bars(1, 2), bars(3, 4, role=Role.STRENGTH), line(1, 2), title="[red]Squat[/] \x1b[31m of mine"))
        await pilot.pause()
        top, below = text(app).split("\n")[:2]
        assert "[red]Squat[/]" in top
        assert "\x1b" not in top
        assert "■ run  ■ strength" in below
