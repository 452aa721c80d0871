"""How the benchmarks look at a program: from outside, in a real terminal."""

from __future__ import annotations

import compileall
import re
import statistics
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT / "tests" / "terminal"))

from terminal import ESCAPES, Terminal  # noqa: E402

BARE = [sys.executable, str(Path(__file__).with_name("bare.py"))]
QUIET_S = 0.12
"""A burst of output has ended when nothing came for so long."""


def compile_all() -> None:
    """Compile what is measured: a first run would pay for it otherwise."""
    compileall.compile_dir(ROOT / "hybridtui", quiet=2)
    compileall.compile_dir(Path(__file__).parent, quiet=2)


def shown(terminal: Terminal, since: int = 0) -> bytes:
    """Return what was written, without escape codes."""
    return ESCAPES.sub(b"", bytes(terminal.raw[since:]))


def until(terminal: Terminal, *texts: str, since: int = 0, seconds: float = 30.0) -> float:
    """Wait until all texts were written; return the seconds it took.

    Raises:
        AssertionError: with what was written, if they were not.
    """
    begun = time.perf_counter()
    wanted = [text.encode() for text in texts]
    while time.perf_counter() - begun < seconds:
        terminal.pump(0.05)
        written = shown(terminal, since)
        if all(text in written for text in wanted):
            return time.perf_counter() - begun
    raise AssertionError(f"{texts} not seen in:\n{terminal.text}")


def burst(terminal: Terminal, key: str, first_within_s: float = 2.0) -> float:
    """Send a key; return the seconds until the last byte it caused, or 0 if it caused none in time.

    Raises:
        AssertionError: if the program ended of it: a dead one is quick.
    """
    settle(terminal)
    begun = last = time.perf_counter()
    size = len(terminal.raw)
    terminal.type(key)
    while time.perf_counter() - last < (QUIET_S if last > begun else first_within_s):
        terminal.pump(0.005)
        if len(terminal.raw) != size:
            size, last = len(terminal.raw), time.perf_counter()
    assert terminal.alive, terminal.text
    return last - begun


def settle(terminal: Terminal) -> None:
    """Read until nothing has come for a while."""
    last, size = time.perf_counter(), len(terminal.raw)
    while time.perf_counter() - last < QUIET_S:
        terminal.pump(0.02)
        if len(terminal.raw) != size:
            size, last = len(terminal.raw), time.perf_counter()


def resident_mib(terminal: Terminal) -> float:
    """Return the peak memory of the child in MiB (Linux)."""
    status = Path(f"/proc/{terminal.pid}/status").read_text(encoding="ascii")
    return int(re.findall(r"VmHWM:\s+(\d+)", status)[0]) / 1024


def median(measure: Callable[[], float], runs: int) -> float:
    """Return the median of so many measurements."""
    return statistics.median(measure() for _ in range(runs))


def percentile(values: Sequence[float], share: float) -> float:
    """Return the value below which a share of all lie."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))]
