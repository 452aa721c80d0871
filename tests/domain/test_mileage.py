"""Running as science.md C wants it told: effort in three, VDOT from the best evidence, bests, heart-rate loads."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hybridtui.domain.athlete import Athlete, Level, RaceResult, Sex
from hybridtui.domain.calendar import By, span
from hybridtui.domain.mileage import estimates, hearts
from hybridtui.domain.mileage.bests import DISTANCES, Feat, best_of, best_time
from hybridtui.domain.mileage.courses import raced_metres
from hybridtui.domain.mileage.easy import EasyRunning
from hybridtui.domain.mileage.effort import Effort, Split, Told, by_heart_rate, judged
from hybridtui.domain.mileage.fitness import CURRENT_DAYS, Origin, RunFitness, fitness
from hybridtui.domain.mileage.long_run import long_share
from hybridtui.domain.mileage.page import Found, mileage_page
from hybridtui.domain.mileage.stretch import Stretch
from hybridtui.domain.problems import Problem
from hybridtui.domain.running.daniels import oxygen, vdot
from hybridtui.domain.running.grade import there_and_back
from hybridtui.domain.running.heart_rate import check_order, estimated_max
from hybridtui.domain.workout import Kind

TODAY = date(2026, 3, 4)
RUNNER = Athlete(level=Level.INTERMEDIATE)


def run(metres: float | None = 5000.0, seconds: float = 1500.0, *, ago: int = 0, **fields: object) -> Stretch:
    given_ = {"session_id": f"{metres}-{seconds}-{ago}", "title": "Run", "kind": Kind.RUN, "subtype": "easy"} | fields
    return Stretch(metres=metres, seconds=seconds, day=TODAY - timedelta(days=ago), **given_)  # type: ignore[arg-type]


def race(metres: float = 5000.0, seconds: float = 1474.0, *, ago: int = 0) -> Stretch:
    return run(metres, seconds, ago=ago, subtype="race", title="Race")


# --- effort in three (C.5) -----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("rpe", "effort"),
    [(0, "easy"), (4, "easy"), (4.5, "moderate"), (5, "moderate"), (6.5, "moderate"), (7, "hard"), (10, "hard")],
)
def test_a_rating_tells_the_effort_before_all_else(rpe: float, effort: str) -> None:
    told = judged(Kind.RUN, "vo2", rpe, 120, 170)
    assert (told.effort, told.told) == (Effort(effort), Told.RATING)


def test_the_edges_of_moderate_are_moderate() -> None:
    assert [by_heart_rate(bpm, 160) for bpm in (151, 152, 160, 161)] == [
        Effort.EASY, Effort.MODERATE, Effort.MODERATE, Effort.HARD,
    ]  # fmt: skip


def test_a_mean_heart_rate_is_of_the_time_that_has_one() -> None:
    some = EasyRunning(
        stretches=2, metres=10_000, seconds=3600, known_climbs=0, flat_seconds=3600, beats=140 * 30, beating_s=1800
    )
    assert some.bpm == 140


def test_bands_of_the_reserve_are_those_of_the_table() -> None:
    rates = hearts.HeartRates(resting=50, maximum=150.0)
    assert rates.bands == (("light", 80, 89), ("moderate", 90, 109), ("vigorous", 110, 139))


def test_below_30_a_vdot_is_extrapolated() -> None:
    assert [RunFitness(vdot=vdot, origin=Origin.RACE).extrapolated for vdot in (29.99, 30, 31)] == [True, False, False]


@pytest.mark.parametrize(("metres", "counted"), [(42_500, 42_195), (42_700, 42_700), (9_901, 10_000), (9_890, 9_890)])
def test_a_race_is_as_long_as_its_course_if_the_watch_is_a_hundredth_off(metres: float, counted: float) -> None:
    assert raced_metres(metres) == counted


@pytest.mark.parametrize(("bpm", "effort"), [(161, "easy"), (162, "moderate"), (170, "moderate"), (171, "hard")])
def test_without_a_rating_the_heart_rate_tells_it_where_a_threshold_is_known(bpm: int, effort: str) -> None:
    told = judged(Kind.RUN, "easy", None, bpm, 170)
    assert (told.effort, told.told) == (Effort(effort), Told.HEART_RATE)
    assert judged(Kind.RUN, "easy", None, bpm, None) == judged(Kind.RUN, "easy")


@pytest.mark.parametrize(
    ("subtype", "effort"),
    [("easy", "easy"), ("long", "easy"), ("runwalk", "easy"), ("strides", "easy"), ("", "easy"), ("tempo", "moderate"),
     ("fartlek", "moderate"), ("progression", "moderate"), ("cruise", "hard"), ("vo2", "hard"), ("race", "hard")],
)  # fmt: skip
def test_else_the_kind_of_run_tells_it(subtype: str, effort: str) -> None:
    told = judged(Kind.RUN, subtype)
    assert (told.effort, told.told) == (Effort(effort), Told.KIND)


def test_the_run_of_a_combo_is_easy_and_a_circuit_is_not() -> None:
    assert judged(Kind.COMBO, "SA", 9.0, 180, 170).effort is Effort.EASY
    assert judged(Kind.HYBRID, "circuit").effort is Effort.HARD
    assert judged(Kind.HYBRID, "circuit", level=1).effort is Effort.MODERATE


def test_shares_are_of_all_running_and_unknown_without_any() -> None:
    split = Split.of([(judged(Kind.RUN, "easy"), 3000.0), (judged(Kind.RUN, "", 8.0), 1000.0)])
    assert [split.share(effort) for effort in Effort] == [0.75, 0.0, 0.25]
    assert (split.by_rating, split.by_kind) == (1000.0, 3000.0)
    assert Split().share(Effort.EASY) is None


# --- VDOT and where it comes from (C.1) ------------------------------------------------------------


def test_evidence_is_ranked_from_a_fresh_race_to_an_easy_pace() -> None:
    given_ = replace(RUNNER, result=RaceResult(10_000, 2700), easy_pace_s_per_km=360.0)
    fresh, old, fast = race(ago=CURRENT_DAYS), race(seconds=1400, ago=CURRENT_DAYS + 1), run(8000, 2300, ago=3)
    told = [
        fitness([fresh, old, fast], given_, TODAY),
        fitness([old, fast], given_, TODAY),
        fitness([old, fast], RUNNER, TODAY),
        fitness([fast], RUNNER, TODAY),
        fitness([], replace(RUNNER, easy_pace_s_per_km=360.0), TODAY),
        fitness([], RUNNER, TODAY),
    ]
    origins = [one.origin if one else None for one in told]
    assert origins == [Origin.RACE, Origin.ANSWER, Origin.OLD_RACE, Origin.RUN, Origin.EASY_PACE, None]
    assert told[2] is not None
    assert told[2].old
    assert told[2].age_days == 85
    assert told[3] is not None
    assert told[3].at_least
    assert told[3].vdot == vdot(8000, 2300)
    assert told[4] is not None
    assert told[4].rough
    assert told[4].vdot == pytest.approx(oxygen(60_000 / 360) / 0.68)


def test_the_best_of_fresh_races_counts_and_the_newest_of_old_ones() -> None:
    found = fitness([race(seconds=1474, ago=60), race(seconds=1600, ago=5)], RUNNER, TODAY)
    assert found is not None
    assert found.seconds == 1474
    found = fitness([race(seconds=1474, ago=400), race(seconds=1600, ago=100)], RUNNER, TODAY)
    assert found is not None
    assert found.seconds == 1600


def test_a_race_is_the_longest_stretch_of_its_session_and_as_long_as_its_course() -> None:
    warm_up = replace(race(2000, 420), session_id="one")
    measured = replace(race(10_060, 2942), session_id="one")
    found = fitness([warm_up, measured], RUNNER, TODAY)
    assert found is not None
    assert (found.metres, found.vdot) == (10_000, vdot(10_000, 2942))
    assert raced_metres(42_600) == 42_195
    assert raced_metres(12_000) == 12_000


@pytest.mark.parametrize(("metres", "seconds"), [(None, 1500.0), (1000.0, 200.0), (5000.0, 600.0), (5000.0, 4000.0)])
def test_what_vdot_is_not_made_for_tells_none(metres: float | None, seconds: float) -> None:
    assert fitness([run(metres, seconds)], RUNNER, TODAY) is None


def test_a_day_knows_nothing_of_later_races() -> None:
    assert fitness([race(ago=1)], RUNNER, TODAY - timedelta(days=2)) is None


def test_estimates_come_with_a_second_opinion_and_its_warnings() -> None:
    five, ten, half, marathon = estimates.race_estimates(fitness([race()], RUNNER, TODAY))
    assert five.seconds == pytest.approx(1474, abs=0.01)
    assert (ten.warnings, five.riegel_s) == ((), 1474.0)
    assert len(half.warnings) == 0
    assert len(marathon.warnings) == 2
    assert estimates.race_estimates(None) == ()
    rough = fitness([], replace(RUNNER, easy_pace_s_per_km=360.0), TODAY)
    assert all(one.riegel_s is None for one in estimates.race_estimates(rough))


def test_beginners_and_the_slow_go_by_effort_not_by_paces() -> None:
    known, slow = fitness([race()], RUNNER, TODAY), fitness([race(seconds=2100)], RUNNER, TODAY)
    assert estimates.training_paces(known, RUNNER) is not None
    assert estimates.training_paces(known, Athlete(level=Level.BEGINNER)) is None
    assert slow is not None
    assert slow.extrapolated
    assert estimates.training_paces(slow, RUNNER) is None


def test_critical_speed_takes_two_short_races_of_twelve_weeks() -> None:
    short, longer = race(1500, 300, ago=3), race(3000, 660, ago=10)
    found = estimates.speed_held(estimates.trials([short, longer, race(5000, 1500), run(1600, 350)], TODAY))
    assert found is not None
    assert found.pace_s_per_km == pytest.approx(240)
    assert estimates.speed_held(estimates.trials([short], TODAY)) is None
    assert estimates.trials([replace(longer, day=TODAY - timedelta(days=90))], TODAY) == ()


# --- best times ------------------------------------------------------------------------------------


def test_a_longer_run_tells_a_time_at_most_and_a_race_exactly() -> None:
    one_k, five_k, ten_k, _ = DISTANCES
    assert best_time(five_k, run(10_000, 3000)) == (1500.0, False)
    assert best_time(five_k, run(5000, 1500)) == (1500.0, True)
    assert best_time(ten_k, race(9950, 2942)) == (2942.0, True)
    assert best_time(ten_k, run(9950, 2942)) is None
    assert best_time(one_k, run(None, 600)) is None


def test_a_best_of_the_last_four_weeks_is_new() -> None:
    new, old = (best_of(DISTANCES[1], run(ago=ago), TODAY) for ago in (27, 28))
    assert new is not None
    assert new.is_new
    assert old is not None
    assert not old.is_new
    assert best_of(Feat.FASTEST, run(200, 30), TODAY) is None


@given(st.floats(1000, 43_000), st.floats(100, 20_000))
def test_a_best_time_is_never_slower_than_the_mean_pace_of_a_training_run(metres: float, seconds: float) -> None:
    for course in DISTANCES:
        found = best_time(course, run(metres, seconds))
        if metres >= course.metres:
            assert found is not None
            assert found[0] == pytest.approx(seconds * course.metres / metres)
        else:
            assert found is None


# --- heart rates (C.5, D.4) --------------------------------------------------------------------------

KNOWN = replace(RUNNER, resting_hr=50, max_hr=190, threshold_hr=170, sex=Sex.MALE)


def test_a_maximum_of_the_age_is_an_estimate_and_a_measured_one_goes_before() -> None:
    usual = hearts.HeartRates.of(replace(RUNNER, age=40))
    assert (usual.maximum, usual.estimated) == (estimated_max(40), True)
    assert hearts.HeartRates.of(replace(KNOWN, age=40)).estimated is False
    assert hearts.HeartRates.of(RUNNER).missing == ("resting", "maximum", "sex")


def test_loads_by_heart_rate_need_all_of_it_and_a_rate_that_can_be() -> None:
    beating = run(8000, 2700, avg_hr=150)
    rates = hearts.HeartRates.of(KNOWN)
    assert hearts.heart_load(beating, rates) == pytest.approx(47.5072, abs=0.001)
    for less in (replace(KNOWN, resting_hr=None), replace(KNOWN, max_hr=None), replace(KNOWN, sex=None)):
        assert hearts.impulse(beating, hearts.HeartRates.of(less)) is None
    assert hearts.impulse(replace(beating, avg_hr=200), rates) is None
    assert hearts.impulse(replace(beating, avg_hr=None), rates) is None
    assert hearts.heart_load(beating, hearts.HeartRates.of(replace(KNOWN, threshold_hr=None))) is None


def test_load_by_pace_takes_hills_out() -> None:
    flat, hilly = run(6000, 1800), run(6000, 1800, ascent_m=200.0)
    assert hearts.pace_load(flat, 270) == pytest.approx(40.5)
    harder = there_and_back(6000, 200)
    assert harder > 1
    assert hearts.pace_load(hilly, 270) == pytest.approx(40.5 * harder**2)
    assert hearts.pace_load(run(None, 1800), 270) is None


def test_sums_say_how_many_runs_they_are_of() -> None:
    told = hearts.summed([10.0, None, 5.0])
    assert told is not None
    assert (told.sum, told.told, told.of) == (15.0, 2, 3)
    assert hearts.summed([None]) is None


def test_heart_rates_lie_in_order() -> None:
    check_order(50, None, 190)
    check_order(None, None, None)
    with pytest.raises(Problem, match=r"threshold \(190 bpm\) lies below the highest \(185 bpm\)"):
        check_order(50, 190, 185)


# --- the page ----------------------------------------------------------------------------------------


def test_a_page_of_nothing_is_empty_and_says_nothing() -> None:
    nothing = Found(sessions=(), stretch_sums=(), stretches=(), bests=())
    page = mileage_page(nothing, RUNNER, By.WEEK, span(By.WEEK, 12, TODAY), TODAY)
    assert page.empty
    assert page.fitness is None
    assert page.estimates == ()
    assert page.speed is None
    assert [one.long_share for one in page.periods] == [None] * 12


def test_the_usual_long_run_is_less_of_a_week_with_more_runs() -> None:
    assert [long_share(runs) for runs in range(1, 8)] == [1.0, 0.6, 0.45, 0.4, 0.33, 0.3, 0.3]
