"""Plans with something wrong in them, made from drafted ones, and what the checker says of them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

from hybridtui.domain.athlete import Athlete
from hybridtui.domain.plan.check import check
from hybridtui.domain.workout import Kind, Plan, Step, Workout
from tests.domain.plan.builders import MONDAY, find, with_week

Steps = tuple[Step, ...]


def hard(plan: Plan) -> set[str]:
    """Return the rules that a plan breaks."""
    return {breach.rule for breach in check(plan) if breach.hard}


def soft(plan: Plan) -> set[str]:
    """Return the rules that a plan is warned of."""
    return {breach.rule for breach in check(plan) if not breach.hard}


def on(day: int, workout: Workout, week: int = 1) -> Workout:
    """Return a workout moved to a weekday (0 is Monday) of a week."""
    return replace(workout, day=MONDAY + timedelta(days=7 * (week - 1) + day))


def moved(drafted: Plan, week: int, **days: int) -> Plan:
    """Return the plan with workouts of a week, named by subtype, on other days."""
    kept = [w for w in drafted.weeks[week - 1].workouts if w.subtype not in days]
    shifted = [on(day, find(drafted, week, subtype), week) for subtype, day in days.items()]
    return with_week(drafted, week, *kept, *shifted)


def edited(drafted: Plan, subtype: str, change: Callable[[Steps], Steps], week: int = 1) -> Plan:
    """Return the plan with other steps in the first workout of a subtype."""
    old = find(drafted, week, subtype)
    others = [w for w in drafted.weeks[week - 1].workouts if w is not old]
    return with_week(drafted, week, *others, replace(old, steps=change(old.steps)))


def every(drafted: Plan, change: Callable[[Workout], Workout]) -> Plan:
    """Return the plan with every workout changed."""
    weeks = tuple(replace(w, workouts=tuple(change(one) for one in w.workouts)) for w in drafted.weeks)
    return replace(drafted, weeks=weeks)


def asked_by(drafted: Plan, athlete: Athlete) -> Plan:
    """Return the plan as if another athlete had asked for it."""
    return replace(drafted, athlete=athlete)


def made(day: int, kind: Kind, subtype: str, minutes: int, week: int = 1, **more: object) -> Workout:
    """Return a workout without steps, its minutes those of its kind."""
    run = {Kind.RUN: minutes, Kind.STRENGTH: 0}.get(kind, minutes // 2)
    bare = Workout(
        id=f"made-{week}-{day}-{subtype}",
        day=MONDAY,
        kind=kind,
        subtype=subtype,
        title=f"{subtype} {minutes} min",
        minutes=minutes,
        run_minutes=run,
        strength_minutes=minutes - run,
        steps=(),
    )
    return replace(on(day, bare, week), **more)  # type: ignore[arg-type]
