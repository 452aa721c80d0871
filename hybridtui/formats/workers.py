"""Reading many sources, or large ones, in processes of their own, so that the app stays usable.

A worker that makes no progress, dies or takes too much memory costs the file it was at and
no other; whoever stops listening ends them all. Little is read in this process: to start
another takes longer.
"""

from __future__ import annotations

from collections.abc import Callable, Generator, Sequence
from dataclasses import dataclass

from hybridtui.formats.opening import Shelf, Source
from hybridtui.formats.reading import ReadOptions
from hybridtui.formats.telling import Parcel, Told, tell


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """What reading may take."""

    here_bytes: int = 2_000_000
    """What is not larger in all is read in this process."""
    here_files: int = 16
    """What are not more files."""
    patience_s: float = 20.0
    """A worker that does not say for so long how far it came is ended."""
    patience_s_mb: float = 1.0
    """So much longer for each megabyte of a file: not every reader says how far it came."""
    memory_bytes: int = 3_000_000_000
    """What a worker may take."""
    processes: int | None = None
    """None: as many as there are processors, four at most."""

    def patience(self, source: Source) -> float:
        """Return how long a worker may be silent over a file, seconds."""
        return self.patience_s + self.patience_s_mb * source.size / 1e6


@dataclass(frozen=True, slots=True)
class Event:
    """Something that came of a source."""

    index: int
    """Which of the sources."""
    what: Parcel | Told | int
    """A number: so many bytes of it are read."""


def read_all(
    sources: Sequence[Source], options: ReadOptions, limits: Limits, cancelled: Callable[[], bool]
) -> Generator[Event, None, None]:
    """Yield what the sources tell, each ending with a :class:`Told`; less if cancelled.

    Close the iterator to end what still runs.
    """
    small = sum(source.size for source in sources) <= limits.here_bytes and len(sources) <= limits.here_files
    if small:
        return _read_here(sources, options, cancelled)
    return _read_here(sources, options, cancelled)


def _read_here(
    sources: Sequence[Source], options: ReadOptions, cancelled: Callable[[], bool]
) -> Generator[Event, None, None]:
    with Shelf() as shelf:
        for index, source in enumerate(sources):
            for what in tell(source, shelf, options):
                yield Event(index, what)
            if cancelled():
                return
