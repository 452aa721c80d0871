"""What all questions share."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.widgets import Static

from hybridtui.domain.athlete import Athlete


class Question(VerticalScroll, can_focus=False):
    """One screenful: what is asked, a sentence of help, and the fields of the answer."""

    DEFAULT_CSS = """
    Question {
        height: 1fr;
        scrollbar-size-vertical: 1;
        & > .asked { text-style: bold; padding: 0 1; }
        & > .advice { color: $foreground-muted; padding: 0 1; margin-bottom: 1; }
        & > .heading { padding: 0 1; }
        & > NumberEntry, & > Toggles, & > Dial { margin-bottom: 1; }
        & > Choice { margin-bottom: 1; }
        & > .told { color: $foreground-muted; padding: 0 1; &.-concerned { color: $text-warning; text-style: bold; } }
    }
    """

    name_: ClassVar[str] = ""
    """One or two words, for the frame's title."""
    asked: ClassVar[str] = ""
    """The question itself."""
    advice: ClassVar[str] = ""
    """One sentence that helps to answer it."""

    def __init__(self, athlete: Athlete) -> None:
        """Show what ``athlete`` answers now."""
        super().__init__()
        self._athlete = athlete

    def compose(self) -> ComposeResult:
        """Lay out the question and its fields."""
        yield Static(self.asked, classes="asked", markup=False)
        yield Static(self.advice, classes="advice", markup=False)
        yield from self.fields()

    def fields(self) -> ComposeResult:
        """Lay out the fields of the answer."""
        raise NotImplementedError

    def answer(self, athlete: Athlete) -> Athlete:
        """Return ``athlete`` with this answer.

        Raises:
            Problem: if what was typed cannot be one, in words.
        """
        raise NotImplementedError

    def focus_first(self) -> None:
        """Put the cursor on the first field."""
        for widget in self.query("*"):
            if widget.focusable:
                widget.focus()
                return
