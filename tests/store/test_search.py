"""Searching the log finds what the same filter finds in plain Python, in any order, to any depth."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import timedelta
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import update

from hybridtui.domain.history import SessionLine
from hybridtui.domain.imports import Batch
from hybridtui.domain.query import Everything, Holds, Mentions, Query, Says, parse
from hybridtui.domain.query.fields import Wording
from hybridtui.domain.query.found import Sums
from hybridtui.domain.query.sorting import NEWEST, Key, Order
from hybridtui.domain.session import RunEntry, Session, Source, Status
from hybridtui.domain.units import Distance, DistanceUnit
from hybridtui.domain.workout import Kind
from hybridtui.store import Store
from hybridtui.store.tables import session as session_table
from tests.domain.queries import TODAY, days_before, finds, queries
from tests.hostile import MARKUP
from tests.store.builders import NOW, logged, session

WORDS = (
    "Easy run",
    "Long RUN",
    "100 %",
    "under_score",
    "Übung",
    "übung im Regen",
    "ÉTÉ",
    "straße",
    "a\\b",
    "",
    *MARKUP,
)
EXERCISES = ("back_squat", "bench_press", "own:1")


@dataclass(frozen=True)
class Searched:
    """A log, and all that is in it."""

    store: Store
    sessions: tuple[Session, ...]
    lines: dict[str, SessionLine]

    def expected(self, query: Query) -> set[str]:
        return {one.id for one in self.sessions if finds(query, one, self.lines[one.id])}

    def found(self, query: Query, order: Order = NEWEST) -> tuple[str, ...]:
        return self.store.search.found(query, order).ids


@pytest.fixture(scope="module")
def log(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Searched]:
    sessions = tuple(_session(n, random.Random(n)) for n in range(60))
    path: Path = tmp_path_factory.mktemp("search") / "log.db"
    with Store.open(path) as store:
        store.add_batch(Batch("batch", "import", "strong"), (), sessions, NOW)
        store.add_batch(Batch("other", "import", "strong"), (), [session("open", title="Easy run")], NOW)
        with store._db._engine.begin() as connection:
            connection.execute(update(session_table).values(same_as=None))
            doubled = update(session_table).where(session_table.c.id.in_([f"n{n}" for n in range(0, 60, 7)]))
            connection.execute(doubled.values(same_as="n1"))
        yield Searched(store, sessions, {line.id: line for line in store.lines()})


def _session(n: int, chance: random.Random) -> Session:
    kind = chance.choice(list(Kind))
    run_s, strength_s = chance.choice([0.0, 1800.0, 2700.0, 3614.0]), chance.choice([0.0, 1500.0, 2699.9])
    km = Distance(chance.choice([5.0, 10.0, 10.04, 10.06, 21.1]), DistanceUnit.KM)
    run = RunEntry(id=f"r{n}", position=0, distance=chance.choice([km, None]), seconds=run_s)
    sets = tuple(
        replace(logged(f"s{n}-{k}", k), exercise=chance.choice(EXERCISES), reps=chance.choice([5, 8, None]), seconds=20)
        for k in range(chance.choice([0, 0, 3, 5]))
    )
    return session(
        f"n{n}", day=-chance.randrange(60), kind=kind, status=Status.FINISHED, title=chance.choice(WORDS),
        note=chance.choice(WORDS), run_s=run_s, strength_s=strength_s, sets=sets,
        runs=(run,) if run_s or n % 5 == 0 else (),
        rpe=chance.choice([None, 5.0, 7.0, 7.5]), avg_hr=chance.choice([None, 140, 150]),
        tonnage_kg=chance.choice([0.0, 1000.0, 453.59237]), load_au=chance.choice([0.0, 270.0, 300.5]),
        load_estimated=chance.random() < 0.5, source=chance.choice(list(Source)), fingerprint=f"f{n}",
        sport=chance.choice(["", "cycling"]), subtype=chance.choice(["", "easy", "SF"]),
    )  # fmt: skip


_NEEDLES = st.sampled_from(
    ["run", "RUN", "Easy run", "%", "_", "100", "übung", "ÜBUNG", "été", "Straße", "STRASSE", "\\", "[b]", "[/]", '"']
)  # fmt: skip
_BY_EXERCISE = st.lists(st.sampled_from((*EXERCISES, "front_squat")), max_size=2, unique=True).map(tuple)
_FOUND = queries(
    words=_NEEDLES,
    days=days_before(60),
    values=st.sampled_from([0.0, 1.0, 3.0, 5.0, 6.2, 7.0, 7.5, 10.0, 13.1, 45.0, 60.2, 140.0, 270.0, 1000.0]),
    exercises=st.one_of(
        st.builds(Holds, st.just("x"), _BY_EXERCISE), st.builds(Mentions, _NEEDLES, _BY_EXERCISE)
    ),
)  # fmt: skip


@given(_FOUND)
@settings(max_examples=250, deadline=None)
def test_the_statement_finds_what_plain_python_finds(log, query):
    wanted = log.expected(query)
    found = log.store.search.found(query, NEWEST)
    assert len(found.ids) == found.sums.sessions == len(wanted)
    assert set(found.ids) == wanted


def test_every_condition_of_the_sample_finds_some_but_not_all(log):
    """The property above would hold for conditions that never find anything."""
    for line in ("type=run", "km=10", "rpe>7", "pace<4:00", "title~übung", "exercise=back_squat", "same=yes", "min>60"):
        query = parse(line, TODAY)
        query = replace(query, ids=("back_squat",)) if isinstance(query, Holds) else query
        assert 0 < len(log.expected(query)) < len(log.sessions), line
        assert set(log.found(query)) == log.expected(query)


@pytest.mark.parametrize("by", Key)
@pytest.mark.parametrize("turned", [False, True])
def test_every_order_is_total_and_has_the_unknown_last(log, by, turned):
    order = Order(by, turned)
    lines = [log.lines[id_] for id_ in log.found(Everything, order)]
    assert len({line.id for line in lines}) == len(lines) == 60
    if by is Key.DAY:
        days = [line.local_date for line in lines]
        assert days == sorted(days, reverse=not turned)
        return
    keys = [_key(by, line) for line in lines]
    known = [key for key in keys if key is not None]
    assert keys == known + [None] * (len(keys) - len(known))
    assert known == sorted(known, reverse=not order.rises)
    for one, next_ in pairwise(lines):
        if _key(by, one) == _key(by, next_):
            assert (one.local_date, one.id) > (next_.local_date, next_.id) or one.local_date > next_.local_date


def _key(by: Key, line: SessionLine) -> float | str | None:
    return {
        Key.MINUTES: line.total_s,
        Key.KM: line.distance_m or None,
        Key.PACE: line.pace_s_per_km,
        Key.SETS: line.sets or None,
        Key.TONNAGE: line.tonnage_kg or None,
        Key.LOAD: line.load_au,
        Key.RPE: line.rpe,
        Key.TITLE: "".join(letter.lower() if letter.isascii() else letter for letter in line.title),
    }[by]


def test_pages_make_up_the_whole(log):
    order = Order(Key.KM)
    whole = log.found(Everything, order)
    paged = [line.id for offset in range(0, 60, 7) for line in log.store.search.lines(Everything, order, offset, 7)]
    assert tuple(paged) == whole
    assert [line.id for line in log.store.search.lines_of([*whole[5:9], "gone", whole[0]])] == [*whole[5:9], whole[0]]


def test_sums_count_each_workout_once(log):
    counted = [line for line in log.lines.values() if line.same_as is None]
    sums = log.store.search.sums(Everything)
    assert sums.sessions == 60
    assert sums.counted_elsewhere == 60 - len(counted) > 0
    assert sums.total_s == pytest.approx(sum(line.total_s for line in counted))
    assert sums.distance_m == pytest.approx(sum(line.distance_m for line in counted))
    assert sums.load_au == pytest.approx(sum(line.load_au for line in counted))
    assert sums.estimated == sum(line.load_estimated for line in counted)
    assert log.store.search.sums(Says(Wording.TITLE, "no such title", whole=True)) == Sums()


@given(day=days_before(70), query=_FOUND)
@settings(max_examples=60, deadline=None)
def test_a_day_is_found_in_any_filter(log, day, query):
    ids = log.found(query)
    place, nearest = log.store.search.index_of_day(query, day), log.store.search.nearest(query, day)
    assert all(log.lines[id_].local_date > day for id_ in ids[:place])
    assert all(log.lines[id_].local_date <= day for id_ in ids[place:])
    assert nearest == (None if not ids else ids[min(place, len(ids) - 1)])


def test_a_filter_cannot_write(log):
    """Values are bound: what looks like SQL is a word to look for."""
    for text in ("'; DROP TABLE session; --", "%' OR '1'='1", "\\", "%", "_"):
        for query in (Says(Wording.TITLE, text), Says(Wording.TITLE, text, whole=True), Mentions(text)):
            assert set(log.found(query)) == log.expected(query)
    assert len(log.found(Everything)) == 60


def test_an_open_session_is_not_history_yet(log):
    assert "open" not in log.found(Everything)
    newest = max(log.sessions, key=lambda one: (one.started.local_date, one.started.utc, one.id))
    assert log.store.search.nearest(Everything, NOW.date() + timedelta(days=9)) == newest.id


@pytest.mark.parametrize(
    ("line", "found", "unknown"),
    [
        ("run>0", {"timed", "untimed", "both"}, 0),
        ("run>20", {"timed"}, 2),
        ("run<20", {"lifts", "untimed elsewhere"}, 2),
        ("run=none", {"untimed", "both"}, 0),
        ("not run<20", {"timed", "untimed", "both"}, 0),
        ("min>30", {"both", "lifts"}, 2),
        ("min<60", {"timed", "lifts"}, 3),
        ("km>4", {"timed", "untimed"}, 1),
        ("km<4", set(), 1),
        ("pace<9:00", {"timed"}, 2),
        ("type=run and run>20", {"timed"}, 1),
        ("load<900", {"timed", "lifts"}, 3),
    ],
)
def test_what_is_known_is_compared_and_what_is_not_is_counted(tmp_path, line, found, unknown):
    run = RunEntry(id="r", position=0, distance=Distance(5.0, DistanceUnit.KM))
    sessions = [
        session("timed", kind=Kind.RUN, run_s=1800.0, load_au=120.0, runs=(replace(run, id="r1", seconds=1800.0),)),
        session("untimed", kind=Kind.RUN, runs=(replace(run, id="r2"),)),
        session(
            "both", kind=Kind.COMBO, strength_s=3000.0, load_au=250.0, runs=(replace(run, id="r3", distance=None),)
        ),
        session("lifts", kind=Kind.STRENGTH, strength_s=2400.0, load_au=240.0, sets=(logged("s1", 0),)),
        session("untimed elsewhere", kind=Kind.OTHER, sport="yoga"),
    ]
    finished = [replace(one, status=Status.FINISHED, fingerprint=one.id) for one in sessions]
    with Store.open(tmp_path / "log.db") as store:
        store.add_batch(Batch("batch", "import", "strong"), (), finished, NOW)
        told = store.search.found(parse(line, TODAY), NEWEST)
    assert (set(told.ids), told.sums.unknown) == (found, unknown)
