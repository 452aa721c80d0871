"""What was done, as the rules between days read it, and what of the plan comes too close to it.

A session is taken for the workout that it amounted to and put to the rules of the checker:
none is written a second time. What only the athlete can know is not guessed. Sets that
nobody rated make legs that may be tired, and that is said; a watch's guess that was not
confirmed, or minutes of strength without a set, say nothing. Source: science.md 0, A
(R4-R6, R13, R23), E.2 (H4, H7).
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from hybridtui.domain.effort import MOST
from hybridtui.domain.exercises import Exercise, catalogue
from hybridtui.domain.hard_sets import asked_rpe
from hybridtui.domain.plan import definitions as means
from hybridtui.domain.plan.judging import named, warning
from hybridtui.domain.plan.rules_of_days import breaches_between, breaches_on, next_day
from hybridtui.domain.run_log import WHOLE_SHARE
from hybridtui.domain.session import LoggedSet, Session, SetKind, Side
from hybridtui.domain.units import whole_minutes
from hybridtui.domain.workout import Breach, Kind, Plan, PlannedWeek, Step, StepKind, Workout

FAST_RPE = 7.0
"""A run rated so or harder was fast, whatever it is called: the high zone of C.5."""

_OF_LEGS = frozenset({"R4", "H4"})
"""Rules that are told of legs that may be tired, too: what the long run and fast running need."""

_IF_HARD = "if heavy, another day is better"

_OF_A_DAY = frozenset({"R5", "H7"})
"""Rules within a day that what was done can break; how many sessions it holds was the athlete's to decide."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Done:
    """A finished session, and the workout of the plan that it counts as, if any."""

    session: Session
    counts_as: Workout | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TooClose:
    """A workout still to do that comes too close to what was done."""

    workout: Workout
    breach: Breach
    """The rule, its day, and the sentence; a soft one if it depends on how hard sets were that nobody rated."""


def too_close(
    plan: Plan, done: Iterable[Done], left: Iterable[Workout], exercises: Mapping[str, Exercise]
) -> tuple[TooClose, ...]:
    """Return what of the workouts ``left`` to do lies too close to what was ``done``, by day.

    Only hard rules, and none that the plan itself bends there already: that was told when
    it was drafted or moved. Nothing is changed by it.
    """
    listed = tuple(done)
    known = [amounted_to(each, exercises) for each in listed]
    utmost = [amounted_to(each, exercises, unrated=MOST) for each in listed]
    found: list[TooClose] = []
    for workout in sorted(left, key=lambda each: (each.day, each.slot)):
        planned = {each.rule for each in _around(workout, _others(plan, workout), plan)}
        new = [each for each in _around(workout, known, plan) if each.rule not in planned]
        found += [TooClose(workout=workout, breach=each) for each in new]
        told = planned.union(each.rule for each in new)
        found += _perhaps(workout, utmost, told, plan)
    return tuple(found)


@dataclass(frozen=True, slots=True, kw_only=True)
class SoFar:
    """What was done of late, off the plan or not."""

    first: date
    """The first day that is told."""
    today: date
    done: tuple[Done, ...]
    over: Collection[str]
    """Ids of the workouts that count as done."""


def as_lived(plan: Plan, so_far: SoFar, keep: str, exercises: Mapping[str, Exercise]) -> Plan:
    """Return the plan with what was done in place of what was planned: to judge moves by, not to be followed.

    What is left to do stays, and of what was missed the workout ``keep``, which is to be moved.
    """
    first, today, over = so_far.first, so_far.today, so_far.over
    known = [amounted_to(each, exercises) for each in so_far.done]

    def lived(week: PlannedWeek) -> PlannedWeek:
        stays = [w for w in week.workouts if w.day < first or w.id == keep or (w.day >= today and w.id not in over)]
        there = [each for each in known if each.day in week.week.days]
        return replace(week, workouts=tuple(sorted((*there, *stays), key=lambda each: each.day)))

    weeks = (lived(week) if week.week.days[-1] >= first else week for week in plan.weeks)
    return replace(plan, weeks=tuple(weeks))


