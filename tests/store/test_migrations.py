"""Older logs are brought up to date wholly, after a checked copy; else they stay as they are.

Source: reliability.md 2.4.
"""

from __future__ import annotations

import json
import re
import shutil
import sqlite3
import stat
from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import NamedTuple

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory

from hybridtui.domain.athlete import Athlete
from hybridtui.domain.calendar import Week
from hybridtui.domain.change import Change
from hybridtui.domain.problems import StoreProblem
from hybridtui.domain.readiness import Readiness
from hybridtui.domain.session import RunEntry, Session
from hybridtui.domain.workout import Kind, Plan, Workout
from hybridtui.store import Store, codec, engine, schema, tables
from hybridtui.store.instants import week_key
from hybridtui.store.upgrade import SCRIPTS, upgrade
from tests.store.builders import NOW, logged, session
from tests.store.next_version import NEXT, shape, write_next_version

RUN = RunEntry(id="r", position=0, seconds=60.0)
WEEK = Week(2026, 10)
READING = Readiness(day=NOW.date(), fatigue=2, sleep_quality=3, soreness=4, stress=5, mood=1)


def filled(path: Path) -> Path:
    with Store.open(path) as store:
        sets = tuple(("s", logged(f"a{n}", n)) for n in range(5))
        store.apply(Change(label="all", sessions=(session(),), sets=sets, runs=(("s", RUN),)), NOW)
    return path


def kept(path: Path) -> Session | None:
    with Store.open(path) as store:
        assert store.quick_check() is None
        return store.session("s")


class Master(NamedTuple):
    kind: str
    name: str
    parts: tuple[str, ...]
    """Of a table its columns in order, then its constraints by name; else the statement."""


def master(path: Path) -> list[Master]:
    with closing(sqlite3.connect(path)) as connection:
        rows = connection.execute("SELECT type, name, sql FROM sqlite_master ORDER BY type, name")
        return [Master(kind, name, parts(sql) if kind == "table" else (sql,)) for kind, name, sql in rows]


def parts(sql: str) -> tuple[str, ...]:
    """Take a CREATE TABLE apart: a column that was added later stands behind the constraints, with its own."""
    flat = " ".join(sql.split())
    inside = flat[flat.index("(") + 1 : flat.rindex(")")].replace(" CONSTRAINT ", ", CONSTRAINT ")
    listed = [part.strip() for part in re.split(r",(?![^(]*\))", inside) if part.strip()]
    columns = [part for part in listed if not part.startswith("CONSTRAINT")]
    return (*columns, *sorted(set(listed) - set(columns)))


def first_version(path: Path) -> Path:
    """Make a log as the first hybridtui left it: one session with a set, the athlete, an entry of the journal."""
    upgrade(bare(path), version=1)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("INSERT INTO athlete VALUES ('athlete', '{\"v\":1,\"is\":{}}')")
        connection.execute(
            "INSERT INTO session (id, kind, subtype, sport, title, status, started_us, started_offset_s, local_date,"
            " week, steps, run_s, strength_s, other_s, tonnage_kg, load_au, load_estimated, source, flags, note,"
            " set_count, rep_count) VALUES ('s', 'hybrid', 'circuit', '', 'Circuit', 'finished', 0, 0, '2026-03-02',"
            " 105735, '{\"v\":1,\"is\":[]}', 600, 600, 0, 0, 160, 1, 'app', '[]', '', 1, 5)"
        )
        connection.execute(
            "INSERT INTO logged_set (id, session_id, position, exercise, kind, bodyweight, reps, per_side,"
            " unconfirmed, note) VALUES ('a', 's', 0, 'push_up', 'working', 0, 5, 0, 0, '')"
        )
        images = '[["session","s",null,{"id":"s"}]]'
        connection.execute(
            "INSERT INTO journal (at_us, label, minor, images) VALUES (1, 'start of Circuit', 0, ?)", (images,)
        )
        connection.commit()
    return path


