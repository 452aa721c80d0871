"""Which records of one workout count, and what the others lend them.

Both are kept in the session's row (``same_as``, ``lent_rpe``, ``lent_load_au``, ``lent_hr``) by
the transaction that changes any of them. The rule is ``domain.same_workout``; a change of
one day can concern its neighbours, and those theirs, so the days are widened until nothing
reaches over their edges. What is kept is so what the rule says of the whole log.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import NamedTuple

from sqlalchemy import Connection, Float, Integer, String, bindparam, func, select, update

from hybridtui.domain.flags import SPORT_ASSUMED
from hybridtui.domain.load import session_load
from hybridtui.domain.same_workout import BY_ITSELF, lends, pairs, richest_first, told_twice
from hybridtui.domain.session import Source, Status
from hybridtui.domain.workout import Kind
from hybridtui.domain.workout_records import Record, file_of, told_of
from hybridtui.store.codec import DAMAGE
from hybridtui.store.instants import instant
from hybridtui.store.rows import Columns, flags_of
from hybridtui.store.spans import WITHIN, bounds
from hybridtui.store.tables import session

_DAY = timedelta(days=1)

_COLUMNS = (
    "id", "kind", "sport", "source", "started_us", "started_offset_s", "ended_us", "local_date", "run_s",
    "strength_s", "other_s", "distance_m", "set_count", "rep_count", "tonnage_kg", "rpe", "avg_hr", "flags",
    "fingerprint", "same_as", "lent_rpe", "lent_load_au", "lent_hr",
)  # fmt: skip
_OF_DAYS = select(*(session.c[name] for name in _COLUMNS)).where(session.c.status == Status.FINISHED.value, WITHIN)
_KEEP = (
    update(session)
    .where(session.c.id == bindparam("of"))
    .values(
        same_as=bindparam("counting", type_=String(36)),
        lent_rpe=bindparam("lends_rpe", type_=Float),
        lent_load_au=bindparam("lends_load_au", type_=Float),
        lent_hr=bindparam("lends_hr", type_=Integer),
    )
)
_SPAN = select(func.min(session.c.local_date), func.max(session.c.local_date))


def refresh(connection: Connection, days: Collection[date]) -> None:
    """Tell anew which records of these days count; part of the transaction that changed them."""
    for first, last in _stretches(sorted(days)):
        _refresh(connection, first, last)


def refresh_all(connection: Connection) -> None:
    """Tell anew which records count, of all days that a log can hold: the first and the last of it may be damaged."""
    _refresh(connection, date(1970, 1, 1), date(2199, 12, 31))


def span_of(connection: Connection, batch_id: str) -> tuple[str | None, str | None]:
    """Return the first and the last day of an import; None of one without sessions."""
    first, last = connection.execute(_SPAN.where(session.c.batch_id == batch_id)).one()
    return first, last


def refresh_span(connection: Connection, span: tuple[str | None, str | None]) -> None:
    """Tell anew which records count of all days of a span, as :func:`span_of` returned it."""
    _refresh_span(connection, span)


def records(connection: Connection, first: date, last: date) -> list[Record]:
    """Return the records of these days that may be another's workout."""
    return _read(connection, first, last)[1]


def _stretches(days: Sequence[date]) -> Iterator[tuple[date, date]]:
    """Yield first and last of the days that lie near each other."""
    begin = 0
    for index, day in enumerate(days):
        if index + 1 == len(days) or days[index + 1] - day > 4 * _DAY:
            yield days[begin], day
            begin = index + 1


def _refresh_span(connection: Connection, span: Sequence[str | None]) -> None:
    first, last = span
    if first is not None and last is not None:
        _refresh(connection, date.fromisoformat(first), date.fromisoformat(last))


