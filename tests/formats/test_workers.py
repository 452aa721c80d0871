"""Processes that read: one that hangs, dies or takes too much costs its file, and none outlives who listens."""

from __future__ import annotations

import multiprocessing
import os
import select
import signal
import subprocess
import sys
import time
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from hybridtui.formats.incoming.opening import Source
from hybridtui.formats.incoming.telling import MEMORY, Told
from hybridtui.formats.incoming.workers import DIED, NO_PROGRESS, Event, Limits, read_all
from tests.formats import fit_writer as fit
from tests.formats.options import HEADER, options

START = datetime(2025, 10, 1, 9, 10, 26, tzinfo=UTC)
ROOT = Path(__file__).parents[2]
RUN = fit.fit(fit.file_id(START), fit.session(START))

pytestmark = pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="a file that never ends is a pipe")


def source(path: Path) -> Source:
    return Source(name=path.name, path=path, size=path.stat().st_size)


@pytest.fixture
def run(tmp_path: Path) -> Source:
    path = tmp_path / "run.fit"
    path.write_bytes(RUN)
    return source(path)


@pytest.fixture
def endless(tmp_path: Path) -> Source:
    """A file at which whoever opens it waits for good."""
    path = tmp_path / "endless.fit"
    os.mkfifo(path)
    return source(path)


def never() -> bool:
    return False


def limits(**changed: float) -> Limits:
    return Limits(here_bytes=-1, processes=1, **changed)  # type: ignore[arg-type]


def reason(events: list[Event], index: int) -> str | None:
    """Return why a source was refused; None if it was read."""
    (told,) = [event.what for event in events if event.index == index and isinstance(event.what, Told)]
    return told.read.refused[0].reason if told.read.refused else None


def test_a_file_that_a_worker_hangs_at_is_refused_and_the_others_are_read(run: Source, endless: Source) -> None:
    began = time.monotonic()
    list(read_all([run], options(), limits(), never))
    usual = time.monotonic() - began  # what a worker takes to begin, as busy as the machine is
    events = list(read_all([endless, run], options(), limits(patience_s=max(1.0, 6 * usual)), never))
    assert [reason(events, 0), reason(events, 1)] == [NO_PROGRESS, None]
    assert not multiprocessing.active_children()


def test_what_is_called_as_exports_are_is_read_before_other_texts_of_an_archive(run: Source, tmp_path: Path) -> None:
    """An archive of thousands of notes is given up, but not if there are runs behind them."""
    (tmp_path / "a.txt").write_text("milk, eggs", encoding="utf-8")
    notes = replace(source(tmp_path / "a.txt"), perhaps=True)
    told = [event.index for event in read_all([notes, run], options(), limits(), never) if isinstance(event.what, Told)]
    assert told == [1, 0]


def test_a_file_that_ends_its_worker_is_refused_and_the_others_are_read(run: Source, endless: Source) -> None:
    asked = 0

    def kill_the_first() -> bool:
        nonlocal asked
        asked += 1
        children = multiprocessing.active_children()
        if asked == 3 and children:
            os.kill(children[0].pid or 0, signal.SIGKILL)
        return False

    events = list(read_all([endless, run], options(), limits(), kill_the_first))
    assert [reason(events, 0), reason(events, 1)] == [DIED, None]


def test_what_is_cancelled_ends_at_once_and_leaves_no_process(run: Source, endless: Source) -> None:
    told: list[int] = []

    def stop() -> bool:
        return bool(told)

    events = read_all([run, endless], options(), limits(patience_s=3600.0), stop)
    told.extend(event.index for event in events if isinstance(event.what, Told))
    assert told == [0]  # the endless one would never end
    assert not multiprocessing.active_children()


def test_who_stops_listening_ends_the_workers(run: Source, endless: Source) -> None:
    events = read_all([run, endless], options(), limits(), never)
    next(events)
    events.close()
    assert not multiprocessing.active_children()


def test_a_file_that_needs_too_much_memory_is_refused_in_words(run: Source, tmp_path: Path) -> None:
    path = tmp_path / "large.csv"
    with path.open("wb") as file:  # as large as a file may be, and nearly all of it a hole
        file.write(f"{HEADER}\n".encode() + b"x" * 100_000)
        file.truncate(95_000_000)
    events = list(read_all([source(path), run], options(), limits(memory_bytes=200_000_000), never))
    assert [reason(events, 0), reason(events, 1)] == [MEMORY, None]


KILLED = """
import multiprocessing, sys
from pathlib import Path
from tests.formats.test_workers import limits, options, read_all, source

def tell_who_reads():
    print(*(child.pid for child in multiprocessing.active_children()), flush=True)
    return False

list(read_all([source(Path(sys.argv[1]))], options(), limits(), tell_who_reads))
"""


@pytest.mark.skipif(not hasattr(os, "pidfd_open"), reason="another way to wait for a process that is no child")
def test_workers_end_with_the_process_that_started_them(endless: Source) -> None:
    command = [sys.executable, "-c", KILLED, str(endless.path)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as app:
        assert app.stdout is not None
        worker = int(next(line for line in app.stdout if line.strip()))
        ended = os.pidfd_open(worker)
        app.kill()
        assert select.select([ended], [], [], 120.0)[0]
        os.close(ended)
