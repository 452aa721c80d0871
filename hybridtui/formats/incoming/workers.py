"""Reading many sources, or large ones, in processes of their own, so that the app stays usable.

A worker that makes no progress, dies or takes too much memory costs the file it was at and
no other; whoever stops listening ends them all. Little is read in this process: to start
another takes longer.
"""

from __future__ import annotations

import os
import signal
import sys
import time
from collections import deque
from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import contextmanager, redirect_stderr, suppress
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from hybridtui.formats.incoming.opening import Shelf, Source
from hybridtui.formats.incoming.strangers import Strangers
from hybridtui.formats.incoming.telling import Parcel, Told, refusing, tell
from hybridtui.formats.reading import ReadOptions, fresh_id, untold

if TYPE_CHECKING:
    from multiprocessing.connection import Connection
    from multiprocessing.context import SpawnProcess

LOOK_S = 0.05
"""How often it is looked whether to stop."""

MOST_PROCESSES = 4

NO_PROGRESS = "reading it came to a standstill: it is damaged, or no such file"
"""Why a file is refused that a worker hangs at."""

DIED = "reading it ended without a word: it is damaged, or needs more memory than there is"
"""Why a file is refused that ended a worker."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """What reading may take."""

    here_bytes: int = 2_000_000
    """What is not larger in all is read in this process."""
    here_files: int = 16
    """What are not more files."""
    patience_s: float = 20.0
    """A worker that does not say for so long how far it came is ended."""
    patience_s_mb: float = 1.0
    """So much longer for each megabyte of a file: not every reader says how far it came."""
    memory_bytes: int = 3_000_000_000
    """What a worker may take."""
    processes: int | None = None
    """None: as many as there are processors, four at most."""

    def patience(self, source: Source) -> float:
        """Return how long a worker may be silent over a file, seconds."""
        return self.patience_s + self.patience_s_mb * source.size / 1e6


@dataclass(frozen=True, slots=True)
class Event:
    """Something that came of a source."""

    index: int
    """Which of the sources."""
    what: Parcel | Told | int
    """A number: so many bytes of it are read."""


def read_all(
    sources: Sequence[Source], options: ReadOptions, limits: Limits, cancelled: Callable[[], bool]
) -> Generator[Event, None, None]:
    """Yield what the sources tell, each ending with a :class:`Told`; less if cancelled.

    Of an archive that is no export most are left out (:mod:`strangers`).
    Close the iterator to end what still runs.
    """
    little = sum(source.size for source in sources) <= limits.here_bytes and len(sources) <= limits.here_files
    if little:
        yield from _read_here(sources, options, cancelled)
        return
    pool = _Pool(sources, options, limits)
    try:
        yield from pool.events(cancelled)
    finally:
        pool.end()


def _read_here(sources: Sequence[Source], options: ReadOptions, cancelled: Callable[[], bool]) -> Iterator[Event]:
    with Shelf() as shelf:
        for index, source in enumerate(sources):
            for what in tell(source, shelf, options):
                yield Event(index, what)
            if cancelled():
                return


@dataclass(slots=True)
class _Worker:
    """A process at work, and what it is at."""

    process: SpawnProcess
    connection: Connection
    index: int = -1
    """Which source; -1: none yet."""
    heard: float = 0.0
    """When it said something last, by the monotonic clock."""

    def end(self) -> None:
        """End it at once."""
        self.process.kill()
        self.process.join()
        self.process.close()
        self.connection.close()


@dataclass(slots=True)
class _Pool:
    """Shares sources out among processes, one at a time each."""

    sources: Sequence[Source]
    options: ReadOptions
    limits: Limits
    waiting: deque[int] = field(default_factory=deque)
    workers: list[_Worker] = field(default_factory=list)
    strangers: Strangers = field(default_factory=Strangers)

    def __post_init__(self) -> None:
        # what is called as exports are comes first, so that an archive is not given up for its other texts
        self.waiting.extend(sorted(range(len(self.sources)), key=lambda index: self.sources[index].perhaps))

    def events(self, cancelled: Callable[[], bool]) -> Iterator[Event]:
        """Yield what comes of the sources, as it comes."""
        from multiprocessing.connection import wait

        processes = self.limits.processes or min(MOST_PROCESSES, os.cpu_count() or 1)
        while not cancelled():
            while self.waiting and len(self.workers) < processes:
                self.workers.append(self._started())
            if not self.workers:
                return
            ready = wait([worker.connection for worker in self.workers], timeout=LOOK_S)
            for worker in list(self.workers):
                if worker.connection in ready:
                    yield self._heard(worker)
                elif time.monotonic() - worker.heard > self.limits.patience(self.sources[worker.index]):
                    yield self._given_up(worker, NO_PROGRESS)

    def end(self) -> None:
        """End every process."""
        while self.workers:
            self.workers.pop().end()

    def _started(self) -> _Worker:
        """Start a process and give it the next source."""
        from multiprocessing import get_context

        from hybridtui.formats.incoming.worker import serve

        context = get_context("spawn")
        ours, theirs = context.Pipe()
        # what this log is made of stays here: ids come from the worker, progress goes through the pipe
        asked = replace(self.options, ids=fresh_id, progress=untold, own=dict(self.options.own))
        process = context.Process(target=serve, args=(theirs, asked, self.limits.memory_bytes), daemon=True)
        with _without_interrupts():
            _keep_books()
            process.start()
        theirs.close()
        worker = _Worker(process, ours)
        self._give(worker)
        return worker

    def _give(self, worker: _Worker) -> None:
        """Give a worker the next source, or let it go if there is none."""
        if not self.waiting:
            self.workers.remove(worker)
            worker.end()
            return
        worker.index, worker.heard = self.waiting.popleft(), time.monotonic()
        with suppress(OSError):  # it died meanwhile: that is heard when it is listened to
            worker.connection.send(self.sources[worker.index])

    def _heard(self, worker: _Worker) -> Event:
        """Take what a worker says; at the end of a source it gets the next one."""
        try:
            what = worker.connection.recv()
        except (EOFError, OSError):
            return self._given_up(worker, DIED)
        event = Event(worker.index, what)
        worker.heard = time.monotonic()
        source = self.sources[worker.index]
        if self.strangers.note(source, what):
            self.waiting = deque(index for index in self.waiting if self.sources[index].among != source.among)
        if isinstance(what, Told):
            self._give(worker)
        return event

    def _given_up(self, worker: _Worker, reason: str) -> Event:
        """End a worker, and refuse the file it was at."""
        self.workers.remove(worker)
        worker.end()
        return Event(worker.index, Told(refusing(reason), broken_off=True))


def _keep_books() -> None:
    """Start what multiprocessing has beside its processes with a standard error that is a file.

    That of a full-screen app is none: its number is passed on unasked, and nothing can be started.
    """
    from multiprocessing import resource_tracker

    with redirect_stderr(sys.__stderr__):
        resource_tracker.ensure_running()


@contextmanager
def _without_interrupts() -> Iterator[None]:
    """Let what is started here not be ended by Ctrl-C: that is for this process to hear, and to pass on."""
    if not hasattr(signal, "pthread_sigmask"):  # Windows
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
