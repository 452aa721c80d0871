"""Why a planned workout was not done, in the athlete's own choice of words. Source: field.md 2.

Told afterwards and only if the athlete wants to: it explains adherence, and judges nothing.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


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
    reason: Reason
    note: str = ""
