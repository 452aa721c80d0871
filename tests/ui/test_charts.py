"""The charts as they are painted, read back cell by cell."""

from __future__ import annotations

import math
from dataclasses import replace
from itertools import combinations, groupby, pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from textual.color import Color
from textual.theme import BUILTIN_THEMES
from textual_plotext import Plot

from hybridtui.domain.body_weight import BodyWeight
from hybridtui.domain.calendar import Month
from hybridtui.domain.units import Load, WeightUnit, round_half_up
from hybridtui.ui.charts.bars import TEXTURES
from hybridtui.ui.charts.data import Fold, Role, Shape
from hybridtui.ui.charts.drawing import draw
from hybridtui.ui.charts.layout import Layout
from hybridtui.ui.charts.legend import legend
from hybridtui.ui.charts.lines import INSIDE, OUTSIDE, band_rows
from hybridtui.ui.charts.palette import Palette
from hybridtui.ui.charts.reading import reading
from hybridtui.ui.charts.series import balance_chart, volume_chart
from hybridtui.ui.history.calendar_charts import weight_chart
from tests.ui.painted import NEWEST, PALETTE, bars, chart, column, dots, height, line, marks, painted, weeks

TWELVE = ((150, 90), (140, 100), (0, 0), (160, 0), (0, 80), (180, 95), (170, 90), (60, 30), (155, 85), (190, 100),
          (175, 110), (40, 45))  # fmt: skip
BRAILLE = {chr(code) for code in range(0x2801, 0x2900)}


def volume(*minutes, planned=()):
    return volume_chart(weeks(*minutes, planned=planned), NEWEST)


@pytest.mark.parametrize("size", [(76, 12), (76, 20), (53, 18), (116, 26), (190, 40)])
def test_bars_are_as_high_as_their_minutes_to_an_eighth_of_a_cell(size):
    layout, rows = painted(volume(*TWELVE), size)
    for index, (run, strength) in enumerate(TWELVE):
        cells = column(rows, layout.place.start(index))
        drawn = height(cells, PALETTE.run), height(cells, PALETTE.strength)
        assert sum(drawn) == round_half_up(layout.scale.height(run + strength) * 8)
        # Where run, strength and nothing meet in one cell, the larger part has it: at most half a cell off.
        assert abs(drawn[0] - layout.scale.height(run) * 8) <= 4.5


@settings(max_examples=40, deadline=None)
@given(st.lists(st.tuples(*[st.one_of(st.none(), st.floats(0, 30))] * 4), min_size=1, max_size=9), st.integers(6, 30))
def test_a_stack_of_any_parts_is_as_high_as_their_sum(stacks, rows_):
    parts = [bars(*values, role=role) for values, role in zip(zip(*stacks, strict=True), list(Role)[:4], strict=True)]
    layout, rows = painted(chart(*parts), (60, rows_))
    for index, stack in enumerate(stacks):
        cells = column(rows, layout.place.start(index))
        drawn = sum(height(cells, PALETTE.of_role(role)) for role in list(Role)[:4])
        wanted = layout.scale.height(sum(value or 0 for value in stack)) * 8
        some = sum(1 for value in stack if value)
        assert wanted - 0.51 <= drawn <= max(wanted + 0.51, some) + some


@pytest.mark.parametrize("size", [(76, 20), (53, 18), (116, 26)])
def test_all_bars_are_equally_wide_with_equal_gaps(size):
    _, rows = painted(volume(*[(100, 50)] * 12), size)
    runs = [(is_bar, len(list(group))) for is_bar, group in groupby(rows[0], key=lambda cell: cell[2] == PALETTE.run)]
    assert len({length for is_bar, length in runs if is_bar}) == 1
    assert len({length for is_bar, length in runs[1:-1] if not is_bar}) <= 1
    assert sum(is_bar for is_bar, _ in runs) == 12


