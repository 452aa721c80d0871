"""Sets and runs of two copies of one session: which are the same, and what one adds to the other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TypeAlias

from hybridtui.domain.session import LoggedSet, RunEntry, Session

SAME_KG = 0.05
"""Loads nearer than this are one, told in kilograms and in pounds."""

SAME_SHARE = 0.01
"""Share by which a distance or a time may differ between two exports: they round."""

Entry: TypeAlias = LoggedSet | RunEntry


def entries_of(session: Session) -> tuple[Entry, ...]:
    """Return sets and runs in the order in which they were done."""
    return tuple(sorted((*session.sets, *session.runs), key=lambda each: each.position))


def merged(mine: Sequence[Entry], theirs: Sequence[Entry]) -> tuple[Entry, ...]:
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


def said_again(known: Entry, copy: Entry) -> Entry:
    """Return the copy's entry as the stored one: with its id, and with what was said of it."""
    return replace(
        copy,
        id=known.id,
        rpe=known.rpe if known.rpe is not None else copy.rpe,
        note=known.note or copy.note,
    )
