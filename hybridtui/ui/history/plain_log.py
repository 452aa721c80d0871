"""Every session, newest first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from textual import getters, on, work
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical

from hybridtui.domain.athlete import Athlete
from hybridtui.domain.history import SessionLine
from hybridtui.ui.app import HybridApp
from hybridtui.ui.dialogs.confirm import ConfirmDialog
from hybridtui.ui.history.tab import Tab, Window
from hybridtui.ui.widgets.session_log import PAGE, SessionLog

if TYPE_CHECKING:
    from collections.abc import Callable

    from hybridtui.logbook import Logbook


@dataclass(frozen=True, slots=True)
class LogPage:
    """One page of the log."""

    athlete: Athlete
    count: int
    offset: int
    lines: tuple[SessionLine, ...]


class PlainLogTab(Tab[LogPage]):
    """The list of all sessions."""

    name = "log"
    title = "Log"
    empty = "Nothing here yet.\n\n[b]T[/b]  today's session        [b]i[/b]  import files of Strong or a watch"
    windowed = False
    BINDINGS = [Binding("d", "delete", "Delete", id="history.delete", tooltip="Delete the session in hand")]

    app = getters.app(HybridApp)
    log_list = getters.query_one(SessionLog)
    _bare = False

    def compose(self) -> ComposeResult:
        """Lay out the list."""
        with Vertical(id="log", classes="panel") as log:
            log.border_title = "Sessions"
            yield SessionLog(self._lines)

    async def _lines(self, offset: int, limit: int) -> Sequence[SessionLine]:
        return await self.app.book.ask(lambda book: book.history.lines(offset, limit))

    def question(self, window: Window) -> Callable[[Logbook], LogPage]:  # noqa: ARG002 - the log is not cut
        """Ask for the page in hand."""
        return partial(_page, offset=self.log_list.page_in_hand)

    def show(self, page: LogPage) -> None:
        """Show the log."""
        self._bare = not page.count
        units = page.athlete.weight_unit, page.athlete.distance_unit
        self.log_list.show(page.count, page.offset, page.lines, *units)
        self.query_one("#log").border_subtitle = f"{page.count:,} in all"

    @property
    def bare(self) -> bool:
        """True without a session."""
        return self._bare

    @on(SessionLog.Opened)
    def _open(self, opened: SessionLog.Opened) -> None:
        self.post_message(self.Opening(opened.line.id))

    @work
    async def action_delete(self) -> None:
        """Delete the session in hand, once asked."""
        line = self.log_list.line
        if line is None:
            return
        question = f"Delete {line.title} of {line.local_date:%a %d %b %Y}?"
        if await self.app.push_screen_wait(ConfirmDialog(question, "Its sets and runs go with it; u brings it back.")):
            self.post_message(self.Changing(partial(_delete, line.id, f"Deleted {line.title}. u brings it back")))


def _page(book: Logbook, offset: int) -> LogPage:
    lines = tuple(book.history.lines(offset, PAGE))
    return LogPage(book.athlete() or Athlete(), book.history.count(), offset, lines)


def _delete(session_id: str, said: str, book: Logbook) -> str:
    book.sessions.delete(session_id)
    return said
