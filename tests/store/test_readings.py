"""The daily check-ins in the log: kept whole, one a day, taken back, and never out of range."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from hybridtui.domain.change import Change
from hybridtui.domain.problems import NotSaved
from hybridtui.domain.readiness import ITEMS, Instead, Readiness
from hybridtui.store import Store
from hybridtui.store.ranges import RANGES
from tests.store.builders import NOW, session

TODAY = NOW.date()
READING = Readiness(
    day=TODAY,
    fatigue=1,
    sleep_quality=2,
    soreness=3,
    stress=4,
    mood=5,
    sleep_hours=6.5,
    ill=True,
    pain=4,
    kept=True,
    instead=Instead.RECOVERY,
    answered=TODAY,
)
SHORT = Readiness(day=TODAY, fatigue=3, sleep_quality=3, soreness=3, stress=3, mood=3)


def put(store: Store, *readings: Readiness) -> None:
    store.apply(Change(label="check-in", readiness=readings), NOW)


@pytest.mark.parametrize("reading", [READING, SHORT])
def test_a_reading_comes_back_whole(store: Store, path: Path, reading: Readiness) -> None:
    put(store, reading)
    with Store.open(path) as again:
        assert again.readiness(TODAY, TODAY) == (reading,)


def test_readings_come_by_day_within_the_span(store: Store) -> None:
    days = [replace(SHORT, day=TODAY - timedelta(days=n)) for n in (0, 40, 3, 28)]
    put(store, *days)
    found = store.readiness(TODAY - timedelta(days=28), TODAY)
    assert [reading.day for reading in found] == [TODAY - timedelta(days=n) for n in (28, 3, 0)]


def test_a_day_has_one_reading_and_each_change_of_it_can_be_taken_back(store: Store) -> None:
    later = replace(SHORT, mood=1, kept=True)
    put(store, SHORT)
    put(store, later)
    assert store.readiness(TODAY, TODAY) == (later,)
    store.undo(NOW)
    assert store.readiness(TODAY, TODAY) == (SHORT,)
    store.undo(NOW)
    assert store.readiness(TODAY, TODAY) == ()
    store.redo(NOW)
    store.redo(NOW)
    assert store.readiness(TODAY, TODAY) == (later,)


@pytest.mark.parametrize(
    ("kind", "wrong"),
    [
        *(("item", {item: value}) for item in ITEMS for value in (0, 6)),
        ("sleep", {"sleep_hours": -0.1}),
        ("sleep", {"sleep_hours": 24.1}),
        ("pain", {"pain": -1}),
        ("pain", {"pain": 11}),
        ("date", {"day": date(1969, 12, 31)}),
        ("date", {"answered": date(2200, 1, 1)}),
    ],
)
def test_what_no_reading_may_hold_is_refused_in_words(store: Store, kind: str, wrong: dict[str, float]) -> None:
    with pytest.raises(NotSaved, match=RANGES[kind]):
        put(store, replace(SHORT, **wrong))
    assert store.readiness(date.min, date.max) == ()


@pytest.mark.parametrize("level", [None, 1, 3])
def test_a_circuit_keeps_its_level(store: Store, level: int | None) -> None:
    store.apply(Change(label="start", sessions=(session(level=level),)), NOW)
    kept = store.session("s")
    assert kept is not None
    assert kept.level == level


@pytest.mark.parametrize("level", [0, 4])
def test_a_level_is_1_to_3(store: Store, level: int) -> None:
    with pytest.raises(NotSaved, match=RANGES["level"]):
        store.apply(Change(label="start", sessions=(session(level=level),)), NOW)
