"""Double progression: first more reps, then more load. Source: science.md B.4, R22.

Where an exercise stands is a fold over the sessions it was done in, oldest first; it
is never stored. Correct an old set, and everything after it follows.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum

from hybridtui.domain.calendar import Week
from hybridtui.domain.exercises import Exercise
from hybridtui.domain.history import Exposure
from hybridtui.domain.plates import loadable_above, loadable_below
from hybridtui.domain.session import LoggedSet, SetKind, Side
from hybridtui.domain.units import Load

HARDEST_RPE = 8.0
"""Last set at most so hard, or not rated: the load may go up."""

MASTERY_RPE = 7.0
"""Sets at the top of the range, at most so hard, two sessions in a row: ready for a harder exercise (R28)."""

STALL_SESSIONS = 3
STALL_SHARE = 0.90
"""After so many sessions in a row with a set below the range, so much of the load is kept."""

BIG_STEP = 0.10
WIDENINGS = 2
WIDER_BY = 2
"""A step above this share of the load waits: the range first grows twice by two reps."""

RAISES_A_WEEK = 2
"""R22."""

EASY_RPE = 6.0
"""A session that asked for no more than this (deload, technique) earns and costs nothing."""

LAYOFF = timedelta(days=28)
"""After so long a gap, a lighter load is a new start, not a light day (a product decision)."""

_SAME_KG = 0.01


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
    TOP = "top"


@dataclass(frozen=True, slots=True)
class Asked:
    """What a step asks for: sets, the range of reps, the effort."""

    sets: int
    lo: int
    hi: int
    rpe: float | None


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

    @property
    def kg(self) -> float:
        """The external load to lift next; 0 without one."""
        return self.load.kg if self.load else 0.0


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


def standing(past: Sequence[Exposure], asked: Asked, exercise: Exercise, day: date | None = None) -> Standing:
    """Fold the sessions, oldest first, into where the exercise stands for ``asked`` on ``day``."""
    now = Standing()
    for exposure in past:
        if done := rounds(exposure.sets):
            sets = exposure.target_sets or min(asked.sets, len(done))
            settled = _settled(now, sets, exposure.local_date)
            now = _after(settled, exposure, done, replace(asked, sets=sets), exercise)
    settled = _settled(now, asked.sets, day)
    return replace(settled, reps=_filled(settled.reps, asked.sets, asked.lo))


def _settled(now: Standing, sets: int, day: date | None) -> Standing:
    """Let an earned increase come true, unless R22 holds it back."""
    if now.event is not Event.RAISED:
        return now
    held = replace(now, load=now.last_load, reps=_filled(now.last, sets, now.reps[0]))
    if sets > now.sets:
        return replace(held, event=Event.MORE_SETS)
    week = Week.of(day) if day else None
    if week and now.raised_in == (week,) * RAISES_A_WEEK:
        return replace(held, event=Event.ENOUGH_RAISES)
    return replace(now, widened=0, raised_in=(*now.raised_in, week)[-RAISES_A_WEEK:] if week else now.raised_in)


def _after(now: Standing, exposure: Exposure, done: Sequence[Round], asked: Asked, exercise: Exercise) -> Standing:
    """Return the standing after one more session."""
    first = now.event is Event.FIRST
    asked_kg = exposure.target_load_kg or 0.0
    aim_kg = asked_kg if first else now.kg
    easy = exposure.target_rpe is not None and exposure.target_rpe <= EASY_RPE < (asked.rpe or HARDEST_RPE)
    reached = sum(r.kg >= aim_kg - _SAME_KG for r in done)
    day = exposure.local_date
    if first:
        judged = not easy and reached >= min(asked.sets, len(done))
        return _judged(now, day, done, asked, exercise) if judged else _started(now, day, done, asked, Event.MORE_REPS)
    if reached and not easy:
        return _judged(now, day, done, asked, exercise)
    if easy or 0 < asked_kg < aim_kg - _SAME_KG:
        return replace(now, event=Event.LIGHT)
    if now.light or (now.day is not None and day - now.day >= LAYOFF):
        return _started(now, day, done, asked, Event.RESTARTED)
    return replace(now, event=Event.LIGHT, light=1, day=day)


def _started(now: Standing, day: date, done: Sequence[Round], asked: Asked, event: Event) -> Standing:
    """Take what was lifted as the load to go on from; it earns nothing."""
    base = _measured(replace(now, event=Event.FIRST, load=None, widened=0, short=0), day, done, asked)
    return replace(base, event=event, short=0, reps=_more_reps(base.last, asked, asked.hi))


def _judged(now: Standing, day: date, done: Sequence[Round], asked: Asked, exercise: Exercise) -> Standing:
    """Judge a session at the load (or above): more load, more reps, or less load."""
    base = _measured(now, day, done, asked)
    top = asked.hi + WIDER_BY * base.widened
    if len(base.last) >= asked.sets and min(base.last) >= top:
        if base.last_rpe is not None and base.last_rpe > HARDEST_RPE:
            return replace(base, event=Event.TOO_HARD, reps=(top,) * asked.sets)
        mastered = base.last_rpe is None or base.last_rpe <= MASTERY_RPE
        return replace(_earned(base, asked, exercise), mastered=now.mastered + 1 if mastered else 0)
    if base.short >= STALL_SESSIONS:
        return _eased(base, asked, exercise)
    return replace(base, event=Event.MORE_REPS, reps=_more_reps(base.last, asked, top))


def _measured(now: Standing, day: date, done: Sequence[Round], asked: Asked) -> Standing:
    """Note the load that as many sets as asked reached, and the reps of the sets that reached it."""
    known = now.event is not Event.FIRST
    heaviest = sorted((r for r in done if not known or r.kg >= now.kg - _SAME_KG), key=lambda r: r.kg, reverse=True)
    deciding = heaviest[min(asked.sets, len(heaviest)) - 1]
    if known and len(heaviest) < asked.sets:
        deciding = replace(deciding, load=now.load)
    counted = [r for r in done if r.kg >= deciding.kg - _SAME_KG]
    dropped = len(counted) < asked.sets <= len(done)
    short = dropped or any(r.reps < asked.lo for r in counted[: asked.sets])
    same_load = known and abs(deciding.kg - now.kg) < _SAME_KG
    return replace(
        now,
        load=deciding.load,
        on_body=deciding.on_body,
        last=tuple(r.reps for r in counted),
        last_load=deciding.load,
        last_rpe=counted[-1].rpe,
        widened=now.widened if same_load else 0,
        short=now.short + 1 if short else 0,
        light=0,
        mastered=0,
        sets=asked.sets,
        day=day,
    )


def _earned(base: Standing, asked: Asked, exercise: Exercise) -> Standing:
    """Raise the load by one step; where that is a big one, widen the range first."""
    if base.load is None:
        return replace(base, event=Event.TOP, reps=(asked.hi,) * asked.sets)
    higher = loadable_above(base.load, exercise.equipment)
    if higher.kg - base.load.kg > BIG_STEP * base.load.kg and not base.on_body:
        widened = base.widened
        while widened < WIDENINGS and min(base.last) >= asked.hi + WIDER_BY * widened:
            widened += 1
        top = asked.hi + WIDER_BY * widened
        if min(base.last) < top:
            return replace(base, event=Event.WIDENED, widened=widened, reps=_more_reps(base.last, asked, top))
    return replace(base, event=Event.RAISED, load=higher, reps=(asked.lo,) * asked.sets)


def _eased(base: Standing, asked: Asked, exercise: Exercise) -> Standing:
    """Take a tenth off the load, down to one that exists, and count afresh."""
    load = base.load
    if load is not None:
        load = loadable_below(Load(load.value * STALL_SHARE, load.unit), exercise.equipment, load.unit)
    return replace(base, event=Event.EASED, load=load, reps=(asked.lo,) * asked.sets, short=0, widened=0)


def _more_reps(done: Sequence[int], asked: Asked, top: int) -> tuple[int, ...]:
    """Bring every set into the range; once they all are, ask one more rep of the first below its top.

    >>> _more_reps((8, 7, 7), Asked(3, 6, 8, None), 8), _more_reps((6, 5, 5), Asked(3, 6, 8, None), 8)
    ((8, 8, 7), (6, 6, 6))
    """
    wanted = [min(max(reps, asked.lo), top) for reps in _filled(done, asked.sets, asked.lo)]
    if min(done[: asked.sets], default=0) >= asked.lo:
        below = next((n for n, reps in enumerate(wanted) if reps < top), None)
        if below is not None:
            wanted[below] += 1
    return tuple(wanted)


def _filled(reps: Sequence[int], sets: int, lo: int) -> tuple[int, ...]:
    """Cut or fill to as many sets as asked."""
    return (*reps, *(lo,) * sets)[:sets]
