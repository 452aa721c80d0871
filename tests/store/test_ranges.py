"""What no log may hold: refused in words, and nothing of it is kept. Source: reliability.md 3."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from hybridtui.domain.calendar import Moment
from hybridtui.domain.change import Change
from hybridtui.domain.problems import NotSaved
from hybridtui.domain.session import RunEntry
from hybridtui.domain.units import Distance, DistanceUnit, Load, WeightUnit
from hybridtui.store import Store
from hybridtui.store.ranges import RANGES
from tests.store.builders import NOW, logged, session

INF, NAN = float("inf"), float("nan")

BAD_SETS = [
    ("weight", {"load": Load(-0.5)}),
    ("weight", {"load": Load(1000.5)}),
    ("weight", {"load": Load(2300.0, WeightUnit.LB)}),
    ("reps", {"reps": -1}),
    ("reps", {"reps": 1001}),
    ("rpe", {"rpe": 10.5}),
    ("rpe", {"rpe": -1.0}),
    ("time", {"seconds": -0.1}),
    ("time", {"seconds": 604_801.0}),
    ("time", {"rest_s": -1}),
    ("distance", {"distance": Distance(0.0, DistanceUnit.M)}),
    ("distance", {"distance": Distance(1000.1, DistanceUnit.KM)}),
    ("order", {"position": -1}),
    ("name", {"exercise": "x" * 201}),
    ("note", {"note": "x" * 2001}),
    ("cannot be inf", {"load": Load(INF)}),
    ("cannot be nan", {"load": Load(NAN)}),
    ("cannot be nan", {"rpe": NAN}),
    ("cannot be", {"reps": 2**63}),
    ("cannot be", {"note": "half \ud800 a character"}),
]
GOOD_SETS = [
    {"load": Load(0.0)},
    {"load": Load(1000.0)},
    {"reps": 0},
    {"reps": 1000},
    {"rpe": 0.0},
    {"rpe": 10.0},
    {"seconds": 604_800.0},
    {"distance": Distance(1000.0, DistanceUnit.KM)},
    {"note": "x" * 2000},
]
BAD_RUNS = [
    ("heart_rate", {"avg_hr": 19}),
    ("heart_rate", {"max_hr": 251}),
    ("distance", {"distance": Distance(621.4, DistanceUnit.MI)}),
    ("time", {"seconds": 604_801.0}),
    ("time", {"elapsed_s": -1.0}),
    ("ascent", {"ascent_m": -1.0}),
    ("rpe", {"rpe": 11.0}),
    ("cannot be", {"seconds": NAN}),
]
BAD_SESSIONS = [
    ("date", {"started": Moment(NOW, 0, None, date(1969, 12, 31))}),
    ("date", {"started": Moment(NOW, 0, None, date(2200, 1, 1))}),
    ("time", {"run_s": -1.0}),
    ("time", {"strength_s": 604_801.0}),
    ("sum", {"tonnage_kg": -1.0}),
    ("sum", {"load_au": 1e12}),
    ("rpe", {"rpe": 10.1}),
    ("heart_rate", {"avg_hr": 0}),
    ("name", {"title": "x" * 201}),
    ("note", {"note": "x" * 2001}),
]


def words(said: str) -> str:
    return RANGES.get(said, said)


@pytest.mark.parametrize(("said", "fields"), BAD_SETS)
def test_a_set_out_of_range_is_refused(store: Store, said: str, fields: dict[str, object]) -> None:
    change = Change(label="set 1", sessions=(session(),), sets=(("s", logged("a", **{"position": 0} | fields)),))  # type: ignore[arg-type]
    with pytest.raises(NotSaved, match=words(said)):
        store.apply(change, NOW)
    assert store.session("s") is None
    assert store.undo_label() is None


@pytest.mark.parametrize("fields", GOOD_SETS)
def test_a_set_at_the_edge_is_kept(store: Store, fields: dict[str, object]) -> None:
    edge = logged("a", **fields)  # type: ignore[arg-type]
    store.apply(Change(label="set 1", sessions=(session(),), sets=(("s", edge),)), NOW)
    whole = store.session("s")
    assert whole is not None
    assert whole.sets == (edge,)


@pytest.mark.parametrize(("said", "fields"), BAD_RUNS)
def test_a_run_out_of_range_is_refused(store: Store, said: str, fields: dict[str, object]) -> None:
    run = RunEntry(id="r", position=0, **fields)  # type: ignore[arg-type]
    with pytest.raises(NotSaved, match=words(said)):
        store.apply(Change(label="run", sessions=(session(),), runs=(("s", run),)), NOW)
    assert store.session("s") is None


@pytest.mark.parametrize(("said", "fields"), BAD_SESSIONS)
def test_a_session_out_of_range_is_refused(store: Store, said: str, fields: dict[str, object]) -> None:
    with pytest.raises(NotSaved, match=words(said)):
        store.apply(Change(label="start", sessions=(replace(session(), **fields),)), NOW)  # type: ignore[arg-type]
    assert store.count_lines() == 0
    assert store.session("s") is None


def test_a_set_of_a_session_that_is_gone_is_refused(store: Store) -> None:
    with pytest.raises(NotSaved, match="no longer in the log"):
        store.apply(Change(label="set 1", sets=(("gone", logged("a")),)), NOW)
