"""The day and its session, led by the athlete: begun, carried out, finished. Knows no widget."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hybridtui.ui.entering import Entering
from hybridtui.ui.noting import Noting
from hybridtui.ui.unplanned import Unplanned

if TYPE_CHECKING:
    from hybridtui.domain.plan.missed import Choice
    from hybridtui.domain.readiness import Readiness


class Guided(Entering, Noting, Unplanned):
    """Begins and ends a session, and changes the day around it."""

    async def choose(self, exercise: str) -> str:
        """Go on with this exercise in a free session."""
        self.chosen = exercise
        await self.remember()
        return ""

    async def invent(self, name: str) -> str:
        """Add an exercise of the athlete's own and go on with it."""
        own = await self._app.book.ask(lambda book: book.add_exercise(name))
        await self.load()
        return await self.choose(own.id)

    async def start(self) -> None:
        """Begin the workout that is looked at."""
        if (workout := self.workout) is not None:
            steps = self.steps_today(workout)
            begun = await self._app.book.ask(lambda book: book.sessions.start(workout.id, steps=steps))
            self._enter(begun, entered=True)
            await self.load()

    async def check_in(self, reading: Readiness) -> str:
        """Keep how the athlete is, and show the day as it leaves it."""
        await self._app.book.ask(lambda book: book.check_ins.save(reading))
        await self.load()
        return ""

    async def ease_week(self) -> str:
        """Make the week that is proposed a lighter one."""
        proposal = self.page.lighter_week if self.page is not None else None
        if proposal is None:
            return ""
        await self._app.book.ask(lambda book: book.plans.ease(proposal.number, proposal.why))
        await self.load()
        return f"{'This' if proposal.this_week else 'Next'} week is a lighter one: u takes it back"

    async def leave_week(self) -> str:
        """Leave the week that is proposed as it is."""
        await self._app.book.ask(lambda book: book.check_ins.decline())
        await self.load()
        return ""

    async def make_up(self, choice: Choice) -> str:
        """Do what was chosen about a missed workout."""
        await self._app.book.ask(lambda book: book.moves.choose(choice))
        await self.load()
        return choice.label

    async def finish(self, *, rpe: float | None, minutes: int | None, note: str) -> str:
        """Finish the session and keep it for its summary."""
        session_id = self._here().session.id
        done = await self._app.book.ask(
            lambda book: book.sessions.finish(session_id, rpe=rpe, minutes=minutes, note=note)
        )
        self.finished = done
        self.records = await self._app.book.ask(lambda book: book.sessions.records(session_id))
        await self.load()
        return ""

    async def discard(self) -> str:
        """Drop an open session in which nothing was done."""
        here = self.session
        if here is not None and self.empty:
            await self._app.book.ask(lambda book: book.sessions.abandon(here.id))
            await self.load()
        return "Discarded: nothing was logged"
