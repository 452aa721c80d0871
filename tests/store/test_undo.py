"""Undo and redo: many levels, across restarts, within a session or over all."""

from __future__ import annotations

import tempfile
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from hybridtui.domain.athlete import Athlete
from hybridtui.domain.change import Change, Noun, Ref
from hybridtui.domain.problems import NotSaved
from hybridtui.domain.session import MarkKind, RunEntry, Session, Status, StepMark
from hybridtui.domain.units import Distance, DistanceUnit
from hybridtui.store import Store, journal
from tests.store.builders import NOW, logged, plan, session, workout


def start(store: Store, id_: str = "s", **fields: object) -> None:
    store.apply(Change(label=f"start {id_}", session_id=id_, sessions=(session(id_, **fields),)), NOW)  # type: ignore[arg-type]


def log(store: Store, set_id: str, of: str = "s", *, minor: bool = False) -> None:
    change = Change(label=f"set {set_id}", session_id=of, minor=minor, sets=((of, logged(set_id)),))
    store.apply(change, NOW)


def sets(store: Store, of: str = "s") -> list[str]:
    whole = store.session(of)
    return [] if whole is None else sorted(part.id for part in whole.sets)


def test_nothing_to_undo(store: Store) -> None:
    assert store.undo_label() is None
    assert store.redo_label() is None
    assert store.undo(NOW) is None
    assert store.redo(NOW) is None


def test_levels_back_and_forth_across_restarts(path: Path) -> None:
    with Store.open(path) as store:
        start(store)
        for name in "abc":
            log(store, name)
        assert store.undo(NOW) == "set c"
    with Store.open(path) as store:
        assert store.undo(NOW) == "set b"
        assert (store.undo_label(), store.redo_label()) == ("set a", "set b")
    with Store.open(path) as store:
        assert sets(store) == ["a"]
        assert [store.redo(NOW), store.redo(NOW), store.redo(NOW)] == ["set b", "set c", None]
        assert sets(store) == ["a", "b", "c"]
        assert [store.undo(NOW) for _ in range(5)] == ["set c", "set b", "set a", "start s", None]
        assert store.session("s") is None


def test_a_new_change_ends_what_redo_could_bring_back(store: Store) -> None:
    start(store)
    log(store, "a")
    store.undo(NOW)
    log(store, "b")
    assert store.redo_label() is None
    assert store.redo(NOW) is None
    assert sets(store) == ["b"]


def test_an_edit_is_taken_back_to_what_it_was(store: Store) -> None:
    start(store)
    log(store, "a")
    before = store.session("s")
    store.apply(Change(label="edit", session_id="s", sets=(("s", logged("a", reps=12, note="all out")),)), NOW)
    store.undo(NOW)
    assert store.session("s") == before


def test_putting_what_is_there_already_is_no_change(store: Store) -> None:
    start(store)
    log(store, "a")
    store.undo(NOW)
    start(store)
    assert (store.undo_label(), store.redo_label()) == ("start s", "set a")


def test_a_deleted_session_comes_back_whole(store: Store) -> None:
    whole = replace(
        session(status=Status.FINISHED, note="good", rpe=7.0, strength_s=1800.0),
        sets=(logged("a", 0), logged("b", 1)),
        runs=(RunEntry(id="r", position=0, distance=Distance(5.0, DistanceUnit.KM), seconds=1500.0),),
        marks=(StepMark(id="m", step=0, set_number=1, kind=MarkKind.DONE, at=NOW),),
    )
    parts = {"sets": whole.sets, "runs": whole.runs, "marks": whole.marks}
    put = {name: tuple(("s", part) for part in some) for name, some in parts.items()}
    store.apply(Change(label="session", sessions=(whole,), **put), NOW)  # type: ignore[arg-type]
    line = store.lines()
    store.apply(Change(label="delete", drop=(Ref(Noun.SESSION, "s"),)), NOW)
    assert store.session("s") is None
    assert store.undo(NOW) == "delete"
    assert store.session("s") == whole
    assert store.lines() == line
    assert store.redo(NOW) == "delete"
    assert store.session("s") is None


