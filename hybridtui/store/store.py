"""The store: one open log file, opened, changed and closed; its questions are in ``questions``.

What writes is loaded with the first write, or by :meth:`Store.get_ready`: Today is there before.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from hybridtui.domain.problems import StoreProblem
from hybridtui.store import engine, newest, opening
from hybridtui.store.database import Database, Patience
from hybridtui.store.questions import Questions

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from hybridtui.domain.change import Change
    from hybridtui.domain.exercises import Exercise
    from hybridtui.domain.imports import Batch, Original
    from hybridtui.domain.kept_clock import KeptClock
    from hybridtui.domain.session import Session


class Store(Questions):
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
        from hybridtui.store import unread  # looked over once Today is there

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

    @staticmethod
    def get_ready() -> None:
        """Load what writes, so that the first write need not wait for it."""
        from hybridtui.store import writing  # noqa: F401

    def apply(self, change: Change, at: datetime) -> None:
        """Make a change; it is on disk when this returns.

        Raises:
            NotSaved: if nothing was written.
        """
        from hybridtui.store import writing

        self._db.write(change.label, lambda connection: writing.make(connection, change, at))

    def apply_with_clock(self, change: Change, at: datetime, clock: KeptClock | None) -> None:
        """Make a change of a session and keep its clock as it is now (None: none runs), both or neither.

        Raises:
            NotSaved: if nothing was written.
        """
        from hybridtui.store import clocks, writing

        def unit(connection: Connection) -> None:
            writing.make(connection, change, at)
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
        from hybridtui.store import writing

        self._db.write(
            batch.label, lambda connection: writing.add_batch(connection, batch, exercises, new, at, originals, and_)
        )

    def undo(self, at: datetime, session_id: str | None = None) -> str | None:
        """Take back the newest change (of a session) and return its label; None if there is none.

        The clock that leads through the session is put away: it led from another place.

        Raises:
            NotSaved: if nothing was written.
        """
        from hybridtui.store import writing

        return self._db.write("undo", lambda connection: writing.undo(connection, session_id, at))

    def redo(self, at: datetime, session_id: str | None = None) -> str | None:
        """Bring back what was undone last (in a session) and return its label; None if there is nothing.

        The clock that leads through the session is put away.

        Raises:
            NotSaved: if nothing was written.
        """
        from hybridtui.store import writing

        return self._db.write("redo", lambda connection: writing.redo(connection, session_id, at))

    def undo_label(self, session_id: str | None = None) -> str | None:
        """Return what undo would take back."""
        with self._db.reading() as connection:
            return newest.undo_label(connection, session_id)

    def redo_label(self, session_id: str | None = None) -> str | None:
        """Return what redo would bring back."""
        with self._db.reading() as connection:
            return newest.redo_label(connection, session_id)
