"""Import: choose files, answer the unit if they leave it open, look, then import."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path
from threading import Event

from textual import getters, on, work
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical, VerticalScroll
from textual.message import Message
from textual.reactive import reactive
from textual.screen import ModalScreen
from textual.widgets import ContentSwitcher, ProgressBar, Static

from hybridtui.domain.imports import ImportOptions, ImportReport, UnitQuestion
from hybridtui.domain.problems import Problem
from hybridtui.domain.units import WeightUnit
from hybridtui.ui.app import HybridApp
from hybridtui.ui.look import APP_NAME
from hybridtui.ui.text import user_text
from hybridtui.ui.widgets.choice import Choice, Way
from hybridtui.ui.widgets.file_picker import FilePicker, usual_places
from hybridtui.ui.widgets.import_report import ImportReportView
from hybridtui.ui.widgets.key_bar import KeyBar


class Stage(StrEnum):
    """Where the dialog stands."""

    CHOOSE = "choose"
    READING = "reading"
    UNIT = "unit"
    LOOK = "look"
    IMPORTING = "importing"
    DONE = "done"


BUSY = (Stage.READING, Stage.IMPORTING)
TITLES = {
    Stage.CHOOSE: "which files?",
    Stage.READING: "reading …",
    Stage.UNIT: "one question",
    Stage.LOOK: "look before it is written",
    Stage.IMPORTING: "importing …",
    Stage.DONE: "done",
}


class ImportDialog(ModalScreen[ImportReport | None]):
    """Dismissed with the report of what was imported, or None."""

    app = getters.app(HybridApp)
    CSS_PATH = "import_files.tcss"
    AUTO_FOCUS = None
    BINDINGS = [
        Binding("enter", "answer", "This unit", id="import.unit", tooltip="Read the file in this unit"),
        Binding("enter", "import", "Import", id="import.import", tooltip="Write it into your log, all or nothing"),
        Binding("enter", "close", "Close", id="import.close", tooltip="Back to where you were"),
        Binding("f1", "app.help", "Help", id="app.help", tooltip="The keys that work here"),
        Binding("escape", "back", "Back", id="import.back", tooltip="Back, or stop what is being read"),
    ]

    stage: reactive[Stage] = reactive(Stage.CHOOSE, bindings=True)
    """What is asked or shown now."""

    @dataclass
    class Progressed(Message):
        """So much of the work is done."""

        done: int
        total: int

    def __init__(self, start: Path | None = None) -> None:
        """Begin in the folder ``start``, else where exports usually lie."""
        super().__init__()
        self._start = start or next(place for place in usual_places() if place.is_dir())
        self._paths: tuple[Path, ...] = ()
        self._options = ImportOptions()
        self._report: ImportReport | None = None
        self._stop = Event()

    def compose(self) -> ComposeResult:
        """Lay out one pane for each stage that shows something of its own."""
        with Vertical(classes="dialog"):
            with ContentSwitcher(initial="choose"):
                with Vertical(id="choose"):
                    yield FilePicker(self._start)
                with Vertical(id="unit"):
                    yield Static(id="question")
                    yield Choice((Way(WeightUnit.KG, ""), Way(WeightUnit.LB, "")), WeightUnit.KG)
                with VerticalScroll(id="report", can_focus=True):
                    yield ImportReportView()
            yield ProgressBar(show_eta=False)
            yield Static(id="problem", markup=False)
        yield KeyBar()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002 - Textual's
        """Offer only what this stage can do."""
        match action:
            case "answer":
                return self.stage is Stage.UNIT
            case "import":
                return self.stage is Stage.LOOK and self._report is not None and self._report.sessions > 0
            case "close":
                return self.stage is Stage.DONE
        return True

    def watch_stage(self, stage: Stage) -> None:
        """Show the pane that belongs to the stage."""
        self.query_one(".dialog").border_title = f"{APP_NAME} · import: {TITLES[stage]}"
        self.query_one(ProgressBar).display = stage in BUSY
        pane = {Stage.CHOOSE: "choose", Stage.UNIT: "unit", Stage.LOOK: "report", Stage.DONE: "report"}.get(stage)
        if pane is not None:
            self.query_one(ContentSwitcher).current = pane
        match stage:
            case Stage.UNIT:
                self.query_one(Choice).focus()
            case Stage.LOOK | Stage.DONE:
                self.query_one("#report").focus()

    @on(FilePicker.Refused)
    def _refused(self, event: FilePicker.Refused) -> None:
        self._complain(str(event.problem))

    @on(FilePicker.Picked)
    def _picked(self, event: FilePicker.Picked) -> None:
        self._complain("")
        self._paths = event.paths
        self._options = ImportOptions()
        self._look()

    def action_answer(self) -> None:
        """Read the files in the unit chosen."""
        self._options = replace(self._options, weight_unit=self.query_one(Choice).value)
        self._look()

    def action_import(self) -> None:
        """Write what was looked at."""
        self._import()

    def action_close(self) -> None:
        """Leave with the report."""
        self.dismiss(self._report)

    def action_back(self) -> None:
        """Stop what runs, go back to the files, or leave."""
        if self.stage in BUSY:
            self._stop.set()
        elif self.stage is Stage.CHOOSE:
            self.dismiss(None)
        elif self.stage is Stage.DONE:
            self.action_close()
        else:
            self._choose_again()

    @on(Progressed)
    def _progressed(self, event: Progressed) -> None:
        self.query_one(ProgressBar).update(total=event.total, progress=event.done)

    @work(exclusive=True, name="read")
    async def _look(self) -> None:
        """Read the files and say what is in them; nothing is written."""
        self._begin(Stage.READING)
        paths, options, stop = self._paths, self._options, self._stop
        try:
            report = await self.app.book.ask(
                lambda book: book.imports.preview(paths, options, progress=self._progress, cancelled=stop.is_set)
            )
        except Problem as problem:
            self._choose_again(str(problem))
            return
        if report.question is not None:
            self._ask(report.question)
        else:
            self._show(report, Stage.LOOK)

    @work(exclusive=True, name="do")
    async def _import(self) -> None:
        """Write them: one transaction, all or nothing."""
        self._begin(Stage.IMPORTING)
        paths, options, stop = self._paths, self._options, self._stop
        try:
            report = await self.app.book.ask(
                lambda book: book.imports.run(paths, options, progress=self._progress, cancelled=stop.is_set)
            )
        except Problem as problem:
            self._choose_again(str(problem))
            return
        self._show(report, Stage.DONE)

    def _begin(self, stage: Stage) -> None:
        self._complain("")
        self._stop = Event()
        self.query_one(ProgressBar).update(total=None, progress=0)
        self.stage = stage

    def _progress(self, done: int, total: int) -> None:
        """Pass progress on from the logbook's thread."""
        self.post_message(self.Progressed(done, total))

    def _ask(self, question: UnitQuestion) -> None:
        self.query_one("#question", Static).update(
            user_text(f"The file does not say whether it is in kilograms or pounds. Your best {question.exercise} was")
        )
        choice = self.query_one(Choice)
        choice.set_ways(
            (
                Way(WeightUnit.KG, str(question.in_kg), f"that is {question.in_kg.to(WeightUnit.LB)}"),
                Way(WeightUnit.LB, str(question.in_lb), f"that is {question.in_lb.to(WeightUnit.KG)}"),
            ),
            question.likely or WeightUnit.KG,
        )
        self.stage = Stage.UNIT

    def _show(self, report: ImportReport, stage: Stage) -> None:
        self._report = report
        self.query_one(ImportReportView).show(report, done=stage is Stage.DONE)
        self.query_one("#report").scroll_home(animate=False)
        self.stage = stage

    def _choose_again(self, why: str = "") -> None:
        self._report = None
        self.stage = Stage.CHOOSE
        self._complain(why)
        self.query_one(FilePicker).path.focus()

    def _complain(self, words: str) -> None:
        problem = self.query_one("#problem", Static)
        problem.display = bool(words)
        problem.update(words)
