"""What the records of one workout lend each other: effort and heart rate, and with them the load."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from hybridtui.domain.calendar import By, Moment, Week
from hybridtui.domain.change import Change, Noun, Ref
from hybridtui.domain.imports import Batch
from hybridtui.domain.query import Query, parse
from hybridtui.domain.query.fields import Amount, Flag
from hybridtui.domain.query.values import Flagged, Unknown
from hybridtui.domain.same_workout import BY_ITSELF
from hybridtui.domain.session import RunEntry, Session, Source, Status
from hybridtui.domain.totals import with_totals
from hybridtui.domain.units import Distance, DistanceUnit
from hybridtui.domain.workout import Kind
from hybridtui.store import Store
from tests.store.builders import NOW, logged, session

WEEK = Week.of(NOW.date())


def run(id_: str, source: Source, *, minutes: float = 60.0, after: float = 0.0, **fields: object) -> Session:
    """Return a run of ten kilometres."""
    began = NOW + timedelta(minutes=after)
    entry = RunEntry(id=f"r{id_}", position=0, distance=Distance(10, DistanceUnit.KM), seconds=minutes * 60)
    given = {
        "kind": Kind.RUN, "status": Status.FINISHED, "source": source, "fingerprint": f"{source}:{id_}:0",
        "started": Moment.at(began), "ended": Moment.at(began + timedelta(minutes=minutes)),
        "run_s": minutes * 60, "runs": (entry,),
    }  # fmt: skip
    return with_totals(session(id_, **(given | fields)))


def bring(store: Store, batch: str, *found: Session) -> None:
    store.add_batch(Batch(batch, "import", "files"), [], found, NOW)


def lent(store: Store, id_: str) -> tuple[float | None, float | None, int | None]:
    found = store.session(id_)
    assert found is not None
    return found.lent_rpe, found.lent_load_au, found.lent_hr


WATCH = run("watch", Source.FIT, avg_hr=150)
LISTED = run("listed", Source.STRAVA, rpe=6.0, minutes=61)


def test_the_record_that_counts_is_lent_what_it_lacks(store: Store) -> None:
    bring(store, "a", WATCH)
    (alone,) = store.totals(By.WEEK, WEEK, WEEK)
    assert (alone.run_load_au, alone.run_load_estimated_au, alone.sessions_estimated) == (180.0, 180.0, 1)
    bring(store, "b", LISTED)
    assert lent(store, "watch") == (6.0, 360.0, None)
    assert lent(store, "listed") == (None, None, None)
    (both,) = store.totals(By.WEEK, WEEK, WEEK)
    assert (both.run_load_au, both.run_load_estimated_au, both.sessions_estimated) == (360.0, 0.0, 0)
    (day,) = store.loads.daily(NOW.date(), NOW.date())
    assert (day.run_au, day.estimated) == (360.0, 0)
    line = next(line for line in store.lines() if line.id == "watch")
    assert (line.load_au, line.load_estimated, line.rpe) == (360.0, False, 6.0)
    (did,) = store.days.done(NOW.date(), NOW.date())
    assert (did.load_au, did.load_estimated) == (360.0, False)
    store.undo(NOW)
    assert lent(store, "watch") == (None, None, None)
    assert store.totals(By.WEEK, WEEK, WEEK) == (alone,)
    bring(store, "c", LISTED)
    assert store.totals(By.WEEK, WEEK, WEEK) == (both,)


@pytest.mark.parametrize(
    ("query", "found"),
    [
        (parse("load>300", NOW.date()), 2),
        (parse("load<200", NOW.date()), 0),
        (parse("rpe=6", NOW.date()), 2),
        (parse("hr>140", NOW.date()), 1),
        (Unknown(Amount.RPE), 0),
        (Flagged(Flag.ESTIMATED), 0),
    ],
)
def test_filters_see_what_is_lent(store: Store, query: Query, found: int) -> None:
    bring(store, "a", WATCH, LISTED)
    assert store.search.sums(query).sessions == found


def test_its_own_effort_is_never_replaced_and_follows_each_change(store: Store) -> None:
    bring(store, "a", WATCH, LISTED)
    rated = with_totals(replace(WATCH, rpe=8.0, batch_id="a"))
    store.apply(Change(label="rate", session_id="watch", sessions=(rated,)), NOW)
    assert lent(store, "watch") == (None, None, None)
    store.undo(NOW)
    assert lent(store, "watch") == (6.0, 360.0, None)
    store.apply(Change(label="gone", drop=(Ref(Noun.SESSION, "listed"),)), NOW)
    assert lent(store, "watch") == (None, None, None)


def test_what_is_counted_by_itself_is_lent_nothing(store: Store) -> None:
    bring(store, "a", replace(WATCH, flags=(BY_ITSELF,)), LISTED)
    assert lent(store, "watch") == (None, None, None)


def test_a_part_lends_nothing_to_the_whole(store: Store) -> None:
    whole = with_totals(
        replace(run("whole", Source.APP, minutes=90, kind=Kind.COMBO, fingerprint=None), sets=(logged("s", 1),))
    )
    bring(store, "a", whole, run("part", Source.FIT, minutes=40, avg_hr=160, rpe=8.0))
    assert lent(store, "whole") == (None, None, None)


def test_the_best_that_knows_lends_each(store: Store) -> None:
    gpx = run("gpx", Source.GPX, avg_hr=140)
    bring(store, "a", replace(WATCH, avg_hr=None), gpx, run("garmin", Source.GARMIN, avg_hr=141, rpe=5.0), LISTED)
    assert lent(store, "watch") == (5.0, 300.0, 140)


ALL = (
    WATCH,
    LISTED,
    run("gpx", Source.GPX, avg_hr=140),
    run("tcx", Source.TCX, after=0.5),
    run("other", Source.FIT, after=0.2, minutes=60.4),
    run("apple", Source.APPLE, avg_hr=149),
    run("again", Source.APPLE, after=0.4),
    run("late", Source.FIT, after=200),
)


def test_the_order_of_imports_does_not_matter(tmp_path: Path) -> None:
    chance = random.Random(3)
    hashes, order = set(), list(ALL)
    for turn in range(6):
        chance.shuffle(order)
        with Store.open(tmp_path / f"{turn}.db") as store:
            for at, each in enumerate(order):
                new = replace(each, id=f"{chance.random()}", runs=(replace(each.runs[0], id=f"{chance.random()}"),))
                bring(store, f"b{at}", new)
            hashes.add(store.everything.content_hash())
            counting = [line.source for line in store.lines() if line.same_as is None]
            assert counting == [Source.FIT, Source.FIT]
    assert len(hashes) == 1
