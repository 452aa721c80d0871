"""The target of the day follows from the log, and says why (science B.4, R22, R28, R39)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hybridtui.domain.double_progression import BIG_STEP, WIDENINGS, WIDER_BY
from hybridtui.domain.exercises import catalogue
from hybridtui.domain.history import Exposure
from hybridtui.domain.plates import loadable_above, loadable_below
from hybridtui.domain.progression import Target, next_target
from hybridtui.domain.session import LoggedSet, SetKind, Side
from hybridtui.domain.units import Load, WeightUnit
from hybridtui.domain.workout import Step, StepKind

KG, LB = WeightUnit.KG, WeightUnit.LB
MONDAY = date(2026, 1, 5)


def a_set(n: int, load: float | None, reps: int | None, unit: WeightUnit = KG, **more: object) -> LoggedSet:
    weight = None if load is None else Load(load, unit)
    return LoggedSet(id=f"s{n}", position=n, exercise="x", load=weight, reps=reps, **more)  # type: ignore[arg-type]


def session(
    day: int,
    load: float | None,
    *reps: int,
    unit: WeightUnit = KG,
    rpe: float | None = None,
    asked: tuple[int, int] | None = (6, 8),
    asked_sets: int | None = 3,
    asked_load: float | None = None,
    asked_rpe: float | None = None,
) -> Exposure:
    """Return what was done on a day counted from a Monday, and what had been asked."""
    return Exposure(
        session_id=f"e{day}",
        local_date=MONDAY + timedelta(days=day),
        sets=tuple(a_set(n, load, r, unit, rpe=rpe) for n, r in enumerate(reps)),
        target_reps=asked[0] if asked else None,
        target_reps_max=asked[1] if asked else None,
        target_sets=asked_sets if asked else None,
        target_load_kg=asked_load,
        target_rpe=asked_rpe,
    )


def target(
    *past: Exposure,
    exercise: str = "back_squat",
    lo: int = 6,
    hi: int = 8,
    sets: int = 3,
    rpe: float | None = None,
    load: Load | None = None,
    unit: WeightUnit = KG,
    day: int | None = None,
    lighter: bool = False,
) -> Target:
    step = Step(kind=StepKind.SET, title="", exercise=exercise, sets=sets, reps=lo, reps_max=hi, rpe=rpe, load=load)
    on = MONDAY + timedelta(days=day) if day is not None else None
    return next_target(step, catalogue()[exercise], past, unit, day=on, lighter=lighter)


def asks(found: Target) -> tuple[float | None, tuple[int, ...]]:
    return (found.load.value if found.load else None), found.reps


# --- double progression -----------------------------------------------------------------------


def test_all_at_the_top_earn_a_step_and_begin_at_the_bottom() -> None:
    assert asks(target(session(0, 60, 8, 8, 8))) == (62.5, (6, 6, 6))


def test_otherwise_the_first_set_below_the_top_gets_one_rep_more() -> None:
    assert asks(target(session(0, 60, 8, 7, 7))) == (60, (8, 8, 7))


def test_sets_below_the_range_come_up_to_it_first() -> None:
    assert asks(target(session(0, 60, 6, 5, 4))) == (60, (6, 6, 6))


@pytest.mark.parametrize(("rpe", "load"), [(None, 62.5), (7, 62.5), (8, 62.5), (8.5, 60), (10, 60)])
def test_the_load_goes_up_only_if_the_last_set_was_not_too_hard(rpe: float | None, load: float) -> None:
    assert target(session(0, 60, 8, 8, 8, rpe=rpe)).load == Load(load)


def test_one_set_of_three_earns_nothing() -> None:
    assert asks(target(session(0, 60, 8))) == (60, (8, 6, 6))


def test_more_than_was_asked_earns_one_step_only() -> None:
    assert target(session(0, 60, 12, 12, 12)).load == Load(62.5)


def test_warm_ups_and_drop_sets_do_not_count() -> None:
    done = session(0, 60, 8, 8, 8)
    around = (a_set(-1, 40, 3, kind=SetKind.WARMUP), *done.sets, a_set(9, 30, 2, kind=SetKind.DROP))
    assert asks(target(replace(done, sets=around))) == (62.5, (6, 6, 6))


def test_a_failed_set_counts_as_missed() -> None:
    assert asks(target(session(0, 60, 8, 8, 0))) == (60, (8, 8, 6))


def test_fixed_reps_are_a_range_of_one() -> None:
    assert asks(target(session(0, 100, 5, 5, 5, asked=(5, 5)), lo=5, hi=5)) == (102.5, (5, 5, 5))


def test_left_and_right_make_one_set_and_the_weaker_decides() -> None:
    pairs = [(8, 8), (8, 7), (8, 8)]
    sides = [
        a_set(2 * n + i, 16, reps, side=side)
        for n, pair in enumerate(pairs)
        for i, (side, reps) in enumerate(zip((Side.LEFT, Side.RIGHT), pair, strict=True))
    ]
    found = target(replace(session(0, 16), sets=tuple(sides)), exercise="db_row")
    assert asks(found) == (15 + 1, (8, 8, 8))


# --- stall ------------------------------------------------------------------------------------


def test_three_sessions_below_the_range_take_a_tenth_off() -> None:
    past = [session(n, 60, 6, 5, 5) for n in (0, 3, 6)]
    assert [target(*past[:n]).load for n in (1, 2, 3)] == [Load(60), Load(60), Load(52.5)]
    assert "three sessions in a row: 52.5 kg" in target(*past[:1]).miss
    assert "third time in a row: 52.5 kg" in target(*past[:2]).miss


def test_a_good_session_between_starts_the_count_afresh() -> None:
    bad, good = (6, 5, 5), (7, 6, 6)
    past = [session(n, 60, *reps) for n, reps in enumerate([bad, bad, good, bad, bad])]
    assert target(*past).load == Load(60)


def test_after_easing_the_count_starts_afresh() -> None:
    past = [session(n, 60, 5, 5, 5) for n in range(3)] + [session(n, 52.5, 5, 5, 5) for n in range(3, 5)]
    assert target(*past).load == Load(52.5)
    assert target(*past, session(5, 52.5, 5, 5, 5)).load == Load(45)


def test_taking_weight_off_within_a_session_is_a_miss() -> None:
    dropped = [replace(session(n, 60), sets=(a_set(0, 60, 8), a_set(1, 50, 8), a_set(2, 50, 8))) for n in range(3)]
    past = [session(-3, 60, 7, 7, 7), *dropped]
    assert [target(*past[:n]).load for n in (2, 3, 4)] == [Load(60), Load(60), Load(52.5)]


# --- lighter and heavier sessions -------------------------------------------------------------


def test_a_lighter_session_never_earns_an_increase() -> None:
    assert target(session(0, 60, 7, 7, 7), session(3, 50, 8, 8, 8)).load == Load(60)


def test_the_first_session_earns_nothing_below_the_load_it_was_asked_for() -> None:
    assert asks(target(session(0, 50, 8, 8, 8, asked_load=60))) == (50, (8, 8, 8))
    assert asks(target(session(0, 60, 8, 8, 8, asked_load=60))) == (62.5, (6, 6, 6))


def test_a_heavier_session_is_where_to_go_on_from() -> None:
    assert asks(target(session(0, 60, 7, 7, 7), session(3, 70, 6, 6, 6))) == (70, (7, 6, 6))


def test_a_session_that_was_asked_lighter_costs_nothing_however_often() -> None:
    light = [session(n, 52.5, 6, 6, 6, asked_load=52.5) for n in (3, 6, 9, 12)]
    assert target(session(0, 60, 7, 7, 7), *light).load == Load(60)


def test_an_easy_session_that_was_asked_for_costs_and_earns_nothing() -> None:
    usual, easy = session(0, None, 11, 11, 10, asked=(8, 12)), session(3, None, 8, 8, asked=(8, 12), asked_rpe=6)
    assert target(usual, easy, exercise="push_up", lo=8, hi=12, rpe=7).reps == (12, 11, 10)


def test_lighter_twice_is_where_to_go_on_from() -> None:
    past = [session(0, 60, 7, 7, 7), session(3, 50, 8, 8, 8), session(6, 50, 8, 8, 8)]
    assert asks(target(*past)) == (50, (8, 8, 8))
    assert target(*past, session(9, 50, 8, 8, 8)).load == Load(52.5)


def test_lighter_after_a_long_break_is_where_to_go_on_from() -> None:
    assert target(session(0, 100, 7, 7, 7), session(60, 70, 7, 7, 7)).load == Load(70)


# --- big steps --------------------------------------------------------------------------------


def test_a_big_step_waits_until_the_range_has_grown_twice() -> None:
    curls = {"exercise": "db_curl", "lo": 8, "hi": 12}
    past = [session(n, 8, *(reps,) * 3, asked=(8, 12)) for n, reps in enumerate([12, 14, 16])]
    assert asks(target(*past[:1], **curls)) == (8, (13, 12, 12))  # type: ignore[arg-type]
    assert asks(target(*past[:2], **curls)) == (8, (15, 14, 14))  # type: ignore[arg-type]
    assert asks(target(*past, **curls)) == (9, (8, 8, 8))  # type: ignore[arg-type]


def test_a_range_that_had_grown_is_the_old_one_at_the_next_load() -> None:
    past = [session(n, 8, *(reps,) * 3, asked=(8, 12)) for n, reps in enumerate([12, 14, 16])]
    found = target(*past, session(3, 9, 12, 12, 12, asked=(8, 12)), exercise="db_curl", lo=8, hi=12)
    assert asks(found) == (9, (13, 12, 12))


# --- R22 --------------------------------------------------------------------------------------


def test_load_and_sets_do_not_grow_together() -> None:
    done = session(0, 60, 8, 8, asked_sets=2)
    assert target(done, sets=2).load == Load(62.5)
    assert asks(target(done, sets=3)) == (60, (8, 8, 6))


def test_a_step_held_back_for_sets_comes_when_they_are_done() -> None:
    assert target(session(0, 60, 8, 8, asked_sets=2), session(3, 60, 8, 8, 8)).load == Load(62.5)
    assert target(session(0, 60, 8, 8, asked_sets=2), session(3, 60, 8, 7, 6)).load == Load(60)


def test_a_lift_rises_at_most_twice_a_week() -> None:
    past = [session(n, load, 8, 8, 8) for n, load in [(-2, 55), (0, 57.5), (2, 60), (4, 62.5)]]
    assert target(*past[:3], day=4).load == Load(60)
    assert target(*past[:3], day=7).load == Load(62.5)


# --- bodyweight -------------------------------------------------------------------------------


def test_bodyweight_grows_in_reps_and_then_up_the_ladder() -> None:
    push_ups = {"exercise": "push_up", "lo": 8, "hi": 12}
    assert asks(target(session(0, None, 10, 9, 9, asked=None), **push_ups)) == (None, (11, 9, 9))  # type: ignore[arg-type]
    top = [session(n, None, 12, 12, 12, asked=None) for n in range(2)]
    assert asks(target(*top, **push_ups)) == (None, (12, 12, 12))  # type: ignore[arg-type]
    assert "once more like this, then go on to Lateral box push-up" in target(*top[:1], **push_ups).why  # type: ignore[arg-type]
    assert "twice in a row: go on to Lateral box push-up" in target(*top, **push_ups).why  # type: ignore[arg-type]


def test_a_hard_top_is_not_yet_mastered() -> None:
    top = [session(n, None, 12, 12, 12, asked=None, rpe=8) for n in range(3)]
    assert "once more" in target(*top, exercise="push_up", lo=8, hi=12).why


def test_bodyweight_that_is_too_hard_twice_points_down_the_ladder() -> None:
    past = [session(n, None, 7, 6, 5, asked=None) for n in range(3)]
    named = ["Knee push-up" in target(*past[:n], exercise="push_up", lo=8, hi=12).why for n in (1, 2, 3)]
    assert named == [False, True, True]


def test_at_the_end_of_the_ladder_slower_or_a_stronger_band_is_harder() -> None:
    done = session(0, None, 12, 12, 12, asked=None)
    assert "3 s" in target(done, exercise="pistol_squat", lo=8, hi=12).why
    assert "band" in target(done, exercise="lateral_band_walk", lo=8, hi=12).why


def test_load_on_the_body_grows_by_its_own_step() -> None:
    sets = tuple(a_set(n, 10, 8, bodyweight=True) for n in range(3))
    found = target(replace(session(0, 10), sets=sets), exercise="pull_up")
    assert asks(found) == (12.5, (6, 6, 6))
    assert found.bodyweight
    assert "bodyweight + 10 kg" in found.why


# --- first time, other ranges, lighter weeks --------------------------------------------------


def test_the_first_time_a_load_is_the_athletes_to_choose() -> None:
    found = target()
    assert asks(found) == (None, (6, 6, 6))
    assert "choose a load you could lift 4 more times" in found.why


def test_the_first_time_takes_what_the_plan_suggests() -> None:
    found = target(load=Load(40))
    assert asks(found) == (40, (6, 6, 6))
    assert "choose" not in found.why


def test_the_first_time_without_weights_asks_for_form() -> None:
    found = target(exercise="push_up", lo=8, hi=12)
    assert asks(found) == (None, (8, 8, 8))
    assert "form" in found.why
    assert "choose" not in found.why


def test_heavy_fives_do_not_become_heavy_tens() -> None:
    found = target(session(0, 100, 5, 5, 5, asked=(5, 5)), lo=10, hi=15, rpe=7)
    assert asks(found) == (75, (10, 10, 10))
    assert "5 reps at 100 kg" in found.why


def test_many_light_reps_make_a_careful_start_in_a_heavy_range() -> None:
    found = target(session(0, 40, 15, 15, 15, asked=(12, 15)))
    assert found.load == Load(42.5)


def test_an_imported_session_counts_for_the_range_its_sets_lie_in() -> None:
    assert target(session(0, 60, 8, 8, 8, asked=None)).load == Load(62.5)
    assert target(session(0, 60, 10, 10, 10, asked=None)).load == Load(62.5)


def test_heavy_and_light_days_keep_a_standing_each() -> None:
    heavy, light = session(0, 100, 5, 5, 4, asked=(3, 5)), session(3, 70, 12, 12, 12, asked=(8, 12))
    assert asks(target(heavy, light, lo=3, hi=5)) == (100, (5, 5, 5))
    assert asks(target(heavy, light, lo=8, hi=12)) == (72.5, (8, 8, 8))


def test_a_lighter_week_asks_for_nine_tenths_and_does_not_raise() -> None:
    found = target(session(0, 60, 8, 7, 7), sets=2, lighter=True)
    assert asks(found) == (52.5, (6, 6))
    assert "90 % of 60 kg" in found.why
    assert "60 kg" in found.hit


def test_what_does_not_grow_is_done_as_planned() -> None:
    swings = Step(kind=StepKind.SET, title="", exercise="leg_swing_front", sets=2, reps=10)
    found = next_target(swings, catalogue()["leg_swing_front"], [session(0, None, 10, 10)], KG)
    assert asks(found) == (None, (10, 10))
    station = Step(kind=StepKind.STATION, title="", exercise="push_up", sets=2, seconds=40)
    assert next_target(station, catalogue()["push_up"], [], KG).seconds == 40


# --- units ------------------------------------------------------------------------------------


def test_pounds_stay_pounds_and_step_as_pounds_do() -> None:
    found = target(session(0, 135, 8, 8, 8, unit=LB), unit=LB)
    assert found.load == Load(140, LB)
    assert "135 lb:" in found.why


def test_pounds_are_explained_to_who_thinks_in_kilograms() -> None:
    found = target(session(0, 135, 8, 7, 7, unit=LB), unit=KG)
    assert found.load == Load(135, LB)
    assert "135 lb (61.2 kg)" in found.why


def test_a_target_that_was_converted_is_not_taken_for_lighter() -> None:
    kg = Load(135, LB).kg
    past = [session(0, 135, 7, 7, 7, unit=LB), session(3, round(kg, 3), 8, 8, 8)]
    assert target(*past).load == loadable_above(Load(round(kg, 3)), catalogue()["back_squat"].equipment)


# --- properties -------------------------------------------------------------------------------

REPS = st.lists(st.integers(0, 14), min_size=1, max_size=5)
LOADS = st.sampled_from([20.0, 40.0, 57.5, 60.0, 62.5, 80.0])
SESSIONS = st.lists(st.tuples(LOADS, REPS, st.sampled_from([None, 7.0, 9.0]), st.booleans()), max_size=8)


def history(drawn: list[tuple[float, list[int], float | None, bool]]) -> list[Exposure]:
    return [
        session(3 * n, load, *reps, rpe=rpe, asked=(6, 8) if planned else None)
        for n, (load, reps, rpe, planned) in enumerate(drawn)
    ]


@given(SESSIONS, st.integers(0, 7), st.integers(0, 4), st.integers(0, 14))
def test_correcting_an_old_set_is_the_same_as_having_logged_it_so(
    drawn: list[tuple[float, list[int], float | None, bool]], which: int, place: int, reps: int
) -> None:
    past = history(drawn)
    if not past:
        return
    old = past[which % len(past)]
    wrong = old.sets[place % len(old.sets)]
    fixed = tuple(replace(s, reps=reps) if s is wrong else s for s in old.sets)
    corrected = [replace(e, sets=fixed) if e is old else e for e in past]
    drawn_so = [list(d) for d in drawn]
    drawn_so[which % len(past)][1] = [s.reps or 0 for s in fixed]
    assert target(*corrected) == target(*history([tuple(d) for d in drawn_so]))  # type: ignore[misc]


@given(SESSIONS)
def test_only_what_was_done_counts_not_when_or_as_what_it_was_written(
    drawn: list[tuple[float, list[int], float | None, bool]],
) -> None:
    past = history(drawn)
    rewritten = [
        replace(e, session_id="other", sets=tuple(replace(s, id=f"new{s.id}", note="x", rest_s=99) for s in e.sets))
        for e in past
    ]
    assert target(*past) == target(*rewritten)


@given(SESSIONS, st.sampled_from(["back_squat", "db_curl", "leg_press"]))
def test_whatever_was_logged_the_target_can_be_loaded_and_lies_in_the_range(
    drawn: list[tuple[float, list[int], float | None, bool]], exercise: str
) -> None:
    found = target(*history(drawn), exercise=exercise)
    assert len(found.reps) == 3
    assert all(6 <= reps <= 8 + WIDENINGS * WIDER_BY for reps in found.reps)
    assert all(text.endswith(".") and "  " not in text for text in (found.why, found.hit, found.miss))
    if found.load and found.load.value not in {load for load, *_ in drawn}:
        assert loadable_below(found.load, catalogue()[exercise].equipment, KG) == found.load


@given(SESSIONS)
def test_no_target_is_more_than_one_step_or_a_tenth_above_what_was_lifted(
    drawn: list[tuple[float, list[int], float | None, bool]],
) -> None:
    found = target(*history(drawn))
    if found.load is None:
        return
    heaviest = Load(max(load for load, *_ in drawn))
    step = loadable_above(heaviest, catalogue()["back_squat"].equipment)
    assert found.load.kg <= max(step.kg, heaviest.kg * (1 + BIG_STEP)) + 0.01


@given(st.lists(st.integers(6, 20), min_size=3, max_size=3), st.floats(20, 57.4))
def test_no_reps_at_a_lighter_load_raise_the_target(reps: list[int], lighter: float) -> None:
    aim = session(0, 60, 7, 7, 7)
    assert target(aim, session(3, lighter, *reps)).load == target(aim).load
