"""Exports: each file whole or as it was, the log untouched, and JSON an equal log."""

from __future__ import annotations

import errno
import io
import os
import sqlite3
import stat
import zipfile
from collections.abc import Iterator
from contextlib import closing
from datetime import date
from hashlib import sha256
from pathlib import Path

import pytest

from hybridtui.arguments.export import EXPORTS
from hybridtui.demo import open_demo
from hybridtui.domain.exports import ExportFormat
from hybridtui.domain.imports import Batch, ImportOptions, Original
from hybridtui.domain.problems import Problem
from hybridtui.domain.session import Status
from hybridtui.formats.writing import OutFile
from hybridtui.logbook import Logbook
from hybridtui.logbook.exports import exporting
from hybridtui.logbook.exports.writers import WRITERS
from hybridtui.store import Store
from tests.conftest import FixedClock
from tests.logbook.conftest import Reopen
from tests.store.builders import NOW, logged, session

FIT = b"\x0e\x10not really" * 100


@pytest.fixture
def book(reopen: Reopen, tmp_path: Path) -> Logbook:
    """A log of two sessions, one of a kept file."""
    with Store.open(tmp_path / "log.db") as store:
        kept = Original(sha256(FIT).hexdigest(), "../../RUN.fit", FIT)
        twin = Original(sha256(b"x").hexdigest(), "run.fit", b"x")
        sessions = [
            session("s1", ended=session().started, status=Status.FINISHED, sets=(logged("a"),), original=kept.sha256),
            session("s2", day=-9, ended=session(day=-9).started, status=Status.FINISHED, original=twin.sha256),
        ]
        store.add_batch(Batch("b", "import", "fit"), (), sessions, NOW, originals=(kept, twin))
    return reopen()


def left(folder: Path) -> list[str]:
    """Return what lies in a folder beside the log."""
    return sorted(each.name for each in folder.iterdir() if not each.name.startswith("log.db"))


def test_there_is_a_writer_for_every_format_and_the_command_line_knows_each() -> None:
    assert set(WRITERS) == set(ExportFormat)
    assert set(EXPORTS) == {each.value for each in ExportFormat}


@pytest.mark.parametrize("format_", sorted(set(ExportFormat) - {ExportFormat.FIT, ExportFormat.ICS}))
def test_each_format_is_written_for_its_owner_only(book: Logbook, tmp_path: Path, format_: ExportFormat) -> None:
    out = tmp_path / f"out{'' if format_.several else format_.suffix}"
    report = book.exports.write(format_, out)
    assert report.size == sum(Path(file).stat().st_size for file in report.files) > 0
    for file in report.files:
        assert stat.S_IMODE(Path(file).stat().st_mode) == 0o600
    if format_.several:
        assert stat.S_IMODE(out.stat().st_mode) == 0o700
    assert left(tmp_path) == [out.name]


def test_the_demo_comes_back_from_json_as_an_equal_log(tmp_path: Path, clock: FixedClock) -> None:
    with open_demo(tmp_path / "demo.db", clock) as demo, Logbook.open(tmp_path / "new.db", clock) as new:
        demo.exports.write(ExportFormat.JSON, tmp_path / "demo.json")
        report = new.imports.run([tmp_path / "demo.json"], ImportOptions())
        assert not report.refused
        assert _hash(tmp_path / "new.db") == _hash(tmp_path / "demo.db")
        new.exports.write(ExportFormat.JSON, tmp_path / "again.json")
        assert new.imports.run([tmp_path / "again.json"], ImportOptions()).sessions == 0
        calendar = new.exports.write(ExportFormat.ICS, tmp_path / "plan.ics")
        events = (tmp_path / "plan.ics").read_bytes().count(b"BEGIN:VEVENT")
        assert (calendar.sessions, calendar.workouts) == (0, events)
        assert calendar.in_words.startswith(f"{events} planned workouts, ")


def _hash(path: Path) -> str:
    with Store.open(path, read_only=True) as store:
        return store.everything.content_hash()


