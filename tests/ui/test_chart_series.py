"""What the charts show of the weeks."""

from __future__ import annotations

from functools import partial
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hybridtui.domain.calendar import Month, Week
from hybridtui.domain.units import decimal
from hybridtui.ui.charts import series
from hybridtui.ui.charts.columns import columns, slots
from hybridtui.ui.charts.data import Fold, Role
from hybridtui.ui.charts.fold import by_months, fitted
from hybridtui.ui.charts.reading import chart_table, reading, shown_note
from hybridtui.ui.charts.scale import scale_of
from hybridtui.ui.charts.small import Mark, Part, Reach, bar, sparkline
from hybridtui.ui.charts.ticks import ticks_of
from tests.ui.painted import NEWEST, bars, chart, line, marks, weeks


def test_the_mean_is_of_minutes_not_of_percentages():
    dots = series.shares(weeks((10, 0), (0, 90)))
    assert dots[-1].mean == pytest.approx(0.1)


def test_the_mean_looks_back_four_weeks_and_no_further():
    dots = series.shares(weeks((100, 0), (0, 50), (0, 50), (50, 50), (50, 50)))
    assert dots[-1].mean == pytest.approx(100 / 300)


def test_a_week_without_minutes_has_no_share_but_the_mean_goes_on():
    dots = series.shares(weeks((60, 40), (0, 0)))
    assert dots[-1].share is None
    assert dots[-1].mean == pytest.approx(0.6)


def test_after_four_weeks_off_there_is_no_mean():
    dots = series.shares(weeks((60, 40), (0, 0), (0, 0), (0, 0), (0, 0)))
    assert dots[-1].mean is None


@pytest.mark.parametrize(("share", "inside"), [(0.5, True), (0.7, True), (0.499, False), (0.701, False)])
def test_a_single_week_may_lie_ten_points_off_its_target(share, inside):
    assert series.Band(0.6).holds(share) is inside


@pytest.mark.parametrize("target", [0.05, 0.95])
def test_the_band_ends_where_shares_do(target):
    band = series.Band(target)
    assert 0 <= band.low < band.high <= 1


def test_the_week_that_still_runs_is_not_judged():
    told = series.shares_in_words(series.shares(weeks((60, 40), (0, 100))), series.Band(0.6))
    assert told == "1 of 1 week in 50-70 %"


def test_weeks_are_done_from_nine_tenths_of_the_plan():
    bars = series.volume(weeks((90, 0), (89, 0), (10, 0), planned=(100, 100, 100)))
    assert series.volume_in_words(bars) == "lately 90 min a week · 1 of 2 planned weeks done"


def test_without_a_finished_week_nothing_is_claimed():
    assert series.volume_in_words(series.volume(weeks((90, 0)))) == ""
    assert series.shares_in_words(series.shares(weeks((90, 10))), series.Band(0.5)) == ""


@pytest.mark.parametrize("width", [8, 20, 33, 53, 71, 92, 113, 190])
@pytest.mark.parametrize("count", [1, 2, 12, 26, 52, 520])
def test_columns_fit_the_room_and_never_overlap(count, width):
    place = columns(count, width, range(0, count, 4))
    assert place.count == min(count, width)
    assert place.start(place.count - 1) + place.bar <= width
    steps = {place.start(i + 1) - place.start(i) for i in range(place.count - 1)}
    assert steps <= {place.pitch, place.pitch + place.apart}
    # A gap between months must not look like a week without minutes.
    assert not place.apart or place.gap + place.apart != place.gap + place.pitch
    assert [place.at(place.start(i)) for i in range(place.count)] == list(range(place.count))


@pytest.mark.parametrize(("count", "width"), [(1, 10), (7, 71), (52, 92), (92, 92), (520, 30)])
def test_slots_share_out_all_of_the_width(count, width):
    place = slots(count, width)
    assert place.start(0) == 0
    assert place.start(place.count) == width
    assert {place.width(i) for i in range(place.count)} <= {place.pitch, place.pitch + 1}
    assert all(place.at(place.middle(i)) == i for i in range(place.count))
    assert place.at(width) is None


def ticks(scale):
    return [value for _, value in scale.ticks]


@pytest.mark.parametrize("height", range(3, 60, 7))
@pytest.mark.parametrize("highest", [0, 1, 25, 59, 60, 61, 179, 240, 372, 900, 5000])
def test_minute_ticks_are_round_on_cell_borders_and_reach_the_highest_bar(highest, height):
    scale = scale_of(chart(bars(highest), unit="min"), height)
    assert scale.step * scale.steps >= highest
    assert scale.top < max(2, height)
    if height >= 8 and highest <= 900:
        assert scale.step % 5 == 0
        assert 3 <= scale.steps <= 8


