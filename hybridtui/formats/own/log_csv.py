"""A log as two tables in SI units: its sessions, and what was done in them. Each of them reads back by itself.

``sessions.csv`` has a row for each session. ``sets.csv`` has one for each set and for each
stretch of running or of another sport, in the order in which they were done (``entry`` says
which it is), and one without an entry for a session that holds neither; there the columns
of the session begin with ``session_``. So ``sets.csv`` says all that the two of them say:

- it alone, or both together, give the same sessions, sets and runs in a new log;
- ``sessions.csv`` alone gives the sessions with their minutes, load and tonnage, and
  ``sets.csv`` later adds to them: they are known again by ``session_id``.

Weights are in kg, distances in m, times in s; beside them stands what was typed (``weight``
and ``weight_unit``), which is what is read back. Steps, ticks, pauses, plans and check-ins
are not in it: JSON has all. Open sessions are left out. Reading is in
:mod:`hybridtui.formats.own.log_csv_reading`.

A cell of text that a spreadsheet would take for a formula gets a ``'`` before it only if
that was asked for: then a column ``spreadsheet`` at the end says so, and reading undoes it.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from typing import TypeAlias

from hybridtui.domain.calendar import Moment
from hybridtui.domain.exercises import Exercise
from hybridtui.domain.session import LoggedSet, RunEntry, Session
from hybridtui.formats.own.log_csv_reading import FORMULA_SIGNS, OF_SESSION, SPREADSHEET, read
from hybridtui.formats.writing import Exported, OutFile

__all__ = ["read", "write"]

Cell: TypeAlias = str | int | float | bool | None
Row: TypeAlias = Mapping[str, Cell]

_AT_ONCE = 500
"""Rows of one part of a file."""

SESSION_COLUMNS = (
    "session_id", "date", "start_local", "start_utc", "tz", "end_local", "end_utc", "kind", "subtype", "sport",
    "title", "duration_s", "run_s", "strength_s", "other_s", "distance_m", "sets", "tonnage_kg", "rpe", "load_au",
    "load_estimated", "avg_hr", "level", "source", "flags", "workout_id", "same_as", "fingerprint", "note",
)  # fmt: skip

ENTRY_COLUMNS = (
    "entry", "position", "exercise_id", "exercise", "set_kind", "weight_kg", "reps", "seconds", "distance_m", "rpe",
    "side", "per_side", "bodyweight", "rest_s", "unconfirmed", "sport", "subtype", "elapsed_s", "avg_hr", "max_hr",
    "hr_computed", "ascent_m", "logged_utc", "weight", "weight_unit", "distance", "distance_unit", "note",
)  # fmt: skip

_FIRST = ("start_local", "title")
"""What people look for stands first in each row."""

_REPEATED = (*_FIRST, *(name for name in SESSION_COLUMNS if name not in ("session_id", *_FIRST)))

SET_COLUMNS = (
    "session_id",
    *(OF_SESSION + name for name in _FIRST),
    *ENTRY_COLUMNS,
    *(OF_SESSION + name for name in _REPEATED[len(_FIRST) :]),
)


def write(exported: Exported) -> Iterator[OutFile]:
    """Yield both tables; their rows are written as the sessions are read."""
    end = (SPREADSHEET,) if exported.spreadsheet else ()
    yield OutFile("sessions.csv", _table((*SESSION_COLUMNS, *end), map(_session, exported.sessions())))
    entries = (row for session in exported.sessions() for row in _entries(session, exported.exercises))
    yield OutFile("sets.csv", _table((*SET_COLUMNS, *end), entries))


def _table(columns: Sequence[str], rows: Iterable[Row]) -> Iterator[bytes]:
    """Yield a table in parts; one for spreadsheets begins with the mark by which they know UTF-8."""
    written = io.StringIO()
    writer = csv.writer(written, lineterminator="\n")
    for_sheets = columns[-1] == SPREADSHEET
    text = _marked if for_sheets else str
    if for_sheets:
        written.write("\ufeff")
    writer.writerow(columns)
    for number, row in enumerate(rows, start=1):
        writer.writerow([_cell(row.get(name), text) for name in columns])
        if number % _AT_ONCE == 0:
            yield written.getvalue().encode()
            written.seek(0)
            written.truncate()
    yield written.getvalue().encode()


def _cell(value: Cell, text: Callable[[str], str]) -> str:
    """Return a value as it is written: numbers exactly, whole ones without decimals, flags as 1 and 0."""
    if value is None:
        return ""
    if isinstance(value, str):
        return text(value)
    if isinstance(value, bool):
        return str(int(value))
    return str(int(value)) if value == int(value) and abs(value) < 1e15 else repr(value)


def _marked(text: str) -> str:
    return f"'{text}" if text.startswith(FORMULA_SIGNS) else text


def _session(session: Session) -> Row:
    metres = [run.distance.metres for run in session.runs if run.distance is not None]
    return {
        "session_id": session.id,
        "date": session.started.local_date.isoformat(),
        "start_local": session.started.local.isoformat(),
        "start_utc": _utc(session.started.utc),
        "tz": session.started.zone,
        **_end(session.ended),
        "kind": session.kind.value,
        "subtype": session.subtype,
        "sport": session.sport,
        "title": session.title,
        "duration_s": session.total_s,
        "run_s": session.run_s,
        "strength_s": session.strength_s,
        "other_s": session.other_s,
        "distance_m": sum(metres) if metres else None,
        "sets": len(session.sets),
        "tonnage_kg": session.tonnage_kg,
        "rpe": session.rpe,
        "load_au": session.load_au,
        "load_estimated": session.load_estimated,
        "avg_hr": session.avg_hr,
        "level": session.level,
        "source": session.source.value,
        "flags": "; ".join(session.flags),
        "workout_id": session.workout_id,
        "same_as": session.same_as,
        "fingerprint": session.fingerprint,
        "note": session.note,
    }


def _end(ended: Moment | None) -> Row:
    return {} if ended is None else {"end_local": ended.local.isoformat(), "end_utc": _utc(ended.utc)}


def _utc(instant: datetime) -> str:
    return instant.replace(tzinfo=None).isoformat() + "Z"


def _entries(session: Session, exercises: Mapping[str, Exercise]) -> Iterator[Row]:
    """Yield what was done in order, each row with the session's own columns; its note stands in the first."""
    told = _session(session)
    of_session = {OF_SESSION + name: told[name] for name in _REPEATED if name in told} | {"session_id": session.id}
    done = [_set(each, exercises) for each in session.sets] + [_run(each) for each in session.runs]
    for row in sorted(done, key=lambda row: row["position"] or 0) or [{}]:
        yield {**row, **of_session}
        of_session[OF_SESSION + "note"] = ""


