"""An import under way: read on a thread of its own, asked and written on the logbook's, whatever screen is shown."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING

from textual.timer import Timer

from hybridtui.domain.imports import ImportOptions, ImportReport, Progress
from hybridtui.domain.pace import Pace, share
from hybridtui.domain.problems import Problem
from hybridtui.domain.unit_questions import Units
from hybridtui.domain.units import WeightUnit
from hybridtui.ui.widgets.title_bar import TitleBar

if TYPE_CHECKING:
    from hybridtui.domain.exercises import Exercise
    from hybridtui.logbook.imports import Reading
    from hybridtui.ui.app import HybridApp

TELL_S = 1.0
"""How often the title bar says how far the reading in the background has come."""

NOTHING_YET = Progress(files=0, of_files=0, bytes=0, of_bytes=0)

STOPPED = "Stopped: nothing was added to your log, and nothing is left behind."


class Importing:
    """Files being read, then looked at, then written; the app has one at a time."""

    def __init__(self, app: HybridApp, paths: tuple[Path, ...]) -> None:
        """Begin to read ``paths``; the app keeps it as its import until it is closed."""
        self.paths = paths
        self.options = ImportOptions()
        self.progress = NOTHING_YET
        """How far the reading has come, as last told."""
        self.pace = Pace(app.clock.ticks())
        self._app = app
        self._stop = Event()
        self._reading: Reading | None = None
        self._thread: asyncio.Future[None] | None = None
        self._problem: Problem | None = None
        self._read = asyncio.Event()
        self._timer: Timer | None = None
        self._bars: set[TitleBar] = set()
        app.importing = self
        app.run_worker(self._run(), name="import", group="import")

    @property
    def folder(self) -> Path:
        """Where the files lie: other files are likely beside them."""
        first = self.paths[0]
        return first if first.is_dir() else first.parent

    @property
    def is_read(self) -> bool:
        """Whether the reading has come to its end, good or bad."""
        return self._read.is_set()

    async def _run(self, units: Mapping[str, Units] | None = None) -> None:
        """Read all files, or those once more whose ``units`` were said."""
        paths, options = self.paths, self.options
        try:
            if (reading := self._reading) is None:
                self._reading = reading = await self._app.book.ask(lambda book: book.imports.begin(paths, options))
            if self._stop.is_set():  # closed while the log had other things to do
                reading.close()
                return
            read = reading.read if units is None else partial(reading.again, units)
            loop = asyncio.get_running_loop()
            self._thread = loop.run_in_executor(None, read, self._told, self._stop.is_set)
            await asyncio.shield(self._thread)
        except Problem as problem:
            self._problem = problem
        self._read.set()
        if self._timer is not None:
            self._app.say("All files are read: i looks at them. Nothing is written yet.")

    def _told(self, progress: Progress) -> None:
        self.progress = progress

    async def preview(self) -> ImportReport:
        """Wait until all is read; return what it would add to the log.

        Raises:
            Problem: if it was stopped, or cannot be read at all.
        """
        await self._read.wait()
        if self._problem is not None and not self._stop.is_set():
            raise self._problem
        if self._stop.is_set() or self._reading is None:
            raise Problem(STOPPED)
        reading, options = self._reading, self.options
        report = await self._app.book.ask(lambda book: book.imports.preview(reading, options))
        if self._stop.is_set():
            raise Problem(STOPPED)
        return report

    async def exercises(self) -> Mapping[str, Exercise]:
        """Return all exercises that a name can stand for, by id.

        Raises:
            Problem: if the log cannot be read.
        """
        return await self._app.book.ask(lambda book: book.exercises())

    def name(self, exercises: Mapping[str, str]) -> None:
        """Take what names stand for: ids of exercises by folded name."""
        self.options = replace(self.options, exercises=exercises)

    def answer(self, units: Mapping[str, Units]) -> None:
        """Read those files once more that left their units open, by their names as the report tells them."""
        self._read.clear()
        self.progress, self.pace = NOTHING_YET, Pace(self._app.clock.ticks())
        self._app.run_worker(self._run(units), name="import", group="import")

    async def usual_unit(self) -> WeightUnit:
        """Return the unit of the athlete's weights, kilograms before they said it.

        Raises:
            Problem: if the log cannot be read.
        """
        athlete = await self._app.book.ask(lambda book: book.athlete())
        return athlete.weight_unit if athlete is not None else WeightUnit.KG

    async def write(self) -> ImportReport:
        """Write what was read, all or nothing.

        Raises:
            Problem: if it was stopped or cannot be saved: nothing was written, it can be tried again.
        """
        reading, options = self._reading, self.options
        if reading is None:
            raise Problem(STOPPED)
        self._stop.clear()
        return await self._app.book.ask(lambda book: book.imports.write(reading, options, self._stop.is_set))

    def stop(self) -> None:
        """Stop what is being read or written as soon as it can be: nothing of it stays."""
        self._stop.set()

    async def close(self) -> None:
        """Stop, wait until nothing runs any more, and give back what was read."""
        self.stop()
        self.come_forward()
        if self._app.importing is self:
            self._app.importing = None
        if self._thread is not None:
            await asyncio.wait([self._thread])
            self._thread.exception()  # told by what waited for it, if anything did
        if (reading := self._reading) is not None:  # on the log's thread: after what it may still read of it
            await self._app.book.ask(lambda _: reading.close())

    def go_behind(self) -> None:
        """Go on while the app is used: the title bar says how far it is."""
        self._timer = self._app.set_interval(TELL_S, self._tell)
        self._app.call_later(self._tell)

    def come_forward(self) -> None:
        """Be what is looked at again."""
        if self._timer is not None:
            self._timer.stop()
            self._timer = None
        for bar in self._bars:
            bar.news = ""
        self._bars.clear()

    def _tell(self) -> None:
        if self._timer is not None:
            for bar in self._app.screen.query(TitleBar):
                self._bars.add(bar)
                bar.news = self._news()

    def _news(self) -> str:
        if self.is_read:
            return "files read: i"
        done = share(self.progress)
        return "import …" if done is None else f"import {done * 100:.0f} %"
