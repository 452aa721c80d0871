"""Every field that a log has goes out and comes back: one that is added and not carried is found here."""

from __future__ import annotations

import types
from collections.abc import Callable, Iterable
from dataclasses import MISSING, Field, fields, is_dataclass, replace
from datetime import UTC, date, datetime, timedelta
from enum import Enum
from pathlib import Path
from typing import Union, get_args, get_origin, get_type_hints

import pytest

from hybridtui.domain.athlete import EQUIPMENT_PROFILES, Athlete, Race, RaceResult
from hybridtui.domain.body_weight import BodyWeight
from hybridtui.domain.calendar import Moment, Week, Weekday
from hybridtui.domain.change import Change
from hybridtui.domain.contents import Contents
from hybridtui.domain.exercise_names import ExerciseName
from hybridtui.domain.exercises import Exercise
from hybridtui.domain.imports import Batch
from hybridtui.domain.names import fold
from hybridtui.domain.notes import ExerciseNote
from hybridtui.domain.readiness import Readiness
from hybridtui.domain.session import LoggedSet, Pause, RunEntry, Session, Status, StepMark
from hybridtui.domain.units import Load, WeightUnit
from hybridtui.domain.workout import Plan, PlannedWeek, Step, Workout
from hybridtui.formats import daybook
from hybridtui.formats.own import log_csv, log_json
from hybridtui.formats.reading import Read, ReadOptions
from hybridtui.formats.writing import Writer
from hybridtui.store import Store
from tests.formats.exported import exported, files, without_part_ids
from tests.formats.options import options

BEGAN = datetime(2026, 2, 24, 17, 0, tzinfo=UTC)
DAY = BEGAN.date()
STARTED = Moment.at(BEGAN.astimezone(options().zone), "Europe/Berlin")

OF_ONE_LOG = ("batch_id", "original", "same_as", "lent_rpe", "lent_load_au", "lent_hr")
"""What only its own log knows of a session: its imports, and what records of one workout lend each other."""

NOT_IN_TABLES = {
    Session: {"steps", "marks", "pauses"},
    LoggedSet: {"step", "set_number"},
    RunEntry: {"step", "set_number"},
}
"""What the tables leave to JSON, as they say."""

SAID: dict[type, dict[str, object]] = {
    Athlete: {
        "balance": 0.75,
        "days": (Weekday.TUE, Weekday.SAT),
        "days_per_week": 2,
        "minutes": (40,) * 7,
        "slots": (2,) * 7,
        "equipment": EQUIPMENT_PROFILES["gym"],
        "age": 41,
        "race": Race(21_097.5, date(2026, 10, 4)),
        "result": RaceResult(10_000.0, 2_650.5),
        "easy_pace_s_per_km": 330.5,
        "bodyweight_kg": 72.5,
        "quality_runs": 2,
        "lighter_every": 4,
        "resting_hr": 48,
        "max_hr": 188,
        "threshold_hr": 165,
    },
    Exercise: {"id": "own:sled", "name": "Sled push", "pattern": "squat", "primary": "quads", "secondary": ("glutes",)},
    ExerciseName: {"name": "Sledge", "folded": fold("Sledge"), "exercise": "own:sled"},
    ExerciseNote: {"exercise": "own:sled"},
    BodyWeight: {"weight": Load(160.5, WeightUnit.LB)},
    Readiness: {"pain": 4},
    Plan: {"start": Week.of(DAY).monday},
    PlannedWeek: {"week": Week.of(DAY)},
    Workout: {"id": "w1", "day": DAY, "level": 2, "moved_from": DAY - timedelta(days=1)},
    Step: {"exercise": "back_squat", "reps": 5, "reps_max": 8, "tempo": "3-1-1-0", "zone": "E"},
    Session: {
        "status": Status.FINISHED,
        "started": STARTED,
        "ended": STARTED.later(timedelta(minutes=50)),
        "level": 2,
        "avg_hr": 140,
        "tonnage_kg": Load(2.5, WeightUnit.LB).kg * 3,
        "pauses": (Pause(BEGAN + timedelta(minutes=1), BEGAN + timedelta(minutes=2)),),
        **dict.fromkeys(OF_ONE_LOG),
    },
    LoggedSet: {
        "exercise": "own:sled",
        "load": Load(2.5, WeightUnit.LB),
        "reps": 3,
        "position": 0,
        "step": 0,
        "set_number": 1,
        "logged_at": BEGAN,
    },
    RunEntry: {"position": 1, "step": 0, "set_number": 1, "avg_hr": 150, "max_hr": 170, "logged_at": BEGAN},
    StepMark: {"step": 0, "set_number": 1, "at": BEGAN},
}
"""What has to be something certain; all else is anything but what it is by default."""


