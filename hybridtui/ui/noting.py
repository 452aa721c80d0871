"""Notes on what is being done: the newest set, the exercise, the session."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hybridtui.domain import guide
from hybridtui.ui.changing import Changing

if TYPE_CHECKING:
    from hybridtui.domain.session import LoggedSet, RunEntry
    from hybridtui.ui.dialogs.note import Note, Noted


class Noting(Changing):
    """Keeps what the athlete writes while training."""

    def notable(self) -> list[Noted]:
        """Return what can be written about now, the most likely first."""
        from hybridtui.ui.dialogs.note import About, Noted

        here, session = self.spot, self.session
        if here is None or session is None:
            return []
        subjects: list[Noted] = []
        newest = guide.newest_entry(session)
        if newest is not None:
            subjects.append(Noted(About.SET, newest.id, self._entry_name(newest), newest.note))
        if here.exercise is not None:
            name = here.exercise.id
            subjects.append(Noted(About.EXERCISE, name, here.exercise.name, here.note))
        return [*subjects, Noted(About.SESSION, session.id, session.title, session.note)]

    def _entry_name(self, entry: LoggedSet | RunEntry) -> str:
        session = self._here().session
        if entry.step is not None and entry.set_number is not None:
            name = guide.name(session, guide.Place(entry.step, entry.set_number))
            return f"{name[:1].upper()}{name[1:]}"
        return "The last set" if entry in session.sets else "The run"

    async def note(self, note: Note) -> str:
        """Keep a note; an empty one takes away what was there."""
        from hybridtui.ui.dialogs.note import About

        session_id, about, text = self._here().session.id, note.of, note.text
        if text == about.text:
            return ""
        match about.about:
            case About.SET:
                return await self.carry(lambda book: book.sessions.note_set(session_id, about.id, text))
            case About.SESSION:
                return await self.carry(lambda book: book.sessions.note_session(session_id, text))
        await self._app.book.ask(lambda book: book.notes.save(about.id, text, session_id))
        self.recalled.pop(about.id, None)
        await self.remember()
        return f"Saved: note on {about.name}"
