"""An import: all of it or nothing, and taken back as one."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from hybridtui.domain.change import Change
from hybridtui.domain.exercises import Exercise
from hybridtui.domain.imports import Batch
from hybridtui.domain.problems import NotSaved
from hybridtui.domain.session import MarkKind, RunEntry, Status, StepMark
from hybridtui.domain.units import Load
from hybridtui.store import Store, batches
from tests.store.builders import NOW, logged, session

SLED = Exercise(id="own:sled", name="Sled", pattern="carry")
MINE = replace(SLED, id="own:mine", name="Mine")
WHOLE = session(
    "whole",
    status=Status.FINISHED,
    fingerprint="f1",
    sets=(logged("a", 0), logged("b", 1, exercise="own:sled")),
    runs=(RunEntry(id="r", position=0, seconds=60.0),),
    marks=(StepMark(id="m", step=0, set_number=1, kind=MarkKind.DONE, at=NOW),),
)
BATCH = Batch("b1", "import of strong.csv", "strong")


def everything(store: Store) -> tuple[object, ...]:
    return store.session("whole"), store.lines(), store.own_exercises(), store.knowing.sessions(["f1"])


def test_an_import_comes_back_whole(store: Store) -> None:
    store.add_batch(BATCH, [SLED], [WHOLE], NOW)
    assert store.session("whole") == replace(WHOLE, batch_id="b1")
    assert store.own_exercises() == (SLED,)
    assert store.lines()[0].sets == 2
    assert store.undo_label() == "import of strong.csv"


def test_undo_of_an_import_leaves_nothing_of_it_and_offers_no_redo(store: Store, path: Path) -> None:
    store.apply(Change(label="exercise", exercises=(MINE,)), NOW)
    before = everything(store)
    store.add_batch(BATCH, [SLED, MINE], [WHOLE], NOW)
    assert store.undo(NOW) == "import of strong.csv"
    assert everything(store) == before
    assert store.redo(NOW) is None
    assert store.undo_label() == "exercise"
    with Store.open(path) as again:
        again.add_batch(BATCH, [SLED], [WHOLE], NOW)
        assert again.session("whole") is not None


def test_an_imported_exercise_in_use_elsewhere_stays(store: Store) -> None:
    store.add_batch(BATCH, [SLED], [WHOLE], NOW)
    mine = Change(
        label="start", session_id="s", sessions=(session("s"),), sets=(("s", logged("x", exercise="own:sled")),)
    )
    store.apply(mine, NOW)
    store._db.write("batch", lambda connection: batches.remove(connection, "b1"))
    assert store.own_exercises() == (SLED,)
    assert store.session("whole") is None
    assert store.session("s") is not None


def test_a_known_fingerprint_refuses_the_whole_import(store: Store) -> None:
    store.add_batch(BATCH, [], [WHOLE], NOW)
    fresh = session("fresh", fingerprint="f2", status=Status.FINISHED)
    again = replace(WHOLE, id="again", sets=(), runs=(), marks=())
    with pytest.raises(NotSaved, match="already in the log"):
        store.add_batch(Batch("b2", "again", "strong"), [], [fresh, again], NOW)
    assert store.session("fresh") is None
    assert store.count_lines() == 1


def test_one_bad_set_refuses_the_whole_import(store: Store) -> None:
    before = everything(store)
    bad = replace(WHOLE, sets=(*WHOLE.sets, logged("c", 2, load=Load(float("inf")))))
    with pytest.raises(NotSaved, match="cannot be inf"):
        store.add_batch(BATCH, [SLED], [bad], NOW)
    assert everything(store) == before
    assert store.undo_label() is None


def test_edits_of_imported_sessions_are_undone_before_the_import(store: Store) -> None:
    store.add_batch(BATCH, [SLED], [WHOLE], NOW)
    store.apply(Change(label="edit", session_id="whole", sets=(("whole", logged("a", reps=9)),)), NOW)
    assert [store.undo(NOW), store.undo(NOW), store.undo(NOW)] == ["edit", "import of strong.csv", None]
    assert store.redo(NOW) is None, "what was edited is gone"


def test_an_import_of_nothing_new_is_possible(store: Store) -> None:
    store.add_batch(BATCH, [], [], NOW)
    assert store.count_lines() == 0
    assert store.undo(NOW) == "import of strong.csv"


def test_many_sessions_at_once(store: Store) -> None:
    many = [
        session(f"s{n}", day=-n, status=Status.FINISHED, sets=tuple(logged(f"{n}.{k}", k) for k in range(3)))
        for n in range(600)
    ]
    store.add_batch(BATCH, [], many, NOW)
    assert store.count_lines() == 600
    assert {line.sets for line in store.lines()} == {3}
    store.undo(NOW)
    assert store.count_lines() == 0
    assert store.quick_check() is None
