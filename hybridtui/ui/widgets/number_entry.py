"""A whole number to type, with its name, its unit and what is wrong with it."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal
from textual.widgets import Label

from hybridtui.domain.problems import Problem
from hybridtui.domain.text import clean
from hybridtui.ui.widgets.clean_input import CleanInput


class NumberInput(CleanInput):
    """A short line for a number, whose ``enter`` the footer tells."""

    BINDINGS = [Binding("enter", "submit", "Next", id="number.next", tooltip="Keep this answer and go on")]

    def __init__(self, value: int | None) -> None:
        """Begin with ``value``, selected, so that typing replaces it."""
        super().__init__("" if value is None else str(value), limit=6)


class NumberEntry(Horizontal):
    """``Minutes a week [  90 ] min``: a whole number within limits, empty only if allowed."""

    DEFAULT_CSS = """
    NumberEntry {
        height: 1;
        padding: 0 1;
        & > Label.name { width: 22; }
        & > Label.note {
            padding-left: 1;
            color: $foreground-muted;
            width: 1fr;
            text-wrap: nowrap;
            text-overflow: ellipsis;
        }
        & > Input {
            width: 9;
            background: $foreground 8%;
            &:focus { background: $primary 30%; }
        }
    }
    """

    BINDINGS = [
        Binding("down", "app.focus_next", "Next", show=False, id="number.down", tooltip="Go to the next field"),
        Binding("up", "app.focus_previous", "Back", show=False, id="number.up", tooltip="Go back a field"),
    ]

    def __init__(
        self,
        label: str,
        note: str,
        value: int | None,
        *,
        low: int,
        high: int,
        id: str | None = None,  # noqa: A002
    ) -> None:
        """Ask for a number from ``low`` to ``high``; ``value`` None means it may stay empty."""
        super().__init__(id=id)
        self._label = label
        self._note = note
        self._start = value
        self._low = low
        self._high = high

    def compose(self) -> ComposeResult:
        """Lay out name, entry and unit on one line."""
        yield Label(self._label, classes="name", markup=False)
        yield NumberInput(self._start)
        yield Label(self._note, classes="note", markup=False)

    @property
    def input(self) -> NumberInput:
        """The line typed into."""
        return self.query_one(NumberInput)

    def number(self, *, required: bool = True) -> int | None:
        """Return the number typed; None if it is empty and need not be there.

        Raises:
            Problem: if it is no whole number, or out of range; the entry takes the focus.
        """
        text = clean(self.input.value)
        if not text and not required:
            return None
        if not (text.isascii() and text.isdecimal()) or not self._low <= int(text) <= self._high:
            self.input.focus()
            raise Problem(f"{self._label}: type a whole number from {self._low} to {self._high}.")
        return int(text)
