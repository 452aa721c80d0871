"""Export: choose a format, since when and where to; write it; hear what was written."""

from __future__ import annotations

import asyncio
from datetime import date
from enum import StrEnum
from pathlib import Path
from threading import Event

from textual import getters, on, work
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.reactive import reactive
from textual.screen import ModalScreen
from textual.widgets import Label, Static

from hybridtui.domain.exports import ExportFormat, ExportReport
from hybridtui.domain.problems import Problem
from hybridtui.domain.text import clean
from hybridtui.ui.app import HybridApp
from hybridtui.ui.look import APP_NAME
from hybridtui.ui.widgets.choice import Choice, Way
from hybridtui.ui.widgets.clean_input import CleanInput
from hybridtui.ui.widgets.key_bar import KeyBar

LABELS = {
    ExportFormat.JSON: "JSON",
    ExportFormat.CSV: "CSV",
    ExportFormat.STRONG: "Strong CSV",
    ExportFormat.HEVY: "Hevy CSV",
    ExportFormat.MARKDOWN: "Markdown",
    ExportFormat.ICS: "Calendar",
    ExportFormat.FIT: "FIT workouts",
    ExportFormat.DAYBOOK: "Daybook",
    ExportFormat.ORIGINAL: "Originals",
}
"""For people; what each is for stands beside it."""


class Stage(StrEnum):
    """Where the dialog stands."""

    ASKING = "asking"
    SURE = "sure"
    """Something is there already: it is asked whether it may be replaced."""
    WRITING = "writing"
    DONE = "done"


OFFERED = {
    "write": (Stage.ASKING,),
    "replace": (Stage.SURE,),
    "next_field": (Stage.ASKING, Stage.SURE),
    "leave": (Stage.ASKING, Stage.SURE),
    "stop": (Stage.WRITING,),
    "close": (Stage.DONE,),
}
"""The stages at which an action does something."""

IN_PLACE = "{} is there already: enter replaces it, or name another place."
IN_FOLDER = "{} is there already, and not empty: enter writes into it, and replaces files of the same names."
"""What is said before something that is there is replaced: a file, or what a folder holds."""


class PlaceInput(CleanInput):
    """A line for a path."""

    LEAVES = frozenset()  # file names may hold anything


