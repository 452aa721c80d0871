"""The use case: begin, look, write."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import timedelta, tzinfo
from pathlib import Path
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from hybridtui.domain.change import Change
from hybridtui.domain.imports import Batch, ImportOptions, ImportReport, Progress
from hybridtui.domain.names import fold
from hybridtui.domain.problems import Problem
from hybridtui.domain.session import Session
from hybridtui.domain.text import clean
from hybridtui.domain.units import DistanceUnit
from hybridtui.formats.reading import ReadOptions
from hybridtui.formats.sources import never
from hybridtui.logbook.imports.naming import Naming, naming, unmatched
from hybridtui.logbook.imports.reading import STOPPED, Reading
from hybridtui.logbook.imports.reporting import report
from hybridtui.logbook.imports.sorting import Sorted, merged, sort
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
        """Return what an import of what was read would add; nothing is written."""
        found = sort(reading, self._kit.store)
        return self._report(found, self._naming(found, options))

    def write(
        self, reading: Reading, options: ImportOptions, cancelled: Callable[[], bool] | None = None
    ) -> ImportReport:
        """Write what was read in one transaction and return what was added; in a dry run, what would be.

        Raises:
            Problem: if ``cancelled`` said so, or a file changed since it was read: nothing was written.
            NotSaved: if the log could not be written: nothing was.
        """
        found = sort(reading, self._kit.store)
        named = self._naming(found, options)
        if found.new and not options.dry_run:
            sessions = _Sessions(reading, found, named, cancelled or never)
            names = (Change(label="names", names=named.names),) if named.names else ()
            self._kit.store.add_batch(self._batch(found), named.kept, sessions, self._kit.utc(), and_=names)
        return self._report(found, named)

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

    def _naming(self, found: Sorted, options: ImportOptions) -> Naming:
        return naming((file.read for file in found.files), found.outlines, options.exercises)

    def _report(self, found: Sorted, named: Naming) -> ImportReport:
        return report(found, named.kept, unmatched(named, found.outlines, self._kit.exercises()))

    def _batch(self, found: Sorted) -> Batch:
        sources = ", ".join(sorted({outline.record.source.value for outline in found.outlines}))
        return Batch(self._kit.ids(), _label([file.file.name for file in found.files if file.new]), sources)

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


def _label(files: Sequence[str]) -> str:
    return f"import of {Path(files[0]).name}" if len(files) == 1 else f"import of {len(files)} files"


class _Sessions(Iterable[Session]):
    """The new sessions as they are written, as often as they are asked for."""

    def __init__(self, reading: Reading, found: Sorted, named: Naming, cancelled: Callable[[], bool]) -> None:
        self._reading = reading
        self._copies = list(found.new.values())
        self._named = named
        self._cancelled = cancelled

    def __iter__(self) -> Iterator[Session]:
        for copies in self._copies:
            if self._cancelled():
                raise Problem(STOPPED)
            yield self._named.applied(merged(self._reading, copies))
