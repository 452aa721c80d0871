"""Whether a set was hard is kept beside it and follows every change. Source: science.md 0."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from hybridtui.domain.body_weight import BodyWeight
from hybridtui.domain.change import Change, Noun, Ref
from hybridtui.domain.hard_sets import is_hard
from hybridtui.domain.imports import Batch
from hybridtui.domain.session import LoggedSet, Session, SetKind, Status
from hybridtui.domain.skips import Reason, SkipReason
from hybridtui.domain.units import Load, WeightUnit
from hybridtui.store import Store, codec
from tests.store.builders import NOW, SQUAT, logged, session
from tests.store.test_migrations import first_version

HARD = replace(SQUAT, rpe=8.0)
EASY = replace(SQUAT, rpe=6.0)
STEPS = (HARD, EASY, SQUAT)

SETS = {
    "rated hard": (logged("rated hard", rpe=7.0), True),
    "rated easy": (logged("rated easy", rpe=6.5), False),
    "felt easier than asked": (logged("felt easier than asked", rpe=6.0, step=0), False),
    "asked hard": (logged("asked hard", step=0), True),
    "asked easy": (logged("asked easy", step=1), False),
    "asked without an effort": (logged("asked without an effort", step=2), None),
    "of its own": (logged("of its own"), None),
    "of a step that is no more": (logged("of a step that is no more", step=9), None),
    "of a step that never was": (logged("of a step that never was", step=-1), None),
    "warm-up": (logged("warm-up", kind=SetKind.WARMUP, rpe=9.0, step=0), False),
    "to failure": (logged("to failure", kind=SetKind.FAILURE), True),
}
WHOLE = session(steps=STEPS, sets=tuple(logged for logged, _ in SETS.values()))
WANTED = {name: hard for name, (_, hard) in SETS.items()}


def kept(path: Path) -> dict[str, bool | None]:
    """Return what the file says of each set."""
    with closing(sqlite3.connect(path)) as connection:
        rows = connection.execute("SELECT id, hard FROM logged_set").fetchall()
    return {id_: None if hard is None else bool(hard) for id_, hard in rows}


def put(store: Store, whole: Session, *sets: LoggedSet) -> None:
    store.apply(Change(label="put", sessions=(whole,), sets=tuple((whole.id, each) for each in sets)), NOW)


def test_the_rule() -> None:
    assert {name: is_hard(each, STEPS) for name, (each, _) in SETS.items()} == WANTED


def test_sets_that_are_logged_and_sets_that_are_imported(store: Store, path: Path) -> None:
    put(store, WHOLE, *WHOLE.sets)
    assert kept(path) == WANTED
    store.undo(NOW)
    store.add_batch(Batch("b", "import", "strong"), [], [replace(WHOLE, status=Status.FINISHED)], NOW)
    assert kept(path) == WANTED


def test_it_follows_a_corrected_set_and_a_step_that_asks_for_something_else(store: Store, path: Path) -> None:
    put(store, WHOLE, logged("a", rpe=9.0, step=0), logged("b", step=1), logged("c", step=0))
    store.apply(Change(label="edit", sets=(("s", logged("a", rpe=None, step=1)),)), NOW)
    assert kept(path) == {"a": False, "b": False, "c": True}
    store.apply(Change(label="other targets", sessions=(replace(WHOLE, steps=(SQUAT, HARD)),)), NOW)
    assert kept(path) == {"a": True, "b": True, "c": None}
    store.undo(NOW)
    assert kept(path) == {"a": False, "b": False, "c": True}
    store.undo(NOW)
    assert kept(path) == {"a": True, "b": False, "c": True}
    store.redo(NOW)
    store.redo(NOW)
    assert kept(path) == {"a": True, "b": True, "c": None}


def test_it_comes_back_with_a_session_that_was_deleted(store: Store, path: Path) -> None:
    put(store, WHOLE, *WHOLE.sets)
    store.apply(Change(label="gone", drop=(Ref(Noun.SESSION, "s"),)), NOW)
    assert kept(path) == {}
    store.undo(NOW)
    assert kept(path) == WANTED


def test_sets_of_an_older_log_are_rated_when_it_is_upgraded(path: Path) -> None:
    first_version(path)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("DELETE FROM logged_set")
        connection.execute("UPDATE session SET steps = ?", (codec.STEPS.dumps(STEPS),))
        whole = dict(zip(*_of(connection, "SELECT * FROM session"), strict=True)) | {"id": "t", "steps": '["broken'}
        _insert(connection, "session", whole)
        for name, (each, _) in SETS.items():
            row = {
                "id": name, "session_id": "s", "position": 0, "exercise": "back_squat", "kind": each.kind.value,
                "bodyweight": 0, "reps": 5, "rpe": each.rpe, "step": each.step, "per_side": 0, "unconfirmed": 0,
                "note": "",
            }  # fmt: skip
            _insert(connection, "logged_set", row)
        _insert(connection, "logged_set", row | {"id": "damaged", "session_id": "t", "kind": "working", "step": 0})
        connection.commit()
    Store.open(path).close()
    assert kept(path) == {**WANTED, "damaged": None}


def _of(connection: sqlite3.Connection, query: str) -> tuple[list[str], tuple[object, ...]]:
    cursor = connection.execute(query)
    return [column[0] for column in cursor.description], cursor.fetchone()


def _insert(connection: sqlite3.Connection, table: str, row: dict[str, object]) -> None:
    marks = ", ".join("?" * len(row))
    connection.execute(f"INSERT INTO {table} ({', '.join(row)}) VALUES ({marks})", tuple(row.values()))


@pytest.mark.parametrize(
    ("first", "second", "ref", "table"),
    [
        (
            Change(label="weight", weights=(BodyWeight(NOW.date(), Load(180.0, WeightUnit.LB)),)),
            Change(label="weight", weights=(BodyWeight(NOW.date(), Load(81.0)),)),
            Ref(Noun.WEIGHT, NOW.date().isoformat()),
            "SELECT value, unit FROM body_weight",
        ),
        (
            Change(label="reason", skips=(SkipReason("w", Reason.ILL, "a cold"),)),
            Change(label="reason", skips=(SkipReason("w", Reason.TRAVEL),)),
            Ref(Noun.SKIP, "w"),
            "SELECT reason, note FROM skip_reason",
        ),
    ],
)
def test_weights_and_reasons_are_put_replaced_removed_and_taken_back(
    store: Store, path: Path, first: Change, second: Change, ref: Ref, table: str
) -> None:
    def there() -> list[tuple[object, ...]]:
        with closing(sqlite3.connect(path)) as connection:
            return connection.execute(table).fetchall()

    seen = [there()]
    for change in (first, second, Change(label="gone", drop=(ref,))):
        store.apply(change, NOW)
        seen.append(there())
    assert seen[0] == seen[3] == []
    assert len(seen[1]) == len(seen[2]) == 1
    assert seen[1] != seen[2]
    for before in (seen[2], seen[1], seen[0]):
        store.undo(NOW)
        assert there() == before
