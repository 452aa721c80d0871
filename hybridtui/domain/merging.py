"""A session that is imported again from a copy that knows more: what was missing is added, and never doubled.

A later export is longer, another export has a column more, a whole file takes the place of
one that was cut off. The stored session keeps all that it says; it gets what it lacks:

- fields that are empty (effort, heart rates, ascent, rests, notes, lengths that were
  estimated, the zone);
- sets and runs, but only if all of its own are found in the copy in order: one whose
  numbers the athlete corrected, or that they deleted, keeps them as they are;
- of a session that was recovered from a damaged file, the numbers of a sound one.

What the same file tells again is never looked at: what was emptied by hand stays empty.
Without contradictions between them, the order in which copies come does not matter.
Source: formats.md 4 (merge metadata from a later export), 1.1.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TypeAlias

from hybridtui.domain.calendar import Moment
from hybridtui.domain.flags import (
    DAMAGED,
    HEART_RATE_COMPUTED,
    LENGTH_CAPPED,
    LENGTH_ESTIMATED,
    ROWS_LEFT_OUT,
    WANTING,
    ZONE_ASSUMED,
)
from hybridtui.domain.session import LoggedSet, RunEntry, Session
from hybridtui.domain.totals import with_totals

SAME_KG = 0.05
"""Loads nearer than this are one, told in kilograms and in pounds."""

SAME_SHARE = 0.01
"""Share by which a distance or a time may differ between two exports: they round."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Gist:
    """How much of a session is told: what says, without its sets, whether a copy may know more. All are counts."""

    sets: int = 0
    reps: int = 0
    runs: int = 0
    """Stretches of any sport."""
    metres: float = 0.0
    tonnage_kg: float = 0.0
    rated: bool = False
    has_hr: bool = False
    has_note: bool = False
    has_title: bool = False
    set_rpes: int = 0
    set_rests: int = 0
    set_notes: int = 0
    set_times: int = 0
    guessed: int = 0
    """Sets whose exercise a watch guessed."""
    run_metres: int = 0
    """Stretches with a distance."""
    run_seconds: int = 0
    """Stretches with a time."""
    run_elapsed: int = 0
    run_hrs: int = 0
    """Mean and greatest heart rates."""
    run_ascents: int = 0
    run_rpes: int = 0
    run_rests: int = 0
    run_notes: int = 0
    wanting: tuple[str, ...] = ()
    """Flags that a better copy does not have, sorted."""


def gist(session: Session) -> Gist:
    """Return how much of a session is told."""
    sets, runs = session.sets, session.runs
    return Gist(
        sets=len(sets),
        reps=sum((each.reps or 0) * each.sides for each in sets),
        runs=len(runs),
        metres=sum(run.distance.metres for run in runs if run.distance is not None),
        tonnage_kg=session.tonnage_kg,
        rated=session.rpe is not None,
        has_hr=session.avg_hr is not None,
        has_note=bool(session.note),
        has_title=bool(session.title),
        set_rpes=sum(each.rpe is not None for each in sets),
        set_rests=sum(each.rest_s is not None for each in sets),
        set_notes=sum(bool(each.note) for each in sets),
        set_times=sum(each.logged_at is not None for each in sets),
        guessed=sum(each.unconfirmed for each in sets),
        run_metres=sum(run.distance is not None for run in runs),
        run_seconds=sum(run.seconds > 0 for run in runs),
        run_elapsed=sum(run.elapsed_s is not None for run in runs),
        run_hrs=sum((run.avg_hr is not None) + (run.max_hr is not None) for run in runs),
        run_ascents=sum(run.ascent_m is not None for run in runs),
        run_rpes=sum(run.rpe is not None for run in runs),
        run_rests=sum(run.rest_s is not None for run in runs),
        run_notes=sum(bool(run.note) for run in runs),
        wanting=tuple(sorted(WANTING.intersection(session.flags))),
    )


_MORE = (
    "sets", "runs", "rated", "has_hr", "has_note", "has_title", "set_rpes", "set_rests", "set_notes", "set_times",
    "run_metres", "run_seconds", "run_elapsed", "run_hrs", "run_ascents", "run_rpes", "run_rests", "run_notes",
)  # fmt: skip


def knows_more(copy: Gist, known: Gist) -> bool:
    """Return whether a copy may know what the stored session lacks: whether asking :func:`completed` is worth it."""
    if copy == known:
        return False
    better = bool(set(known.wanting) - set(copy.wanting)) or copy.guessed < known.guessed
    return better or any(getattr(copy, name) > getattr(known, name) for name in _MORE)


