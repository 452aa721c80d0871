"""Whole exports of Strava and Garmin: the list tells of an activity, and its file tells of it again; it counts once."""

from __future__ import annotations

import gzip
import io
import json
import zipfile
from datetime import UTC, datetime, timedelta
from pathlib import Path

from hybridtui.domain.calendar import By, Week
from hybridtui.domain.clock import Clock
from hybridtui.logbook import Logbook
from tests.cli.conftest import Command
from tests.formats import fit_writer as fit
from tests.formats.test_strava import HEADER

RUN_AT = datetime(2025, 10, 10, 20, 55, 48, tzinfo=UTC)
LIFT_AT = datetime(2025, 10, 8, 5, 0, tzinfo=UTC)


def row(number: int, when: str, kind: str, seconds: float, metres: float, file: str) -> str:
    return (
        f'{number},"{when}",{kind} of mine,{kind},,{seconds},{metres / 1000},,,false,,,{file},,,'
        f"{seconds + 5},{seconds},{metres},,,,181,152,,0.0"
    )


def strava(place: Path) -> Path:
    """Write an export: a run and a strength session with files of the watch, and a ride entered by hand."""
    rows = [
        row(1, "Oct 10, 2025, 8:55:48 PM", "Run", 1765, 5030.5, "activities/1.fit.gz"),
        row(2, "Oct 9, 2025, 6:00:00 AM", "Ride", 3600, 25_000, ""),
        row(3, "Oct 8, 2025, 5:00:20 AM", "Weight Training", 1790, 0, "activities/3.fit.gz"),
    ]
    run = fit.fit(fit.file_id(RUN_AT + timedelta(hours=3)), fit.session(RUN_AT, timer=1770, metres=5000))
    lift = fit.fit(
        fit.file_id(LIFT_AT, serial=77),
        fit.strength_set(0, LIFT_AT, reps=8, kg=60.0, category=(28,), subtype=(6,)),
        fit.session(LIFT_AT, fit.TRAINING, fit.STRENGTH, metres=0.0, heart_rate=None),
    )
    with zipfile.ZipFile(place, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("activities.csv", "\n".join([HEADER, *rows]))
        archive.writestr("profile.csv", "a,b\n1,2\n")
        archive.writestr("activities/1.fit.gz", gzip.compress(run))
        archive.writestr("activities/3.fit.gz", gzip.compress(lift))
    return place


def test_a_workout_of_stravas_list_and_of_its_file_counts_once(
    imported: Command, database: Path, clock: Clock, tmp_path: Path
) -> None:
    place = strava(tmp_path / "export.zip")
    outcome = imported("--json", place)
    assert (outcome.code, outcome.err) == (0, "")
    assert outcome.report["sessions"] == 5
    with Logbook.open(database, clock) as book:
        (week,) = book.history.totals(By.WEEK, 1, last=Week.of(RUN_AT.date()).last)
        assert (week.sessions, week.runs, week.sets) == (3, 1, 1)
        assert (week.run_m, week.run_s, week.strength_s, week.other_s) == (5000, 1770, 1800, 3600)
    assert imported("--json", place).report["sessions"] == 0


def garmin(place: Path) -> Path:
    """Write an account: a run with the watch's file in an archive of its own, beside what is no activity."""
    at = round(RUN_AT.timestamp() * 1000)
    activity = {
        "activityId": 9,
        "activityType": "running",
        "name": "Evening",
        "beginTimestamp": at,
        "startTimeLocal": at + 7_200_000,
        "duration": 1_770_000.0,
        "distance": 500_100.0,
    }
    watched = {
        "1_1.fit": fit.fit(fit.file_id(RUN_AT), fit.session(RUN_AT, timer=1770, metres=5000)),
        "1_2.fit": fit.fit(fit.file_id(RUN_AT, kind=32)),  # monitoring: steps and heart rates of a day
        "1_3.fit": fit.fit(fit.file_id(RUN_AT, kind=2)),  # settings
    }
    uploaded = io.BytesIO()
    with zipfile.ZipFile(uploaded, "w") as inner:
        for name, data in watched.items():
            inner.writestr(name, data)
    with zipfile.ZipFile(place, "w") as archive:
        listed = json.dumps([{"summarizedActivitiesExport": [activity]}])
        archive.writestr("DI_CONNECT/DI-Connect-Fitness/me_0_summarizedActivities.json", listed)
        archive.writestr("DI_CONNECT/DI-Connect-Uploaded-Files/UploadedFiles_0-_Part1.zip", uploaded.getvalue())
    return place


def test_an_activity_of_garmins_account_and_of_the_watch_counts_once(
    imported: Command, database: Path, clock: Clock, tmp_path: Path
) -> None:
    place = garmin(tmp_path / "account.zip")
    outcome = imported("--json", place)
    assert (outcome.code, outcome.report["sessions"]) == (0, 2)
    with Logbook.open(database, clock) as book:
        (week,) = book.history.totals(By.WEEK, 1, last=Week.of(RUN_AT.date()).last)
        assert (week.sessions, week.runs, week.run_m, week.run_s) == (1, 1, 5000, 1770)
    assert imported("--json", place).report["sessions"] == 0