def test_undo_keeps_within_a_session_if_told(store: Store) -> None:
    start(store, "s")
    start(store, "t")
    log(store, "a", "s")
    log(store, "b", "t")
    assert store.undo_label("s") == "set a"
    assert store.undo(NOW, "s") == "set a"
    assert (sets(store, "s"), sets(store, "t")) == ([], ["b"])
    assert store.redo_label("t") is None
    assert store.redo(NOW, "t") is None
    assert store.redo(NOW, "s") == "set a"
    assert sets(store, "s") == ["a"]
    assert store.undo(NOW) == "set b"


def test_minor_changes_go_and_come_with_what_they_hang_on(store: Store) -> None:
    start(store)
    log(store, "a")
    for rest in (90, 105, 120):
        change = Change(label="rest", session_id="s", minor=True, sets=(("s", logged("a", rest_s=rest)),))
        store.apply(change, NOW)
    assert store.undo_label("s") == "set a"
    assert store.undo(NOW, "s") == "set a"
    assert sets(store) == []
    assert store.redo(NOW, "s") == "set a"
    whole = store.session("s")
    assert whole is not None
    assert whole.sets[0].rest_s == 120


def test_minor_changes_alone_are_nothing_to_undo(store: Store) -> None:
    store.apply(Change(label="start", session_id="s", minor=True, sessions=(session(),)), NOW)
    assert store.undo_label() is None
    assert store.undo(NOW) is None
    assert store.session("s") is not None


def test_undo_within_a_session_never_harms_what_lies_outside(store: Store) -> None:
    start(store)
    log(store, "a")
    store.apply(Change(label="delete", drop=(Ref(Noun.SESSION, "s"),)), NOW)
    with pytest.raises(NotSaved, match="undo that first"):
        store.undo(NOW, "s")
    assert store.undo(NOW) == "delete"
    assert store.undo(NOW, "s") == "set a"


def test_a_session_with_sets_of_elsewhere_is_not_undone_away(store: Store) -> None:
    start(store)
    store.apply(Change(label="added from outside", sets=(("s", logged("a")),)), NOW)
    with pytest.raises(NotSaved, match="undo that first"):
        store.undo(NOW, "s")
    assert sets(store) == ["a"]


def test_answers_and_plans_are_taken_back_too(store: Store) -> None:
    first, second = plan("p", (workout("a", NOW.date()),)), plan("q", (workout("b", NOW.date()),))
    store.apply(Change(label="answers", athlete=Athlete(age=30), plan=first), NOW)
    store.apply(Change(label="new plan", athlete=Athlete(age=31), plan=second), NOW)
    assert store.undo(NOW) == "new plan"
    assert (store.athlete(), store.plan()) == (Athlete(age=30), first)
    assert store.redo(NOW) == "new plan"
    assert (store.athlete(), store.plan()) == (Athlete(age=31), second)
    store.undo(NOW)
    store.undo(NOW)
    assert (store.athlete(), store.plan()) == (None, None)


