"""Domain values as rows and back, for the tables whose columns are asked about one by one.

A row is a mapping of column to plain number, text, flag or None.
"""

from __future__ import annotations

import json
import math
from collections.abc import Sequence
from datetime import date
from typing import TypeAlias

from sqlalchemy import RowMapping

from hybridtui.domain.calendar import Moment
from hybridtui.domain.exercises import Exercise
from hybridtui.domain.problems import NotSaved
from hybridtui.domain.session import (
    LoggedSet,
    MarkKind,
    RunEntry,
    Session,
    SetKind,
    Side,
    Source,
    Status,
    StepMark,
)
from hybridtui.domain.units import Distance, DistanceUnit, Load, WeightUnit
from hybridtui.domain.workout import Kind
from hybridtui.store import codec
from hybridtui.store.instants import instant, micros, week_key

Value: TypeAlias = str | int | float | bool | None
Row: TypeAlias = dict[str, Value]
Columns: TypeAlias = RowMapping
"""A row as SQLAlchemy returns it: what a column holds is known to the schema only."""

_LARGEST = 2**63 - 1


def storable(row: Row) -> Row:
    """Return ``row`` unchanged if SQLite can hold it; it stores NaN as nothing.

    Raises:
        NotSaved: if a number is not finite or too large, or a text is half a character.
    """
    for column, value in row.items():
        if value is not None and not _fits(value):
            raise NotSaved(f"Not saved: {column.replace('_', ' ')} cannot be {value!r}.")
    return row


def _fits(value: str | float | bool) -> bool:
    if isinstance(value, str):
        return value.isascii() or value.encode(errors="replace").decode() == value
    if isinstance(value, float):
        return math.isfinite(value)
    return abs(value) <= _LARGEST


def session_row(session: Session) -> Row:
    """Return the header of a session: not its sets, runs and marks."""
    ended = session.ended
    return {
        "id": session.id,
        "kind": session.kind.value,
        "subtype": session.subtype,
        "sport": session.sport,
        "title": session.title,
        "status": session.status.value,
        "started_us": micros(session.started.utc),
        "started_offset_s": session.started.offset_s,
        "started_zone": session.started.zone,
        "local_date": session.started.local_date.isoformat(),
        "week": week_key(session.started.local_date),
        "ended_us": micros(ended.utc) if ended else None,
        "ended_offset_s": ended.offset_s if ended else None,
        "ended_zone": ended.zone if ended else None,
        "ended_date": ended.local_date.isoformat() if ended else None,
        "workout_id": session.workout_id,
        "steps": codec.STEPS.dumps(session.steps),
        "rpe": session.rpe,
        "run_s": session.run_s,
        "strength_s": session.strength_s,
        "other_s": session.other_s,
        "tonnage_kg": session.tonnage_kg,
        "load_au": session.load_au,
        "load_estimated": session.load_estimated,
        "avg_hr": session.avg_hr,
        "source": session.source.value,
        "batch_id": session.batch_id,
        "fingerprint": session.fingerprint,
        "flags": codec.to_json(list(session.flags)),
        "note": session.note,
        "level": session.level,
        "pauses": codec.PAUSES.dumps(session.pauses) if session.pauses else None,
        "original": session.original,
    }


def session_of(row: Columns, sets: Sequence[LoggedSet], runs: Sequence[RunEntry], marks: Sequence[StepMark]) -> Session:
    """Return the session of a row, with its parts."""
    return Session(
        id=row["id"],
        kind=Kind(row["kind"]),
        subtype=row["subtype"],
        sport=row["sport"],
        title=row["title"],
        status=Status(row["status"]),
        started=_moment(row["started_us"], row["started_offset_s"], row["started_zone"], row["local_date"]),
        ended=(
            None
            if row["ended_us"] is None
            else _moment(row["ended_us"], row["ended_offset_s"], row["ended_zone"], row["ended_date"])
        ),
        workout_id=row["workout_id"],
        steps=codec.STEPS.loads(row["steps"]),
        sets=tuple(sets),
        runs=tuple(runs),
        marks=tuple(marks),
        rpe=row["rpe"],
        run_s=row["run_s"],
        strength_s=row["strength_s"],
        other_s=row["other_s"],
        tonnage_kg=row["tonnage_kg"],
        load_au=row["load_au"],
        load_estimated=row["load_estimated"],
        avg_hr=row["avg_hr"],
        source=Source(row["source"]),
        batch_id=row["batch_id"],
        fingerprint=row["fingerprint"],
        flags=flags_of(row["flags"]),
        note=row["note"],
        level=row["level"],
        pauses=codec.PAUSES.loads(row["pauses"]) if row["pauses"] else (),
        original=row["original"],
        same_as=row["same_as"],
        lent_rpe=row["lent_rpe"],
        lent_load_au=row["lent_load_au"],
        lent_hr=row["lent_hr"],
    )


