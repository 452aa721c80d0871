"""The clock that runs now: one at a time, the same on every screen.

Nothing here counts: a clock is a timeline with deadlines, read whenever something is
painted (reliability.md 2.6).
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from math import ceil, floor
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from hybridtui.domain.guide import Rest
    from hybridtui.domain.phases import Reading
    from hybridtui.domain.timeline import Timeline

Origin = Literal["rest", "step", "own"]
"""A rest of the session, the clock that leads through its steps, or the Timer screen by itself."""

_ALMOST = 1e-6
"""Seconds by which sums of floats may miss a whole second."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Running:
    """A running timeline, what it is for, and what comes after it."""

    timeline: Timeline
    origin: Origin
    label: str
    """What it times, in words of the app or of the athlete: shown as text, never as markup."""
    following: str = ""
    """What comes after it."""
    asks: tuple[str, ...] = ()
    """What each phase asks for, in words, in the order of the phases: ``400 m at 4:10/km``; empty: nothing more."""

    counted: tuple[str, ...] = ()
    """What the number of each phase counts, likewise: ``rep``, ``round``, ``minute``."""
    rounds: int = 0
    """Of an AMRAP: in which round the athlete is."""

    def adjusts(self, ticks: float) -> bool:
        """Return whether what runs can be made longer or shorter: not an open phase, nor one of a rep."""
        from hybridtui.domain.phases import TEMPO_PHASES  # with a clock, not before: the first paint is quicker

        phase = self.timeline.reading(ticks).phase
        return phase.seconds is not None and phase.kind not in TEMPO_PHASES

    @property
    def leads(self) -> bool:
        """True if it leads on from one thing to do to the next by itself."""
        return len({(phase.step, phase.set_number) for phase in self.timeline.phases if phase.step is not None}) > 1

    def asked(self, index: int) -> str:
        """Return what the phase at ``index`` asks for, in words; empty: nothing beyond its name."""
        return self.asks[index] if index < len(self.asks) else ""

    def counts(self, index: int) -> str:
        """Return what the number of the phase at ``index`` counts, in one word; empty: it speaks for itself."""
        return self.counted[index] if index < len(self.counted) else ""

    def with_timeline(self, timeline: Timeline) -> Running:
        """Return the same clock on a changed timeline."""
        return replace(self, timeline=timeline)


@dataclass(frozen=True, slots=True)
class Resting:
    """A rest after a set, and what the steady clock reads of it."""

    rest: Rest
    line: Timeline

    def wall(self, ticks: float) -> datetime:
        """Return what the wall clock would say at ``ticks`` had it not been stepped since the rest began, UTC."""
        return self.rest.since + timedelta(seconds=ticks - self.line.started)

    def goes_on_in(self, rest: Rest) -> bool:
        """Return whether another look at the log found the same rest, with no pause that this one does not know of."""
        known, pauses = len(self.rest.pauses), len(rest.pauses)
        return rest.since == self.rest.since and pauses == known + (pauses > known and rest.is_paused)


def face(reading: Reading) -> str:
    """Write what the digits show: time left, rounded up; time gone where nothing ends; overtime with a plus.

    A rest of 90 s begins at 1:30 and shows 0:00 only when it is over.
    """
    if reading.finished:
        return "+" + hands(floor(reading.over_s + _ALMOST)) if reading.over_s >= 1 else "0:00"
    if reading.left_s is not None:
        return hands(ceil(reading.left_s - _ALMOST))
    return hands(floor(reading.elapsed_s + _ALMOST))


def hands(seconds: int) -> str:
    """Write whole seconds as ``m:ss`` or ``h:mm:ss``."""
    hours, rest = divmod(max(0, seconds), 3600)
    minutes, secs = divmod(rest, 60)
    return f"{hours}:{minutes:02d}:{secs:02d}" if hours else f"{minutes}:{secs:02d}"
