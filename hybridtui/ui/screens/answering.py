"""What Today may ask before training: how the athlete is, whether to ease the week, what about missed work."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import work
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static

from hybridtui.domain.problems import Problem
from hybridtui.ui.screens.guided_screen import GuidedScreen
from hybridtui.ui.stage import Stage

if TYPE_CHECKING:
    from hybridtui.domain.readiness import Readiness
    from hybridtui.domain.today import TodayPage


class Answering(GuidedScreen):
    """A screen with quiet lines that say what waits for an answer, and the keys that give it."""

    def questions(self) -> ComposeResult:
        """Lay out the lines: the check-in of the day, then what else there is."""
        yield Static(id="how", markup=False)
        yield Static(id="notices", markup=False)

    def show_questions(self, page: TodayPage) -> None:
        """Show how the day stands."""
        from hybridtui.ui.today_lines import how_you_are, notices

        asking = self.guided.stage is Stage.READY  # the keys that are named are offered only then
        how = self.query_one("#how", Static)
        how.display = asking
        how.update(how_you_are(page), layout=False)
        waiting = list(notices(page)) if asking else []
        self.set_class(bool(waiting), "-waiting")
        if waiting:
            self.query_one("#notices", Static).update(Content("\n").join(waiting))

    def action_check_in(self) -> None:
        """Ask how the athlete is, and let the day follow."""
        self.ask_how_you_are()

    def ask_how_you_are(self, first: int | None = None) -> None:
        """Ask how the athlete is; ``first`` is the answer to the first question, if it was told already.

        The dialog is there when this returns, so that no digit that follows is lost.
        """
        from hybridtui.ui.dialogs.check_in import CheckInDialog

        if (page := self.guided.page) is not None:
            self.app.push_screen(CheckInDialog(page, first), self._told_how)

    def _told_how(self, reading: Readiness | None) -> None:
        if reading is not None:
            self.do(lambda: self.guided.check_in(reading))

    def action_lighter_week(self, wanted: bool) -> None:
        """Take the lighter week that is proposed, or leave it."""
        self.do(self.guided.ease_week if wanted else self.guided.leave_week)

    @work
    async def action_missed(self) -> None:
        """Ask what to do about the first workout that was missed."""
        from hybridtui.ui.dialogs.missed import MissedDialog

        if (page := self.guided.page) is None or not page.missed:
            return
        missed = page.missed[0]
        try:
            choices = await self.app.book.ask(lambda book: book.moves.choices(missed.id))
        except Problem as problem:
            self.app.refuse(problem)
            return
        choice = await self.app.push_screen_wait(MissedDialog(missed, choices))
        if choice is not None:
            self.do(lambda: self.guided.make_up(choice))
