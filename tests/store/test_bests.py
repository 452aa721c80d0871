"""The best ever, by one query, against the same told from the sessions one by one."""

from __future__ import annotations

import random

from hybridtui.domain.bests import Bests, RunBests
from hybridtui.domain.session import RunEntry, SetKind, Status
from hybridtui.domain.units import Distance, DistanceUnit, Load, WeightUnit
from hybridtui.store import Store
from tests.store.builders import logged, session
from tests.store.test_history import put


def test_the_bests_of_an_exercise_are_those_of_all_its_sets(store: Store) -> None:
    chance = random.Random(3)
    sets = [
        logged(
            f"s{n}",
            n,
            exercise=chance.choice("ab"),
            kind=chance.choice(list(SetKind)),
            load=chance.choice([None, Load(chance.uniform(10, 200)), Load(chance.uniform(20, 400), WeightUnit.LB)]),
            bodyweight=chance.random() < 0.3,
            reps=chance.choice([None, 0, chance.randint(1, 30)]),
            seconds=chance.choice([None, chance.uniform(1, 300)]),
        )
        for n in range(200)
    ]
    put(store, session("done", status=Status.FINISHED, sets=tuple(sets[:100])))
    put(store, session("open", sets=tuple(sets[100:])))
    for name in "ab":
        told = Bests().including(s for s in sets if s.exercise == name)
        assert store.bests(name) == told
    assert store.bests("never") == Bests()


def test_the_bests_of_running_are_those_of_all_runs(store: Store) -> None:
    chance = random.Random(4)
    runs = [
        RunEntry(
            id=f"r{n}",
            position=n,
            sport=chance.choice(["run", "run", "cycling"]),
            distance=chance.choice([None, Distance(chance.uniform(0.1, 20), DistanceUnit.KM), Distance(200)]),
            seconds=chance.choice([0.0, chance.uniform(20, 9000)]),
        )
        for n in range(200)
    ]
    assert store.run_bests() == RunBests()
    put(store, session("done", status=Status.FINISHED, runs=tuple(runs[:100])))
    put(store, session("open", runs=tuple(runs[100:])))
    found, told = store.run_bests(), RunBests().including(runs)
    assert (found.metres, found.seconds) == (told.metres, told.seconds)
    assert round(found.s_per_km or 0, 6) == round(told.s_per_km or 0, 6)
