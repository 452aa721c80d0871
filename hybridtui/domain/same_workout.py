"""The same workout told twice: by the app and by a watch, or by two files. It counts once.

Two records are of one workout if their sports agree and

- two sources tell them, they start within a minute of each other and their distances or
  their lengths agree within 2 % (formats.md 1.1), or
- two files with a track tell them, copies of which services write, or one of the two does not
  say which sport it was: they start within a minute of each other, and lengths and, if both
  have one, distances agree within 2 %, or
- the app has one and a file the other, and they overlap by half of the shorter, or lie
  on one civil day with distances within 2 %: what is logged by hand starts when its
  athlete thinks of it (a product decision), or
- a lifting app has one and a watch or its service the other, both are of strength, and they
  overlap by half of the shorter: nobody lifts twice at one time, or
- two apps logged them set by set, on one civil day, and they agree in sets (three at least),
  repetitions and kilograms: one history that was carried from app to app.

Some apps tell no time of day. Their record is one with any of its civil day whose distance
agrees within 2 %, and with strength of a watch or a service that knows of no sets, the first
of that day if there are several; times are not compared with it.

Nearest starts go first, and one source tells a workout once: of two runs of five
kilometres on one day each finds its own record. A session of a run and strength may be
told by one record of each. The richest record counts, for all of its minutes, kilometres,
sets and load; the others count nothing, but lend it the effort and the heart rate that it
lacks (:func:`lends`). What was done goes before how it felt, sets told by hand before a
watch's guesses, files before lists of services, FIT before TCX before GPX. Start times alone
would join what is not the same (formats.md 1.10). Neither ids nor the order in which records
came in decide anything.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import timedelta
from itertools import product

from hybridtui.domain.workout_records import BY_HAND, COPIED, LISTS, RANK, Record

STARTS_WITHIN_S = 60.0
"""Records of one workout start so near to each other, seconds."""

ALIKE = 0.02
"""Share by which distances or lengths of one workout may differ."""

LEAST_OVERLAP = 0.5
"""Share of the shorter of an app's and a file's record that both must cover."""

BY_ITSELF = "counted by itself"
"""The flag of a session that its athlete says is no other record's workout."""

SAME_TONNAGE = 0.005
"""Share by which the kilograms of one workout may differ in two apps: pounds are rounded."""

LEAST_SETS = 3
"""So many sets at least must be the same: of fewer, two workouts of a day may be alike."""

_MOST_APART = timedelta(days=1)
"""Records of one workout never lie on days further apart than this."""


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
    counting = {id_: richest_first(group)[0].id for id_, group in told.items()}
    return {id_: richest for id_, richest in counting.items() if richest != id_}


def lends(other: Record, counting: Record) -> bool:
    """Return whether effort and heart rate of another record hold for the one that counts: not those of a part."""
    return other.unsaid or counting.sports <= other.sports


def richest_first(records: Iterable[Record]) -> list[Record]:
    """Return the records of one workout, first the one that counts, then those that lend it what it lacks."""
    return sorted(records, key=_poorer)


def pairs(records: Iterable[Record]) -> Iterator[tuple[Record, Record]]:
    """Yield the records that could be of one workout, two by two; never of days that are not neighbours."""
    waiting: list[Record] = []
    for record in sorted(records, key=lambda each: (each.day, each.stable)):
        waiting = [before for before in waiting if record.day - before.day <= _MOST_APART]
        yield from ((before, record) for before in waiting if _may_be_one(before, record))
        waiting.append(record)


def _may_be_one(one: Record, other: Record) -> bool:
    if one.source is other.source and one.source not in COPIED:
        return False  # most pairs of a long log: nothing more is asked of them
    if one.sports.isdisjoint(other.sports):
        return one.unsaid != other.unsaid and one.by_app == other.by_app and _copies(one, other)
    if one.source is other.source:
        return _copies(one, other)
    if one.day == other.day and _same_sets(one, other):
        return True
    if one.of_the_day or other.of_the_day:
        return one.day == other.day and (_alike(one.metres, other.metres) or _sets_of_the_day(one, other))
    if _twins(one, other) or (_log_and_record(one, other) and _overlap(one, other)):
        return True
    if one.by_app == other.by_app:
        return False
    return _overlap(one, other) or (one.day == other.day and _alike(one.metres, other.metres))


def _twins(one: Record, other: Record) -> bool:
    """Return whether two devices could have told these of one workout: a start and an amount agree."""
    amounts = _alike(one.metres, other.metres) or _alike(one.seconds, other.seconds)
    return amounts and _begin_together(one, other)


def _copies(one: Record, other: Record) -> bool:
    """Return whether two files tell one workout; what one file tells twice is two."""
    if one.file == other.file or not _begin_together(one, other):
        return False
    as_far = _alike(one.metres, other.metres) or not (one.metres and other.metres)
    return as_far and _alike(one.seconds, other.seconds)


def _same_sets(one: Record, other: Record) -> bool:
    """Return whether two apps tell the same sets."""
    return (
        one.source in BY_HAND
        and other.source in BY_HAND
        and one.sets == other.sets >= LEAST_SETS
        and one.reps == other.reps
        and abs(one.tonnage_kg - other.tonnage_kg) <= SAME_TONNAGE * max(one.tonnage_kg, other.tonnage_kg)
    )


def _log_and_record(one: Record, other: Record) -> bool:
    """Return whether one was logged in a lifting app, and the other recorded of strength."""
    by_hand = [each.source in BY_HAND for each in (one, other)]
    return by_hand[0] != by_hand[1] and "strength" in one.sports & other.sports


def _sets_of_the_day(one: Record, other: Record) -> bool:
    """Return whether one has the sets of a day, and the other only knows when something was lifted that day."""
    told, timed = (one, other) if one.sets else (other, one)
    return told.sets > 0 and told.of_the_day and not timed.sets and _log_and_record(one, other)


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

    Only what services copy comes twice.
    """
    if one.source is not other.source or one.sports.isdisjoint(other.sports):
        return False
    return one.source not in COPIED or not _copies(one, other)


def _nearest(pair: Sequence[Record]) -> tuple[float, object]:
    apart = abs(pair[0].began - pair[1].began).total_seconds()
    return apart, sorted(record.stable for record in pair)


def _poorer(record: Record) -> tuple[object, ...]:
    """Return what orders the records of a workout, the richest first: the whole before a part."""
    return (
        record.unsaid,
        -len(record.sports),
        not record.sets,
        not (record.sets and record.source in BY_HAND),
        not record.metres,
        record.source in LISTS,
        not record.rated,
        RANK[record.source],
        record.stable,
    )
