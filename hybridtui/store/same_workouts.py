"""Which records of one workout count, kept in ``session.same_as`` by the transaction that changes any of them.

The rule is ``domain.same_workout``; a change of one day can concern its neighbours, and
those theirs, so the days are widened until nothing reaches over their edges. What is kept
is so what the rule says of the whole log.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date, timedelta

from sqlalchemy import Connection, String, bindparam, func, select, update

from hybridtui.domain.same_workout import BY_ITSELF, Record, file_of, pairs, told_twice
from hybridtui.domain.session import Source, Status
from hybridtui.domain.workout import Kind
from hybridtui.store.codec import DAMAGE
from hybridtui.store.instants import instant
from hybridtui.store.rows import Columns, flags_of
from hybridtui.store.spans import WITHIN, bounds
from hybridtui.store.tables import session

_DAY = timedelta(days=1)

_COLUMNS = (
    "id", "kind", "sport", "source", "started_us", "ended_us", "local_date", "run_s", "strength_s", "other_s",
    "distance_m", "set_count", "rpe", "flags", "fingerprint", "same_as",
)  # fmt: skip
_OF_DAYS = select(*(session.c[name] for name in _COLUMNS)).where(session.c.status == Status.FINISHED.value, WITHIN)
_KEEP = update(session).where(session.c.id == bindparam("of")).values(same_as=bindparam("counting", type_=String(36)))
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
    inside = told_twice(record for record in records if low <= record.day <= high)
    changed = [
        {"of": id_, "counting": inside.get(id_)}
        for id_, (day, same_as) in kept.items()
        if low <= day <= high and same_as != inside.get(id_)
    ]
    if changed:
        connection.execute(_KEEP, changed)


_Kept = Mapping[str, tuple[date, str | None]]


def _read(connection: Connection, first: date, last: date) -> tuple[_Kept, list[Record]]:
    """Return what is kept of these days, by id, and the records that may be another's workout."""
    kept: dict[str, tuple[date, str | None]] = {}
    records = []
    for row in connection.execute(_OF_DAYS, bounds(first, last)).mappings():
        try:
            record, flags = _record(row), flags_of(row["flags"])
        except DAMAGE:  # it counts for nothing, and must not keep others from being saved
            continue
        kept[record.id] = record.day, row["same_as"]
        if BY_ITSELF not in flags:
            records.append(record)
    return kept, records


def _record(row: Columns) -> Record:
    seconds = row["run_s"] + row["strength_s"] + row["other_s"]
    began = instant(row["started_us"])
    ended = instant(row["ended_us"]) if row["ended_us"] is not None else began
    return Record(
        id=row["id"],
        kind=Kind(row["kind"]),
        sport=row["sport"],
        source=Source(row["source"]),
        file=file_of(row["fingerprint"] or row["id"]),
        began=began,
        ended=max(ended, began + timedelta(seconds=seconds)),
        day=date.fromisoformat(row["local_date"]),
        seconds=seconds,
        metres=row["distance_m"],
        sets=row["set_count"],
        rated=row["rpe"] is not None,
    )