def test_a_week_without_minutes_stays_empty():
    layout, rows = painted(volume(*TWELVE))
    cells = column(rows, layout.place.start(2))
    assert height(cells, PALETTE.run) == height(cells, PALETTE.strength) == 0


def test_what_is_unknown_does_not_look_like_nothing():
    layout, rows = painted(chart(bars(5, 0, None, 5)))
    foot = [rows[0][layout.place.start(index)][0] for index in range(4)]
    assert foot[1] == "▁"
    assert foot[2] == " "


def test_a_little_is_not_nothing():
    layout, rows = painted(volume((300, 0), (0, 0.5)))
    assert height(column(rows, layout.place.start(1)), PALETTE.strength) == 1


def test_the_plan_is_marked_where_it_lies_over_bar_and_gap():
    layout, rows = painted(volume((200, 0), (50, 0), planned=(120, 120)))
    row = rows[int(layout.scale.height(120))]
    marked = row[layout.place.start(0) : layout.place.start(1) + layout.place.width(1)]
    assert {cell[:2] for cell in marked} <= {(mark, PALETTE.mark) for mark in "▁─▔"}
    assert marked[0][2] == PALETTE.run
    assert marked[-1][2] is None


def test_the_plan_leaves_out_weeks_without_one():
    layout, rows = painted(volume((50, 0), (50, 0), planned=(None, 120)))
    marked = [any(cell[1] == PALETTE.mark for cell in column(rows, layout.place.start(index))[5:]) for index in (0, 1)]
    assert marked == [False, True]


def test_where_running_should_end_is_marked_in_each_bar_and_told_in_the_legend():
    data = volume_chart(weeks((200, 100), (60, 240), (0, 0)), NEWEST, 0.6)
    layout, rows = painted(data)
    row, place = rows[int(layout.scale.height(180))], layout.place
    for index, colour in enumerate((PALETTE.run, PALETTE.strength)):
        bar = row[place.start(index) : place.start(index) + place.width(index)]
        assert {cell[2] for cell in bar} == {colour}
        glyphs = "".join(cell[0] for cell in bar)
        assert glyphs.startswith(" "), "the bar stays in sight beside the mark"
        assert glyphs.endswith(" ")
        assert set(glyphs.strip()) < set("▁─▔")
    nothing = column(rows, place.middle(2))
    assert not {PALETTE.mark, PALETTE.ground} & {fore for _, fore, _ in nothing if fore}, "nothing to share out"
    assert "╺╸ run target" in legend(data, PALETTE).plain
    assert reading(data, 1, 80).endswith("total 300, run target 180 min")
    assert reading(data, 1, 40) == "W09: run 60, strength 240 min"


@pytest.mark.parametrize("theme", ["textual-dark", "textual-light", "gruvbox", "nord"])
def test_a_mark_on_a_bar_is_seen_on_it(theme):
    colours = BUILTIN_THEMES[theme].to_color_system()
    dark = BUILTIN_THEMES[theme].dark
    palette = Palette.of(colours.generate(), Color.parse("#202020" if dark else "#e0e0e0"), dark=dark)
    for behind in (palette.run, palette.strength):
        assert math.dist(palette.seen_on(behind), behind) > 100


def test_the_newest_week_is_named_now_and_labels_are_whole():
    data = volume(*TWELVE)
    layout = Layout.of(data, (76, 20))
    names = "".join(cell[0] for cell in draw(Plot(), layout, PALETTE)[-1])
    assert names.split()[-1] == "now"
    assert "16 Feb" in names


def test_dots_tell_their_side_of_the_band_without_colour():
    _, rows = painted(balance_chart(weeks((60, 40), (95, 5), (20, 80)), 0.6, NEWEST))
    glyphs = [cell[0] for row in rows for cell in row]
    assert glyphs.count(INSIDE) == 1
    assert glyphs.count(OUTSIDE) == 2


