"""One worker process: it is given sources one after another, and tells what they hold through a pipe."""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
import time
from dataclasses import replace
from multiprocessing.connection import Connection
from typing import TYPE_CHECKING

from hybridtui.formats.incoming.opening import Shelf, Source
from hybridtui.formats.incoming.telling import Parcel, Told, tell
from hybridtui.formats.reading import ReadOptions, fresh_id

if TYPE_CHECKING:
    from collections.abc import Callable

TELL_S = 0.1
"""How often it says how far it came."""

LOOK_S = 1.0
"""How often it looks whether anybody listens."""


def serve(connection: Connection, options: ReadOptions, memory_bytes: int) -> None:
    """Read what is asked for until nothing more is, or nobody listens; what it prints is lost."""
    _be_quiet()
    _be_modest(memory_bytes)
    _end_with_parent()
    try:
        with Shelf() as shelf:
            while (source := _next(connection)) is not None:
                for what in tell(source, shelf, replace(options, ids=fresh_id, progress=_telling(connection.send))):
                    connection.send(what)
    except (EOFError, OSError):  # nobody listens any more
        return


def _end_with_parent() -> None:
    """Look now and then whether the process that started this one lives: a file may hold it for good.

    An alarm looks, not a thread: what a thread reserves would be taken from the memory for reading.
    """
    parent = multiprocessing.parent_process()
    if parent is None or sys.platform == "win32":
        return

    def look(*_: object) -> None:
        if os.getppid() != parent.pid:
            os._exit(1)

    signal.signal(signal.SIGALRM, look)
    signal.setitimer(signal.ITIMER_REAL, LOOK_S, LOOK_S)


def _next(connection: Connection) -> Source | None:
    asked = connection.recv()
    return asked if isinstance(asked, Source) else None


def _telling(send: Callable[[Parcel | Told | int], None]) -> Callable[[int], None]:
    told = time.monotonic()

    def tell_now_and_then(done: int) -> None:
        nonlocal told
        if time.monotonic() - told >= TELL_S:
            told = time.monotonic()
            send(done)

    return tell_now_and_then


def _be_quiet() -> None:
    """Keep what libraries print off the screen that the app draws on."""
    nowhere = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1, 2):
        os.dup2(nowhere, stream)
    os.close(nowhere)


def _be_modest(memory_bytes: int) -> None:
    """Take no more memory than allowed, where the system can be told so, and let the app go first."""
    if sys.platform == "win32":
        return
    import resource

    os.nice(5)
    _, most = resource.getrlimit(resource.RLIMIT_AS)
    if most == resource.RLIM_INFINITY or most > memory_bytes:
        resource.setrlimit(resource.RLIMIT_AS, (memory_bytes, most))