def bare(path: Path) -> Path:
    """Make an empty file of version 0, on which every migration is still to run."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA application_id = 1752785524")
        connection.execute("VACUUM")
    return path


def test_a_new_log_equals_a_migrated_one(path: Path, tmp_path: Path) -> None:
    Store.open(path).close()
    migrated = bare(tmp_path / "migrated.db")
    Store.open(migrated).close()
    assert master(path) == master(migrated)
    for pragma in ("user_version", "application_id"):
        with closing(sqlite3.connect(path)) as new, closing(sqlite3.connect(migrated)) as old:
            ask = f"PRAGMA {pragma}"
            assert new.execute(ask).fetchone() == old.execute(ask).fetchone()


def test_the_revisions_make_what_the_tables_say(tmp_path: Path) -> None:
    migrated = bare(tmp_path / "migrated.db")
    upgrade(migrated)
    opened = engine.make_engine(migrated)
    with opened.connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection), tables.metadata) == []
    opened.dispose()


def test_the_newest_revision_has_the_number_of_the_schema() -> None:
    package, _, directory = SCRIPTS.partition(":")
    scripts = ScriptDirectory(str(Path(__import__(package).__file__ or "").parent / directory))
    assert scripts.get_heads() == [schema.revision(tables.SCHEMA_VERSION)]


def test_a_log_of_the_first_version_is_upgraded_with_all_that_is_in_it(path: Path, tmp_path: Path) -> None:
    first_version(path)
    with Store.open(path) as store:
        session = store.session("s")
        assert session is not None
        assert (session.title, session.level, session.load_au) == ("Circuit", None, 160)
        assert [logged.reps for logged in session.sets] == [5]
        assert store.athlete() == Athlete()
        assert store.undo_label() == "start of Circuit"
        assert store.readiness(date.min, date.max) == ()
        store.apply(Change(label="check-in", readiness=(READING,)), NOW)
        store.apply(Change(label="level", sessions=(replace(session, level=1),)), NOW)
        assert store.quick_check() is None
    Store.open(fresh := tmp_path / "fresh.db").close()
    assert master(path) == master(fresh)
    copies = [copy for copy in (path.parent / "backups").iterdir() if f"pre-v{tables.SCHEMA_VERSION}" in copy.name]
    assert [shape_of_first(copy) for copy in copies] == [(1, "0001", 1)]


def test_a_log_of_the_second_version_gets_clocks_pains_and_notes(path: Path, tmp_path: Path) -> None:
    upgrade(first_version(path), version=2)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("UPDATE session SET level = 2")
        connection.execute("DELETE FROM logged_set")
        connection.row_factory = sqlite3.Row
        whole = dict(connection.execute("SELECT * FROM session").fetchone())
        image = {column: value for column, value in whole.items() if not column.endswith(("_count", "_m"))}
        connection.execute("UPDATE journal SET images = ?", (json.dumps([["session", "s", None, image]]),))
        connection.execute(
            "INSERT INTO readiness VALUES ('2026-03-04', 2, 3, 4, 5, 1, NULL, 0, NULL, 0, NULL, NULL, 1)"
        )
        connection.commit()
    with Store.open(path) as store:
        session = store.session("s")
        assert session is not None
        assert (session.level, session.pauses) == (2, ())
        assert store.readiness(date.min, date.max) == (READING,)
        assert (store.clock("s"), store.pains(date.min), dict(store.exercise_notes())) == (None, (), {})
        assert store.undo(NOW) == "start of Circuit"
        assert store.redo(NOW) == "start of Circuit"
        assert store.session("s") == replace(session, sets=()), "what was journaled before knows no pauses"
        assert store.quick_check() is None
    Store.open(fresh := tmp_path / "fresh.db").close()
    assert master(path) == master(fresh)


DEEP = '{"v":1,"is":' + "[" * 100_000


@pytest.mark.parametrize(
    "damage",
    [
        "UPDATE session SET local_date = '2026-99-99'",
        "UPDATE session SET flags = 'x', started_us = 'x'",
        f"UPDATE session SET steps = '{DEEP}'",
        """UPDATE session SET steps = '{"v":1,"is":[{"rpe":"hard"}]}'""",
        f"UPDATE workout SET data = '{DEEP}'",
        """UPDATE workout SET data = '{"v":1,"is":{"kind":{}}}'""",
    ],
    ids=lambda damage: damage[7:60],
)
def test_what_is_damaged_in_an_older_log_does_not_lock_it(path: Path, damage: str) -> None:
    upgrade(first_version(path), version=3)
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("INSERT INTO plan (id, adopted, start, data) VALUES ('p', 1, '2026-03-02', '{}')")
        connection.execute(
            "INSERT INTO workout (id, plan_id, week_number, position, week, day, run_minutes, strength_minutes, data)"
            " VALUES ('w', 'p', 1, 0, 105735, '2026-03-02', 30, 0, '{}')"
        )
        connection.execute("UPDATE logged_set SET step = 0")
        connection.execute(damage)
    with Store.open(path) as store:
        assert store.undo_label() == "start of Circuit"
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("SELECT count(*), sum(hard) FROM logged_set").fetchone() == (1, None)


def shape_of_first(path: Path) -> tuple[int, str, int]:
    with closing(sqlite3.connect(path)) as connection:
        return (
            connection.execute("PRAGMA user_version").fetchone()[0],
            connection.execute("SELECT version_num FROM alembic_version").fetchone()[0],
            connection.execute("SELECT count(*) FROM session").fetchone()[0],
        )


def test_planned_workouts_of_the_fourth_version_are_told_by_the_calendar_but_a_damaged_one(tmp_path: Path) -> None:
    path = bare(tmp_path / "fourth.db")
    upgrade(path, version=4)
    run = Workout(
        id="w", day=WEEK.monday, kind=Kind.RUN, subtype="long", title="Long run", minutes=90, run_minutes=90,
        strength_minutes=0, steps=(), slot="long", moved_from=WEEK.days[6], because="rain",
    )  # fmt: skip
    with closing(sqlite3.connect(path)) as connection:
        plan = codec.PLAN.dumps(Plan(id="p", engine="1", athlete=Athlete(), start=WEEK.monday, weeks=()))
        connection.execute("INSERT INTO plan VALUES ('p', 1, ?, ?)", (WEEK.monday.isoformat(), plan))
        for id_, data in ((run.id, codec.WORKOUT.dumps(run)), ("d", "{")):
            row = (id_, week_key(run.day), run.day.isoformat(), data)
            connection.execute("INSERT INTO workout VALUES (?, 'p', 1, 0, ?, ?, 90, 0, ?)", row)
        connection.commit()
    with Store.open(path) as store:
        (asked,) = store.days.asked(WEEK, WEEK)
    assert asked.workouts == (run,)


def test_an_older_log_is_upgraded_and_keeps_everything(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = kept(filled(path))
    upgrade(path, version=NEXT, scripts=write_next_version(tmp_path / "scripts"))
    assert shape(path) == NEXT
    with monkeypatch.context() as newer:
        newer.setattr(tables, "SCHEMA_VERSION", NEXT)
        assert kept(path) == before
    with pytest.raises(StoreProblem, match="newer hybridtui"):
        Store.open(path)


def test_opening_an_older_log_upgrades_it(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[Path] = []
    filled(path)
    monkeypatch.setattr(tables, "SCHEMA_VERSION", NEXT)
    monkeypatch.setattr("hybridtui.store.upgrade.upgrade", asked.append)
    Store.open(path).close()
    assert asked == [path]


def test_a_checked_copy_is_laid_away_first(path: Path, tmp_path: Path) -> None:
    before = kept(filled(path))
    upgrade(path, version=NEXT, scripts=write_next_version(tmp_path / "scripts"))
    (copy,) = (path.parent / "backups").iterdir()
    assert copy.name == f"hybridtui-pre-v{NEXT}-1.db"
    assert stat.S_IMODE(copy.stat().st_mode) == 0o600
    assert stat.S_IMODE(copy.parent.stat().st_mode) == 0o700
    assert kept(copy) == before


def test_the_copy_holds_what_only_the_write_ahead_log_had(path: Path, tmp_path: Path) -> None:
    filled(path)
    with Store.open(path) as store:
        store.apply(Change(label="late", sets=(("s", logged("late", 9)),)), NOW)
        crashed = tmp_path / "crashed" / "log.db"
        crashed.parent.mkdir()
        for end in ("", "-wal"):
            shutil.copy(f"{path}{end}", f"{crashed}{end}")
    upgrade(crashed, version=NEXT, scripts=write_next_version(tmp_path / "scripts"))
    whole = kept(crashed.parent / "backups" / f"log-pre-v{NEXT}-1.db")
    assert whole is not None
    assert whole.sets[-1].id == "late"


@pytest.mark.parametrize(
    ("more", "words"),
    [
        ('raise OSError("no more")', "no more"),
        ('op.execute("DELETE FROM logged_set WHERE position = 0")', "would be lost"),
        ('op.execute("DROP TABLE run_entry"); op.execute("DELETE FROM session")', "would be lost"),
        ("op.execute(\"UPDATE logged_set SET session_id = 'nowhere'\")", "belongs to nothing"),
        ('op.execute("SELECT nonsense")', "nonsense"),
        ('op.execute("INSERT INTO athlete SELECT NULL, NULL")', "NOT NULL"),
    ],
)
def test_a_migration_that_goes_wrong_changes_nothing(path: Path, tmp_path: Path, more: str, words: str) -> None:
    before, shape_before = kept(filled(path)), master(path)
    scripts = write_next_version(tmp_path / "scripts", more)
    for attempt in (1, 2):
        with pytest.raises(StoreProblem, match=words) as caught:
            upgrade(path, version=NEXT, scripts=scripts)
        assert str(path) in str(caught.value)
        assert len(list((path.parent / "backups").iterdir())) == attempt
    assert master(path) == shape_before
    assert kept(path) == before


def test_without_room_for_the_copy_nothing_is_begun(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = kept(filled(path))
    usage = shutil.disk_usage(tmp_path)._replace(free=path.stat().st_size)
    monkeypatch.setattr(shutil, "disk_usage", lambda _: usage)
    with pytest.raises(StoreProblem, match="MiB free"):
        upgrade(path, version=NEXT, scripts=write_next_version(tmp_path / "scripts"))
    assert not (path.parent / "backups").exists()
    assert kept(path) == before


def test_an_older_log_that_is_read_only_is_refused(path: Path) -> None:
    filled(path)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA user_version = 0")
    before = path.read_bytes()
    with pytest.raises(StoreProblem, match="older hybridtui and is read-only"):
        Store.open(path, read_only=True)
    assert path.read_bytes() == before


def test_a_second_process_that_comes_too_late_changes_nothing(path: Path, tmp_path: Path) -> None:
    filled(path)
    scripts = write_next_version(tmp_path / "scripts")
    upgrade(path, version=NEXT, scripts=scripts)
    after = path.read_bytes()
    upgrade(path, version=NEXT, scripts=scripts)
    assert path.read_bytes() == after
