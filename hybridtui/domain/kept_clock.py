"""The clock of a session as it is kept for the case that the program is killed: by the wall clock.

The steady clock means nothing to the next process, so every instant is written in UTC,
and read back by the wall clock of then. Source: reliability.md 2.6.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Self

from hybridtui.domain.engine.state import Now
from hybridtui.domain.guide import REST_FORGOTTEN
from hybridtui.domain.phases import Phase
from hybridtui.domain.session import Pause, Session
from hybridtui.domain.timeline import Timeline

LONGEST_PHASE_S = 7 * 24 * 3600
"""No phase lasts longer: as long as anything that can be logged."""


@dataclass(frozen=True, slots=True)
class KeptClock:
    """A timeline with its instants in UTC."""

    phases: tuple[Phase, ...]
    started: datetime
    """UTC."""
    pauses: tuple[Pause, ...] = ()

    @classmethod
    def of(cls, line: Timeline, now: Now) -> Self:
        """Return a timeline of the steady clock as the wall clock has it."""
        pauses = tuple(Pause(now.wall(began), None if end is None else now.wall(end)) for began, end in line.pauses)
        return cls(line.phases, now.wall(line.started), pauses)

    @property
    def can_run(self) -> bool:
        """True unless it is no clock at all: without phases, with lengths that cannot be, or standing still twice."""
        lengths = [phase.seconds for phase in self.phases if phase.seconds is not None]
        return (
            bool(self.phases)
            and all(0 <= length <= LONGEST_PHASE_S for length in lengths)
            and all(pause.ended is not None and pause.began <= pause.ended for pause in self.pauses[:-1])
        )

    def leads_through(self, session: Session) -> bool:
        """Return whether each of its phases belongs to a step that the session has, or to none."""
        return all(phase.step is None or 0 <= phase.step < len(session.steps) for phase in self.phases)

    def line(self, now: Now) -> Timeline:
        """Return it as a timeline of the steady clock that reads ``now``."""
        pauses = tuple(
            (_ticks(pause.began, now), None if pause.ended is None else _ticks(pause.ended, now))
            for pause in self.pauses
        )
        return Timeline(self.phases, _ticks(self.started, now), pauses)

    def is_forgotten(self, now: Now) -> bool:
        """Return whether it ended so long ago that nobody was there to follow it; one that is open never ends."""
        line = self.line(now)
        length = line.length_s
        return length is not None and line.running_s(now.ticks) - length > REST_FORGOTTEN.total_seconds()


def _ticks(when: datetime, now: Now) -> float:
    return now.ticks + (when - now.utc).total_seconds()
