"""Where time comes from: one object, given at the entry, replaced in tests."""

from __future__ import annotations

from datetime import datetime
from typing import Protocol


class Clock(Protocol):
    """The wall clock and a steady one."""

    zone: str | None
    """IANA name of the athlete's zone, if known."""

    def now(self) -> datetime:
        """Return the local time, aware."""
        ...

    def ticks(self) -> float:
        """Return seconds of a clock that never steps and runs on while the machine sleeps."""
        ...
