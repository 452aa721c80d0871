"""Exports of the log: each written whole or not at all."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import IO

from hybridtui.domain.exports import ExportFormat, ExportReport
from hybridtui.domain.problems import Problem, StoreProblem
from hybridtui.domain.session import Session
from hybridtui.domain.text import some
from hybridtui.formats.writing import Exported, OutFile
from hybridtui.logbook.exports import places
from hybridtui.logbook.exports.files import Drafts
from hybridtui.logbook.exports.ways import way
from hybridtui.logbook.exports.writers import NOTHING, OF_THE_PLAN, WITH_UNFINISHED, WRITERS, writer
from hybridtui.logbook.kit import Kit
from hybridtui.logbook.targets import targeted_plan

IN_MEMORY = 1_000_000
"""Bytes for a stream that are kept in memory before they go to a disk."""

MOST_NAMED = 10
"""Damaged entries that are named; the others are counted."""

STOPPED = "The export was stopped: nothing was written."


def never() -> bool:
    """Return that nobody wants an end."""
    return False


class Exports:
    """The log in other formats. It only reads the log, and may be used on any thread."""

    def __init__(self, kit: Kit) -> None:
        self._kit = kit

    def usual_places(self) -> dict[ExportFormat, Path]:
        """Return what can be written, in the order in which it is offered, and for each a path to propose."""
        today, home = self._kit.today(), Path.home()
        return {each: places.usual(each.file_name(today), home) for each in ExportFormat if each in WRITERS}

    def standing(self, format_: ExportFormat, out: Path) -> Path | None:
        """Return what is there already that an export to ``out`` would replace, or write into; None if nothing is.

        Raises:
            Problem: if the place cannot be written to.
        """
        place = places.place(out, format_)
        self._keep_off_the_log((place,))
        try:
            return place if places.standing(place, format_) else None
        except OSError:  # a folder that may be written into and not looked at
            return place

    def write(
        self,
        format_: ExportFormat,
        out: Path,
        since: date | None = None,
        *,
        spreadsheet: bool = False,
        cancelled: Callable[[], bool] = never,
    ) -> ExportReport:
        """Write the log, or what is of ``since`` and later, and return what was written.

        ``out`` is a file; for a format of several files a folder (made if it is not there)
        or a name with ``.zip``. A file that is there is replaced once the new one is whole.

        Raises:
            Problem: if nothing was written: the place cannot be written to, there is nothing
                to write, or ``cancelled`` said so. What was there is as it was.
        """
        place = places.place(out, format_)
        self._keep_off_the_log((place,))

        def written(unreadable: list[str] | None) -> ExportReport:
            export = _Export(self._kit, format_, since, spreadsheet, cancelled, unreadable)
            drafted = way(place, several=format_.several, now=self._kit.clock.now())
            with Drafts() as drafts:
                files, size = drafted(export.files(), place, drafts)
                self._keep_off_the_log(files)
                drafts.settle()
            return export.report(files, size)

        return self._past_damage(written)

    def print(
        self, format_: ExportFormat, stream: IO[bytes], since: date | None = None, *, spreadsheet: bool = False
    ) -> ExportReport:
        """Write a format of one file to a stream, once all of it is there.

        Raises:
            Problem: if nothing was written: the format is several files, or the log cannot be read.
        """
        if format_.several:
            raise Problem(f"{format_} is several files: name a folder, or a name with .zip, to write them into.")
        with tempfile.SpooledTemporaryFile(max_size=IN_MEMORY) as spool:

            def spooled(unreadable: list[str] | None) -> ExportReport:
                spool.seek(0)
                spool.truncate()
                export = _Export(self._kit, format_, since, spreadsheet, never, unreadable)
                for file in export.files():
                    for part in file.parts:
                        spool.write(part)
                return export.report((), spool.tell())

            report = self._past_damage(spooled)
            spool.seek(0)
            shutil.copyfileobj(spool, stream)
            stream.flush()
        return report

    def _keep_off_the_log(self, files: tuple[Path, ...]) -> None:
        places.keep_off(self._kit.store.path, files)

    def _past_damage(self, export: Callable[[list[str] | None], ExportReport]) -> ExportReport:
        """Export what can be read, and say what cannot: nobody's data stays in because an entry is damaged."""
        store = self._kit.store
        try:
            return replace(export(None), left_out=store.left_out)
        except StoreProblem:
            store.look_past_damage()
        unreadable: list[str] = []
        report = export(unreadable)
        return replace(report, left_out=some((*filter(None, [store.left_out]), *dict.fromkeys(unreadable)), MOST_NAMED))


@dataclass(slots=True)
class _Export:
    """One export as it goes."""

    kit: Kit
    format: ExportFormat
    since: date | None
    spreadsheet: bool
    cancelled: Callable[[], bool]
    unreadable: list[str] | None
    """Where to name what is damaged; None: that ends it."""
    sessions: int = 0
    workouts: int = 0
    parts: int = 0

    def files(self) -> Iterator[OutFile]:
        """Yield what is to be written, at least one file; each part of it asks whether to go on.

        Raises:
            Problem: if there is nothing to write.
        """
        nothing = True
        for file in writer(self.format)(self._exported()):
            nothing = False
            self.parts += 1
            yield OutFile(file.name, self._going_on(file))
        if nothing:
            raise Problem(NOTHING[self.format])

    def _exported(self) -> Exported:
        everything = self.kit.store.everything
        contents = everything.contents(self.unreadable)
        if self.format is ExportFormat.FIT and contents.plans:
            *others, followed = contents.plans
            ahead = targeted_plan(followed, self.since or self.kit.today(), self.kit)
            contents = replace(contents, plans=(*others, ahead))
        if self.format is ExportFormat.ICS and contents.plans:
            first = self.since or date.min
            self.workouts = sum(workout.day >= first for workout in contents.plans[-1].workouts)
        return Exported(
            sessions=self._counted,
            contents=contents if self.since is None else contents.since(self.since),
            exercises=self.kit.exercises(),
            since=self.since,
            now=self.kit.clock.now(),
            originals=everything.originals,
            spreadsheet=self.spreadsheet,
        )

    def _counted(self) -> Iterator[Session]:
        unfinished = self.format in WITH_UNFINISHED
        found = self.kit.store.everything.sessions(self.since, unfinished=unfinished, unreadable=self.unreadable)
        for number, session in enumerate(found, start=1):
            self.sessions = max(self.sessions, number)
            yield session

    def _going_on(self, file: OutFile) -> Iterator[bytes]:
        for part in file.parts:
            if self.cancelled():
                raise Problem(STOPPED)
            yield part

    def report(self, files: tuple[Path, ...], size: int) -> ExportReport:
        """Return what came of it."""
        told = 0 if self.format in OF_THE_PLAN else self.sessions  # which were only asked what is done
        return ExportReport(
            format=self.format,
            files=tuple(map(str, files)),
            sessions=told,
            workouts=self.workouts,
            parts=self.parts,
            size=size,
        )
