"""What the command line asks for."""

from __future__ import annotations

import argparse
import io
import os
import shlex
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from hybridtui import cli
from hybridtui.__main__ import main


def test_no_words_ask_for_what_the_parser_makes_of_none() -> None:
    assert cli.asked([]) == cli.parser().parse_args([])


def test_words_are_read_by_the_parser() -> None:
    asked = cli.asked(["--database", "x.db", "week", "--json"])
    assert (asked.database, asked.command, asked.json) == ("x.db", "week", True)


def test_a_terminal_that_knows_no_frames_is_told_the_way_out(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    class Latin(io.StringIO):
        encoding = "iso8859-1"  # type: ignore[assignment]

        def isatty(self) -> bool:
            return True

    said = Latin()
    monkeypatch.setenv("HYBRIDTUI_CONFIG", str(tmp_path / "config.toml"))
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setattr(sys, "stdin", Latin())
    monkeypatch.setattr(sys, "stderr", said)
    assert main([]) == 2
    assert "iso8859-1" in said.getvalue()
    assert "PYTHONUTF8=1" in said.getvalue()


def test_every_help_fits_into_80_columns_with_examples(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    commands = list(_commands(cli.parser()))
    assert len(commands) == 11
    for command in commands:
        told = command.format_help()
        assert [line for line in told.splitlines() if len(line) > 80] == []
        assert "example" in told or command.prog.endswith(("plan", "demo"))


def _commands(parser: argparse.ArgumentParser) -> Iterator[argparse.ArgumentParser]:
    yield parser
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            for command in action.choices.values():
                yield from _commands(command)


@pytest.mark.parametrize(
    ("words", "code", "says"),
    [
        ("plan draft /dev/null >/dev/full", 1, "the standard output takes no more: No space left on device"),
        ("log yoga 30min >/dev/full", 1, "what was done stays"),
        ("plan draft - <&-", 1, "standard input: it is closed"),
        ("import --json /nowhere >&-", 1, "there is no such file"),
        ("<&-", 2, "needs a terminal"),
    ],
)
def test_what_a_shell_closes_or_fills_is_told_in_words(tmp_path: Path, words: str, code: int, says: str) -> None:
    command = shlex.join([sys.executable, "-m", "hybridtui", "--database", str(tmp_path / "log.db")])
    environment = os.environ | {"HYBRIDTUI_CONFIG": str(tmp_path / "config.toml")}
    told = subprocess.run(
        ["sh", "-c", f"{command} {words}"], stderr=subprocess.PIPE, text=True, env=environment, check=False
    )
    assert (told.returncode, told.stderr.count("\n"), says in told.stderr) == (code, 1, True), told.stderr
