"""What the log knows of sessions is counted by the store as the domain counts it."""

from __future__ import annotations

from dataclasses import replace

from hybridtui.domain.flags import RECOVERED, ZONE_ASSUMED
from hybridtui.domain.imports import Batch
from hybridtui.domain.merging import gist
from hybridtui.domain.session import RunEntry, Session, Source, Status
from hybridtui.domain.units import Distance, DistanceUnit
from hybridtui.domain.workout import Kind
from hybridtui.store import Store
from tests.store.builders import NOW, logged, session


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


def test_more_sessions_than_fit_into_a_statement(store: Store) -> None:
    many = [replace(imported(f"{at}"), sets=(logged(f"s{at}"),)) for at in range(1100)]
    store.add_batch(Batch("b", "import", "fit"), [], many, NOW)
    known = store.knowing.sessions(f"fit:{at}" for at in range(1100))
    assert len(known) == 1100
    assert {each.gist.sets for each in known.values()} == {1}
