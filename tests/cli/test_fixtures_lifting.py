"""Real exports of lifting apps, imported by the command: the numbers are those that a plain reading of the files finds.

The files are not part of this repository: HYBRIDTUI_FIXTURES names their folder.
"""

from __future__ import annotations

import csv
import json
import os
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from hybridtui.logbook import Logbook
from tests.cli.conftest import Command, Outcome
from tests.conftest import FixedClock

FOLDER = os.environ.get("HYBRIDTUI_FIXTURES")
pytestmark = [pytest.mark.fixtures, pytest.mark.skipif(not FOLDER, reason="HYBRIDTUI_FIXTURES names no folder")]

Expected = dict[str, Any]


def expected(prefix: str) -> list[Any]:
    if not FOLDER:
        return []
    table = json.loads(Path(FOLDER, "expected.json").read_text(encoding="utf-8"))
    found = [(name, entry["expected"]) for name, entry in table.items() if name.startswith(f"{prefix}/")]
    return [pytest.param(name, values, id=name) for name, values in found]


def path(name: str) -> Path:
    return Path(FOLDER or "", name)


@pytest.fixture
def clock() -> FixedClock:
    """A day after the newest of the files."""
    return FixedClock(datetime(2026, 12, 1, 12, 0, tzinfo=UTC))


def whole(outcome: Outcome) -> tuple[list[dict[str, Any]], int]:
    """Return the workouts of a file that was imported whole, and its rows: sets, and stretches of running."""
    assert (outcome.code, outcome.err, outcome.file()["refused"]) == (0, "", [])
    workouts = outcome.workouts()
    assert outcome.file()["new"] == outcome.report["sessions"] == len(workouts)
    assert outcome.report["sets"] == sum(each["sets"] for each in workouts)
    return workouts, outcome.report["sets"] + outcome.report["runs"]


def starts(workouts: list[dict[str, Any]]) -> list[datetime]:
    return sorted(datetime.fromisoformat(each["start"]) for each in workouts)


def total(workouts: list[dict[str, Any]], what: str) -> float:
    return float(sum(each[what] for each in workouts))


def assert_known(outcome: Outcome, count: int) -> None:
    assert (outcome.report["sessions"], outcome.report["sets"]) == (0, 0)
    assert (outcome.file()["status"], outcome.file()["known"]) == ("known", count)


@pytest.mark.parametrize(("name", "values"), expected("hevy"))
def test_a_hevy_export_has_its_workouts_sets_reps_and_volume(imported: Command, name: str, values: Expected) -> None:
    workouts, rows = whole(imported("--json", path(name)))
    assert (len(workouts), rows) == (values["workouts"], values["set_rows"])
    assert total(workouts, "reps") == values["reps_total"]
    assert total(workouts, "volume_kg") == pytest.approx(values["volume_kg_all"], abs=0.1)
    newest, oldest = (
        datetime.strptime(values[key], "%d %b %Y, %H:%M") for key in ("first_row_start", "last_row_start")
    )
    local = [each.replace(tzinfo=None) for each in starts(workouts)]
    assert (local[0], local[-1]) == (oldest, newest)
    assert_known(imported("--json", path(name)), len(workouts))


@pytest.mark.parametrize(("name", "values"), [each for each in expected("fitnotes") if "set_rows" in each.values[1]])
def test_a_fitnotes_export_has_its_days_sets_reps_and_volume(imported: Command, name: str, values: Expected) -> None:
    workouts, rows = whole(imported("--json", path(name)))
    assert (len(workouts), rows) == (values["training_days"], values["set_rows"])
    assert total(workouts, "reps") == values["reps_total"]
    assert total(workouts, "volume_kg") == pytest.approx(values["volume_kg"], rel=1e-5)
    days = [f"{each:%Y-%m-%d}" for each in starts(workouts)]
    assert (days[0], days[-1]) == (values["first"], values["last"])
    assert_known(imported("--json", path(name)), len(workouts))


@pytest.mark.parametrize(("name", "values"), expected("liftosaur"))
def test_a_liftosaur_export_has_what_was_done(imported: Command, name: str, values: Expected) -> None:
    workouts, rows = whole(imported("--json", path(name)))
    assert (len(workouts), rows) == (values["workouts_with_completed"], values["completed_rows"])
    assert total(workouts, "volume_kg") == pytest.approx(values["volume_kg_completed"], abs=0.1)
    first, last = (datetime.fromisoformat(values[key]) for key in ("first", "last"))
    assert (starts(workouts)[0], starts(workouts)[-1]) == (first, last)
    assert_known(imported("--json", path(name)), len(workouts))


@pytest.mark.parametrize(("name", "values"), expected("stronglifts"))
def test_a_stronglifts_export_has_the_sums_that_it_tells_itself(
    imported: Command, name: str, values: Expected, database: Path, clock: FixedClock
) -> None:
    with path(name).open(encoding="utf-8-sig", newline="") as file:
        told = list(csv.DictReader(file))
    workouts, _ = whole(imported("--json", path(name)))
    assert len(told) == values["rows"]
    assert len(workouts) == len({row["Workout"] for row in told})
    assert total(workouts, "reps") == sum(int(row["Reps"]) for row in told)
    assert total(workouts, "volume_kg") == pytest.approx(sum(float(row["Volume (KG)"]) for row in told), abs=0.1)
    days = {row["Date (yyyy/mm/dd)"] for row in told}
    assert {f"{each:%Y/%m/%d}" for each in starts(workouts)} == days
    with Logbook.open(database, clock) as book:
        assert book.history.count() == len(workouts)
    assert_known(imported("--json", path(name)), len(workouts))
