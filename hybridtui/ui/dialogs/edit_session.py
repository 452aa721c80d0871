"""Correcting a session's own words and numbers: title, kind of run, day and time, minutes, effort, note."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime, time

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, Label, Static

from hybridtui.domain.bests import RUNNING
from hybridtui.domain.problems import Problem
from hybridtui.domain.session import Session
from hybridtui.domain.text import NAME_LIMIT, NOTE_LIMIT, clean
from hybridtui.domain.units import decimal, whole_minutes
from hybridtui.domain.workout import Kind
from hybridtui.ui.dialogs.moments import day_typed, time_typed
from hybridtui.ui.run_kinds import kind_words, kinds
from hybridtui.ui.widgets.clean_input import CleanInput
from hybridtui.ui.widgets.dial import Dial
from hybridtui.ui.widgets.key_bar import KeyBar

MOST_MINUTES = 7 * 24 * 60


@dataclass(frozen=True, slots=True)
class Correction:
    """A session as it should be; ``minutes`` is None if its length stays."""

    session: Session
    minutes: int | None


class FieldInput(CleanInput):
    """One field; ``enter`` keeps them all."""

    BINDINGS = [
        Binding("enter", "submit", "Keep", key_display="⏎", id="edit.keep", tooltip="Keep the corrections"),
        Binding("down", "app.focus_next", "Next field", show=False, id="edit.next", tooltip="Go to the next field"),
        Binding("up", "app.focus_previous", "Back", show=False, id="edit.back", tooltip="Go back a field"),
    ]


class EditSessionDialog(ModalScreen[Correction | None]):
    """Shows the session's fields to be typed over; None: left as they were."""

    BINDINGS = [
        Binding("enter", "keep", "Keep", key_display="⏎", id="edit.keep-all", tooltip="Keep the corrections"),
        Binding("escape", "leave", "Leave", key_display="esc", id="edit.leave", tooltip="Leave it as it was"),
    ]
    DEFAULT_CSS = """
    EditSessionDialog {
        .field { height: 1; margin-bottom: 1; }
        .field > Label { width: 10; color: $foreground-muted; }
        .field > Input { width: 1fr; background: $foreground 8%; }
        .field > Input:focus { background: $primary 30%; }
        .field > Dial { width: 1fr; min-width: 0; height: 1; background: $foreground 8%; padding: 0; }
        .field > Dial:focus { background: $primary 30%; }
        #wrong { height: auto; color: $text-error; }
    }
    """

    def __init__(self, session: Session, today: date) -> None:
        """Correct ``session``; its day may not lie after ``today``."""
        super().__init__()
        self._session, self._today = session, today
        self._minutes = whole_minutes(session.total_s)
        self._kinds = kinds(session.subtype) if session.kind is Kind.RUN else ()

    def compose(self) -> ComposeResult:
        """Lay out a line for each field."""
        session = self._session
        started = session.started.local
        rpe = decimal(session.rpe) if session.rpe is not None else ""
        with Vertical(classes="dialog") as box:
            box.border_title = "Correct the session"
            yield from self._field("title", "Title", session.title, NAME_LIMIT)
            if self._kinds:
                yield from self._kind_field()
            yield from self._field("day", "Day", f"{started:%Y-%m-%d}", 10)
            yield from self._field("time", "Began at", f"{started:%H:%M}", 5)
            yield from self._field("minutes", "Minutes", str(self._minutes), 5)
            yield from self._field("rpe", "RPE 0-10", rpe, 4)
            yield from self._field("note", "Note", session.note, NOTE_LIMIT)
            yield Static(id="wrong", markup=False)
        yield KeyBar()

    def _field(self, name: str, label: str, value: str, limit: int) -> ComposeResult:
        with Horizontal(classes="field"):
            yield Label(label)
            yield FieldInput(value, limit=limit, id=name)

    def _kind_field(self) -> ComposeResult:
        """Let the kind of run be turned to: a race tells how fit one is, and no file says that it was one."""

        def words(index: int) -> Content:
            return Content(kind_words(self._kinds[index]))

        with Horizontal(classes="field"):
            yield Label("Kind")
            yield Dial(range(len(self._kinds)), self._kinds.index(self._session.subtype), words, id="kind")

    def _text(self, name: str) -> str:
        return clean(self.query_one(f"#{name}", FieldInput).value, NOTE_LIMIT)

    @on(Input.Submitted)
    def _submitted(self) -> None:
        self.action_keep()

    def action_keep(self) -> None:
        """Close with the corrections, if they can be."""
        try:
            self.dismiss(self._correction())
        except Problem as problem:
            self.query_one("#wrong", Static).update(clean(str(problem), 300))

    def _correction(self) -> Correction:
        title, note = self._text("title"), self._text("note")
        if not title:
            raise self._refused("title", "The title cannot be empty.")
        began = datetime.combine(self._day(), self._time())
        minutes = self._number("minutes", 1, MOST_MINUTES)
        if minutes is None:
            raise self._refused("minutes", f"Minutes: type a number from 1 to {MOST_MINUTES}.")
        session = self._session
        if note == clean(session.note, NOTE_LIMIT):
            note = session.note  # its line breaks are not shown here, but kept
        if began != session.started.local.replace(second=0, microsecond=0):
            session = session.begun_at(began)
        told = replace(self._of_kind(session), title=title, note=note, rpe=self._number("rpe", 0, 10))
        return Correction(told, None if minutes == self._minutes else int(minutes))

    def _of_kind(self, session: Session) -> Session:
        """Return the session as the kind of run that was chosen, and its stretches with it."""
        kind = self._kinds[self.query_one("#kind", Dial).value] if self._kinds else session.subtype
        if kind == session.subtype:
            return session
        runs = (replace(run, subtype=kind) if run.sport == RUNNING else run for run in session.runs)
        return replace(session, subtype=kind, runs=tuple(runs))

    def _day(self) -> date:
        try:
            return day_typed(self._text("day"), self._today)
        except Problem as problem:
            raise self._refused("day", str(problem)) from None

    def _time(self) -> time:
        try:
            return time_typed(self._text("time"))
        except Problem as problem:
            raise self._refused("time", str(problem)) from None

    def _number(self, name: str, low: float, high: float) -> float | None:
        text = self._text(name).replace(",", ".")
        if not text:
            return None
        try:
            number = float(text)
        except ValueError:
            number = -1.0
        if not low <= number <= high:
            label = "RPE" if name == "rpe" else name.capitalize()
            raise self._refused(name, f"{label}: type a number from {low:g} to {high:g}, or nothing.")
        return number

    def _refused(self, name: str, sentence: str) -> Problem:
        self.query_one(f"#{name}", FieldInput).focus()
        return Problem(sentence)

    def action_leave(self) -> None:
        """Close without a change."""
        self.dismiss(None)
