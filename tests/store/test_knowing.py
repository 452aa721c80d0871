"""What the log knows of sessions is counted by the store as the domain counts it."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from zoneinfo import ZoneInfo

from hybridtui.domain.calendar import Moment
from hybridtui.domain.flags import RECOVERED, SPORT_ASSUMED, TIME_ASSUMED, ZONE_ASSUMED
from hybridtui.domain.imports import Batch
from hybridtui.domain.merging import gist
from hybridtui.domain.session import RunEntry, Session, Source, Status
from hybridtui.domain.totals import with_totals
from hybridtui.domain.units import Distance, DistanceUnit
from hybridtui.domain.workout import Kind
from hybridtui.domain.workout_records import record_of
from hybridtui.store import Store
from tests.store.builders import NOW, logged, session

DAY = timedelta(days=1)


def imported(id_: str, **fields: object) -> Session:
    given = {"source": Source.FIT, "fingerprint": f"fit:{id_}", "status": Status.FINISHED} | fields
    return session(id_, **given)


SETS = (
    logged("a", rpe=8.0, rest_s=90, note="slow"),
    logged("b", 1, per_side=True, unconfirmed=True, logged_at=None),
)
RUN = RunEntry(
    id="r", position=2, distance=Distance(5, DistanceUnit.KM), seconds=1500.0, elapsed_s=1600.0, avg_hr=150,
    max_hr=170, ascent_m=50.0, rpe=4.0, rest_s=60, note="windy",
)  # fmt: skip
ROWED = RunEntry(id="q", position=3, sport="rowing")


def test_every_count_of_the_store_is_that_of_the_session(store: Store) -> None:
    found = [
        imported("full", kind=Kind.COMBO, sets=SETS, runs=(RUN, ROWED), rpe=7.0, avg_hr=140, note="good",
                 tonnage_kg=800.0, flags=(ZONE_ASSUMED, RECOVERED, "length capped")),
        imported("empty", title=""),
    ]  # fmt: skip
    store.add_batch(Batch("b", "import", "fit"), [], found, NOW)
    by_key = store.knowing.sessions(["fit:full", "fit:empty", "fit:unknown", "fit:full"])
    assert {key: (known.id, known.gist) for key, known in by_key.items()} == {
        "fit:full": ("full", gist(found[0])),
        "fit:empty": ("empty", gist(found[1])),
    }
    by_id = store.knowing.by_ids(["full", "nobody"])
    assert list(by_id.values()) == [by_key["fit:full"]]


def test_a_session_is_told_again_by_the_store_as_before_it_was_written(store: Store) -> None:
    """A preview compares what was read with what is there: both must say the same of a session."""
    abroad = Moment.at(NOW.astimezone(ZoneInfo("Asia/Tokyo")), "Asia/Tokyo")
    found = [
        imported("abroad", kind=Kind.COMBO, sets=SETS, runs=(RUN, ROWED), started=abroad, rpe=7.0, run_s=1500.0),
        imported("wall", source=Source.GARMIN, kind=Kind.RUN, run_s=1500.0, flags=(ZONE_ASSUMED,)),
        imported("day", source=Source.FITNOTES, sets=(logged("c"),), flags=(ZONE_ASSUMED, TIME_ASSUMED)),
        imported("guessed", source=Source.GPX, kind=Kind.OTHER, sport="walking", flags=(SPORT_ASSUMED,)),
    ]
    store.add_batch(Batch("b", "import", "fit"), [], map(with_totals, found), NOW)
    kept = {each.id: each for each in store.knowing.records(NOW.date() - DAY, NOW.date() + DAY)}
    assert kept == {each.id: record_of(with_totals(each)) for each in found}


def test_more_sessions_than_fit_into_a_statement(store: Store) -> None:
    many = [replace(imported(f"{at}"), sets=(logged(f"s{at}"),)) for at in range(1100)]
    store.add_batch(Batch("b", "import", "fit"), [], many, NOW)
    known = store.knowing.sessions(f"fit:{at}" for at in range(1100))
    assert len(known) == 1100
    assert {each.gist.sets for each in known.values()} == {1}
