"""The same workout told twice: by the app and by a watch, or by two files. It counts once.

Two records are of one workout if their sports agree and

- two sources tell them, they start within a minute of each other and their distances or
  their lengths agree within 2 % (formats.md 1.1), or
- two files with a track tell them, copies of which services write: they start within a
  minute of each other, and lengths and, if both have one, distances agree within 2 %, or
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
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import product

from hybridtui.domain.session import Session, Source
from hybridtui.domain.workout import Kind

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

LIFTING_APPS = frozenset({Source.STRONG, Source.HEVY, Source.FITNOTES, Source.LIFTOSAUR, Source.STRONGLIFTS})
"""What was logged set by set in another app."""

BY_HAND = LIFTING_APPS | {Source.APP}
"""What was logged set by set, not recorded."""

DAY_ONLY = frozenset({Source.FITNOTES, Source.STRONGLIFTS})
"""Their exports tell the day and no time (formats.md 1.7, 1.9)."""

COPIED = frozenset({Source.FIT, Source.TCX, Source.GPX, Source.APPLE})
"""Sources that may tell a workout more than once: services copy files, and health apps each other's workouts."""

LISTS = frozenset({Source.GARMIN, Source.STRAVA, Source.APPLE})
"""Lists of workouts, with totals and no track."""

_RANK = {source: rank for rank, source in enumerate((
    Source.APP, Source.STRONG, Source.HEVY, Source.LIFTOSAUR, Source.FITNOTES, Source.STRONGLIFTS,
    Source.FIT, Source.TCX, Source.GPX, Source.GARMIN, Source.STRAVA, Source.APPLE,
))}  # fmt: skip
"""Which source counts if all else is equal: the one that loses least of a workout first (formats.md 1.3)."""

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
    reps: int = 0
    tonnage_kg: float = 0.0
    rated: bool = False
    """True if its athlete said how hard it was."""
    key: str = ""
    """What tells it again, the same in every log; of the app's own its id."""

    @property
    def sports(self) -> frozenset[str]:
        """What it is made of."""
        return _SPORTS.get(self.kind, frozenset({f"other: {self.sport}"}))

    @property
    def by_app(self) -> bool:
        """True if it was logged here."""
        return self.source is Source.APP

    @property
    def of_the_day(self) -> bool:
        """True if nothing tells at what time of its day it was."""
        return self.source in DAY_ONLY

    @property
    def stable(self) -> tuple[datetime, int, str, str]:
        """What orders records alike in every log."""
        return self.began, _RANK[self.source], self.key, self.id


_SEVERAL_IN_A_FILE = ("fit:", "tcx:", "gpx:")


def file_of(fingerprint: str) -> str:
    """Return which file told a record: its fingerprint, of files that can hold several without which one it is.

    >>> file_of("fit:garmin:3:12:20260304T180000"), file_of("apple:5")
    ('fit:garmin:3:12', 'apple:5')
    """
    return fingerprint.rpartition(":")[0] if fingerprint.startswith(_SEVERAL_IN_A_FILE) else fingerprint


def record_of(session: Session) -> Record:
    """Return a session as far as telling it again asks."""
    began = session.started.utc
    ended = session.ended.utc if session.ended is not None else began
    key = session.fingerprint or session.id
    return Record(
        id=session.id,
        kind=session.kind,
        sport=session.sport,
        source=session.source,
        file=file_of(key),
        began=began,
        ended=max(ended, began + timedelta(seconds=session.total_s)),
        day=session.started.local_date,
        seconds=session.total_s,
        metres=sum(run.distance.metres for run in session.runs if run.distance is not None),
        sets=len(session.sets),
        reps=sum((each.reps or 0) * each.sides for each in session.sets),
        tonnage_kg=session.tonnage_kg,
        rated=session.rpe is not None,
        key=key,
    )


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
    return counting.sports <= other.sports


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
        return False
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
        -len(record.sports),
        not record.sets,
        not (record.sets and record.source in BY_HAND),
        not record.metres,
        record.source in LISTS,
        not record.rated,
        _RANK[record.source],
        record.stable,
    )
