"""The trace of a number: what it means, how it was made, and the sessions behind it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from textual import getters, on, work
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.reactive import reactive
from textual.screen import Screen

from hybridtui.domain.athlete import Athlete
from hybridtui.domain.definitions import definitions
from hybridtui.domain.figures import Definition, Figure
from hybridtui.domain.history import SessionLine
from hybridtui.domain.problems import Problem
from hybridtui.domain.text import clean
from hybridtui.ui import look
from hybridtui.ui.app import HybridApp
from hybridtui.ui.widgets.fitted import Fitted, hanging
from hybridtui.ui.widgets.key_bar import KeyBar
from hybridtui.ui.widgets.session_log import PAGE, SessionLog
from hybridtui.ui.widgets.title_bar import TitleBar

if TYPE_CHECKING:
    from hybridtui.logbook import Logbook

NUMBER = Binding.Group("Number", compact=True)

LABEL = 10
"""Cells of the words at the left: ``formula``, ``source``."""


@dataclass(frozen=True, slots=True)
class Behind:
    """The sessions behind a figure, and the units to write them in."""

    athlete: Athlete
    count: int
    offset: int
    lines: tuple[SessionLine, ...]


def trace_lines(figure: Figure, definition: Definition, none: bool, width: int) -> Iterator[Content]:
    """Yield what is told of a figure, laid out for so many cells; ``none``: there are no sessions behind it."""
    value = Content.styled(clean(figure.value), "bold")
    note = Content.styled(f"  {clean(figure.note)}" if figure.note else "", "$foreground-muted")
    yield Content.assemble((clean(figure.name), "bold"), "  ", value, note)
    yield Content("")
    told = (
        ("means", definition.meaning),
        ("formula", definition.formula),
        *(("made of" if number == 0 else "", line) for number, line in enumerate(figure.made)),
        ("unit", definition.unit),
        ("source", definition.source),
        ("caveat", definition.caveat),
        ("sessions", "none" if none else ""),
    )
    for label, text in told:
        if text:
            yield from hanging(Content.styled(label, "$foreground-muted"), Content(clean(text, 600)), width, LABEL)


def behind(book: Logbook, text: str, offset: int) -> Behind:
    """Read a page of the sessions that a filter finds.

    Raises:
        Problem: if it is no filter.
    """
    query = book.search.parse(text)
    lines = tuple(book.search.lines(query, offset=offset, limit=PAGE))
    return Behind(book.athlete() or Athlete(), book.search.count(query), offset, lines)


class TraceScreen(Screen[str]):
    """One figure of a tab after the other; ends with the filter that the log is to show, or with nothing."""

    BINDINGS = [
        Binding("left_square_bracket", "turn(-1)", "Before", key_display="[", id="trace.before",
                tooltip="The number before", group=NUMBER),
        Binding("right_square_bracket", "turn(1)", "Next", key_display="]", id="trace.next",
                tooltip="The next number", group=NUMBER),
        Binding("l", "log", "All in the log", id="trace.log", tooltip="These sessions in the log, to sort and filter"),
        Binding("space", "read_on", "Read on", id="trace.read-on", tooltip="What is told of the number below"),
        Binding("escape,w,q", "leave", "Back", key_display="esc", id="trace.leave", tooltip="Back to the tab"),
    ]  # fmt: skip
    DEFAULT_CSS = """
    TraceScreen {
        #told { height: auto; max-height: 60%; }
        #behind { height: 1fr; min-height: 5; padding: 0; }
        &.-none #behind { display: none; }
        &.-none #told { max-height: 100%; }
    }
    """
    AUTO_FOCUS = ""

    app = getters.app(HybridApp)
    log_list = getters.query_one(SessionLog)

    at: reactive[int] = reactive(0, init=False)
    """Which of the figures is shown."""

    def __init__(self, figures: Sequence[Figure], at: int) -> None:
        """Begin with the figure at ``at``; the others are one key away."""
        super().__init__()
        self._figures = tuple(figures)
        self.set_reactive(TraceScreen.at, at)

    @property
    def figure(self) -> Figure:
        """The figure that is shown."""
        return self._figures[self.at]

    @property
    def definition(self) -> Definition:
        """What it means."""
        return definitions()[self.figure.definition]

    def compose(self) -> ComposeResult:
        """Lay out what is told above and the sessions below."""
        yield TitleBar(mode="history", day=self.app.clock.now().date())
        with VerticalScroll(id="told", classes="panel", can_focus=False):
            yield Fitted()
        with Vertical(id="behind", classes="panel"):
            yield SessionLog(self._lines)
        yield KeyBar()

    async def _lines(self, offset: int, limit: int) -> Sequence[SessionLine]:  # noqa: ARG002 - pages are of one size
        found = await self.app.book.ask(partial(behind, text=self.figure.behind, offset=offset))
        return found.lines

    def on_mount(self) -> None:
        """Tell of the figure; its sessions are read when the screen is resumed."""
        self._tell()

    def on_screen_resume(self) -> None:
        """Read the sessions, again if one may have been changed."""
        self.read()

    def watch_at(self) -> None:
        """Show another figure."""
        self.log_list.cursor = 0
        self._tell()
        self.read()

    def _tell(self) -> None:
        self.query_one("#told").border_title = Content(f"{self.definition.title}  {self._place}")
        self._write(none=False)
        self._give_room(sessions=False)

    @property
    def _place(self) -> str:
        return f"{self.at + 1} of {len(self._figures)}" if len(self._figures) > 1 else ""

    @work(exclusive=True)
    async def read(self) -> None:
        """Read the sessions behind the figure, and show them."""
        if not self.figure.behind:
            return
        offset = self.log_list.page_in_hand
        try:
            found = await self.app.book.ask(partial(behind, text=self.figure.behind, offset=offset))
        except Problem as problem:
            self.app.refuse(problem)
            return
        units = found.athlete.weight_unit, found.athlete.distance_unit
        self.log_list.show(found.count, found.offset, found.lines, *units)
        self._write(none=not found.count)
        self._give_room(sessions=bool(found.count))
        panel = self.query_one("#behind")
        panel.border_title = Content(f"{look.count(found.count, 'session')} behind it")
        panel.border_subtitle = Content(self.figure.behind)

    def _write(self, *, none: bool) -> None:
        self.query_one(Fitted).show(partial(trace_lines, self.figure, self.definition, none))

    def _give_room(self, *, sessions: bool) -> None:
        """Give room and keys to the sessions, if there are any."""
        self.set_class(not sessions, "-none")
        self.set_focus(self.log_list if sessions else None)
        self.refresh_bindings()
        self.call_after_refresh(self.refresh_bindings)  # what is in sight is known once it is laid out

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002 - Textual's
        """Offer the log where there are sessions, and other numbers where there are any."""
        if action == "log":
            return not self.has_class("-none")
        if action == "turn":
            return len(self._figures) > 1
        return action != "read_on" or self.query_one("#told").max_scroll_y > 0

    def on_resize(self) -> None:
        """Offer to read on where not all is in sight."""
        self.call_after_refresh(self.refresh_bindings)

    def action_turn(self, by: int) -> None:
        """Show the next figure, or the one before; round the ends."""
        self.at = (self.at + by) % len(self._figures)

    def action_read_on(self) -> None:
        """Show the next lines that are told; after the last the first."""
        told = self.query_one("#told")
        at_end = told.scroll_y >= told.max_scroll_y
        told.scroll_to(y=0 if at_end else told.scroll_y + told.size.height - 1, animate=False)

    def action_log(self) -> None:
        """End with the filter: the log shows it."""
        self.dismiss(self.figure.behind)

    def action_leave(self) -> None:
        """End with nothing."""
        self.dismiss("")

    @on(SessionLog.Opened)
    def _open(self, opened: SessionLog.Opened) -> None:
        from hybridtui.ui.screens.session import SessionScreen

        self.app.push_screen(SessionScreen(opened.line.id))
