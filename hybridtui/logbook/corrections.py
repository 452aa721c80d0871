"""Correcting sessions: edit, delete, undo, redo. Totals and later targets follow."""

from __future__ import annotations

from dataclasses import replace

from hybridtui.domain import effort, recording, same_workout, totals
from hybridtui.domain.change import Change, Noun, Ref, difference
from hybridtui.domain.problems import Problem
from hybridtui.domain.session import LoggedSet, RunEntry, Session, Status
from hybridtui.domain.text import clean, clean_note
from hybridtui.logbook.kit import Kit

LONGEST_MINUTES = 7 * 24 * 60
"""What the log takes as the length of a session."""


class Corrections:
    """What can be done to any session, open or finished. Every change can be taken back."""

    def __init__(self, kit: Kit) -> None:
        self._kit = kit

    def get(self, session_id: str) -> Session:
        """Return a session in full.

        Raises:
            Problem: if it is not in the log.
        """
        session = self._kit.store.session(session_id)
        if session is None:
            raise gone()
        return session

    def edit_set(self, session_id: str, logged: LoggedSet) -> Session:
        """Correct a set; totals follow, and so do later targets."""
        logged = replace(logged, note=clean_note(logged.note))
        return self._edit(session_id, "change of a set", sets=(logged,))

    def edit_run(self, session_id: str, run: RunEntry) -> Session:
        """Correct a run; totals follow."""
        return self._edit(session_id, "change of a run", runs=(replace(run, note=clean_note(run.note)),))

    def delete_set(self, session_id: str, set_id: str) -> Session:
        """Remove a set."""
        return self._edit(session_id, "deletion of a set", dropped=set_id)

    def delete_run(self, session_id: str, run_id: str) -> Session:
        """Remove a run."""
        return self._edit(session_id, "deletion of a run", dropped=run_id)

    def edit_session(self, session: Session, *, minutes: int | None = None) -> Session:
        """Correct a session's own words and numbers, and the kind of its runs; with ``minutes`` its length.

        Raises:
            Problem: if the numbers are out of range.
        """
        told = replace(session, title=clean(session.title), note=clean_note(session.note), rpe=checked_rpe(session.rpe))
        changed = totals.with_totals(told) if minutes is None else totals.lasting(told, checked_minutes(minutes))
        self._kit.apply(difference(self.get(session.id), changed, label=f"change of {changed.title}"))
        return self.get(session.id)

    def count_by_itself(self, session_id: str, *, alone: bool) -> Session:
        """Count a session by itself whatever other record is like it, or once with that again."""
        session = self.get(session_id)
        others = tuple(flag for flag in session.flags if flag != same_workout.BY_ITSELF)
        flags = (*others, same_workout.BY_ITSELF) if alone else others
        label = f"{session.title} by itself" if alone else f"{session.title} once"
        self._put(replace(session, flags=flags), label)
        return self.get(session_id)

    def delete(self, session_id: str) -> None:
        """Remove a session with all that is in it; undo brings it back."""
        session = self.get(session_id)
        drop = (Ref(Noun.SESSION, session_id),)
        self._kit.apply(Change(label=f"deletion of {session.title}", session_id=session_id, drop=drop))

    def undo_last(self) -> str | None:
        """Take back the last change of all; returns what it was."""
        return self._kit.store.undo(self._kit.utc())

    def redo_last(self) -> str | None:
        """Do again what was undone last of all; returns what it was."""
        return self._kit.store.redo(self._kit.utc())

    def _edit(
        self,
        session_id: str,
        label: str,
        *,
        sets: tuple[LoggedSet, ...] = (),
        runs: tuple[RunEntry, ...] = (),
        dropped: str | None = None,
    ) -> Session:
        """Write entries, and the totals that follow from them, in one change."""
        session = self.get(session_id)
        known = {logged.id for logged in session.sets} | {run.id for run in session.runs}
        wanted = {logged.id for logged in sets} | {run.id for run in runs} | ({dropped} if dropped else set())
        if not wanted <= known:
            raise entry_gone()
        after = recording.corrected(session, sets=sets, runs=runs, dropped=dropped)
        was_set = any(logged.id == dropped for logged in session.sets)
        self._kit.apply(
            Change(
                label=label,
                session_id=session_id,
                sessions=(totals.with_totals(after),) if session.status is Status.FINISHED else (),
                sets=tuple((session_id, logged) for logged in sets),
                runs=tuple((session_id, run) for run in runs),
                drop=(Ref(Noun.SET if was_set else Noun.RUN, dropped),) if dropped else (),
            )
        )
        return self.get(session_id)

    def _put(self, session: Session, label: str) -> None:
        self._kit.apply(Change(label=label, session_id=session.id, sessions=(session,)))


def gone() -> Problem:
    """Return the refusal of what is asked of a session that is not in the log."""
    return Problem("That session is no longer in the log. Undo brings it back if it was just deleted.")


def entry_gone() -> Problem:
    """Return the refusal of what is asked of a set or run that is not in its session."""
    return Problem("That entry is no longer in the session: it was deleted or undone.")


def checked_minutes(minutes: int) -> int:
    """Return the length of a session in minutes, 1 to seven days.

    Raises:
        Problem: if it is out of range.
    """
    if not 1 <= minutes <= LONGEST_MINUTES:
        raise Problem(f"A session takes from 1 minute to 7 days, not {minutes} min.")
    return minutes


def checked_rpe(rpe: float | None) -> float | None:
    """Return the effort of a session, 0 to 10, or None where it was not rated.

    Raises:
        Problem: if it is out of range.
    """
    if rpe is not None and not 0 <= rpe <= effort.MOST:
        raise Problem(f"RPE is from 0 to 10, not {rpe:g}.")
    return rpe
