"""Moving a workout: which days it could have, what each would break and cost, and the plan that comes of it.

A move that breaks no hard rule needs no reason. One that does needs the athlete's own,
which is kept with the workout and told with the plan. Source: science.md E.2-E.5, R41;
field.md 1, "move one session".
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from hybridtui.domain.calendar import Week
from hybridtui.domain.dates import full_day
from hybridtui.domain.plan.check import check, unexplained
from hybridtui.domain.plan.consequences import Bench, Tried, added
from hybridtui.domain.plan.rearranging import first_place, placed_on, rearranged, workout_of
from hybridtui.domain.plan.week_costs import cost_of_week
from hybridtui.domain.problems import Problem
from hybridtui.domain.skips import left_out_key
from hybridtui.domain.text import clean
from hybridtui.domain.workout import Breach, Plan, Relaxed, Workout

REASON_LIMIT = 200
"""Longest reason for a move, in characters."""

_MOVED, _LEFT_OUT = "You moved ", "You left out "
_BY_THE_LOG = frozenset({"R9", "R22", "C.6", "C.6.4"})
"""Rules about growth: after something was left out the log decides what the next weeks hold."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A day that a workout could have."""

    day: date
    slot: str
    """``am`` or ``pm``: where it would come in the order of the day (E.3)."""
    breaches: tuple[Breach, ...] = ()
    """What only this place would break: hard ones first."""
    cost: float = 0.0
    """Soft cost of the two weeks that it could lie in, once it is there (E.4)."""
    best: bool = False
    """True for one of them: fewest hard breaches, then its own week, then the least cost, then the nearest."""
    here: bool = False
    """True for the day that it has now."""

    @property
    def hard(self) -> int:
        """How many hard rules it would break there."""
        return sum(breach.hard for breach in self.breaches)


def candidates(
    plan: Plan,
    workout_id: str,
    today: date,
    done: Collection[str] = frozenset(),
    *,
    lived: Plan | None = None,
    here: Sequence[Breach] = (),
) -> tuple[Candidate, ...]:
    """Return the days of a workout's own week and of the following one, from today on, in their order.

    Its own week is the one it was drafted for. Empty if both weeks are past, and for what
    is done (one of the ids in ``done``). ``lived`` is the plan with what was done in it, if
    that is something else, and ``here`` what breaks by it if the workout stays where it is.

    Raises:
        Problem: if the workout is not in the plan, or a race.
    """
    workout = workout_of(plan, workout_id)
    if workout_id in done:
        return ()
    own = Week.of(first_place(workout))
    days = [day for week in plan.weeks if week.week in (own, own.plus(1)) for day in week.week.days if day >= today]
    found = [
        replace(each, breaches=(*here, *each.breaches)) if each.here else each
        for each in weighed(lived or plan, workout, days)
    ]
    return _with_best(found, workout, own)


def weighed(plan: Plan, workout: Workout, days: Sequence[date]) -> list[Candidate]:
    """Return what it would mean to put a workout on each of ``days``; none of them is called best.

    Raises:
        Problem: if the workout is a race.
    """
    _refuse_race(workout)
    own = Week.of(first_place(workout))
    costs = {week.week: cost_of_week(week, plan.athlete) for week in plan.weeks if week.week in (own, own.plus(1))}
    benches = {week: Bench(plan, workout, week) for week in dict.fromkeys(map(Week.of, days))}
    return [_candidate(benches[Week.of(day)].put(day), workout, day, costs) for day in days]


def moved(plan: Plan, workout_id: str, day: date, *, because: str = "", lived: Plan | None = None) -> Plan:
    """Return the plan with a workout on another day; it keeps its first place in mind.

    On its first day again it counts as never moved.

    Raises:
        Problem: as :func:`placed`.
    """
    return placed(plan, {workout_id: day}, because=because, lived=lived)


def swapped(plan: Plan, one_id: str, other_id: str, *, because: str = "") -> Plan:
    """Return the plan with two workouts in each other's place.

    Raises:
        Problem: as :func:`placed`.
    """
    days = {one_id: workout_of(plan, other_id).day, other_id: workout_of(plan, one_id).day}
    return placed(plan, days, because=because)


def placed(plan: Plan, days: Mapping[str, date], *, because: str = "", lived: Plan | None = None) -> Plan:
    """Return the plan with workouts, by id, on other days; judged as they lie in the end.

    ``lived`` is the plan with what was done in it, if that is something else: it judges then.

    Raises:
        Problem: if that breaks a hard rule and no reason is given, if a day lies outside
            the plan, or if a workout is a race or not in the plan.
    """
    old = {id_: workout_of(plan, id_) for id_ in days}
    for workout in old.values():
        _refuse_race(workout)
    wanted = {id_: placed_on(workout, days[id_]) for id_, workout in old.items()}
    there = rearranged(plan, wanted)
    after = check(there)
    hard = _broken(plan, after, wanted) if lived is None else _broken_beside(lived, wanted)
    reason = clean(because, REASON_LIMIT)
    if hard and not reason:
        raise Problem(f"{_rules(hard)} {hard[0].text}. Choose another day, or say why it has to be this one.")
    if hard:
        wanted = {id_: replace(workout, because=reason) for id_, workout in wanted.items()}
        there = rearranged(plan, wanted)
    gone = {_sentence(workout) for workout in old.values()}
    there = replace(there, relaxed=tuple(r for r in there.relaxed if r.text not in gone))
    found = after if lived is None else (*after, *(breach for breach in hard if breach not in after))
    return _told(there, found, hard, _sentence(next(iter(wanted.values()))))


