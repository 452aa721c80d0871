"""Imports as a whole: staged, looked at, written in one transaction, taken back; the order of files decides nothing."""

from __future__ import annotations

import errno
import multiprocessing
import os
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta
from itertools import permutations
from pathlib import Path

import pytest

from hybridtui.domain.imports import FileStatus, ImportOptions, ImportReport, Progress
from hybridtui.domain.names import fold
from hybridtui.domain.problems import Problem
from hybridtui.domain.units import Load, WeightUnit
from hybridtui.formats.fit import reading as _fit  # noqa: F401 - loaded before memory and processes are looked at
from hybridtui.formats.incoming.workers import Limits
from hybridtui.logbook import Logbook
from hybridtui.logbook.imports import Reading
from hybridtui.logbook.imports.missing import ANSWERS_KEPT
from hybridtui.logbook.imports.staging import Slot, Staging
from tests.conftest import FixedClock
from tests.formats import fit_writer as fit
from tests.formats.archive_builder import gzipped, zipped
from tests.formats.options import strong
from tests.formats.samples import SAMPLES
from tests.formats.test_fitnotes import BODY

KG = ImportOptions(weight_unit=WeightUnit.KG)
SQUAT = "Squat (Barbell),1,100,5,0,0,,,"
BEGAN = datetime(2026, 3, 2, 17, 0, tzinfo=UTC)


@pytest.fixture
def empty(tmp_path: Path, clock: FixedClock) -> Iterator[Logbook]:
    """A log without an athlete."""
    with Logbook.open(tmp_path / "empty" / "log.db", clock) as opened:
        yield opened


Put = Callable[[str, "bytes | str"], Path]


@pytest.fixture
def put(tmp_path: Path) -> Put:
    """Write a file."""

    def write(name: str, data: bytes | str) -> Path:
        path = tmp_path / "files" / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(data if isinstance(data, bytes) else data.encode())
        return path

    return write


def content(book: Logbook) -> str:
    return book._kit.store.everything.content_hash()


def run(began: datetime = BEGAN, serial: int = 1) -> bytes:
    return fit.fit(fit.file_id(began, serial=serial), fit.session(began))


def statuses(report: ImportReport) -> list[FileStatus]:
    return [file.status for file in report.files]


def test_undo_of_an_import_of_every_format_leaves_the_log_as_it_was(empty: Logbook, put: Put) -> None:
    before = content(empty)
    files = [put(f"{name}.bin", make()) for name, make in SAMPLES.items()]
    report = empty.imports.run(files, KG)
    assert not report.refused
    after = content(empty)
    assert after != before
    assert empty.imports.run(files, KG).sessions == 0
    assert content(empty) == after
    assert "import of" in (empty.sessions.undo_last() or "")
    assert content(empty) == before
    assert list(empty._kit.store.everything.originals()) == []


def test_the_order_of_files_decides_nothing(tmp_path: Path, clock: FixedClock, put: Put) -> None:
    """Three exports of one history, the oldest without a column, and a watch's file of one of its days."""
    old = strong(SQUAT).replace(",,,\n", ",,\n").replace(",RPE\n", "\n")
    files = [
        put("old.csv", old),
        put("new.csv", strong("Squat (Barbell),1,100,5,0,0,deep,,8", "T Bar Row,1,40,8,0,0,,,")),
        put("watch.fit", run()),
    ]
    hashes = set()
    for number, some in enumerate(permutations(files)):
        with Logbook.open(tmp_path / f"{number}.db", clock) as together:
            together.imports.run(some, KG)
            hashes.add(content(together))
        with Logbook.open(tmp_path / f"{number}-single.db", clock) as singly:
            for file in some:
                singly.imports.run([file], KG)
            hashes.add(content(singly))
    assert len(hashes) == 1


def test_a_later_export_completes_what_the_log_has_and_undo_takes_that_back(empty: Logbook, put: Put) -> None:
    empty.imports.run([put("a.csv", strong(SQUAT))], KG)
    before = content(empty)
    report = empty.imports.run([put("b.csv", strong(SQUAT, "Bench Press (Barbell),1,60,8,0,0,,,"))], KG)
    assert (report.sessions, report.completed, report.files[0].completed) == (0, 1, 1)
    (line,) = empty.history.lines()
    assert line.sets == 2
    empty.sessions.undo_last()
    assert content(empty) == before


