"""Why a week or a workout is as it is: every number in a reason is the plan's own."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from hybridtui.domain.athlete import Athlete, Race
from hybridtui.domain.calendar import Week
from hybridtui.domain.plan.explaining import MOVED, why_step, why_week, why_workout
from hybridtui.domain.workout import (
    Breach,
    Correction,
    Kind,
    Phase,
    Plan,
    PlannedWeek,
    Relaxed,
    Step,
    StepKind,
    Why,
    Workout,
)

FIRST = Week.of(date(2026, 3, 2))


def week(number: int, run: int, strength: int = 60, *, deload: bool = False, phase: Phase = Phase.BASE) -> PlannedWeek:
    here = FIRST.plus(number - 1)
    workouts = (
        Workout(id=f"r{number}", day=here.monday, kind=Kind.RUN, subtype="easy", title="Easy run", minutes=run,
                run_minutes=run, strength_minutes=0, steps=()),
        Workout(id=f"s{number}", day=here.days[2], kind=Kind.STRENGTH, subtype="SF", title="Full body",
                minutes=strength, run_minutes=0, strength_minutes=strength, steps=(), why=(Why("R31", "legs"),)),
    )  # fmt: skip
    return PlannedWeek(number=number, week=here, phase=phase, deload=deload, workouts=workouts)


PLAN = Plan(
    id="p",
    engine="1",
    athlete=Athlete(run_minutes=150, balance=0.70),
    start=FIRST.monday,
    weeks=(week(1, 140), week(2, 155), week(3, 105, deload=True), week(4, 170)),
)


def told(plan: Plan, number: int) -> dict[str, str]:
    return {why.rule: why.text for why in why_week(plan, plan.weeks[number - 1])}


def test_the_first_week_begins_at_what_the_athlete_told():
    assert told(PLAN, 1)["C.6"] == "Running begins with 140 min: you told of 150 min a week."


def test_a_later_week_is_measured_against_the_last_full_one():
    assert "155 min after 140 min in week 10" in told(PLAN, 2)["C.6"]
    assert "170 min after 155 min in week 11" in told(PLAN, 4)["C.6"]


def test_a_lighter_week_says_that_it_is_meant():
    assert "Lighter on purpose" in told(PLAN, 3)["B.6"]
    assert "B.6" not in told(PLAN, 2)
    assert "C.6" not in told(PLAN, 3)


def test_the_balance_of_the_week_stands_beside_the_one_asked_for():
    assert "60 min of strength beside 140 min of running is 70/30; you asked for 70/30" in told(PLAN, 1)["R2"]


def test_the_phase_says_how_far_the_race_is():
    race = replace(PLAN, athlete=replace(PLAN.athlete, race=Race(21097.5, FIRST.plus(3).days[6])))
    assert told(race, 1)["C.9"].endswith("The race is in 3 weeks.")
    assert told(race, 3)["C.9"].endswith("The race is in 1 week.")
    assert told(race, 4)["C.9"].endswith("The race is this week.")
    assert "race is" not in told(PLAN, 1)["C.9"]


def test_what_was_bent_or_corrected_is_told_in_its_weeks():
    bent = (Relaxed("R20", "one kind of run", (2,)),)
    again = (Correction(week=3, base=100, why=Why("C.6.6", "You were away for two weeks.")),)
    plan = replace(PLAN, relaxed=bent, corrections=again)
    assert told(plan, 2)["R20"] == "Bent: one kind of run"
    assert "R20" not in told(plan, 1)
    assert told(plan, 3)["C.6.6"] == "You were away for two weeks."
    assert "C.6.6" not in told(plan, 2)


def test_a_moved_workout_tells_where_it_came_from_why_and_what_it_breaks():
    run = replace(PLAN.weeks[0].workouts[0], moved_from=FIRST.days[3], because="My sister's wedding")
    plan = replace(PLAN, breaches=(Breach("R4", run.day, "long run after legs", True),))
    reasons = why_workout(plan, run)
    assert reasons[0] == Why(MOVED, "You moved it here from Thursday 5 March.")
    assert Why(MOVED, "Your reason: My sister's wedding") in reasons
    assert Why("R4", "Broken by the move: long run after legs") in reasons


def test_a_reason_of_several_steps_is_told_once():
    once = Why("R17", "a squat a week")
    step = Step(kind=StepKind.SET, title="Squat", why=(once,))
    workout = replace(PLAN.weeks[0].workouts[1], steps=(step, step))
    assert why_workout(PLAN, workout) == (Why("R31", "legs"), once)


def test_a_step_says_how_its_zone_feels_and_is_never_without_a_reason():
    tempo = Step(kind=StepKind.INTERVAL, title="Tempo", zone="T", why=(Why("C.7", "20 min at T"),))
    assert [why.rule for why in why_step(tempo)] == ["C.7", "C.2"]
    assert "threshold" in why_step(tempo)[1].text
    assert why_step(Step(kind=StepKind.WARMUP, title="Walk"))
