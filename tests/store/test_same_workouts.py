"""The same workout counts once, whatever was changed last, and never by more than one record."""

from __future__ import annotations

import random
import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from hybridtui.domain.bests import Bests
from hybridtui.domain.calendar import By, Moment, Week
from hybridtui.domain.change import Change, Noun, Ref
from hybridtui.domain.imports import Batch
from hybridtui.domain.same_workout import BY_ITSELF
from hybridtui.domain.session import RunEntry, Session, Source, Status
from hybridtui.domain.units import Distance, DistanceUnit, Load
from hybridtui.domain.workout import Kind
from hybridtui.store import Store, same_workouts
from tests.store.builders import NOW, logged, session
from tests.store.test_migrations import first_version

WEEK = Week.of(NOW.date())


def run(id_: str, km: float, *, minutes: float = 60.0, after: float = 0.0, day: int = 0, **fields: object) -> Session:
    """Return a finished run so many minutes after NOW."""
    began = NOW + timedelta(minutes=after, days=day)
    given = {
        "kind": Kind.RUN,
        "status": Status.FINISHED,
        "started": Moment.at(began),
        "ended": Moment.at(began + timedelta(minutes=minutes)),
        "run_s": minutes * 60,
        "load_au": minutes * 3,
        "runs": (RunEntry(id=f"r{id_}", position=0, distance=Distance(km, DistanceUnit.KM), seconds=minutes * 60),),
    }
    return session(id_, **(given | fields))


def put(store: Store, whole: Session) -> None:
    parts = {"sets": tuple((whole.id, each) for each in whole.sets), "runs": tuple((whole.id, r) for r in whole.runs)}
    store.apply(Change(label="put", session_id=whole.id, sessions=(whole,), **parts), NOW)


def bring(store: Store, batch: str, *sessions: Session) -> None:
    found = [replace(each, source=Source.FIT, fingerprint=each.id) for each in sessions]
    store.add_batch(Batch(batch, "import", "fit"), [], found, NOW)


def kept(store: Store) -> dict[str, str]:
    return {line.id: line.same_as for line in store.lines() if line.same_as is not None}


def test_a_run_that_was_logged_and_imported_counts_once(store: Store) -> None:
    put(store, run("app", 10.0, rpe=4.0, workout_id="w"))
    bring(store, "b", run("watch", 10.1, minutes=59, after=2))
    assert kept(store) == {"watch": "app"}
    (week,) = store.totals(By.WEEK, WEEK, WEEK)
    assert (week.sessions, week.runs, week.run_m, week.run_s, week.longest_run_m) == (1, 1, 10_000, 3600, 10_000)
    assert store.run_bests().metres == 10_000
    assert [day.minutes for day in store.run_days(NOW.date())] == [60]
    assert [line.id for line in store.told_again("app")] == ["watch"]
    assert [line.id for line in store.told_again("watch")] == ["app"]
    assert store.count_lines() == 2, "both stay in the log"
    watched = store.session("watch")
    assert watched is not None
    assert watched.same_as == "app"


def test_an_import_that_is_taken_back_leaves_the_other_record(store: Store) -> None:
    bring(store, "a", run("strength", 5.0, after=600))
    put(store, run("app", 10.0, runs=()))
    bring(store, "b", run("watch", 10.0, after=1))
    assert kept(store) == {"app": "watch"}
    assert store.totals(By.WEEK, WEEK, WEEK)[0].run_m == 15_000
    store.undo(NOW)
    assert kept(store) == {}
    assert store.totals(By.WEEK, WEEK, WEEK)[0].run_m == 5_000


def test_every_change_and_every_way_back_is_followed(store: Store) -> None:
    bring(store, "b", run("watch", 10.0))
    put(store, run("app", 10.0, rpe=5.0, status=Status.OPEN))
    assert kept(store) == {}, "one that runs is no history yet"
    put(store, run("app", 10.0, rpe=5.0))
    assert kept(store) == {"watch": "app"}
    put(store, run("app", 10.0, rpe=5.0, day=5))
    assert kept(store) == {}, "moved to another day"
    store.undo(NOW)
    assert kept(store) == {"watch": "app"}
    store.apply(Change(label="gone", drop=(Ref(Noun.SESSION, "app"),)), NOW)
    assert kept(store) == {}
    store.undo(NOW)
    assert kept(store) == {"watch": "app"}
    put(store, run("app", 10.0, status=Status.OPEN))
    assert kept(store) == {}, "reopened"


