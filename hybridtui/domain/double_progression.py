"""Double progression: first more reps, then more load; with fixed reps, more load each time.

Source: science.md B.4, R22.

Where an exercise stands is a fold over the sessions it was done in, oldest first; it
is never stored. Correct an old set, and everything after it follows.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from hybridtui.domain.breaks import days_away, share_after
from hybridtui.domain.calendar import Week
from hybridtui.domain.exercises import Exercise
from hybridtui.domain.history import Exposure
from hybridtui.domain.plates import loadable_above, loadable_below
from hybridtui.domain.standing import Asked, Event, Round, Standing, rounds
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

BY_FEEL_RPE, BY_FEEL_REPS = 7.5, 6
"""Prescriptions from this effort on and of so many reps at most are for strength: their ratings set the load (B.3)."""

LAYOFF = timedelta(days=28)
"""After so long a gap, a lighter load is a new start, not a light day (a product decision)."""

TWO_STEPS_FOR = timedelta(weeks=3)
"""So long a beginner's squats and hinges on a bar may rise by two steps at once, if that is no big step."""

_SAME_KG = 0.01


def standing(
    past: Sequence[Exposure],
    asked: Asked,
    exercise: Exercise,
    day: date | None = None,
    trained: Sequence[date] | None = None,
) -> Standing:
    """Fold the sessions, oldest first, into where the exercise stands for ``asked`` on ``day``.

    ``trained`` are all days it was done on, if ``past`` holds only some of them: what
    lies between two of them for two weeks and more is a break.
    """
    now = Standing()
    days = [exposure.local_date for exposure in past] if trained is None else trained
    for exposure in past:
        if done := rounds(exposure.sets):
            sets = exposure.target_sets or min(asked.sets, len(done))
            now = _come_to(now, replace(asked, sets=sets), exercise, exposure.local_date, days)
            whole = exposure.target_sets is not None or len(done) >= asked.sets
            now = _after(now, exposure, done, replace(asked, sets=sets), exercise)
            now = now if whole else replace(now, mastered=0)
    now = _come_to(now, asked, exercise, day, days)
    return replace(now, reps=_filled(now.reps, asked.sets, asked.lo))


def _come_to(now: Standing, asked: Asked, exercise: Exercise, day: date | None, trained: Sequence[date]) -> Standing:
    """Let time pass until ``day``: an earned increase comes true, or a break takes some of the load."""
    days = days_away(trained, day) if now.event is not Event.FIRST else 0
    share = share_after(days)
    if share == 1:
        return _settled(now, asked.sets, day)
    load = now.last_load if now.event in (Event.RAISED, Event.MORE_SETS, Event.ENOUGH_RAISES) else now.load
    if load is not None:
        load = loadable_below(Load(load.value * share, load.unit), exercise.equipment, load.unit, asked.racks)
    reps = (asked.lo,) * asked.sets
    return replace(now, event=Event.RETURNED, load=load, reps=reps, widened=0, short=0, light=0, mastered=0, away=days)


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
    if by_feel(exposure, done):
        return _started(now, day, done, asked, Event.MORE_REPS)
    if easy or 0 < asked_kg < aim_kg - _SAME_KG:
        return replace(now, event=Event.LIGHT)
    if now.light or (now.day is not None and day - now.day >= LAYOFF):
        return _started(now, day, done, asked, Event.RESTARTED)
    return replace(now, event=Event.LIGHT, light=1, day=day)


def by_feel(exposure: Exposure, done: Sequence[Round]) -> bool:
    """Return whether a session was for strength, hard and rated: its load followed from its ratings (B.4)."""
    heavy = exposure.target_rpe is not None and exposure.target_rpe >= BY_FEEL_RPE
    few = exposure.target_reps is not None and (exposure.target_reps_max or exposure.target_reps) <= BY_FEEL_REPS
    return heavy and few and all(r.rpe is not None for r in done)


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
    if len(done) < asked.sets:
        return replace(base, event=Event.MORE_REPS, reps=_still_to_do(base.last, now.reps, asked, top))
    return replace(base, event=Event.MORE_REPS, reps=_more_reps(base.last, asked, top))


def _still_to_do(done: Sequence[int], aimed: Sequence[int], asked: Asked, top: int) -> tuple[int, ...]:
    """Return the aims after a session that was finished short: nobody earned more reps at sets that were not done.

    Those stay as they were aimed at; the ones that were done are brought into the range.

    >>> _still_to_do((8,), (8, 8, 7), Asked(3, 6, 8, None), 8), _still_to_do((5,), (), Asked(3, 6, 8, None), 8)
    ((8, 8, 7), (6, 6, 6))
    """
    reached = [min(max(reps, asked.lo), top) for reps in done]
    return _filled((*reached, *aimed[len(done) :]), asked.sets, asked.lo)


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
        since=now.since or day,
        away=0,
    )


def _earned(base: Standing, asked: Asked, exercise: Exercise) -> Standing:
    """Raise the load by one step; where that is a big one, widen the range first."""
    if base.load is None:
        return replace(base, event=Event.TOP, reps=(asked.hi,) * asked.sets)
    higher = loadable_above(base.load, exercise.equipment, asked.racks)
    if higher == base.load:
        return replace(base, event=Event.HEAVIEST, reps=(asked.hi,) * asked.sets)
    if higher.kg - base.load.kg > BIG_STEP * base.load.kg and not base.on_body:
        widened = base.widened
        while widened < WIDENINGS and min(base.last) >= asked.hi + WIDER_BY * widened:
            widened += 1
        top = asked.hi + WIDER_BY * widened
        if min(base.last) < top:
            return replace(base, event=Event.WIDENED, widened=widened, reps=_more_reps(base.last, asked, top))
    if _learns_fast(base, asked, exercise):
        higher = _two_steps(base.load, higher, asked, exercise)
    return replace(base, event=Event.RAISED, load=higher, reps=(asked.lo,) * asked.sets)


def _learns_fast(base: Standing, asked: Asked, exercise: Exercise) -> bool:
    """Return whether a lift is in a beginner's first weeks of linear progression (B.4)."""
    linear = asked.beginner and asked.lo == asked.hi and exercise.pattern in ("squat", "hinge")
    new = base.day is not None and base.since is not None and base.day - base.since < TWO_STEPS_FOR
    return linear and new and any("barbell" in way for way in exercise.equipment)


def _two_steps(load: Load, one: Load, asked: Asked, exercise: Exercise) -> Load:
    two = loadable_above(one, exercise.equipment, asked.racks)
    return two if two.kg - load.kg <= BIG_STEP * load.kg + _SAME_KG else one


def _eased(base: Standing, asked: Asked, exercise: Exercise) -> Standing:
    """Take a tenth off the load, down to one that exists, and count afresh."""
    load = base.load
    if load is not None:
        load = loadable_below(Load(load.value * STALL_SHARE, load.unit), exercise.equipment, load.unit, asked.racks)
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
