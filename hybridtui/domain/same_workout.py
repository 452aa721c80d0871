"""The same workout told twice: by the app and by a watch, or by two files. It counts once.

Two records are of one workout if their sports agree and

- two sources tell them, they start within a minute of each other and their distances or
  their lengths agree within 2 % (formats.md 1.1), or
- two watch files tell them, copies of which a service writes: they start within a minute
  of each other, and lengths and, if both have one, distances agree within 2 %, or
- the app has one and a file the other, and they overlap by half of the shorter, or lie
  on one civil day with distances within 2 %: what is logged by hand starts when its
  athlete thinks of it (a product decision).

Nearest starts go first, and one source tells a workout once: of two runs of five
kilometres on one day each finds its own record. A session of a run and strength may be
told by one record of each. The richest record counts, for all of its minutes, kilometres,
sets and load; the others are kept, and count nothing. What was done goes before how it
felt: kilometres that vanish are worse than a load that is marked as an estimate. Start times alone would join what
is not the same (formats.md 1.10).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import product

from hybridtui.domain.session import Source
from hybridtui.domain.workout import Kind

STARTS_WITHIN_S = 60.0
"""Records of one workout start so near to each other, seconds."""

ALIKE = 0.02
"""Share by which distances or lengths of one workout may differ."""

LEAST_OVERLAP = 0.5
"""Share of the shorter of an app's and a file's record that both must cover."""

BY_ITSELF = "counted by itself"
"""The flag of a session that its athlete says is no other record's workout."""

_MOST_APART = timedelta(days=1)
"""Records of one workout never lie on days further apart than this."""

_SPORTS = {
    Kind.RUN: frozenset({"run"}),
    Kind.STRENGTH: frozenset({"strength"}),
    Kind.HYBRID: frozenset({"run", "strength"}),
    Kind.COMBO: frozenset({"run", "strength"}),
    Kind.RECOVERY: frozenset({"recovery"}),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """A finished session, as far as telling it again asks."""

    id: str
    kind: Kind
    sport: str = ""
    """Of another sport: which."""
    source: Source
    file: str = ""
    """Of a watch's record: which file told it."""
    began: datetime
    ended: datetime
    day: date
    """On the athlete's wrist when it began."""
    seconds: float
    """Its length, pauses taken out."""
    metres: float = 0.0
    """0: no distance is known."""
    sets: int = 0
    rated: bool = False
    """True if its athlete said how hard it was."""

    @property
    def sports(self) -> frozenset[str]:
        """What it is made of."""
        return _SPORTS.get(self.kind, frozenset({f"other: {self.sport}"}))

    @property
    def by_app(self) -> bool:
        """True if it was logged here."""
        return self.source is Source.APP


def file_of(fingerprint: str) -> str:
    """Return which file told a watch's record: its fingerprint without the start, of which a file can hold several.

    >>> file_of("fit:garmin:3:12:20260304T180000"), file_of("plain")
    ('fit:garmin:3:12', 'plain')
    """
    return fingerprint.rpartition(":")[0] or fingerprint


def told_twice(records: Iterable[Record]) -> dict[str, str]:
    """Return, by id of each record that does not count, the id of the record of the same workout that does.

    The order of ``records`` does not matter.
    """
    told: dict[str, list[Record]] = {}
    for one, other in sorted(pairs(records), key=_nearest):
        mine, theirs = told.setdefault(one.id, [one]), told.setdefault(other.id, [other])
        if mine is not theirs and not any(_differ(a, b) for a, b in product(mine, theirs)):
            mine.extend(theirs)
            told.update(dict.fromkeys((each.id for each in theirs), mine))
    counting = {id_: min(group, key=_poorer).id for id_, group in told.items()}
    return {id_: richest for id_, richest in counting.items() if richest != id_}


def pairs(records: Iterable[Record]) -> Iterator[tuple[Record, Record]]:
    """Yield the records that could be of one workout, two by two; never of days that are not neighbours."""
    waiting: list[Record] = []
    for record in sorted(records, key=lambda each: (each.day, each.began, each.id)):
        waiting = [before for before in waiting if record.day - before.day <= _MOST_APART]
        yield from ((before, record) for before in waiting if _may_be_one(before, record))
        waiting.append(record)


def _may_be_one(one: Record, other: Record) -> bool:
    if one.source is other.source and one.source is not Source.FIT:
        return False  # most pairs of a long log: nothing more is asked of them
    if one.sports.isdisjoint(other.sports):
        return False
    if one.source is other.source:
        return _copies(one, other)
    if _twins(one, other):
        return True
    if one.by_app == other.by_app:
        return False
    return _overlap(one, other) or (one.day == other.day and _alike(one.metres, other.metres))


def _twins(one: Record, other: Record) -> bool:
    """Return whether two devices could have told these of one workout: a start and an amount agree."""
    amounts = _alike(one.metres, other.metres) or _alike(one.seconds, other.seconds)
    return amounts and _begin_together(one, other)


def _copies(one: Record, other: Record) -> bool:
    """Return whether two watch files tell one workout; what one file tells twice is two."""
    if one.file == other.file or not _begin_together(one, other):
        return False
    as_far = _alike(one.metres, other.metres) or not (one.metres and other.metres)
    return as_far and _alike(one.seconds, other.seconds)


def _begin_together(one: Record, other: Record) -> bool:
    return abs(one.began - other.began).total_seconds() <= STARTS_WITHIN_S


def _alike(one: float, other: float) -> bool:
    return one > 0 and other > 0 and abs(one - other) <= ALIKE * max(one, other)


def _overlap(one: Record, other: Record) -> bool:
    both = (min(one.ended, other.ended) - max(one.began, other.began)).total_seconds()
    shorter = min((each.ended - each.began).total_seconds() for each in (one, other))
    return both > 0 and both >= LEAST_OVERLAP * shorter


def _differ(one: Record, other: Record) -> bool:
    """Return whether two records cannot be of one workout: one source told both, each in its own right.

    Only a watch's file comes twice: a service writes it anew.
    """
    if one.source is not other.source or one.sports.isdisjoint(other.sports):
        return False
    return one.source is not Source.FIT or not _copies(one, other)


def _nearest(pair: Sequence[Record]) -> tuple[float, tuple[str, ...]]:
    apart = abs(pair[0].began - pair[1].began).total_seconds()
    return apart, tuple(sorted(record.id for record in pair))


def _poorer(record: Record) -> tuple[int, bool, bool, bool, bool, str]:
    """Return what orders the records of a workout, the richest first: the whole before a part."""
    return (
        -len(record.sports),
        not record.sets,
        not record.metres,
        not record.rated,
        not record.by_app,
        record.id,
    )
