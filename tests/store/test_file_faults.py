"""Files that are not what they should be: met with a message, never overwritten.

Source: reliability.md 2.3, 4.
"""

from __future__ import annotations

import os
import resource
import shutil
import sqlite3
import stat
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from hybridtui.domain.change import Change
from hybridtui.domain.problems import NotSaved, StoreProblem
from hybridtui.store import Patience, Store, engine, file
from tests.store.builders import NOW, logged, session
from tests.store.conftest import NOBODY, unprivileged

needs_root = pytest.mark.skipif(os.geteuid() != 0, reason="needs files of another user")


def log_one(store: Store, id_: str = "a") -> None:
    store.apply(Change(label="set 1", sessions=(session(),), sets=(("s", logged(id_)),)), NOW)


@pytest.fixture
def kept(path: Path) -> Path:
    """A log with many sets in it, closed."""
    with Store.open(path) as store:
        sets = tuple(("s", logged(f"set {n}", n, note="x" * 200)) for n in range(500))
        store.apply(Change(label="sets", sessions=(session(),), sets=sets), NOW)
    return path


def pragma(path: Path, name: str) -> str:
    with closing(sqlite3.connect(path)) as connection:
        return str(connection.execute(f"PRAGMA {name}").fetchone()[0])


def execute(path: Path, *statements: str) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        for statement in statements:
            connection.execute(statement)


def refused(path: Path, words: str) -> None:
    """Opening says so, names the file, and leaves every byte and every neighbour as it was."""
    before = {each.name: each.read_bytes() for each in path.parent.iterdir() if each.is_file()}
    with pytest.raises(StoreProblem, match=words) as caught:
        Store.open(path)
    assert str(path) in str(caught.value)
    assert {each.name: each.read_bytes() for each in path.parent.iterdir() if each.is_file()} == before


@pytest.mark.parametrize("umask", [0o000, 0o022, 0o077])
def test_only_its_owner_may_read_the_log(path: Path, umask: int) -> None:
    before = os.umask(umask)
    try:
        with Store.open(path) as store:
            log_one(store)
            modes = {each.name: stat.S_IMODE(each.stat().st_mode) for each in path.parent.iterdir()}
    finally:
        os.umask(before)
    assert modes == {"hybridtui.db": 0o600, "hybridtui.db-wal": 0o600, "hybridtui.db-shm": 0o600}
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700


def test_the_recipe(kept: Path) -> None:
    with Store.open(kept) as store, store._db.reading() as connection:
        answers = {
            name: connection.exec_driver_sql(f"PRAGMA {name}").scalar_one()
            for name in ("journal_mode", "synchronous", "foreign_keys", "trusted_schema", "wal_autocheckpoint")
        }
    assert answers == {
        "journal_mode": "wal",
        "synchronous": 2,
        "foreign_keys": 1,
        "trusted_schema": 0,
        "wal_autocheckpoint": 0,
    }
    assert pragma(kept, "application_id") == str(file.APPLICATION_ID)


