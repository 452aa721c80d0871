"""What Today and Timer share: doing one thing after another in the open session."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import UTC
from typing import TYPE_CHECKING

from textual import work

from hybridtui.domain.problems import Problem
from hybridtui.ui.screens.place import Place
from hybridtui.ui.stage import UnreadableError

if TYPE_CHECKING:
    from hybridtui.ui.dialogs.finish import End
    from hybridtui.ui.guided import Guided


class GuidedScreen(Place):
    """A screen from which the session is led."""

    @property
    def guided(self) -> Guided:
        """The day and its session, the same for all screens."""
        return self.app.guided

    @work
    async def do(self, action: Callable[[], Awaitable[str]], typed: str = "") -> None:
        """Do one thing after those asked for before it; ``typed`` is what it was made from."""
        async with self.guided.turn:
            said, refused = "", False
            try:
                said = await action()
            except UnreadableError as reason:
                said, refused = str(reason), True
            except Problem as problem:
                refused = True
                self.app.refuse(problem)
            self.told(said, refused=refused, typed=typed)

    def told(self, said: str, *, refused: bool, typed: str) -> None:  # noqa: ARG002 - for Today
        """Show how an action went, and the session as it is now."""
        if said:
            self.app.say(said)

    def action_undo(self) -> None:
        """Take back the newest change."""
        self.do(self.guided.undo)

    def action_redo(self) -> None:
        """Do again what was taken back."""
        self.do(self.guided.redo)

    def action_skip(self, whole_step: bool = False) -> None:
        """Skip a set, or the rest of its step."""
        self.do(lambda: self.guided.skip(whole_step=whole_step))

    def action_skip_all(self, _what: str) -> None:
        """Skip all that is left of the warm-up, or of the cool-down."""
        self.action_skip(True)

    def action_discard(self) -> None:
        """Drop an empty session."""
        self.do(self.guided.discard)

    def action_rest(self, seconds: int) -> None:
        """Make the running clock longer or shorter."""
        self.do(lambda: self.guided.lengthen(seconds))

    def action_finish(self) -> None:
        """Ask for minutes, effort and a note, then finish; what is typed next is for the dialog."""
        from hybridtui.domain.totals import proposed_minutes
        from hybridtui.ui.dialogs.finish import FinishDialog

        if (session := self.guided.session) is not None:
            since_start = self.app.clock.now().astimezone(UTC) - session.started.utc
            minutes = proposed_minutes(session, since_start.total_seconds())
            self.app.push_screen(FinishDialog(session, minutes), self._finished)

    def _finished(self, end: End | None) -> None:
        if end is not None:
            self.do(lambda: self.guided.finish(rpe=end.rpe, minutes=end.minutes, note=end.note))

    @work
    async def action_exercise(self) -> None:
        """Choose the exercise of the next sets."""
        from hybridtui.ui.dialogs.pick_exercise import OwnName, PickExerciseDialog

        if self.guided.page is not None:
            chosen = await self.app.push_screen_wait(PickExerciseDialog(self.guided.page.exercises))
            if isinstance(chosen, OwnName):
                self.do(lambda: self.guided.invent(chosen.name))
            elif chosen is not None:
                self.do(lambda: self.guided.choose(chosen))

    def action_why(self) -> None:
        """Show every reason for the step, or for the workout before it is started."""
        from hybridtui.ui.dialogs.why import WhyDialog

        if reasons := self.guided.reasons():
            self.app.push_screen(WhyDialog(*reasons))

    def action_import_files(self) -> None:
        """Read files of other apps and watches."""
        self.app.action_import_files()
