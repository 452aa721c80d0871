"""The logbook itself: the athlete, own exercises, the file."""

from __future__ import annotations

from datetime import timedelta

import pytest

from hybridtui.domain.athlete import Athlete, Goal
from hybridtui.domain.calendar import By, Week
from hybridtui.domain.entry import SetDraft
from hybridtui.domain.problems import Problem
from hybridtui.domain.workout import Kind
from hybridtui.logbook import Logbook
from tests.conftest import FixedClock
from tests.logbook.conftest import Reopen


def test_the_athletes_answers_are_kept_and_can_be_taken_back(reopen: Reopen) -> None:
    book = reopen()
    assert book.athlete() is None
    book.save_athlete(Athlete())
    book.save_athlete(Athlete(goal=Goal.TEN_K, balance=0.7))
    assert reopen().athlete() == Athlete(goal=Goal.TEN_K, balance=0.7)
    book.sessions.undo_last()
    assert book.athlete() == Athlete()
    assert book.sessions.redo_last() == "change of your answers"


def test_an_own_exercise_counts_like_its_model(book: Logbook) -> None:
    mine = book.add_exercise("  Safety bar\tsquat ", like="back_squat")
    assert (mine.name, mine.pattern, mine.primary, mine.own) == ("Safety bar squat", "squat", "quads", True)
    assert book.exercises()[mine.id] == mine
    session = book.sessions.start_free(Kind.STRENGTH)
    book.sessions.log_sets(session.id, None, mine.id, [SetDraft(reps=5)])
    book.sessions.finish(session.id, rpe=None, minutes=10)
    assert [len(exposure.sets) for exposure in book.history.exposures(mine.id)] == [1]


def test_an_own_exercise_may_be_like_none(book: Logbook) -> None:
    assert book.add_exercise("Sled push").primary == ""


@pytest.mark.parametrize("name", ["", " \x1b ", "back squat (BARBELL)"])
def test_a_name_that_is_empty_or_taken_is_refused(book: Logbook, name: str) -> None:
    book.add_exercise("Back squat (barbell)")
    with pytest.raises(Problem):
        book.add_exercise(name)


def test_weeks_end_with_this_one(book: Logbook, clock: FixedClock) -> None:
    weeks = book.history.totals(By.WEEK, 12)
    this = Week.of(clock.now().date())
    assert [week.period for week in weeks] == [this.plus(n) for n in range(-11, 1)]
    assert book.history.totals(By.WEEK, 2, this.plus(-5).last)[-1].period == this.plus(-5)


def test_a_session_belongs_to_the_day_on_the_athletes_wrist(book: Logbook, clock: FixedClock) -> None:
    clock.at += timedelta(hours=6, minutes=30)  # half past midnight in Berlin, still Wednesday in UTC
    session = book.sessions.start_free(Kind.RUN)
    assert session.started.local_date.isoformat() == "2026-03-05"
    assert (session.started.offset_s, session.started.zone) == (3600, "Europe/Berlin")


def test_the_file_is_found_whole(book: Logbook) -> None:
    assert book.check() is None
    assert not book.read_only
