"""Real GPX, TCX and Apple files of other people, imported by the command: the numbers that other readers found.

The files are not part of this repository: HYBRIDTUI_FIXTURES names their folder.
"""

from __future__ import annotations

import json
import os
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from hybridtui.domain.clock import Clock
from tests.cli.conftest import Command
from tests.conftest import FixedClock

FOLDER = os.environ.get("HYBRIDTUI_FIXTURES")
pytestmark = [pytest.mark.fixtures, pytest.mark.skipif(not FOLDER, reason="HYBRIDTUI_FIXTURES names no folder")]

Expected = dict[str, Any]


@pytest.fixture
def clock() -> Clock:
    """Return a clock of a day after all of the files."""
    return FixedClock(datetime(2027, 1, 4, 18, tzinfo=UTC))


def expected(prefix: str) -> list[tuple[str, Expected]]:
    if not FOLDER:
        return []
    table = json.loads(Path(FOLDER, "expected.json").read_text(encoding="utf-8"))
    return [(name, entry["expected"]) for name, entry in table.items() if name.startswith(f"{prefix}/")]


def path(name: str) -> Path:
    return Path(FOLDER or "", name)


def started(workout: Expected) -> datetime:
    return datetime.fromisoformat(workout["start"])


GPX, TCX, APPLE = expected("gpx"), expected("tcx"), expected("apple")


def again(imported: Command, name: str) -> None:
    """Import the file once more: nothing is new."""
    outcome = imported("--json", path(name))
    assert (outcome.code, outcome.report["sessions"], outcome.file()["status"]) == (0, 0, "known")


@pytest.mark.parametrize(("name", "values"), GPX, ids=[name for name, _ in GPX])
def test_gpx(imported: Command, name: str, values: Expected) -> None:
    outcome = imported("--json", path(name))
    tracks = [track for track in values["tracks"] if track["points"]]
    if not tracks:
        assert (outcome.code, outcome.file()["status"]) == (1, "refused")
        assert "no track" in outcome.file()["refused"][0]["reason"]
        return
    assert (outcome.code, outcome.err) == (0, "")
    workouts = outcome.workouts()
    assert outcome.report["sessions"] == len(workouts) == len(tracks)
    for workout, track in zip(workouts, tracks, strict=True):
        assert started(workout) == datetime.fromisoformat(track["start_utc"])
        assert workout["distance_m"] == pytest.approx(track["distance_2d_m"], rel=0.005)
        if track["segments"] == 1 and track["monotonic"]:
            assert workout["seconds"] == pytest.approx(track["elapsed_s"], abs=0.01)
        assert workout["avg_hr"] == (track["avg_hr"] and round(track["avg_hr"]))
        assert workout["kind"] == "run" or track["type"] is None
    again(imported, name)


@pytest.mark.parametrize(("name", "values"), TCX, ids=[name for name, _ in TCX])
def test_tcx(imported: Command, name: str, values: Expected) -> None:
    outcome = imported("--json", path(name))
    assert (outcome.code, outcome.err) == (0, "")
    workouts, activities = outcome.workouts(), values["activities"]
    assert outcome.report["sessions"] == len(workouts) == len(activities)
    for workout, activity in zip(workouts, activities, strict=True):
        assert started(workout) == datetime.fromisoformat(activity["start_first_lap"])
        assert workout["distance_m"] == pytest.approx(activity["lap_distance_sum_m"], abs=0.06)
        assert workout["seconds"] == pytest.approx(activity["lap_time_sum_s"], abs=0.06)
        beats = activity["avg_hr_trackpoints"]
        assert workout["avg_hr"] == (beats and round(beats))
        assert workout["kind"] == ("run" if activity["sport"].lower() == "running" else "other")
    again(imported, name)


METRES = {"km": 1000.0, "mi": 1609.344, "m": 1.0}


@pytest.mark.parametrize(("name", "values"), APPLE, ids=[name for name, _ in APPLE])
def test_apple(imported: Command, name: str, values: Expected) -> None:
    outcome = imported("--json", path(name))
    if not values["workouts"]:
        assert (outcome.code, outcome.file()["status"]) == (1, "refused")
        assert "no workouts" in outcome.file()["refused"][0]["reason"]
        return
    assert (outcome.code, outcome.err) == (0, "")
    workouts = outcome.workouts()
    assert outcome.report["sessions"] == len(workouts) == values["workouts"]
    for workout, detail in zip(workouts, values["detail"], strict=True):
        assert started(workout) == datetime.strptime(detail["startDate"], "%Y-%m-%d %H:%M:%S %z")
        assert workout["distance_m"] == pytest.approx(way(detail), abs=0.1)
        run = detail["workoutActivityType"] == "HKWorkoutActivityTypeRunning"
        assert workout["kind"] == ("run" if run else "other")
    again(imported, name)


def way(detail: Expected) -> float:
    """Return the distance of a workout: by its statistics, or else its own."""
    told = [each for each in detail["stats"] if "Distance" in each["type"]]
    value, unit = (told[0]["sum"], told[0]["unit"]) if told else (detail["totalDistance"], detail["totalDistanceUnit"])
    return float(value) * METRES[unit]


def test_all_at_once_gives_what_each_alone_gives(imported: Command) -> None:
    names = [name for name, _ in (*GPX, *TCX, *APPLE)]
    outcome = imported("--json", *(path(name) for name in names))
    tracks = [track for _, values in GPX for track in values["tracks"] if track["points"]]
    activities = [activity["id"] for _, values in TCX for activity in values["activities"]]
    workouts = sum(values["workouts"] for _, values in APPLE)
    assert outcome.report["sessions"] == len(tracks) + len(set(activities)) + workouts
    assert imported("--json", *(path(name) for name in names)).report["sessions"] == 0
