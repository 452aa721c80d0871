"""The charts as plotext paints them, read back cell by cell."""

from __future__ import annotations

from dataclasses import replace
from itertools import groupby

import pytest
from rich.console import Console
from rich.text import Text
from textual.app import App
from textual.color import Color
from textual.theme import BUILTIN_THEMES

from hybridtui.domain.units import round_half_up
from hybridtui.ui.charts.balance import INSIDE, OUTSIDE, draw_balance, underlay
from hybridtui.ui.charts.canvas import EIGHTHS
from hybridtui.ui.charts.palette import Palette
from hybridtui.ui.charts.scale import columns, minutes_scale
from hybridtui.ui.charts.series import Band, shares, volume
from hybridtui.ui.charts.volume import TEXTURE, draw_volume
from hybridtui.ui.charts.widgets import BalanceChart, VolumeChart
from tests.ui.painted import NEWEST, PALETTE, Cell, built, height, painted, weeks

TWELVE = ((150, 90), (140, 100), (0, 0), (160, 0), (0, 80), (180, 95), (170, 90), (60, 30), (155, 85), (190, 100),
          (175, 110), (40, 45))  # fmt: skip
CONSOLE = Console()
LEFT = 5
"""Cells that the labels take."""


def volume_cells(totals, size=(76, 20)) -> list[list[Cell]]:
    return painted(lambda plot: draw_volume(plot, volume(totals), size, PALETTE, NEWEST), size)


def balance_text(totals, size=(76, 20), target=0.6) -> Text:
    band = Band(target)
    ansi = built(lambda plot: draw_balance(plot, shares(totals), band, size, PALETTE, NEWEST), size)
    return underlay(Text.from_ansi(ansi), len(totals), band, size, PALETTE)


def columns_of(rows, first):
    """The canvas by columns, from the bottom up, without the row of dates."""
    return [[row[x] for row in rows[1:]] for x in range(first, len(rows[0]))]


@pytest.mark.parametrize("size", [(76, 12), (76, 20), (53, 18), (116, 26), (190, 40)])
def test_bars_are_as_high_as_their_minutes_to_an_eighth_of_a_cell(size):
    totals = weeks(*TWELVE)
    scale = minutes_scale(285, size[1] - 1)
    canvas = columns_of(volume_cells(totals, size), LEFT)
    place = columns(12, size[0] - LEFT)
    for index, week in enumerate(totals):
        column = canvas[place.start(index)]
        run, strength = height(column, PALETTE.run), height(column, PALETTE.strength)
        wanted = week.run_minutes + week.strength_minutes
        assert run + strength == round_half_up(wanted * scale.rows * 8 / scale.step)
        # Where run, strength and nothing meet in one cell, the larger part has it: at most half a cell off.
        assert abs(run - week.run_minutes * scale.rows * 8 / scale.step) <= 4.5


@pytest.mark.parametrize("size", [(76, 20), (53, 18), (116, 26)])
def test_all_bars_are_equally_wide_with_equal_gaps(size):
    totals = weeks(*[(100, 50)] * 12)
    row = volume_cells(totals, size)[1][LEFT:]
    runs = [(is_bar, len(list(group))) for is_bar, group in groupby(row, key=lambda cell: cell.ground == PALETTE.run)]
    widths = {length for is_bar, length in runs if is_bar}
    gaps = {length for (is_bar, length) in runs[1:-1] if not is_bar}
    assert len(widths) == 1
    assert len(gaps) <= 1
    assert sum(is_bar for is_bar, _ in runs) == 12


def test_a_week_without_minutes_stays_empty():
    canvas = columns_of(volume_cells(weeks(*TWELVE)), LEFT)
    column = canvas[columns(12, 71).start(2)]
    assert height(column, PALETTE.run) == height(column, PALETTE.strength) == 0


def test_a_little_is_not_nothing():
    canvas = columns_of(volume_cells(weeks((300, 0), (0, 0.5))), LEFT)
    assert height(canvas[columns(2, 71).start(1)], PALETTE.strength) == 1


def test_the_plan_is_marked_where_it_lies_over_bar_and_gap():
    totals = weeks((200, 0), (50, 0), planned=(120, 120))
    scale = minutes_scale(200, 19)
    row = int(120 * scale.rows / scale.step)
    painted_row = volume_cells(totals)[1 + row][LEFT:]
    place = columns(2, 71)
    marked = painted_row[place.start(0) : place.start(1) + place.bar]
    assert {(cell.glyph, cell.colour) for cell in marked} <= {(line, PALETTE.mark) for line in "▁─▔"}
    assert marked[0].ground == PALETTE.run
    assert marked[-1].ground is None


def test_the_plan_leaves_out_weeks_without_one():
    canvas = columns_of(volume_cells(weeks((50, 0), (50, 0), planned=(None, 120))), LEFT)
    first, second = (canvas[columns(2, 71).start(index)] for index in range(2))
    assert not any(cell.colour == PALETTE.mark for cell in first if cell.glyph != " ")
    assert any(cell.colour == PALETTE.mark for cell in second if cell.glyph != " ")


def test_the_newest_week_is_named_now_and_labels_are_whole():
    dates = "".join(cell.glyph for cell in volume_cells(weeks(*TWELVE))[0])
    assert dates.split()[-1] == "now"
    assert "16 Feb" in dates


def test_dots_tell_their_side_of_the_band_without_colour():
    text = balance_text(weeks((60, 40), (95, 5), (20, 80)))
    assert text.plain.count(INSIDE) == 1
    assert text.plain.count(OUTSIDE) == 2


