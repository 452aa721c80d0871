"""Killed at any instant, the log holds all that was acknowledged and nothing by halves.

Source: reliability.md 5, 6 (R1, R7). More rounds by hand: ``kill_rounds.py``.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]
pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")


def rounds(mode: str, number: int, seed: int, directory: Path) -> dict[str, Any]:
    command = [sys.executable, "-m", "tests.store.kill_rounds", mode, str(number), str(seed), str(directory)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    report: dict[str, Any] = json.loads(done.stdout)
    return report


def test_no_acknowledged_change_is_lost(tmp_path: Path) -> None:
    report = rounds("honest", 60, 2026, tmp_path)
    assert report["wrong"] == []
    assert report["acknowledged"] > 60


def test_acknowledging_before_saving_is_caught(tmp_path: Path) -> None:
    """The harness has teeth."""
    assert rounds("early", 12, 2026, tmp_path)["wrong"] != []


def test_a_log_is_made_whole_or_not_at_all(tmp_path: Path) -> None:
    report = rounds("create", 30, 2026, tmp_path)
    assert report["wrong"] == []
    assert 0 < report["acknowledged"] < 30, "some were killed before and some after"


def test_a_log_is_migrated_whole_or_not_at_all(tmp_path: Path) -> None:
    report = rounds("upgrade", 20, 2026, tmp_path)
    assert report["wrong"] == []
    assert 0 < report["acknowledged"] < 20, "some were killed before and some after"
