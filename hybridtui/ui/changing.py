"""Changing a session: ask the logbook, follow what comes back.

Nothing is called saved before the logbook has returned.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from hybridtui.domain.problems import Problem
from hybridtui.domain.session import Session, Status
from hybridtui.domain.workout import Kind
from hybridtui.ui.day import Day
from hybridtui.ui.known import KnownExercise, KnownRuns
from hybridtui.ui.stage import UnreadableError

if TYPE_CHECKING:
    from hybridtui.domain.guide import Logged
    from hybridtui.domain.timeline import Timeline
    from hybridtui.domain.today import TodayPage
    from hybridtui.logbook import Logbook
    from hybridtui.ui.spot import Spot


class Changing(Day):
    """One change of the open session after another, each told to the logbook."""

    async def load(self) -> TodayPage:
        """Ask for the day anew."""
        try:
            page, line = await self._app.book.ask(_today)
        except Problem as problem:
            self.trouble = problem
            raise
        self.page, self.trouble = page, None
        if page.athlete is not None:
            self._app.distance_unit = page.athlete.distance_unit
        if page.open_session is None:
            self.leave()
        else:
            if self.session is None or self.session.id != page.open_session.id:
                self._enter(page.open_session, entered=False)
            self._app.follow(page.open_session, line)
            await self.remember()
        return page

    def leave(self) -> None:
        """No session is open (any more)."""
        self.entered, self.chosen = False, None
        self._aims.clear()
        self.forget()
        self._app.follow(None)

    def resume(self) -> None:
        """Go on with the session that was offered."""
        self.entered = True

    def _enter(self, session: Session, *, entered: bool) -> None:
        self.entered, self.finished = entered, None
        self._aims.clear()
        self.forget()
        self.chosen = max(session.sets, key=lambda s: s.position).exercise if session.sets else None
        self._app.follow(session)

    async def carry(self, change: Callable[[Logbook], Logged]) -> str:
        """Carry a change of the open session out; return what was done, in words, empty if nothing was."""
        return await self._saved(await self._app.book.ask(change))

    async def _saved(self, logged: Logged) -> str:
        if logged.records:  # once what was saved is on the screen: a note lays it out anew
            self._app.call_after_refresh(self._app.say, "\n".join(logged.records))
        self._app.follow(logged.session, logged.clock)
        await self.remember()
        return f"Saved: {logged.label}" if logged.label else ""

    async def remember(self) -> None:
        """Ask for what the log knows of the exercises of the session, where that is not known yet."""
        session = self.session
        if session is None:
            return
        wanted = [step.exercise for step in session.steps] + [self.chosen]
        new = tuple(dict.fromkeys(name for name in wanted if name is not None and name not in self.recalled))
        if new:
            self.recalled |= await self._app.book.ask(lambda book: {name: _known(book, name) for name in new})
        if self.runs is None and (session.kind is Kind.RUN or any(step.is_run for step in session.steps)):
            self.runs = await self._app.book.ask(lambda book: _known_runs(book, session.subtype))
        self._spot = None

    def forget(self) -> None:
        """Forget what the log was asked for: it may be something else now."""
        self.recalled.clear()
        self.runs = self._asked = self._spot = None

    async def skip(self, *, whole_step: bool = False) -> str:
        """Skip the next set, or all that is left of the step: of a warm-up or cool-down all of it."""
        here = self._here()
        place, session_id = here.place, here.session.id
        if place is None:
            raise UnreadableError("Nothing left to skip: f finishes the session")
        if whole_step:
            return await self.carry(lambda book: book.sessions.skip_step(session_id, place.step))
        return await self.carry(lambda book: book.sessions.skip(session_id, place))

    async def undo(self) -> str:
        """Take back the newest change of the open session, or of the log if none is open."""
        return await self._back(
            lambda book: book.sessions.undo_last(), lambda book, id_: book.sessions.undo(id_), "Undone"
        )

    async def redo(self) -> str:
        """Do again what was taken back last."""
        return await self._back(
            lambda book: book.sessions.redo_last(), lambda book, id_: book.sessions.redo(id_), "Done again"
        )

    async def _back(
        self,
        whole_log: Callable[[Logbook], str | None],
        in_session: Callable[[Logbook, str], tuple[Session | None, str | None]],
        done: str,
    ) -> str:
        if self.session is None:
            label = await self._app.book.ask(whole_log)
            self.finished = None
            await self.load()
        else:
            id_ = self.session.id
            session, label, line = await self._app.book.ask(lambda book: _with_clock(book, id_, in_session))
            if session is None or session.status is Status.FINISHED:
                await self.load()
            else:
                self.forget()
                self._app.follow(session, line)
                await self.remember()
        return f"{done}: {label}" if label else f"Nothing to be {done.lower()}"

    def _here(self) -> Spot:
        here = self.spot
        if here is None:
            raise UnreadableError("No session is open")
        return here


def _known(book: Logbook, name: str) -> KnownExercise:
    past = book.history.exposures(name, limit=1)
    return KnownExercise(
        note=book.notes.exercise(name), bests=book.history.bests(name), last=past[-1] if past else None
    )


def _known_runs(book: Logbook, subtype: str) -> KnownRuns:
    return KnownRuns(last=book.history.last_run(subtype), bests=book.history.run_bests())


def _today(book: Logbook) -> tuple[TodayPage, Timeline | None]:
    """Return the day, and the clock of the session that is open."""
    page = book.today()
    return page, book.sessions.clock(page.open_session.id) if page.open_session is not None else None


def _with_clock(
    book: Logbook, id_: str, in_session: Callable[[Logbook, str], tuple[Session | None, str | None]]
) -> tuple[Session | None, str | None, Timeline | None]:
    """Return the session after a step back or forth, what was done, and the clock it has then."""
    session, label = in_session(book, id_)
    return session, label, book.sessions.clock(id_) if session is not None else None
