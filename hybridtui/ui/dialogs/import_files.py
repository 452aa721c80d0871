"""Import: choose files, read them, answer what they leave open, look, then write."""

from __future__ import annotations

from pathlib import Path

from textual import getters, on, work
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.reactive import reactive
from textual.screen import ModalScreen
from textual.timer import Timer
from textual.widget import Widget
from textual.widgets import ContentSwitcher, Input, Static

from hybridtui.domain.imports import ImportReport
from hybridtui.domain.problems import Problem
from hybridtui.ui import look
from hybridtui.ui.app import HybridApp
from hybridtui.ui.imports.file_list import PathInput
from hybridtui.ui.imports.file_picker import FilePicker, usual_places
from hybridtui.ui.imports.importing import Importing
from hybridtui.ui.imports.name_list import NameList, NamesView
from hybridtui.ui.imports.naming import Naming
from hybridtui.ui.imports.open_units import OpenUnits
from hybridtui.ui.imports.reading_view import ReadingView
from hybridtui.ui.imports.report_view import ImportReportView
from hybridtui.ui.imports.stages import OFFERED, PANES, TITLES, Stage, before
from hybridtui.ui.imports.unit_view import UnitList, UnitView
from hybridtui.ui.look import APP_NAME
from hybridtui.ui.widgets.key_bar import KeyBar

FOCUSED: dict[Stage, type[Widget]] = {
    Stage.CHOOSE: PathInput,
    Stage.UNIT: UnitList,
    Stage.NAMES: NameList,
    Stage.LOOK: ImportReportView,
    Stage.DONE: ImportReportView,
}
"""What has the keys at a stage."""

LOOK_S = 0.2
"""How often the reading is looked at while it is shown."""


