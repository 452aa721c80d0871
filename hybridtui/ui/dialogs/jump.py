"""Going to a day in the log: typed as a day, a week, a month, or so long ago."""

from __future__ import annotations

from datetime import date

from textual import getters, on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from hybridtui.domain.dates import dated
from hybridtui.domain.problems import Problem
from hybridtui.domain.query.days import EXAMPLES, Days, days_typed
from hybridtui.domain.text import clean
from hybridtui.ui.widgets.clean_input import CleanInput
from hybridtui.ui.widgets.key_bar import KeyBar


class DayInput(CleanInput):
    """The line; ``enter`` goes there."""

    BINDINGS = [Binding("enter", "submit", "Go", key_display="⏎", id="jump.go", tooltip="Go to that day in the log")]


class JumpDialog(ModalScreen[date | None]):
    """Asks where to go; None: nowhere."""

    BINDINGS = [Binding("escape", "leave", "Stay", key_display="esc", id="jump.stay", tooltip="Stay where you are")]
    DEFAULT_CSS = """
    JumpDialog {
        #day { background: $foreground 8%; }
        #day:focus { background: $primary 30%; }
        #echo { height: auto; min-height: 2; color: $foreground-muted; margin-top: 1; }
        #echo.-wrong { color: $text-warning; }
    }
    """

    line = getters.query_one(DayInput)
    echo = getters.query_one("#echo", Static)

    def __init__(self, today: date) -> None:
        """``today`` is what ``4w`` is counted back from."""
        super().__init__()
        self._today = today

    def compose(self) -> ComposeResult:
        """Lay out the line and what it was understood as."""
        with Vertical(classes="dialog") as box:
            box.border_title = "Go to a day"
            yield DayInput(limit=20, id="day")
            yield Static(EXAMPLES, id="echo", markup=False)
        yield KeyBar()

    @on(Input.Changed)
    def _read(self) -> Days | None:
        text = self.line.value.strip()
        try:
            days = days_typed(text, self._today) if text else None
            told = _told(days) if days else EXAMPLES
        except Problem as problem:
            days, told = None, clean(str(problem), 300)
        self.echo.update(told)
        self.echo.set_class(bool(text) and days is None, "-wrong")
        return days

    @on(Input.Submitted)
    def _go(self) -> None:
        if (days := self._read()) is not None:
            self.dismiss(days.last)

    def action_leave(self) -> None:
        """Go nowhere."""
        self.dismiss(None)


def _told(days: Days) -> str:
    if days.first == days.last:
        return f"{days.first:%A} {days.first.day} {days.first:%B %Y}"
    return f"{days.first:%a} {dated(days.first)} to {days.last:%a} {dated(days.last)}"
