"""One session in full: what was done, and every correction of it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from textual import getters, on, work
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.reactive import reactive
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from hybridtui.domain.problems import Problem
from hybridtui.domain.session import RunEntry, Session, Source
from hybridtui.ui import corrections, session_changes, session_page, session_sheet
from hybridtui.ui.corrections import LogEntry
from hybridtui.ui.dialogs.confirm import ConfirmDialog
from hybridtui.ui.dialogs.edit_entry import EditEntryDialog
from hybridtui.ui.dialogs.edit_session import EditSessionDialog
from hybridtui.ui.matching import workout_for
from hybridtui.ui.screens.place import Place
from hybridtui.ui.session_page import SessionPage
from hybridtui.ui.text import user_text
from hybridtui.ui.widgets.key_bar import KeyBar
from hybridtui.ui.widgets.title_bar import TitleBar

if TYPE_CHECKING:
    from hybridtui.logbook import Logbook


class EntryList(OptionList):
    """Runs and sets under their headings."""

    BINDINGS = [
        Binding("enter", "select", "Correct", key_display="⏎", id="session.edit", tooltip="Correct this set or run"),
    ]


class SessionScreen(Place):
    """Facts on top, runs and sets below; each can be corrected or deleted, and that taken back."""

    CSS_PATH = "session.tcss"
    BINDINGS = [
        Binding("d", "delete_entry", "Delete", id="session.delete-entry", tooltip="Delete this set or run"),
        Binding("e", "edit_session", "Session", id="session.edit-session",
                tooltip="Correct title, kind (a race, too), day, minutes, RPE, note"),
        Binding("m", "match", "Match", id="session.match", tooltip="Count it as a planned workout"),
        Binding("c", "count", "Count", id="session.count",
                tooltip="Count it by itself, or once with the other record of the workout"),
        Binding("g", "guesses", "Guesses", id="session.guesses",
                tooltip="Confirm the exercises that the watch guessed, or say what they were"),
        Binding("o", "reopen", "Reopen", id="session.reopen", tooltip="Go on with it on Today"),
        Binding("u", "undo", "Undo", id="session.undo", tooltip="Take back the last change of this session"),
        Binding("U,ctrl+y", "redo", "Redo", show=False, id="session.redo", tooltip="Do again what was taken back"),
        Binding("escape", "leave", "Back", key_display="esc", id="session.leave", tooltip="Back to the log"),
        Binding("D", "delete_session", "Delete all", id="session.delete", tooltip="Delete the whole session"),
    ]  # fmt: skip

    entries = getters.query_one(EntryList)

    page: reactive[SessionPage | None] = reactive(None)
    """What is shown; None before the first answer."""

    def __init__(self, session_id: str) -> None:
        """Show the session with this id."""
        super().__init__()
        self._of = session_id

    def compose(self) -> ComposeResult:
        """Lay out facts and entries."""
        yield TitleBar(mode="history", day=self.app.clock.now().date())
        with Vertical(id="head", classes="panel"):
            yield Static(id="facts")
        with Vertical(id="body", classes="panel") as body:
            body.border_title = "What was done"
            yield EntryList(id="entries", markup=False)
            yield Static("No sets and no runs: only its length and effort are known.", id="bare", classes="muted")
        yield KeyBar()

    def on_screen_resume(self) -> None:
        """Read again: it may have been changed elsewhere."""
        self.do(lambda _: "")

    @work
    async def do(self, change: Callable[[Logbook], str]) -> None:
        """Make a change, show the session as it is then, and say what ``change`` returns."""

        def answer(book: Logbook) -> tuple[str, SessionPage]:
            said = change(book)
            return said, session_page.read(book, self._of)

        try:
            said, page = await self.app.book.ask(answer)
        except Problem as problem:
            self.app.refuse(problem)
            return
        self.page = page
        if said:
            self.app.say(said)
        if page.session is None and self.is_current:
            self.dismiss()

    def watch_page(self, page: SessionPage | None) -> None:
        """Show the session, the row in hand kept."""
        if page is None or page.session is None:
            return
        session, athlete = page.session, page.athlete
        self.query_one("#head").border_title = user_text(session.title or "Session")
        facts = session_sheet.facts(page, session)
        self.query_one("#facts", Static).update(facts)
        at = self.entries.highlighted
        rows = session_sheet.rows(session, page.exercises, athlete.distance_unit, page.counts_as)
        self.set_class(not rows, "-bare")
        self.entries.clear_options()
        self.entries.add_options([Option(row.text, id=row.id, disabled=row.id is None) for row in rows])
        self.entries.highlighted = at if at is not None and at < len(rows) else None
        if self.entries.highlighted is None and rows:
            self.entries.action_first() if at is None else self.entries.action_last()
        self.refresh_bindings()

    @property
    def entry(self) -> LogEntry | None:
        """The set or run in hand."""
        option, session = self.entries.highlighted_option, self.session
        if option is None or session is None:
            return None
        entries: tuple[LogEntry, ...] = (*session.sets, *session.runs)
        return next((entry for entry in entries if entry.id == option.id), None)

    @property
    def session(self) -> Session | None:
        """The session that is shown."""
        return self.page.session if self.page is not None else None

    def _named(self, entry: LogEntry) -> str:
        if isinstance(entry, RunEntry) or self.page is None:
            return "run"
        return session_sheet.exercise_name(entry.exercise, self.page.exercises)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002 - Textual's
        """Offer to change a set only where one is in hand; what was imported has its end elsewhere."""
        if action == "reopen":
            return self.session is not None and self.session.source is Source.APP
        if action == "guesses":
            return self.session is not None and any(each.unconfirmed for each in self.session.sets)
        if action == "count":
            return self.page is not None and self.page.told_again
        return action != "delete_entry" or self.entry is not None

    @on(OptionList.OptionHighlighted)
    def _in_hand(self) -> None:
        self.refresh_bindings()

    @on(OptionList.OptionSelected)
    @work(exclusive=True, group="dialog")
    async def _correct(self) -> None:
        """Ask for the set or run in hand anew."""
        entry, session, page = self.entry, self.session, self.page
        if entry is None or session is None or page is None:
            return
        expected = corrections.expected(entry, session, page.exercises, page.athlete)
        dialog = EditEntryDialog(self._named(entry).capitalize(), corrections.as_typed(entry), expected)
        draft = await self.app.push_screen_wait(dialog)
        if draft is not None:
            self.do(partial(session_changes.put_entry, self._of, corrections.corrected(entry, draft)))

    def action_delete_entry(self) -> None:
        """Delete the set or run in hand: one key brings it back, so nothing is asked."""
        if (entry := self.entry) is not None:
            name = "the run" if isinstance(entry, RunEntry) else f"a set of {self._named(entry)}"
            self.do(partial(session_changes.delete_entry, self._of, entry, f"Deleted {name}. u brings it back"))

    @work(exclusive=True, group="dialog")
    async def action_edit_session(self) -> None:
        """Correct the session's own words and numbers."""
        if self.session is None:
            return
        dialog = EditSessionDialog(self.session, self.app.clock.now().date())
        correction = await self.app.push_screen_wait(dialog)
        if correction is not None:
            self.do(partial(session_changes.put_session, correction))

    @work(exclusive=True, group="dialog")
    async def action_delete_session(self) -> None:
        """Delete the whole session, once asked."""
        if self.session is None:
            return
        title = self.session.title
        dialog = ConfirmDialog(f"Delete {title}?", "Its sets and runs go with it; u in History brings it back.")
        if await self.app.push_screen_wait(dialog):
            self.do(partial(session_changes.delete_session, self._of, f"Deleted {title}. u brings it back"))

    @work(exclusive=True, group="dialog")
    async def action_match(self) -> None:
        """Count the session as a planned workout: the only one near it, or the one that is chosen."""
        if (session := self.session) is not None and (workout := await workout_for(self.app, session)) is not None:
            self.do(partial(session_changes.count_as, self._of, workout))

    @work(exclusive=True, group="dialog")
    async def action_guesses(self) -> None:
        """Say what one exercise was that the watch guessed, or that all were as guessed."""
        from hybridtui.ui.guesses import confirmation

        if self.page is None or (session := self.session) is None:
            return
        confirmed = await confirmation(self.app, self.page, session, self.entry)
        if confirmed is not None:
            self.do(partial(confirmed.made, self._of))

    @work(exclusive=True, group="dialog")
    async def action_reopen(self) -> None:
        """Open the session again, and go on with it on Today."""
        guided = self.app.guided
        try:
            async with guided.turn:
                said = await guided.reopen(self._of)
        except Problem as problem:
            self.app.refuse(problem)
            return
        self.dismiss()
        self.app.action_show("today")
        self.app.say(said)

    def action_count(self) -> None:
        """Count the session by itself, though another record is like it; or once with that again."""
        self.do(partial(session_changes.count_or_join, self._of))

    def action_undo(self) -> None:
        """Take back the last change of this session."""
        self.do(partial(session_changes.undo, self._of))

    def action_redo(self) -> None:
        """Do again what was taken back."""
        self.do(partial(session_changes.redo, self._of))

    def action_leave(self) -> None:
        """Go back to the log."""
        self.dismiss()
