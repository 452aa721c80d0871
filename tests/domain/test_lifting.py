"""Strength over time, counted by hand: bands, what runs cost, shares, sides, records. Source: science.md B.6, B.9."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from hybridtui.domain.athlete import Athlete, Level
from hybridtui.domain.calendar import By, Week, span
from hybridtui.domain.definitions import definitions
from hybridtui.domain.evenness import PUSH_PULL, PUSH_PULL_WITHOUT, even, push_pull_limits
from hybridtui.domain.exercises import Exercise, catalogue
from hybridtui.domain.lifting.done import Lifted, LikeSets, RunPart, SideBest
from hybridtui.domain.lifting.leg_cost import MUSCLES, SETS_AN_HOUR, leg_sets
from hybridtui.domain.lifting.maxima import Maximum, maxima
from hybridtui.domain.lifting.muscles import MuscleSets, muscle_sets, uncounted
from hybridtui.domain.lifting.page import LiftingLog, LiftingPage, page
from hybridtui.domain.lifting.records import Best, records
from hybridtui.domain.lifting.shares import shares
from hybridtui.domain.lifting.sides import gaps, lasting_gap
from hybridtui.domain.plan.definitions import QUALITY_SUBTYPES
from hybridtui.domain.session import SetKind, Side
from hybridtui.domain.volume import BANDS, VolumeBand, weekly_band
from hybridtui.domain.workout import Kind

TODAY = date(2026, 3, 4)
THIS = Week.of(TODAY)


def done(exercise: str, sets: float, *, hard: bool | None = True, week: Week = THIS, **fields: object) -> LikeSets:
    """Return like sets of five reps with 100 kg."""
    told = {"kind": SetKind.WORKING, "bodyweight": False, "day": None, "reps": 5, "rpe": None}
    told |= {"heaviest_kg": 100.0, "tonnage_kg": 500.0 * sets, "one_sided": 0}
    return LikeSets(period=week, exercise=exercise, hard=hard, sets=sets, **(told | fields))  # type: ignore[arg-type]


# --- B.6 ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("level", "row"),
    [(Level.BEGINNER, (2, 4, 6, 8, 10)), (Level.INTERMEDIATE, (3, 6, 8, 14, 18)), (Level.ADVANCED, (4, 8, 10, 18, 22))],
)
def test_the_bands_are_those_of_the_table(level: Level, row: tuple[float, ...]) -> None:
    maintain, start, low, high, cap = row
    whole = VolumeBand(maintain=maintain, start=start, low=low, high=high, cap=cap)
    assert BANDS[level] == whole
    assert weekly_band("chest", level, 500) == whole
    assert weekly_band("quads", level, 119.9) == whole
    for minutes, share, most in ((120, 0.8, 12), (240, 0.8, 12), (240.5, 0.6, 9), (600, 0.6, 9)):
        band = weekly_band("quads", level, minutes)
        assert (band.low, band.cap) == (pytest.approx(low * share), min(cap, most))
        assert band.high == pytest.approx(min(high * share, band.cap))


@pytest.mark.parametrize(
    ("sets", "place"),
    [(2.5, "low"), (3, "maintains"), (7.5, "maintains"), (8, "on target"), (14, "on target"), (14.5, "above target"),
     (18, "above target"), (18.5, "above the cap")],
)  # fmt: skip
def test_each_edge_of_a_band_belongs_to_what_it_is_named_for(sets: float, place: str) -> None:
    assert weekly_band("chest", Level.INTERMEDIATE, 0).place(sets) == place


# --- what running costs ------------------------------------------------------------------------


def test_every_kind_of_run_costs_something_stated_and_nothing_is_cut_off() -> None:
    kinds = {"easy", "long", "runwalk", "strides", *QUALITY_SUBTYPES}
    assert set(SETS_AN_HOUR) == kinds
    for kind in kinds:
        hour, day = leg_sets([(kind, 60)]), leg_sets([(kind, 24 * 60)])
        assert set(hour) == set(MUSCLES)
        assert all(day[muscle] == pytest.approx(24 * hour[muscle]) for muscle in MUSCLES)


def test_an_easy_hour_is_about_one_set_of_calves_and_harder_running_costs_more() -> None:
    easy = leg_sets([("easy", 60)])
    assert (easy["calves"], easy["quads"], easy["hamstrings"], easy["glutes"]) == (1, 0.5, 0.5, 0.5)
    for harder in ("long", "tempo", "vo2", "hills"):
        assert all(leg_sets([(harder, 60)])[muscle] > easy[muscle] for muscle in MUSCLES)
    assert max(leg_sets([("hills", 60)]).items(), key=lambda each: each[1])[0] == "calves"
    assert leg_sets([("hills", 60)])["glutes"] > leg_sets([("vo2", 60)])["glutes"]
    assert leg_sets([("", 60)]) == leg_sets([("from a watch", 60)]) == easy


def test_what_running_costs_stands_in_the_definition() -> None:
    stated = definitions()["strength.muscle"].caveat
    assert "calves, quads, hamstrings, glutes, tibialis" in stated
    assert "easy 1, 0.5, 0.5, 0.5, 0.25" in stated
    assert "hills 3, 2, 1.5, 2.5, 0.5" in stated


# --- maxima ---------------------------------------------------------------------------------------


def test_the_highest_estimate_of_a_week_counts_wherever_it_stands() -> None:
    sets = [done("back_squat", 1, heaviest_kg=kg) for kg in (90.0, 120.0, 100.0)]
    for order in (sets, sets[::-1]):
        best = maxima(order, lambda _: None)["back_squat"]
        assert isinstance(best, Maximum)
        assert best.kg == 120


# --- muscles -----------------------------------------------------------------------------------


def test_sets_are_counted_by_hand() -> None:
    sets = [
        done("back_squat", 3),
        done("back_squat", 2, hard=False),
        done("back_squat", 1, hard=False, kind=SetKind.WARMUP),
        done("push_up", 2, hard=None),
        done("own:1", 4),
    ]
    runs = [RunPart(THIS, Kind.RUN, "easy", 60), RunPart(THIS, Kind.HYBRID, "HX", 30)]
    found = muscle_sets(sets, runs, catalogue())
    assert found["quads"] == MuscleSets(hard=3, from_running=0.5 + 0.5)
    assert found["hamstrings"].hard == 1.5
    assert found["chest"] == MuscleSets(unrated=2)
    assert uncounted(sets, catalogue()) == 4


def test_a_warm_up_is_no_hard_set_whether_anything_was_asked_or_not() -> None:
    warm = [done("back_squat", 3, hard=hard, kind=SetKind.WARMUP) for hard in (None, True)]
    assert muscle_sets(warm, [], catalogue()) == {}


def told(*sets: LikeSets, weeks: int = 4, began: date = TODAY - timedelta(days=16)) -> LiftingPage:
    """Return the page of so many weeks; the log began on the Monday two weeks ago."""
    by_week: dict[Week, list[LikeSets]] = {}
    for each in sets:
        by_week.setdefault(THIS if not isinstance(each.period, Week) else each.period, []).append(each)
    log = LiftingLog(
        periods=span(By.WEEK, weeks, TODAY), by=By.WEEK, today=TODAY, began=began, athlete=Athlete(),
        exercises=catalogue(), done=by_week, runs={}, gaps={}, focus=(), records=(),
    )  # fmt: skip
    return page(log, lambda _: None)


def test_weeks_before_the_log_began_are_unknown_and_do_not_lower_what_is_usual() -> None:
    found = told(done("back_squat", 4, week=THIS.plus(-1)), done("back_squat", 1))
    quads = next(muscle for muscle in found.muscles if muscle.name == "quads")
    assert [each and each.hard for each in quads.sets] == [None, 0, 4, 1]
    assert quads.usual == MuscleSets(hard=2)
    assert found.tonnage_kg == (None, 0, 2000, 500)


def test_in_the_first_week_nothing_is_usual_yet() -> None:
    found = told(done("back_squat", 4), began=TODAY)
    assert [muscle.usual for muscle in found.muscles] == [None] * len(found.muscles)


# --- shares ------------------------------------------------------------------------------------


def test_working_sets_share_out_hard_or_not() -> None:
    found = shares(
        [
            done("bench_press", 4),
            done("overhead_press", 2, hard=False),
            done("barbell_row", 3, hard=None),
            done("split_squat", 2),
            done("back_squat", 2),
            done("plank", 3, reps=None),
            done("back_squat", 5, kind=SetKind.WARMUP),
        ],
        catalogue(),
    )
    assert (found.push, found.pull, found.squat, found.sets) == (6, 3, 2, 16)
    assert (found.single_leg_share, found.core_share) == (0.5, 3 / 16)
    assert shares([], catalogue()).single_leg_share is None


def test_push_and_pull_are_held_even_in_the_range_of_r18() -> None:
    assert push_pull_limits(frozenset({"pullup_bar"})) == PUSH_PULL == (0.75, 1.33)
    assert push_pull_limits(frozenset({"table", "towel"})) == PUSH_PULL_WITHOUT == (0.5, 2.0)
    assert even(8, 6, PUSH_PULL)
    assert not even(9, 6, PUSH_PULL)


# --- sides -------------------------------------------------------------------------------------


def side(session: int, which: Side, reps: int, kg: float | None = None) -> SideBest:
    kg_reps = None if kg is None else kg * reps
    return SideBest(str(session), TODAY + timedelta(days=session), "split_squat", which, kg_reps, reps, None)


def pair(session: int, left: int, right: int) -> tuple[SideBest, SideBest]:
    return side(session, Side.LEFT, left), side(session, Side.RIGHT, right)


def test_a_gap_is_told_by_load_and_reps_where_both_have_a_load_else_by_reps() -> None:
    (gap,) = gaps([side(1, Side.LEFT, 8, 20), side(1, Side.RIGHT, 10, 20)])["split_squat"]
    assert (gap.gap, gap.weaker, gap.unit) == (pytest.approx(0.2), Side.LEFT, "kg × reps")
    (gap,) = gaps([side(1, Side.LEFT, 8, 20), side(1, Side.RIGHT, 8)])["split_squat"]
    assert (gap.gap, gap.weaker, gap.unit) == (0, None, "reps")
    assert gaps([side(1, Side.LEFT, 8)]) == {}


@pytest.mark.parametrize(
    ("sessions", "hint"),
    [
        ([(17, 20)] * 3, Side.LEFT),
        ([(17, 20)] * 2, None),
        ([(17, 20), (18, 20), (17, 20), (17, 20)], None),
        ([(20, 20), (20, 17), (20, 17), (20, 10)], Side.RIGHT),
        ([(17, 20), (20, 17), (17, 20)], None),
    ],
)
def test_a_gap_is_worth_a_hint_from_fifteen_percent_in_three_sessions_running(
    sessions: list[tuple[int, int]], hint: Side | None
) -> None:
    past = gaps([each for number, sides in enumerate(sessions) for each in pair(number, *sides)])["split_squat"]
    assert lasting_gap(past) is hint


# --- records -----------------------------------------------------------------------------------


def lifted(kg: float | None, reps: int, exercise: str = "back_squat") -> Lifted:
    return Lifted(exercise, False, kg, "kg" if kg else None, kg, None, reps, SetKind.WORKING, None)


def test_a_record_that_no_counted_session_holds_is_passed_over() -> None:
    days = {lifted(100, 5): TODAY, lifted(100, 3): TODAY - timedelta(days=9), lifted(60, 12): TODAY}
    found = records([lifted(140, 5), *days], lambda _: None, lambda asked: {e: days[e] for e in asked if e in days})
    assert {record.best: (record.lifted.kg, record.lifted.reps, record.day) for record in found} == {
        Best.HEAVIEST: (100, 3, TODAY - timedelta(days=9)),
        Best.MAXIMUM: (100, 5, TODAY),
        Best.REPS: (60, 12, TODAY),
    }
    assert [record.day for record in found] == sorted((record.day for record in found), reverse=True)


def test_an_exercise_without_a_load_has_a_record_of_reps_only() -> None:
    found = records([lifted(None, 20, "push_up")], lambda _: None, lambda asked: dict.fromkeys(asked, TODAY))
    assert [record.best for record in found] == [Best.REPS]


def test_an_exercise_that_is_gone_from_the_library_is_known_by_its_id() -> None:
    found = told(done("own:gone", 3))
    assert found.lifts[0].exercise == Exercise(id="own:gone", name="own:gone", pattern="other")
