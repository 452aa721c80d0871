"""Where the formulas of running end, and what is said there (science.md C.1, C.3-C.5, C.11)."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hybridtui.domain import running
from hybridtui.domain.problems import Problem
from hybridtui.domain.running import heart_rate
from hybridtui.domain.running.daniels import oxygen, velocity

VDOTS = st.floats(20, 85)
DISTANCES = st.floats(1500, 42195)


@given(VDOTS, DISTANCES)
def test_a_race_time_has_the_vdot_it_came_from(value: float, distance: float) -> None:
    seconds = running.race_time(value, distance)
    if 210 <= seconds <= 18000:
        assert running.vdot(distance, seconds) == pytest.approx(value, abs=1e-4)


@given(st.floats(20, 84), DISTANCES)
def test_fitter_is_faster_and_farther_is_slower(value: float, distance: float) -> None:
    assert running.race_time(value + 1, distance) < running.race_time(value, distance)
    assert running.race_time(value, 1500) / 1.5 <= running.race_time(value, distance) / (distance / 1000) + 1e-3


@given(st.floats(0.5, 85))
def test_a_speed_costs_what_it_is_run_at(cost: float) -> None:
    assert oxygen(velocity(cost)) == pytest.approx(cost, abs=1e-9)


@given(VDOTS)
def test_paces_get_faster_from_zone_to_zone(value: float) -> None:
    paces = running.paces(value)
    assert paces.easy_slow > paces.easy > paces.easy_fast
    assert paces.easy > paces.threshold > paces.interval > paces.repetition
    assert paces.easy_slow > paces.marathon > paces.threshold


@pytest.mark.parametrize(
    ("distance", "seconds"),
    [
        (1499, 400),
        (42196, 12000),
        (5000, 209),
        (42195, 18001),
        (0, 0),
        (-5000, 1500),
        (5000, math.nan),
        (math.nan, 900),
    ],
)
def test_results_that_vdot_is_not_made_for_are_refused(distance: float, seconds: float) -> None:
    with pytest.raises(Problem, match="result"):
        running.vdot(distance, seconds)


@pytest.mark.parametrize(("value", "distance"), [(19, 5000), (86, 5000), (math.nan, 5000), (50, 800), (50, 50000)])
def test_estimates_end_with_the_range_they_are_made_for(value: float, distance: float) -> None:
    with pytest.raises(Problem):
        running.race_time(value, distance)


def test_riegel_warns_where_it_is_a_guess() -> None:
    assert running.riegel(10000, 3000, 21097.5).warnings == ()
    far = running.riegel(5000, 1500, 42195).warnings
    assert len(far) == 2
    assert "usually too fast" in far[1]
    assert running.riegel(21097.5, 6000, 42195).warnings == ()
    assert len(running.riegel(10000, 3000, 42195).warnings) == 1
    assert running.riegel(5000, 1500, 4.3 * 5000).warnings == ()
    assert len(running.riegel(5000, 1500, 4.31 * 5000).warnings) == 1


@pytest.mark.parametrize("given_", [(0, 1500, 10000, 1.06), (5000, 0, 10000, 1.06), (5000, 1500, 0, 1.06)])
def test_riegel_refuses_nothing_to_go_by(given_: tuple[float, float, float, float]) -> None:
    with pytest.raises(Problem, match="above zero"):
        running.riegel(*given_)


@pytest.mark.parametrize("exponent", [1.04, 1.09, math.nan])
def test_riegel_refuses_other_exponents(exponent: float) -> None:
    with pytest.raises(Problem, match="exponent"):
        running.riegel(5000, 1500, 10000, exponent)


def test_three_trials_are_fitted_by_their_line() -> None:
    trials = [running.Trial(4.0 * t + 150 + off, t) for t, off in ((180, 5), (420, -10), (720, 5))]
    found = running.critical_speed(trials)
    assert found.speed_mps == pytest.approx(4.0, abs=0.02)
    assert found.d_prime_m == pytest.approx(150, abs=10)


@pytest.mark.parametrize(
    ("trials", "says"),
    [
        ([(1600, 360)], "two all-out runs"),
        ([(1600, 360), (1700, 360)], "two all-out runs"),
        ([(400, 60), (1600, 360)], "2 to 20 minutes"),
        ([(1600, 360), (6000, 1500)], "2 to 20 minutes"),
        ([(0, 200), (1600, 360)], "above zero"),
        ([(1600, 360), (3600, 780)], "do not fit together"),  # D' below 30 m
        ([(2600, 360), (3200, 780)], "do not fit together"),  # D' beyond 500 m
        ([(3200, 360), (1600, 780)], "do not fit together"),  # slower in less time
    ],
)
def test_trials_that_say_nothing_are_refused(trials: list[tuple[float, float]], says: str) -> None:
    with pytest.raises(Problem, match=says):
        running.critical_speed([running.Trial(*trial) for trial in trials])


@pytest.mark.parametrize("distance", [200, 228.571, 16000])
def test_critical_speed_says_nothing_within_its_reserve_nor_beyond_an_hour(distance: float) -> None:
    with pytest.raises(Problem, match="up to an hour"):
        running.CriticalSpeed(3.8095238, 228.5714).time_s(distance)


def test_slopes_beyond_what_was_measured_count_as_the_steepest() -> None:
    assert running.cost_of_grade(0.9) == running.cost_of_grade(0.45)
    assert running.cost_of_grade(-2) == running.cost_of_grade(-0.45)


def test_the_cheapest_slope_leads_down_by_eighteen_per_cent() -> None:
    cheapest = min(range(-450, 451), key=lambda i: running.cost_of_grade(i / 1000))
    assert cheapest == pytest.approx(-181, abs=2)


def test_a_pace_on_a_slope_needs_a_pace() -> None:
    with pytest.raises(Problem, match="pace"):
        running.gap_pace(0, 0.05)


@pytest.mark.parametrize(("rest", "maximum"), [(0, 180), (180, 180), (190, 180), (math.nan, 180)])
def test_heart_rates_that_cannot_be_are_refused(rest: float, maximum: float) -> None:
    with pytest.raises(Problem, match="heart rate"):
        heart_rate.of_reserve(rest, maximum, 0.7)


def test_threshold_zones_touch_without_a_gap() -> None:
    assert [zone.lower_bpm for zone in heart_rate.threshold_zones(160)] == [0, 136, 144, 152, 160, 165, 172]
    with pytest.raises(Problem, match="threshold"):
        heart_rate.threshold_zones(0)