def test_a_preview_says_what_the_writing_does_and_writes_nothing(book: Logbook, put: Put) -> None:
    """The run is the plan's of Monday, and one that a list of activities tells again."""
    before = content(book)
    strava = (
        "Activity ID,Activity Date,Activity Name,Activity Type,Activity Description,Elapsed Time,Distance,Filename,"
        'Elapsed Time,Moving Time,Distance\n1,"Mar 2, 2026, 5:00:10 PM",Run,Run,,1860,5.0,,1860,1800,5000\n'
    )
    files = [put("run.fit", run()), put("activities.csv", strava)]
    with book.imports.begin(files, KG) as reading:
        reading.read()
        seen = book.imports.preview(reading, KG)
        assert content(book) == before
        assert book.imports.write(reading, KG) == seen
    assert (seen.sessions, seen.told_again, seen.planned) == (2, 1, 1)
    assert [file.told_again for file in seen.files] == [0, 1]
    assert len(book.plans.done()) == 1


def test_a_preview_counts_what_the_plan_gets_from_a_record_that_takes_anothers_place(book: Logbook, put: Put) -> None:
    """A list did not know what was done; the watch's file does."""
    strava = (
        "Activity ID,Activity Date,Activity Name,Activity Type,Activity Description,Elapsed Time,Distance,Filename,"
        'Elapsed Time,Moving Time,Distance\n1,"Mar 2, 2026, 5:00:10 PM",Gym,Workout,,1860,0,,1800,1800,\n'
    )
    book.imports.run([put("activities.csv", strava)], KG)
    assert not book.plans.done()
    report = book.imports.run([put("run.fit", run())], KG)
    assert (report.sessions, report.told_again, report.planned) == (1, 1, 1)
    assert len(book.plans.done()) == 1


def test_a_name_is_put_to_what_the_athlete_says_with_a_load_to_its_loaded_twin(empty: Logbook, put: Put) -> None:
    path = put("a.csv", strong("My Chins,1,0,8,0,0,,,", "My Chins,2,10,5,0,0,,,", "Odd Row,1,40,8,0,0,,,"))
    with empty.imports.begin([path], KG) as reading:
        reading.read()
        seen = empty.imports.preview(reading, KG)
        assert [(name.name, name.sets, name.loaded) for name in seen.unmatched] == [
            ("My Chins", 2, True),
            ("Odd Row", 1, True),
        ]
        options = ImportOptions(weight_unit=WeightUnit.KG, exercises={fold("My Chins"): "pull_up"})
        report = empty.imports.write(reading, options)
    assert report.own_exercises == ("Odd Row",)
    (line,) = empty.history.lines()
    session = empty.history.session(line.id)
    assert session is not None
    assert [logged.exercise for logged in session.sets[:2]] == ["weighted_pull_up"] * 2
    again = put("b.csv", strong("My chins,1,0,8,0,0,,,").replace("2024-05-01", "2024-05-02"))
    assert empty.imports.run([again], KG).unmatched == ()


def test_what_told_a_session_is_kept_as_it_is(empty: Logbook, put: Put) -> None:
    archive = put("export.zip", zipped({"activities/1.fit.gz": gzipped(run()), "media/1.jpg": b"x"}))
    report = empty.imports.run([archive], KG)
    assert report.files[0].warnings[-1].startswith("1 file in export.zip without training")
    (original,) = empty._kit.store.everything.originals()
    assert (original.name, original.data) == ("1.fit", run())
    (line,) = empty.history.lines()
    session = empty.history.session(line.id)
    assert session is not None
    assert session.original == original.sha256
    assert empty.sessions.undo_last() == "import of export.zip"


def test_a_file_that_changes_before_it_is_written_stops_the_import(empty: Logbook, put: Put) -> None:
    path = put("run.fit", run())
    before = content(empty)
    with empty.imports.begin([path], KG) as reading:
        reading.read()
        path.write_bytes(run(BEGAN + timedelta(days=1)))
        with pytest.raises(Problem, match=r"run.fit changed while it was looked at: nothing was added"):
            empty.imports.write(reading, KG)
    assert content(empty) == before


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes with names")
def test_a_file_that_is_a_pipe_by_now_holds_nothing_up(empty: Logbook, put: Put) -> None:
    path = put("run.fit", run())
    with empty.imports.begin([path], KG) as reading:
        reading.read()
        path.unlink()
        os.mkfifo(path)
        with pytest.raises(Problem, match=r"run.fit changed while it was looked at: nothing was added"):
            empty.imports.write(reading, KG)


def test_a_stop_while_it_is_written_leaves_nothing(empty: Logbook, put: Put) -> None:
    files = [put(f"{number}.fit", run(BEGAN - timedelta(days=number), number + 1)) for number in range(5)]
    before = content(empty)
    asked: list[bool] = []
    with empty.imports.begin(files, KG) as reading:
        reading.read()
        with pytest.raises(Problem, match="stopped: nothing was added"):
            empty.imports.write(reading, KG, lambda: asked.append(True) or len(asked) > 3)  # type: ignore[func-returns-value]
        assert content(empty) == before
        assert empty.imports.write(reading, KG).sessions == 5


