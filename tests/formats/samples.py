"""One small file of every format that is read, made by these tests."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from datetime import UTC, datetime, timedelta
from importlib import import_module

from hybridtui.domain.body_weight import BodyWeight
from hybridtui.domain.contents import Contents
from hybridtui.domain.exercises import catalogue
from hybridtui.domain.units import Load
from hybridtui.formats import read
from hybridtui.formats.writing import Exported, Writer
from tests.formats import fit_writer as fit
from tests.formats import test_fitnotes as fitnotes_tests
from tests.formats import test_garmin_list as garmin_tests
from tests.formats import test_hevy as hevy_tests
from tests.formats import test_liftosaur as liftosaur_tests
from tests.formats import test_strava as strava_tests
from tests.formats import test_stronglifts as stronglifts_tests
from tests.formats import xml_files as xml
from tests.formats.options import options
from tests.formats.options import strong as strong_rows
from tests.hostile import MARKUP

START = datetime(2025, 10, 1, 9, 10, 26, tzinfo=UTC)


def strong() -> bytes:
    rows = [
        'Squat (Barbell),1,100,5,0,0,"deep, ""slow""",note,8',
        "Squat (Barbell),Rest Timer,0,0,0,150,,,",
        "Running (Treadmill),1,0,0,5.2,1800,,,",
        "Farmers Walk,1,32,0,0.04,35,,,",
        "Plank,1,0,0,0,75,,,",
        *(f"{name.replace(',', ' ').replace(chr(34), '')},1,10,5,0,0,,," for name in MARKUP),
    ]
    return strong_rows(*rows).encode()


def watch() -> bytes:
    at = [START + timedelta(seconds=10 * n) for n in range(40)]
    return fit.fit(
        fit.file_id(START),
        fit.sport_name(fit.TRAINING, fit.STRENGTH),
        *(fit.record(when, 100 + n, 25.0 * n) for n, when in enumerate(at)),
        fit.strength_set(0, at[0], reps=10, kg=14.0, category=(30, 22, 21), subtype=(0, 0xFFFF, 0xFFFF)),
        fit.strength_set(1, at[5], fit.REST),
        fit.strength_set(2, at[9], reps=5, category=(28,), subtype=(6,), unit=fit.POUND, kg=45.4),
        fit.session(START, fit.TRAINING, fit.STRENGTH, timer=190, elapsed=200),
        fit.session(at[20], fit.RUNNING, timer=190, elapsed=200, heart_rate=None, rpe=60),
        fit.activity(at[39], offset_s=7200),
    )


def hevy() -> bytes:
    rows = [
        hevy_tests.row('"Squat (Barbell)",0,"deep",0,"warmup",60,5,,,'),
        hevy_tests.row(hevy_tests.SQUAT),
        hevy_tests.row('"Running",,"",0,"normal",,,5.2,1800,'),
        hevy_tests.row('"Plank",,"",0,"failure",,,,75,', when='"29 mars 2024, 10:39","29 mars 2024, 11:44"'),
    ]
    return "\n".join([hevy_tests.HEADER, *rows]).encode()


def fitnotes() -> bytes:
    rows = [
        "2024-08-04,Barbell Squat,Legs,100,kgs,5,,,,deep",
        "2024-08-04,Running,Cardio,,,,5.2,km,0:31:10,",
        "2024-08-05,Deadlift,Back,225,lbs,5,,,,",
    ]
    return "\n".join([fitnotes_tests.NEW, *rows]).encode()


def body_tracker() -> bytes:
    rows = ["2024-08-05,07:00:00,Bodyweight,74.2,kgs", "2024-08-04,07:00:00,Bodyweight,163.5,lbs"]
    return "\n".join([fitnotes_tests.BODY, *rows]).encode()


def liftosaur() -> bytes:
    row = liftosaur_tests.row
    rows = [row(warm=1), row(), row(reps=""), row(exercise='"Bench Press, Dumbbell"', unit="lb", rpe="8")]
    return "\n".join([liftosaur_tests.HEADER, *rows]).encode()


def stronglifts() -> bytes:
    row = stronglifts_tests.row
    return "\n".join([stronglifts_tests.HEADER, row("5,55,5,55,5,55"), row("5,40,-,-,3,40", number=2)]).encode()


def gpx() -> bytes:
    first = xml.segment(xml.points(0, 20, 30))
    return xml.gpx(xml.track(first, xml.segment(xml.points(21, 40, 30, 900)), name="Loop")).encode()


def tcx() -> bytes:
    points = [xml.trackpoint(30.0 * n, xml.position(n), xml.metres(111.0 * n), xml.beats(140)) for n in range(20)]
    return xml.tcx(xml.activity(xml.lap(xml.metres(2109), points=points))).encode()


def apple() -> bytes:
    workouts = xml.workout(duration="40", durationUnit="min") + xml.workout(
        "TraditionalStrengthTraining", duration="30", startDate="2026-03-01 20:00:00 +0100", endDate=""
    )
    return xml.apple(workouts, xml.body_mass("74.2")).encode()


def strava() -> bytes:
    return f"{strava_tests.HEADER}\n{strava_tests.RUN}".encode()


def garmin_list() -> bytes:
    return "\n".join([garmin_tests.ENGLISH, garmin_tests.row(), garmin_tests.row("Strength Training", "--")]).encode()


def garmin_account() -> bytes:
    return json.dumps([{"summarizedActivitiesExport": [garmin_tests.RUN]}]).encode()


def exported() -> Exported:
    """Return a log of what two of these files hold."""
    sessions = [session for data in (strong(), watch()) for session in read(data, options()).sessions]
    return Exported(
        sessions=lambda: iter(sorted(sessions, key=lambda session: session.started.utc)),
        contents=Contents(weights=(BodyWeight(START.date(), Load(74.2)),)),
        exercises=catalogue(),
        since=None,
        now=START,
    )


def written(module: str, index: int = 0) -> bytes:
    """Return a file that a writer of ours makes of that log."""
    write: Writer = import_module(f"hybridtui.formats.{module}").write
    return b"".join(list(write(exported()))[index].parts)


SAMPLES: Mapping[str, Callable[[], bytes]] = {
    "strong": strong,
    "fit": watch,
    "hevy": hevy,
    "fitnotes": fitnotes,
    "body tracker": body_tracker,
    "liftosaur": liftosaur,
    "stronglifts": stronglifts,
    "gpx": gpx,
    "tcx": tcx,
    "apple": apple,
    "strava": strava,
    "garmin list": garmin_list,
    "garmin account": garmin_account,
    "own json": lambda: written("own.log_json"),
    "own csv, sets": lambda: written("own.log_csv"),
    "own csv, sessions": lambda: written("own.log_csv", 1),
    "daybook": lambda: written("daybook"),
}
