"""Units of work on one file: readers, and writers that try again when another is busy."""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from sqlalchemy import Connection, Engine
from sqlalchemy.exc import DBAPIError, StatementError

from hybridtui.domain.problems import NotSaved, StoreProblem
from hybridtui.store import faults
from hybridtui.store.codec import DAMAGE
from hybridtui.store.engine import Access

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Patience:
    """How often a writer tries, and how long it waits between two tries.

    SQLite's own waiting is not fair: with two writers flat out one may starve for
    seconds (reliability.md 2.2). A whole unit of work may be repeated safely, because
    every row has a client-made id.
    """

    tries: int = 3
    wait_s: float = 0.1
    """Greatest wait after the first try; it doubles with each."""
    chance: random.Random = field(default_factory=random.Random)
    sleep: Callable[[float], None] = time.sleep

    def wait(self, attempt: int) -> None:
        """Wait a random part of the time due after ``attempt`` (from 0)."""
        self.sleep(self.chance.uniform(0, self.wait_s * 2**attempt))


class Database:
    """One open log file."""

    def __init__(self, path: Path, engine: Engine, *, access: Access, patience: Patience) -> None:
        self.path = path
        self.access = access
        self._engine = engine
        self._reader = engine.execution_options(readonly=True)
        self._patience = patience
        self._past_damage: Engine | None = None
        self.left_out = ""
        """What is left out because it cannot be read, in words; empty: nothing."""

    @property
    def read_only(self) -> bool:
        """True if nothing can be written."""
        return self.access is not Access.WRITE

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """Open a reader: it sees one state of the file from beginning to end.

        Raises:
            StoreProblem: if the file cannot be read, or if what it holds is damaged.
        """
        try:
            with self._reader.connect() as connection:
                yield connection
        except DBAPIError as error:
            raise StoreProblem(f"The log cannot be read: {faults.reason(error, self.path)}.") from error
        except (StatementError, *DAMAGE) as error:
            raise StoreProblem(f"{self.path} holds a damaged entry; restore a copy of the file.") from error

    def look_past(self, damage: Engine, left_out: str) -> None:
        """Read through this engine from now on: it sees all but what cannot be read."""
        self._past_damage, self._reader = damage, damage.execution_options(readonly=True)
        self.left_out = left_out

    def write(self, what: str, unit: Callable[[Connection], T]) -> T:
        """Run ``unit`` in one transaction and return what it returns, once it is on disk.

        Args:
            what: What is being saved, for the message: ``set 2 of Back squat``.
            unit: Run again from the beginning if another process was busy.

        Raises:
            NotSaved: if nothing was written; the message says why and the way out.
        """
        if self.read_only:
            raise NotSaved(f"Not saved: {self.path} is open for reading only. Name another file with --database.")
        for attempt in range(self._patience.tries):
            try:
                with self._engine.begin() as connection:
                    return unit(connection)
            except DBAPIError as error:
                if not faults.is_busy(error) or attempt + 1 == self._patience.tries:
                    raise NotSaved(f"Not saved ({what}): {faults.reason(error, self.path)}.") from error
            self._patience.wait(attempt)
        raise AssertionError("a writer tries at least once")

    def close(self) -> None:
        """Close every connection; the last one folds the write-ahead log into the file."""
        if self._past_damage is not None:
            self._past_damage.dispose()
        self._engine.dispose()