def _set(logged: LoggedSet, exercises: Mapping[str, Exercise]) -> Row:
    known = exercises.get(logged.exercise)
    return {
        "entry": "set",
        "position": logged.position,
        "exercise_id": logged.exercise,
        "exercise": known.name if known is not None else logged.exercise,
        "set_kind": logged.kind.value,
        "weight_kg": logged.load.kg if logged.load is not None else None,
        "weight": logged.load.value if logged.load is not None else None,
        "weight_unit": logged.load.unit.value if logged.load is not None else None,
        "bodyweight": logged.bodyweight,
        "reps": logged.reps,
        "side": logged.side.value if logged.side is not None else None,
        "per_side": logged.per_side,
        "unconfirmed": logged.unconfirmed,
        **_of_both(logged),
    }


def _run(run: RunEntry) -> Row:
    return {
        "entry": "run",
        "position": run.position,
        "sport": run.sport,
        "subtype": run.subtype,
        "elapsed_s": run.elapsed_s,
        "avg_hr": run.avg_hr,
        "max_hr": run.max_hr,
        "hr_computed": run.hr_computed,
        "ascent_m": run.ascent_m,
        **_of_both(run),
    }


def _of_both(entry: LoggedSet | RunEntry) -> Row:
    distance = entry.distance
    return {
        "seconds": entry.seconds,
        "distance_m": distance.metres if distance is not None else None,
        "distance": distance.value if distance is not None else None,
        "distance_unit": distance.unit.value if distance is not None else None,
        "rpe": entry.rpe,
        "rest_s": entry.rest_s,
        "logged_utc": _utc(entry.logged_at) if entry.logged_at is not None else None,
        "note": entry.note,
    }
