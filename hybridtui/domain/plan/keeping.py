"""What the athlete changed by hand stays changed when weeks are drafted anew.

A drafted workout is known again by its first day and its kind: lengths and subtypes may
have changed with the log. Source: science.md R41, field.md 1, "move one session".
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from hybridtui.domain.plan.moving import dropped, mark, moved, placed
from hybridtui.domain.problems import Problem
from hybridtui.domain.workout import Plan, Workout


def with_changes_of(before: Plan, redrafted: Plan) -> Plan:
    """Return ``redrafted`` with the workouts moved and dropped that ``before`` had moved and dropped.

    Weeks that were taken over from ``before`` stay as they are. A move lapses if its
    workout is no longer drafted, or if it would now break a hard rule and no reason was
    given for it.
    """
    plan = redrafted
    for workout in _drafted(redrafted):
        if mark(workout) in before.dropped:
            plan = dropped(plan, workout.id)
    plan = replace(plan, dropped=before.dropped)
    here = {workout.id for workout in plan.workouts}
    again = {(workout.day, workout.kind): workout.id for workout in _drafted(plan)}
    moves = [w for w in before.workouts if w.moved_from is not None and w.id not in here]
    found = [(again.get((w.moved_from or w.day, w.kind)), w) for w in moves]
    plan = _together(plan, {id_: w.day for id_, w in found if id_ is not None and not w.because})
    for id_, workout in found:
        if id_ is not None and workout.because:
            plan = _moved(plan, id_, workout.day, workout.because)
    return plan


def _drafted(plan: Plan) -> list[Workout]:
    """Return the workouts that lie where they were drafted."""
    return [workout for workout in plan.workouts if workout.moved_from is None]


def _together(plan: Plan, days: Mapping[str, date]) -> Plan:
    """Move all at once: two that change places never lie on one day. Else as many as can be, one by one."""
    if not days:
        return plan
    try:
        return placed(plan, days)
    except Problem:
        for id_, day in days.items():
            plan = _moved(plan, id_, day, "")
        return plan


def _moved(plan: Plan, workout_id: str, day: date, because: str) -> Plan:
    try:
        return moved(plan, workout_id, day, because=because)
    except Problem:
        return plan
