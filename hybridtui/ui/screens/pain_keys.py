"""The keys with which an athlete says how the body is: an ache while training, the check-in by its first digit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hybridtui.domain.text import clean
from hybridtui.ui.screens.answering import Answering

if TYPE_CHECKING:
    from hybridtui.ui.dialogs.pain import Told


class PainKeys(Answering):
    """A screen on which an ache can be told, and the check-in begun by its first answer."""

    def action_pain(self) -> None:
        """Ask where it aches and how much, and change what it concerns.

        The dialog is there when this returns, so that no key that follows is lost.
        """
        from hybridtui.ui.dialogs.pain import PainDialog

        page, session = self.guided.page, self.guided.session
        if page is not None:
            self.app.push_screen(PainDialog(session.id if session is not None else None, page.pains), self._ached)

    def action_check_in_from(self, digit: int) -> None:
        """Begin the check-in with its first answer given: ``digit``, 1 to 5."""
        self.ask_how_you_are(digit)

    def _ached(self, told: Told | None) -> None:
        if told is not None:
            self.do(lambda: self._spare(told))

    async def _spare(self, told: Told) -> str:
        """Keep what was told, and change what it concerns; what changed is said in a toast.

        Today loads itself anew when the dialog is gone, which would wipe it off the entry line.
        """
        from hybridtui.domain.sparing import Choice

        session, part, side, level = self.guided.session, told.part, told.side, told.level
        id_, choice = session.id if session is not None else None, told.choice
        seen = await self.app.book.ask(lambda book: book.pains.report(id_, part, side, level))
        said = [seen.pain.words]
        if id_ is not None and choice is not None and seen.concerned:
            wanted = Choice.SKIP if seen.pain.alarms else choice
            await self.app.book.ask(lambda book: book.pains.apply(id_, wanted))
            said += seen.swaps if wanted is Choice.SWAP else seen.skips
        await self.guided.load()
        self.app.say(clean("; ".join(said), 400))
        if seen.pain.alarms:
            self._stop()
        return ""

    def _stop(self) -> None:
        from hybridtui.ui.dialogs.stop import StopDialog

        self.app.push_screen(StopDialog(session=self.guided.session is not None), self._stopped)

    def _stopped(self, finish: bool | None) -> None:
        if finish and self.guided.session is not None:
            self.action_finish()
