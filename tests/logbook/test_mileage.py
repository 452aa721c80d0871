"""Running as the logbook tells it: VDOT from races in the log, heart-rate loads of stored runs, its page of History."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from hybridtui.domain.athlete import Athlete, Sex
from hybridtui.domain.calendar import By, Moment
from hybridtui.domain.change import Change
from hybridtui.domain.mileage.fitness import Origin
from hybridtui.domain.running.daniels import oxygen, race_time
from hybridtui.domain.running.zones import THRESHOLD_SHARE
from hybridtui.domain.session import RunEntry, Session, Status
from hybridtui.domain.totals import with_totals
from hybridtui.domain.units import Distance
from hybridtui.domain.workout import Kind
from hybridtui.logbook import Logbook
from hybridtui.store import codec
from tests.oracles.tables import near, numbers, rows

TODAY = date(2026, 3, 4)
HEART = {"trimp_banister_m": (Sex.MALE, 0), "trimp_banister_f_086": (Sex.FEMALE, 0), "hrss_m": (Sex.MALE, 1)}
"""Loads by heart rate, for whom, and whether TRIMP or HRSS. GoldenCheetah's factor for women is not ours."""
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


@pytest.mark.parametrize("row", [row for row in rows("hr_load.csv") if row["quantity"] in HEART], ids=str)
def test_loads_by_heart_rate_of_the_oracle_are_told_of_stored_runs(book: Logbook, row: dict[str, str]) -> None:
    sex, place = HEART[row["quantity"]]
    told = numbers(row["inputs"])
    rates = {"resting_hr": int(told["rest"]), "max_hr": int(told["max"]), "threshold_hr": int(told.get("lthr", 170))}
    book.save_athlete(replace(Athlete(sex=sex), **rates))  # type: ignore[arg-type]
    log(book, ran("beating", TODAY, minutes=told["min"], avg_hr=int(told["hr"])))
    page = book.mileage.page(By.WEEK, 12, TODAY)
    load = (page.now.trimp, page.now.hrss)[place]
    assert load is not None
    near(load.sum, row["expected"], row["tolerance"])


@pytest.mark.parametrize("row", [row for row in rows("hr_load.csv") if row["quantity"] == "rtss"], ids=str)
def test_loads_by_pace_of_the_oracle_are_told_of_stored_runs(book: Logbook, row: dict[str, str]) -> None:
    told = {name: float(value) for name, value in re.findall(r"(\w+)=(\d+)", row["inputs"])}
    fit = oxygen(60_000 / told["threshold_pace"]) / THRESHOLD_SHARE
    log(book, ran("race", TODAY - timedelta(days=20), metres=5000, minutes=race_time(fit, 5000) / 60, subtype="race"))
    log(book, ran("paced", TODAY, metres=told["min"] * 60_000 / told["pace"], minutes=told["min"]))
    rtss = book.mileage.page(By.WEEK, 12, TODAY).now.rtss
    assert rtss is not None
    near(rtss.sum, row["expected"], row["tolerance"])


def test_zones_bands_and_the_usual_maximum_of_the_oracle_are_those_of_the_page(book: Logbook) -> None:
    for row in rows("hr_load.csv"):
        told = numbers(row["inputs"])
        if row["quantity"] == "friel_zone_lower_bpm":
            book.save_athlete(Athlete(threshold_hr=int(told["lthr"])))
            zone = re.search(r"zone=(\w+)", row["inputs"])
            assert zone
            zones = {one.name: one.lower_bpm for one in book.mileage.page(By.WEEK, 1, TODAY).rates.zones}
            near(zones[zone[1]], row["expected"], row["tolerance"])
        if row["quantity"] == "hrmax_tanaka":
            book.save_athlete(Athlete(age=int(told["age"])))
            near(book.mileage.page(By.WEEK, 1, TODAY).rates.maximum, row["expected"], row["tolerance"])


def test_a_run_in_a_circuit_and_a_combo_counts_and_a_ride_does_not(book: Logbook) -> None:
    log(
        book,
        ran("circuit", TODAY, metres=3000, minutes=40, kind=Kind.HYBRID),
        ran("combo", TODAY, metres=4000, minutes=24, kind=Kind.COMBO),
        ran("ride", TODAY, metres=30_000, minutes=60, kind=Kind.OTHER, sport="cycling"),
    )
    now = book.mileage.page(By.WEEK, 12, TODAY).now
    assert (now.sessions, now.metres, now.seconds) == (2, 7000.0, 20 * 60 + 24 * 60)
    assert (now.longest_s, now.longest_m) == (24 * 60.0, 4000.0)
    assert (now.split.easy, now.split.hard) == (24 * 60.0, 20 * 60.0)


def test_weeks_and_months_end_today_and_hold_what_came_before(book: Logbook) -> None:
    log(book, *(ran(f"r{ago}", TODAY - timedelta(days=ago), metres=5000) for ago in (0, 3, 4, 30, 400)))
    weeks, months = (book.mileage.page(by, 12, TODAY) for by in (By.WEEK, By.MONTH))
    assert [one.sessions for one in weeks.periods[-2:]] == [2, 1]
    assert [one.sessions for one in months.periods[-2:]] == [2, 2]
    assert sum(one.sessions for one in months.periods) == 4
    assert weeks.fitness is not None
    assert weeks.fitness.at_least


def test_a_run_marked_as_a_race_tells_fitness_and_undo_takes_it_back(book: Logbook) -> None:
    log(book, ran("parkrun", TODAY, metres=5020, minutes=1474 / 60))
    done = book.sessions.get("parkrun")
    marked = replace(done, subtype="race", runs=tuple(replace(run, subtype="race") for run in done.runs))
    book.sessions.edit_session(marked)
    told, kept = book.mileage.fitness(TODAY), book.sessions.get("parkrun")
    assert told is not None
    assert told.origin is Origin.RACE
    near(told.vdot, "39.1103983965", "1e-6")
    assert [run.subtype for run in kept.runs] == ["race"]
    assert kept.load_au > done.load_au, "a race that is not rated was hard"
    book.sessions.undo_last()
    told = book.mileage.fitness(TODAY)
    assert told is not None
    assert told.origin is Origin.RUN
    assert book.sessions.get("parkrun") == done


def test_heart_rates_survive_reopening_and_old_answers_are_still_read(reopen: Callable[[], Logbook]) -> None:
    book = reopen()
    book.save_athlete(Athlete(resting_hr=48, max_hr=191, threshold_hr=171, sex=Sex.FEMALE))
    assert reopen().athlete() == Athlete(resting_hr=48, max_hr=191, threshold_hr=171, sex=Sex.FEMALE)
    assert codec.ATHLETE.loads('{"v":1,"is":{"age":40}}') == Athlete(age=40)
