"""Pain while training: where, how much, what it concerns, and what follows. Source: science.md D.6, H.1, R26, R42.

A number and a place, never a diagnosis. A report acts for a week at most, and less if the
athlete says that it is gone; what it leads to is always the athlete's to refuse.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from hybridtui.domain.session import Side


class Part(StrEnum):
    """Where it hurts; from the ground up, then what is no matter of training."""

    FOOT = "foot"
    ANKLE = "ankle"
    SHIN = "shin"
    CALF = "calf"
    KNEE = "knee"
    THIGH_FRONT = "thigh_front"
    THIGH_BACK = "thigh_back"
    HIP = "hip"
    """Hip or groin."""
    LOWER_BACK = "lower_back"
    UPPER_BACK = "upper_back"
    NECK = "neck"
    SHOULDER = "shoulder"
    ELBOW = "elbow"
    WRIST = "wrist"
    """Wrist or hand."""
    CHEST = "chest"
    HEAD = "head"
    """Dizzy, faint, a headache."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pain:
    """What the athlete said at one instant."""

    id: str
    session_id: str | None = None
    """The session it was told in; None: told on the day itself."""
    at: datetime
    """UTC."""
    day: date
    """On the athlete's calendar."""
    part: Part
    side: Side | None = None
    """None: both sides, or the middle."""
    level: int
    """0-10; 0: it is gone."""