@pytest.mark.parametrize("rows_", [8, 9, 13, 24, 35])
@pytest.mark.parametrize("target", [0.1, 0.55, 0.9])
def test_a_dot_never_lies_on_the_other_side_of_the_band(rows_, target):
    totals = weeks(*[(share, 100 - share) for share in range(0, 101, 4)])
    layout, rows = painted(balance_chart(totals, target, NEWEST), (76, rows_))
    low, high = band_rows(layout)
    for y, row in enumerate(rows):
        for glyph, _, ground in row:
            if glyph in (INSIDE, OUTSIDE):
                assert (low <= y < high) is (glyph == INSIDE)
                assert (ground == PALETTE.band) is (glyph == INSIDE)


def test_a_week_without_minutes_has_no_dot():
    _, rows = painted(balance_chart(weeks((60, 40), (0, 0), (0, 0), (60, 40)), 0.6, NEWEST))
    assert sum(cell[0] in (INSIDE, OUTSIDE) for row in rows for cell in row) == 2


def test_a_line_is_broken_where_nothing_is_known():
    layout, rows = painted(chart(line(50, 60, None, 70, 80)))
    place = layout.place
    drawn = {x for row in rows for x, cell in enumerate(row) if cell[0] in BRAILLE}
    assert {place.middle(0), place.middle(1), place.middle(3), place.middle(4)} <= drawn
    assert not drawn & set(range(place.middle(1) + 1, place.middle(3)))


def test_a_value_alone_is_seen():
    layout, rows = painted(chart(line(None, 60, None, 70, None)))
    assert [rows_[layout.place.middle(1)][0] for rows_ in rows].count(INSIDE) == 1


@pytest.mark.parametrize("size", [(40, 9), (50, 24), (76, 37)])
def test_a_line_passes_through_the_cells_of_its_values(size):
    values = [31.3 + n * 37 % 97 / 10 for n in range(12)]
    layout, lined = painted(chart(line(*values)), size)
    _, dotted = painted(chart(dots(*values)), size)
    for index in range(12):
        x = layout.place.middle(index)
        (at,) = (y for y, row in enumerate(dotted) if row[x][0] == INSIDE)
        assert lined[at][x][0] in BRAILLE


def test_lines_are_told_apart_without_colour():
    values = tuple(range(12))
    _, rows = painted(chart(line(*values), line(*[v + 30 for v in values], role=Role.SECOND)))
    inked = [sum((ord(cell[0]) - 0x2800).bit_count() for row in rows for cell in row
                 if cell[0] in BRAILLE and cell[1] == colour) for colour in (PALETTE.main, PALETTE.second)]  # fmt: skip
    assert inked[1] < 0.8 * inked[0]


def test_less_is_drawn_higher_upside_down():
    data = chart(dots(300, 330, 360), upside_down=True, unit="/km")
    layout, rows = painted(data)
    at = [next(y for y, row in enumerate(rows) if row[layout.place.middle(i)][0] == INSIDE) for i in range(3)]
    assert at == sorted(at, reverse=True)
    assert len(set(at)) == 3
    assert all(value % 15 == 0 for _, value in layout.scale.ticks)


def test_a_line_lies_in_front_of_bars():
    _, rows = painted(chart(bars(*[10] * 12), line(*[5] * 12)))
    over = [cell for row in rows for cell in row if cell[0] in BRAILLE and cell[1] == PALETTE.main]
    assert any(cell[2] == PALETTE.run for cell in over)


def drawings(count):
    values = [float(n % 7) for n in range(count)]
    gaps = [None if n % 5 == 2 else value for n, value in enumerate(values)]
    yield volume(*[(150, 90)] * count, planned=[240] * count)
    yield chart(line(*gaps), dots(*values), bars(*gaps), marks(*gaps), band=(2, 3))
    yield chart(line(*gaps), line(*values, role=Role.MARK), upside_down=True, unit="/km")
    months = tuple(Month(2026, 3).plus(n - count) for n in range(count))
    yield chart(bars(*values, fold=Fold.SUM), dots(*gaps), periods=months, current=months[-1])


