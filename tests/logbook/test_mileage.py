"""Running as the logbook tells it: VDOT from races in the log, heart-rate loads of stored runs, its page of History."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from hybridtui.domain.calendar import Moment
from hybridtui.domain.change import Change
from hybridtui.domain.mileage.fitness import Origin
from hybridtui.domain.session import RunEntry, Session, Status
from hybridtui.domain.totals import with_totals
from hybridtui.domain.units import Distance
from hybridtui.domain.workout import Kind
from hybridtui.logbook import Logbook
from tests.oracles.tables import near, rows

TODAY = date(2026, 3, 4)
APART = 100
"""Days between two races: more than the twelve weeks that a race counts for."""


def ran(
    id_: str, day: date, *, metres: float | None = None, minutes: float = 30.0, subtype: str = "", **fields: object
) -> Session:
    """Return a finished run of one stretch."""
    started = Moment.at(datetime(day.year, day.month, day.day, 7, 0, tzinfo=UTC))
    entry = {key: fields.pop(key) for key in ("avg_hr", "ascent_m", "distance", "sport") if key in fields}
    given = {"distance": Distance(metres) if metres else None} | entry
    run = RunEntry(id=f"{id_}-run", position=1, seconds=minutes * 60, **given)  # type: ignore[arg-type]
    told = {"kind": Kind.RUN, "title": f"Run {id_}"} | fields
    session = Session(
        id=id_, status=Status.FINISHED, started=started, ended=started.later(timedelta(minutes=minutes)),
        subtype=subtype, runs=(run,), **told,  # type: ignore[arg-type]
    )  # fmt: skip
    return with_totals(replace(session, avg_hr=run.avg_hr))


def log(book: Logbook, *sessions: Session) -> None:
    """Put sessions into the log with what is in them."""
    kit = book._kit
    for session in sessions:
        runs = tuple((session.id, run) for run in session.runs)
        kit.apply(Change(label="a session", sessions=(session,), runs=runs))


@pytest.fixture
def raced(book: Logbook) -> Logbook:
    """A log with each race of the oracle table, months apart."""
    table = [row for row in rows("vdot.csv") if row["quantity"] == "vdot_from_race"]
    for number, row in enumerate(table):
        day = TODAY - timedelta(days=APART * (len(table) - number))
        race = ran(row["case"], day, metres=float(row["distance_m"]), minutes=float(row["time_s"]) / 60, subtype="race")
        log(book, race)
    return book


def test_every_race_of_the_oracle_is_told_from_the_log(raced: Logbook) -> None:
    table = [row for row in rows("vdot.csv") if row["quantity"] == "vdot_from_race"]
    for number, row in enumerate(table):
        day = TODAY - timedelta(days=APART * (len(table) - number))
        told = raced.mileage.fitness(day)
        assert told is not None
        assert (told.origin, told.session_id) == (Origin.RACE, row["case"])
        near(told.vdot, row["expected"], row["tolerance"])
