"""Where an exercise stands: what was asked, what was done, and what comes next. Source: science.md B.4."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from hybridtui.domain.calendar import Week
from hybridtui.domain.history import Exposure
from hybridtui.domain.racks import USUAL, Racks
from hybridtui.domain.session import LoggedSet, SetKind, Side
from hybridtui.domain.units import Load


class Event(StrEnum):
    """What the last session led to."""

    FIRST = "first"
    MORE_REPS = "more reps"
    TOO_HARD = "too hard"
    RAISED = "raised"
    MORE_SETS = "more sets instead"
    ENOUGH_RAISES = "enough raises this week"
    WIDENED = "widened"
    EASED = "eased"
    LIGHT = "light"
    RESTARTED = "restarted"
    RETURNED = "returned"
    TOP = "top"
    HEAVIEST = "heaviest"


@dataclass(frozen=True, slots=True)
class Asked:
    """What a step asks for: sets, the range of reps, the effort."""

    sets: int
    lo: int
    hi: int
    rpe: float | None
    beginner: bool = False
    """True for an athlete who is one: loads may rise faster at first."""
    racks: Racks = USUAL
    """The weights there are to choose from."""


@dataclass(frozen=True, slots=True)
class Standing:
    """Where an exercise stands, and what comes next."""

    event: Event = Event.FIRST
    load: Load | None = None
    """To lift next; None: bodyweight, or nothing known."""
    on_body: bool = False
    """True if the load comes on top of the body's weight."""
    reps: tuple[int, ...] = ()
    """To aim at next, set by set."""
    last: tuple[int, ...] = ()
    """Reps done last time, at the load that counted."""
    last_load: Load | None = None
    last_rpe: float | None = None
    widened: int = 0
    """How often the range has grown at this load."""
    short: int = 0
    """Sessions in a row with a set below the range."""
    light: int = 0
    """Sessions in a row below the load."""
    mastered: int = 0
    """Sessions in a row at the top of the range without being hard."""
    sets: int = 0
    """Sets asked for last time."""
    day: date | None = None
    """Last time."""
    raised_in: tuple[Week, ...] = ()
    """Weeks of the last two increases."""
    since: date | None = None
    """First time."""
    away: int = 0
    """Days without it before the session to come, if they were a break."""

    @property
    def kg(self) -> float:
        """The external load to lift next; 0 without one."""
        return self.load.kg if self.load else 0.0


def judged(past: Iterable[Exposure]) -> list[Exposure]:
    """Return the sessions that say where an exercise stands: those with working sets that were no stations."""
    return [exposure for exposure in past if not exposure.by_clock and rounds(exposure.sets)]


@dataclass(frozen=True, slots=True)
class Round:
    """One set as it counts: both sides, the weaker one deciding."""

    load: Load | None
    on_body: bool
    reps: int
    seconds: float
    rpe: float | None

    @property
    def kg(self) -> float:
        """The external load."""
        return self.load.kg if self.load else 0.0


def rounds(sets: Iterable[LoggedSet]) -> tuple[Round, ...]:
    """Return the working sets; a left and a right one make one, a side alone makes none."""
    working = [s for s in sets if s.kind in (SetKind.WORKING, SetKind.FAILURE)]
    left = [s for s in working if s.side is Side.LEFT]
    right = [s for s in working if s.side is Side.RIGHT]
    weaker = [min(pair, key=_done) for pair in zip(left, right, strict=False)]
    counted = sorted([s for s in working if s.side is None] + weaker, key=lambda s: s.position)
    return tuple(Round(s.load, s.bodyweight, s.reps or 0, s.seconds or 0.0, s.rpe) for s in counted)


def _done(logged: LoggedSet) -> tuple[float, int, float]:
    return (logged.load.kg if logged.load else 0.0, logged.reps or 0, logged.seconds or 0.0)
