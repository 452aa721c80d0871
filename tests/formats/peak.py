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
    of the parent that it was made from, too: there it is forgotten first. Where it cannot be,
    only what lies above all that was held before is told.
    """
    before = _held_kb()
    yield lambda: _peak_kb() - before


def _held_kb() -> int:
    try:
        _FORGET.write_text("5", encoding="ascii")
        return _told_kb("VmRSS")
    except (OSError, LookupError):
        return _peak_kb()


def _peak_kb() -> int:
    with suppress(OSError, LookupError):
        return _told_kb("VmHWM")
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak // 1024 if sys.platform == "darwin" else peak


def _told_kb(name: str) -> int:
    lines = _STATUS.read_text(encoding="ascii", errors="replace").splitlines()
    told = dict(line.split(":", 1) for line in lines if ":" in line)
    return int(told[name].split()[0])
