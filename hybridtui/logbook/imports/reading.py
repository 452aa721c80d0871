"""The reading of files: what they hold, laid down in short and whole, before the log is asked anything."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from types import TracebackType
from typing import Self

from hybridtui.domain.imports import Progress
from hybridtui.domain.problems import Problem
from hybridtui.domain.session import Session
from hybridtui.domain.unit_questions import Units
from hybridtui.formats.incoming.opening import Source
from hybridtui.formats.incoming.packing import unpacked
from hybridtui.formats.incoming.sources import found, never
from hybridtui.formats.incoming.telling import Parcel, Told, refusing
from hybridtui.formats.incoming.workers import Event, Limits, read_all
from hybridtui.formats.reading import ReadOptions
from hybridtui.logbook.imports.read_file import ReadFile
from hybridtui.logbook.imports.refusing import counted, given_up
from hybridtui.logbook.imports.staging import Slot, Staging

AT_HAND = 4
"""Parcels that are kept unpacked, those used last: the copies of a session lie in several files."""

STOPPED = "The import was stopped: nothing was added."


class Reading:
    """Files on their way into the log. To be closed, written or not: then nothing of it is left."""

    def __init__(self, paths: Sequence[Path], options: ReadOptions, limits: Limits | None = None) -> None:
        self._paths = paths
        self._options = options
        self._limits = limits or Limits()
        self._staging = Staging()
        self._count = _Count()
        self._unpacked: dict[Slot, tuple[Session, ...]] = {}
        self.files: tuple[ReadFile, ...] = ()
        """What was read, in the order of the paths; empty before :meth:`read`."""

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Give back what was read; may be called again."""
        self._staging.close()
        self.files = ()

    def read(
        self, progress: Callable[[Progress], None] | None = None, cancelled: Callable[[], bool] | None = None
    ) -> None:
        """Read all files to their ends; may take long, and runs on any thread, but on one at a time.

        Raises:
            Problem: if ``cancelled`` said so, or the machine has no room for it; nothing that was started runs on.
        """
        stop = cancelled or never
        with _in_words():
            sources = found(self._paths, stop)
            files = self._read(sources.sources, progress, stop)
        skipped = [
            ReadFile(each.name, each.place, None, each.among, Told(refusing(each.reason))) for each in sources.refused
        ]
        kept = [file for file in given_up(files) if not file.is_beside_the_point]
        self.files = tuple(counted(sorted([*kept, *skipped], key=lambda file: file.place)))

    def again(
        self,
        units: Mapping[str, Units],
        progress: Callable[[Progress], None] | None = None,
        cancelled: Callable[[], bool] | None = None,
    ) -> None:
        """Read those files once more of which the athlete said the units, by their names; the others stay as read.

        Raises:
            Problem: as :meth:`read` does.
        """
        sources = [
            replace(file.source, units=units[file.name])
            for file in self.files
            if file.source is not None and file.name in units
        ]
        with _in_words():
            fresh = {file.place: file for file in self._read(sources, progress, cancelled or never)}
        self._unpacked.clear()
        self.files = tuple(fresh.get(file.place, file) for file in self.files)

    def _read(
        self, sources: Sequence[Source], progress: Callable[[Progress], None] | None, stop: Callable[[], bool]
    ) -> list[ReadFile]:
        files = [ReadFile(source.name, source.place, source, source.among) for source in sources]
        self._count = _Count(len(files), sum(source.size for source in sources))
        with closing(read_all(sources, self._options, self._limits, stop)) as events:
            for event in events:
                self._take(files[event.index], event)
                if progress is not None:
                    progress(self._count.progress())
        if stop():
            raise Problem(STOPPED)
        return files

    def _take(self, file: ReadFile, event: Event) -> None:
        match event.what:
            case Parcel(data, outlines):
                file.parcels.append((self._staging.put(data), outlines))
                self._count.sessions += len(outlines)
            case Told() as told:
                if told.broken_off:
                    self._count.sessions -= sum(1 for _ in file.outlines)
                    file.parcels.clear()
                file.told = told
                self._count.ended(file)
            case int(done):
                self._count.within(file, done)

    def session(self, file: ReadFile, parcel: int, at: int) -> Session:
        """Return a session of a file, whole: of one of its parcels, the one that lies ``at`` there."""
        slot, _ = file.parcels[parcel]
        sessions = self._unpacked.pop(slot, None) or unpacked(self._staging.get(slot))
        self._unpacked[slot] = sessions
        if len(self._unpacked) > AT_HAND:
            del self._unpacked[next(iter(self._unpacked))]
        return sessions[at]


@contextmanager
def _in_words() -> Iterator[None]:
    """Say in words that the machine has no room, or no processes, for what is read."""
    try:
        yield
    except OSError as error:
        reason = error.strerror or str(error)
        raise Problem(f"The files cannot be read now ({reason}): nothing was added.") from error


@dataclass(slots=True)
class _Count:
    """How far the reading has come."""

    of_files: int = 0
    of_bytes: int = 0
    files: int = 0
    sessions: int = 0
    refused: int = 0
    name: str = ""
    done: int = 0
    """Bytes of the files that are read to their ends."""
    parts: dict[int, int] = field(default_factory=dict)
    """Bytes read of the others, by place."""

    def within(self, file: ReadFile, done: int) -> None:
        """Note how far the reading of a file has come."""
        self.parts[file.place] = min(done, file.size)

    def ended(self, file: ReadFile) -> None:
        """Note that a file is read to its end."""
        self.parts.pop(file.place, None)
        self.files += 1
        self.done += file.size
        self.refused += file.refused and not file.asks and not file.is_beside_the_point
        self.name = file.name

    def progress(self) -> Progress:
        """Return it as it is told."""
        return Progress(
            files=self.files,
            of_files=self.of_files,
            bytes=self.done + sum(self.parts.values()),
            of_bytes=self.of_bytes,
            sessions=self.sessions,
            refused=self.refused,
            name=self.name,
        )
