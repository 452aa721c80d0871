"""The store: one open log file, one method for each question and each change."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from datetime import date, datetime
from pathlib import Path
from types import TracebackType
from typing import Self, TypeAlias

from sqlalchemy import Connection

from hybridtui.domain.athlete import Athlete
from hybridtui.domain.bests import Bests, RunBests
from hybridtui.domain.change import Change
from hybridtui.domain.exercises import Exercise
from hybridtui.domain.history import Exposure, SessionLine
from hybridtui.domain.imports import Batch, Original
from hybridtui.domain.kept_clock import KeptClock
from hybridtui.domain.matching import Trained
from hybridtui.domain.pain import Pain
from hybridtui.domain.problems import StoreProblem
from hybridtui.domain.readiness import Readiness
from hybridtui.domain.run_log import RunDay
from hybridtui.domain.session import LoggedSet, Session
from hybridtui.domain.workout import Plan
from hybridtui.store import (
    batches,
    changes,
    clocks,
    engine,
    history,
    journal,
    notes,
    opening,
    pains,
    plans,
    readings,
    sessions,
    unread,
)
from hybridtui.store.database import Database, Patience
from hybridtui.store.past import Past


class Store(Past):
    """The log of one athlete. Made by :meth:`open`; every change is one transaction."""

    def __init__(self, database: Database) -> None:
        self._db = database

    @classmethod
    def open(
        cls,
        location: str | Path,
        *,
        read_only: bool = False,
        begin: bool = True,
        patience: Patience | None = None,
    ) -> Self:
        """Open the log at a path or SQLite URL, creating or upgrading it if needed; without ``begin`` never creating.

        A file that may not be written is opened for reading. Nothing that is not a
        whole log of a known version is ever written to.

        Raises:
            StoreProblem: if it cannot be used; the message names it and the way out.
        """
        path, access = opening.prepared(location, read_only=read_only, begin=begin)
        return cls(Database(path, engine.make_engine(path, access), access=access, patience=patience or Patience()))

    def close(self) -> None:
        """Close the file; the write-ahead log is folded into it."""
        self._db.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @property
    def path(self) -> Path:
        """The file."""
        return self._db.path

    @property
    def read_only(self) -> bool:
        """True if nothing can be saved."""
        return self._db.read_only

    def quick_check(self) -> str | None:
        """Return what is wrong with the file, in words; None if nothing is. May be called on any thread."""
        try:
            with self._db.reading() as connection:
                complaint = engine.complaint(connection)
                left_out = unread.told(connection) if complaint is None else ""
        except StoreProblem as problem:
            return str(problem)
        if complaint is None:
            return f"{self.path}: {left_out}; all else is whole." if left_out else None
        with suppress(StoreProblem):  # of a file that cannot be read at all, nothing can be left out
            self.look_past_damage()
        return f"{self.path} is damaged ({complaint}). Copy it away before anything else, then restore an earlier copy."

    def apply(self, change: Change, at: datetime) -> None:
        """Make a change; it is on disk when this returns.

        Raises:
            NotSaved: if nothing was written.
        """
        self._db.write(change.label, lambda connection: _make(connection, change, at))

    def apply_with_clock(self, change: Change, at: datetime, clock: KeptClock | None) -> None:
        """Make a change of a session and keep its clock as it is now (None: none runs), both or neither.

        Raises:
            NotSaved: if nothing was written.
        """

        def unit(connection: Connection) -> None:
            _make(connection, change, at)
            if change.session_id is not None:
                clocks.keep(connection, change.session_id, clock)

        self._db.write(change.label or "the clock", unit)

    def add_batch(
        self,
        batch: Batch,
        exercises: Sequence[Exercise],
        new: Iterable[Session],
        at: datetime,
        *,
        originals: Iterable[Original] = (),
        and_: Sequence[Change] = (),
    ) -> None:
        """Add an import, with the changes that belong to it: all of it or nothing; undo takes all of it back.

        ``new`` and ``originals`` are gone through again if another process was busy: no iterators.

        Raises:
            NotSaved: if nothing was written, as when a session's fingerprint is known.
        """

        def unit(connection: Connection) -> None:
            batches.add(connection, batch, exercises, new, originals, at)
            changed: list[changes.Image] = []
            for change in and_:
                changed += (its := changes.images(connection, change, at))
                changes.write(connection, its, just_read=True)
            journal.record_batch(connection, batch.label, batch.id, changed, at)

        self._db.write(batch.label, unit)

    def undo(self, at: datetime, session_id: str | None = None) -> str | None:
        """Take back the newest change (of a session) and return its label; None if there is none.

        The clock that leads through the session is put away: it led from another place.

        Raises:
            NotSaved: if nothing was written.
        """
        return self._db.write("undo", lambda connection: _moved(connection, journal.undo, session_id, at))

    def redo(self, at: datetime, session_id: str | None = None) -> str | None:
        """Bring back what was undone last (in a session) and return its label; None if there is nothing.

        The clock that leads through the session is put away.

        Raises:
            NotSaved: if nothing was written.
        """
        return self._db.write("redo", lambda connection: _moved(connection, journal.redo, session_id, at))

    def undo_label(self, session_id: str | None = None) -> str | None:
        """Return what undo would take back."""
        with self._db.reading() as connection:
            return journal.undo_label(connection, session_id)

    def redo_label(self, session_id: str | None = None) -> str | None:
        """Return what redo would bring back."""
        with self._db.reading() as connection:
            return journal.redo_label(connection, session_id)

    def athlete(self) -> Athlete | None:
        """Return the athlete; None before the first run."""
        with self._db.reading() as connection:
            return plans.athlete(connection)

    def plan(self) -> Plan | None:
        """Return the plan adopted last, whole."""
        with self._db.reading() as connection:
            return plans.current(connection)

    def own_exercises(self) -> tuple[Exercise, ...]:
        """Return the athlete's own exercises by name."""
        with self._db.reading() as connection:
            return plans.own_exercises(connection)

    def session(self, session_id: str) -> Session | None:
        """Return a session with its steps, sets, runs and marks in order."""
        with self._db.reading() as connection:
            return sessions.one(connection, session_id)

    def running(self, session_id: str) -> tuple[Session | None, KeptClock | None]:
        """Return a session, and the clock that leads through it, as they were at one instant."""
        with self._db.reading() as connection:
            return sessions.one(connection, session_id), clocks.of(connection, session_id)

    def clock(self, session_id: str) -> KeptClock | None:
        """Return the clock that leads through a session, if one runs."""
        with self._db.reading() as connection:
            return clocks.of(connection, session_id)

    def pains(self, since: date) -> tuple[Pain, ...]:
        """Return what was said of pains from the day ``since`` on, oldest first."""
        with self._db.reading() as connection:
            return pains.since(connection, since)

    def exercise_notes(self) -> Mapping[str, str]:
        """Return the notes of exercises, by the exercise's id."""
        with self._db.reading() as connection:
            return notes.every(connection)

    def readiness(self, first: date, last: date) -> tuple[Readiness, ...]:
        """Return the check-ins of the days from ``first`` to ``last``, oldest first."""
        with self._db.reading() as connection:
            return readings.between(connection, first, last)

    def open_session(self) -> Session | None:
        """Return the session that still runs, if any."""
        with self._db.reading() as connection:
            return sessions.newest_open(connection)

    def done_workouts(self) -> frozenset[str]:
        """Return the ids of planned workouts that have a session, open or finished."""
        with self._db.reading() as connection:
            return sessions.done_workouts(connection)

    def trained(self, first: date, last: date) -> tuple[Trained, ...]:
        """Return the finished sessions of the days from ``first`` to ``last``, as matching with a plan asks, by day."""
        with self._db.reading() as connection:
            return sessions.trained(connection, first, last)

    def lines(
        self, *, offset: int = 0, limit: int | None = None, first: date | None = None, last: date | None = None
    ) -> tuple[SessionLine, ...]:
        """Return finished sessions as lines, newest first, of the days from ``first`` to ``last``."""
        with self._db.reading() as connection:
            return sessions.lines(connection, offset=offset, limit=limit, first=first, last=last)

    def count_lines(self, *, first: date | None = None, last: date | None = None) -> int:
        """Return how many lines there are."""
        with self._db.reading() as connection:
            return sessions.count_lines(connection, first=first, last=last)

    def run_days(self, first: date) -> tuple[RunDay, ...]:
        """Return the finished sessions with running from ``first`` on."""
        with self._db.reading() as connection:
            return history.run_days(connection, first)

    def exposures(self, exercise_id: str, limit: int = 20, *, include_open: bool = False) -> tuple[Exposure, ...]:
        """Return the latest sessions with an exercise, oldest first."""
        with self._db.reading() as connection:
            return history.exposures(connection, exercise_id, limit=limit, include_open=include_open)

    def last_exposures(self, exercise_ids: Sequence[str]) -> dict[str, Exposure]:
        """Return, by exercise, the last finished session with it."""
        with self._db.reading() as connection:
            return history.last_exposures(connection, exercise_ids)

    def different_sets(self, exercise_id: str, outside: str = "") -> tuple[LoggedSet, ...]:
        """Return each different set of an exercise once, but for one session; without id, place and time."""
        with self._db.reading() as connection:
            return history.different_sets(connection, exercise_id, outside)

    def bests(self, exercise_id: str) -> Bests:
        """Return the most there ever was of an exercise, in any session."""
        with self._db.reading() as connection:
            return history.bests(connection, exercise_id)

    def run_bests(self) -> RunBests:
        """Return the most there ever was of running, in any session."""
        with self._db.reading() as connection:
            return history.run_bests(connection)

    def known(self, fingerprints: Sequence[str]) -> frozenset[str]:
        """Return which fingerprints are in the log already."""
        with self._db.reading() as connection:
            return sessions.known(connection, fingerprints)


def _make(connection: Connection, change: Change, at: datetime) -> None:
    changed = changes.images(connection, change, at)
    if changed:
        changes.write(connection, changed, just_read=True)
        journal.record(connection, change, changed, at)


def _moved(connection: Connection, move: _Move, session_id: str | None, at: datetime) -> str | None:
    """Go a step back or forth in the journal."""
    label = move(connection, session_id, at)
    if label is not None:
        clocks.put_away(connection, session_id)
    return label


_Move: TypeAlias = Callable[[Connection, str | None, datetime], str | None]
