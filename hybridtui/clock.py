"""The real clock: the only place that asks the machine for the time."""

from __future__ import annotations

import os
import time
from datetime import UTC, datetime
from pathlib import Path


class SystemClock:
    """Wall time in the machine's zone; ticks from CLOCK_BOOTTIME where there is one.

    CLOCK_MONOTONIC stands still while a Linux laptop sleeps, so a rest would wake up
    too long (reliability.md 2.6).
    """

    def __init__(self) -> None:
        self.zone = _zone_name()
        self._ticks = getattr(time, "CLOCK_BOOTTIME", time.CLOCK_MONOTONIC)

    def now(self) -> datetime:
        """Return the local time, aware."""
        return datetime.now(UTC).astimezone()

    def ticks(self) -> float:
        """Return steady seconds that run on in suspend."""
        return time.clock_gettime(self._ticks)


def _zone_name() -> str | None:
    """Name the machine's zone as IANA does: from TZ, or from where /etc/localtime points."""
    named = os.environ.get("TZ", "").lstrip(":")
    if "/" in named and not named.startswith("/"):
        return named
    link = Path("/etc/localtime")
    if link.is_symlink() and "zoneinfo/" in (target := str(link.readlink())):
        return target.split("zoneinfo/", 1)[1]
    return None