def test_the_journal_is_bounded(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(journal, "KEPT", 3)
    start(store)
    for name in "abcde":
        log(store, name)
    assert [store.undo(NOW) for _ in range(4)] == ["set e", "set d", "set c", None]
    assert sets(store) == ["a", "b"]


def test_a_logged_set_costs_the_journal_little(store: Store) -> None:
    steps = tuple(replace(step, title="x" * 100) for step in workout("w", NOW.date()).steps * 20)
    start(store, steps=steps)
    header = session(steps=steps)
    change = Change(
        label="a", session_id="s", sessions=(replace(header, tonnage_kg=400.0),), sets=(("s", logged("a")),)
    )
    store.apply(change, NOW)
    with store._db.reading() as connection:
        images = connection.exec_driver_sql("SELECT images FROM journal ORDER BY seq DESC LIMIT 1").scalar_one()
    assert len(images) < 1000


class Undoing(RuleBasedStateMachine):
    """The store against a plain model: a list of states, one after each change."""

    SESSIONS = ("s", "t")
    SETS = ("a", "b", "c")

    @initialize()
    def begin(self) -> None:
        self.directory = tempfile.TemporaryDirectory()
        self.path = Path(self.directory.name) / "x.db"
        self.store = Store.open(self.path)
        self.states: list[dict[str, dict[str, int]]] = [{}]
        self.at = 0
        self.end = 0

    def teardown(self) -> None:
        if hasattr(self, "store"):
            self.store.close()
            self.directory.cleanup()

    @property
    def state(self) -> dict[str, dict[str, int]]:
        return self.states[self.at]

    def change(self, new: dict[str, dict[str, int]], change: Change) -> None:
        self.store.apply(change, NOW)
        if new != self.state:
            self.states = [*self.states[: self.at + 1], new]
            self.at += 1

    @rule(of=st.sampled_from(SESSIONS))
    def starts(self, of: str) -> None:
        new = {of: {}} | self.state
        self.change(new, Change(label=str(len(new)), session_id=of, sessions=(session(of),)))

    @precondition(lambda self: self.state)
    @rule(data=st.data(), set_id=st.sampled_from(SETS), reps=st.integers(0, 3))
    def logs_or_edits(self, data: st.DataObject, set_id: str, reps: int) -> None:
        of = data.draw(st.sampled_from(sorted(self.state)))
        new = self.state | {of: self.state[of] | {set_id: reps}}
        put = ((of, logged(f"{of}{set_id}", reps=reps)),)
        self.change(new, Change(label="log", session_id=of, sets=put))

    @precondition(lambda self: any(self.state.values()))
    @rule(data=st.data())
    def deletes_a_set(self, data: st.DataObject) -> None:
        of = data.draw(st.sampled_from(sorted(name for name, held in self.state.items() if held)))
        set_id = data.draw(st.sampled_from(sorted(self.state[of])))
        new = self.state | {of: {name: reps for name, reps in self.state[of].items() if name != set_id}}
        self.change(new, Change(label="drop", session_id=of, drop=(Ref(Noun.SET, f"{of}{set_id}"),)))

    @precondition(lambda self: self.state)
    @rule(data=st.data())
    def deletes_a_session(self, data: st.DataObject) -> None:
        of = data.draw(st.sampled_from(sorted(self.state)))
        new = {name: held for name, held in self.state.items() if name != of}
        self.change(new, Change(label="delete", drop=(Ref(Noun.SESSION, of),)))

    @rule(times=st.integers(1, 4))
    def undoes(self, times: int) -> None:
        for _ in range(times):
            assert (self.store.undo(NOW) is not None) == (self.at > 0)
            self.at = max(0, self.at - 1)

    @rule(times=st.integers(1, 4))
    def redoes(self, times: int) -> None:
        for _ in range(times):
            assert (self.store.redo(NOW) is not None) == (self.at < len(self.states) - 1)
            self.at = min(len(self.states) - 1, self.at + 1)

    @rule()
    def reopens(self) -> None:
        self.store.close()
        self.store = Store.open(self.path)

    @invariant()
    def equals_the_model(self) -> None:
        if not hasattr(self, "store"):
            return
        for of in self.SESSIONS:
            whole = self.store.session(of)
            assert (whole is not None) == (of in self.state)
            if whole is not None:
                assert {part.id[1:]: part.reps for part in whole.sets} == self.state[of]
                self.sums_are_right(whole)

    def sums_are_right(self, whole: Session) -> None:
        with self.store._db.reading() as connection:
            found = connection.exec_driver_sql(
                "SELECT set_count, rep_count FROM session WHERE id = ?", (whole.id,)
            ).one()
        assert tuple(found) == (len(whole.sets), sum(part.reps or 0 for part in whole.sets))


Undoing.TestCase.settings = settings(max_examples=40, stateful_step_count=25, deadline=None)
TestUndoing = Undoing.TestCase