def _broken_beside(lived: Plan, wanted: Mapping[str, Workout]) -> list[Breach]:
    return _broken(lived, check(rearranged(lived, wanted)), wanted)


def dropped(plan: Plan, workout_id: str, *, for_id: str | None = None) -> Plan:
    """Return the plan without a workout; it is not drafted again (:attr:`Plan.dropped`).

    The workout ``for_id`` takes its place, if given. What the week lacks then is told, no
    reason is asked for: nobody has to excuse what they did not do.

    Raises:
        Problem: if a workout is a race or not in the plan.
    """
    workout = workout_of(plan, workout_id)
    _refuse_race(workout)
    changed: dict[str, Workout | None] = {workout_id: None}
    moves = []
    if for_id is not None:
        instead = workout_of(plan, for_id)
        _refuse_race(instead)
        changed[for_id] = new = placed_on(instead, workout.day)
        moves.append((instead, new))
    bare = replace(rearranged(plan, changed), dropped=(*plan.dropped, mark(workout)))
    after = check(bare)
    lacks = [b for b in added(check(plan), after, moves) if b.hard and b.rule not in _BY_THE_LOG]
    return _told(bare, after, lacks, f"{_LEFT_OUT}{workout.title} of {full_day(first_place(workout))}.")


def mark(workout: Workout) -> str:
    """Return how a plan remembers a workout that was dropped: its first day and its kind."""
    return left_out_key(first_place(workout), workout.kind)


def _refuse_race(workout: Workout) -> None:
    if workout.is_race:
        raise Problem(f"{workout.title} is on its day: change the date of the race among your answers instead.")


def _candidate(tried: Tried, workout: Workout, day: date, costs: Mapping[Week, float]) -> Candidate:
    touched = (Week.of(workout.day), Week.of(day)) if day != workout.day else ()
    return Candidate(
        day=day,
        slot=workout_of(tried.plan, workout.id).slot,
        breaches=tuple(sorted(tried.breaches, key=lambda breach: not breach.hard)),
        cost=sum(
            week.cost if week.week in touched else costs[week.week] for week in tried.plan.weeks if week.week in costs
        ),
        here=day == workout.day,
    )


def _with_best(found: Sequence[Candidate], workout: Workout, own: Week) -> tuple[Candidate, ...]:
    if not found:
        return ()

    def merit(candidate: Candidate) -> tuple[int, bool, float, int, date]:
        away = abs((candidate.day - workout.day).days)
        return candidate.hard, Week.of(candidate.day) != own, round(candidate.cost, 6), away, candidate.day

    best = min(found, key=merit)
    return tuple(replace(candidate, best=candidate is best) for candidate in found)


def _broken(plan: Plan, after: Sequence[Breach], wanted: Mapping[str, Workout]) -> list[Breach]:
    """Return the hard breaches of the new places, seen from where the workouts are and from where they were first."""
    moves = [(workout_of(plan, id_), new) for id_, new in wanted.items()]
    found = set(added(check(plan), after, moves))
    homes = {id_: placed_on(old, first_place(old)) for (old, _), id_ in zip(moves, wanted, strict=True)}
    at_home = [workout for workout in homes.values() if plan.week_of(workout.day) is not None]
    if any(old.moved_from is not None for old, _ in moves) and len(at_home) == len(homes):
        first = check(rearranged(plan, homes))
        found.update(added(first, after, [(homes[new.id], new) for new in wanted.values()]))
    return [breach for breach in after if breach.hard and breach in found]


def _rules(breaches: Sequence[Breach]) -> str:
    names = list(dict.fromkeys(breach.rule for breach in breaches))
    return f"That would break {', '.join(names)}:"


def _sentence(workout: Workout) -> str:
    return f'{_MOVED}{workout.title} to {full_day(workout.day)}: "{workout.because}"'


def _told(plan: Plan, found: Sequence[Breach], hard: Sequence[Breach], text: str) -> Plan:
    """Tell what was broken with the athlete's words, once a rule, and nothing that no longer is.

    ``found`` is everything that the plan breaks, ``hard`` what this change broke of it.
    """
    weeks: dict[str, set[int]] = {}
    for breach in hard:
        weeks.setdefault(breach.rule, set()).add(_number(plan, breach))
    told = tuple(Relaxed(rule, text, tuple(sorted(numbers))) for rule, numbers in sorted(weeks.items()))
    every = dict.fromkeys((*plan.relaxed, *told))
    standing = {(breach.rule, _number(plan, breach)) for breach in found}
    kept = tuple(r for r in every if not _athletes(r) or standing & {(r.rule, number) for number in r.weeks})
    plan = replace(plan, relaxed=kept)
    return replace(plan, breaches=unexplained(plan, found))


def _number(plan: Plan, breach: Breach) -> int:
    week = plan.week_of(breach.day)
    return week.number if week is not None else 0


def _athletes(relaxed: Relaxed) -> bool:
    """Whether the athlete bent it, not the planner."""
    return relaxed.text.startswith((_MOVED, _LEFT_OUT))
