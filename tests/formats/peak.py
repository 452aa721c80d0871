"""How far the memory of this process rises, whatever it or its parent held before."""

from __future__ import annotations

import resource
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

_STATUS, _FORGET = Path("/proc/self/status"), Path("/proc/self/clear_refs")


@contextmanager
def risen_kb() -> Iterator[Callable[[], int]]:
    """Yield what tells how many kB the peak lies above what was held at the start.

    The peak that a process is told of itself by ``getrusage`` is that of its whole life, and on Linux
    of the parent that it was made from, too: there it is forgotten first.
    """
    before = _held_kb()
    yield lambda: _peak_kb() - before


def _held_kb() -> int:
    if not _STATUS.exists():
        return _peak_kb()
    with suppress(OSError):  # where that is not allowed, more is told than rose
        _FORGET.write_text("5", encoding="ascii")
    return _told_kb("VmRSS")


def _peak_kb() -> int:
    if _STATUS.exists():
        return _told_kb("VmHWM")
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak // 1024 if sys.platform == "darwin" else peak


def _told_kb(name: str) -> int:
    lines = _STATUS.read_text(encoding="ascii", errors="replace").splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith(f"{name}:"))
