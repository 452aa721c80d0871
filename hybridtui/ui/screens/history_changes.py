"""What History changes: the log, as its tabs ask for it, and what was changed taken back."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from textual import on, work

from hybridtui.domain.problems import Problem
from hybridtui.ui.history.tab import Tab
from hybridtui.ui.screens.place import Place

if TYPE_CHECKING:
    from hybridtui.logbook import Logbook


class ChangingHistory(Place):
    """A screen from which the log is changed; every change can be undone."""

    def read_again(self) -> None:
        """Read the log after a change."""
        raise NotImplementedError

    @on(Tab.Changing)
    def _change(self, changing: Tab.Changing) -> None:
        self.do(changing.change)

    def action_undo(self) -> None:
        """Take back the last change to the log."""
        from hybridtui.ui.history.log_changes import taken_back

        self.do(taken_back)

    def action_redo(self) -> None:
        """Do again what was taken back last."""
        from hybridtui.ui.history.log_changes import done_again

        self.do(done_again)

    @work
    async def do(self, change: Callable[[Logbook], str]) -> None:
        """Change the log, say what ``change`` returns, and read again."""
        try:
            self.app.say(await self.app.book.ask(change))
        except Problem as problem:
            self.app.refuse(problem)
        self.read_again()
