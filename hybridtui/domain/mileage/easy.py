"""Running at easy effort: how fast, and with how many heartbeats. Source: science.md C.5, C.11."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from hybridtui.domain.mileage.effort import Effort
from hybridtui.domain.mileage.sums import StretchSums


@dataclass(frozen=True, slots=True, kw_only=True)
class EasyRunning:
    """All stretches at easy effort of one week or month."""

    stretches: int
    metres: float
    seconds: float
    known_climbs: int
    flat_seconds: float
    beats: float
    beating_s: float

    @property
    def s_per_km(self) -> float | None:
        """Moving mean pace; None without a distance."""
        return self.seconds * 1000 / self.metres if self.metres else None

    @property
    def flat_s_per_km(self) -> float | None:
        """The pace on the flat that costs as much; None where no ascent is known."""
        return self.flat_seconds * 1000 / self.metres if self.metres and self.known_climbs else None

    @property
    def bpm(self) -> float | None:
        """Mean heart rate; None without one."""
        return self.beats * 60 / self.beating_s if self.beating_s else None


def easy_running(sums: Iterable[StretchSums], threshold: float | None) -> EasyRunning | None:
    """Return what was run at easy effort; None if nothing was."""
    easy = [part for part in sums if part.judged(threshold).effort is Effort.EASY]
    if not easy:
        return None
    return EasyRunning(
        stretches=sum(part.stretches for part in easy),
        metres=sum(part.metres for part in easy),
        seconds=sum(part.seconds for part in easy),
        known_climbs=sum(part.known_climbs for part in easy),
        flat_seconds=sum(part.flat_seconds for part in easy),
        beats=sum(part.beats for part in easy),
        beating_s=sum(part.beating_s for part in easy),
    )
