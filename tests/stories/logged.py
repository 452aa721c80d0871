"""Logs with sessions in them, for the stories that look back."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from hybridtui.domain import totals
from hybridtui.domain.athlete import Athlete
from hybridtui.domain.calendar import Moment
from hybridtui.domain.change import Change
from hybridtui.domain.imports import Batch
from hybridtui.domain.session import LoggedSet, RunEntry, Session, Source, Status
from hybridtui.domain.units import Distance, DistanceUnit, Load
from hybridtui.domain.workout import Kind
from hybridtui.store import Store
from tests.conftest import FixedClock

ZONE = "Europe/Berlin"


def began(day: date, hour: int = 18) -> Moment:
    return Moment.at(datetime(day.year, day.month, day.day, hour, tzinfo=ZoneInfo(ZONE)), ZONE)


def strength(number: int, day: date, *, title: str = "Full body", rpe: float | None = 6) -> Session:
    """Three sets of squats and three push-ups, 45 minutes."""
    squats = [LoggedSet(id=f"s{number}-{n}", position=n, exercise="back_squat", load=Load(80), reps=8, rpe=7)
              for n in range(3)]  # fmt: skip
    push_ups = [LoggedSet(id=f"s{number}-{n}", position=n, exercise="push_up", reps=12) for n in range(3, 6)]
    start = began(day)
    told = Session(
        id=f"session-{number}", kind=Kind.STRENGTH, title=title, status=Status.FINISHED, started=start,
        ended=start.later(timedelta(minutes=45)), subtype="SF", sets=(*squats, *push_ups), rpe=rpe,
    )  # fmt: skip
    return totals.with_totals(told)


def run(number: int, day: date, *, title: str = "Easy run", km: float = 8.0) -> Session:
    """A run of 45 minutes from a watch."""
    entry = RunEntry(id=f"r{number}", position=0, distance=Distance(km, DistanceUnit.KM), seconds=2700, avg_hr=142)
    start = began(day, 7)
    told = Session(
        id=f"session-{number}", kind=Kind.RUN, title=title, status=Status.FINISHED, started=start,
        ended=start.later(timedelta(minutes=45)), subtype="easy", runs=(entry,), source=Source.FIT,
        flags=("zone assumed",), run_s=2700.0,
    )  # fmt: skip
    return totals.with_totals(told)


def days_of_training(clock: FixedClock, count: int) -> list[Session]:
    """One session a day, runs and strength in turn, up to yesterday; numbered back from there."""
    today = clock.now().date()
    return [(run if n % 2 else strength)(n, today - timedelta(days=n)) for n in range(1, count + 1)]


def fill(location: Path, clock: FixedClock, sessions: list[Session]) -> None:
    """Write sessions and an athlete who wants 60/40."""
    with Store.open(location) as store:
        store.apply(Change(label="you", athlete=Athlete(balance=0.6)), clock.now())
        if sessions:
            store.add_batch(Batch("batch", "import of old.csv", "strong"), (), sessions, clock.now())
