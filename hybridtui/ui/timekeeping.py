"""The clock of the session, as the athlete works it: start, go on, stand still, put away."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hybridtui.domain.problems import StoreProblem
from hybridtui.ui.changing import Changing

if TYPE_CHECKING:
    from hybridtui.domain.engine.state import Event
    from hybridtui.domain.timeline import Timeline


RUN_TIMED = "Enter logs the time of the clock; or type distance and time"
"""What the line says while nothing is typed and a stopwatch times the run."""


class Timekeeping(Changing):
    """Works the clock that the logbook keeps."""

    @property
    def line(self) -> Timeline | None:
        """The clock that leads through the session, if one runs."""
        running = self._app.running
        return running.timeline if running is not None and running.origin == "step" else None

    async def begin_clock(self) -> str:
        """Start what goes by the clock from here on, or the timer of the next set."""
        from hybridtui.domain.engine.state import Begin

        return await self._happen(Begin())

    async def split(self) -> str:
        """Say that what the clock shows is done now: go on to what comes after it."""
        from hybridtui.domain.engine.state import Split

        return await self._happen(Split())

    async def halt(self) -> str:
        """Put the clock away; nothing is logged by it."""
        from hybridtui.domain.engine.state import Halt

        return await self._happen(Halt())

    async def stand_still(self) -> str:
        """Let everything stand still: the clock, the rest, the length of the session."""
        from hybridtui.domain.engine.state import Hold

        await self._happen(Hold())
        return ""

    async def go_on(self) -> str:
        """Let everything run on."""
        from hybridtui.domain.engine.state import GoOn

        await self._happen(GoOn())
        return ""

    async def pass_time(self) -> str:
        """Log what the clock led through meanwhile, in order, each at its own time.

        What cannot be saved is tried again in a while: the clock runs on, and nobody presses a key.
        """
        from hybridtui.domain.engine.state import Pass

        if self.session is None:  # it was finished while this waited for its turn
            return ""
        try:
            return await self._happen(Pass())
        except StoreProblem:
            self._app.try_again()
            raise

    async def lengthen(self, seconds: int) -> str:
        """Make the running clock longer or shorter; a rest stays so, also across a restart."""
        from hybridtui.domain.engine.state import Longer

        running = self._app.running
        if running is not None and running.origin != "own" and self.session is not None:
            await self._happen(Longer(seconds))
        elif running is not None:
            self._app.lengthen(seconds)
        return ""

    def timed(self) -> str:
        """Return the entry that the clock stands for now: the seconds held, the time run."""
        from hybridtui.ui.session_clock import entry_at

        here, line = self.spot, self.line
        return entry_at(here, line, self._app.clock.ticks()) if here is not None and line is not None else ""

    @property
    def times_run(self) -> bool:
        """True while a stopwatch runs that stands for the run to be logged."""
        here, line = self.spot, self.line
        if here is None or line is None or not here.expected.is_run:
            return False
        return line.reading(self._app.clock.ticks()).phase.seconds is None

    def understood(self, text: str) -> tuple[str, bool]:
        """Return what the entry line means here, in words, and whether it can be logged."""
        return (RUN_TIMED, True) if not text.strip() and self.times_run else super().understood(text)

    async def _happen(self, event: Event) -> str:
        session_id = self._here().session.id
        return await self.carry(lambda book: book.sessions.do(session_id, event))
