"""The keys for sessions without a plan, and for what comes after a session: count it as planned, open it again."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from textual import work

from hybridtui.domain.problems import Problem
from hybridtui.ui.screens.guided_screen import GuidedScreen

if TYPE_CHECKING:
    from hybridtui.domain.blocks import Done


class MatchKeys(GuidedScreen):
    """A screen from which one trains without a plan, and that sums up a session which was just finished."""

    @work
    async def action_free(self) -> None:
        """Choose what to do without a plan, or say what is done already."""
        from hybridtui.domain.blocks import Block, Done
        from hybridtui.ui.dialogs.free_session import FreeSessionDialog

        known = self.guided.vocabulary
        try:
            earlier = await self.app.book.ask(lambda book: book.unplanned.earlier(known))
        except Problem as problem:
            self.app.refuse(problem)
            return
        chosen = await self.app.push_screen_wait(FreeSessionDialog(known, earlier))
        if isinstance(chosen, Block):
            self.do(lambda: self.guided.begin(chosen))
        elif isinstance(chosen, Done):
            await self._keep(chosen)
        elif chosen is not None:
            self.do(lambda: self.guided.start_free(chosen))
            if chosen.value != "run":
                self.action_exercise()

    async def _keep(self, done: Done) -> None:
        """Ask when it was, unless that was typed."""
        from hybridtui.ui.dialogs.when import WhenDialog

        now = self.app.clock.now().replace(tzinfo=None)
        began = proposed_begin(done, now)
        if done.began is None:
            asked = await self.app.push_screen_wait(WhenDialog(done.echo, began, now))
            if asked is None:
                return
            began = asked
        self.do(lambda: self.guided.keep(done, began))

    @work
    async def action_match(self) -> None:
        """Choose the planned workout that the finished session counts as; if there is only one, it is that."""
        from hybridtui.ui.matching import workout_for

        if (session := self.guided.finished) is None:
            return
        workout = await workout_for(self.app, session)
        if workout is not None:
            self.do(lambda: self.guided.count_as(session.id, workout))

    def action_reopen(self) -> None:
        """Open the finished session again, to go on with it."""
        if (session := self.guided.finished) is not None:
            self.do(lambda: self.guided.reopen(session.id))


def proposed_begin(done: Done, now: datetime) -> datetime:
    """Return when something that is done probably began: as said, else so that it would have ended just now."""
    day = now.date() - timedelta(days=done.days_ago or 0)
    if done.began is not None:
        return datetime.combine(day, done.began)
    began = now - timedelta(seconds=done.draft.seconds or 0, days=done.days_ago or 0)
    return began.replace(second=0, microsecond=0)