def test_without_a_write_ahead_log_it_syncs_more(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    answer = engine._answer
    monkeypatch.setattr(engine, "_answer", lambda c, p: "delete" if p == "journal_mode=wal" else answer(c, p))
    with Store.open(path) as store:
        log_one(store)
        with store._db.reading() as connection:
            assert connection.exec_driver_sql("PRAGMA journal_mode").scalar_one() == "delete"
            assert connection.exec_driver_sql("PRAGMA synchronous").scalar_one() == 3


def test_one_file_at_rest(kept: Path) -> None:
    assert [each.name for each in kept.parent.iterdir()] == ["hybridtui.db"]


def test_an_empty_file_is_not_taken_for_a_new_log(path: Path) -> None:
    path.parent.mkdir()
    path.touch()
    refused(path, "is empty")


@pytest.mark.parametrize("content", [b"x", b"Dear diary\n" * 100, b"SQLite format 2\0" + bytes(4096)])
def test_another_kind_of_file_is_refused(path: Path, content: bytes) -> None:
    path.parent.mkdir()
    path.write_bytes(content)
    refused(path, "is not a database")


def test_a_strangers_database_is_refused(path: Path) -> None:
    path.parent.mkdir()
    execute(path, "CREATE TABLE bookmarks (url)")
    refused(path, "belongs to another program")


def test_an_empty_database_is_refused(path: Path) -> None:
    path.parent.mkdir()
    execute(path, "PRAGMA user_version = 1")
    refused(path, "belongs to another program")


def test_a_newer_log_is_refused(kept: Path) -> None:
    execute(kept, "PRAGMA user_version = 999")
    refused(kept, r"made by a newer hybridtui \(format 999\)")


def test_a_newer_log_that_was_not_closed_is_refused(kept: Path, tmp_path: Path) -> None:
    with closing(sqlite3.connect(kept, isolation_level=None)) as connection:
        connection.execute("PRAGMA user_version = 999")  # stays in the write-ahead log
        copy = tmp_path / "copy.db"
        for end in ("", "-wal"):
            shutil.copy(f"{kept}{end}", f"{copy}{end}")
    with pytest.raises(StoreProblem, match="newer hybridtui"):
        Store.open(copy)


@pytest.mark.parametrize("keep", [20, 99, 4000, 4096, 0.5, -100, -4096])
def test_a_truncated_log_is_refused(kept: Path, keep: float) -> None:
    size = kept.stat().st_size
    end = int(size * keep) if isinstance(keep, float) else keep % size
    os.truncate(kept, end)
    refused(kept, "is truncated")


def test_garbled_pages_are_told(kept: Path) -> None:
    content = bytearray(kept.read_bytes())
    page = len(content) // 4096 // 2 * 4096
    content[page : page + 4096] = b"\xa5" * 4096
    kept.write_bytes(content)
    with Store.open(kept) as store:
        complaint = store.quick_check()
    assert complaint is not None
    assert str(kept) in complaint
    assert "damaged" in complaint


def test_a_garbled_schema_is_refused(kept: Path) -> None:
    content = bytearray(kept.read_bytes())
    content[100:4096] = b"\xa5" * 3996
    kept.write_bytes(content)
    with pytest.raises(StoreProblem, match=f"{kept} is damaged"):
        Store.open(kept)
    assert kept.read_bytes() == content


def test_a_log_that_lacks_a_table_is_refused(kept: Path) -> None:
    execute(kept, "DROP TABLE journal")
    refused(kept, "it lacks journal")


def test_a_whole_log_passes_its_check(kept: Path) -> None:
    with Store.open(kept) as store:
        assert store.quick_check() is None


def test_orphans_are_told(kept: Path) -> None:
    execute(kept, "PRAGMA foreign_keys = off", "DELETE FROM session")
    with Store.open(kept) as store:
        assert "belongs to nothing" in str(store.quick_check())


def test_a_directory_is_refused(path: Path) -> None:
    path.mkdir(parents=True)
    refused(path, "is a directory")


def test_a_pipe_is_refused(path: Path) -> None:
    path.parent.mkdir()
    os.mkfifo(path)
    refused(path, "is not a file")


def test_a_file_where_the_directory_should_be_is_refused(tmp_path: Path) -> None:
    (tmp_path / "hybridtui").write_text("a note")
    with pytest.raises(StoreProblem, match=str(tmp_path)):
        Store.open(tmp_path / "hybridtui" / "hybridtui.db")


def test_a_link_to_nothing_is_refused(path: Path) -> None:
    path.parent.mkdir()
    path.symlink_to(path.parent / "gone.db")
    with pytest.raises(StoreProblem, match="link to a file that does not exist"):
        Store.open(path)


def test_ones_own_link_is_followed(kept: Path, tmp_path: Path) -> None:
    (tmp_path / "link.db").symlink_to(kept)
    with Store.open(tmp_path / "link.db") as store:
        assert store.session("s") is not None


@needs_root
def test_a_link_of_another_user_is_refused(kept: Path, tmp_path: Path) -> None:
    link = tmp_path / "link.db"
    link.symlink_to(kept)
    os.lchown(link, NOBODY, NOBODY)
    with pytest.raises(StoreProblem, match="made by another user"):
        Store.open(link)


def test_a_read_only_file_is_shown_and_not_written(public: Path) -> None:
    path = public / "log.db"
    with Store.open(path) as store:
        log_one(store)
    path.chmod(0o444)
    with unprivileged(), Store.open(path) as viewer:
        assert viewer.read_only
        assert viewer.session("s") is not None
        with pytest.raises(NotSaved, match="reading only"):
            log_one(viewer, "b")


def test_a_read_only_directory_is_shown_and_not_written(public: Path) -> None:
    path = public / "log.db"
    with Store.open(path) as store:
        log_one(store)
    path.chmod(0o444)
    public.chmod(0o555)
    with unprivileged(), Store.open(path) as viewer:
        assert viewer.read_only
        assert viewer.session("s") is not None
        assert viewer.quick_check() is None
        with pytest.raises(NotSaved, match="reading only"):
            viewer.undo(NOW)


def test_a_read_only_directory_shows_the_newest_sets_too(kept: Path, public: Path) -> None:
    with Store.open(kept) as store:
        log_one(store, "newest")
        for end in ("", "-wal", "-shm"):
            shutil.copy(f"{kept}{end}", public / f"log.db{end}")
            (public / f"log.db{end}").chmod(0o444)
    public.chmod(0o555)
    with unprivileged(), Store.open(public / "log.db") as viewer:
        whole = viewer.session("s")
        assert whole is not None
        assert "newest" in [each.id for each in whole.sets]


def test_a_file_of_another_user_is_refused_in_words(public: Path) -> None:
    path = public / "log.db"
    with Store.open(path) as store:
        log_one(store)
    path.chmod(0o000)
    with unprivileged(), pytest.raises(StoreProblem, match="cannot be read: Permission denied"):
        Store.open(path)


def test_no_log_can_be_made_where_nothing_can_be_made(public: Path) -> None:
    public.chmod(0o555)
    with unprivileged(), pytest.raises(StoreProblem, match="cannot be created: Permission denied"):
        Store.open(public / "new" / "log.db")


def test_asked_to_look_only(kept: Path) -> None:
    before = kept.read_bytes()
    with Store.open(kept, read_only=True) as viewer:
        assert viewer.session("s") is not None
        with pytest.raises(NotSaved, match="reading only"):
            log_one(viewer)
    assert kept.read_bytes() == before


def test_asked_to_look_at_nothing(path: Path) -> None:
    with pytest.raises(StoreProblem, match="does not exist"):
        Store.open(path, read_only=True)
    assert not path.parent.exists()


@pytest.mark.parametrize(
    ("location", "words"),
    [
        ("postgresql://coach@example.org/squad", "PostgreSQL is not supported yet"),
        ("postgresql+psycopg://u:secret@h/d", "PostgreSQL is not supported yet"),
        ("mysql://root@localhost/x", "“mysql” databases are not supported"),
        ("sqlite://", "plain file"),
        ("sqlite:///file:x?mode=ro&uri=true", "plain file"),
        (":memory:", "needs a file"),
        ("", "needs a file"),
    ],
)
def test_other_databases_are_refused_in_words(location: str, words: str) -> None:
    with pytest.raises(StoreProblem, match=words) as caught:
        Store.open(location)
    assert "secret" not in str(caught.value)


@pytest.mark.parametrize("name", ["plain.db", "with space.db", "50%?#&.db", "größe.db", "-x.db"])
def test_any_file_name_will_do(tmp_path: Path, name: str) -> None:
    with Store.open(tmp_path / name) as store:
        log_one(store)
    assert [each.name for each in tmp_path.iterdir()] == [name]


def test_a_url_names_the_same_file_as_its_path(kept: Path) -> None:
    with Store.open(f"sqlite:///{kept}") as store:
        assert store.path == kept


def test_a_file_that_appears_meanwhile_is_not_replaced(path: Path) -> None:
    def slow(draft: Path) -> None:
        draft.write_bytes(b"mine")
        path.write_bytes(b"theirs")

    file.create(path, slow)
    assert path.read_bytes() == b"theirs"
    assert [each.name for each in path.parent.iterdir()] == [path.name]


def test_a_log_is_made_without_hard_links_too(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise OSError(1, "Operation not permitted")

    monkeypatch.setattr(os, "link", refuse)
    with Store.open(path) as store:
        log_one(store)
    assert [each.name for each in path.parent.iterdir()] == [path.name]


def test_a_log_that_cannot_be_filled_is_not_left_behind(path: Path) -> None:
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (8192, hard))
    try:
        with pytest.raises(StoreProblem, match=f"{path} cannot be created"):
            Store.open(path)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert list(path.parent.iterdir()) == []
    Store.open(path).close()


def full_disk(store: Store) -> Callable[[], None]:
    """Let the file grow no further; return what takes that back."""

    def limit(pages: int) -> None:
        with store._db.reading() as connection:
            connection.exec_driver_sql(f"PRAGMA max_page_count = {pages}")

    limit(1)
    return lambda: limit(1_000_000)


def log_until_refused(store: Store) -> tuple[int, str]:
    """Return how many sets were saved, and why the next was not."""
    for n in range(500):
        try:
            store.apply(Change(label="set", sets=(("s", logged(f"more {n}", n, note="y" * 2000)),)), NOW)
        except NotSaved as refusal:
            return n, str(refusal)
    raise AssertionError("the disk was never full")


def number_of_sets(store: Store) -> int:
    whole = store.session("s")
    assert whole is not None
    return len(whole.sets)


def test_on_a_full_disk_nothing_is_lost_and_it_goes_on_afterwards(kept: Path) -> None:
    with Store.open(kept) as store:
        free = full_disk(store)
        saved, words = log_until_refused(store)
        assert "the disk is full" in words
        assert number_of_sets(store) == 500 + saved
        assert store.quick_check() is None
        free()
        store.apply(Change(label="set", sets=(("s", logged("after")),)), NOW)
        assert number_of_sets(store) == 500 + saved + 1


def test_a_disk_that_fails_is_named(kept: Path) -> None:
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    with Store.open(kept) as store:
        resource.setrlimit(resource.RLIMIT_FSIZE, (8192, hard))
        try:
            with pytest.raises(NotSaved, match="reports an error"):
                store.apply(Change(label="set", sets=(("s", logged("more", note="y" * 2000)),)), NOW)
        finally:
            resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
        assert store.quick_check() is None
        store.apply(Change(label="set", sets=(("s", logged("after")),)), NOW)


def test_a_lock_that_stays_is_waited_for_three_times(kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine, "BUSY_S", 0)
    waits: list[float] = []
    with Store.open(kept, patience=Patience(sleep=waits.append)) as store:
        with closing(sqlite3.connect(kept, isolation_level=None)) as other:
            other.execute("BEGIN IMMEDIATE")
            with pytest.raises(NotSaved, match="another hybridtui is busy"):
                log_one(store)
            assert store.session("s") is not None, "readers need not wait"
        log_one(store)
    assert len(waits) == 2
    assert all(0 <= wait <= 0.2 for wait in waits)


def test_a_lock_that_goes_is_not_noticed(kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine, "BUSY_S", 0)
    other = sqlite3.connect(kept, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with Store.open(kept, patience=Patience(sleep=lambda _: other.close())) as store:
        log_one(store, "after all")
        assert store.undo_label() == "set 1"


def test_opening_imports_neither_orm_nor_alembic_nor_toolkit(path: Path) -> None:
    program = f"""
import sys
from hybridtui.store import Store
Store.open({str(path)!r}).close()
Store.open({str(path)!r}).close()
print([name for name in sys.modules if name.split(".")[0] in ("alembic", "textual") or "sqlalchemy.orm" in name])
"""
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
