"""A plan as JSON, for programs: what ``plan draft`` prints, ``plan check`` reads.

Keys that do not apply are left out; ``corrections``, ``moved_from`` and ``because`` stand
only in plans that the log or the athlete has changed since they were adopted. Titles of
steps, sides and circuits' groups are not written: they follow from the exercise, and are
derived when a plan is read (:mod:`hybridtui.formats.plans.plan_reading`). Reps and seconds of
sets and holds are per side where the exercise is one-sided; the seconds of a warm-up or
cool-down step are all that it takes, both sides and rest, so that they add up to its length.
"""

from __future__ import annotations

from collections.abc import Iterable

from hybridtui.domain.balance import run_share
from hybridtui.domain.calendar import Weekday
from hybridtui.domain.estimate import set_seconds, step_seconds
from hybridtui.domain.workout import Breach, Correction, Kind, Plan, PlannedWeek, Relaxed, Step, StepKind, Why, Workout
from hybridtui.formats.plans import answers
from hybridtui.formats.plans.entries import plain
from hybridtui.formats.plans.plan_reading import Document, read, read_document

__all__ = ["Document", "breaches", "document", "read", "read_document"]


def document(plan: Plan) -> dict[str, object]:
    """Return a plan as values that JSON knows, with the athlete's answers completed."""
    return _applying(
        {
            "engine": plan.engine,
            "athlete": answers.document(plan.athlete, plan.start),
            "weeks": [_week(week) for week in plan.weeks],
            "relaxed": [_relaxed(relaxed) for relaxed in plan.relaxed],
            "breaches": breaches(plan.breaches),
            "corrections": [_correction(correction) for correction in plan.corrections] or None,
        }
    )


def breaches(found: Iterable[Breach]) -> list[dict[str, object]]:
    """Return breaches as values that JSON knows."""
    return [{"rule": b.rule, "date": b.day.isoformat(), "text": b.text, "hard": b.hard} for b in found]


def _relaxed(relaxed: Relaxed) -> dict[str, object]:
    return {"rule": relaxed.rule, "text": relaxed.text, "weeks": list(relaxed.weeks)}


def _correction(correction: Correction) -> dict[str, object]:
    return _applying(
        {
            "week": correction.week,
            "base": correction.base,
            "longest": correction.longest,
            "runwalk": correction.runwalk,
            "lighter": correction.lighter,
            "why": _why(correction.why),
        }
    )


def _week(week: PlannedWeek) -> dict[str, object]:
    share = run_share(week.run_minutes, week.strength_minutes)
    return _applying(
        {
            "number": week.number,
            "phase": week.phase.value,
            "deload": week.deload,
            "run_minutes": week.run_minutes,
            "strength_minutes": week.strength_minutes,
            "run_share": None if share is None else plain(share),
            "cost": plain(week.cost),
            "days": [
                {
                    "date": day.isoformat(),
                    "weekday": Weekday(day.weekday()).key,
                    "workouts": [_workout(workout) for workout in week.on(day)],
                }
                for day in week.week.days
            ],
        }
    )


def _workout(workout: Workout) -> dict[str, object]:
    return _applying(
        {
            "kind": workout.kind.value,
            "subtype": workout.subtype,
            "slot": workout.slot,
            "minutes": workout.minutes,
            "run_minutes": workout.run_minutes,
            "strength_minutes": workout.strength_minutes,
            "hard": workout.hard,
            "leg_heavy": workout.leg_heavy,
            "long": workout.long,
            "level": workout.level if workout.kind is Kind.HYBRID else None,
            "title": workout.title,
            "steps": [_step(step) for step in workout.steps],
            "why": [_why(why) for why in workout.why],
            "moved_from": workout.moved_from.isoformat() if workout.moved_from is not None else None,
            "because": workout.because or None,
        }
    )


def _step(step: Step) -> dict[str, object]:
    prepares = step.kind in (StepKind.WARMUP, StepKind.COOLDOWN)
    return _applying(
        {
            "kind": step.kind.value,
            "exercise": step.exercise,
            "sets": step.sets if not prepares or step.sets > 1 else None,
            "reps": step.reps,
            "reps_max": None if step.reps_max == step.reps else step.reps_max,
            "seconds": _whole_seconds(step) if prepares else step.seconds,
            "load_kg": _plain(step.load.kg if step.load is not None else None),
            "rpe": _plain(step.rpe),
            "rest_s": step.rest_s or None,
            "tempo": step.tempo,
            "distance_m": _plain(step.distance_m),
            "pace_s_per_km": _plain(step.pace_s_per_km),
            "zone": step.zone,
        }
    )


def _whole_seconds(step: Step) -> int | None:
    if step.reps is not None:
        return round(step_seconds(step) / step.sets)
    return None if step.seconds is None else round(set_seconds(step))


def _why(why: Why) -> dict[str, object]:
    return {"rule": why.rule, "text": why.text}


def _plain(value: float | None) -> float | None:
    return None if value is None else plain(value)


def _applying(values: dict[str, object]) -> dict[str, object]:
    return {key: value for key, value in values.items() if value is not None}
