"""What the store adds up of running: sessions and stretches of one kind and effort in one week or month."""

from __future__ import annotations

from dataclasses import dataclass

from hybridtui.domain.calendar import Period
from hybridtui.domain.mileage.effort import Judged, judged
from hybridtui.domain.workout import Kind


@dataclass(frozen=True, slots=True, kw_only=True)
class Alike:
    """Runs of one week or month of which the same is known: they are judged alike."""

    period: Period
    kind: Kind
    subtype: str
    level: int | None
    """Of a circuit."""
    rpe: float | None
    bpm: int | None
    """Mean heart rate of the session; None: not known, or not needed."""

    def judged(self, threshold: float | None) -> Judged:
        """Return how hard they were."""
        return judged(self.kind, self.subtype, self.rpe, self.bpm, threshold, level=self.level)


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionSums(Alike):
    """Sessions with running."""

    sessions: int
    seconds: float
    """Run time, of a circuit half of it."""
    metres: float
    longest_s: float
    """Run time of the longest of them."""
    longest_m: float


@dataclass(frozen=True, slots=True, kw_only=True)
class StretchSums(Alike):
    """Stretches with a distance and a time."""

    stretches: int
    metres: float
    seconds: float
    """Moving time."""
    known_climbs: int
    """Stretches whose ascent is known."""
    flat_seconds: float
    """The time they would have taken on the flat; of those without a known ascent, their own time."""
    beats: float
    """Heartbeats: mean heart rate times minutes, of those with a heart rate."""
    beating_s: float
    """Seconds of those with a heart rate."""
