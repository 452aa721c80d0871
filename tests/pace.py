"""How long something may take on this machine: the processor's own time counts, at the pace it has here.

What else the machine does, and how slow it is, makes nothing worse.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache

TURNS = 100_000
REFERENCE_S = 0.015
"""Seconds that a processor of 2020 takes for so many turns."""


@cache
def slowness() -> float:
    """Return how many times slower than the reference this machine is, 1 at least."""
    return max(1.0, *(_turning() / REFERENCE_S for _ in range(3)))


def _turning() -> float:
    began, total = time.process_time(), 0
    for turn in range(TURNS):
        total += len(str(turn))
    assert total
    return time.process_time() - began


def in_time(took_s: float, limit_s: float) -> bool:
    """Return whether so much processor time is within a limit that is meant for the reference."""
    return took_s < limit_s or took_s < limit_s * slowness()


@contextmanager
def at_once(limit_s: float) -> Iterator[None]:
    """Fail where more processor time than the limit goes by."""
    began = time.process_time()
    yield
    took = time.process_time() - began
    assert in_time(took, limit_s), f"it took {took:.1f} s"
