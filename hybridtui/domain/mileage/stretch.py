"""One logged stretch of running, with what tells how all-out it was."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from hybridtui.domain.workout import Kind

ALL_OUT = frozenset({"race", "timetrial"})
"""Subtypes that are run as fast as they go."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """A stretch of running with a time, of a finished session."""

    session_id: str
    day: date
    title: str
    """Of the session."""
    kind: Kind
    subtype: str
    """Of the session: what was meant by it."""
    metres: float | None
    """None: not known, as on many a treadmill."""
    seconds: float
    """Moving time, pauses taken out."""
    avg_hr: int | None = None
    ascent_m: float | None = None

    @property
    def raced(self) -> bool:
        """True for a race or a time trial."""
        return self.kind is Kind.RUN and self.subtype in ALL_OUT
