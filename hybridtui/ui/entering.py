"""What is typed into the entry line, or left as planned, carried out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hybridtui.ui.stage import UnreadableError
from hybridtui.ui.timekeeping import Timekeeping
from hybridtui.ui.words import with_times

if TYPE_CHECKING:
    from hybridtui.domain.bests import Bests, RunBests
    from hybridtui.domain.drafts import RunDraft, SetDraft
    from hybridtui.domain.entry import Entry, TargetChange
    from hybridtui.domain.guide import Place
    from hybridtui.domain.session import Session
    from hybridtui.domain.timeline import Timeline
    from hybridtui.logbook import Logbook
    from hybridtui.ui.spot import Spot


class Entering(Timekeeping):
    """Logs sets and runs, ticks off, changes targets."""

    async def log(self, text: str) -> str:
        """Log what was typed, or what was planned if nothing was: of a run by a stopwatch, its time.

        Raises:
            UnreadableError: if it cannot be read, or is so unusual that it is asked for once more.
            Problem: if it was not saved.
        """
        from hybridtui.domain.entry import RunDraftEntry, SetEntry, TargetChange, Unreadable

        here = self._here()
        if here.ticks_only:
            if text.strip():
                raise UnreadableError(here.understood(text)[0])
            return await self._tick(here)
        if here.needs_exercise:
            raise UnreadableError("Choose an exercise first: n")
        entry = here.read(self.timed() if not text.strip() and self.times_run else text)
        if question := self._question(here, text.strip(), entry):
            raise UnreadableError(question)
        match entry:
            case SetEntry(sets=sets):
                return await self._log_sets(here, sets)
            case RunDraftEntry():
                return await self._log_run(here, entry.draft)
            case TargetChange():
                return await self._change_target(here, entry)
            case Unreadable(echo=echo):
                raise UnreadableError(with_times(echo))

    def _question(self, here: Spot, text: str, entry: Entry) -> str:
        """Return what to ask about an entry far above anything before; empty if there is nothing, or it was asked."""
        from hybridtui.domain.unusual import unusual

        if not text or (self._asked is not None and self._asked[:2] == (here.key, text)):
            return ""
        question = unusual(entry, self._bests(here), here.expected)
        self._asked = None if question is None else (here.key, text, question)
        return question or ""

    def _bests(self, here: Spot) -> Bests | RunBests | None:
        """Return the most there ever was of what is done here, this session's too."""
        if here.expected.is_run:
            return self.runs.bests.including(here.session.runs) if self.runs is not None else None
        known = self.recalled.get(here.exercise.id) if here.exercise is not None else None
        return known.bests.including(here.sets_here) if known is not None else None

    async def _change_target(self, here: Spot, change: TargetChange) -> str:
        if (place := here.place) is None:
            from hybridtui.ui.spot import merged

            self._aims[here.key] = merged(self._aims.get(here.key), change)
            self._spot = None
        else:
            session_id = here.session.id
            session, line = await self._app.book.ask(lambda book: _retargeted(book, session_id, place, change))
            self._app.follow(session, line)
        return with_times(change.echo)

    async def _tick(self, here: Spot) -> str:
        place, session_id = here.place, here.session.id
        assert place is not None, "only a step can be ticked"  # noqa: S101 - ticks_only says so
        return await self.carry(lambda book: book.sessions.tick(session_id, place))

    async def _log_sets(self, here: Spot, sets: tuple[SetDraft, ...]) -> str:
        exercise = here.exercise.id if here.exercise else (here.step.exercise if here.step else None)
        if exercise is None:
            raise UnreadableError("This is a run: type distance and time, such as 8km 44:10")
        return await self.carry(lambda book: book.sessions.log_sets(here.session.id, here.place, exercise, sets))

    async def _log_run(self, here: Spot, draft: RunDraft) -> str:
        return await self.carry(lambda book: book.sessions.log_run(here.session.id, here.place, draft))


def _retargeted(book: Logbook, session_id: str, place: Place, change: TargetChange) -> tuple[Session, Timeline | None]:
    return book.sessions.change_target(session_id, place, change), book.sessions.clock(session_id)
