"""The keys of the session's clock: start it, go on, let everything stand still, put it away; and of its notes."""

from __future__ import annotations

from textual import work

from hybridtui.ui.screens.guided_screen import GuidedScreen


class ClockKeys(GuidedScreen):
    """A screen on which the clock of the session is worked, and notes are written."""

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

    @work
    async def action_note(self) -> None:
        """Write a note on the newest set, the exercise or the session."""
        from hybridtui.ui.dialogs.note import NoteDialog

        if subjects := self.guided.notable():
            note = await self.app.push_screen_wait(NoteDialog(subjects))
            if note is not None:
                self.do(lambda: self.guided.note(note))
