"""Two processes on one file: no lost update, no error shown. Source: reliability.md 2.2, 6 (R4)."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from hybridtui.domain.change import Change
from hybridtui.store import Store
from tests.store.builders import NOW, session

ROOT = Path(__file__).parents[2]

WRITER = """
import sys
from pathlib import Path
from sqlalchemy import select, update
from hybridtui.domain.change import Change
from hybridtui.store import Patience, Store, engine
from hybridtui.store.tables import session
from tests.store.builders import NOW, logged

path, name, number, begin = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]), sys.argv[4]
engine._begin = lambda connection: connection.exec_driver_sql(begin)


def count(connection):
    seen = connection.execute(select(session.c.tonnage_kg)).scalar_one()
    connection.execute(update(session).values(tonnage_kg=seen + 1))


print("ready", flush=True)
sys.stdin.readline()
refused = 0
with Store.open(path, patience=Patience(tries=3 if "IMMEDIATE" in begin else 1)) as store:
    for n in range(number):
        try:
            store._db.write("counter", count)
            store.apply(Change(label=name, sets=(("s", logged(f"{name}{n}", n)),)), NOW)
        except Exception:
            refused += 1
print(refused)
"""


def together(writers: list[subprocess.Popen[str]]) -> list[int]:
    for writer in writers:
        assert writer.stdin is not None
        writer.stdin.write("go\n")
        writer.stdin.flush()
    return [int(writer.communicate()[0]) for writer in writers]


def two_writers(path: Path, number: int, begin: str) -> tuple[list[int], float, int]:
    """Return how often each was refused, what the counter says, and how many sets there are."""
    with Store.open(path) as store:
        store.apply(Change(label="start", sessions=(session(),)), NOW)
    writers = [
        subprocess.Popen(
            [sys.executable, "-c", WRITER, str(path), name, str(number), begin],
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        for name in "ab"
    ]
    for writer in writers:
        assert writer.stdout is not None
        assert writer.stdout.readline() == "ready\n"
    refused = together(writers)
    with Store.open(path) as store:
        whole = store.session("s")
        assert whole is not None
        assert store.quick_check() is None
        return refused, whole.tonnage_kg, len(whole.sets)


def test_two_writers_lose_nothing(path: Path) -> None:
    refused, counter, sets = two_writers(path, 200, "BEGIN IMMEDIATE")
    assert (refused, counter, sets) == ([0, 0], 400, 400)


def test_a_plain_begin_would_be_caught(path: Path) -> None:
    """The test has teeth: readers that turn writers are refused at once."""
    refused, _, _ = two_writers(path, 200, "BEGIN")
    assert sum(refused) > 0
