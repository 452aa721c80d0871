"""Importing files: read them, tell new from known, write all of it or nothing."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import timedelta, tzinfo
from pathlib import Path
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from hybridtui import formats
from hybridtui.domain.exercises import Exercise
from hybridtui.domain.imports import (
    WHOLE_FILE,
    Batch,
    FileReport,
    FileStatus,
    ImportOptions,
    ImportReport,
    Refusal,
    WorkoutLine,
    count_stretches,
)
from hybridtui.domain.names import fold
from hybridtui.domain.problems import Problem
from hybridtui.domain.session import Session
from hybridtui.domain.text import clean
from hybridtui.domain.units import DistanceUnit
from hybridtui.formats.limits import FILE_BYTES, TOO_LARGE
from hybridtui.logbook.kit import Kit

Progress = Callable[[int, int], None]
"""Told after each file: how many are read, of how many."""

SUFFIXES = (".csv", ".fit")
"""What is taken from a folder; a file named by itself may be called anything."""

STOPPED = "The import was stopped: nothing was added."


class Imports:
    """Strong's CSV exports and FIT activities, into the log."""

    def __init__(self, kit: Kit) -> None:
        self._kit = kit

    def preview(
        self,
        paths: Sequence[Path],
        options: ImportOptions,
        progress: Progress | None = None,
        cancelled: Callable[[], bool] | None = None,
    ) -> ImportReport:
        """Read files and report what an import would add; nothing is written.

        Raises:
            Problem: if ``cancelled`` said so, or the zone asked for is unknown.
        """
        return self._found(paths, options, progress, cancelled or _never).report()

    def run(
        self,
        paths: Sequence[Path],
        options: ImportOptions,
        progress: Progress | None = None,
        cancelled: Callable[[], bool] | None = None,
    ) -> ImportReport:
        """Import files in one transaction and report what was added.

        Raises:
            Problem: if ``cancelled`` said so, or the zone asked for is unknown: nothing was written.
            NotSaved: if the log could not be written: nothing was.
        """
        found = self._found(paths, options, progress, cancelled or _never)
        new = found.new_sessions
        if new and not options.dry_run:
            sources = ", ".join(sorted({session.source.value for session in new}))
            batch = Batch(self._kit.ids(), _label(found.imported_files), sources)
            self._kit.store.add_batch(batch, found.new_exercises, new, self._kit.utc())
        return found.report()

    def _found(
        self,
        paths: Sequence[Path],
        options: ImportOptions,
        progress: Progress | None,
        cancelled: Callable[[], bool],
    ) -> _Found:
        files = [file for path in paths for file in _files(Path(path))]
        given = self._read_options(options)
        reads: list[tuple[Path, formats.Read]] = []
        for file in files:
            if cancelled():
                raise Problem(STOPPED)
            reads.append((file, _read(file, given)))
            if progress is not None:
                progress(len(reads), len(files))
        if cancelled():
            raise Problem(STOPPED)
        fingerprints = [session.fingerprint or "" for _, read in reads for session in read.sessions]
        return _sorted(reads, self._kit.store.known(fingerprints))

    def _read_options(self, options: ImportOptions) -> formats.ReadOptions:
        zone, name = self._zone(options.zone)
        athlete = self._kit.store.athlete()
        usual = athlete.distance_unit if athlete is not None else DistanceUnit.KM
        return formats.ReadOptions(
            zone=zone,
            zone_name=name,
            latest=self._kit.utc() + timedelta(days=1),
            ids=self._kit.ids,
            weight_unit=options.weight_unit,
            distance_unit=options.distance_unit or usual,
            own={fold(exercise.name): exercise.id for exercise in self._kit.store.own_exercises()},
        )

    def _zone(self, asked: str | None) -> tuple[tzinfo, str | None]:
        """Return the zone for files that name none: the one asked for, else the clock's."""
        name = asked or self._kit.clock.zone
        if name is not None:
            try:
                return ZoneInfo(name), name
            except (ZoneInfoNotFoundError, ValueError, OSError) as error:
                if asked is not None:
                    raise Problem(
                        f"The time zone '{clean(asked)}' is not known: name one like Europe/Berlin."
                    ) from error
        here = self._kit.clock.now().tzinfo
        return here if here is not None else ZoneInfo("UTC"), None


