"""The use case: begin, look, write."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import timedelta, tzinfo
from pathlib import Path
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from hybridtui.domain.imports import Batch, ImportOptions, ImportReport, Progress
from hybridtui.domain.names import fold
from hybridtui.domain.problems import Problem
from hybridtui.domain.session import Session
from hybridtui.domain.text import clean
from hybridtui.domain.units import DistanceUnit
from hybridtui.formats.incoming.sources import never
from hybridtui.formats.reading import ReadOptions
from hybridtui.logbook.imports.deciding import Decision, decide
from hybridtui.logbook.imports.keeping import Originals
from hybridtui.logbook.imports.read_file import ReadFile
from hybridtui.logbook.imports.reading import STOPPED, Reading
from hybridtui.logbook.imports.reporting import Reporter
from hybridtui.logbook.imports.sorting import merged
from hybridtui.logbook.kit import Kit


class Imports:
    """Files of other apps, of watches and of our own, into the log."""

    def __init__(self, kit: Kit) -> None:
        self._kit = kit

    def begin(self, paths: Sequence[Path], options: ImportOptions) -> Reading:
        """Return a reading of files that was not begun yet: what the log must say first is asked here.

        Raises:
            Problem: if the zone asked for is unknown.
        """
        return Reading([Path(path) for path in paths], self._read_options(options))

    def preview(self, reading: Reading, options: ImportOptions) -> ImportReport:
        """Return what an import of what was read would do; nothing is written."""
        return Reporter(decide(reading, options, self._kit), self._kit).report()

    def write(
        self, reading: Reading, options: ImportOptions, cancelled: Callable[[], bool] | None = None
    ) -> ImportReport:
        """Write what was read in one transaction and return what was done; in a dry run, what would be.

        Raises:
            Problem: if ``cancelled`` said so, or a file changed since it was read: nothing was written.
            NotSaved: if the log could not be written: nothing was.
        """
        decision = decide(reading, options, self._kit)
        report = Reporter(decision, self._kit).report()
        if not options.dry_run and not decision.is_empty:
            stop = cancelled or never
            self._kit.store.add_batch(
                self._batch(decision),
                decision.exercises,
                _Sessions(reading, decision, stop),
                self._kit.utc(),
                originals=Originals(decision.files, stop),
                and_=decision.changes,
            )
        return report

    def run(
        self,
        paths: Sequence[Path],
        options: ImportOptions,
        progress: Callable[[Progress], None] | None = None,
        cancelled: Callable[[], bool] | None = None,
    ) -> ImportReport:
        """Read files and write what is new of them; in a dry run only look.

        Raises:
            Problem: as :meth:`begin`, :meth:`Reading.read` and :meth:`write` do.
        """
        with self.begin(paths, options) as reading:
            reading.read(progress, cancelled)
            return self.write(reading, options, cancelled)

    def _batch(self, decision: Decision) -> Batch:
        found = decision.found
        files = decision.files or [file.file for file in found.files]
        sources = ", ".join(sorted({outline.record.source.value for outline in found.outlines}))
        return Batch(self._kit.ids(), _label(files), sources)

    def _read_options(self, options: ImportOptions) -> ReadOptions:
        zone, name = self._zone(options.zone)
        athlete = self._kit.store.athlete()
        usual = athlete.distance_unit if athlete is not None else DistanceUnit.KM
        return ReadOptions(
            zone=zone,
            zone_name=name,
            latest=self._kit.utc() + timedelta(days=1),
            ids=self._kit.ids,
            weight_unit=options.weight_unit,
            distance_unit=options.distance_unit or usual,
            distance_assumed=options.distance_unit is None,
            own={
                **{fold(exercise.name): exercise.id for exercise in self._kit.store.own_exercises()},
                **{name.folded: name.exercise for name in self._kit.store.knowing.names()},
            },
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


def _label(files: Sequence[ReadFile]) -> str:
    """Say what was imported: an archive by its own name."""
    paths = {file.source.path for file in files if file.source is not None}
    return f"import of {clean(paths.pop().name)}" if len(paths) == 1 else f"import of {len(paths)} files"


class _Sessions(Iterable[Session]):
    """The new sessions as they are written, as often as they are asked for."""

    def __init__(self, reading: Reading, decision: Decision, cancelled: Callable[[], bool]) -> None:
        self._reading = reading
        self._decision = decision
        self._cancelled = cancelled

    def __iter__(self) -> Iterator[Session]:
        for copies in self._decision.found.new.values():
            if self._cancelled():
                raise Problem(STOPPED)
            yield self._decision.named.applied(merged(self._reading, copies))
