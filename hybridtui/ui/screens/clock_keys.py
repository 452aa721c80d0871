"""The keys of the session's clock: start, go on, stand still, put away; and of its notes and efforts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import work

from hybridtui.ui.screens.guided_screen import GuidedScreen
from hybridtui.ui.stage import Doing

if TYPE_CHECKING:
    from hybridtui.ui.running import Running
    from hybridtui.ui.widgets.set_clock import SetClock


class ClockKeys(GuidedScreen):
    """A screen on which the clock of the session is shown large and worked, and notes are written."""

    _large: SetClock | None = None
    """The clock in large digits, once there was one."""

    _did = Doing.NOTHING
    """What the clock did at the last look."""

    def doing(self, running: Running | None) -> Doing:
        """Return what the clock of the session does now."""
        if running is None or running.origin != "step":
            return Doing.NOTHING
        from hybridtui.ui.session_clock import doing

        return doing(running, self.guided.session, self.app.clock.ticks())

    def show_large(self, running: Running | None) -> None:
        """Give the pane to the clock of the session as long as it runs and does not stand still."""
        session = self.guided.session if self.guided.entered else None
        timing = running is not None and running.origin == "step" and session is not None and not session.is_paused
        self.set_class(timing, "-timing")
        if timing and self._large is None:
            from hybridtui.ui.widgets.set_clock import SetClock  # with its digits not before it is needed

            self._large = SetClock(classes="panel")
            self.query_one("#panes").mount(self._large)
        if self._large is not None:
            self._large.ticks = self.app.clock.ticks()
            self._large.running = running if timing else None

    def move_large(self, ticks: float) -> bool:
        """Let the large clock show another instant; return whether the keys of the clock mean something else now."""
        if self._large is not None:
            self._large.ticks = ticks
        before, self._did = self._did, self.doing(self.app.running)
        return self._did is not before

    def action_clock(self, what: str) -> None:
        """Start the clock, or say that what it shows is done."""
        self.do(self.guided.begin_clock if what == "start" else self.guided.split)

    def action_put_clock_away(self) -> None:
        """Put the clock away; nothing is logged by it."""
        self.do(self.guided.halt)

    def action_stand(self, still: bool) -> None:
        """Let everything stand still, or run on."""
        self.do(self.guided.stand_still if still else self.guided.go_on)

    def action_pause(self, still: bool) -> None:
        """Let everything stand still, or run on: the key that says so with every step."""
        self.action_stand(still)

    def action_effort(self) -> None:
        """Ask for the effort of every set, or ask no more."""
        self.app.action_rate()
        self.told("", refused=False, typed="")

    @work
    async def action_note(self) -> None:
        """Write a note on the newest set, the exercise or the session."""
        from hybridtui.ui.dialogs.note import NoteDialog

        if subjects := self.guided.notable():
            note = await self.app.push_screen_wait(NoteDialog(subjects))
            if note is not None:
                self.do(lambda: self.guided.note(note))
