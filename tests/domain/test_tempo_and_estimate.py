"""Tempo notation and how long steps and sessions take (science B.3, B.7)."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hybridtui.domain.athlete import Level
from hybridtui.domain.estimate import session_minutes, session_seconds, set_seconds, step_seconds
from hybridtui.domain.exercises import catalogue
from hybridtui.domain.plan.aims import Stage
from hybridtui.domain.plan.prescription import prescribe
from hybridtui.domain.problems import Problem
from hybridtui.domain.tempo import Aim, Tempo, default_tempo
from hybridtui.domain.workout import Form, Step, StepKind

SQUAT = Step(kind=StepKind.SET, title="Squat", sets=3, reps=10, tempo="3-1-1-0", rest_s=90)


@pytest.mark.parametrize("text", ["3-1-1-0", "2-0-X-0", "0-0-X-0", "2.5-0-1-0", "10-0-10-0"])
def test_a_tempo_reads_back_as_it_was_written(text: str) -> None:
    assert str(Tempo.parse(text)) == text


def test_small_x_and_spaces_are_understood() -> None:
    assert str(Tempo.parse(" 4-0-x-0 ")) == "4-0-X-0"


@pytest.mark.parametrize(
    "text", ["", "3110", "3-1-1", "3-1-1-0-0", "X-0-1-0", "-1-0-1-0", "0-0-0-0", "100-0-1-0", "٣-1-1-0", "x" * 10_000]
)
def test_anything_else_is_refused_in_words(text: str) -> None:
    with pytest.raises(Problem, match="tempo"):
        Tempo.parse(text)


@given(*[st.integers(0, 20)] * 4)
def test_the_phases_fill_the_repetition(lower: int, stretch: int, lift: int, top: int) -> None:
    tempo = Tempo(lower, stretch, lift, top)
    assert sum(seconds for _, seconds in tempo.phases) == tempo.seconds
    assert all(seconds > 0 for _, seconds in tempo.phases)


@pytest.mark.parametrize("aim", Aim)
def test_every_aim_has_a_tempo_that_can_be_written(aim: Aim) -> None:
    assert Tempo.parse(str(default_tempo(aim))) == default_tempo(aim)


def test_both_sides_take_twice_as_long() -> None:
    assert set_seconds(SQUAT) == 50
    assert set_seconds(replace(SQUAT, per_side=True)) == 100


def test_a_range_of_reps_counts_with_its_middle() -> None:
    assert set_seconds(replace(SQUAT, reps=8, reps_max=12)) == 50


def test_holds_count_their_seconds_and_a_set_up() -> None:
    plank = Step(kind=StepKind.HOLD, title="Plank", sets=3, seconds=30, rest_s=45)
    assert step_seconds(plank) == 3 * 30 + 2 * 45 + 20


def test_runs_and_warm_ups_need_no_set_up() -> None:
    intervals = Step(kind=StepKind.INTERVAL, title="3 min fast", sets=5, seconds=180, rest_s=120)
    assert step_seconds(intervals) == 5 * 180 + 4 * 120
    assert step_seconds(Step(kind=StepKind.WARMUP, title="Jog", seconds=300)) == 300


def test_a_distance_takes_its_pace() -> None:
    assert set_seconds(Step(kind=StepKind.INTERVAL, title="400 m", distance_m=400, pace_s_per_km=250)) == 100
    assert set_seconds(Step(kind=StepKind.INTERVAL, title="1 km", distance_m=1000)) > 300


def test_a_step_that_says_nothing_takes_no_time() -> None:
    assert step_seconds(Step(kind=StepKind.COOLDOWN, title="Breathe")) == 0


def test_a_session_is_its_steps_one_after_another() -> None:
    steps = [Step(kind=StepKind.WARMUP, title="Jog", seconds=300), SQUAT, SQUAT]
    assert session_seconds(steps) == 1000
    assert session_minutes(steps) == 17
    assert session_minutes([]) == 0


def test_an_amrap_takes_its_time_once_however_many_exercises_it_has() -> None:
    one = Step(kind=StepKind.STATION, title="A", reps=8, group=1, form=Form.AMRAP, block_s=720)
    assert session_seconds((one, replace(one, title="B"), replace(one, title="C", group=2, block_s=300))) == 1020


def test_an_emom_takes_its_starts_whatever_is_done_in_them() -> None:
    one = Step(kind=StepKind.STATION, title="A", sets=5, reps=8, group=1, form=Form.EMOM, block_s=60)
    assert set_seconds(replace(one, reps=30)) == 60
    assert session_seconds((one, replace(one, title="B", sets=4))) == 9 * 60


def test_a_superset_rests_after_its_rounds_and_only_changes_within_them() -> None:
    press = Step(kind=StepKind.SET, title="Press", sets=3, reps=10, tempo="3-1-1-0", rest_s=90, group=1)
    row = replace(press, title="Row", sets=2, rest_s=120)
    work, set_up = 5 * 50, 2 * 20
    assert session_seconds((press, row)) == work + set_up + 2 * 15 + 2 * 120
    assert session_seconds((press, replace(row, group=None))) == step_seconds(press) + step_seconds(row)


def test_stations_keep_their_own_rests() -> None:
    one = Step(kind=StepKind.STATION, title="A", sets=3, seconds=40, rest_s=20, group=1)
    assert session_seconds((one, one)) == 2 * step_seconds(one)


def test_an_exercise_that_carries_its_tempo_in_its_name_is_done_so() -> None:
    stage = Stage(level=Level.INTERMEDIATE, week=5)
    assert prescribe(catalogue()["tempo_squat"], stage).tempo == "3-1-1-0"
    assert prescribe(catalogue()["goblet_squat"], stage).tempo != "3-1-1-0"
