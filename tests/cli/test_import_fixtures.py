"""Real exports of other people, imported by the command: the numbers are those that other readers found.

The files are not part of this repository: HYBRIDTUI_FIXTURES names their folder.
"""

from __future__ import annotations

import json
import os
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from hybridtui.domain.calendar import By, Week
from hybridtui.domain.clock import Clock
from hybridtui.logbook import Logbook
from tests.cli.conftest import Command

FOLDER = os.environ.get("HYBRIDTUI_FIXTURES")
pytestmark = [pytest.mark.fixtures, pytest.mark.skipif(not FOLDER, reason="HYBRIDTUI_FIXTURES names no folder")]

Expected = dict[str, Any]


def expected(prefix: str) -> list[tuple[str, Expected]]:
    if not FOLDER:
        return []
    table = json.loads(Path(FOLDER, "expected.json").read_text(encoding="utf-8"))
    return [(name, entry["expected"]) for name, entry in table.items() if name.startswith(f"{prefix}/")]


def path(name: str) -> Path:
    return Path(FOLDER or "", name)


STRONG = expected("strong")
FIT = expected("fit")
WHOLE = [(name, values) for name, values in FIT if "sessions" in values]


@pytest.mark.parametrize(("unit", "volume"), [("kg", "volume_if_kg"), ("lb", "volume_kg_if_lb")])
@pytest.mark.parametrize(("name", "values"), STRONG, ids=[name for name, _ in STRONG])
def test_a_strong_export_has_its_workouts_sets_reps_and_volume(
    imported: Command, name: str, values: Expected, unit: str, volume: str
) -> None:
    outcome = imported("--json", "--unit", unit, path(name))
    assert (outcome.code, outcome.err) == (0, "")
    workouts = outcome.workouts()
    assert outcome.file()["new"] == outcome.report["sessions"] == len(workouts) == values["workouts"]
    assert outcome.report["sets"] == sum(each["sets"] for each in workouts) == values["set_rows"]
    assert sum(each["reps"] for each in workouts) == values["reps_total"]
    assert sum(each["volume_kg"] for each in workouts) == pytest.approx(values[volume], abs=0.1)
    starts = sorted(datetime.fromisoformat(each["start"]).replace(tzinfo=None).isoformat(" ") for each in workouts)
    assert (starts[0], starts[-1]) == (values["first"], values["last"])
    again = imported("--json", "--unit", unit, path(name))
    assert (again.report["sessions"], again.file()["status"], again.file()["known"]) == (0, "known", len(workouts))


@pytest.mark.parametrize(("name", "values"), STRONG, ids=[name for name, _ in STRONG])
def test_a_strong_export_without_a_unit_asks(imported: Command, name: str, values: Expected) -> None:
    outcome = imported("--json", path(name))
    assert (outcome.code, outcome.report["sessions"], outcome.file()["status"]) == (1, 0, "refused")
    assert "--unit" in outcome.err
    assert values["workouts"]


@pytest.mark.parametrize(("name", "values"), WHOLE, ids=[name for name, _ in WHOLE])
def test_a_fit_file_has_its_sessions_times_distances_heart_rates_and_sets(
    imported: Command, name: str, values: Expected
) -> None:
    outcome = imported("--json", path(name))
    assert (outcome.code, outcome.err) == (0, "")
    workouts = outcome.workouts()
    assert len(workouts) == len(values["sessions"]) == outcome.report["sessions"]
    for workout, session in zip(workouts, values["sessions"], strict=True):
        assert datetime.fromisoformat(workout["start"]) == datetime.fromisoformat(session["start_utc"])
        assert (workout["distance_m"] or 0) == pytest.approx(session["distance_m"] or 0, abs=0.06)
        assert workout["seconds"] == pytest.approx(session["timer_s"] or session["elapsed_s"], abs=0.06)
        computed = values["records_mean_hr"]
        assert workout["avg_hr"] == (session["avg_hr"] or (computed and round(computed)))
        assert workout["kind"] == kind(session)
    assert outcome.report["sets"] == sum(each["sets"] for each in workouts) == values["sets_active"]
    assert sum(each["reps"] for each in workouts) == values["reps_total"]
    assert sum(each["volume_kg"] for each in workouts) == pytest.approx(values["volume_kg"], abs=0.01)
    assert outcome.report["runs"] == sum(session["sport"] == "running" for session in values["sessions"])
    assert imported("--json", path(name)).report["sessions"] == 0


def kind(session: Expected) -> str:
    if session["sport"] == "running":
        return "run"
    return "strength" if session["sub_sport"] == "strength_training" else "other"


def test_a_fit_file_with_a_wrong_checksum_is_imported_with_a_warning(imported: Command) -> None:
    outcome = imported("--json", path("fit/dtcooper__activity-filecrc.fit"))
    assert outcome.file()["status"] == "imported"
    assert any("checksum" in warning for warning in outcome.file()["warnings"])


def test_a_fit_file_that_was_cut_off_is_recovered_and_marked(imported: Command, database: Path, clock: Clock) -> None:
    outcome = imported("--json", path("fit/dtcooper__activity-unexpected-eof.fit"))
    assert outcome.file()["status"] == "imported"
    assert any("recovered" in warning for warning in outcome.file()["warnings"])
    with Logbook.open(database, clock) as book:
        (line,) = book.history.lines()
    assert "recovered" in line.flags


@pytest.mark.parametrize("name", [name for name, _ in expected("fit_workout")])
def test_a_workout_for_the_watch_is_no_activity(imported: Command, name: str) -> None:
    outcome = imported("--json", path(name))
    assert (outcome.code, outcome.file()["status"]) == (1, "refused")
    assert outcome.file()["refused"] == [{"where": "file", "reason": "it is a FIT workout file, not an activity"}]


def test_all_at_once_then_history_shows_the_same_sums(imported: Command, database: Path, clock: Clock) -> None:
    names = [name for name, _ in STRONG + FIT]
    outcome = imported("--json", "--unit", "kg", *(path(name) for name in names))
    assert outcome.code == 0
    sessions = sum(len(values["sessions"]) for _, values in WHOLE) + sum(values["workouts"] for _, values in STRONG)
    assert outcome.report["sessions"] == sessions  # the cut-off file is a copy of another one
    reps = sum(values["reps_total"] for _, values in STRONG + WHOLE)
    volume = sum(values["volume_if_kg"] for _, values in STRONG) + sum(values["volume_kg"] for _, values in WHOLE)
    with Logbook.open(database, clock) as book:
        assert book.history.count() == sessions
        weeks = book.history.totals(By.WEEK, 16 * 53)
        brick = book.history.totals(By.WEEK, 1, last=Week(2025, 40).last)[0]
    assert sum(week.sessions for week in weeks) == sessions
    assert sum(week.reps for week in weeks) == reps
    assert sum(week.sets for week in weeks) == outcome.report["sets"]
    assert sum(week.tonnage_kg for week in weeks) == pytest.approx(volume, abs=1)
    runs = [s for _, values in WHOLE for s in values["sessions"] if s["sport"] == "running"]
    assert sum(week.run_m for week in weeks) == pytest.approx(sum(s["distance_m"] for s in runs), abs=1)
    assert sum(week.run_s for week in weeks) == pytest.approx(sum(s["timer_s"] for s in runs), abs=1)
    assert (brick.runs, brick.run_m) == (1, pytest.approx(1065.5, abs=0.1))
    assert imported("--json", "--unit", "kg", *(path(name) for name in names)).report["sessions"] == 0