@pytest.mark.parametrize("height", range(3, 60, 3))
def test_share_ticks_are_quarters_or_fifths_where_they_fit(height):
    scale = scale_of(chart(line(55), unit="%", bounds=(0, 100)), height)
    assert scale.top <= max(1, height - 1)
    assert scale.step * scale.steps == pytest.approx(100)
    if height >= 6:
        assert scale.step in (20, 25)


@settings(max_examples=150, deadline=None)
@given(
    st.lists(st.floats(-1e6, 1e6), min_size=1, max_size=20),
    st.integers(3, 60),
    st.booleans(),
)
def test_any_values_lie_between_the_ends_of_their_axis(values, height, upside_down):
    data = chart(line(*values), upside_down=upside_down, write=lambda value: f"{value:.6f}")
    scale = scale_of(data, height)
    for value in values:
        assert -1e-6 <= scale.height(value) <= scale.top + 1e-6
    if upside_down:
        assert scale.height(min(values)) >= scale.height(max(values))


@pytest.mark.parametrize("highest", [1.2, 1.3, 3.4, 7.7, 12.3, 40.9])
@pytest.mark.parametrize("places", [0, 1])
def test_ticks_are_written_as_what_they_are(highest, places):
    data = chart(bars(highest), write=partial(decimal, places=places))
    for height in range(6, 30):
        told = [(float(data.write(value)), value) for value in ticks(scale_of(data, height))]
        assert all(written == pytest.approx(value) for written, value in told)


def test_ticks_that_would_be_written_alike_are_not_chosen():
    scale = scale_of(chart(bars(1.0)), 20)
    assert ticks(scale) == [0, 1]


def test_a_pace_is_read_in_quarters_of_a_minute():
    assert ticks(scale_of(chart(line(333.0, 341.0), unit="/km", upside_down=True), 20)) == [360, 345, 330, 315]


def test_bars_stand_on_zero_and_a_line_far_from_it_does_not():
    assert ticks(scale_of(chart(bars(90, 100)), 20))[0] == 0
    assert ticks(scale_of(chart(line(90, 100)), 20))[0] == 90
    assert ticks(scale_of(chart(line(10, 100)), 20))[0] == 0


def test_the_band_lies_within_the_axis():
    scale = scale_of(chart(bars(4), band=(10, 20)), 20)
    assert scale.step * scale.steps >= 20


def test_weeks_are_named_back_from_the_newest_with_room_for_their_dates():
    span = [NEWEST.plus(n - 11) for n in range(12)]
    named = ticks_of(span, 4, NEWEST)
    assert named[-1] == (11, "now")
    assert all(later - earlier == 2 for (earlier, _), (later, _) in pairwise(named))


def test_a_week_of_the_past_is_named_by_its_monday():
    assert ticks_of([Week(2026, 1)], 8, None) == ((0, "29 Dec"),)


def test_months_are_named_where_they_are_in_every_year_and_january_by_its_year():
    months = [Month(2026, 3).plus(n - 23) for n in range(24)]
    assert [name for _, name in ticks_of(months, 2, months[-1])] == ["Apr", "Jul", "Oct", "2025", "Apr", "Jul", "Oct",
                                                                   "now"]  # fmt: skip
    assert [name for _, name in ticks_of([Month(2026, 3).plus(n - 119) for n in range(120)], 1, None)][1:4] == [
        "2017", "Jul", "2018"]  # fmt: skip


def test_weeks_make_months_as_each_series_says():
    months = by_months(
        chart(
            bars(*range(1, 10), fold=Fold.SUM),
            bars(*[1, None] * 4, 1, fold=Fold.SUM),
            line(*range(1, 10), fold=Fold.MEAN),
            line(*range(1, 10), fold=Fold.HIGHEST),
            line(*[*range(1, 9), None], fold=Fold.LAST),
        )
    )
    # Weeks 2 to 10 of 2026, by their Thursdays: the rest of January, February, the first of March.
    # January began before the oldest week: it would look like a quiet one.
    assert [str(month) for month in months.periods] == ["2026-02", "2026-03"]
    assert [one.values for one in months.series] == [(26, 9), (None, 1), (6.5, 9), (8, 9), (8, None)]


