"""``hybridtui export``: to a file, to the standard output, and what it says when it cannot."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from hybridtui.__main__ import main
from hybridtui.domain.clock import Clock
from hybridtui.domain.imports import Batch
from hybridtui.domain.session import Status
from hybridtui.store import Store
from tests.cli.conftest import Command, Outcome
from tests.store.builders import NOW, logged, session


@pytest.fixture(autouse=True)
def _hurried(no_power_cut: None) -> None:
    """What is told here is not what a power cut would leave."""


@pytest.fixture
def exported(
    database: Path,
    clock: Clock,
    capfdbinary: pytest.CaptureFixture[bytes],
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> Command:
    """Call ``hybridtui export``."""
    monkeypatch.setenv("HYBRIDTUI_CONFIG", str(tmp_path / "config.toml"))

    def call(*arguments: str | Path) -> Outcome:
        try:
            code = main(["--database", str(database), "export", *map(str, arguments)], clock)
        except SystemExit as wrong_usage:
            code = int(str(wrong_usage.code))
        said = capfdbinary.readouterr()
        return Outcome(code, said.out.decode(), said.err.decode())

    return call


@pytest.fixture
def log(database: Path) -> Path:
    """A log of two sessions."""
    with Store.open(database) as store:
        sessions = [
            session(
                f"s{day}", day=-day, ended=session(day=-day).started, status=Status.FINISHED, sets=(logged(f"a{day}"),)
            )
            for day in (1, 9)
        ]
        store.add_batch(Batch("b", "training", "app"), (), sessions, NOW)
    return database


def test_one_file_is_printed_and_nothing_else(log: Path, exported: Command) -> None:
    outcome = exported("--format", "json")
    assert (outcome.code, outcome.err) == (0, "")
    assert len(json.loads(outcome.out)["sessions"]) == 2
    assert exported("--format", "json", "-o", "-").out == outcome.out


def test_a_file_is_written_and_told(log: Path, exported: Command, tmp_path: Path) -> None:
    outcome = exported("--format", "markdown", "--since", "2026-03-01", "-o", tmp_path / "log.md")
    assert outcome.code == 0
    assert outcome.out.startswith("1 session, ")
    assert outcome.out.endswith(f": {tmp_path / 'log.md'}\n")
    assert "Barbell back squat" in (tmp_path / "log.md").read_text()


def test_the_report_is_for_programs_if_they_ask(log: Path, exported: Command, tmp_path: Path) -> None:
    report = exported("--format", "csv", "-o", tmp_path / "tables", "--json").report
    assert report["files"] == [str(tmp_path / "tables" / name) for name in ("sessions.csv", "sets.csv")]
    assert (report["format"], report["sessions"], report["left_out"]) == ("csv", 2, "")
    assert report["bytes"] == sum(Path(file).stat().st_size for file in report["files"])


@pytest.mark.parametrize(
    ("arguments", "word"),
    [
        (["--format", "csv"], "add -o"),
        (["--format", "json", "--json"], "add -o"),
        (["--format", "json", "--spreadsheet"], "csv"),
        (["--format", "gold"], "invalid choice"),
        (["--format", "json", "--since", "yesterday"], "2026-03-08"),
        ([], "--format"),
    ],
)
def test_wrong_usage_says_what_to_add(log: Path, exported: Command, arguments: list[str], word: str) -> None:
    outcome = exported(*arguments)
    assert (outcome.code, outcome.out) == (2, "")
    assert word in outcome.err


def test_a_standard_output_that_takes_no_more_or_is_closed_is_told_in_words(database: Path, log: Path) -> None:
    command = [sys.executable, "-m", "hybridtui", "--database", str(database), "export", "--format", "json"]
    with Path("/dev/full").open("wb") as full:
        told = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, text=True, check=False)
    assert (told.returncode, told.stderr.count("\n")) == (1, 1)
    assert told.stderr.startswith("hybridtui: The standard output takes no more: No space left on device.")
    closed = subprocess.run(["sh", "-c", '"$@" >&-', "sh", *command], stderr=subprocess.PIPE, text=True, check=False)
    assert (closed.returncode, closed.stderr) == (2, "hybridtui: the standard output is closed: add -o PATH.\n")


def test_an_export_that_is_interrupted_says_so_and_leaves_nothing(
    log: Path, exported: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(_: int) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", interrupted)
    stopped = exported("--format", "json", "-o", tmp_path / "log.json")
    assert (stopped.code, stopped.err) == (1, "hybridtui: stopped; nothing was written.\n")
    assert not [each.name for each in tmp_path.iterdir() if "log.json" in each.name or each.suffix == ".part"]


def test_one_file_is_put_into_an_archive_that_is_named_and_into_no_folder(
    log: Path, exported: Command, tmp_path: Path
) -> None:
    assert exported("--format", "json", "-o", tmp_path / "log.zip").code == 0
    with zipfile.ZipFile(tmp_path / "log.zip") as archive:
        assert archive.namelist() == ["hybridtui.json"]
    refused = exported("--format", "json", "-o", f"{tmp_path}/new/")
    assert (refused.code, refused.err) == (2, f"hybridtui: json is one file: name it, as in {tmp_path}/new/log.json.\n")
    assert not (tmp_path / "new").exists()


def test_what_cannot_be_written_is_said_on_stderr_and_in_the_report(
    log: Path, exported: Command, tmp_path: Path
) -> None:
    outcome = exported("--format", "json", "-o", tmp_path / "nowhere" / "x.json", "--json")
    assert outcome.code == 1
    assert "make it first" in outcome.err
    assert "make it first" in outcome.report["error"]


def test_exporting_begins_no_log(database: Path, exported: Command) -> None:
    outcome = exported("--format", "json")
    assert (outcome.code, outcome.out) == (1, "")
    assert not database.exists()
