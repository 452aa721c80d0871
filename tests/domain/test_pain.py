"""Which exercises and runs a pain concerns, from when on, and for how long (D.6, R26, R42)."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from hybridtui.domain.athlete import Limit
from hybridtui.domain.exercises import catalogue
from hybridtui.domain.pain import (
    ALARMING,
    NAMES,
    OF_RUNNING,
    Pain,
    Part,
    active,
    comes_back,
    concerns,
    loads,
    touches,
    worst_of,
)
from hybridtui.domain.plan.limits import excluded_by
from hybridtui.domain.session import Side
from hybridtui.domain.workout import Step, StepKind

DAY = date(2026, 3, 4)
AT = datetime(2026, 3, 4, 17, tzinfo=UTC)

RUN = Step(kind=StepKind.INTERVAL, title="Easy run", seconds=1800)
JOG = Step(kind=StepKind.RECOVERY, title="Jog", seconds=90)
YOGA = Step(kind=StepKind.RECOVERY, title="Easy yoga flow", exercise="yoga_flow", seconds=1200)
WALK = Step(kind=StepKind.COOLDOWN, title="Easy walk", exercise="brisk_walk", seconds=300)


def pain(part: Part, level: int = 5, *, side: Side | None = None, days: int = 0, order: int = 0) -> Pain:
    day = DAY - timedelta(days=days)
    at = AT - timedelta(days=days) + timedelta(seconds=order)
    return Pain(id=f"{part}{side}{days}{order}", at=at, day=day, part=part, side=side, level=level)


@pytest.mark.parametrize(
    ("part", "hurt", "spared"),
    [
        (Part.FOOT, "calf_raise pogo_hop jump_rope stride", "back_squat deadlift push_up plank"),
        (Part.ANKLE, "walking_lunge box_jump high_knees", "back_squat glute_bridge pull_up"),
        (Part.SHIN, "tibialis_raise jumping_jack", "glute_bridge push_up"),
        (Part.CALF, "calf_raise jump_rope a_skip", "deadlift bench_press"),
        (Part.KNEE, "back_squat walking_lunge squat_jump leg_curl pistol_squat burpee", "deadlift glute_bridge plank"),
        (Part.THIGH_FRONT, "back_squat reverse_lunge squat_jump", "deadlift glute_bridge push_up"),
        (Part.THIGH_BACK, "deadlift nordic_curl glute_bridge", "back_squat push_up calf_raise"),
        (Part.HIP, "back_squat deadlift hip_thrust clamshell copenhagen_short leg_raise", "calf_raise push_up plank"),
        (Part.LOWER_BACK, "deadlift barbell_row back_squat superman kettlebell_swing farmer_carry", "push_up plank"),
        (Part.UPPER_BACK, "barbell_row pull_up face_pull deadlift", "split_squat push_up"),
        (Part.NECK, "overhead_press pull_up back_squat", "split_squat push_up"),
        (Part.SHOULDER, "overhead_press push_up pull_up dip side_plank", "back_squat band_row glute_bridge"),
        (Part.ELBOW, "push_up pull_up db_curl band_triceps_extension", "back_squat glute_bridge plank"),
        (Part.WRIST, "push_up front_squat ab_wheel farmer_carry", "back_squat pull_up glute_bridge"),
    ],
)
def test_what_each_part_concerns(part: Part, hurt: str, spared: str) -> None:
    known = catalogue()
    assert [name for name in hurt.split() if not loads(part, known[name])] == []
    assert [name for name in spared.split() if loads(part, known[name])] == []


def test_r26_what_a_lasting_limit_leaves_out_pain_leaves_out_too() -> None:
    pairs = (
        (Part.KNEE, Limit.KNEE),
        (Part.ANKLE, Limit.ANKLE),
        (Part.HIP, Limit.HIP),
        (Part.LOWER_BACK, Limit.BACK),
        (Part.SHOULDER, Limit.SHOULDER),
        (Part.WRIST, Limit.WRIST),
    )
    gentle = ("mobility", "stretch", "recovery", "warmup")
    for part, limit in pairs:
        for exercise in catalogue().values():
            if exercise.pattern not in gentle and excluded_by(exercise, frozenset({limit})):
                assert loads(part, exercise), (part, exercise.id)


@pytest.mark.parametrize("part", Part)
def test_runs_end_for_what_every_stride_loads(part: Part) -> None:
    assert (concerns(RUN, [pain(part)]) is not None) is (part in OF_RUNNING)
    assert touches(part, JOG) is (part in OF_RUNNING)


@pytest.mark.parametrize("part", Part)
def test_gentle_movement_and_the_walk_home_stay(part: Part) -> None:
    assert concerns(YOGA, [pain(part, 9)]) is None
    assert concerns(WALK, [pain(part, 9)]) is None


@pytest.mark.parametrize(("level", "ends"), [(0, False), (1, False), (3, False), (4, True), (10, True)])
def test_d6_from_four_on_the_exercise_ends(level: int, ends: bool) -> None:
    assert (concerns(catalogue()["back_squat"], [pain(Part.KNEE, level)]) is not None) is ends


def test_the_worst_of_several_is_named() -> None:
    knee, hip = pain(Part.KNEE, 4), pain(Part.HIP, 6)
    assert concerns(catalogue()["back_squat"], [knee, hip]) is hip


@pytest.mark.parametrize(
    ("part", "level", "alarms"),
    [
        (Part.CHEST, 1, True),
        (Part.HEAD, 1, True),
        (Part.CHEST, 0, False),
        (Part.KNEE, 6, False),
        (Part.KNEE, 7, True),
        (Part.CALF, 9, False),
    ],
)
def test_r42_what_the_stop_text_is_for(part: Part, level: int, alarms: bool) -> None:
    assert pain(part, level).alarms is alarms


def test_chest_and_head_swap_nothing() -> None:
    assert not [e for e in catalogue().values() for part in ALARMING if loads(part, e)]


class TestActive:
    @pytest.mark.parametrize(("days", "acts"), [(0, True), (6, True), (7, False), (14, False), (-1, False)])
    def test_for_a_week_and_never_before(self, days: int, acts: bool) -> None:
        assert bool(active([pain(Part.KNEE, days=days)], DAY)) is acts

    def test_the_newest_of_a_place_counts_whatever_the_order_they_come_in(self) -> None:
        old, new = pain(Part.KNEE, 6, days=2), pain(Part.KNEE, 2)
        assert active([new, old], DAY) == (new,)

    def test_gone_ends_it_and_both_sides_end_either(self) -> None:
        left, right = pain(Part.KNEE, side=Side.LEFT), pain(Part.KNEE, side=Side.RIGHT)
        assert active([left, right], DAY) == (left, right)
        assert active([left, right, pain(Part.KNEE, 0, side=Side.LEFT, order=1)], DAY) == (right,)
        assert active([left, right, pain(Part.KNEE, 0, order=1)], DAY) == ()

    def test_another_part_is_another_pain(self) -> None:
        assert len(active([pain(Part.KNEE), pain(Part.HIP, order=1)], DAY)) == 2

    def test_what_a_check_in_says_is_the_worst_of_its_own_day(self) -> None:
        told = [pain(Part.KNEE, 3), pain(Part.HIP, 6, order=1), pain(Part.FOOT, 9, days=1)]
        assert worst_of(told, DAY) == 6
        assert worst_of([pain(Part.KNEE, days=1)], DAY) is None


def test_r38_a_second_day_of_the_last_four_weeks_comes_back() -> None:
    assert comes_back([pain(Part.KNEE, 2, days=27), pain(Part.KNEE)], Part.KNEE, DAY)
    assert not comes_back([pain(Part.KNEE, 2, days=28), pain(Part.KNEE)], Part.KNEE, DAY)
    assert not comes_back([pain(Part.KNEE), pain(Part.KNEE, order=1)], Part.KNEE, DAY)
    assert not comes_back([pain(Part.HIP, days=3), pain(Part.KNEE)], Part.KNEE, DAY)


def test_every_part_has_a_name_with_its_side_first() -> None:
    assert set(NAMES) == set(Part)
    assert pain(Part.KNEE, side=Side.LEFT).name == "Left knee"
    assert pain(Part.LOWER_BACK).name == "Lower back"
