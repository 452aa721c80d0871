"""The app: which screens there are, and the keys that work everywhere."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from textual import constants, work
from textual.app import SystemCommand
from textual.binding import Binding
from textual.driver import Driver
from textual.screen import Screen

from hybridtui.domain.clock import Clock
from hybridtui.domain.problems import Problem
from hybridtui.ui import places
from hybridtui.ui.clocked import ClockedApp
from hybridtui.ui.logbook_thread import LogbookThread
from hybridtui.ui.look import APP_NAME
from hybridtui.ui.preferences import AppSettings
from hybridtui.ui.screens.too_small import TooSmall
from hybridtui.ui.styles import KeptStyles
from hybridtui.ui.typed_ahead import TypedAhead

if TYPE_CHECKING:
    from hybridtui.ui.guided import Guided
    from hybridtui.ui.imports.importing import Importing

__all__ = ["AppSettings", "HybridApp"]


SETTLED_S = 0.15
"""After so long a window that is being dragged has a size: a notice on its way out may have hidden the last one."""

WIDE, TALL = 100, 32
"""From so many columns and rows on there is room to spare."""


class HybridApp(TypedAhead, ClockedApp):
    """One athlete, one plan, two sports."""

    TITLE = APP_NAME
    CSS_PATH = ["app.tcss", "screens/today.tcss"]  # the first screen's with ours: a later file parses all anew
    MODES = places.MODES
    DEFAULT_MODE = "today"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (WIDE, "-wide")]
    VERTICAL_BREAKPOINTS = [(0, "-short"), (TALL, "-tall")]
    BINDINGS = [
        Binding("question_mark,f1", "help", "Help", id="app.help", key_display="?", tooltip="The keys that work here"),
        Binding("T,f2", "show('today')", "Today", show=False, id="app.today", tooltip="What to do now"),
        Binding("C,f3", "show('timer')", "Timer", show=False, id="app.timer", tooltip="The clock in giant digits"),
        Binding("P,f4", "show('plan')", "Plan", show=False, id="app.plan", tooltip="What is to come, and why"),
        Binding("H,f5", "show('history')", "History", show=False, id="app.history", tooltip="What was done"),
        Binding("X,f6", "show('library')", "Library", show=False, id="app.library", tooltip="How exercises are done"),
        Binding("ctrl+z", "suspend_process", "Suspend", show=False, id="app.suspend", tooltip="Go to the shell"),
    ]  # fmt: skip

    def __init__(
        self,
        book: LogbookThread,
        clock: Clock,
        settings: AppSettings | None = None,
        keep: Callable[[str, str | bool], None] | None = None,
        crash_report: Path | None = None,
    ) -> None:
        """Show ``book``; ``keep`` is told each changed preference by its name and value.

        Where a bug ends the app, ``crash_report`` is written; without it Textual's traceback is shown.
        """
        super().__init__()
        self.stylesheet = KeptStyles(variables=self.get_css_variables())
        self.book = book
        self.clock = clock
        self.prefer(settings or AppSettings(), keep)
        self._crash_report = crash_report
        self.importing: Importing | None = None
        """The import under way, looked at or going on behind the screens."""

    @cached_property
    def guided(self) -> Guided:
        """The day as the logbook last told it, and the session in it."""
        from hybridtui.ui.guided import Guided

        return Guided(self)

    async def caught_up(self) -> None:
        """Return once the session is as the keys before wanted it: a key means what it means there."""
        async with self.guided.turn:
            return

    async def on_unmount(self) -> None:
        """Stop what is being imported, and let the log end what it writes."""
        if self.importing is not None:
            await self.importing.close()
        await self.book.close()

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:  # noqa: ARG002 - Textual's
        """Offer our own commands in the palette."""
        from hybridtui.ui.commands import commands

        return commands(self)

    def get_driver_class(self) -> type[Driver]:
        """Drive the terminal with our steadier driver where there is one."""
        if sys.platform == "win32" or constants.DRIVER:
            return super().get_driver_class()
        from hybridtui.ui.driver import SteadyDriver

        return SteadyDriver

    def clear_selection(self) -> None:
        """Clear what is selected, once there is a screen.

        A new input says that nothing is selected before its screen, the very first, is on the
        stack; on Python 3.13 Textual 8.2.8 then finds no screen and dies at the start.
        """
        if self.screen_stack:
            super().clear_selection()

    def _fatal_error(self) -> None:
        """End on a bug with words for people, not with a traceback and what is in it."""
        if self._crash_report is None or self._exception is None:
            super()._fatal_error()
            return
        from hybridtui.ui.last_words import last_words

        self._exit_renderables.append(last_words(self._exception, self._crash_report))
        self._close_messages_no_wait()

    def on_resize(self) -> None:
        """Cover what cannot be shown in so little room."""
        self.call_later(TooSmall.check, self)
        self.set_timer(SETTLED_S, lambda: TooSmall.check(self))

    def action_show(self, mode: str) -> None:
        """Go to one of the screens."""
        self.switch_mode(mode)

    def action_help(self) -> None:
        """Show the keys that work here."""
        from hybridtui.ui.dialogs.help import HelpDialog

        page = self.guided.page if self.session is not None and self.current_mode == "today" else None
        units = (page.weight_unit, page.distance_unit) if page is not None else None
        self.push_screen(HelpDialog(self.screen.active_bindings, units))

    def action_command_palette(self) -> None:
        """Show all commands, in our order."""
        from hybridtui.ui.palette import Palette

        if not isinstance(self.screen, Palette):
            self.push_screen(Palette())

    @work
    async def action_first_run(self) -> None:
        """Ask the first questions, or ask them again."""
        from hybridtui.ui.screens.first_run import FirstRunScreen

        try:
            athlete = await self.book.ask(lambda book: book.athlete())
        except Problem as problem:
            self.refuse(problem)
        else:
            await self.push_screen(FirstRunScreen(athlete))

    @work
    async def action_weigh(self) -> None:
        """Ask for today's body weight."""
        from hybridtui.ui.dialogs.body_weight import weigh

        try:
            await weigh(self)
        except Problem as problem:
            self.refuse(problem)

    @work
    async def action_plates(self) -> None:
        """Ask what the barbell is loaded with."""
        from hybridtui.ui.dialogs.plates import ask_plates

        try:
            await ask_plates(self)
        except Problem as problem:
            self.refuse(problem)

    def action_import_files(self) -> None:
        """Read files of other apps and watches, or come back to those that are being read."""
        from hybridtui.ui.dialogs.import_files import ImportDialog

        self.push_screen(ImportDialog(self.importing.folder if self.importing is not None else None))

    @work(name="do")
    async def action_export(self) -> None:
        """Write the log, or the plan, in another format."""
        from hybridtui.ui.dialogs.export import ExportDialog

        try:
            places = await self.book.ask(lambda book: book.exports.usual_places())
        except Problem as problem:
            self.refuse(problem)
        else:
            await self.push_screen(ExportDialog(places))
