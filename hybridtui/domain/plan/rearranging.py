"""Putting workouts of a plan on other days, or taking them out; no word on whether that is wise.

Week, order within the day, slots and cost follow from where everything then lies.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from itertools import groupby

from hybridtui.domain.athlete import Athlete
from hybridtui.domain.plan.same_day import in_order
from hybridtui.domain.plan.week_costs import cost_of_week
from hybridtui.domain.problems import Problem
from hybridtui.domain.workout import Plan, PlannedWeek, Workout


def workout_of(plan: Plan, workout_id: str) -> Workout:
    """Return a workout of the plan by its id.

    Raises:
        Problem: if the plan no longer holds it.
    """
    found = plan.workout(workout_id)
    if found is None:
        raise Problem("That workout is no longer in the plan: choose one that is.")
    return found


def first_place(workout: Workout) -> date:
    """Return the day that a workout was drafted for."""
    return workout.moved_from or workout.day


def placed_on(workout: Workout, day: date) -> Workout:
    """Return a workout as put on ``day`` by the athlete; on its first day it was never moved."""
    first = first_place(workout)
    return replace(workout, day=day, moved_from=first if first != day else None, because="")


def rearranged(plan: Plan, changed: Mapping[str, Workout | None]) -> Plan:
    """Return the plan with workouts, by id, as they are wanted; None takes one out.

    Only the weeks that this touches are made anew.

    Raises:
        Problem: if a day lies outside the plan.
    """
    wanted = [workout for workout in changed.values() if workout is not None]
    if any(plan.week_of(workout.day) is None for workout in wanted):
        raise Problem("That day lies outside the plan: choose a day of one of its weeks.")
    left = {workout_of(plan, id_).day for id_ in changed}
    touched = left | {workout.day for workout in wanted}
    weeks = (
        _week(week, changed, wanted, touched, plan.athlete) if touched.intersection(week.week.days) else week
        for week in plan.weeks
    )
    return replace(plan, weeks=tuple(weeks))


def _week(
    week: PlannedWeek,
    changed: Mapping[str, Workout | None],
    wanted: list[Workout],
    touched: set[date],
    athlete: Athlete,
) -> PlannedWeek:
    kept = [workout for workout in week.workouts if workout.id not in changed]
    kept += [workout for workout in wanted if workout.day in week.week.days]
    by_day = groupby(sorted(kept, key=lambda workout: workout.day), key=lambda workout: workout.day)
    ordered: list[Workout] = []
    for day, workouts in by_day:
        ordered += in_order(tuple(workouts), athlete) if day in touched else workouts
    arranged = replace(week, workouts=tuple(ordered))
    return replace(arranged, cost=cost_of_week(arranged, athlete))
