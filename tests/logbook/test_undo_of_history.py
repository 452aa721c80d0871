"""What is told of the past comes and goes with undo and redo, over restarts: the numbers of History with it."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

from hybridtui.domain.calendar import By, Week
from hybridtui.domain.change import Change
from hybridtui.domain.imports import Batch
from hybridtui.domain.session import Source
from hybridtui.domain.skips import Reason
from hybridtui.logbook import Logbook
from tests.conftest import FixedClock
from tests.logbook.conftest import Reopen
from tests.stories.logged import run

TODAY = date(2026, 3, 4)
DAYS = [TODAY - timedelta(days=n) for n in range(1, 4)]
STEPS = 40


def told_twice(book: Logbook, clock: FixedClock) -> None:
    """Three runs, each told by a watch and by an app."""
    runs = [run(n, day) for n, day in enumerate(DAYS)]
    again = [replace(run(10 + n, day), title="Once more", source=Source.APP) for n, day in enumerate(DAYS)]
    parts = tuple((each.id, ran) for each in again for ran in each.runs)
    book._kit.apply(Change(label="the app's", sessions=tuple(replace(each, runs=()) for each in again), runs=parts))
    book._kit.store.add_batch(Batch("batch", "the watch's", "fit"), (), runs, clock.now())


def seen(book: Logbook) -> object:
    """All that these changes are to change."""
    week = Week.of(TODAY)
    return (
        book.weights.between(date.min, date.max),
        tuple(book.days.reason(id_) for id_ in ("w1-mon", "w1-sat")),
        tuple((line.id, line.same_as, line.title, line.load_au) for line in book.search.lines()),
        book.history.totals(By.WEEK, 2, TODAY),
        book.days.adherence(week, week),
        book.athlete(),
        book.mileage.fitness(TODAY),
    )


def journaled(book: Logbook) -> int:
    """How many changes can be taken back."""
    with book._kit.store._db.reading() as connection:
        return connection.exec_driver_sql("SELECT count(*) FROM journal WHERE undone IS NULL").scalar_one()


def changes(chance: random.Random) -> Callable[[Logbook], object]:
    """Return one of the changes, at random."""
    day, session = chance.choice(DAYS), f"session-{chance.choice([0, 1, 2, 10, 11, 12])}"
    workout, number = chance.choice(["w1-mon", "w1-sat"]), chance.randint(50, 90)
    return chance.choice(
        [
            lambda book: book.weights.log(day, f"{number}.5"),
            lambda book: book.weights.drop(day) if book.weights.between(day, day) else None,
            lambda book: book.days.say(workout, chance.choice(list(Reason)), f"note {number}"),
            lambda book: book.days.unsay(workout) if book.days.reason(workout) else None,
            lambda book: book.sessions.count_by_itself(session, alone=number % 2 == 0),
            lambda book: book.sessions.edit_session(
                replace(book.sessions.get(session), subtype=chance.choice(["easy", "race", "trial"]))
            ),
            lambda book: book.save_athlete(replace(book.athlete(), resting_hr=number, max_hr=number + 100)),
        ]
    )


def test_all_of_it_is_taken_back_and_done_again_over_restarts(reopen: Reopen, book: Logbook, clock: FixedClock) -> None:
    told_twice(book, clock)
    chance = random.Random(8)
    states = [seen(book)]
    labels = []
    while len(labels) < STEPS:
        before = journaled(book)
        changes(chance)(book)
        if journaled(book) > before:  # else it was so already
            states.append(seen(book))
            labels.append(book._kit.store.undo_label())
    assert len({repr(state) for state in states}) > STEPS / 2
    for at in reversed(range(STEPS)):
        again = book = reopen() if at % 10 == 0 else book
        assert again.sessions.undo_last() == labels[at]
        assert seen(again) == states[at], f"{labels[at]} taken back"
    for at in range(STEPS):
        book = reopen() if at % 10 == 5 else book
        assert book.sessions.redo_last() == labels[at]
        assert seen(book) == states[at + 1], f"{labels[at]} done again"
