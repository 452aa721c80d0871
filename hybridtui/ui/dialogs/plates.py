"""The athlete's own bar and plates: what loads are rounded to and told in."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from textual import getters, on, work
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from hybridtui.domain.athlete import Athlete
from hybridtui.domain.problems import Problem
from hybridtui.ui.app import HybridApp
from hybridtui.ui.look import APP_NAME
from hybridtui.ui.widgets.key_bar import KeyBar
from hybridtui.ui.widgets.plates_line import PlatesLine

if TYPE_CHECKING:
    from hybridtui.logbook import Logbook

ABOUT = "The bar, then how many pairs of each plate. Leave it empty for those of a usual gym."
UNKNOWN = Problem("Answer the first questions before: bar and plates are kept with your answers.")


class PlatesDialog(ModalScreen[bool]):
    """Asks in one line; dismissed with True once it is saved, which can be undone."""

    app = getters.app(HybridApp)
    BINDINGS = [Binding("escape", "leave", "Leave", key_display="esc", id="plates.leave", tooltip="Leave it as it was")]
    DEFAULT_CSS = """
    PlatesDialog PlatesLine { margin-top: 1; }
    """

    line = getters.query_one(PlatesLine)

    def __init__(self, athlete: Athlete) -> None:
        """Change what ``athlete`` has told of."""
        super().__init__()
        self._athlete = athlete

    def compose(self) -> ComposeResult:
        """Lay out what is asked, and the line."""
        with Vertical(classes="dialog") as box:
            box.border_title = f"{APP_NAME} · Bar and plates"
            yield Static("What do you load your barbell with?", classes="question", markup=False)
            yield Static(ABOUT, classes="about", markup=False)
            yield PlatesLine(self._athlete)
        yield KeyBar()

    @on(Input.Submitted)
    def _submitted(self) -> None:
        self._keep()

    @work(exclusive=True, name="do")
    async def _keep(self) -> None:
        """Save, then close; what is refused is said and the line stays."""
        try:
            bar, plates = self.line.read()
            changed = replace(self._athlete, bar=bar, plates=plates)
            if changed != self._athlete:
                await self.app.book.ask(lambda book: _saved(book, changed))
        except Problem as problem:
            self.app.refuse(problem)
        else:
            self.dismiss(changed != self._athlete)

    def action_leave(self) -> None:
        """Close without a change."""
        self.dismiss(False)


async def ask_plates(app: HybridApp) -> None:
    """Ask for bar and plates, and say that targets follow them."""
    athlete = await app.book.ask(lambda book: book.athlete())
    if athlete is None:
        raise UNKNOWN
    if await app.push_screen_wait(PlatesDialog(athlete)):
        app.say("Saved: loads are rounded to what your plates make")


def _saved(book: Logbook, changed: Athlete) -> None:
    """Keep bar and plates, and whatever else was answered in the meantime."""
    now = book.athlete() or changed
    book.save_athlete(replace(now, bar=changed.bar, plates=changed.plates))
