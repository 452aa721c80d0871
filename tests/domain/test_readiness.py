"""The ten-second check-in: bands, what worsens them, and tiredness that lasts (D.6, R25, R37)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hybridtui.domain.problems import Problem
from hybridtui.domain.readiness import (
    ITEMS,
    Band,
    Readiness,
    as_usual,
    band,
    checked,
    fatigue,
)

TODAY = date(2026, 3, 4)
NORMAL = Readiness(day=TODAY, fatigue=3, sleep_quality=3, soreness=3, stress=3, mood=3)
BEST = Readiness(day=TODAY, fatigue=5, sleep_quality=5, soreness=5, stress=5, mood=5)
TIRED = replace(NORMAL, fatigue=2, mood=2)
WORST = Readiness(day=TODAY, fatigue=1, sleep_quality=1, soreness=2, stress=1, mood=1)

readings = st.builds(
    Readiness,
    day=st.dates(TODAY - timedelta(days=60), TODAY),
    **{name: st.integers(1, 5) for name in ITEMS},
    sleep_hours=st.none() | st.floats(0, 24),
    ill=st.booleans(),
    pain=st.none() | st.integers(0, 10),
)


def before(days: int, reading: Readiness = NORMAL) -> Readiness:
    return replace(reading, day=TODAY - timedelta(days=days))


def usual(total: int, count: int, *, wobble: int = 0) -> list[Readiness]:
    """So many days up to yesterday with this total, one point up and down in turn if asked."""
    return [before(n + 1, with_total(total + (wobble if n % 2 else -wobble))) for n in range(count)]


def with_total(total: int) -> Readiness:
    items = [3] * 5
    step = 1 if total > 15 else -1
    for n in range(abs(total - 15)):
        items[n % 5] += step
    return replace(NORMAL, **dict(zip(ITEMS, items, strict=True)))


def test_all_normal_is_green_and_needs_no_reason() -> None:
    found = band(NORMAL, ())
    assert (found.band, found.total, found.percent, found.why) == (Band.GREEN, 15, 50, ())


@pytest.mark.parametrize(
    ("total", "wanted"),
    [(15, Band.GREEN), (14, Band.AMBER), (12, Band.AMBER), (11, Band.ORANGE), (9, Band.ORANGE), (8, Band.RED)],
)
def test_the_total_decides_first(total: int, wanted: Band) -> None:
    assert band(with_total(total), ()).band is wanted


def test_a_day_unusual_for_the_athlete_is_held_back_although_its_total_is_fine() -> None:
    past = usual(21, 14, wobble=1)  # SD 1.04
    assert band(with_total(20), past).band is Band.GREEN
    assert band(with_total(19), past).band is Band.AMBER  # z = -1.93
    assert band(with_total(18), past).band is Band.ORANGE
    assert "usual for you" in band(with_total(18), past).why[0].text


def test_thirteen_entries_or_entries_of_another_month_do_not_say_what_is_usual() -> None:
    assert band(with_total(18), usual(24, 13)).band is Band.GREEN
    old = [replace(each, day=each.day - timedelta(days=28)) for each in usual(24, 20)]
    assert band(with_total(18), old).band is Band.GREEN
    assert band(with_total(18), usual(24, 14)).band is Band.ORANGE


def test_the_spread_is_taken_to_be_at_least_one_point() -> None:
    assert band(with_total(19), usual(20, 28)).band is Band.GREEN  # z = -1, not without end
    assert band(with_total(18), usual(20, 28)).band is Band.ORANGE


def test_readings_of_today_and_later_do_not_say_what_is_usual() -> None:
    future = [replace(each, day=TODAY + timedelta(days=n)) for n, each in enumerate(usual(25, 20))]
    assert band(NORMAL, future).band is Band.GREEN


@pytest.mark.parametrize(
    ("hours", "wanted"), [(None, Band.GREEN), (7.0, Band.GREEN), (5.0, Band.GREEN), (4.9, Band.AMBER), (0, Band.AMBER)]
)
def test_r37_little_sleep_is_one_band_down_and_less_than_seven_hours_a_hint(hours: float | None, wanted: Band) -> None:
    found = band(replace(NORMAL, sleep_hours=hours), ())
    assert found.band is wanted
    assert [why.rule for why in found.why] == (["R37"] if hours is not None and hours < 7 else [])


def test_little_sleep_comes_on_top_of_an_unusual_day() -> None:
    assert band(replace(with_total(19), sleep_hours=4), usual(21, 14, wobble=1)).band is Band.ORANGE


def test_very_sore_is_at_least_orange_and_illness_or_pain_red_however_good_the_rest() -> None:
    assert band(replace(BEST, soreness=1), ()).band is Band.ORANGE
    assert band(replace(BEST, ill=True), ()).band is Band.RED
    assert band(replace(BEST, pain=5), ()).band is Band.RED
    assert band(replace(BEST, pain=4), ()).band is Band.GREEN


@given(readings, st.lists(readings, max_size=40))
def test_every_band_down_has_its_reason_and_nothing_told_makes_it_better(
    reading: Readiness, earlier: list[Readiness]
) -> None:
    found = band(reading, earlier)
    plain = band(replace(reading, sleep_hours=None, ill=False, pain=None), ())
    assert found.band.severity >= plain.band.severity
    assert found.why or found.band is Band.GREEN


@given(readings)
def test_what_is_in_range_passes_and_counts_from_0_to_100(reading: Readiness) -> None:
    assert checked(reading) is reading
    assert 0 <= reading.percent <= 100


@pytest.mark.parametrize(
    ("wrong", "named"),
    [
        ({"fatigue": 0}, "Fatigue"),
        ({"mood": 6}, "Mood"),
        ({"sleep_quality": -1}, "Sleep quality"),
        ({"sleep_hours": 24.5}, "Hours of sleep"),
        ({"sleep_hours": float("nan")}, "Hours of sleep"),
        ({"pain": 11}, "Pain"),
    ],
)
def test_what_is_out_of_range_is_refused_by_its_name(wrong: dict[str, float], named: str) -> None:
    with pytest.raises(Problem, match=named):
        checked(replace(NORMAL, **wrong))


class TestR25PersistentFatigue:
    def test_three_tired_days_of_the_last_seven_ask_for_a_lighter_week(self) -> None:
        tired = [before(0, TIRED), before(3, TIRED), before(6, TIRED)]
        why = fatigue(tired, TODAY)
        assert why is not None
        assert why.rule == "R25"
        assert why.text.startswith("Three tired days of the last seven")
        assert fatigue(tired[:2], TODAY) is None

    def test_what_is_older_than_seven_days_does_nothing(self) -> None:
        assert fatigue([before(0, TIRED), before(3, TIRED), before(7, TIRED)], TODAY) is None
        assert fatigue([before(n, WORST) for n in range(14, 30)], TODAY) is None

    def test_two_red_in_a_row_ask_at_once_but_not_with_a_better_day_between(self) -> None:
        assert fatigue([before(0, WORST), before(1, WORST)], TODAY) is not None
        assert fatigue([before(2, WORST), before(0, WORST)], TODAY) is not None
        assert fatigue([before(2, WORST), before(1, BEST), before(0, WORST)], TODAY) is None

    def test_readings_may_come_in_any_order(self) -> None:
        assert fatigue([before(0, WORST), before(2, WORST), before(1, BEST)], TODAY) is None

    @pytest.mark.parametrize(("days", "asks"), [(0, False), (6, False), (7, True)])
    def test_an_answer_lets_the_question_rest_for_seven_days(self, days: int, asks: bool) -> None:
        tired = [before(n, TIRED) for n in range(10)]
        tired[days] = replace(tired[days], answered=TODAY - timedelta(days=days))
        assert (fatigue(tired, TODAY) is not None) is asks

    def test_a_day_is_judged_by_what_was_usual_before_it(self) -> None:
        fresh = [before(n, with_total(24)) for n in range(3, 31)]
        low = [before(n, with_total(17)) for n in range(3)]
        assert fatigue([*fresh, *low], TODAY) is not None
        assert fatigue(low, TODAY) is None


class TestAsUsual:
    """``enter`` at once must not find the athlete unusual, nor say better than is meant."""

    def test_without_four_weeks_of_one_s_own_it_is_five_times_three(self) -> None:
        assert as_usual(TODAY, [before(n, BEST) for n in range(1, 14)]) == (3, 3, 3, 3, 3)
        assert as_usual(TODAY, [before(n, BEST) for n in range(29, 60)]) == (3, 3, 3, 3, 3)

    @given(st.lists(st.tuples(*[st.integers(1, 5)] * 5), min_size=14, max_size=28))
    def test_it_is_green_whatever_is_usual_for_the_athlete(self, told: list[tuple[int, ...]]) -> None:
        earlier = [
            before(n, replace(NORMAL, **dict(zip(ITEMS, items, strict=True)))) for n, items in enumerate(told, 1)
        ]
        items = as_usual(TODAY, earlier)
        total = max(15, sum(sum(each) for each in told) / len(told))
        assert abs(sum(items) - total) <= 0.5
        if items[ITEMS.index("soreness")] > 1:  # who is always very sore is spared all the same
            assert band(replace(NORMAL, **dict(zip(ITEMS, items, strict=True))), earlier).band is Band.GREEN
