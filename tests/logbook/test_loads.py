"""Loads through the log: whose answers they begin with, the same workout once, sessions that run left out."""

from __future__ import annotations

import math
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from hybridtui.domain.athlete import Athlete
from hybridtui.domain.calendar import By, Moment
from hybridtui.domain.change import Change
from hybridtui.domain.loads.log import REMEMBERED_DAYS
from hybridtui.domain.session import Session, Source, Status
from hybridtui.domain.totals import with_totals
from hybridtui.domain.workout import Kind
from hybridtui.logbook import Logbook
from tests.logbook import plans
from tests.logbook.conftest import Reopen

TODAY = date(2026, 3, 4)


def session(day: date, minutes: int = 60, rpe: float | None = 5.0, kind: Kind = Kind.RUN, **more: object) -> Session:
    start = Moment.at(datetime(day.year, day.month, day.day, 8, 0, tzinfo=UTC))
    given = {"id": f"{day}-{kind}", "title": "", "status": Status.FINISHED} | more
    ended = start.later(timedelta(minutes=minutes))
    return with_totals(Session(kind=kind, started=start, ended=ended, rpe=rpe, **given))  # type: ignore[arg-type]


def add(book: Logbook, *sessions: Session) -> None:
    book._kit.apply(Change(label="sessions", sessions=sessions))


@pytest.fixture
def begun(reopen: Reopen) -> Logbook:
    """A log of an athlete who said to run 140 min a week, with a plan from this week on: 60 AU a day."""
    book = reopen()
    book.save_athlete(Athlete(run_minutes=140))
    book.plans.adopt(replace(plans.plan(weeks=2), athlete=Athlete(run_minutes=140)))
    return book


def test_fitness_begins_with_what_was_said_before_the_first_plan(begun: Logbook) -> None:
    add(begun, session(TODAY))
    state = begun.loads.on(TODAY)
    assert (state.seed_au, state.form) == (60, 0)
    assert state.ctl == pytest.approx(60 + (300 - 60) * (1 - math.exp(-1 / 42)))
    assert state.atl == pytest.approx(60 + (300 - 60) * (1 - math.exp(-1 / 7)))
    begun.save_athlete(Athlete(run_minutes=999))
    assert begun.loads.on(TODAY).seed_au == 60


def test_a_log_that_was_there_long_before_begins_by_itself(begun: Logbook) -> None:
    add(begun, session(TODAY - timedelta(days=60)), session(TODAY))
    assert begun.loads.on(TODAY).seed_au == 0


def test_what_still_runs_and_what_lies_ahead_is_no_load(begun: Logbook) -> None:
    add(begun, session(TODAY, status=Status.OPEN), session(TODAY + timedelta(days=1)))
    state = begun.loads.on(TODAY)
    assert (state.days_known, state.ctl) == (0, None)


def test_the_same_workout_of_two_sources_is_one_load(begun: Logbook) -> None:
    mine = session(TODAY, id="mine")
    add(begun, mine, replace(mine, id="watch", source=Source.FIT, rpe=None, load_estimated=True))
    sums = begun.loads.page(By.WEEK, 1).current.sums
    assert (sums.together.sessions, sums.together.au) == (1, 300)


def test_a_session_of_both_sports_is_split_by_its_minutes(begun: Logbook) -> None:
    add(begun, session(TODAY, 60, None, Kind.HYBRID))
    sums = begun.loads.page(By.WEEK, 1).current.sums
    assert sums.run == sums.strength
    assert (sums.run.au, sums.run.estimated, sums.together.au) == (240, 1, 480)


def test_a_long_past_weighs_nothing_any_more(begun: Logbook) -> None:
    add(begun, *(session(TODAY - timedelta(days=7 * n)) for n in range(60)))
    recent = begun.loads.on(TODAY)
    add(begun, session(TODAY - timedelta(days=REMEMBERED_DAYS + 10), 600, 10.0))
    assert begun.loads.on(TODAY).ctl == recent.ctl
    assert begun.loads.on(TODAY).days_known > REMEMBERED_DAYS


def test_a_review_says_the_same_of_the_same_log(begun: Logbook) -> None:
    add(begun, session(TODAY), session(TODAY, 30, None, Kind.STRENGTH))
    for day in (TODAY, TODAY - timedelta(days=7), TODAY + timedelta(days=7)):
        assert begun.reviews.week(day).sentences == begun.reviews.week(day).sentences
        assert len(begun.reviews.week(day).sentences) == 5
        assert len(begun.reviews.month(day).sentences) == 4


def test_estimates_are_counted_by_sport_and_together(begun: Logbook) -> None:
    add(begun, session(TODAY, 30, None), session(TODAY, 40, 6.0, Kind.STRENGTH), session(TODAY, 20, 5.0, id="rated"))
    sums = begun.loads.page(By.WEEK, 1).current.sums
    assert (sums.run.estimated, sums.strength.estimated, sums.together.estimated) == (1, 0, 1)
    assert (sums.run.sessions, sums.strength.sessions, sums.together.sessions) == (2, 1, 3)
