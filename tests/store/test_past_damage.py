"""Damage in the past: what cannot be read is left out and told, and everything else is seen and can be added to."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from contextlib import closing
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from hybridtui.domain.body_weight import BodyWeight
from hybridtui.domain.calendar import By, Week
from hybridtui.domain.change import Change
from hybridtui.domain.problems import StoreProblem
from hybridtui.domain.session import Session
from hybridtui.domain.units import Load
from hybridtui.domain.workout import Kind
from hybridtui.logbook import Logbook
from hybridtui.store import Store
from tests.conftest import FixedClock
from tests.stories.logged import run, strength

TODAY = date(2026, 3, 4)
DAYS = [TODAY - timedelta(days=n) for n in (1, 2, 3)]
WEIGHTS = (BodyWeight(day=DAYS[0], weight=Load(80)), BodyWeight(day=DAYS[1], weight=Load(81)))


@pytest.fixture(autouse=True)
def _hurried(no_power_cut: None) -> None:
    """What is told here is not what a power cut would leave."""


def write(path: Path, clock: FixedClock, told: Sequence[Session]) -> None:
    """Write a log of sessions and two body weights."""
    change = Change(
        label="all",
        sessions=tuple(replace(each, sets=(), runs=()) for each in told),
        sets=tuple((each.id, done) for each in told for done in each.sets),
        runs=tuple((each.id, done) for each in told for done in each.runs),
        weights=WEIGHTS,
    )
    with Store.open(path) as store:
        store.apply(change, clock.now())


@pytest.fixture
def damaged(path: Path, clock: FixedClock) -> Path:
    """A log of two runs and two strength sessions, yet to be damaged."""
    write(path, clock, [strength(1, DAYS[0]), run(2, DAYS[0]), strength(3, DAYS[1]), run(4, DAYS[2])])
    return path


def damage(path: Path, *statements: str) -> None:
    """Change the file past everything that watches over it."""
    with closing(sqlite3.connect(path)) as base, base:
        base.execute("PRAGMA ignore_check_constraints=on")
        for statement in statements:
            base.execute(statement)


def everything(book: Logbook) -> None:
    """Ask all that the tabs of History and the week ask."""
    for by in By:
        for page in (book.lifting.page, book.mileage.page, book.loads.page):
            page(by, 12, TODAY)
        book.history.totals(by, 12, TODAY)
    book.reviews.week(TODAY)
    book.reviews.month(TODAY)
    book.days.page(Week.of(DAYS[-1]), Week.of(TODAY))
    book.weights.between(date.min, date.max)
    book.search.lines()


OF_SESSIONS = {
    "kind": ["'juggling'", "x'ff'"],
    "status": ["'lost'"],
    "source": ["'mars'"],
    "title": ["x'fffe'"],
    "started_us": [2**62, "'x'"],
    "started_offset_s": ["'x'", 999_999],
    "local_date": ["'yesterday'", "'2026-13-45'", "'2026-02-30'", "''"],
    "week": [-5, "'x'", 999_999_999],
    "run_s": ["'x'", "9e999", "1e308"],
    "load_au": ["9e999", "-100"],
    "run_m": ["'x'", "9e999"],
    "rpe": ["'hard'"],
    "flags": ["'x'", "'null'"],
}
OF_SETS = {
    "kind": ["'mystery'"],
    "exercise": ["x'ff'"],
    "load_value": ["'x'"],
    "load_unit": ["'st'", "NULL"],
    "load_kg": ["'x'", "9e999"],
    "reps": ["'x'", -5],
    "rpe": ["'x'"],
    "side": ["'up'"],
    "hard": ["'x'"],
}


def test_sessions_that_cannot_be_read_count_for_nothing(path: Path, clock: FixedClock) -> None:
    ways = [f"{column} = {value}" for column, values in OF_SESSIONS.items() for value in values]
    write(path, clock, [strength(1, DAYS[0]), *(strength(2 + n, DAYS[0], rpe=9) for n in range(len(ways)))])
    damage(path, *(f"UPDATE session SET {way} WHERE id = 'session-{2 + n}'" for n, way in enumerate(ways)))
    damage(path, "UPDATE logged_set SET load_kg = 999 WHERE session_id <> 'session-1'")
    with Logbook.open(path, clock) as book:
        book.answer(everything)
        assert [line.id for line in book.search.lines()] == ["session-1"]
        assert book.left_out == f"{len(ways)} sessions cannot be read and do not count"
        (week,) = book.history.totals(By.WEEK, 1, TODAY)
        assert (week.sessions, week.sets) == (1, 6)
        assert not book.search.count(book.search.parse("exercise=back_squat and rpe=9"))
        assert book.history.bests("back_squat").kg == 80, "their sets neither"


def test_sets_that_cannot_be_read_leave_their_session(path: Path, clock: FixedClock) -> None:
    ways = [f"{column} = {value}" for column, values in OF_SETS.items() for value in values]
    write(path, clock, [strength(1 + n, DAYS[0]) for n in range(len(ways))])
    damage(path, *(f"UPDATE logged_set SET {way} WHERE id = 's{1 + n}-0'" for n, way in enumerate(ways)))
    with Logbook.open(path, clock) as book:
        book.answer(everything)
        assert book.left_out == f"{len(ways)} sets cannot be read and do not count"
        for n in range(1, 1 + len(ways)):
            assert [each.id for each in book.sessions.get(f"session-{n}").sets] == [f"s{n}-{of}" for of in range(1, 6)]


def test_what_is_in_the_way_of_an_answer_is_left_out_by_itself(damaged: Path, clock: FixedClock) -> None:
    damage(
        damaged,
        "UPDATE session SET kind = 'juggling' WHERE id = 'session-3'",
        "UPDATE logged_set SET kind = 'mystery' WHERE session_id = 'session-1'",
        "UPDATE run_entry SET distance_m = -5 WHERE session_id = 'session-2'",
        "UPDATE body_weight SET value = 'heavy' WHERE day = '2026-03-03'",
    )
    before = damaged.read_bytes()
    with Logbook.open(damaged, clock) as book:
        assert book.left_out == ""
        book.answer(everything)
        assert book.left_out == "1 session and 6 sets and 1 run and 1 body weight cannot be read and do not count"
        assert [told.day for told in book.weights.between(date.min, date.max)] == [DAYS[1]]
    assert damaged.read_bytes() == before, "nothing is deleted"


def test_a_record_counts_if_the_one_in_its_place_cannot(damaged: Path, clock: FixedClock) -> None:
    damage(
        damaged,
        "UPDATE session SET same_as = 'session-3' WHERE id = 'session-1'",
        "UPDATE session SET same_as = 'session-4' WHERE id = 'session-2'",
        "UPDATE session SET same_as = 'session-2' WHERE id = 'session-4'",
        "UPDATE session SET load_au = 9e999 WHERE id = 'session-3'",
    )
    with Logbook.open(damaged, clock) as book:
        book.answer(everything)
        assert sum(each.sessions for each in book.history.totals(By.WEEK, 2, TODAY)) == 3, "a ring counts, too"


@pytest.mark.parametrize("broken", ["kind = 'juggling'", "flags = 'x'"])
def test_what_is_new_is_saved_beside_damage(damaged: Path, clock: FixedClock, broken: str) -> None:
    damage(damaged, f"UPDATE session SET {broken} WHERE id = 'session-3'")
    with Logbook.open(damaged, clock) as book:
        started = book.sessions.start_free(Kind.STRENGTH, title="New")
        book.sessions.finish(started.id, rpe=5, minutes=10)
        book.answer(everything)
        assert book.search.count() == 4
        assert book.sessions.undo_last()


def test_a_number_that_is_none_is_refused_in_words(damaged: Path, clock: FixedClock) -> None:
    damage(damaged, "UPDATE logged_set SET load_value = 'x' WHERE id = 's3-0'")
    with Logbook.open(damaged, clock) as book:
        with pytest.raises(StoreProblem, match="damaged entry"):
            book.lifting.page(By.WEEK, 12, TODAY)
        assert not book.answer(lambda book: book.lifting.page(By.WEEK, 12, TODAY)).empty


@pytest.mark.parametrize("broken", ["day = '2026-02-30'", "value = -70"])
def test_a_weight_that_is_none_leaves_the_others(damaged: Path, clock: FixedClock, broken: str) -> None:
    damage(damaged, f"UPDATE body_weight SET {broken} WHERE day = '2026-03-02'")
    with Logbook.open(damaged, clock) as book:
        assert book._kit.store.look_past_damage()
        assert [each.day for each in book.weights.between(date.min, date.max)] == [DAYS[0]]


def test_a_fault_of_ours_is_not_taken_for_damage(damaged: Path, clock: FixedClock) -> None:
    def faulty(_: Logbook) -> None:
        raise ValueError("ours")

    with Logbook.open(damaged, clock) as book:
        with pytest.raises(ValueError, match="ours"):
            book.answer(faulty)
        assert book.left_out == ""


def test_the_check_at_the_start_looks_past_what_breaks_a_range(damaged: Path, clock: FixedClock) -> None:
    damage(damaged, "UPDATE session SET load_au = -100 WHERE id = 'session-3'")
    with Logbook.open(damaged, clock) as book:
        assert "is damaged" in str(book.check())
        assert book.left_out == "1 session cannot be read and does not count"
