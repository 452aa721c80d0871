"""Calling commands as the shell does, on a log of the test's own."""

from __future__ import annotations

import io
import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from hybridtui.__main__ import main
from hybridtui.domain.clock import Clock


@dataclass(frozen=True)
class Outcome:
    """What a call of the command gave."""

    code: int
    out: str
    err: str

    @property
    def report(self) -> dict[str, Any]:
        """What --json printed."""
        return dict(json.loads(self.out))

    def file(self, index: int = 0) -> dict[str, Any]:
        return dict(self.report["files"][index])

    def workouts(self) -> list[dict[str, Any]]:
        return [workout for file in self.report["files"] for workout in file["workouts"]]


Command = Callable[..., Outcome]


@pytest.fixture
def database(tmp_path: Path) -> Path:
    return tmp_path / "log" / "log.db"


@pytest.fixture
def imported(
    database: Path, clock: Clock, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> Command:
    """Call ``hybridtui import`` on a log of its own."""
    monkeypatch.setenv("HYBRIDTUI_CONFIG", str(tmp_path / "config.toml"))

    def call(*arguments: str | Path) -> Outcome:
        code = main(["--database", str(database), "import", *map(str, arguments)], clock)
        said = capsys.readouterr()
        return Outcome(code, said.out, said.err)

    return call


@pytest.fixture
def planned(
    database: Path, clock: Clock, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> Command:
    """Call ``hybridtui plan``; ``stdin`` is what a pipe would hand it."""
    monkeypatch.setenv("HYBRIDTUI_CONFIG", str(tmp_path / "config.toml"))

    def call(*arguments: str | Path, stdin: bytes = b"") -> Outcome:
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(stdin), encoding="utf-8"))
        try:
            code = main(["--database", str(database), "plan", *map(str, arguments)], clock)
        except SystemExit as wrong_usage:
            code = int(str(wrong_usage.code))
        said = capsys.readouterr()
        return Outcome(code, said.out, said.err)

    return call
