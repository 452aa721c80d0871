"""The order of two workouts on one day, and whether hours lie between them (E.3)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from hybridtui.domain.athlete import Athlete
from hybridtui.domain.plan.same_day import in_order
from hybridtui.domain.workout import RACE, Kind, Step, StepKind, Workout

DAY = date(2026, 3, 4)
RUN_LED, STRENGTH_LED = Athlete(balance=0.5, slots=(2,) * 7), Athlete(balance=0.45, slots=(2,) * 7)


def workout(kind: Kind, subtype: str, *exercises: str, sets: int = 3, rpe: float = 8) -> Workout:
    steps = tuple(Step(kind=StepKind.SET, title=e, exercise=e, sets=sets, reps=8, rpe=rpe) for e in exercises)
    run, strength = (0, 40) if kind is Kind.STRENGTH else (40, 0)
    return Workout(
        id=subtype, day=DAY, kind=kind, subtype=subtype, title=subtype, minutes=40, run_minutes=run,
        strength_minutes=strength, steps=steps, leg_heavy=subtype == "SL",
    )  # fmt: skip


EASY, FAST = workout(Kind.RUN, "easy"), workout(Kind.RUN, "tempo")
UPPER = workout(Kind.STRENGTH, "SU", "push_up")
LEGS = workout(Kind.STRENGTH, "SL", "back_squat", "reverse_lunge")
JUMPS = workout(Kind.STRENGTH, "SF", "box_jump", sets=1)


def order(*workouts: Workout, athlete: Athlete) -> list[tuple[str, str]]:
    return [(w.subtype, w.slot) for w in in_order(workouts, athlete)]


@pytest.mark.parametrize("strength", [UPPER, LEGS])
def test_an_easy_run_comes_first_where_running_leads(strength: Workout) -> None:
    assert order(strength, EASY, athlete=RUN_LED) == [("easy", "am"), (strength.subtype, "pm")]


@pytest.mark.parametrize("strength", [UPPER, LEGS])
def test_strength_comes_first_where_strength_leads(strength: Workout) -> None:
    assert order(EASY, strength, athlete=STRENGTH_LED) == [(strength.subtype, "am"), ("easy", "pm")]


@pytest.mark.parametrize("athlete", [RUN_LED, STRENGTH_LED])
@pytest.mark.parametrize("strength", [UPPER, LEGS])
def test_a_fast_run_comes_before_any_strength(athlete: Athlete, strength: Workout) -> None:
    assert order(strength, FAST, athlete=athlete) == [("tempo", "am"), (strength.subtype, "pm")]


def test_jumps_come_before_any_run() -> None:
    assert order(EASY, JUMPS, athlete=RUN_LED)[0] == ("SF", "am")
    assert order(FAST, JUMPS, athlete=RUN_LED)[0] == ("SF", "am")


def test_heavy_legs_with_jumps_still_come_after_a_fast_run() -> None:
    both = replace(LEGS, steps=(*JUMPS.steps, *LEGS.steps))
    assert order(both, FAST, athlete=RUN_LED) == [("tempo", "am"), ("SL", "pm")]


def test_without_a_second_slot_both_follow_at_once() -> None:
    assert order(UPPER, EASY, athlete=replace(RUN_LED, slots=(1,) * 7)) == [("easy", "am"), ("SU", "am")]


def test_what_stays_alone_has_the_morning() -> None:
    assert order(replace(UPPER, slot="pm"), athlete=RUN_LED) == [("SU", "am")]


def test_a_walk_comes_last_and_a_race_first() -> None:
    walk = replace(EASY, kind=Kind.RECOVERY, subtype="walk")
    race = replace(EASY, subtype=RACE)
    assert [subtype for subtype, _ in order(walk, UPPER, race, athlete=STRENGTH_LED)] == [RACE, "SU", "walk"]
