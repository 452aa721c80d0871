"""A session that is imported again from a copy that knows more: what was missing is added, and never doubled.

A later export is longer, another export has a column more, a whole file takes the place of
one that was cut off. The stored session keeps all that it says; it gets what it lacks:

- fields that are empty (effort, heart rates, ascent, rests, notes, lengths that were
  estimated, the zone);
- sets and runs, but only if all of its own are found in the copy in order: one whose
  numbers the athlete corrected, or that they deleted, keeps them as they are;
- of a session from a damaged file, the numbers of a sound one, or of a less damaged one.

What the same file tells again is never looked at: what was emptied by hand stays empty.
Without contradictions between them, the order in which copies come does not matter.
Source: formats.md 4 (merge metadata from a later export), 1.1.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from hybridtui.domain.calendar import Moment
from hybridtui.domain.flags import (
    HEART_RATE_COMPUTED,
    LENGTH_CAPPED,
    LENGTH_ESTIMATED,
    LENGTH_UNKNOWN,
    ROWS_LEFT_OUT,
    WANTING,
    ZONE_ASSUMED,
    damage,
)
from hybridtui.domain.merged_entries import entries_of, found_in, merged, said_again
from hybridtui.domain.session import LoggedSet, RunEntry, Session
from hybridtui.domain.totals import with_totals


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

    Its id, key, batch and plan stay; so does all that it says, unless its file was damaged
    and that of the copy is sound, or less damaged. Totals are told anew.
    """
    if copy.original is not None and copy.original == known.original:
        return None
    of_known, of_copy = damage(known.flags), damage(copy.flags)
    if of_copy > of_known:
        return None
    whole = _filled(known, copy) if of_copy == of_known else _repaired(known, copy)
    if whole == known:
        return None
    return _summed(replace(whole, original=known.original or copy.original), copy)


def _summed(whole: Session, copy: Session) -> Session:
    """Tell totals anew, unless the copy is all of it: then it tells them, too, and may know more that they rest on."""
    told = replace(
        whole,
        run_s=copy.run_s,
        strength_s=copy.strength_s,
        other_s=copy.other_s,
        tonnage_kg=copy.tonnage_kg,
        load_au=copy.load_au,
        load_estimated=copy.load_estimated,
    )
    return told if _anonymous(told) == _anonymous(copy) else with_totals(whole)


def _anonymous(session: Session) -> Session:
    """Return a session without what two logs call it and its parts."""
    return replace(
        session,
        id="",
        batch_id=None,
        fingerprint=None,
        workout_id=None,
        original=None,
        steps=(),
        sets=tuple(replace(each, id="") for each in session.sets),
        runs=tuple(replace(each, id="") for each in session.runs),
    )


def _filled(known: Session, copy: Session) -> Session:
    """Fill what is empty, and add what is missing."""
    mine, theirs = entries_of(known), entries_of(copy)
    entries = merged(mine, theirs)
    grew = len(entries) > len(mine)
    timed = _timed_by(known, copy, grew=grew)
    zoned = copy if _tells_the_zone(copy, known) else known
    gone = {ZONE_ASSUMED} if zoned is copy else set[str]()
    if timed is copy:
        gone |= {LENGTH_ESTIMATED, LENGTH_UNKNOWN} - set(copy.flags)
    if len(entries) == len(theirs) and found_in(mine, theirs) is not None:
        gone |= {ROWS_LEFT_OUT} - set(copy.flags)
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
    mine, theirs = entries_of(known), entries_of(copy)
    entries = tuple(
        said_again(mine[at], each) if at < len(mine) and type(mine[at]) is type(each) else each
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


def _tells_the_zone(copy: Session, known: Session) -> bool:
    """Return whether a copy knows the zone of the same start: of its instant, or of what the clock on the wall said."""
    assumed = ZONE_ASSUMED in known.flags and ZONE_ASSUMED not in copy.flags
    return assumed and (known.started.utc == copy.started.utc or known.started.local == copy.started.local)


def _on_the_clock_of(zoned: Session, timed: Session) -> Moment | None:
    """Return when it ended, by the clock of the place where it was."""
    return zoned.started.later(timed.ended.utc - timed.started.utc) if timed.ended is not None else None