def full(kind: type) -> object:
    """Return a value none of whose fields is empty, or as it is by default."""
    hints = get_type_hints(kind)
    said = SAID.get(kind, {})
    return kind(**{f.name: said[f.name] if f.name in said else _anything(f, hints[f.name]) for f in fields(kind)})


def _anything(field: Field[object], hint: object) -> object:
    value = _value(hint, field)
    assert field.default is MISSING or value != field.default, f"{field.name} is as by default"
    return value


def _value(hint: object, field: Field[object]) -> object:
    origin = get_origin(hint)
    if origin in (Union, types.UnionType):
        return _value(next(each for each in get_args(hint) if each is not type(None)), field)
    if origin in (tuple, frozenset):
        return origin([_value(get_args(hint)[0], field)])
    assert isinstance(hint, type)
    if is_dataclass(hint):
        return full(hint)
    if issubclass(hint, Enum):
        return next(each for each in reversed(hint) if each != field.default)
    return _PLAIN[hint] if hint is not bool else field.default is not True


_PLAIN: dict[type, object] = {int: 3, float: 2.5, str: "word", date: DAY, datetime: BEGAN}

DONE = full(Session)
TOLD = full(Contents)
assert isinstance(DONE, Session)
assert isinstance(TOLD, Contents)


def read_back(write: Writer, read: Callable[[bytes, ReadOptions], Read], file: str = "") -> Read:
    written = files(write, exported((DONE,), TOLD, own=TOLD.exercises))
    found = read(written[file] if file else next(iter(written.values())), options())
    assert found.refused == ()
    return found


def test_a_log_hands_out_every_field_that_was_put_in(tmp_path: Path) -> None:
    told = {f.name: getattr(TOLD, f.name) for f in fields(Contents) if f.name != "plans"}
    with Store.open(tmp_path / "log.db") as store:
        store.apply(Change(label="all of it", plan=TOLD.plans[0], **told), BEGAN)
        store.add_batch(Batch("b", "a session", "strong"), (), (DONE,), BEGAN)
        assert store.everything.contents() == TOLD
        assert [replace(each, batch_id=None) for each in store.everything.sessions()] == [DONE]


@pytest.mark.parametrize("format_", [log_json, daybook])
def test_what_loses_nothing_carries_every_field(format_: types.ModuleType) -> None:
    found = read_back(format_.write, format_.read)
    assert found.contents == TOLD
    assert [without_part_ids(each) for each in found.sessions] == [without_part_ids(DONE)]


def test_the_tables_carry_every_field_but_those_that_they_leave_to_json() -> None:
    (one,) = read_back(log_csv.write, log_csv.read, "sets.csv").sessions
    assert not _lost(DONE, one, {"sets", "runs"})
    assert not _lost(DONE.sets[0], one.sets[0], {"id"})
    assert not _lost(DONE.runs[0], one.runs[0], {"id"})


def _lost(before: object, after: object, elsewhere: Iterable[str]) -> list[str]:
    left = {*NOT_IN_TABLES[type(before)], *elsewhere}
    return [
        f.name for f in fields(type(before)) if f.name not in left and getattr(before, f.name) != getattr(after, f.name)
    ]


def test_a_session_that_stands_still_comes_back_standing_still() -> None:
    still = replace(DONE, status=Status.OPEN, ended=None, pauses=(*DONE.pauses, Pause(BEGAN + timedelta(minutes=9))))
    for format_ in (log_json, daybook):
        (data,) = files(format_.write, exported((still,), TOLD)).values()
        (one,) = format_.read(data, options()).sessions
        assert without_part_ids(one) == without_part_ids(still)