def flags_of(text: str) -> tuple[str, ...]:
    """Return the flags of a session."""
    return () if text == "[]" else tuple(json.loads(text))


def _moment(us: int, offset_s: int, zone: str | None, local_date: str) -> Moment:
    return Moment(instant(us), offset_s, zone, date.fromisoformat(local_date))


def set_row(session_id: str, logged: LoggedSet) -> Row:
    """Return the row of a set."""
    return {
        "id": logged.id,
        "session_id": session_id,
        "position": logged.position,
        "exercise": logged.exercise,
        "kind": logged.kind.value,
        "load_value": logged.load.value if logged.load else None,
        "load_unit": logged.load.unit.value if logged.load else None,
        "load_kg": logged.load.kg if logged.load else None,
        "bodyweight": logged.bodyweight,
        "reps": logged.reps,
        "seconds": logged.seconds,
        **_distance_row(logged.distance),
        "rpe": logged.rpe,
        "side": logged.side.value if logged.side else None,
        "per_side": logged.per_side,
        "step": logged.step,
        "set_number": logged.set_number,
        "logged_us": micros(logged.logged_at) if logged.logged_at else None,
        "rest_s": logged.rest_s,
        "unconfirmed": logged.unconfirmed,
        "note": logged.note,
    }


def set_of(row: Columns) -> LoggedSet:
    """Return the set of a row."""
    return LoggedSet(
        id=row["id"],
        position=row["position"],
        exercise=row["exercise"],
        kind=SetKind(row["kind"]),
        load=None if row["load_value"] is None else Load(row["load_value"], WeightUnit(row["load_unit"])),
        bodyweight=row["bodyweight"],
        reps=row["reps"],
        seconds=row["seconds"],
        distance=_distance(row),
        rpe=row["rpe"],
        side=Side(row["side"]) if row["side"] else None,
        per_side=row["per_side"],
        step=row["step"],
        set_number=row["set_number"],
        logged_at=None if row["logged_us"] is None else instant(row["logged_us"]),
        rest_s=row["rest_s"],
        unconfirmed=row["unconfirmed"],
        note=row["note"],
    )


def run_row(session_id: str, run: RunEntry) -> Row:
    """Return the row of a run."""
    return {
        "id": run.id,
        "session_id": session_id,
        "position": run.position,
        "subtype": run.subtype,
        "sport": run.sport,
        **_distance_row(run.distance),
        "seconds": run.seconds,
        "elapsed_s": run.elapsed_s,
        "avg_hr": run.avg_hr,
        "max_hr": run.max_hr,
        "hr_computed": run.hr_computed,
        "ascent_m": run.ascent_m,
        "rpe": run.rpe,
        "step": run.step,
        "set_number": run.set_number,
        "logged_us": micros(run.logged_at) if run.logged_at else None,
        "rest_s": run.rest_s,
        "note": run.note,
    }


def run_of(row: Columns) -> RunEntry:
    """Return the run of a row."""
    return RunEntry(
        id=row["id"],
        position=row["position"],
        subtype=row["subtype"],
        sport=row["sport"],
        distance=_distance(row),
        seconds=row["seconds"],
        elapsed_s=row["elapsed_s"],
        avg_hr=row["avg_hr"],
        max_hr=row["max_hr"],
        hr_computed=row["hr_computed"],
        ascent_m=row["ascent_m"],
        rpe=row["rpe"],
        step=row["step"],
        set_number=row["set_number"],
        logged_at=None if row["logged_us"] is None else instant(row["logged_us"]),
        rest_s=row["rest_s"],
        note=row["note"],
    )


def mark_row(session_id: str, mark: StepMark) -> Row:
    """Return the row of a ticked or skipped step."""
    return {
        "id": mark.id,
        "session_id": session_id,
        "step": mark.step,
        "set_number": mark.set_number,
        "kind": mark.kind.value,
        "at_us": micros(mark.at),
    }


def mark_of(row: Columns) -> StepMark:
    """Return the mark of a row."""
    return StepMark(
        id=row["id"],
        step=row["step"],
        set_number=row["set_number"],
        kind=MarkKind(row["kind"]),
        at=instant(row["at_us"]),
    )


def exercise_row(exercise: Exercise, batch_id: str | None = None) -> Row:
    """Return the row of an athlete's own exercise."""
    return {
        "id": exercise.id,
        "name": exercise.name,
        "batch_id": batch_id,
        "data": codec.EXERCISE.dumps(exercise),
    }


def _distance_row(distance: Distance | None) -> Row:
    return {
        "distance_value": distance.value if distance else None,
        "distance_unit": distance.unit.value if distance else None,
        "distance_m": distance.metres if distance else None,
    }


def _distance(row: Columns) -> Distance | None:
    if row["distance_value"] is None:
        return None
    return Distance(row["distance_value"], DistanceUnit(row["distance_unit"]))