@pytest.mark.parametrize("rows", [8, 9, 10, 12, 13, 17, 24, 35])
@pytest.mark.parametrize("target", [0.1, 0.5, 0.55, 0.65, 0.9])
def test_a_dot_never_lies_on_the_other_side_of_the_band(rows, target):
    size = (76, rows)
    totals = weeks(*[(share, 100 - share) for share in range(0, 101, 4)])
    text = balance_text(totals, size, target)
    for y, line in enumerate(text.plain.split("\n")):
        for x, glyph in enumerate(line):
            if glyph in (INSIDE, OUTSIDE):
                style = text.get_style_at_offset(CONSOLE, y * (size[0] + 1) + x)
                in_band = style.bgcolor is not None and tuple(style.bgcolor.triplet or ()) == PALETTE.band
                assert in_band is (glyph == INSIDE)


def test_a_week_without_minutes_has_no_dot():
    text = balance_text(weeks((60, 40), (0, 0), (0, 0), (60, 40)))
    assert text.plain.count(INSIDE) + text.plain.count(OUTSIDE) == 2


@pytest.mark.parametrize("width", [20, 21, 40, 80, 121, 300])
@pytest.mark.parametrize("rows", [1, 4, 5, 8, 13, 24, 80])
@pytest.mark.parametrize("count", [0, 1, 12, 52, 520])
def test_any_size_and_any_number_of_weeks_can_be_drawn(width, rows, count):
    totals = weeks(*[(150, 90)] * count, planned=[240] * count)
    size = (width, rows)
    drawn = built(lambda plot: draw_volume(plot, volume(totals), size, PALETTE, NEWEST), size)
    shared = balance_text(totals, size)
    for text in (Text.from_ansi(drawn), shared):
        lines = text.plain.rstrip("\n").split("\n")
        assert len(lines) <= rows
        assert all(len(line) == width for line in lines if line)


def test_empty_weeks_draw_axes_and_nothing_else():
    rows = volume_cells(weeks(*[(0, 0)] * 12))
    glyphs = {cell.glyph for row in rows[1:] for cell in row[LEFT:]}
    assert glyphs <= {" ", EIGHTHS[1]}


def test_without_colour_strength_has_a_texture_that_running_has_not():
    palette = replace(PALETTE, textured=True)
    size = (76, 20)
    rows = painted(lambda plot: draw_volume(plot, volume(weeks((200, 200))), size, palette, NEWEST), size)
    glyphs = {cell.ground: cell.glyph for row in rows for cell in row if cell.ground in (PALETTE.run, PALETTE.strength)}
    assert glyphs[PALETTE.run] == " "
    assert glyphs[PALETTE.strength] == TEXTURE


@pytest.mark.parametrize("name", sorted(BUILTIN_THEMES))
def test_every_theme_gives_colours_that_can_be_told_apart(name):
    theme = BUILTIN_THEMES[name]
    variables = theme.to_color_system().generate()
    palette = Palette.of(variables, Color.parse(variables["background"]), dark=theme.dark)
    assert len({palette.run, palette.strength, palette.ground}) == 3
    for drawn in (palette.mark, palette.run, palette.strength):
        assert distance(drawn, palette.ground) > 60
    assert palette.grid not in (palette.ground, palette.mark)
    assert palette.band != palette.ground


def distance(one, other):
    return sum((a - b) ** 2 for a, b in zip(one, other, strict=True)) ** 0.5


class Host(App[None]):
    """Two charts and nothing else."""

    def compose(self):
        yield VolumeChart()
        yield BalanceChart()

    def on_mount(self):
        self.query_one(VolumeChart).show(weeks(*TWELVE), NEWEST)
        self.query_one(BalanceChart).show(weeks(*TWELVE), 0.6, NEWEST)


def colours(app) -> set[str]:
    strips = app.screen._compositor.render_strips()
    styles = [segment.style for strip in strips for segment in strip if segment.style is not None]
    return {str(c.name) for style in styles for c in (style.color, style.bgcolor) if c is not None}


def series_colours(app) -> set[str]:
    return {Color.parse(app.theme_variables[name]).hex.lower() for name in ("primary", "accent")}


async def test_charts_follow_the_theme_and_the_size():
    app = Host()
    async with app.run_test(size=(80, 40)) as pilot:
        await pilot.pause()
        dark = series_colours(app)
        assert dark <= colours(app)
        app.theme = "solarized-light"
        await pilot.pause()
        await pilot.pause()
        light = series_colours(app)
        assert light <= colours(app)
        assert not dark & colours(app)
        await pilot.resize_terminal(120, 30)
        await pilot.pause()
        assert app.query_one(VolumeChart).drawn


async def test_the_legend_names_the_plan_only_where_there_is_one():
    app = Host()
    async with app.run_test(size=(80, 40)) as pilot:
        chart = app.query_one(VolumeChart)
        assert "planned" not in str(chart.border_title)
        chart.show(weeks((100, 50), planned=(120,)), NEWEST)
        await pilot.pause()
        assert "planned" in str(chart.border_title)


async def test_a_chart_without_weeks_draws_nothing_and_imports_nothing():
    app = Host()
    async with app.run_test(size=(80, 40)) as pilot:
        chart = app.query_one(VolumeChart)
        chart.show((), NEWEST)
        await pilot.pause()
        assert not chart.drawn
