"""What the athlete tells beside training: body weights and reasons for skipped workouts, as rows."""

from __future__ import annotations

from datetime import datetime

from hybridtui.domain.body_weight import BodyWeight
from hybridtui.domain.exercise_names import ExerciseName
from hybridtui.domain.skips import SkipReason
from hybridtui.store.instants import micros
from hybridtui.store.rows import Row


def weight_row(told: BodyWeight, at: datetime) -> Row:
    """Return the row of a body weight that was told ``at`` this time."""
    weight = told.weight
    return {
        "day": told.day.isoformat(),
        "value": weight.value,
        "unit": weight.unit.value,
        "kg": weight.kg,
        "at_us": micros(at),
    }


def skip_row(told: SkipReason, at: datetime) -> Row:
    """Return the row of a reason that was told ``at`` this time."""
    return {
        "workout_id": told.workout_id,
        "reason": told.reason.value,
        "note": told.note,
        "at_us": micros(at),
    }


def name_row(told: ExerciseName) -> Row:
    """Return the row of what a name stands for."""
    return {"folded": told.folded, "name": told.name, "exercise": told.exercise}
