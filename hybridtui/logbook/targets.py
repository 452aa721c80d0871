"""The targets of the day, and the exercises that the log suggests instead."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from hybridtui.domain.athlete import Level
from hybridtui.domain.exercises import Exercise
from hybridtui.domain.ladder import Offer, offer
from hybridtui.domain.progression import Target, next_target
from hybridtui.domain.ramp import ramped
from hybridtui.domain.workout import PlannedWeek, Step, Why, Workout
from hybridtui.logbook.kit import Kit


def targeted(workout: Workout, week: PlannedWeek | None, kit: Kit) -> Workout:
    """Return a workout with the targets that the log gives its steps today; ``week`` is its planned week.

    The first three reasons of such a step are what its target follows from, and what
    reaching and missing it lead to; after them comes what the log suggests instead.
    """
    exercises = kit.exercises()
    lighter = week is not None and week.deload
    steps = [_aimed(step, exercises, week, kit, lighter=lighter) for step in workout.steps]
    return replace(workout, steps=ramped(steps, exercises.get))


def suggested(step: Step, week: PlannedWeek | None, kit: Kit) -> Offer | None:
    """Return what the log suggests in place of a step's exercise, if anything (R28, R29)."""
    exercise = kit.exercises().get(step.exercise or "")
    if exercise is None or not step.logs_sets or (week is not None and week.deload):
        return None
    athlete, number = kit.athlete(), week.number if week is not None else 1

    def suits(other: Exercise) -> bool:
        from hybridtui.domain.plan.choice import Means, suited  # only asked where a change is due

        return other in suited(other.pattern, Means.of(athlete, number))

    return offer(step, exercise, kit.store.exposures(exercise.id), suits, day=kit.today())


def _aimed(step: Step, exercises: Mapping[str, Exercise], week: PlannedWeek | None, kit: Kit, *, lighter: bool) -> Step:
    exercise = exercises.get(step.exercise or "")
    if exercise is None or not step.logs_sets:
        return step
    athlete = kit.athlete()
    target = next_target(
        step,
        exercise,
        kit.store.exposures(exercise.id),
        athlete.weight_unit,
        day=kit.today(),
        lighter=lighter,
        beginner=athlete.level is Level.BEGINNER,
    )
    return _with(step, target, suggested(step, week, kit))


def _with(step: Step, target: Target, instead: Offer | None) -> Step:
    reasons = [Why("B.4", target.why), Why("hit", target.hit), Why("miss", target.miss)]
    if instead is not None:
        reasons.append(Why(instead.rule, instead.why))
    seconds = target.seconds if target.seconds is not None else step.seconds
    return replace(
        step, load=target.load, aims=target.reps, seconds=seconds, why=(*(r for r in reasons if r.text), *step.why)
    )
