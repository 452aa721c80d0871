"""From one plan to the next in the middle of a week: what was planned before stays to be seen."""

from __future__ import annotations

from dataclasses import replace

from hybridtui.domain.workout import Plan, Workout


def taking_over(plan: Plan, before: Plan | None, done: frozenset[str]) -> Plan:
    """Return ``plan`` with the days of its first week that lie before its start, as ``before`` had them.

    What was ``done`` (ids of workouts) on the day the plan starts stays too, in place of new
    work of its kind: nobody is asked to do Monday's session twice.
    """
    old_week = before.week_of(plan.start) if before is not None else None
    if old_week is None or not plan.weeks or plan.weeks[0].week != old_week.week:
        return plan
    kept = [w for w in old_week.workouts if w.day < plan.start or (w.day == plan.start and w.id in done)]
    kinds = {w.kind for w in kept if w.day == plan.start}
    first = plan.weeks[0]
    new = [w for w in first.workouts if w.day != plan.start or w.kind not in kinds]
    return replace(plan, weeks=(replace(first, workouts=tuple(sorted((*kept, *new), key=_when))), *plan.weeks[1:]))


def _when(workout: Workout) -> tuple[str, str]:
    return workout.day.isoformat(), workout.slot