def test_both_tables_together_bring_all_sets_once(book: Logbook, tmp_path: Path, clock: FixedClock) -> None:
    book.exports.write(ExportFormat.CSV, tmp_path / "tables.zip")
    with Logbook.open(tmp_path / "new.db", clock) as new:
        report = new.imports.run([tmp_path / "tables.zip"], ImportOptions())
        assert (report.sessions, report.sets) == (2, 1)
        assert new.imports.run([tmp_path / "tables.zip"], ImportOptions()).sessions == 0


@pytest.mark.parametrize("format_", [ExportFormat.JSON, ExportFormat.CSV, ExportFormat.DAYBOOK])
def test_an_empty_log_comes_back_empty(reopen: Reopen, tmp_path: Path, format_: ExportFormat) -> None:
    out = tmp_path / f"out{'' if format_.several else format_.suffix}"
    book = reopen()
    book.exports.write(format_, out)
    report = book.imports.run([out], ImportOptions())
    assert (report.refused, report.is_empty) == (False, True)


def test_only_what_is_of_a_day_or_later_is_written(book: Logbook, tmp_path: Path) -> None:
    report = book.exports.write(ExportFormat.JSON, tmp_path / "new.json", date(2026, 3, 1))
    assert report.sessions == 1
    originals = book.exports.write(ExportFormat.ORIGINAL, tmp_path / "files", date(2026, 3, 1))
    assert left(tmp_path / "files") == ["RUN.fit"]
    assert originals.size == len(FIT)


def test_imported_files_are_the_same_bytes_under_safe_names_of_their_own(book: Logbook, tmp_path: Path) -> None:
    book.exports.write(ExportFormat.ORIGINAL, tmp_path / "files.zip")
    with zipfile.ZipFile(tmp_path / "files.zip") as archive:
        names = archive.namelist()
        assert names[0] == "RUN.fit"
        assert archive.read(names[0]) == FIT
        assert archive.read(names[1]) == b"x"
        assert names[1].startswith("run-")
    assert left(tmp_path) == ["files.zip"]


def test_nothing_to_write_is_said_and_leaves_nothing(reopen: Reopen, tmp_path: Path) -> None:
    for format_ in (ExportFormat.ORIGINAL, ExportFormat.FIT):
        for out in ("out", "out.zip"):
            with pytest.raises(Problem):
                reopen().exports.write(format_, tmp_path / out)
    assert left(tmp_path) == []


def test_a_file_that_is_there_is_replaced_by_a_whole_one(book: Logbook, tmp_path: Path) -> None:
    out = tmp_path / "out.json"
    out.write_text("old")
    out.chmod(0o644)
    book.exports.write(ExportFormat.JSON, out)
    assert out.read_text().startswith('{\n"format"')
    assert stat.S_IMODE(out.stat().st_mode) == 0o600


def test_a_link_is_followed_and_stays_one(book: Logbook, tmp_path: Path) -> None:
    (tmp_path / "there.json").write_text("old")
    (tmp_path / "link.json").symlink_to("there.json")
    book.exports.write(ExportFormat.JSON, tmp_path / "link.json")
    assert (tmp_path / "link.json").is_symlink()
    assert (tmp_path / "there.json").read_text() != "old"


def test_the_log_itself_is_never_written_over(book: Logbook, tmp_path: Path) -> None:
    (tmp_path / "alias.json").symlink_to("log.db")
    os.link(tmp_path / "log.db", tmp_path / "twin.json")
    for name in ("log.db", "log.db-wal", "log.db-shm", "alias.json", "twin.json"):
        with pytest.raises(Problem, match="your log itself"):
            book.exports.write(ExportFormat.JSON, tmp_path / name)
    assert book.check() is None


