"""The checker: it passes what the engine drafts, and rejects n1-n12 of science.md F.5 by their rules."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

import pytest

from hybridtui.domain.athlete import Level, Limit
from hybridtui.domain.plan import check
from hybridtui.domain.workout import Kind, Plan, Step, StepKind, Workout
from tests.domain.plan.builders import MONDAY, P1, P2, P3, PERSONAS, find, plan, with_week

DRAFTED = {name: plan(athlete) for name, athlete in PERSONAS.items()}


def on(day: int, workout: Workout, week: int = 1) -> Workout:
    """Return a workout moved to a weekday (0 is Monday) of a week."""
    return replace(workout, day=MONDAY + timedelta(days=7 * (week - 1) + day))


def moved(drafted: Plan, week: int, **days: int) -> Plan:
    """Return the plan with workouts of a week, named by subtype, on other days."""
    kept = [w for w in drafted.weeks[week - 1].workouts if w.subtype not in days]
    shifted = [on(day, find(drafted, week, subtype), week) for subtype, day in days.items()]
    return with_week(drafted, week, *kept, *shifted)


def rules(drafted: Plan) -> set[str]:
    return {breach.rule for breach in check(drafted) if breach.hard}


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


def edited(drafted: Plan, subtype: str, change: Callable[[tuple[Step, ...]], tuple[Step, ...]]) -> Plan:
    old = find(drafted, 1, subtype)
    others = [w for w in drafted.weeks[0].workouts if w is not old]
    return with_week(drafted, 1, *others, replace(old, steps=change(old.steps)))


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
    assert rule in rules(broken())


@pytest.mark.parametrize("name", PERSONAS)
def test_what_the_engine_drafts_is_clean(name: str) -> None:
    assert {breach.rule for breach in check(DRAFTED[name]) if breach.hard} <= {"R17"}


def test_a_breach_names_its_day_and_says_a_sentence() -> None:
    breach = next(b for b in check(n5()) if b.rule == "R11")
    assert breach.day == date(2026, 3, 9)
    assert breach.text.startswith("Full-body strength and Run/walk week 2 on Mon: ")


def test_r1_a_week_needs_both_sports() -> None:
    drafted = DRAFTED["P2"]
    runs = [w for w in drafted.weeks[0].workouts if w.kind is Kind.RUN]
    assert "R1" in rules(with_week(drafted, 1, *runs))


def test_r6_a_beginner_rests_after_leg_heavy_work() -> None:
    drafted = DRAFTED["P2"]
    beginner = replace(drafted, athlete=replace(P2, level=Level.BEGINNER))
    assert "R6" in rules(beginner)
    assert "R6" not in rules(drafted)


def test_r7_four_strength_sessions_are_too_many_for_a_runner() -> None:
    drafted = DRAFTED["P2"]
    upper = find(drafted, 1, "SU")
    assert "R7" in rules(with_week(drafted, 1, *drafted.weeks[0].workouts, *(on(day, upper) for day in (1, 3))))


def test_r14_steps_that_do_not_fill_their_minutes() -> None:
    assert "R14" in rules(edited(DRAFTED["P1"], "SF", lambda steps: (*steps[:7], *steps[-3:])))


def test_r15_and_r26_equipment_and_limits() -> None:
    drafted = DRAFTED["P2"]
    assert "R15" in rules(replace(drafted, athlete=replace(P2, equipment=frozenset())))
    assert "R26" in rules(replace(drafted, athlete=replace(P2, limits=frozenset({Limit.SHOULDER}))))


def test_r17_a_week_without_a_movement() -> None:
    drafted = DRAFTED["P2"]
    without = [w for w in drafted.weeks[0].workouts if w.subtype != "SU"]
    assert "R17" in rules(with_week(drafted, 1, *without, find(drafted, 1, "SF")))


def test_r13_one_circuit_a_week_for_beginners() -> None:
    drafted = DRAFTED["P1"]
    circuit = find(drafted, 1, "circuit")
    assert "R13" in rules(with_week(drafted, 1, *drafted.weeks[0].workouts, on(6, circuit)))


def test_h1_days_and_minutes_that_are_not_there() -> None:
    drafted = plan(P1)
    assert "H1" in rules(moved(drafted, 1, runwalk=1))
    assert "H1" in rules(replace(drafted, athlete=replace(P1, minutes=(20,) * 7)))


def test_h7_two_runs_on_a_day_and_legs_right_after_speed() -> None:
    drafted = DRAFTED["P5"]
    assert "H7" in rules(moved(drafted, 1, long=3))
    together = [replace(w, slot="am") for w in drafted.weeks[0].workouts]
    assert "H7" in rules(with_week(drafted, 1, *together))
