"""What can be done to a session that is looked at: each makes its change, and says it in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hybridtui.domain.same_workout import BY_ITSELF
from hybridtui.domain.session import RunEntry

if TYPE_CHECKING:
    from hybridtui.domain.workout import Workout
    from hybridtui.logbook import Logbook
    from hybridtui.ui.corrections import LogEntry
    from hybridtui.ui.dialogs.edit_session import Correction


def put_entry(session_id: str, entry: LogEntry, book: Logbook) -> str:
    """Correct a set or a run."""
    if isinstance(entry, RunEntry):
        book.sessions.edit_run(session_id, entry)
    else:
        book.sessions.edit_set(session_id, entry)
    return "Corrected. u takes it back"


def put_session(correction: Correction, book: Logbook) -> str:
    """Correct a session's own words and numbers."""
    book.sessions.edit_session(correction.session, minutes=correction.minutes)
    return "Corrected. u takes it back"


def delete_entry(session_id: str, entry: LogEntry, said: str, book: Logbook) -> str:
    """Delete a set or a run; return ``said``."""
    delete = book.sessions.delete_run if isinstance(entry, RunEntry) else book.sessions.delete_set
    delete(session_id, entry.id)
    return said


def delete_session(session_id: str, said: str, book: Logbook) -> str:
    """Delete a session; return ``said``."""
    book.sessions.delete(session_id)
    return said


def count_as(session_id: str, workout: Workout, book: Logbook) -> str:
    """Count a session as a planned workout."""
    book.sessions.follow_workout(session_id, workout.id)
    return f"Counts as {workout.title} of {workout.day:%A}. u takes it back"


def count_or_join(session_id: str, book: Logbook) -> str:
    """Count a session by itself, though another record tells the same workout; or once with that again."""
    session = book.sessions.get(session_id)
    alone = BY_ITSELF not in session.flags
    book.sessions.count_by_itself(session_id, alone=alone)
    if alone:
        return f"{session.title} counts by itself. u takes it back"
    return "Records of one workout count once again. u takes it back"


def undo(session_id: str, book: Logbook) -> str:
    """Take back the last change of a session."""
    _, label = book.sessions.undo(session_id)
    return f"Taken back: {label}" if label else "Nothing more to take back in this session"


def redo(session_id: str, book: Logbook) -> str:
    """Do again what was taken back in a session."""
    _, label = book.sessions.redo(session_id)
    return f"Done again: {label}" if label else "Nothing to do again in this session"
