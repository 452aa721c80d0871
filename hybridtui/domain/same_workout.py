"""The same workout told twice: by the app and by a watch, or by two files. It counts once.

Two records are of one workout if their sports agree and

- two sources tell them, they start within a minute of each other and their distances or
  their lengths agree within 2 % (formats.md 1.1), or
- two files with a track tell them, copies of which services write, or one of the two does not
  say which sport it was: they start within a minute of each other, and lengths and, if both
  have one, distances agree within 2 %, or
- as the first, but one tells an instant without a zone and the other only what the clock on
  the wall said: far from home that is whole quarters of an hour off. If it is so to a few
  seconds, distances and lengths agree within 0.5 %, it is the same workout, or
- the app has one and a file the other, and they overlap by half of the shorter, or lie
  on one civil day with distances within 2 %: what is logged by hand starts when its
  athlete thinks of it (a product decision), or
- a lifting app has one and a watch or its service the other, both are of strength, and they
  overlap by half of the shorter: nobody lifts twice at one time, or
- two apps logged them set by set, on one civil day, and they agree in sets (three at least),
  repetitions and kilograms: one history that was carried from app to app. One app tells a
  workout twice if it was renamed between two exports: it began at the same moment then.

Some records tell no time of day. They are one with any of their civil day whose distance
agrees within 2 %, or, if one has none and nothing was lifted, whose length does; sets are one
with strength of a watch or a service, the first of that day if there are several. Times are
not compared with them.

Where one record knows only what the clock on the wall said, and the other knows that, too,
they are compared by that clock. Running mixed with strength has many names: a circuit or a
combo logged here is one with ``hiit``, ``cardio training`` and the like that overlap it.

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
from itertools import groupby, product

from hybridtui.domain.workout_records import BY_HAND, COPIED, LISTS, MIXED, RANK, Record, Told

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

AGREE = 0.005
"""Share by which distances and lengths may differ that were written down by one device."""

QUARTER_S, OFF_BY_S = 900.0, 5.0
"""Zones lie whole quarters of an hour apart; one device tells a start to so many seconds."""

FURTHEST = timedelta(hours=14)
"""No two clocks are further apart, but for those on both sides of the date line."""

LEAST_SETS = 3
"""So many sets at least must be the same: of fewer, two workouts of a day may be alike."""

MOST_A_DAY = 100
"""Nobody trains so often: a day with more records is made up, and none of them is held against another."""

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
    return other.vague or MIXED in other.sports or counting.sports <= other.sports


def richest_first(records: Iterable[Record]) -> list[Record]:
    """Return the records of one workout, first the one that counts, then those that lend it what it lacks."""
    return sorted(records, key=_poorer)


def pairs(records: Iterable[Record]) -> Iterator[tuple[Record, Record]]:
    """Yield the records that could be of one workout, two by two; never of days that are not neighbours."""
    waiting: list[Record] = []
    days = groupby(sorted(records, key=lambda each: (each.day, each.stable)), key=lambda each: each.day)
    for day, told in days:
        waiting = [before for before in waiting if day - before.day <= _MOST_APART]
        for record in _believed(told):
            yield from ((before, record) for before in waiting if _may_be_one(before, record))
            waiting.append(record)


def _believed(of_a_day: Iterable[Record]) -> Sequence[Record]:
    """Return the records of a day; none if they are more than anybody has: to compare them all would take hours."""
    told = list(of_a_day)
    return told if len(told) <= MOST_A_DAY else ()


def _may_be_one(one: Record, other: Record) -> bool:
    if one.source is other.source and one.source not in COPIED:
        return one.began == other.began and _same_sets(one, other)  # most pairs of a long log: no more is asked
    if one.sports.isdisjoint(other.sports):
        logged = one.by_app != other.by_app and one.unsaid != other.unsaid
        return (logged and _overlap(one, other)) or ((one.vague or other.vague) and _copies(one, other))
    if one.source is other.source:
        return _copies(one, other)
    if one.day == other.day and _same_sets(one, other):
        return True
    if one.of_the_day or other.of_the_day:
        return one.day == other.day and (_as_much(one, other) or _sets_of_the_day(one, other))
    if _twins(one, other) or _far_from_home(one, other) or (_log_and_record(one, other) and _overlap(one, other)):
        return True
    if one.by_app == other.by_app:
        return False
    return _overlap(one, other) or (one.day == other.day and _alike(one.metres, other.metres))


def _twins(one: Record, other: Record) -> bool:
    """Return whether two devices could have told these of one workout: a start and an amount agree."""
    amounts = _alike(one.metres, other.metres) or _alike(one.seconds, other.seconds)
    return amounts and _begin_together(one, other)


def _far_from_home(one: Record, other: Record) -> bool:
    """Return whether one instant and one clock on the wall could be of one start, and all else agrees."""
    if {one.told, other.told} != {Told.WALL, Told.INSTANT}:
        return False
    apart = abs(_apart(one, other))
    beside = (apart.total_seconds() + QUARTER_S / 2) % QUARTER_S - QUARTER_S / 2
    as_far = _alike(one.metres, other.metres, AGREE) or not (one.metres or other.metres)
    return apart <= FURTHEST and abs(beside) <= OFF_BY_S and as_far and _alike(one.seconds, other.seconds, AGREE)


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
    return by_hand[0] != by_hand[1] and not {"strength", MIXED}.isdisjoint(one.sports & other.sports)


def _as_much(one: Record, other: Record) -> bool:
    """Return whether distances agree, or lengths where not both tell a distance; lifting that long says nothing."""
    if one.metres and other.metres:
        return _alike(one.metres, other.metres)
    return not one.sets and not other.sets and _alike(one.seconds, other.seconds)


def _sets_of_the_day(one: Record, other: Record) -> bool:
    """Return whether one has the sets of a day, and the other recorded that something was lifted that day."""
    told = one if one.source in BY_HAND else other
    return told.sets > 0 and told.of_the_day and _log_and_record(one, other)


def _begin_together(one: Record, other: Record) -> bool:
    return abs(_apart(one, other)).total_seconds() <= STARTS_WITHIN_S


def _apart(one: Record, other: Record) -> timedelta:
    """Return how much later the other began: if one tells only the clock on the wall, by that, or else as assumed."""
    as_assumed = other.began - one.began
    told = {one.told, other.told}
    if Told.WALL not in told or Told.INSTANT in told:
        return as_assumed
    by_the_wall = as_assumed + timedelta(seconds=other.offset_s - one.offset_s)
    return min(by_the_wall, as_assumed, key=abs)  # files lie about their zones, too


def _alike(one: float, other: float, share: float = ALIKE) -> bool:
    return one > 0 and other > 0 and abs(one - other) <= share * max(one, other)


def _overlap(one: Record, other: Record) -> bool:
    later = _apart(one, other)
    lengths = one.ended - one.began, other.ended - other.began
    both = min(lengths[0], later + lengths[1]) - max(timedelta(), later)
    return both > timedelta() and both >= LEAST_OVERLAP * min(lengths)


def _differ(one: Record, other: Record) -> bool:
    """Return whether two records cannot be of one workout: one source told both, each in its own right.

    Only what services copy comes twice.
    """
    if one.source is not other.source or one.sports.isdisjoint(other.sports):
        return False
    return not (_copies(one, other) if one.source in COPIED else _may_be_one(one, other))


def _nearest(pair: tuple[Record, Record]) -> tuple[float, object]:
    apart = abs(_apart(*pair)).total_seconds()
    return apart, sorted(record.stable for record in pair)


def _poorer(record: Record) -> tuple[object, ...]:
    """Return what orders the records of a workout, the richest first: the whole before a part."""
    return (
        record.vague,
        -len(record.sports),
        not record.sets,
        not (record.sets and record.source in BY_HAND),
        not record.metres,
        record.source in LISTS,
        not record.rated,
        RANK[record.source],
        record.stable,
    )
