"""What the charts show of the weeks."""

from __future__ import annotations

from itertools import pairwise

import pytest

from hybridtui.domain.calendar import Week
from hybridtui.ui.charts import series
from hybridtui.ui.charts.scale import columns, minutes_scale, share_scale, week_ticks
from tests.ui.painted import NEWEST, weeks


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


@pytest.mark.parametrize("width", [8, 20, 33, 53, 71, 113, 190])
@pytest.mark.parametrize("count", [1, 2, 12, 26, 52, 520])
def test_columns_fit_the_room_and_never_overlap(count, width):
    place = columns(count, width)
    assert place.count == min(count, width)
    assert place.start(place.count - 1) + place.bar <= width
    assert all(place.start(i + 1) - place.start(i) == place.bar + place.gap for i in range(place.count - 1))


@pytest.mark.parametrize("height", range(3, 60, 4))
@pytest.mark.parametrize("highest", [0, 1, 25, 59, 60, 61, 179, 240, 372, 900, 5000])
def test_minute_ticks_are_round_on_cell_borders_and_reach_the_highest_bar(highest, height):
    scale = minutes_scale(highest, height)
    assert scale.step * scale.steps >= highest
    assert scale.rows * scale.steps < max(2, height)
    if height >= 8 and highest <= 900:
        assert scale.step % 5 == 0
        assert 3 <= scale.steps <= 8


@pytest.mark.parametrize("height", range(3, 60))
def test_share_ticks_are_quarters_or_fifths_where_they_fit(height):
    scale = share_scale(height)
    assert scale.rows * scale.steps <= max(1, height - 1)
    assert scale.step * scale.steps == 100
    if height >= 6:
        assert scale.step in (20, 25)


def test_weeks_are_named_back_from_the_newest_with_room_for_their_dates():
    span = [NEWEST.plus(n - 11) for n in range(12)]
    ticks = week_ticks(span, 4, NEWEST)
    assert ticks[-1] == (11, "now")
    assert all(later - earlier == 2 for (earlier, _), (later, _) in pairwise(ticks))


def test_a_week_of_the_past_is_named_by_its_monday():
    assert week_ticks([Week(2026, 1)], 8, None) == ((0, "29 Dec"),)
