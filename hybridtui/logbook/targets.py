"""The targets of the day, and the exercises that the log suggests instead."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Self

from hybridtui.domain.athlete import Athlete, Level
from hybridtui.domain.exercises import Exercise
from hybridtui.domain.history import Exposure
from hybridtui.domain.ladder import Offer, offer
from hybridtui.domain.plates import is_loadable
from hybridtui.domain.progression import Target, next_target
from hybridtui.domain.racks import Racks
from hybridtui.domain.ramp import ramp, ramped
from hybridtui.domain.workout import Plan, PlannedWeek, Step, Why, Workout
from hybridtui.logbook.kit import Kit


def targeted(workout: Workout, week: PlannedWeek | None, kit: Kit) -> Workout:
    """Return a workout with the targets that the log gives its steps today; ``week`` is its planned week.

    The first three reasons of such a step are what its target follows from, and what
    reaching and missing it lead to; after them comes what the log suggests instead.
    """
    around = _Around.of(week, kit)
    steps = [_aimed(step, around, kit) for step in workout.steps]
    return replace(workout, steps=ramped(steps, around.exercises.get, Racks.of(around.athlete)))


def targeted_plan(plan: Plan, first: date, kit: Kit) -> Plan:
    """Return a plan whose workouts from ``first`` on have the targets that the log gives their steps today."""

    def ahead(week: PlannedWeek) -> PlannedWeek:
        workouts = (targeted(each, week, kit) if each.day >= first else each for each in week.workouts)
        return replace(week, workouts=tuple(workouts))

    return replace(plan, weeks=tuple(ahead(week) for week in plan.weeks))


def aimed(step: Step, week: PlannedWeek | None, kit: Kit) -> tuple[Step, ...]:
    """Return a step with the target that its own exercise's past gives it today, its ramp sets before it."""
    around = _Around.of(week, kit)
    exercise = around.lifted(step)
    ready = _aimed(step, around, kit)
    sets = ramp(exercise) if exercise is not None and is_loadable(exercise) else ()
    return (*ramped((*sets, ready), around.exercises.get, Racks.of(around.athlete))[:-1], ready)


def suggested(step: Step, week: PlannedWeek | None, kit: Kit) -> Offer | None:
    """Return what the log suggests in place of a step's exercise, if anything (R28, R29)."""
    around = _Around.of(week, kit)
    exercise = around.lifted(step)
    return None if exercise is None else _suggested(step, exercise, around, kit.store.exposures(exercise.id))


@dataclass(frozen=True, slots=True)
class _Around:
    """What all steps of a workout have in common: read once, not once a step."""

    day: date
    athlete: Athlete
    exercises: Mapping[str, Exercise]
    number: int
    """Of the planned week; 1 outside the plan."""
    lighter: bool

    @classmethod
    def of(cls, week: PlannedWeek | None, kit: Kit) -> Self:
        number, lighter = (week.number, week.deload) if week is not None else (1, False)
        return cls(kit.today(), kit.athlete(), kit.exercises(), number, lighter)

    def lifted(self, step: Step) -> Exercise | None:
        """Return the exercise of a step whose sets are logged."""
        return self.exercises.get(step.exercise or "") if step.logs_sets else None


def _suggested(step: Step, exercise: Exercise, around: _Around, past: Sequence[Exposure]) -> Offer | None:
    if around.lighter:
        return None

    def suits(other: Exercise) -> bool:
        from hybridtui.domain.plan.choice import Means, suited  # only asked where a change is due

        return other in suited(other.pattern, Means.of(around.athlete, around.number))

    return offer(step, exercise, past, suits, day=around.day, racks=Racks.of(around.athlete))


def _aimed(step: Step, around: _Around, kit: Kit) -> Step:
    exercise = around.lifted(step)
    if exercise is None:
        return step
    past = kit.store.exposures(exercise.id)
    target = next_target(
        step,
        exercise,
        past,
        around.athlete.weight_unit,
        day=around.day,
        lighter=around.lighter,
        beginner=around.athlete.level is Level.BEGINNER,
        racks=Racks.of(around.athlete),
    )
    return _with(step, target, _suggested(step, exercise, around, past))


def _with(step: Step, target: Target, instead: Offer | None) -> Step:
    reasons = [Why("B.4", target.why), Why("hit", target.hit), Why("miss", target.miss)]
    if instead is not None:
        reasons.append(Why(instead.rule, instead.why))
    seconds = target.seconds if target.seconds is not None else step.seconds
    return replace(
        step, load=target.load, aims=target.reps, seconds=seconds, why=(*(r for r in reasons if r.text), *step.why)
    )