def _never() -> bool:
    return False


def _label(files: Sequence[str]) -> str:
    return f"import of {Path(files[0]).name}" if len(files) == 1 else f"import of {len(files)} files"


def _files(path: Path) -> list[Path]:
    """Return the files a path stands for: itself, or a folder's exports, not those of folders in it."""
    try:
        if not path.is_dir():
            return [path]
        inside = sorted(each for each in path.iterdir() if each.suffix.lower() in SUFFIXES and each.is_file())
    except OSError:
        return [path]
    return inside or [path]


def _read(file: Path, options: formats.ReadOptions) -> formats.Read:
    """Read a file; what is wrong with it comes back as a refusal."""
    reason = ""
    try:
        if file.is_dir():
            reason = f"it is a folder without {' or '.join(SUFFIXES)} files"
        elif not file.exists():
            reason = "there is no such file"
        elif not file.is_file():
            reason = "it is no ordinary file"
        elif file.stat().st_size > FILE_BYTES:
            reason = TOO_LARGE
        else:
            return formats.read(file.read_bytes(), options)
    except (OSError, ValueError) as error:
        reason = f"it cannot be read: {getattr(error, 'strerror', None) or error}"
    return formats.Read(refused=(Refusal(WHOLE_FILE, reason),))


@dataclass(frozen=True, slots=True)
class _FileFound:
    """A file's sessions, sorted into new and known."""

    file: str
    read: formats.Read
    new: tuple[Session, ...]

    @property
    def status(self) -> FileStatus:
        if self.new:
            return FileStatus.PARTIAL if self.read.refused else FileStatus.IMPORTED
        return FileStatus.KNOWN if self.read.sessions else FileStatus.REFUSED

    def report(self) -> FileReport:
        return FileReport(
            file=self.file,
            status=self.status,
            new=len(self.new),
            known=len(self.read.sessions) - len(self.new),
            refused=self.read.refused,
            warnings=self.read.warnings,
            workouts=tuple(WorkoutLine.of(session) for session in self.read.sessions),
            question=self.read.question,
        )


@dataclass(frozen=True, slots=True)
class _Found:
    """All files of a call, sorted."""

    files: tuple[_FileFound, ...]

    @property
    def new_sessions(self) -> tuple[Session, ...]:
        return tuple(session for file in self.files for session in file.new)

    @property
    def imported_files(self) -> tuple[str, ...]:
        return tuple(file.file for file in self.files if file.new)

    @property
    def new_exercises(self) -> tuple[Exercise, ...]:
        """The own exercises that new sessions use, each once."""
        used = {logged.exercise for session in self.new_sessions for logged in session.sets}
        brought = {exercise.id: exercise for file in self.files for exercise in file.read.exercises}
        return tuple(exercise for key, exercise in brought.items() if key in used)

    def report(self) -> ImportReport:
        new = self.new_sessions
        runs, others = count_stretches(new)
        days = sorted(session.started.local_date for session in new)
        return ImportReport(
            files=tuple(file.report() for file in self.files),
            sessions=len(new),
            sets=sum(len(session.sets) for session in new),
            runs=runs,
            others=others,
            first=days[0].isoformat() if days else None,
            last=days[-1].isoformat() if days else None,
            own_exercises=tuple(exercise.name for exercise in self.new_exercises),
        )


def _sorted(reads: Sequence[tuple[Path, formats.Read]], known: frozenset[str]) -> _Found:
    """Tell new sessions from known ones; one that comes twice in a call is new once."""
    seen = set(known)
    files = []
    for path, read in reads:
        new = []
        for session in read.sessions:
            if session.fingerprint not in seen:
                new.append(session)
                seen.add(session.fingerprint or "")
        files.append(_FileFound(str(path), read, tuple(new)))
    return _Found(tuple(files))
