"""What the session engine works on: the session with its clock, what can happen, and what came of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from hybridtui.domain.drafts import RunDraft, SetDraft
from hybridtui.domain.guide import Place
from hybridtui.domain.session import Session
from hybridtui.domain.timeline import Timeline


@dataclass(frozen=True, slots=True)
class Now:
    """One instant on both clocks: the wall's, for what is written down, and the steady one, for what runs."""

    utc: datetime
    ticks: float
    """Seconds of a clock that never steps and runs on while the machine sleeps."""

    def wall(self, ticks: float) -> datetime:
        """Return what the wall clock says at another instant of the steady one."""
        return self.utc + timedelta(seconds=ticks - self.ticks)


@dataclass(frozen=True, slots=True)
class State:
    """A session, and the clock that leads through it, if one runs."""

    session: Session
    line: Timeline | None = None
    """On the steady clock; each of its phases knows the place it belongs to."""


@dataclass(frozen=True, slots=True)
class LogSets:
    """Sets were done at a place, or outside the plan."""

    place: Place | None
    exercise: str
    drafts: tuple[SetDraft, ...]
    per_side: bool = False
    """Outside the plan: whether the exercise is done side by side."""
    name: str = ""
    """Of the exercise, for people."""


@dataclass(frozen=True, slots=True)
class LogRun:
    """A run was done at a place, or outside the plan."""

    place: Place | None
    draft: RunDraft


@dataclass(frozen=True, slots=True)
class Tick:
    """Something that is not logged was done: a drill, a walk, a stretch."""

    place: Place


@dataclass(frozen=True, slots=True)
class Skip:
    """A place is left out."""

    place: Place


@dataclass(frozen=True, slots=True)
class SkipStep:
    """What is left of a step is left out; of a warm-up or cool-down all that is left of it."""

    step: int


@dataclass(frozen=True, slots=True)
class Begin:
    """The clock of the current place is started; it leads on through what goes by the clock after it."""


@dataclass(frozen=True, slots=True)
class Split:
    """What the clock shows is done now: a repeat by distance, a station, a rest cut short."""


@dataclass(frozen=True, slots=True)
class Halt:
    """The clock is put away; nothing is logged by it."""


@dataclass(frozen=True, slots=True)
class Longer:
    """The phase that runs, or else the rest, gets so many seconds more, or fewer."""

    seconds: int


@dataclass(frozen=True, slots=True)
class Pass:
    """Time passed: whatever the clock led through since is logged or ticked off, in order, each at its time."""


@dataclass(frozen=True, slots=True)
class Hold:
    """Everything stands still: the clock, the rest, the length of the session."""


@dataclass(frozen=True, slots=True)
class GoOn:
    """Everything runs on."""


@dataclass(frozen=True, slots=True)
class Rework:
    """The session was rearranged: steps moved, exchanged, added or joined, entries with them."""

    after: Session
    label: str


Event = LogSets | LogRun | Tick | Skip | SkipStep | Begin | Split | Halt | Longer | Pass | Hold | GoOn | Rework
"""What can happen in an open session."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What came of an event."""

    state: State
    label: str = ""
    """What was done, as undo names it; empty: nothing that can be undone (a clock started, time passed idly)."""
    minor: bool = False
    """True for what undo takes back only with what it hangs on (a longer rest)."""
    logged: tuple[Place, ...] = ()
    """Places that ended by this event, in order."""
