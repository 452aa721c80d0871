"""Sessions without a plan: begun from a typed line, kept afterwards, counted by hand, opened again."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from hybridtui.ui.rearranging import Rearranging

if TYPE_CHECKING:
    from hybridtui.domain.blocks import Block, Done, Known
    from hybridtui.domain.workout import Kind, Workout


class Unplanned(Rearranging):
    """What an athlete does beside the plan, and how it counts for it after all."""

    @property
    def vocabulary(self) -> Known:
        """What a typed line is read against."""
        from hybridtui.domain.athlete import Athlete
        from hybridtui.domain.blocks import Known

        page = self.page
        athlete = page.athlete if page is not None and page.athlete is not None else Athlete()

        def pace_of(zone: str) -> float | None:
            from hybridtui.domain.plan.pacing import Pacing  # only a line with a zone asks for it

            return Pacing.of(athlete).pace(zone)

        return Known(
            exercises=page.exercises if page is not None else {},
            at_hand=self.at_hand if self.at_hand is not None else athlete.equipment,
            weight_unit=athlete.weight_unit,
            distance_unit=athlete.distance_unit,
            pace_of=pace_of,
        )

    @property
    def matches(self) -> bool:
        """Whether the session that was just finished followed no workout, and there is a plan to count it for."""
        planned = self.page is not None and self.page.plan is not None
        return planned and self.finished is not None and self.finished.workout_id is None

    async def start_free(self, kind: Kind) -> str:
        """Begin a session without a plan."""
        self._enter(await self._app.book.ask(lambda book: book.sessions.start_free(kind)), entered=True)
        await self.load()
        return ""

    async def begin(self, block: Block) -> str:
        """Begin a session as it was typed."""
        self._enter(await self._app.book.ask(lambda book: book.unplanned.begin(block)), entered=True)
        await self.load()
        return ""

    async def keep(self, done: Done, began: datetime) -> str:
        """Keep what is done already, and sum it up."""
        self.finished = await self._app.book.ask(lambda book: book.unplanned.keep(done, began))
        self.records = ()
        await self.load()
        return ""

    async def count_as(self, session_id: str, workout: Workout) -> str:
        """Count a finished session as a planned workout."""
        session = await self._app.book.ask(lambda book: book.sessions.follow_workout(session_id, workout.id))
        if self.finished is not None and self.finished.id == session_id:
            self.finished = session
        await self.load()
        return f"Counts as {workout.title} of {workout.day:%A}: u takes it back"

    async def reopen(self, session_id: str) -> str:
        """Open a finished session again, to go on with it."""
        session = await self._app.book.ask(lambda book: book.sessions.reopen(session_id))
        self._enter(session, entered=True)
        await self.load()
        return f"{session.title} is open again: u closes it as it was"
