"""An evening with the log, in a real terminal: files in, every tab seen, a number traced, a session gone and back."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

from tests.terminal.terminal import Terminal

HEAD = "Date,Workout Name,Duration,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,Notes,Workout Notes,RPE"
WEEKS = 12


def export(folder: Path) -> Path:
    """Twelve weeks of one strength session and one run each, as Strong would write them."""
    rows = [HEAD]
    for week in range(WEEKS):
        lifted = datetime(2025, 12, 8, 18, 0) + timedelta(weeks=week)
        ran = lifted + timedelta(days=2)
        rows += [f"{lifted},Legs,50m,Squat (Barbell),{n},{80 + week},5,0,0,,,8" for n in range(1, 5)]
        rows += [f"{ran},Easy Run,40m,Running,1,0,0,{7 + week / 10},2400,,,"]
    path = folder / "strong.csv"
    path.write_text("\n".join(rows) + "\n", encoding="utf-8")
    return path


def test_a_log_looked_through_by_keys(terminal: Callable[..., Terminal], log: Path, tmp_path: Path) -> None:
    with terminal("import", str(export(tmp_path)), "--unit", "kg", "--distance-unit", "km") as command:
        command.wait("Added 24 sessions")
        assert command.wait_exit() == 0
    with terminal() as app:
        app.through_first_run()
        app.type("H")
        app.wait("1 Overview", "Weekly minutes", "Run share")
        for key, seen in (("2", "Barbell back squat"), ("3", "Long run"), ("4", "session-RPE"), ("5", "One change")):
            app.type(key)
            app.wait(seen)
        app.type("6")
        app.wait("Mon", "Sun", "rest kept")
        app.type("2")
        app.wait("e1RM")
        app.type("w")
        app.wait("RPE chart", "science.md", "Legs")  # what it is, where it comes from, what it was made of
        app.type("escape")
        app.wait("Muscles")
        app.type("7")
        app.wait("filter, such as")
        app.type("/")
        app.type(*"type=run and km>8")
        app.wait("1 found")
        app.type("enter")
        assert "No session" not in app.wait("esc All")
        app.type("d")
        app.wait("Delete Easy Run")
        app.type("enter")
        app.wait("Deleted Easy Run")
        app.kill()
    assert told(log, "2026-02-25")["run"] == {"minutes": 0.0, "km": 0.0, "sessions": 0, "load": 0.0}
    with terminal() as app:
        app.type("H", "u")
        app.wait("Taken back")
        app.type("ctrl+q")
        assert app.wait_exit() == 0
    week = told(log, "2026-02-25")
    assert week["run"]["minutes"] == 40.0
    assert week["strength"]["sets"] == 4
    assert week["e1rm"] == {"back_squat": {"kg": 112.207152, "formula": "RPE chart"}}


def told(log: Path, day: str) -> dict[str, dict[str, object]]:
    """What the command says of the week of a day."""
    command = [sys.executable, "-m", "hybridtui", "--database", str(log), "week", "--json", "--date", day]
    answer = subprocess.run(command, capture_output=True, check=True)
    week: dict[str, dict[str, object]] = json.loads(answer.stdout)
    return week