def test_what_is_counted_by_itself_is_nobodys_other_record(store: Store) -> None:
    put(store, run("app", 10.0))
    bring(store, "b", run("watch", 10.0))
    put(store, run("app", 10.0, flags=(BY_ITSELF,)))
    assert kept(store) == {}
    assert store.totals(By.WEEK, WEEK, WEEK)[0].runs == 2
    store.undo(NOW)
    assert kept(store) == {"watch": "app"}


def test_a_workout_is_credited_once_by_whichever_record_counts(store: Store) -> None:
    """The app's record followed the plan, the watch's is the richer: the plan still knows."""
    put(store, run("app", 10.0, runs=(), workout_id="w"))
    bring(store, "b", run("watch", 10.0, after=3))
    assert kept(store) == {"app": "watch"}
    (trained,) = store.trained(NOW.date(), NOW.date())
    assert (trained.session_id, trained.workout_id) == ("watch", "w")
    assert store.done_workouts() == {"w"}


def test_lifting_told_twice_is_lifted_once(store: Store) -> None:
    lifted = {"kind": Kind.STRENGTH, "run_s": 0.0, "strength_s": 3600.0, "runs": ()}
    mine = (logged("a", 0), logged("b", 1, load=Load(90.0)))
    put(store, run("app", 0, **lifted, rpe=8.0, sets=mine))
    bring(store, "b", run("watch", 0, **lifted, sets=(logged("c", load=Load(200.0)), logged("d", 1))))
    assert kept(store) == {"watch": "app"}
    assert store.totals(By.WEEK, WEEK, WEEK)[0].sets == 2
    assert store.bests("back_squat") == Bests(kg=90.0, reps=5)
    assert [past.session_id for past in store.exposures("back_squat")] == ["app"]
    assert store.last_exposures(["back_squat"])["back_squat"].session_id == "app"
    assert {each.load for each in store.different_sets("back_squat")} == {Load(80.0), Load(90.0)}


def test_what_is_kept_is_what_the_rule_says_of_the_whole_log(store: Store) -> None:
    """Random changes, imports and ways back, near midnight so that days hang together."""
    chance = random.Random(8)

    def any_run(id_: str) -> Session:
        fields = {"rpe": chance.choice([None, 5.0]), "flags": chance.choice([(), (), (BY_ITSELF,)])}
        after = chance.choice([0.0, 1.0, 350.0, 400.0])
        return run(
            id_,
            chance.choice([5.0, 5.05, 8.0]),
            minutes=chance.choice([30.0, 60.0, 120.0]),
            after=after,
            day=chance.randrange(6),
            status=Status.OPEN if chance.random() < 0.1 else Status.FINISHED,
            **fields,
        )

    joined = 0
    for step in range(120):
        match chance.randrange(5):
            case 0:
                bring(store, f"b{step}", *(any_run(f"f{step}.{n}") for n in range(3)))
            case 1 if lines := store.lines():
                store.apply(Change(label="gone", drop=(Ref(Noun.SESSION, chance.choice(lines).id),)), NOW)
            case 2:
                store.undo(NOW)
            case 3:
                store.redo(NOW)
            case _:
                put(store, any_run(f"a{chance.randrange(6)}"))
        now = kept(store)
        store._db.write("all of it", same_workouts.refresh_all)
        assert kept(store) == now, step
        joined += len(now)
    assert joined > 100


def test_an_older_log_with_a_workout_told_twice_counts_it_once_when_it_is_upgraded(path: Path) -> None:
    first_version(path)
    with closing(sqlite3.connect(path)) as connection:
        connection.row_factory = sqlite3.Row
        row = dict(connection.execute("SELECT * FROM session").fetchone())
        again = row | {"id": "t", "source": "fit", "started_us": 30_000_000}
        marks = ", ".join("?" * len(again))
        connection.execute(f"INSERT INTO session ({', '.join(again)}) VALUES ({marks})", tuple(again.values()))
        connection.commit()
    with Store.open(path) as store:
        assert kept(store) == {"t": "s"}
        (march,) = store.totals(By.MONTH, By.MONTH.of(NOW.date()), By.MONTH.of(NOW.date()))
        assert (march.sessions, march.sets) == (1, 1)
