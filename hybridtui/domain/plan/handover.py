"""From one draft to the next in the middle of a week: what is past or done stays, what is to come is drafted anew."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import replace
from datetime import date

from hybridtui.domain.calendar import Week
from hybridtui.domain.plan.check import unexplained
from hybridtui.domain.plan.exchanging import again
from hybridtui.domain.plan.joining import joined
from hybridtui.domain.plan.keeping import with_changes_of
from hybridtui.domain.workout import Kind, Plan, PlannedWeek, Relaxed, Workout


def taking_over(plan: Plan, before: Plan | None, done: frozenset[str]) -> Plan:
    """Return ``plan`` with the days of its first week that lie before its start, as ``before`` had them.

    What was ``done`` (ids of workouts) on the day the plan starts stays too, in place of new
    work of its kind: nobody is asked to do Monday's session twice. New work that does not
    go with it gives way. A plan that has taken over already stays as it is.
    """
    old_week = before.week_of(plan.start) if before is not None else None
    if old_week is None or not plan.weeks or plan.weeks[0].week != old_week.week:
        return plan
    kept = [w for w in old_week.workouts if w.day < plan.start or (w.day == plan.start and w.id in done)]
    kinds = {w.kind for w in kept if w.day == plan.start}
    first = plan.weeks[0]
    new = [w for w in first.workouts if w.day > plan.start or (w.day == plan.start and w.kind not in kinds)]
    whole = replace(first, workouts=tuple(sorted((*kept, *new), key=_when)))
    both = replace(plan, weeks=(whole, *plan.weeks[1:]))
    fitting = joined(both, first.week, {workout.id for workout in new}, plan.breaches)
    return replace(fitting, breaches=unexplained(fitting))


def lengthened(plan: Plan, drafted: Plan) -> Plan:
    """Return ``plan`` with the weeks that ``drafted``, made of the same answers and corrections, has beyond it."""
    last = plan.weeks[-1].week
    drafted = again(replace(drafted, swaps=plan.swaps))
    later = tuple(week for week in drafted.weeks if week.week > last)
    relaxed = tuple(_merged(plan.relaxed, drafted.relaxed, later[0].number if later else 0))
    return replace(plan, engine=drafted.engine, weeks=plan.weeks + later, relaxed=relaxed)


def spliced(plan: Plan, drafted: Plan, today: date, done: Collection[str]) -> Plan:
    """Return ``plan`` going on as ``drafted``, the same plan with other corrections, from ``today`` on.

    Past days stay as they were planned, and so does what is ``done`` (ids of workouts) or
    was moved in this week. Changes by hand in later weeks are made again. Workouts that
    are drafted again keep their ids.
    """
    this = Week.of(today)
    drafted = _with_known_ids(again(replace(drafted, swaps=plan.swaps)), plan, this)
    before = {week.week: week for week in plan.weeks}

    def going_on(week: PlannedWeek) -> PlannedWeek:
        old = before.get(week.week)
        if old is None or week.week > this:
            return week
        return old if week.week < this else _rest(old, week, today, done)

    now = next((week.number for week in drafted.weeks if week.week == this), 0)
    merged = replace(
        plan,
        engine=drafted.engine,
        weeks=tuple(map(going_on, drafted.weeks)),
        relaxed=tuple(_merged(plan.relaxed, drafted.relaxed, now)),
        corrections=drafted.corrections,
        fitted=drafted.fitted,
    )
    carried = with_changes_of(plan, merged)
    return replace(carried, breaches=unexplained(carried))


def _rest(before: PlannedWeek, drafted: PlannedWeek, today: date, done: Collection[str]) -> PlannedWeek:
    """Return the week of today: what it was up to now, and the rest as drafted."""
    kept = [w for w in before.workouts if w.day < today or w.id in done or w.moved_from is not None]
    taken = {_place(w) for w in kept}
    new = [w for w in drafted.workouts if w.day >= today and _place(w) not in taken]
    return replace(drafted, workouts=tuple(sorted((*kept, *new), key=_when)))


def _with_known_ids(drafted: Plan, plan: Plan, this: Week) -> Plan:
    """Give workouts the ids that the same ones have had: what is open or shown stays what it is."""
    known: dict[tuple[date, Kind], list[str]] = {}
    for week in plan.weeks:
        for workout in week.workouts if week.week >= this else ():
            if workout.moved_from is None:
                known.setdefault(_place(workout), []).append(workout.id)

    def named(workout: Workout) -> Workout:
        ids = known.get(_place(workout))
        return replace(workout, id=ids.pop(0)) if ids else workout

    weeks = (replace(week, workouts=tuple(map(named, week.workouts))) for week in drafted.weeks)
    return replace(drafted, weeks=tuple(weeks))


def _place(workout: Workout) -> tuple[date, Kind]:
    return workout.moved_from or workout.day, workout.kind


def _merged(old: Collection[Relaxed], new: Collection[Relaxed], number: int) -> Iterator[Relaxed]:
    """Tell what was bent up to week ``number`` as it was told then, and from it on as the new draft tells it."""
    weeks: dict[tuple[str, str], set[int]] = {}
    for relaxed in old:
        weeks.setdefault((relaxed.rule, relaxed.text), set()).update(n for n in relaxed.weeks if n <= number)
    for relaxed in new:
        weeks.setdefault((relaxed.rule, relaxed.text), set()).update(n for n in relaxed.weeks if n >= number)
    for (rule, text), numbers in weeks.items():
        if numbers:
            yield Relaxed(rule, text, tuple(sorted(numbers)))


def _when(workout: Workout) -> tuple[str, str]:
    return workout.day.isoformat(), workout.slot
