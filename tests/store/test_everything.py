"""All of a log: what it tells one after another, the hash over it, and the files that were imported."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from datetime import date, timedelta
from hashlib import sha256
from pathlib import Path

import pytest

from hybridtui.domain.athlete import Athlete
from hybridtui.domain.body_weight import BodyWeight
from hybridtui.domain.change import Change, Noun, Ref
from hybridtui.domain.exercise_names import ExerciseName
from hybridtui.domain.exercises import Exercise
from hybridtui.domain.imports import Batch, Original
from hybridtui.domain.notes import ExerciseNote
from hybridtui.domain.pain import Pain, Part
from hybridtui.domain.problems import StoreProblem
from hybridtui.domain.readiness import Readiness
from hybridtui.domain.session import MarkKind, Pause, RunEntry, Session, Source, Status, StepMark
from hybridtui.domain.skips import Reason, SkipReason
from hybridtui.domain.units import Load
from hybridtui.store import Store
from tests.store.builders import NOW, SQUAT, logged, plan, session, workout

LIFTED = replace(
    session(steps=(SQUAT,), ended=session().started.later(timedelta(hours=1))),
    status=Status.FINISHED,
    sets=(logged("a"), logged("b", 1)),
    runs=(RunEntry(id="r", position=2, seconds=600.0),),
    marks=(StepMark(id="m", step=0, set_number=1, kind=MarkKind.DONE, at=NOW),),
)


@pytest.fixture(scope="module", autouse=True)
def _hurried(no_power_cut: None) -> None:
    """What is told here is not what a power cut would leave."""


def keep(store: Store, one: Session, label: str = "training") -> None:
    store.add_batch(Batch(f"batch of {one.id}", label, "app"), (), (one,), NOW)


def hash_of(path: Path, *sessions: Session, change: Change | None = None) -> str:
    """Return the hash of a new log with these."""
    with Store.open(path) as store:
        for one in sessions:
            keep(store, one)
        if change is not None:
            store.apply(change, NOW)
        return store.everything.content_hash()


def test_two_logs_of_the_same_training_have_one_hash_whatever_their_ids_and_files(tmp_path: Path) -> None:
    other = replace(
        LIFTED,
        id="other",
        fingerprint="strong:1",
        original=None,
        sets=(logged("z"), logged("y", 1)),
        runs=(replace(LIFTED.runs[0], id="q"),),
        marks=(replace(LIFTED.marks[0], id="n"),),
    )
    assert hash_of(tmp_path / "one.db", LIFTED) == hash_of(tmp_path / "other.db", other)


def test_the_order_in_which_sessions_came_in_does_not_matter(tmp_path: Path) -> None:
    later = replace(LIFTED, id="t", title="Later", started=session(day=1).started, ended=None, status=Status.OPEN,
                    sets=(), runs=(), marks=())  # fmt: skip
    assert hash_of(tmp_path / "one.db", LIFTED, later) == hash_of(tmp_path / "other.db", later, LIFTED)


ONE = LIFTED.sets[0]

DIFFERENT: list[Callable[[Session], Session]] = [
    lambda one: replace(one, title="Upper body"),
    lambda one: replace(one, rpe=8.0),
    lambda one: replace(one, note="windy"),
    lambda one: replace(one, source=Source.STRONG),
    lambda one: replace(one, flags=("recovered",)),
    lambda one: replace(one, load_au=1.0),
    lambda one: replace(one, started=replace(one.started, zone=None)),
    lambda one: replace(one, pauses=(Pause(NOW, NOW),)),
    lambda one: replace(one, steps=(replace(SQUAT, reps=6),)),
    lambda one: replace(one, sets=one.sets[:1]),
    lambda one: replace(one, sets=(replace(ONE, reps=6), one.sets[1])),
    lambda one: replace(one, sets=(replace(ONE, position=5), one.sets[1])),
    lambda one: replace(one, sets=(replace(ONE, rest_s=90), one.sets[1])),
    lambda one: replace(one, runs=(replace(one.runs[0], seconds=601.0),)),
    lambda one: replace(one, marks=(replace(one.marks[0], kind=MarkKind.SKIPPED),)),
    lambda one: replace(one, marks=()),
]


def test_every_difference_between_sessions_is_one_of_hashes(tmp_path: Path) -> None:
    hashes = [hash_of(tmp_path / f"{at}.db", differ(LIFTED)) for at, differ in enumerate(DIFFERENT)]
    assert len({hash_of(tmp_path / "log.db", LIFTED), *hashes}) == len(DIFFERENT) + 1


READING = Readiness(day=date(2026, 3, 4), fatigue=3, sleep_quality=3, soreness=3, stress=3, mood=3)

TOLD = [
    Change(label="", athlete=Athlete()),
    Change(label="", plan=plan("p", (workout("w", NOW.date()),))),
    Change(label="", exercises=(Exercise(id="own:sled", name="Sled push", pattern="other"),)),
    Change(label="", names=(ExerciseName(folded="sled", name="Sled", exercise="back_squat"),)),
    Change(label="", readiness=(READING,)),
    Change(label="", pains=(Pain(id="knee", at=NOW, day=NOW.date(), part=Part.KNEE, level=4),)),
    Change(label="", notes=(ExerciseNote("back_squat", "feet wider"),)),
    Change(label="", weights=(BodyWeight(NOW.date(), Load(72.0)),)),
    Change(label="", skips=(SkipReason("w", Reason.ILL),)),
]


def test_every_kind_of_content_is_told_and_counts_for_the_hash(tmp_path: Path) -> None:
    hashes = set()
    for at, change in enumerate(TOLD):
        hashes.add(hash_of(tmp_path / f"{at}.db", change=change))
    assert len({hash_of(tmp_path / "log.db"), *hashes}) == len(TOLD) + 1


def test_the_hash_comes_back_when_an_import_is_undone(store: Store) -> None:
    keep(store, LIFTED)
    before = store.everything.content_hash()
    keep(store, replace(LIFTED, id="t", sets=(), runs=(), marks=(), started=session(day=3).started, ended=None,
                        status=Status.OPEN))  # fmt: skip
    assert store.everything.content_hash() != before
    store.undo(NOW)
    assert store.everything.content_hash() == before


def test_sessions_of_some_days_come_oldest_first_and_running_ones_only_if_wanted(store: Store) -> None:
    for day in (2, -3, 0):
        keep(store, replace(LIFTED, id=f"s{day}", started=session(day=day).started, sets=(), runs=(), marks=(),
                            ended=session(day=day).started.later(timedelta(hours=1))))  # fmt: skip
    store.apply(Change(label="start", sessions=(session("open", day=1),)), NOW)
    told = store.everything
    assert [each.id for each in told.sessions()] == ["s-3", "s0", "s2"]
    assert [each.id for each in told.sessions(NOW.date(), unfinished=True)] == ["s0", "open", "s2"]
    assert [each.id for each in told.sessions(last=NOW.date())] == ["s-3", "s0"]


def test_imported_files_survive_byte_for_byte_and_go_with_their_import(store: Store) -> None:
    data = bytes(range(256)) * 999
    kept = Original(sha256(data).hexdigest(), "../run.fit", data)
    of_file = replace(LIFTED, original=kept.sha256)
    store.add_batch(Batch("b", "import of run.fit", "fit"), (), (of_file,), NOW, originals=(kept,))
    assert store.everything.original(kept.sha256) == kept
    assert list(store.everything.originals()) == [kept]
    store.undo(NOW)
    assert store.everything.original(kept.sha256) is None


def test_others_can_write_while_the_log_is_read(store: Store, path: Path) -> None:
    for number in range(3):
        keep(store, replace(LIFTED, id=f"s{number}", sets=(), runs=(), marks=()))
    reading = store.everything.sessions()
    first = next(reading)
    with Store.open(path) as other:
        other.apply(Change(label="delete", drop=(Ref(Noun.SESSION, "s2"),)), NOW)
    assert [first.id, *(each.id for each in reading)] == ["s0", "s1", "s2"], "as it was when it was begun to be read"
    assert len(list(store.everything.sessions())) == 2


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE session SET steps = '{\"v\":1,\"is\":[' WHERE id = 's'",
        "UPDATE session SET kind = 'levitation' WHERE id = 's'",
        "UPDATE session SET flags = 'no list' WHERE id = 's'",
        "UPDATE logged_set SET load_unit = 'stone' WHERE id = 'a'",
        "UPDATE run_entry SET distance_value = 5, distance_unit = 'ell' WHERE id = 'r'",
        "UPDATE step_mark SET kind = 'perhaps' WHERE id = 'm'",
    ],
)
def test_a_damaged_row_is_told_in_words_and_all_else_comes(store: Store, path: Path, statement: str) -> None:
    keep(store, LIFTED)
    keep(store, replace(LIFTED, id="sound", sets=(), runs=(), marks=()))
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("PRAGMA ignore_check_constraints = on")
        connection.execute(statement)
    with pytest.raises(StoreProblem):
        list(store.everything.sessions())
    named: list[str] = []
    assert [each.id for each in store.everything.sessions(unreadable=named)] == ["sound"]
    assert named == ["the session of 2026-03-04"]


def test_what_is_damaged_beside_the_sessions_is_told_and_all_else_comes(store: Store, path: Path) -> None:
    for change in TOLD:
        store.apply(change, NOW)
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("UPDATE plan SET data = '{}'")
        connection.execute("UPDATE skip_reason SET reason = 'bored'")
    with pytest.raises(StoreProblem):
        store.everything.contents()
    named: list[str] = []
    told = store.everything.contents(named)
    assert named == ["plans", "reasons of skipped workouts"]
    assert (told.athlete, told.plans, len(told.weights)) == (Athlete(), (), 1)
