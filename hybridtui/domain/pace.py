"""How fast files are read and how long it will still take, told so that it can be believed."""

from __future__ import annotations

from dataclasses import dataclass

from hybridtui.domain.imports import Progress
from hybridtui.domain.units import round_half_up

SOON_S = 3.0
"""Before that nothing is foretold: the first files say little."""

RISE = 1.4
"""An estimate that was told goes up only where the new one is so much longer: it does not jump to and fro."""

MB = 1_000_000
MINUTE = 60.0


def share(progress: Progress) -> float | None:
    """Return how much is read, 0 to 1, by bytes; None while that is not known."""
    if progress.of_bytes:
        return min(1.0, progress.bytes / progress.of_bytes)
    return min(1.0, progress.files / progress.of_files) if progress.of_files else None


@dataclass(slots=True)
class Pace:
    """Follows one reading by a steady clock; seconds everywhere."""

    begun: float
    _end: float | None = None
    """When it was last said to end."""

    def left_s(self, progress: Progress, now: float) -> float | None:
        """Return how long it will still take; None where that cannot be said yet."""
        passed, done = now - self.begun, share(progress)
        if not done or passed < SOON_S:
            return None
        left = passed * (1 - done) / done
        told = None if self._end is None else max(0.0, self._end - now)
        if told is None or left < told or left > told * RISE:
            self._end = now + left
            return left
        return told

    def rate(self, progress: Progress, now: float) -> str:
        """Say how fast it goes: ``97 files/s``, of few large files ``4.2 MB/s``; empty at the beginning."""
        passed = now - self.begun
        if passed < SOON_S:
            return ""
        if progress.files >= passed:
            return f"{progress.files / passed:,.0f} files/s"
        return f"{progress.bytes / passed / MB:,.1f} MB/s"


def left_words(seconds: float | None) -> str:
    """Say how long it will still take.

    >>> left_words(130), left_words(70), left_words(25), left_words(4), left_words(None)
    ('about 2 min left', 'about a minute left', 'about 30 s left', 'a few seconds left', '')
    """
    if seconds is None:
        return ""
    if seconds >= 1.5 * MINUTE:
        return f"about {seconds / MINUTE:.0f} min left"
    if seconds >= 45:
        return "about a minute left"
    if seconds >= 10:
        return f"about {int(round_half_up(seconds / 10)) * 10} s left"
    return "a few seconds left"


def size_words(done: int, of: int) -> str:
    """Say how many bytes are read: ``28.1 of 66.9 MB``, small ones in kB.

    >>> size_words(28_100_000, 66_900_000), size_words(0, 4_200)
    ('28.1 of 66.9 MB', '0 of 4 kB')
    """
    if of >= MB:
        return f"{done / MB:,.1f} of {of / MB:,.1f} MB"
    return f"{done / 1000:,.0f} of {max(1.0, of / 1000):,.0f} kB"
