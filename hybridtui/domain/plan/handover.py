"""From one draft to the next in the middle of a week: what is past or done stays, what is to come is drafted anew."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import replace
from datetime import date

from hybridtui.domain.calendar import Week
from hybridtui.domain.plan.check import unexplained
from hybridtui.domain.plan.course import oldest_that_counts
from hybridtui.domain.plan.exchanging import again
from hybridtui.domain.plan.joining import joined
from hybridtui.domain.plan.keeping import with_changes_of
from hybridtui.domain.plan.lately import SHORTEST_KNOWN
from hybridtui.domain.workout import Correction, Kind, Plan, PlannedWeek, Relaxed, Why, Workout

GROWN = (
    "More sets for some muscles than two above the weeks before: those were planned before the log changed the plan."
)


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
    # What the plan breaks by itself is its own affair: only what the two halves break together gives way.
    known = (*plan.breaches, *unexplained(plan))
    fitting = joined(both, first.week, {workout.id for workout in new}, known)
    before_joining = {(breach.rule, breach.day) for breach in known}
    arisen = (breach for breach in unexplained(fitting) if (breach.rule, breach.day) not in before_joining)
    return replace(fitting, breaches=(*plan.breaches, *arisen))


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
    was moved in this week; new work that does not go with it gives way. Changes by hand in
    later weeks are made again. Workouts that are drafted again keep their ids.
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
    new = {w.id for w in _of(carried, this) if w.day >= today and w.id not in done and w.moved_from is None}
    carried = _with_growth_told(joined(carried, this, new, (*plan.breaches, *drafted.breaches)), today)
    return replace(carried, breaches=unexplained(carried))


def outgrown(plan: Plan, today: date) -> Correction | None:
    """Return what next week is to grow from, where it grew from runs that this week does not hold; else None.

    A week that is drafted anew on its Saturday has had its earlier days as they were
    planned before: the run that the draft put there is never run (C.6.4).
    """
    this = Week.of(today)
    now = plan.week_of(today)
    if now is None or not any(b.rule == "C.6.4" and b.hard and Week.of(b.day) > this for b in plan.breaches):
        return None
    first = oldest_that_counts(this.plus(1))
    capped = [each.longest for each in plan.corrections if each.week == now.number and each.longest is not None]
    weeks = [now] if capped else [week for week in plan.weeks if week.week <= this]
    runs = [w for week in weeks for w in week.workouts if w.kind in (Kind.RUN, Kind.COMBO) and not w.is_race]
    lately = [w.run_minutes for w in runs if w.day >= first]
    longest = max([SHORTEST_KNOWN, *capped, *lately])
    why = Why("R41", f"The longest run of these weeks is {longest} min, so no run is much longer yet.")
    return Correction(week=now.number + 1, longest=longest, why=why)


def _rest(before: PlannedWeek, drafted: PlannedWeek, today: date, done: Collection[str]) -> PlannedWeek:
    """Return the week of today: what it was up to now, and the rest as drafted."""
    kept = [w for w in before.workouts if w.day < today or w.id in done or w.moved_from is not None]
    taken = {_place(w) for w in kept}
    new = [w for w in drafted.workouts if w.day >= today and _place(w) not in taken]
    return replace(drafted, workouts=tuple(sorted((*kept, *new), key=_when)))


def _of(plan: Plan, week: Week) -> tuple[Workout, ...]:
    planned = plan.week_of(week.monday)
    return planned.workouts if planned is not None else ()


def _with_growth_told(plan: Plan, today: date) -> Plan:
    """Tell where sets rise from what past weeks were planned with, which is not what they would be now (R22)."""
    weeks = [plan.week_of(b.day) for b in unexplained(plan) if b.rule == "R22" and b.day >= today]
    numbers = tuple(sorted({week.number for week in weeks if week is not None}))
    told = (Relaxed("R22", GROWN, numbers),) if numbers else ()
    return replace(plan, relaxed=(*plan.relaxed, *told))


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
