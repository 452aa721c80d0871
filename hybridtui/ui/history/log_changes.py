"""What can be done to a session from its line in the log, asked first, and what was done taken back."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, TypeAlias

from hybridtui.domain.problems import Problem
from hybridtui.ui import session_changes

if TYPE_CHECKING:
    from hybridtui.domain.history import SessionLine
    from hybridtui.logbook import Logbook
    from hybridtui.ui.app import HybridApp

LogChange: TypeAlias = "Callable[[Logbook], str]"
"""Changes the log, and says what it did."""


async def correction(app: HybridApp, session_id: str) -> LogChange | None:
    """Ask for a session's title, day, minutes, RPE and note anew; None: left as it was."""
    from hybridtui.ui.dialogs.edit_session import EditSessionDialog

    try:
        session = await app.book.ask(lambda book: book.sessions.get(session_id))
    except Problem as problem:
        app.refuse(problem)
        return None
    corrected = await app.push_screen_wait(EditSessionDialog(session, app.clock.now().date()))
    return partial(session_changes.put_session, corrected) if corrected is not None else None


async def deletion(app: HybridApp, line: SessionLine) -> LogChange | None:
    """Ask whether a session is to be deleted; None: it stays."""
    from hybridtui.ui.dialogs.confirm import ConfirmDialog

    question = f"Delete {line.title} of {line.local_date:%a %d %b %Y}?"
    if not await app.push_screen_wait(ConfirmDialog(question, "Its sets and runs go with it; u brings it back.")):
        return None
    return partial(session_changes.delete_session, line.id, f"Deleted {line.title}. u brings it back")


def taken_back(book: Logbook) -> str:
    """Take back the last change to the log, and say which."""
    label = book.sessions.undo_last()
    return f"Taken back: {label}" if label else "Nothing to take back"


def done_again(book: Logbook) -> str:
    """Do again what was taken back last, and say what."""
    label = book.sessions.redo_last()
    return f"Done again: {label}" if label else "Nothing to do again"