def completed(known: Session, copy: Session) -> Session | None:
    """Return the stored session with what it lacked and a copy of it has; None if it gains nothing.

    Its id, key, batch and plan stay; so does all that it says, unless it was recovered from
    a damaged file and the copy is sound. Totals are told anew.
    """
    if copy.original is not None and copy.original == known.original:
        return None
    known_sound, copy_sound = (DAMAGED.isdisjoint(each.flags) for each in (known, copy))
    if known_sound and not copy_sound:
        return None
    whole = _filled(known, copy) if known_sound or not copy_sound else _repaired(known, copy)
    if whole == known:
        return None
    return with_totals(replace(whole, original=known.original or copy.original))


def _filled(known: Session, copy: Session) -> Session:
    """Fill what is empty, and add what is missing."""
    mine, theirs = _entries(known), _entries(copy)
    entries = _merged(mine, theirs)
    grew = len(entries) > len(mine)
    timed = _timed_by(known, copy, grew=grew)
    gone = {ZONE_ASSUMED} - set(copy.flags)
    if timed is copy:
        gone |= {LENGTH_ESTIMATED} - set(copy.flags)
    if len(entries) == len(theirs) and found_in(mine, theirs) is not None:
        gone |= {ROWS_LEFT_OUT} - set(copy.flags)
    zoned = copy if ZONE_ASSUMED in gone & set(known.flags) and known.started.utc == copy.started.utc else known
    kind = copy if grew else known
    return replace(
        _header(known, copy),
        kind=kind.kind,
        sport=kind.sport or known.sport,
        started=zoned.started,
        ended=timed.ended if timed is copy or zoned is known else _on_the_clock_of(zoned, timed),
        run_s=timed.run_s,
        strength_s=timed.strength_s,
        other_s=timed.other_s,
        flags=(*(flag for flag in known.flags if flag not in gone), *_with_heart_rate(known, copy)),
        sets=tuple(each for each in entries if isinstance(each, LoggedSet)),
        runs=tuple(each for each in entries if isinstance(each, RunEntry)),
    )


def _repaired(known: Session, copy: Session) -> Session:
    """Let a sound copy take the place of what was recovered; what its athlete said of it stays."""
    mine, theirs = _entries(known), _entries(copy)
    entries = tuple(
        _said_again(mine[at], each) if at < len(mine) and type(mine[at]) is type(each) else each
        for at, each in enumerate(theirs)
    )
    said = _header(known, copy)
    return replace(
        copy,
        id=known.id,
        batch_id=known.batch_id,
        fingerprint=known.fingerprint,
        workout_id=known.workout_id,
        title=said.title,
        subtype=said.subtype,
        level=said.level,
        rpe=said.rpe,
        note=said.note,
        sets=tuple(each for each in entries if isinstance(each, LoggedSet)),
        runs=tuple(each for each in entries if isinstance(each, RunEntry)),
    )


def _header(known: Session, copy: Session) -> Session:
    """Fill what is empty of a session's own words and numbers."""
    return replace(
        known,
        title=known.title or copy.title,
        subtype=known.subtype or copy.subtype,
        level=known.level if known.level is not None else copy.level,
        rpe=known.rpe if known.rpe is not None else copy.rpe,
        avg_hr=known.avg_hr if known.avg_hr is not None else copy.avg_hr,
        note=known.note or copy.note,
    )


def _with_heart_rate(known: Session, copy: Session) -> tuple[str, ...]:
    """Return what is marked of the heart rate that the copy gives."""
    gained = known.avg_hr is None and copy.avg_hr is not None
    return (HEART_RATE_COMPUTED,) if gained and HEART_RATE_COMPUTED in set(copy.flags) - set(known.flags) else ()


_MADE_UP = frozenset({LENGTH_ESTIMATED, LENGTH_CAPPED})


def _timed_by(known: Session, copy: Session, *, grew: bool) -> Session:
    """Return which of the two says how long it was: one that was told it before one that made it up."""
    mine, theirs = (_MADE_UP.isdisjoint(each.flags) and each.total_s > 0 for each in (known, copy))
    if mine != theirs:
        return known if mine else copy
    return copy if grew or not known.total_s else known


def _on_the_clock_of(zoned: Session, timed: Session) -> Moment | None:
    """Return when it ended, by the clock of the place where it was."""
    if timed.ended is None or zoned.ended is None:
        return timed.ended
    return zoned.ended.later(timed.ended.utc - zoned.ended.utc)


Entry: TypeAlias = LoggedSet | RunEntry


