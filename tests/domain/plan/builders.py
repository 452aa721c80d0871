"""Athletes and plans for tests."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import count

from hybridtui.domain.athlete import EQUIPMENT_PROFILES, Athlete, Goal, Level
from hybridtui.domain.calendar import Weekday
from hybridtui.domain.plan import draft
from hybridtui.domain.workout import Plan, Workout

MONDAY = date(2026, 3, 2)
MON, TUE, WED, THU, FRI, SAT, SUN = Weekday
GYM = EQUIPMENT_PROFILES["gym"]

P1 = Athlete(minutes=(30,) * 7)
P2 = Athlete(
    level=Level.INTERMEDIATE,
    balance=0.70,
    days=(TUE, WED, THU, SAT, SUN),
    minutes=(90,) * 7,
    allow_doubles=True,
    equipment=GYM,
    run_minutes=190,
    longest_run=70,
    strength_sessions=2,
)
P3 = Athlete(
    level=Level.INTERMEDIATE,
    balance=0.30,
    days=tuple(Weekday),
    minutes=(60,) * 7,
    equipment=GYM,
    run_minutes=80,
    strength_sessions=3,
)
P4 = replace(P2, goal=Goal.HALF, balance=0.75, run_minutes=150, longest_run=0, strength_sessions=0)
P5 = replace(P2, balance=0.60, days=(TUE, THU, SAT, SUN), minutes=(95,) * 7, slots=(2,) * 7, strength_sessions=3)
P6 = Athlete(
    level=Level.INTERMEDIATE,
    goal=Goal.TIME_SAVER,
    days=tuple(Weekday),
    minutes=(20,) * 7,
    equipment=frozenset({"band", "dumbbell"}),
    run_minutes=60,
    strength_sessions=2,
)
PERSONAS = {"P1": P1, "P2": P2, "P3": P3, "P4": P4, "P5": P5, "P6": P6}


def plan(athlete: Athlete, start: date = MONDAY, weeks: int | None = 4) -> Plan:
    """Draft a plan with ids counted from 1."""
    numbers = count(1)
    return draft(athlete, start, weeks=weeks, plan_id="plan", ids=lambda: f"w{next(numbers)}")


def find(drafted: Plan, week: int, subtype: str) -> Workout:
    """Return the first workout of a subtype in a week."""
    return next(w for w in drafted.weeks[week - 1].workouts if w.subtype == subtype)


def with_week(drafted: Plan, week: int, *workouts: Workout, athlete: Athlete | None = None) -> Plan:
    """Return the plan with other workouts in one week, in order of day."""
    ordered = tuple(sorted(workouts, key=lambda w: (w.day, w.slot)))
    weeks = tuple(replace(w, workouts=ordered) if w.number == week else w for w in drafted.weeks)
    return replace(drafted, weeks=weeks, athlete=athlete or drafted.athlete)
