"""The checker: it passes what the engine drafts, and rejects n1-n12 of science.md F.5 by their rules."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from hybridtui.domain.plan.check import check
from hybridtui.domain.workout import Kind, Plan, Step, StepKind
from tests.domain.plan.builders import P1, P2, P3, PERSONAS, find, plan, with_week
from tests.domain.plan.mutations import edited, hard, made, moved, on

DRAFTED = {name: plan(athlete) for name, athlete in PERSONAS.items()}


def n1() -> Plan:
    """P2 with the leg-heavy session on Saturday, before the long run."""
    return moved(DRAFTED["P2"], 1, SF=5)


def n2() -> Plan:
    """P3 with lower strength on Monday and full-body strength on Tuesday."""
    return moved(DRAFTED["P3"], 1, SL=0, SF=1)


def n3() -> Plan:
    """P2 with something to do on all seven days."""
    drafted = DRAFTED["P2"]
    easy = find(drafted, 1, "easy")
    week = drafted.weeks[0].workouts
    return with_week(drafted, 1, *week, on(0, easy), on(4, easy))


def n4() -> Plan:
    """P2 with the quality run on the day before the long run."""
    return moved(DRAFTED["P2"], 1, tempo=5)


def n5() -> Plan:
    """P1 with run/walk and strength on one day in week 2."""
    return moved(DRAFTED["P1"], 2, runwalk=0)


def n6() -> Plan:
    """P2 with 75 minutes where 60 was the longest of the last 30 days."""
    drafted = plan(replace(P2, longest_run=60))
    week = [replace(w, run_minutes=75, minutes=75) if w.long else w for w in drafted.weeks[0].workouts]
    return with_week(drafted, 1, *week)


def n7() -> Plan:
    """P1 with a session without cool-down."""
    return edited(DRAFTED["P1"], "SF", lambda steps: tuple(s for s in steps if s.kind is not StepKind.COOLDOWN))


def n8() -> Plan:
    """P1 with core work before the squat."""

    def core_first(steps: tuple[Step, ...]) -> tuple[Step, ...]:
        first = next(i for i, s in enumerate(steps) if s.kind is StepKind.SET)
        core = next(i for i, s in enumerate(steps) if s.exercise == "dead_bug" or s.exercise == "bird_dog")
        return (*steps[:first], steps[core], *steps[first:core], *steps[core + 1 :])

    return edited(DRAFTED["P1"], "SF", core_first)


def n9() -> Plan:
    """P1 with a barbell squat in a beginner's first week."""

    def barbell(steps: tuple[Step, ...]) -> tuple[Step, ...]:
        return tuple(replace(s, exercise="back_squat") if s.exercise == "bodyweight_squat" else s for s in steps)

    return edited(DRAFTED["P1"], "SF", barbell)


def n10() -> Plan:
    """240 minutes of running against 30 of strength where half and half was asked for."""
    drafted = plan(replace(P3, balance=0.5))
    strength = replace(find(drafted, 1, "SF"), strength_minutes=30, minutes=30)
    run = find(drafted, 1, "easy")
    return with_week(drafted, 1, on(0, strength), *(on(day, replace(run, run_minutes=120)) for day in (2, 5)))


def n11() -> Plan:
    """Leg-heavy on Sunday, a long run on the Monday after."""
    drafted = moved(DRAFTED["P2"], 1, SF=6, long=1)
    return moved(drafted, 2, long=0)


def n12() -> Plan:
    """A quality run on Wednesday after leg-heavy on Tuesday."""
    return moved(DRAFTED["P2"], 1, SF=1, tempo=2)


@pytest.mark.parametrize(
    ("broken", "rule"),
    [
        (n1, "R4"),
        (n2, "R5"),
        (n3, "R3"),
        (n4, "R23"),
        (n5, "R11"),
        (n6, "C.6.4"),
        (n7, "R21"),
        (n8, "R16"),
        (n9, "R8"),
        (n10, "R2"),
        (n11, "R4"),
        (n12, "H4"),
    ],
)
def test_a_broken_plan_is_rejected_by_the_rule(broken: Callable[[], Plan], rule: str) -> None:
    assert rule in hard(broken())


@pytest.mark.parametrize("name", PERSONAS)
def test_what_the_engine_drafts_is_clean(name: str) -> None:
    assert {breach.rule for breach in check(DRAFTED[name]) if breach.hard} <= {"R17"}


def test_c_6_4_a_run_is_as_long_as_its_minutes_say() -> None:
    week = [replace(w, minutes=90) if w.long else w for w in DRAFTED["P2"].weeks[0].workouts]
    assert "C.6.4" in hard(with_week(DRAFTED["P2"], 1, *week))


def test_r5_r6_sessions_without_steps_work_what_their_templates_do() -> None:
    drafted = DRAFTED["P3"]
    lower = made(0, Kind.STRENGTH, "SL", 60, leg_heavy=True)
    full, upper, core = (made(1, Kind.STRENGTH, subtype, 60) for subtype in ("SF", "SU", "SC"))
    assert {"R5", "R6"} <= hard(with_week(drafted, 1, lower, full))
    for other in (upper, core):
        assert not {"R5", "R6"} & hard(with_week(drafted, 1, lower, other))
    assert "R5" in hard(with_week(drafted, 1, full, on(2, upper)))


def test_a_breach_names_its_day_and_says_a_sentence() -> None:
    breach = next(b for b in check(n5()) if b.rule == "R11")
    assert breach.day == date(2026, 3, 9)
    assert breach.text.startswith("Full-body strength and Run/walk week 2 on Mon: ")


def test_h1_days_and_minutes_that_are_not_there() -> None:
    drafted = plan(P1)
    assert "H1" in hard(moved(drafted, 1, runwalk=1))
    assert "H1" in hard(replace(drafted, athlete=replace(P1, minutes=(20,) * 7)))


def test_h7_two_runs_on_a_day_and_legs_right_after_speed() -> None:
    drafted = DRAFTED["P5"]
    assert "H7" in hard(moved(drafted, 1, long=3))
    together = [replace(w, slot="am") for w in drafted.weeks[0].workouts]
    assert "H7" in hard(with_week(drafted, 1, *together))