def _entries(session: Session) -> tuple[Entry, ...]:
    """Return sets and runs in the order in which they were done."""
    return tuple(sorted((*session.sets, *session.runs), key=lambda each: each.position))


def _merged(mine: Sequence[Entry], theirs: Sequence[Entry]) -> tuple[Entry, ...]:
    """Return the stored entries, filled, with those of the copy between them if all of them are found in it."""
    places = found_in(mine, theirs)
    if places is not None:
        stored = dict(zip(places, mine, strict=True))
        return tuple(
            replace(_fill(stored[at], each), position=each.position if len(theirs) > len(mine) else stored[at].position)
            if at in stored
            else each
            for at, each in enumerate(theirs)
        )
    places = found_in(theirs, mine)
    if places is not None:
        told = dict(zip(places, theirs, strict=True))
        return tuple(_fill(each, told[at]) if at in told else each for at, each in enumerate(mine))
    if len(mine) == len(theirs):
        return tuple(
            _fill(each, other) if _same_place(each, other) else each for each, other in zip(mine, theirs, strict=True)
        )
    return tuple(mine)


def found_in(some: Sequence[Entry], more: Sequence[Entry]) -> tuple[int, ...] | None:
    """Return where each of some entries is among more, in the same order; None if any is missing."""
    places: list[int] = []
    at = 0
    for each in some:
        while at < len(more) and not (_same_name(each, more[at]) and _same_numbers(each, more[at])):
            at += 1
        if at == len(more):
            return None
        places.append(at)
        at += 1
    return tuple(places)


def _same_place(one: Entry, other: Entry) -> bool:
    """Return whether two entries of the same place are one: its name or its numbers may have been corrected."""
    return type(one) is type(other) and (_same_name(one, other) or _same_numbers(one, other))


def _same_name(one: Entry, other: Entry) -> bool:
    if isinstance(one, LoggedSet) and isinstance(other, LoggedSet):
        return one.exercise == other.exercise or one.unconfirmed or other.unconfirmed
    return isinstance(one, RunEntry) and isinstance(other, RunEntry) and one.sport == other.sport


def _same_numbers(one: Entry, other: Entry) -> bool:
    metres = [None if each.distance is None else each.distance.metres for each in (one, other)]
    if isinstance(one, LoggedSet) and isinstance(other, LoggedSet):
        kg = [0.0 if each.load is None else each.load.kg for each in (one, other)]
        return (
            abs(kg[0] - kg[1]) <= SAME_KG
            and (one.reps or 0) == (other.reps or 0)
            and _near(one.seconds or 0.0, other.seconds or 0.0)
            and _near(metres[0] or 0.0, metres[1] or 0.0)
        )
    if isinstance(one, LoggedSet) or isinstance(other, LoggedSet):
        return False
    untimed, unmeasured = not (one.seconds and other.seconds), not (metres[0] and metres[1])
    return (untimed or _near(one.seconds, other.seconds)) and (unmeasured or _near(metres[0] or 0.0, metres[1] or 0.0))


def _near(one: float, other: float) -> bool:
    return abs(one - other) <= SAME_SHARE * max(one, other)


_OF_SETS = ("rpe", "rest_s", "logged_at", "side")
_OF_RUNS = (
    "distance", "elapsed_s", "max_hr", "ascent_m", "rpe", "rest_s", "logged_at",
)  # fmt: skip


def _fill(known: Entry, copy: Entry) -> Entry:
    """Fill what is empty of an entry."""
    names = _OF_SETS if isinstance(known, LoggedSet) else _OF_RUNS
    lacking = {name: getattr(copy, name) for name in names if getattr(known, name) is None}
    filled = replace(known, **lacking, note=known.note or copy.note)
    if isinstance(filled, LoggedSet):
        if isinstance(copy, LoggedSet) and filled.unconfirmed and not copy.unconfirmed:
            return replace(filled, exercise=copy.exercise, bodyweight=copy.bodyweight, unconfirmed=False)
        return filled
    if isinstance(copy, RunEntry):
        filled = replace(filled, seconds=filled.seconds or copy.seconds)
        if filled.avg_hr is None:
            return replace(filled, avg_hr=copy.avg_hr, hr_computed=copy.hr_computed)
    return filled


def _said_again(known: Entry, copy: Entry) -> Entry:
    """Return the copy's entry as the stored one: with its id, and with what was said of it."""
    return replace(
        copy,
        id=known.id,
        rpe=known.rpe if known.rpe is not None else copy.rpe,
        note=known.note or copy.note,
    )