def amounted_to(done: Done, exercises: Mapping[str, Exercise], unrated: float | None = None) -> Workout:
    """Return the workout that a session amounted to: its hard sets and fast running, without warm-ups.

    ``unrated`` is the RPE that sets are taken for which nobody rated; None: they are left out.
    """
    session, planned = done.session, done.counts_as
    run, strength = whole_minutes(session.run_s), whole_minutes(session.strength_s)
    steps = tuple(_lifted(session, exercises, unrated))
    if not session.steps and not session.sets and planned is not None:  # done without the app, as it was planned
        steps = tuple(step for step in planned.steps if step.logs_sets)
    if session.kind is Kind.RUN and (effort := _effort(session)) is not None and effort >= FAST_RPE:
        steps += (Step(kind=StepKind.INTERVAL, title=session.title, seconds=int(session.run_s), rpe=effort),)
    long = planned is not None and means.is_long(planned) and run >= WHOLE_SHARE * planned.run_minutes
    return Workout(
        id=session.id,
        day=session.started.local_date,
        kind=session.kind,
        subtype=session.subtype if session.kind is Kind.RUN else "",
        title=session.title,
        minutes=max(1, whole_minutes(session.total_s)),
        run_minutes=run,
        strength_minutes=max(strength, 1 if session.sets else 0),
        steps=steps,
        long=long,
        level=session.level,
    )


def _effort(session: Session) -> float | None:
    return session.rpe if session.rpe is not None else session.lent_rpe


def _lifted(session: Session, exercises: Mapping[str, Exercise], unrated: float | None) -> Iterator[Step]:
    for logged in _once_a_side(session.sets):
        exercise = _like(exercises.get(logged.exercise))
        rpe = _rated(logged, session.steps)
        rpe = unrated if rpe is None else rpe
        if exercise is not None and rpe is not None:
            kind = StepKind.HOLD if exercise.timed else StepKind.SET
            yield Step(kind=kind, title=exercise.name, exercise=exercise.id, reps=logged.reps, rpe=rpe)


def _once_a_side(sets: Sequence[LoggedSet]) -> Iterator[LoggedSet]:
    """Yield the working sets that came to something, of those of single sides the left ones or the right ones."""
    counted = [s for s in sets if s.kind is not SetKind.WARMUP and not s.failed and not s.unconfirmed]
    for exercise in dict.fromkeys(s.exercise for s in counted):
        of_it = [s for s in counted if s.exercise == exercise]
        sides = [[s for s in of_it if s.side is side] for side in Side]
        yield from (s for s in of_it if s.side is None)
        yield from max(sides, key=len)


def _rated(logged: LoggedSet, steps: tuple[Step, ...]) -> float | None:
    """Return how hard a set was, as far as anybody said or asked; one to failure could not be harder."""
    if logged.kind is SetKind.FAILURE:
        return MOST
    return logged.rpe if logged.rpe is not None else asked_rpe(steps, logged.step)


def _like(exercise: Exercise | None) -> Exercise | None:
    """Return the library's exercise that moves and trains as this one, which may be the athlete's own."""
    if exercise is None or not exercise.own:
        return exercise
    alike = [e for e in catalogue().values() if (e.pattern, e.primary) == (exercise.pattern, exercise.primary)]
    loadable = means.loadable(exercise)
    return min(alike, key=lambda e: means.loadable(e) is not loadable, default=None)


def _others(plan: Plan, workout: Workout) -> list[Workout]:
    near = (workout.day - timedelta(days=1), workout.day)
    return [each for week in plan.weeks for each in week.workouts if each.day in near and each.id != workout.id]


def _around(workout: Workout, before: Iterable[Workout], plan: Plan) -> Iterator[Breach]:
    """Yield the hard rules that a workout breaks with what comes before it, the same day or the day before."""
    for other in before:
        if next_day(other.day) == workout.day:
            found = breaches_between([other], [workout], plan.athlete)
            yield from (each for each in found if each.hard)
        elif other.day == workout.day and means.is_hard(other):
            yield from _on_one_day(other, workout, plan)


def _on_one_day(done: Workout, workout: Workout, plan: Plan) -> Iterator[Breach]:
    week = plan.week_of(workout.day)
    number = week.number if week is not None else 1
    found = breaches_on(workout.day, [done, workout], plan.athlete, number)
    return (each for each in found if each.hard and each.rule in _OF_A_DAY)


def _perhaps(workout: Workout, utmost: Sequence[Workout], told: set[str], plan: Plan) -> Iterator[TooClose]:
    """Yield what would be too close if sets that nobody rated were as hard as can be; not what is ``told`` anyway."""
    for other in utmost:
        for found in _around(workout, [other], plan):
            if found.rule in _OF_LEGS - told:
                text = f"{named(workout)} follows {named(other)}, whose leg sets nobody rated: {_IF_HARD}"
                yield TooClose(workout=workout, breach=warning(found.rule, workout.day, text))