def _refresh(connection: Connection, first: date, last: date) -> None:
    """Widen the days until no pair reaches over their edges; then tell, and write what differs."""
    low, high = first - _DAY, last + _DAY
    while True:
        kept, records = _read(connection, low - _DAY, high + _DAY)
        days = [sorted((one.day, other.day)) for one, other in pairs(records)]
        lower = any(early < low <= late for early, late in days)
        higher = any(early <= high < late for early, late in days)
        if not lower and not higher:
            break
        low, high = low - lower * _DAY, high + higher * _DAY
    inside = [record for record in records if low <= record.day <= high]
    told = _told({record.id: record for record in inside}, kept)
    changed = [
        {"of": id_, **told.get(id_, _ALONE)._asdict()}
        for id_, row in kept.items()
        if low <= row.day <= high and row.told != told.get(id_, _ALONE)
    ]
    if changed:
        connection.execute(_KEEP, changed)


class _Told(NamedTuple):
    """What the store tells of a record."""

    counting: str | None = None
    """The record that counts in place of it."""
    lends_rpe: float | None = None
    lends_load_au: float | None = None
    lends_hr: int | None = None


_ALONE = _Told()


@dataclass(frozen=True, slots=True)
class _Kept:
    """What is in the row of a record, beside what tells it again."""

    day: date
    rpe: float | None
    hr: int | None
    told: _Told


def _told(records: Mapping[str, Record], kept: Mapping[str, _Kept]) -> Mapping[str, _Told]:
    """Return what is told of records: which does not count, and what one that counts is lent."""
    twice = told_twice(records.values())
    others: defaultdict[str, list[Record]] = defaultdict(list)
    for id_, counting in twice.items():
        others[counting].append(records[id_])
    told = {id_: _Told(counting) for id_, counting in twice.items()}
    return told | {id_: _lent(records[id_], group, kept) for id_, group in others.items()}


def _lent(counting: Record, others: Iterable[Record], kept: Mapping[str, _Kept]) -> _Told:
    """Return what the best of the other records that knows it lends the one that counts."""
    own = kept[counting.id]
    lenders = [kept[other.id] for other in richest_first(others) if lends(other, counting)]
    rpe = next((each.rpe for each in lenders if each.rpe is not None), None) if own.rpe is None else None
    hr = next((each.hr for each in lenders if each.hr is not None), None) if own.hr is None else None
    load = session_load(counting.seconds / 60, rpe, counting.kind).au if rpe is not None else None
    return _Told(None, rpe, load, hr)


def _read(connection: Connection, first: date, last: date) -> tuple[Mapping[str, _Kept], list[Record]]:
    """Return what is kept of these days, by id, and the records that may be another's workout."""
    kept: dict[str, _Kept] = {}
    records = []
    for row in connection.execute(_OF_DAYS, bounds(first, last)).mappings():
        try:
            flags = flags_of(row["flags"])
            record = _record(row, flags)
        except DAMAGE:  # it counts for nothing, and must not keep others from being saved
            continue
        told = _Told(row["same_as"], row["lent_rpe"], row["lent_load_au"], row["lent_hr"])
        kept[record.id] = _Kept(record.day, row["rpe"], row["avg_hr"], told)
        if BY_ITSELF not in flags:
            records.append(record)
    return kept, records


def _record(row: Columns, flags: Collection[str]) -> Record:
    source = Source(row["source"])
    key = row["fingerprint"] or row["id"]
    seconds = row["run_s"] + row["strength_s"] + row["other_s"]
    began = instant(row["started_us"])
    ended = instant(row["ended_us"]) if row["ended_us"] is not None else began
    return Record(
        id=row["id"],
        kind=Kind(row["kind"]),
        sport=row["sport"],
        guessed=SPORT_ASSUMED in flags,
        source=source,
        file=file_of(key),
        began=began,
        ended=max(ended, began + timedelta(seconds=seconds)),
        day=date.fromisoformat(row["local_date"]),
        offset_s=row["started_offset_s"],
        told=told_of(source, flags),
        seconds=seconds,
        metres=row["distance_m"],
        sets=row["set_count"],
        reps=row["rep_count"],
        tonnage_kg=row["tonnage_kg"],
        rated=row["rpe"] is not None,
        key=key,
    )