@pytest.mark.parametrize(("width", "rows"), [(14, 5), (21, 4), (40, 13), (80, 8), (121, 24), (200, 60)])
@pytest.mark.parametrize("count", [1, 12, 52, 520])
def test_any_size_and_any_number_of_periods_can_be_drawn(width, rows, count):
    for data in drawings(count):
        layout = Layout.of(data, (width, rows))
        if layout is not None:
            drawn = draw(Plot(), layout, PALETTE)
            assert len(drawn) == rows
            assert {len(row) for row in drawn} == {width}


@pytest.mark.parametrize("size", [(5, 20), (12, 20), (76, 3), (0, 0)])
def test_no_room_is_no_chart(size):
    assert Layout.of(volume(*TWELVE), size) is None


@pytest.mark.parametrize(
    "data",
    [
        chart(line(60.0)),
        chart(line(0.0)),
        chart(dots(-3.0)),
        chart(bars(0.0)),
        chart(line(300.0), unit="/km", upside_down=True),
    ],
)
def test_one_value_alone_has_an_axis(data):
    layout, _ = painted(data)
    names = [label for _, label in layout.y_ticks]
    assert len(set(names)) == len(names) >= 2
    assert all(later > earlier for (earlier, _), (later, _) in pairwise(layout.y_ticks))


def test_without_colour_parts_of_a_bar_have_textures():
    palette = replace(PALETTE, textured=True)
    _, rows = painted(volume((200, 200)), palette=palette)
    glyphs = {ground: glyph for row in rows for glyph, _, ground in row if ground in (PALETTE.run, PALETTE.strength)}
    assert glyphs[PALETTE.run] == " "
    assert glyphs[PALETTE.strength] == TEXTURES[Role.STRENGTH]


@pytest.mark.parametrize("name", sorted(BUILTIN_THEMES))
def test_every_theme_gives_colours_that_can_be_told_apart(name):
    theme = BUILTIN_THEMES[name]
    variables = theme.to_color_system().generate()
    palette = Palette.of(variables, Color.parse(variables["background"]), dark=theme.dark)
    efforts = [Role.EASY, Role.MODERATE, Role.HARD]  # never beside the others: shades of running
    others = [role for role in Role if role not in efforts]
    for role in Role:
        assert distance(palette.of_role(role), palette.ground) > 60
    for one, other in (*combinations(others, 2), *pairwise(efforts)):
        assert distance(palette.of_role(one), palette.of_role(other)) > (40 if one in efforts else 20)
    assert palette.grid not in (palette.ground, palette.mark)
    assert len({palette.band, palette.ground, palette.cursor}) == 3


def distance(one, other):
    return sum((a - b) ** 2 for a, b in zip(one, other, strict=True)) ** 0.5


def test_shapes_are_all_drawn():
    """A shape that nothing draws would vanish from its chart."""
    for shape in Shape:
        one, none = (
            painted(chart(bars(4, 4, 4), replace(bars(*values, role=Role.STRENGTH), shape=shape)))[1]
            for values in ((1, 2, 3), (None, None, None))
        )
        assert one != none


def test_a_weight_now_and_then_is_dots_on_one_line_and_a_long_gap_parts_it():
    weeks_ = tuple(NEWEST.plus(n - 11) for n in range(12))
    logged = [BodyWeight(weeks_[n].first, Load(80.0 + n)) for n in (0, 3, 4, 9, 11)]
    data = weight_chart(logged, weeks_, WeightUnit.KG, NEWEST)
    layout, rows = painted(data)
    middles = [layout.place.middle(n) for n in range(12)]
    drawn = [{cell[0] for cell in column(rows, x)} for x in middles]
    assert [n for n in range(12) if INSIDE in drawn[n]] == [0, 3, 4, 9, 11]
    assert [n for n in range(12) if drawn[n] & (BRAILLE | {INSIDE})] == [0, 1, 2, 3, 4, 9, 10, 11]
