"""The README says what is true: its keys work, its pictures exist, its entries mean what it says."""

from __future__ import annotations

import re
import shlex
from datetime import date
from pathlib import Path

import pytest
from textual.binding import Binding

from hybridtui import cli, formats
from hybridtui.commands import log
from hybridtui.domain.blocks import Known
from hybridtui.domain.by_hand import read as read_by_hand
from hybridtui.domain.entry import Expected, SetEntry, TargetChange, parse
from hybridtui.domain.exercises import catalogue
from hybridtui.domain.exports import ExportFormat, ExportReport
from hybridtui.domain.query import parse as parse_filter
from hybridtui.domain.units import Load
from hybridtui.domain.workout import Step, StepKind
from hybridtui.logbook.by_hand import Written
from hybridtui.ui.app import HybridApp
from hybridtui.ui.history.figure_list import FigureList
from hybridtui.ui.history.tabs import TABS
from hybridtui.ui.history.trace import TraceScreen
from hybridtui.ui.screens.chart import ChartScreen
from hybridtui.ui.screens.history import HistoryScreen
from hybridtui.ui.screens.session import SessionScreen
from hybridtui.ui.screens.today import TodayScreen
from tests.formats.options import options

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
SQUAT = Expected(
    step=Step(kind=StepKind.SET, title="Back squat", exercise="back_squat", sets=3, reps=8, load=Load(70)),
    exercise=catalogue()["back_squat"],
    target_load=Load(70),
    target_reps=8,
)
WRITTEN = {"[": "left_square_bracket", "]": "right_square_bracket"}


def test_every_key_of_the_table_is_bound() -> None:
    table = README.split("## Keys")[1].split("## ")[0]
    keys = {WRITTEN.get(key, key) for key in re.findall(r"`([^`]+)`", table)}
    bound = {"ctrl+p", "ctrl+q"}
    for bindings in (HybridApp.BINDINGS, TodayScreen.BINDINGS):
        for binding in bindings:
            assert isinstance(binding, Binding)
            bound |= {key if len(key) == 1 else key.replace("question_mark", "?") for key in binding.key.split(",")}
    assert {key if len(key) == 1 else key.lower() for key in keys} <= bound


def test_every_key_of_history_is_bound() -> None:
    table = README.split("## History")[1].split("| key |")[1].split("\n\n")[0]
    keys = {key for row in table.splitlines()[2:] for key in re.findall(r"`([^`]+)`", row.split("|")[1])}
    places = (HistoryScreen, FigureList, ChartScreen, TraceScreen, SessionScreen, *(tab.load() for tab in TABS))
    bindings = [binding for place in places for binding in place.BINDINGS if isinstance(binding, Binding)]
    bound = {key for binding in bindings for key in binding.key.split(",")}
    names = {"<": "less_than_sign", ">": "greater_than_sign", "/": "slash", "esc": "escape", **WRITTEN}
    assert {names.get(key, key) for key in keys} <= bound


def test_every_filter_is_one() -> None:
    table = README.split("| filter |")[1].split("\n\n")[0]
    filters = [each for row in table.splitlines()[2:] for each in re.findall(r"`([^`]+)`", row.split("|")[1])]
    assert len(filters) >= 6
    for each in filters:
        parse_filter(each, date(2026, 3, 4))


def test_every_command_is_understood() -> None:
    lines = [line for block in re.findall(r"```sh\n(.*?)```", README, re.DOTALL) for line in block.splitlines()]
    commands = [line for line in lines if line.startswith("hybridtui ")]
    assert len(commands) >= 20
    for command in commands:
        words = shlex.split(re.split(r"\s+[|>]", command)[0], comments=True)
        asked = cli.parser().parse_args(words[1:])
        if asked.command == "log":
            assert read_by_hand(" ".join(asked.words), Known(exercises=catalogue()))


def test_the_keys_of_documents_for_programs_are_theirs() -> None:
    rows = dict(re.findall(r"^\| `(log|export) [^|]*--json` \| (.*) \|$", README, re.MULTILINE))
    written = log.document(Written(day=date(2026, 3, 4), echo=("body weight 74.2 kg",)))
    exported = ExportReport(format=ExportFormat.JSON, files=(), sessions=0, workouts=0, size=0).as_json()
    documents = {"log": written, "export": exported}
    assert {name: re.findall(r"`([a-z_]+)`", row) for name, row in rows.items()} == {
        name: list(document) for name, document in documents.items()
    }


def test_the_daybooks_are_ones() -> None:
    first, plan = re.findall(r"```text\n(.*?)```", README.split("## The daybook")[1], re.DOTALL)
    for text, sessions in ((first, 4), (f"hybridtui daybook 1\n\n{plan}", 0)):
        told = formats.read(text.encode(), options())
        assert (told.refused, len(told.sessions)) == ((), sessions)
        assert told.contents is not None


def test_every_picture_is_there() -> None:
    pictures = re.findall(r"!\[[^\]]+\]\(([^)]+)\)", README)
    assert len(pictures) >= 6
    assert [picture for picture in pictures if not (ROOT / picture).is_file()] == []


def test_the_two_commands_stand_on_the_first_screen() -> None:
    first_screen = README.splitlines()[:24]
    assert sum(line.startswith("python3 -m venv .venv &&") for line in first_screen) == 2


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("80x8", "80 kg × 8"),
        ("80x8@8", "80 kg × 8, RPE 8"),
        ("82,5x8", "82.5 kg × 8"),
        ("8", "70 kg × 8"),
        ("8,8,6", "70 kg × 8, 8, 6"),
        ("bw+10x5", "10 kg × 5"),
        ("175lb x 5", "175 lb × 5"),
    ],
)
def test_entries_mean_what_the_readme_says(typed: str, meant: str) -> None:
    assert f"`{typed}`" in README
    entry = parse(typed, SQUAT)
    assert isinstance(entry, SetEntry)
    assert meant.replace("×", "x") in entry.echo.replace("×", "x")


@pytest.mark.parametrize("typed", ["+2.5", "-5%", "-1r"])
def test_changes_of_the_target_log_nothing(typed: str) -> None:
    assert f"`{typed}`" in README
    assert isinstance(parse(typed, SQUAT), TargetChange)