def test_weeks_that_do_not_make_months_stay_weeks():
    few = fitted(chart(bars(*range(20)), line(*range(20), fold=Fold.MEAN)), 8)
    assert few.series[0].values == tuple(range(12, 20))
    assert few.periods[-1] == NEWEST


def test_a_chart_begins_where_something_began_if_that_is_late():
    late = chart(bars(*[0] * 40, *[5] * 20), line(*[None] * 45, *[6] * 15), marks(*[7] * 60))
    shown = fitted(late, 200)
    assert len(shown.periods) == 20
    assert shown_note(late, shown) == "nothing in 40 weeks before", "what lies before all of them is not told"
    assert len(fitted(chart(bars(*[0] * 59, 5)), 200).periods) == 12, "the time before is seen as well"
    early = chart(bars(*[0] * 20, *[5] * 40))
    assert fitted(early, 200) is early
    assert shown_note(late, fitted(late, 10)) == "newest 10 of 60 weeks"


def test_the_cursor_reads_all_values_and_their_sum():
    data = chart(bars(95), bars(60, role=Role.STRENGTH), marks(170), unit="min")
    assert reading(data, 0) == "W10 2-8 Mar: run 95, strength 60, total 155, planned 170 min"
    assert reading(data, 0, 50) == "W10: run 95, strength 60, planned 170 min"


def test_the_cursor_says_what_is_not_known():
    assert reading(chart(line(None), unit="kg"), 0) == "W10 2-8 Mar: n/a"
    part = chart(bars(95), bars(None, role=Role.STRENGTH), unit="min")
    assert reading(part, 0) == "W10 2-8 Mar: run 95 min, strength n/a, total n/a"


def test_the_table_has_every_number_the_newest_first():
    data = chart(bars(95, 1200), bars(None, 60, role=Role.STRENGTH), marks(170, None), unit="min")
    headers, rows = chart_table(data)
    assert headers == ("week", "run", "strength", "total", "planned")
    assert rows == (
        ("W10 2-8 Mar 2026", "1,200", "60", "1,260", "n/a"),
        ("W09 23 Feb-1 Mar 2026", "95", "n/a", "n/a", "170"),
    )


def test_every_series_has_a_value_for_every_period():
    with pytest.raises(ValueError, match="line has 2 values for 1 periods"):
        chart(bars(1), line(1, 2))


@pytest.mark.parametrize(
    ("values", "drawn"),
    [
        ((1, 2, None, 4), "  ▁▃·▆"),
        ((None, 1, 2), "    ▁▆"),
        ((), "      "),
        ((5, 5), "    ▃▃"),
        ((None,) * 3, "      "),
        (range(9), "▁▂▃▄▅▆"),
    ],
)
def test_a_trend_runs_from_its_lowest_to_its_highest_value(values, drawn):
    assert sparkline(list(values), 6).plain == drawn


@pytest.mark.parametrize(
    ("values", "drawn"),
    [((90, 95, 100), "▆▆▆"), ((0, 1, 100), " ▂▆"), ((1, 0, 100), "▂▁▆"), ((0, 0), " ▁▁"), ((50, None, 100), "▄·▆")],
)
def test_a_trend_of_sums_begins_at_nothing(values, drawn):
    assert sparkline(list(values), 3, reach=Reach.ZERO).plain == drawn


@given(st.lists(st.none() | st.floats(-1000, 1000), max_size=9), st.integers(0, 9), st.sampled_from(Reach))
def test_a_trend_keeps_to_its_room_and_off_the_line_above(values, width, reach):
    drawn = sparkline(values, width, reach=reach).plain
    assert len(drawn) == width
    assert not set(drawn) & {"▇", "█"}, "it would grow into the line above"


@settings(max_examples=100, deadline=None)
@given(st.lists(st.floats(0, 1000), max_size=4), st.integers(1, 30))
def test_a_bar_in_a_list_is_as_wide_as_its_room(amounts, width):
    assert len(bar([Part(amount, "$primary") for amount in amounts], width).plain) == width


def test_a_bar_in_a_list_shares_its_room_out_and_tells_its_parts_apart_without_colour():
    drawn = bar([Part(3, "$primary"), Part(1, "$accent", Mark.DOUBLE)], 8)
    assert drawn.plain == "━━━━━━══"
    assert [(span.start, span.end) for span in drawn.spans] == [(0, 6), (6, 8)]
    assert bar([Part(5, "$primary")], 4, of=16).plain == "━   "
    assert bar([Part(99, "$primary")], 4, of=16).plain == "━━━━"