class ImportDialog(ModalScreen[ImportReport | None]):
    """Dismissed with the report of what was imported, or None."""

    app = getters.app(HybridApp)
    CSS_PATH = "import_files.tcss"
    AUTO_FOCUS = None
    BINDINGS = [
        Binding("enter", "answer", "Read them so", id="import.unit", tooltip="Read the files in these units"),
        Binding("enter", "import", "Import", id="import.import", tooltip="Write it into your log, all or nothing"),
        Binding("enter,escape", "close", "Close", id="import.close", tooltip="Back to where you were"),
        Binding("b", "behind", "Go on behind", id="import.behind", tooltip="Let it be read while you train on"),
        Binding("escape", "stop", "Stop", id="import.stop", tooltip="Stop; nothing of it stays"),
        Binding("escape", "back_to('unit')", "Units", id="import.units", tooltip="Back to the units of the files"),
        Binding("escape", "back_to('names')", "Names", id="import.names", tooltip="Back to what each name stands for"),
        Binding("escape", "back", "Files", id="import.back", tooltip="Back to the files; nothing is written"),
        Binding("escape", "leave", "Close", id="import.leave", tooltip="Back to where you were"),
        Binding("f1", "app.help", "Help", id="app.help", tooltip="The keys that work here"),
    ]

    stage: reactive[Stage] = reactive(Stage.CHOOSE, bindings=True)
    """What is asked or shown now."""

    def __init__(self, start: Path | None = None, *, behind: bool = True) -> None:
        """Begin in the folder ``start``, else where exports usually lie; with what is being read, if anything is.

        ``behind``: it can be left to be read while the app is used.
        """
        super().__init__()
        self._behind = behind
        self._start = start or next(place for place in usual_places() if place.is_dir())
        self._importing: Importing | None = None
        self._report: ImportReport | None = None
        self._said: dict[str, str] = {}
        """What names stand for, as it was said here: kept though the files are read anew."""
        self._timer: Timer | None = None

    def compose(self) -> ComposeResult:
        """Lay out one pane for each stage that shows something of its own."""
        with Vertical(classes="dialog"):
            with ContentSwitcher(initial="choose"):
                with Vertical(id="choose"):
                    yield FilePicker(self._start)
                with Vertical(id="reading"):
                    yield ReadingView(behind=self._behind)
                with Vertical(id="unit"):
                    yield UnitView()
                with Vertical(id="names"):
                    yield NamesView()
                with Vertical(id="report"):
                    yield ImportReportView()
            yield Static(id="problem", markup=False)
        yield KeyBar()

    def on_mount(self) -> None:
        """Come back to what is being read behind the screens."""
        if self.app.importing is not None:
            self._follow(self.app.importing)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer only what this stage can do."""
        if action == "import" and (self._report is None or self._report.is_empty):
            return False
        if action in ("back", "back_to") and self._before != (parameters[0] if parameters else Stage.CHOOSE):
            return False
        offered = action != "behind" or self._behind
        return offered and (action not in OFFERED or self.stage in OFFERED[action])

    @property
    def _before(self) -> Stage:
        """The stage before this one at which something was asked."""
        units, names = self.query_one(UnitList).units, self.query_one(NameList).naming
        return before(self.stage, units=bool(units.rows), names=bool(names))

    def watch_stage(self, stage: Stage) -> None:
        """Show the pane that belongs to the stage, and give it the keys."""
        self.query_one(".dialog").border_title = f"{APP_NAME} · import: {TITLES[stage]}"
        self.query_one(ContentSwitcher).current = PANES.get(stage, stage.value)
        self.set_focus(self.query_one(FOCUSED[stage]) if stage in FOCUSED else None)

    @on(FilePicker.Refused)
    def _refused(self, event: FilePicker.Refused) -> None:
        self._complain(str(event.problem))

    @on(Input.Changed)
    def _typed(self) -> None:
        """Forget what was said of the path before."""
        self._complain("")

    @on(FilePicker.Picked)
    def _picked(self, event: FilePicker.Picked) -> None:
        self._follow(Importing(self.app, event.paths))

    @work(exclusive=True, group="import", name="read")
    async def _follow(self, importing: Importing) -> None:
        """Show how far the reading is; once it is done, ask what it leaves open."""
        self._importing = importing
        importing.come_forward()
        self._complain("")
        self.stage = Stage.READING
        self._look_on()
        self._timer = self.set_interval(LOOK_S, self._look_on)
        try:
            report = await importing.preview()
            naming = Naming(report.unmatched, await importing.exercises() if report.unmatched else {}, self._said)
            usual = await importing.usual_unit()
        except Problem as problem:
            await self._begin_again(str(problem))
            return
        finally:
            self._timer.stop()
        self.query_one(NamesView).show(naming)
        if report.asking:
            self.query_one(UnitList).show(OpenUnits(report.asking, usual))
            self.stage = Stage.UNIT
        elif naming:
            self.stage = Stage.NAMES
        else:
            self._show(report, Stage.LOOK)

    def _look_on(self) -> None:
        """Look how far the reading is."""
        if (importing := self._importing) is not None:
            self.query_one(ReadingView).show(importing.progress, importing.pace, self.app.clock.ticks())

    def action_answer(self) -> None:
        """Read the files that left their units open as they were answered for."""
        if self._importing is not None:
            self._said |= self.query_one(NameList).naming.said
            self._importing.answer(self.query_one(UnitList).units.answers)
            self._follow(self._importing)

    @on(NameList.Done)
    @work(exclusive=True, group="answer", name="do")
    async def _named(self) -> None:
        """Look at the import with the names as the athlete said them."""
        if (importing := self._importing) is None:
            return
        importing.name(self.query_one(NameList).naming.answers)
        try:
            report = await importing.preview()
        except Problem as problem:
            await self._begin_again(str(problem))
        else:
            self._show(report, Stage.LOOK)

    @work(exclusive=True, group="answer", name="do")
    async def action_import(self) -> None:
        """Write it: one transaction, all or nothing."""
        if (importing := self._importing) is None or (looked_at := self._report) is None:
            return
        self._complain("")
        self.query_one(ReadingView).write(f"Writing {look.count(looked_at.sessions, 'session')}")
        self.stage = Stage.WRITING
        try:
            report = await importing.write()
        except Problem as problem:
            self.stage = Stage.LOOK
            self._complain(str(problem))
            return
        await self._close_import()
        self._show(report, Stage.DONE)

    def _show(self, report: ImportReport, stage: Stage) -> None:
        self._report = report
        self.query_one(ImportReportView).show(report, done=stage is Stage.DONE)
        self.stage = stage

    def action_behind(self) -> None:
        """Leave it to be read behind the screens."""
        if self._importing is not None:
            self._importing.go_behind()
            self.dismiss(None)

    def action_stop(self) -> None:
        """Stop what is read or written; who waits for it hears so."""
        if self._importing is not None:
            self._importing.stop()

    def action_back_to(self, stage: str) -> None:
        """Go back to the units or the names, with their answers."""
        self._complain("")
        self.stage = Stage(stage)

    @work(exclusive=True, group="answer", name="do")
    async def action_back(self) -> None:
        """Go back to the files; of what was read nothing stays but what was said of names."""
        await self._begin_again("")

    def action_close(self) -> None:
        """Leave with the report."""
        self.dismiss(self._report)

    def action_leave(self) -> None:
        """Leave; nothing was chosen."""
        self.dismiss(None)

    async def _begin_again(self, why: str) -> None:
        """Give back what was read, and choose other files."""
        self._said |= self.query_one(NameList).naming.said
        self.query_one(UnitList).show(OpenUnits())
        self.query_one(NameList).show(Naming((), {}))
        await self._close_import()
        self._report = None
        self.stage = Stage.CHOOSE
        self._complain(why)

    async def _close_import(self) -> None:
        if self._importing is not None:
            await self._importing.close()
            self._importing = None

    def _complain(self, words: str) -> None:
        problem = self.query_one("#problem", Static)
        problem.display = bool(words)
        problem.update(words)
