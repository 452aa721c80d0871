"""A small plan by hand, so that these tests do not hang on the engine's taste."""

from __future__ import annotations

from datetime import date, timedelta

from hybridtui.domain.athlete import Athlete
from hybridtui.domain.calendar import Week
from hybridtui.domain.units import Load
from hybridtui.domain.workout import Kind, Phase, Plan, PlannedWeek, Step, StepKind, Workout

MONDAY = date(2026, 3, 2)
"""Of the week in which the tests' clock stands, on a Wednesday."""

WARM_UP = Step(kind=StepKind.WARMUP, title="Brisk walk", seconds=300)
SQUAT = Step(
    kind=StepKind.SET,
    title="Back squat",
    exercise="back_squat",
    sets=3,
    reps=6,
    reps_max=8,
    rest_s=120,
    load=Load(60),
    rpe=7,
)
PUSH_UP = Step(kind=StepKind.SET, title="Push-up", exercise="push_up", sets=2, reps=8, reps_max=12, rest_s=60)
PLANK = Step(kind=StepKind.HOLD, title="Plank", exercise="plank", sets=2, seconds=30, rest_s=45)
COOL_DOWN = Step(kind=StepKind.COOLDOWN, title="Hip stretch", seconds=60)
EASY_RUN = Step(kind=StepKind.INTERVAL, title="Easy run", seconds=1800, zone="E")


def strength(id_: str, day: date) -> Workout:
    return Workout(
        id=id_,
        day=day,
        kind=Kind.STRENGTH,
        subtype="SF",
        title="Full body",
        minutes=40,
        run_minutes=0,
        strength_minutes=40,
        steps=(WARM_UP, SQUAT, PUSH_UP, PLANK, COOL_DOWN),
    )


def run(id_: str, day: date) -> Workout:
    return Workout(
        id=id_,
        day=day,
        kind=Kind.RUN,
        subtype="easy",
        title="Easy run",
        minutes=40,
        run_minutes=40,
        strength_minutes=0,
        steps=(WARM_UP, EASY_RUN, COOL_DOWN),
    )


def week(number: int, prefix: str = "w") -> PlannedWeek:
    monday = MONDAY + timedelta(weeks=number - 1)
    return PlannedWeek(
        number=number,
        week=Week.of(monday),
        phase=Phase.BASE,
        deload=False,
        workouts=(
            run(f"{prefix}{number}-mon", monday),
            strength(f"{prefix}{number}-wed", monday + timedelta(days=2)),
            run(f"{prefix}{number}-sat", monday + timedelta(days=5)),
        ),
    )


def plan(weeks: int = 4, id_: str = "plan") -> Plan:
    return Plan(
        id=id_, engine="test", athlete=Athlete(), start=MONDAY, weeks=tuple(week(n) for n in range(1, weeks + 1))
    )
