"""What a name means can be said after an import too: the whole history follows, in one change that can be undone."""

from __future__ import annotations

from dataclasses import replace

import pytest

from hybridtui.domain.change import Change
from hybridtui.domain.exercises import Exercise
from hybridtui.domain.imports import Batch
from hybridtui.domain.names import fold
from hybridtui.domain.notes import ExerciseNote
from hybridtui.domain.problems import Problem
from hybridtui.domain.session import LoggedSet, Session, Source, Status
from hybridtui.domain.totals import with_totals
from hybridtui.logbook import Logbook
from hybridtui.store import Store
from tests.store.builders import NOW, logged, session

MINE = Exercise(id="own:kniebeuge-1", name="Kniebeuge", pattern="other")
PULL = Exercise(id="own:zug-1", name="Zug", pattern="other")


def brought(id_: str, exercise: str, day: int = 0, sets: int = 6, **fields: object) -> Session:
    """Return an imported hour with hard sets of an exercise."""
    done = tuple(logged(f"{id_}{at}", at, **({"exercise": exercise, "rpe": 9.0} | fields)) for at in range(sets))
    whole = session(id_, day=day, sets=done, status=Status.FINISHED, source=Source.STRONG, fingerprint=f"strong:{id_}")
    return with_totals(replace(whole, ended=whole.started, strength_s=3600.0))


@pytest.fixture
def store(book: Logbook) -> Store:
    return book._kit.store


def bring(store: Store, *sessions: Session) -> None:
    store.add_batch(Batch("b", "import", "strong"), [MINE, PULL], sessions, NOW)


def test_every_set_of_the_history_becomes_the_other_exercise(book: Logbook, store: Store) -> None:
    bring(store, brought("s", MINE.id), brought("t", MINE.id, day=-300), brought("u", PULL.id, day=-1))
    store.apply(
        Change(label="note", notes=(ExerciseNote(MINE.id, "feet wide"), ExerciseNote("back_squat", "low"))), NOW
    )
    before = store.everything.content_hash()
    assert book.names.likely(MINE.id).sets == 12
    assert book.names.likely(MINE.id).guesses[0] == "back_squat"
    assert book.names.remap(MINE.id, "back_squat") == 12
    assert len(store.exposures("back_squat")) == 2
    assert not store.exposures(MINE.id)
    assert MINE.id not in book.exercises()
    assert PULL.id in book.exercises()
    assert dict(store.exercise_notes()) == {"back_squat": "low\nfeet wide"}
    assert [(each.folded, each.exercise) for each in book.names.said()] == [(fold("Kniebeuge"), "back_squat")]
    changed = store.session("s")
    assert changed is not None
    assert (changed.load_au, changed.load_estimated) == (420.0, True), "six hard sets of squats are leg-heavy"
    assert store.undo_label() == "Kniebeuge as Barbell back squat"
    store.undo(NOW)
    assert store.everything.content_hash() == before
    store.redo(NOW)
    assert not store.exposures(MINE.id)


def test_sessions_with_a_load_get_the_exercise_kept_apart_for_it(book: Logbook, store: Store) -> None:
    bring(store, brought("s", PULL.id, sets=2), brought("t", PULL.id, day=-3, sets=2, load=None))
    assert book.names.remap(PULL.id, "pull_up") == 4
    loaded, bare = store.session("s"), store.session("t")
    assert loaded is not None
    assert bare is not None
    assert {(each.exercise, each.bodyweight) for each in loaded.sets} == {("weighted_pull_up", True)}
    assert {(each.exercise, each.bodyweight) for each in bare.sets} == {("pull_up", False)}


def test_only_own_exercises_become_another_one(book: Logbook, store: Store) -> None:
    bring(store, brought("s", MINE.id))
    for wrong in (("back_squat", "deadlift"), (MINE.id, MINE.id), (MINE.id, "nothing"), ("own:gone", "deadlift")):
        with pytest.raises(Problem):
            book.names.remap(*wrong)
    assert book.names.remap(MINE.id, PULL.id) == 6, "two own ones can be joined"
    assert {each.exercise for each in book.names.said()} == {PULL.id}
    assert book.names.remap(PULL.id, "deadlift") == 6
    assert {each.exercise for each in book.names.said()} == {"deadlift"}, "what stood for the own one follows"


def test_a_name_is_said_and_forgotten(book: Logbook) -> None:
    book.names.say("Zercher [bold]", "back_squat")
    assert [each.name for each in book.names.said()] == ["Zercher [bold]"]
    book.names.say("ZERCHER BOLD", "front_squat")
    assert [each.exercise for each in book.names.said()] == ["front_squat"]
    book.names.forget("zercher bold")
    book.names.forget("never said")
    assert book.names.said() == ()
    with pytest.raises(Problem):
        book.names.say("  ", "front_squat")
    with pytest.raises(Problem):
        book.names.say("Zercher", "nothing")


def test_a_watchs_guesses_are_confirmed_or_put_right(book: Logbook, store: Store) -> None:
    guessed = tuple(logged(f"g{at}", at, exercise="plank", unconfirmed=True, load=None) for at in range(3))
    sure = LoggedSet(id="sure", position=3, exercise="deadlift", reps=5)
    whole = replace(brought("s", "plank"), sets=(*guessed, sure), source=Source.FIT)
    bring(store, whole)
    told = book.names.confirm("s", ["g0", "sure"])
    assert [(each.exercise, each.unconfirmed) for each in told.sets] == [
        ("plank", False), ("plank", True), ("plank", True), ("deadlift", False),
    ]  # fmt: skip
    told = book.names.confirm("s", ["g1", "g2"], "push_up")
    assert store.session("s") == told
    assert [(each.exercise, each.unconfirmed) for each in told.sets[1:3]] == [("push_up", False)] * 2
    assert store.undo(NOW, "s") == "confirmation of exercises"
    undone = store.session("s")
    assert undone is not None
    assert [each.unconfirmed for each in undone.sets] == [False, True, True, False]
    with pytest.raises(Problem):
        book.names.confirm("s", ["gone"])
    with pytest.raises(Problem):
        book.names.confirm("s", ["g1"], "nothing")
