"""One session in full: what was done, and every correction of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from textual import getters, on, work
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.reactive import reactive
from textual.screen import Screen
from textual.widgets import Footer, OptionList, Static
from textual.widgets.option_list import Option

from hybridtui.domain.athlete import Athlete
from hybridtui.domain.drafts import RunDraft, SetDraft
from hybridtui.domain.entry import Expected, write_run, write_sets
from hybridtui.domain.exercises import Exercise
from hybridtui.domain.problems import Problem
from hybridtui.domain.session import LoggedSet, RunEntry, Session
from hybridtui.ui import session_sheet
from hybridtui.ui.app import HybridApp
from hybridtui.ui.dialogs.confirm import ConfirmDialog
from hybridtui.ui.dialogs.edit_entry import EditEntryDialog
from hybridtui.ui.dialogs.edit_session import EditSessionDialog
from hybridtui.ui.text import user_text
from hybridtui.ui.widgets.title_bar import TitleBar

if TYPE_CHECKING:
    from hybridtui.logbook import Logbook


@dataclass(frozen=True, slots=True)
class _Page:
    """The session and what it takes to name and measure it."""

    session: Session | None
    """None once it is deleted."""
    exercises: Mapping[str, Exercise]
    athlete: Athlete


class EntryList(OptionList):
    """Runs and sets under their headings."""

    BINDINGS = [
        Binding("enter", "select", "Correct", key_display="⏎", id="session.edit", tooltip="Correct this set or run"),
    ]


class SessionScreen(Screen[None]):
    """Facts on top, runs and sets below; each can be corrected or deleted, and that taken back."""

    CSS_PATH = "session.tcss"
    BINDINGS = [
        Binding("d", "delete_entry", "Delete", id="session.delete-entry", tooltip="Delete this set or run"),
        Binding("e", "edit_session", "Session", id="session.edit-session",
                tooltip="Correct title, day, minutes, RPE and note"),
        Binding("D", "delete_session", "Delete all", id="session.delete", tooltip="Delete the whole session"),
        Binding("u", "undo", "Undo", id="session.undo", tooltip="Take back the last change of this session"),
        Binding("U,ctrl+y", "redo", "Redo", show=False, id="session.redo", tooltip="Do again what was taken back"),
        Binding("escape", "leave", "Back", key_display="esc", id="session.leave", tooltip="Back to the log"),
    ]  # fmt: skip

    app = getters.app(HybridApp)
    entries = getters.query_one(EntryList)

    page: reactive[_Page | None] = reactive(None)
    """What is shown; None before the first answer."""

    def __init__(self, session_id: str) -> None:
        """Show the session with this id."""
        super().__init__()
        self._id = session_id

    def compose(self) -> ComposeResult:
        """Lay out facts and entries."""
        yield TitleBar(mode="history", day=self.app.clock.now().date())
        with Vertical(id="head", classes="panel"):
            yield Static(id="facts")
        with Vertical(id="body", classes="panel") as body:
            body.border_title = "What was done"
            yield EntryList(id="entries", markup=False)
            yield Static("No sets and no runs: only its length and effort are known.", id="bare", classes="muted")
        yield Footer()

    def on_screen_resume(self) -> None:
        """Read again: it may have been changed elsewhere."""
        self.read()

    @work(exclusive=True, group="session")
    async def read(self) -> None:
        """Read the session and show it."""
        await self._ask(None)

    async def _ask(self, change: Callable[[Logbook], object] | None) -> bool:
        """Make a change, if any, and show what is there then; False if it was refused."""

        def answer(book: Logbook) -> _Page:
            if change is not None:
                change(book)
            return _Page(book.history.session(self._id), book.exercises(), book.athlete() or Athlete())

        try:
            self.page = await self.app.book.ask(answer)
        except Problem as problem:
            self.app.refuse(problem)
            return False
        if self.page.session is None:
            self.dismiss()
        return True

    def watch_page(self, page: _Page | None) -> None:
        """Show the session, the row in hand kept."""
        if page is None or page.session is None:
            return
        session, athlete = page.session, page.athlete
        self.query_one("#head").border_title = user_text(session.title or "Session")
        facts = session_sheet.facts(session, athlete.weight_unit, athlete.distance_unit)
        self.query_one("#facts", Static).update(facts)
        at = self.entries.highlighted
        rows = session_sheet.rows(session, page.exercises, athlete.distance_unit)
        self.set_class(not rows, "-bare")
        self.entries.clear_options()
        self.entries.add_options([Option(row.text, id=row.id, disabled=row.id is None) for row in rows])
        self.entries.highlighted = at if at is not None and at < len(rows) else None
        if self.entries.highlighted is None and rows:
            self.entries.action_first() if at is None else self.entries.action_last()
        self.refresh_bindings()

    @property
    def entry(self) -> LoggedSet | RunEntry | None:
        """The set or run in hand."""
        option = self.entries.highlighted_option
        if option is None or self.page is None or self.page.session is None:
            return None
        session = self.page.session
        return next((entry for entry in (*session.sets, *session.runs) if entry.id == option.id), None)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002 - Textual's
        """Offer to change a set only where one is in hand."""
        return action != "delete_entry" or self.entry is not None

    @on(OptionList.OptionHighlighted)
    def _in_hand(self) -> None:
        self.refresh_bindings()

    def _named(self, entry: LoggedSet | RunEntry) -> str:
        if isinstance(entry, RunEntry) or self.page is None:
            return "Run"
        return session_sheet.exercise_name(entry.exercise, self.page.exercises)

    @on(OptionList.OptionSelected)
    @work(exclusive=True, group="dialog")
    async def _edit(self) -> None:
        """Correct the set or run in hand."""
        entry, page = self.entry, self.page
        if entry is None or page is None:
            return
        step = page.session.steps[entry.step] if page.session and entry.step is not None else None
        units = page.athlete.weight_unit, page.athlete.distance_unit
        if isinstance(entry, RunEntry):
            expected = Expected(step=step if step and step.is_run else None, distance_unit=units[1])
            text = write_run(RunDraft(distance=entry.distance, seconds=entry.seconds, rpe=entry.rpe))
        else:
            exercise = page.exercises.get(entry.exercise)
            expected = Expected(exercise=exercise, step=step, last=entry, weight_unit=units[0], distance_unit=units[1])
            text = write_sets([_draft(entry)])
        draft = await self.app.push_screen_wait(EditEntryDialog(self._named(entry), text, expected))
        if isinstance(draft, SetDraft) and isinstance(entry, LoggedSet):
            changed = _corrected(entry, draft)
            await self._ask(lambda book: book.sessions.edit_set(self._id, changed))
        elif isinstance(draft, RunDraft) and isinstance(entry, RunEntry):
            run = replace(entry, distance=draft.distance, seconds=draft.seconds or 0.0, rpe=draft.rpe)
            await self._ask(lambda book: book.sessions.edit_run(self._id, run))

    @work(exclusive=True, group="dialog")
    async def action_delete_entry(self) -> None:
        """Delete the set or run in hand: one key brings it back, so nothing is asked."""
        entry = self.entry
        if entry is None:
            return
        is_run = isinstance(entry, RunEntry)

        def delete(book: Logbook) -> object:
            remove = book.sessions.delete_run if is_run else book.sessions.delete_set
            return remove(self._id, entry.id)

        if await self._ask(delete):
            self.app.say(f"Deleted {'the run' if is_run else f'a set of {self._named(entry)}'}. u brings it back")

    @work(exclusive=True, group="dialog")
    async def action_edit_session(self) -> None:
        """Correct the session's own words and numbers."""
        if self.page is None or self.page.session is None:
            return
        dialog = EditSessionDialog(self.page.session, self.app.clock.now().date())
        correction = await self.app.push_screen_wait(dialog)
        if correction is not None:
            told, minutes = correction.session, correction.minutes
            await self._ask(lambda book: book.sessions.edit_session(told, minutes=minutes))

    @work(exclusive=True, group="dialog")
    async def action_delete_session(self) -> None:
        """Delete the whole session, once asked."""
        if self.page is None or self.page.session is None:
            return
        title = self.page.session.title
        dialog = ConfirmDialog(f"Delete {title}?", "Its sets and runs go with it; u in History brings it back.")
        if await self.app.push_screen_wait(dialog) and await self._ask(lambda book: book.sessions.delete(self._id)):
            self.app.say(f"Deleted {title}. u brings it back")

    @work(exclusive=True, group="dialog")
    async def action_undo(self) -> None:
        """Take back the last change of this session."""
        await self._travel(lambda book: book.sessions.undo(self._id)[1], "Taken back")

    @work(exclusive=True, group="dialog")
    async def action_redo(self) -> None:
        """Do again what was taken back."""
        await self._travel(lambda book: book.sessions.redo(self._id)[1], "Done again")

    async def _travel(self, travel: Callable[[Logbook], str | None], done: str) -> None:
        labels: list[str | None] = []
        if await self._ask(lambda book: labels.append(travel(book))):
            label = labels[0]
            self.app.say(f"{done}: {label}" if label else "Nothing more to take back in this session")

    def action_leave(self) -> None:
        """Go back to the log."""
        self.dismiss()


def _draft(logged: LoggedSet) -> SetDraft:
    return SetDraft(
        load=logged.load, bodyweight=logged.bodyweight, reps=logged.reps, seconds=logged.seconds,
        rpe=logged.rpe, side=logged.side, kind=logged.kind,
    )  # fmt: skip


def _corrected(logged: LoggedSet, draft: SetDraft) -> LoggedSet:
    return replace(
        logged, load=draft.load, bodyweight=draft.bodyweight, reps=draft.reps, seconds=draft.seconds,
        rpe=draft.rpe, side=draft.side, kind=draft.kind,
    )  # fmt: skip
