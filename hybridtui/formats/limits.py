"""The ranges that imported numbers must lie in. Source: reliability.md 3."""

from __future__ import annotations

import math
from datetime import UTC, datetime

from hybridtui.domain.session import Session
from hybridtui.domain.units import decimal

FILE_BYTES = 100_000_000
"""Largest file that is read at all."""

TOO_LARGE = f"it is larger than {FILE_BYTES // 1_000_000} MB"
"""Why such a file is refused."""

FIT_BYTES = 50_000_000
"""Largest FIT file: a day at one record a second takes about 5 MB."""

STREAMED_BYTES = 16_000_000_000
"""Largest file of a format that is read as it comes: Apple's exports have gigabytes."""

MEMBER_BYTES = 50_000_000
"""Largest file of one activity in an archive, or behind ``.gz``, when unpacked."""

TABLE_BYTES = FILE_BYTES
"""Largest list of activities in an archive."""

TOTAL_BYTES = 2_000_000_000
"""Most that the files in an archive may have in all, when unpacked."""

MOST_MEMBERS = 100_000
"""Most files in an archive, or in a folder."""

LIST_BYTES = 100_000_000
"""Longest list of files of an archive."""

MOST_RATIO = 200
"""Training is never packed more than so many times smaller."""

UNSUSPICIOUS_BYTES = 1_000_000
"""Below this, how well something is packed says nothing."""

EARLIEST = datetime(1970, 1, 1, tzinfo=UTC)
"""Nothing was trained before; later dates end a day after the import."""

KG = (0.0, 1_000.0)
REPS = (0, 1_000)
RPE = (0.0, 10.0)
SECONDS = (0.0, 7 * 86_400.0)
METRES = (0.0, 1_000_000.0)
BPM = (20, 250)
ASCENT_M = (0.0, 100_000.0)
TONNAGE_KG = (0.0, 1e9)
ENTRIES = (0, 5_000)
"""Sets and runs of one session."""


class OutOfRangeError(ValueError):
    """A number that no training can hold; the message says which and why."""


def within(what: str, value: float, limits: tuple[float, float], unit: str = "") -> float:
    """Return ``value`` if it is finite and lies in ``limits``, both ends included.

    Raises:
        OutOfRangeError: if not, naming the value and the limits.
    """
    low, high = limits
    if math.isfinite(value) and low <= value <= high:
        return value
    named = decimal(value) if abs(value) < 1e12 else f"{value:g}"
    words = f"{what} {named} is outside {decimal(low)}-{decimal(high)} {unit}"
    raise OutOfRangeError(words.rstrip())


def believed(value: float | None, limits: tuple[float, float]) -> float | None:
    """Return a value of no great weight if it lies in its limits, else nothing: it is no reason to refuse."""
    return value if value is not None and limits[0] <= value <= limits[1] else None


def started(when: datetime, latest: datetime) -> datetime:
    """Return ``when`` if a session can have begun then.

    Raises:
        OutOfRangeError: if it lies before 1970 or after ``latest``.
    """
    if EARLIEST <= when <= latest:
        return when
    raise OutOfRangeError(f"the date {when:%Y-%m-%d} {'is before 1970' if when < EARLIEST else 'is in the future'}")


def checked(session: Session) -> Session:
    """Return a session whose sums can be believed: each part may be, and all of them not.

    Raises:
        OutOfRangeError: if it is longer than a week, moved a million tonnes or has thousands of entries.
    """
    within("the number of entries", len(session.sets) + len(session.runs), ENTRIES)
    within("the length", session.total_s, SECONDS, "s")
    within("the tonnage", session.tonnage_kg, TONNAGE_KG, "kg")
    return session
