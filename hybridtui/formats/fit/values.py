"""Values of FIT messages: numbers, instants, the offset of the watch's clock. Source: formats.md 1.1."""

from __future__ import annotations

import math
from datetime import UTC, datetime, timedelta

from hybridtui.formats.fit.messages import Values

EPOCH = datetime(1989, 12, 31, tzinfo=UTC)
"""Where FIT's seconds begin."""

FIRST_INSTANT = 0x10000000
"""Smaller times count from when the watch was switched on, and are no instants."""

_QUARTER = 15 * 60


def real(message: Values, name: str) -> float | None:
    """Return a number of a message; None if it is missing or no number."""
    value = message.get(name)
    if isinstance(value, (int, float)) and not isinstance(value, bool) and math.isfinite(value):
        return float(value)
    return None


def moment(seconds: float) -> datetime:
    """Return the instant of a FIT time."""
    return EPOCH + timedelta(seconds=seconds)


def instant(message: Values, name: str) -> datetime | None:
    """Return an instant of a message; None if it is missing or counts from power-on."""
    seconds = real(message, name)
    return moment(seconds) if seconds is not None and seconds >= FIRST_INSTANT else None


def text(message: Values, name: str) -> str:
    """Return a text of a message; empty if it is missing."""
    value = message.get(name)
    return value if isinstance(value, str) else ""


_TELL_UTC = frozenset({"coros"})
"""Makers that write UTC where the local time should stand: a run at 15° east was there at no offset at all."""


def offset(activity: Values, maker: str) -> int | None:
    """Return the watch's offset from UTC in seconds; None if the file does not tell a possible one."""
    utc, local = real(activity, "timestamp"), real(activity, "local_timestamp")
    if utc is None or local is None or utc < FIRST_INSTANT or (utc == local and maker in _TELL_UTC):
        return None
    seconds = round((local - utc) / _QUARTER) * _QUARTER
    believable = -12 * 3600 <= seconds <= 14 * 3600 and abs(local - utc - seconds) <= 60
    return seconds if believable else None