class ExportDialog(ModalScreen[ExportReport | None]):
    """Dismissed with the report of what was written, or None."""

    app = getters.app(HybridApp)
    DEFAULT_CSS = """
    ExportDialog {
        & Choice { height: auto; }
        & Horizontal { height: 1; }
        & .first { margin-top: 1; }
        & Label { width: 11; padding-left: 2; }
        & CleanInput { width: 1fr; background: $foreground 8%; &:focus { background: $primary 30%; } }
        & #outcome { height: auto; min-height: 2; margin-top: 1; padding-left: 2; }
        & #outcome.wrong { color: $text-error; }
    }
    """
    AUTO_FOCUS = "Choice"
    BINDINGS = [
        Binding("enter", "write", "Write", key_display="⏎", priority=True, id="export.write",
                tooltip="Write it: whole, or not at all"),
        Binding("enter", "replace", "Replace it", key_display="⏎", priority=True, id="export.replace",
                tooltip="Put the export in the place of what is there"),
        Binding("tab", "next_field", "Next field", key_display="⇥", id="export.next",
                tooltip="Format, day and place"),
        Binding("enter", "close", "Close", key_display="⏎", priority=True, id="export.close",
                tooltip="Back to where you were"),
        Binding("escape", "stop", "Stop", key_display="esc", id="export.stop", tooltip="Stop; nothing is written"),
        Binding("escape", "leave", "Back", key_display="esc", id="export.leave", tooltip="Back; nothing is written"),
        Binding("escape", "close", "Close", show=False, id="export.done", tooltip="Back to where you were"),
        Binding("f1", "app.help", "Help", id="app.help", tooltip="The keys that work here"),
    ]  # fmt: skip

    choice = getters.query_one(Choice)
    since = getters.query_one("#since", CleanInput)
    place = getters.query_one("#place", PlaceInput)

    stage: reactive[Stage] = reactive(Stage.ASKING, bindings=True)
    """Whether it asks, writes or has written."""

    def __init__(self, places: dict[ExportFormat, Path]) -> None:
        """Offer the formats in ``places``, each with the path to propose for it."""
        super().__init__()
        self._places = places
        self._proposed = ""
        self._stop = Event()
        self._report: ExportReport | None = None

    def compose(self) -> ComposeResult:
        """Lay out the formats, the day and the place."""
        ways = [Way(each, LABELS[each], each.purpose) for each in self._places]
        with Vertical(classes="dialog") as box:
            box.border_title = f"{APP_NAME} · Export your data"
            yield Choice(ways, ExportFormat.JSON)
            with Horizontal(classes="first"):
                yield Label("Since")
                yield CleanInput(limit=10, placeholder="all of it; or a day as in 2026-01-01", id="since")
            with Horizontal():
                yield Label("Write to")
                yield PlaceInput(id="place", select_on_focus=False)
            yield Static(id="outcome", markup=False)
        yield KeyBar()

    def on_mount(self) -> None:
        """Propose a place."""
        self._propose()

    @on(Choice.Changed)
    def _propose(self) -> None:
        """Propose the usual place of the format in hand, unless another one was typed."""
        if self.place.value == self._proposed:
            self._proposed = str(self._places[self.choice.value])
            self.place.value = self._proposed
            self.place.cursor_position = len(self._proposed)

    @on(Choice.Changed)
    @on(CleanInput.Changed)
    def _otherwise(self) -> None:
        """Ask no more about a place that is no longer meant."""
        if self.stage is Stage.SURE:
            self.stage = Stage.ASKING
            self._say("")

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002 - Textual's
        """Offer only what can be done now."""
        return action not in OFFERED or self.stage in OFFERED[action]

    @work(exclusive=True, group="export", name="do")
    async def action_write(self) -> None:
        """Write what is asked for; ask first if something is there already."""
        format_, place = self.choice.value, Path(self.place.value.strip())
        try:
            exports = await self.app.book.ask(lambda book: book.exports)
            there = await asyncio.to_thread(exports.standing, format_, place)
        except Problem as problem:
            self._say(str(problem), wrong=True)
            return
        if there is None:
            await self._write()
        else:
            self.stage = Stage.SURE
            self._say((IN_FOLDER if there.is_dir() else IN_PLACE).format(clean(str(there), 400)))

    @work(exclusive=True, group="export", name="do")
    async def action_replace(self) -> None:
        """Write what is asked for in the place of what is there."""
        await self._write()

    async def _write(self) -> None:
        """Write beside the screens, and say what came of it."""
        self._stop.clear()
        format_, place = self.choice.value, Path(self.place.value.strip())
        self.stage = Stage.WRITING
        self._say(f"Writing {LABELS[format_]}")
        try:
            since = _day(self.since.value)
            exports = await self.app.book.ask(lambda book: book.exports)
            self._report = await asyncio.to_thread(
                lambda: exports.write(format_, place, since, cancelled=self._stop.is_set)
            )
        except Problem as problem:
            self.stage = Stage.ASKING
            self._say(str(problem), wrong=True)
        else:
            self.stage = Stage.DONE
            self.set_focus(None)
            self._say(_told(self._report))

    def _say(self, words: str, *, wrong: bool = False) -> None:
        outcome = self.query_one("#outcome", Static)
        outcome.set_class(wrong, "wrong")
        outcome.update(Content(words))

    def action_next_field(self) -> None:
        """Go on to the day, then to the place."""
        self.focus_next()

    def action_stop(self) -> None:
        """Stop the writing; it says so itself."""
        self._stop.set()

    def action_leave(self) -> None:
        """Close without having written."""
        self.dismiss(None)

    def action_close(self) -> None:
        """Close with the report."""
        self.dismiss(self._report)


def _day(text: str) -> date | None:
    """Read a day; None: all days.

    Raises:
        Problem: if it is none.
    """
    try:
        return date.fromisoformat(text.strip()) if text.strip() else None
    except ValueError:
        raise Problem(f"“{clean(text, 20)}” is no day: write it as in 2026-01-01, or leave it empty.") from None


def _told(report: ExportReport) -> str:
    files = [clean(file, 400) for file in report.files]
    where = files[0] if len(files) == 1 else f"{len(files)} files in {Path(files[0]).parent}"
    left_out = f"\nLeft out: {clean(report.left_out, 400)}." if report.left_out else ""
    return f"Written: {report.in_words}\n{where}{left_out}"
