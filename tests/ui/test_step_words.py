"""What the list of steps and the card of a step say of sets, sides, rounds and loads."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from hybridtui.domain.calendar import Moment
from hybridtui.domain.guide import Place
from hybridtui.domain.session import LoggedSet, Session, Status
from hybridtui.domain.units import DistanceUnit, Load
from hybridtui.domain.workout import Kind, Step, StepKind
from hybridtui.ui import frames, steps, words
from hybridtui.ui.step_card import step_line

ROW = Step(kind=StepKind.SET, title="Row", exercise="barbell_row", sets=3, reps=8, rest_s=90, group=1)
PRESS = replace(ROW, title="Press", exercise="bench_press")
SWING = Step(kind=StepKind.WARMUP, title="Leg swing", seconds=15, per_side=True)
NOON = Moment.at(datetime(2026, 3, 2, 12, tzinfo=UTC), "Europe/Berlin")


def done(step: int, exercise: str, set_number: int, load: Load | None = None) -> LoggedSet:
    return LoggedSet(
        id=f"{step}-{set_number}", position=set_number, exercise=exercise, reps=8, load=load, step=step,
        set_number=set_number, logged_at=NOON.utc,
    )  # fmt: skip


def session(*sets: LoggedSet, planned: tuple[Step, ...] = (ROW, PRESS)) -> Session:
    return Session(
        id="s",
        kind=Kind.STRENGTH,
        subtype="SF",
        title="Full body",
        started=NOON,
        status=Status.OPEN,
        steps=planned,
        sets=sets,
    )


def test_what_goes_by_time_on_both_sides_says_that_it_is_for_each():
    assert words.target(SWING, 1, DistanceUnit.KM) == "15 s each side"
    assert words.target(replace(SWING, per_side=False), 1, DistanceUnit.KM) == "15 s"


def test_a_member_of_a_superset_that_waits_says_which_set_it_is_at():
    amounts = [line.amount for line in steps.followed(session(done(0, "barbell_row", 1)), DistanceUnit.KM)]
    assert amounts == ["", "2/3 × 8", "1/3 × 8"]


def test_one_round_is_one_round():
    assert frames.heading((replace(ROW, sets=1), replace(PRESS, sets=1)), 0) == "Superset · 1 round"
    assert frames.heading((ROW, PRESS), 0) == "Superset · 3 rounds"


def test_what_comes_next_is_told_with_the_load_that_was_lifted_before_where_the_plan_knows_none():
    row = done(0, "barbell_row", 1, Load(40))
    assert step_line(session(row), Place(0, 2), DistanceUnit.KM) == "set 2 of Row · 40 kg × 8"
    assert step_line(session(row), Place(1, 1), DistanceUnit.KM) == "set 1 of Press · 8 reps"
    planned = session(row, planned=(replace(ROW, load=Load(42.5)), PRESS))
    assert step_line(planned, Place(0, 2), DistanceUnit.KM) == "set 2 of Row · 42.5 kg × 8"
