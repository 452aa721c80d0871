"""Real lists of activities of Strava and Garmin, imported by the command: the sums are those of their columns.

FIT files are in test_import_fixtures. None of these files is part of this repository: HYBRIDTUI_FIXTURES names their
folder.
"""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest

from tests.cli.conftest import Command, Outcome
from tests.cli.test_import_fixtures import FOLDER, Expected, expected, path

pytestmark = [pytest.mark.fixtures, pytest.mark.skipif(not FOLDER, reason="HYBRIDTUI_FIXTURES names no folder")]

STRAVA = expected("strava_csv")
GARMIN = expected("garmin_csv")


def runs(outcome: Outcome) -> list[dict[str, Any]]:
    return [workout for workout in outcome.workouts() if workout["kind"] == "run"]


def in_words(when: str) -> datetime:
    return datetime.strptime(when, "%b %d, %Y, %I:%M:%S %p").replace(tzinfo=UTC)


@pytest.mark.parametrize(("name", "values"), STRAVA, ids=[name for name, _ in STRAVA])
def test_a_list_of_stravas_has_its_activities_and_the_kilometres_of_its_runs(
    imported: Command, name: str, values: Expected
) -> None:
    outcome = imported("--json", path(name))
    assert (outcome.code, outcome.err) == (0, "")
    assert outcome.file()["refused"] == []
    assert outcome.report["sessions"] == len(outcome.workouts()) == values["activities"]
    assert outcome.report["runs"] == len(runs(outcome)) == values["runs"]
    metres = sum(run["distance_m"] or 0 for run in runs(outcome))
    assert metres == pytest.approx(values["run_distance_m_second_column"], abs=5)
    assert sum(run["seconds"] for run in runs(outcome)) == pytest.approx(values["run_moving_s"], abs=1)
    starts = [datetime.fromisoformat(workout["start"]) for workout in outcome.workouts()]
    assert (starts[0], starts[-1]) == (in_words(values["first_date"]), in_words(values["last_date"]))
    again = imported("--json", path(name))
    assert (again.report["sessions"], again.file()["known"]) == (0, values["activities"])


RUNNING = ("Running", "Treadmill Running", "Trail Running", "Ultra Running", "Track Running")


@pytest.mark.parametrize(("name", "values"), GARMIN, ids=[name for name, _ in GARMIN])
def test_a_list_of_garmins_has_its_activities_and_their_kilometres(
    imported: Command, name: str, values: Expected
) -> None:
    outcome = imported("--json", path(name))
    assert (outcome.code, outcome.err) == (0, "")
    assert outcome.file()["refused"] == []
    assert outcome.report["sessions"] == len(outcome.workouts()) == values["activities"]
    ran = [values["by_type"][kind] for kind in RUNNING if kind in values["by_type"]]
    assert len(runs(outcome)) == sum(each["n"] for each in ran)
    kilometres = sum(run["distance_m"] or 0 for run in runs(outcome)) / 1000
    assert kilometres == pytest.approx(sum(each["distance_in_file_unit"] for each in ran), abs=0.05)
    seconds = sum(run["seconds"] for run in runs(outcome))
    assert seconds == pytest.approx(sum(each["time_s"] for each in ran), abs=1)
    starts = [workout["start"][:19].replace("T", " ") for workout in outcome.workouts()]
    assert (starts[0], starts[-1]) == (values["first_date"], values["last_date"])
    assert not any("km or mi" in warning for warning in outcome.file()["warnings"])
    again = imported("--json", path(name))
    assert (again.report["sessions"], again.file()["known"]) == (0, values["activities"])