@pytest.mark.parametrize(
    ("format_", "out", "why"),
    [
        (ExportFormat.JSON, "nowhere/out.json", "make it first"),
        (ExportFormat.JSON, "folder", "is a folder"),
        (ExportFormat.JSON, "pipe", "no ordinary file"),
        (ExportFormat.JSON, "file/out.json", "There is no folder"),
        (ExportFormat.JSON, "x\0y", "cannot be written"),
        (ExportFormat.JSON, "~nobody-of-that-name/x", "cannot be written"),
        (ExportFormat.JSON, "n" * 300, "shorter|cannot be written"),
        (ExportFormat.CSV, "file", "several"),
        (ExportFormat.CSV, "nowhere/tables", "make it first"),
        (ExportFormat.CSV, "taken", "is a folder"),
    ],
)
def test_a_place_that_cannot_be_written_to_is_named_and_nothing_is_left(
    book: Logbook, tmp_path: Path, format_: ExportFormat, out: str, why: str
) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "taken" / "sets.csv").mkdir(parents=True)
    (tmp_path / "file").write_text("old")
    os.mkfifo(tmp_path / "pipe")
    before = left(tmp_path)
    with pytest.raises(Problem, match=why):
        book.exports.write(format_, Path(out) if out.startswith("~") else tmp_path / out)
    assert (left(tmp_path), left(tmp_path / "taken"), left(tmp_path / "folder")) == (before, ["sets.csv"], [])
    assert (tmp_path / "file").read_text() == "old"


def _full(_exported: object) -> Iterator[OutFile]:
    def parts() -> Iterator[bytes]:
        yield b"half"
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    yield OutFile("one.csv", (b"whole",))
    yield OutFile("two.csv", parts())


@pytest.mark.parametrize("out", ["there", "new", "there.zip"])
def test_a_disk_that_fills_up_leaves_what_was_there(
    book: Logbook, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, out: str
) -> None:
    monkeypatch.setattr(exporting, "writer", lambda _: _full)
    (tmp_path / "there").mkdir()
    (tmp_path / "there" / "one.csv").write_text("old")
    (tmp_path / "there.zip").write_text("old")
    before = left(tmp_path)
    with pytest.raises(Problem, match=r"No space left on device\. Make room"):
        book.exports.write(ExportFormat.CSV, tmp_path / out)
    assert (left(tmp_path), left(tmp_path / "there")) == (before, ["one.csv"])
    assert {(tmp_path / "there" / "one.csv").read_text(), (tmp_path / "there.zip").read_text()} == {"old"}


def test_one_that_is_stopped_leaves_what_was_there(book: Logbook, tmp_path: Path) -> None:
    (tmp_path / "out.json").write_text("old")
    with pytest.raises(Problem, match="nothing was written"):
        book.exports.write(ExportFormat.JSON, tmp_path / "out.json", cancelled=lambda: True)
    assert (left(tmp_path), (tmp_path / "out.json").read_text()) == (["out.json"], "old")


def test_what_is_printed_is_what_is_written(book: Logbook, tmp_path: Path) -> None:
    stream = io.BytesIO()
    printed = book.exports.print(ExportFormat.JSON, stream)
    written = book.exports.write(ExportFormat.JSON, tmp_path / "out.json")
    assert stream.getvalue() == (tmp_path / "out.json").read_bytes()
    assert (printed.size, printed.files, printed.sessions) == (written.size, (), 2)
    with pytest.raises(Problem, match="several files"):
        book.exports.print(ExportFormat.CSV, stream)


def test_a_damaged_entry_is_left_out_and_named(book: Logbook, tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / "log.db")) as connection, connection:
        connection.execute("UPDATE session SET steps = '{' WHERE id = 's1'")
    report = book.exports.write(ExportFormat.JSON, tmp_path / "out.json")
    assert (report.sessions, report.left_out) == (1, "the session of 2026-03-04")
    stream = io.BytesIO()
    assert book.exports.print(ExportFormat.JSON, stream).left_out == report.left_out
    assert stream.getvalue() == (tmp_path / "out.json").read_bytes()


def test_a_place_is_proposed_among_the_downloads_or_at_home(
    book: Logbook, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Path, "home", lambda: tmp_path)
    assert book.exports.usual_places()[ExportFormat.JSON] == tmp_path / "hybridtui-2026-03-04.json"
    (tmp_path / "Downloads").mkdir()
    assert book.exports.usual_places()[ExportFormat.CSV] == tmp_path / "Downloads" / "hybridtui-csv-2026-03-04.zip"
