"""The line into which a filter of the log is typed: what it finds beside it, what is wrong with it below."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual import getters, on, work
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.message import Message
from textual.widgets import Input, Static

from hybridtui.domain.problems import Problem
from hybridtui.domain.query.tokens import LONGEST, QueryProblem
from hybridtui.domain.text import clean
from hybridtui.ui.app import HybridApp
from hybridtui.ui.history.log_page import counted
from hybridtui.ui.widgets.clean_input import CleanInput

if TYPE_CHECKING:
    from hybridtui.logbook import Logbook

EXAMPLES = """type=run and km>10        exercise=squat since=2026-01
min>=45 or rpe>7          title~easy not note~rain
?  all that can be asked for        ↑  filters used before"""
"""Shown below the line while it is empty."""

RESTING = "/  filter, such as  type=run and km>10"
"""Shown in the line while nobody types into it."""

KEPT = 50
"""Filters that ``up`` brings back."""


class FilterField(CleanInput):
    """The line itself."""

    BINDINGS = [
        Binding("enter", "submit", "Apply", key_display="⏎", id="filter.apply", tooltip="Show what the filter finds"),
        Binding("escape", "clear_filter", "Clear", key_display="esc", id="filter.clear",
                tooltip="Show all sessions again"),
        Binding("up", "earlier(1)", "Earlier", show=False, id="filter.earlier", tooltip="The filter used before"),
        Binding("down", "earlier(-1)", "Later", show=False, id="filter.later", tooltip="The filter used after it"),
        Binding("question_mark,f1", "fields", "Fields", key_display="?", id="filter.fields",
                tooltip="All that a filter can ask for"),
    ]  # fmt: skip

    def action_clear_filter(self) -> None:
        """Take the filter away."""
        self.post_message(FilterLine.Applied(""))

    def action_earlier(self, by: int) -> None:
        """Bring back a filter used before, or one after it."""
        self.post_message(FilterLine.Earlier(by))

    def action_fields(self) -> None:
        """Show all that can be asked for."""
        from hybridtui.ui.dialogs.filter_help import FilterHelp

        self.app.push_screen(FilterHelp())


class FilterLine(Vertical):
    """The line with its prompt, what was found, and the words below it while one types."""

    DEFAULT_CSS = """
    FilterLine {
        height: auto;
        & > Horizontal { height: 1; padding: 0 1; }
        & .prompt { width: 2; color: $foreground-muted; }
        & FilterField { width: 1fr; background: transparent; background-tint: transparent; padding: 0; }
        & FilterField:focus { background-tint: transparent; }
        & .count { width: auto; max-width: 40; padding: 0 0 0 2; color: $foreground-muted; }
        & > .words { display: none; height: 3; padding: 0 1 0 3; color: $foreground-muted; }
        &:focus-within { background: $foreground 6%; }
        &:focus-within .prompt { color: $primary; text-style: bold; }
        &:focus-within > .words { display: block; }
        & > .words.-wrong { color: $text-warning; }
    }
    """

    app = getters.app(HybridApp)
    field = getters.query_one(FilterField)

    @dataclass
    class Applied(Message):
        """A filter is to be shown; empty: all sessions."""

        text: str

    @dataclass
    class Earlier(Message):
        """An earlier filter is wanted, or a later one."""

        by: int

    def __init__(self) -> None:
        super().__init__()
        self._past: list[str] = []
        self._back = 0
        """How far back one has gone; 0: what is typed now."""
        self._typed = ""
        self._asked: object = None

    def compose(self) -> ComposeResult:
        """Lay out the line, and the words below it."""
        with Horizontal():
            yield Static("/", classes="prompt")
            yield FilterField(placeholder=RESTING.removeprefix("/  "), limit=LONGEST, select_on_focus=False)
            yield Static(classes="count", markup=False)
        yield Static(EXAMPLES, classes="words", markup=False)

    def put(self, text: str) -> None:
        """Put a filter into the line, to be changed or applied."""
        self.field.value = text
        self.field.cursor_position = len(self.field.value)

    def keep(self, text: str) -> None:
        """Remember a filter that was applied, and begin anew from it."""
        if text:
            self._past = [*(one for one in self._past if one != text), text][-KEPT:]
        self._back = 0

    def shown(self, text: str, words: str) -> None:
        """Say what the filter that the list shows finds; what is typed meanwhile says so itself."""
        if self.field.value.strip() == text:
            self._asked = None
            self._found(words)

    def _found(self, words: str) -> None:
        self._say(EXAMPLES if not self.field.value.strip() else "", wrong=False)
        self.query_one(".count", Static).update(Content(words))

    def refuse(self, problem: Problem) -> None:
        """Say what is wrong with the line, and point at it."""
        place = f"{' ' * problem.at}↑ " if isinstance(problem, QueryProblem) and problem.at < self._room() else ""
        said = clean(str(problem), 400)
        pointed = place + said if len(place) + len(said) <= self._room() else f"{place}\n{said}" if place else said
        self._say(pointed, wrong=True)
        self.query_one(".count", Static).update("")

    def _room(self) -> int:
        return max(0, self.size.width - 4)

    def _say(self, text: str, *, wrong: bool) -> None:
        words = self.query_one(".words", Static)
        words.set_class(wrong, "-wrong")
        words.update(Content(text), layout=False)

    @on(Input.Changed)
    def _changed(self, event: Input.Changed) -> None:
        event.stop()
        self._count(event.value.strip())

    @work(exclusive=True, group="filter", name="read")
    async def _count(self, text: str) -> None:
        """Say how many sessions the line finds, or what is wrong with it; a line typed over is not asked."""
        self._asked = asked = object()
        if not text:
            self._found("")
            return
        question: Callable[[Logbook], str | None] = lambda book: (  # noqa: E731 - it looks at what is typed meanwhile
            counted(text, book) if self._asked is asked else None
        )
        try:
            words = await self.app.book.ask(question)
        except Problem as problem:
            if self._asked is asked:
                self.refuse(problem)
        else:
            if words is not None and self._asked is asked:
                self._found(words)

    @on(Input.Submitted)
    def _submitted(self, event: Input.Submitted) -> None:
        event.stop()
        self.post_message(self.Applied(event.value))

    @on(Earlier)
    def _go_back(self, earlier: Earlier) -> None:
        earlier.stop()
        if not self._back:
            self._typed = self.field.value
        back = max(0, min(self._back + earlier.by, len(self._past)))
        if back == 1 and earlier.by > 0 and len(self._past) > 1 and self._past[-1] == self._typed:
            back = 2  # the newest one stands in the line already
        self._back = back
        self.put(self._past[-back] if back else self._typed)
