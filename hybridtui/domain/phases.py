"""What timers are made of: phases, the edges within them, and what is shown of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

LAST_SECONDS = 10.0
"""How long before its end a phase says so."""

TICKS = (3.0, 2.0, 1.0)
"""Seconds left that are counted aloud."""


class PhaseKind(StrEnum):
    """What a phase of a timer asks for."""

    PREPARE = "prepare"
    WORK = "work"
    REST = "rest"
    HOLD = "hold"
    RUN = "run"
    JOG = "jog"
    LOWER = "lower"
    STRETCH = "stretch"
    LIFT = "lift"
    TOP = "top"
    OPEN = "open"
    """A stopwatch."""


TEMPO_PHASES = frozenset({PhaseKind.LOWER, PhaseKind.STRETCH, PhaseKind.LIFT, PhaseKind.TOP})
"""The four parts of a rep: too short to be counted down."""


class EdgeKind(StrEnum):
    """What happens at an instant."""

    START = "start"
    LAST_TEN = "last_ten"
    TICK3 = "tick3"
    END = "end"
    FINISHED = "finished"


@dataclass(frozen=True, slots=True)
class Phase:
    """A stretch of a timeline: so many seconds, or open until it is skipped."""

    kind: PhaseKind
    label: str
    seconds: float | None
    number: int = 0
    """Which round, rep or interval it belongs to, from 1; 0: none."""
    of: int = 0
    """How many of them there are."""
    step: int | None = None
    """Index of the session's step that it belongs to; None: a clock of its own. A rest belongs to what follows it."""
    set_number: int | None = None
    """Which set of that step, from 1."""
    ends: bool = False
    """True if its end is the end of that set: passing it logs the set, or ticks it off."""


@dataclass(frozen=True, slots=True)
class Edge:
    """An instant worth a sound: ``at`` in seconds of running time, pauses taken out."""

    kind: EdgeKind
    at: float
    phase: int
    left: int = 0
    """Seconds left in the phase: 10 at ``last_ten``, 3 to 1 at ``tick3``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What a timer shows at one instant."""

    phase_index: int
    phase: Phase
    left_s: float | None
    """Seconds left in the phase, never below zero; None: it is open."""
    elapsed_s: float
    """Seconds into the phase."""
    total_s: float
    """Seconds since the start, pauses taken out."""
    over_s: float
    """Seconds since everything ended: the overtime of a rest."""
    finished: bool
    paused: bool
    count: str
    """``3 of 8``: which round or rep; empty where nothing is counted."""
    next_phase: Phase | None

    @property
    def share(self) -> float:
        """How much of the phase has gone, 0 to 1; 0 if it is open."""
        if self.left_s is None:
            return 0.0
        whole = self.left_s + self.elapsed_s
        return self.elapsed_s / whole if whole else 1.0


def edges_of(phase: Phase, index: int, start: float) -> Iterator[Edge]:
    """Yield what happens in the phase at ``index`` that begins at ``start``, in order."""
    yield Edge(EdgeKind.START, start, index)
    if phase.seconds is None:
        return
    end = start + phase.seconds
    if phase.kind not in TEMPO_PHASES:
        if phase.seconds > LAST_SECONDS:
            yield Edge(EdgeKind.LAST_TEN, end - LAST_SECONDS, index, int(LAST_SECONDS))
        for left in TICKS:
            if phase.seconds > left or (phase.kind is PhaseKind.PREPARE and phase.seconds == left):
                yield Edge(EdgeKind.TICK3, end - left, index, int(left))
    yield Edge(EdgeKind.END, end, index)
