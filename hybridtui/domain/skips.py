"""Why a planned workout was not done, in the athlete's own choice of words. Source: field.md 2.

Told afterwards and only if the athlete wants to: it explains adherence, and judges nothing.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from hybridtui.domain.workout import Kind


class Reason(StrEnum):
    """What kept the athlete from a workout."""

    ILL = "ill"
    TIRED = "tired"
    SORE = "sore"
    NO_TIME = "no_time"
    TRAVEL = "travel"
    WEATHER = "weather"
    OTHER_TRAINING = "other_training"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class SkipReason:
    """The reason for one workout of a plan."""

    workout_id: str
    """Its id, or :func:`left_out_key` if the athlete took it out of the plan."""
    reason: Reason
    note: str = ""


def left_out_key(day: date, kind: Kind) -> str:
    """Return what names a workout that was taken out of its plan, its id gone with it: its first day and its kind.

    >>> left_out_key(date(2026, 3, 8), Kind.RUN)
    '2026-03-08 run'
    """
    return f"{day.isoformat()} {kind.value}"
