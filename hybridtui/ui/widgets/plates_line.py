"""A line for the athlete's bar and plates, with what it was understood to mean below it."""

from __future__ import annotations

from textual import getters, on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.widgets import Input, Static

from hybridtui.domain.athlete import Athlete, Plates
from hybridtui.domain.bar_and_plates import EXAMPLE, LONGEST, plates_words, read_plates, write_plates
from hybridtui.domain.problems import Problem
from hybridtui.domain.units import Load
from hybridtui.ui.widgets.clean_input import CleanInput


class PlatesInput(CleanInput):
    """The line itself; ``enter`` is whose it is in."""

    BINDINGS = [Binding("enter", "submit", "Keep", key_display="⏎", id="plates.keep", tooltip="Keep bar and plates")]


class PlatesLine(Vertical):
    """``bar 20, 4x20 2x15``: one line, and its echo."""

    DEFAULT_CSS = """
    PlatesLine {
        height: auto;
        & > PlatesInput { background: $foreground 8%; }
        & > PlatesInput:focus { background: $primary 30%; }
        & > .echo { height: auto; min-height: 2; color: $foreground-muted; }
        & > .echo.-wrong { color: $text-warning; }
    }
    """

    input = getters.query_one(PlatesInput)

    def __init__(self, athlete: Athlete, *, id: str | None = None) -> None:  # noqa: A002
        """Begin with what ``athlete`` has told of."""
        super().__init__(id=id)
        self._athlete = athlete

    def compose(self) -> ComposeResult:
        """Lay out line and echo."""
        text = write_plates(self._athlete.bar, self._athlete.plates)
        example = EXAMPLE[self._athlete.weight_unit]
        yield PlatesInput(text, placeholder=example, limit=LONGEST, select_on_focus=False)
        yield Static(classes="echo", markup=False)

    def on_mount(self) -> None:
        """Say at once how the line is understood."""
        self._tell()

    def read(self) -> tuple[Load | None, tuple[Plates, ...]]:
        """Return bar and plates.

        Raises:
            Problem: if the line cannot be read, in words.
        """
        return read_plates(self.input.value, self._athlete.weight_unit)

    def on_descendant_focus(self) -> None:
        """Bring the echo into view with the line."""
        self.scroll_visible(animate=False)

    @on(Input.Changed)
    def _tell(self) -> None:
        echo = self.query_one(".echo", Static)
        try:
            words, wrong = plates_words(*self.read()), False
        except Problem as problem:
            words, wrong = str(problem), True
        echo.update(words)
        echo.set_class(wrong, "-wrong")