def test_a_stop_while_workers_read_leaves_no_process_and_no_file(empty: Logbook, put: Put, tmp_path: Path) -> None:
    """What is read lies in a file without a name: there is nothing to be left."""
    files = [put(f"{number}.fit", run(BEGAN - timedelta(days=number), number + 1)) for number in range(6)]
    there = sorted((tmp_path / "files").iterdir())
    seen: list[Progress] = []
    reading = empty.imports.begin(files, KG)
    with Reading(files, reading._options, Limits(here_bytes=-1, processes=1)) as workers:
        with pytest.raises(Problem, match="stopped"):
            workers.read(seen.append, lambda: bool(seen))
        assert workers.files == ()
    assert not multiprocessing.active_children()
    assert sorted((tmp_path / "files").iterdir()) == there
    assert seen[-1].of_files == 6


def test_workers_and_this_process_read_the_same(empty: Logbook, put: Put) -> None:
    files = [put(f"{name}.bin", SAMPLES[name]()) for name in ("strong", "fit", "apple", "own json")]
    lines = []
    here = empty.imports.begin(files, KG)
    for limits in (Limits(), Limits(here_bytes=-1, processes=2)):
        with Reading(files, here._options, limits) as reading:
            reading.read()
            lines.append([[outline.line for outline in file.outlines] for file in reading.files])
    assert lines[0] == lines[1]
    assert all(lines[0])


def test_a_body_weight_is_added_to_days_that_have_none(book: Logbook, put: Put) -> None:
    book.weights.log(date(2026, 3, 1), Load(74.0))
    path = put("body.csv", f"{BODY}\n2026-03-01,07:00:00,Bodyweight,80,kgs\n2026-02-28,07:00:00,Bodyweight,75,kgs\n")
    report = book.imports.run([path], KG)
    assert (report.weights, report.files[0].weights, report.files[0].status) == (1, 1, FileStatus.KNOWN)
    kept = [
        (weight.day.day, weight.weight.value) for weight in book.weights.between(date(2026, 2, 1), date(2026, 3, 4))
    ]
    assert kept == [(28, 75.0), (1, 74.0)]
    assert book.sessions.undo_last() == "import of body.csv"
    assert len(book.weights.between(date(2026, 2, 1), date(2026, 3, 4))) == 1


def test_a_log_of_ours_goes_whole_into_an_empty_one_and_adds_what_is_missing_to_another(
    book: Logbook, empty: Logbook, put: Put, tmp_path: Path
) -> None:
    from hybridtui.domain.exports import ExportFormat

    book.imports.run([put("a.csv", strong(SQUAT, "Odd Row,1,40,8,0,0,,,")), put("run.fit", run())], KG)
    book.weights.log(date(2026, 3, 1), Load(74.0))
    whole = tmp_path / "log.json"
    book.exports.write(ExportFormat.JSON, whole, None)
    empty.imports.run([whole], KG)
    assert content(empty) == content(book)
    assert empty.imports.run([whole], KG).sessions == 0

    empty.weights.drop(date(2026, 3, 1))
    report = empty.imports.run([whole], KG)
    assert (report.weights, report.sessions, report.completed) == (1, 0, 0)
    assert ANSWERS_KEPT in report.files[0].warnings
    assert content(empty) == content(book)


def test_files_of_other_kinds_in_an_archive_are_passed_over_and_damaged_ones_told(empty: Logbook, put: Put) -> None:
    day = fit.fit(fit.file_id(BEGAN, kind=32))
    inner = zipped({"1.fit": run(), "2.fit": day, "3.fit": run()[:30]})
    report = empty.imports.run([put("garmin.zip", zipped({"x/UploadedFiles_1.zip": inner}))], KG)
    assert [file.file.rpartition(": ")[2] for file in report.files] == ["1.fit", "3.fit"]
    assert statuses(report) == [FileStatus.IMPORTED, FileStatus.REFUSED]


def test_the_same_session_in_several_files_is_merged_and_counted_once(empty: Logbook, put: Put) -> None:
    damaged = run()[:-60]
    files = [put("cut.fit", damaged), put("whole.fit", run())]
    report = empty.imports.run(files, KG)
    assert (report.sessions, len(empty.history.lines())) == (1, 1)
    (line,) = empty.history.lines()
    assert line.run_m == 5000


def test_a_machine_without_room_says_so(empty: Logbook, put: Put, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_: Staging, data: bytes) -> Slot:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(Staging, "put", full)
    with empty.imports.begin([put("run.fit", run())], KG) as reading, pytest.raises(Problem, match="No space left"):
        reading.read()
