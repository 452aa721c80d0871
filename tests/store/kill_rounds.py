"""Kill writers at random instants, and see whether what they acknowledged is in the log.

Run as a program of one thread, so that it may fork::

    python tests/store/kill_rounds.py MODE ROUNDS SEED DIRECTORY

It prints a JSON report. Modes: ``honest`` acknowledges a change after it was saved,
``early`` before (it must be caught), ``create`` kills while the log is being made,
``upgrade`` while it is being migrated.
"""

from __future__ import annotations

import json
import os
import random
import select
import signal
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from hybridtui.domain.change import Change
from hybridtui.domain.problems import Problem
from hybridtui.store import Store, tables
from hybridtui.store.upgrade import upgrade
from tests.store.builders import NOW, logged, session
from tests.store.next_version import NEXT, shape, write_next_version

LONGEST_S = 0.02
HALVES = """
    SELECT id FROM session WHERE set_count != (SELECT count(*) FROM logged_set WHERE session_id = session.id)
"""


def act(store: Store, of: str, n: int) -> None:
    """Do the n-th thing of a session: log a set with its header, or undo the one before."""
    if n % 4 == 3:
        store.undo(NOW, of)
        return
    header = replace(session(of), tonnage_kg=400.0 * n)
    store.apply(Change(label=str(n), session_id=of, sessions=(header,), sets=((of, logged(f"{of}.{n}", n)),)), NOW)


def expected(of: str, done: int) -> set[str]:
    """Return the sets a session holds after so many actions."""
    sets = [n for n in range(done) if n % 4 != 3]
    return {f"{of}.{n}" for n in sets if n % 4 != 2 or n + 1 >= done}


def train(path: Path, of: str, ack: int, *, early: bool) -> None:
    """Act and acknowledge until killed."""
    store = Store.open(path)
    n = 0
    while True:
        if early:
            os.write(ack, b".")
        act(store, of, n)
        if not early:
            os.write(ack, b".")
        n += 1


def killed(work: Callable[[int], None], chance: random.Random, *, after_first: bool, longest_s: float) -> int:
    """Run ``work`` in a child, kill it at a random instant, return how often it acknowledged."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        try:
            work(writing)
        except BaseException as error:  # noqa: BLE001 - a child must not come back into the loop
            os.write(2, f"{error!r}\n".encode())
            os._exit(1)
        os._exit(0)
    os.close(writing)
    acknowledged = 0
    if after_first:
        select.select([reading], [], [], 120)
    time.sleep(chance.uniform(0, longest_s))
    os.kill(child, signal.SIGKILL)
    _, status = os.waitpid(child, 0)
    if os.WIFEXITED(status) and os.WEXITSTATUS(status):
        raise RuntimeError("the writer failed by itself")
    while data := os.read(reading, 65536):
        acknowledged += len(data)
    os.close(reading)
    return acknowledged


def training_round(directory: Path, name: str, chance: random.Random, *, early: bool) -> tuple[int, list[str]]:
    """Kill a session's writer; return what was acknowledged and what is wrong with the log."""
    path = directory / "training.db"
    acknowledged = killed(
        lambda ack: train(path, name, ack, early=early), chance, after_first=True, longest_s=LONGEST_S
    )
    wrong = []
    with Store.open(path) as store:
        whole = store.session(name)
        stored = {part.id for part in whole.sets} if whole else set()
        if stored not in (expected(name, acknowledged), expected(name, acknowledged + 1)):
            wrong.append(f"{name}: {acknowledged} acknowledged, but stored is {sorted(stored)}")
        if complaint := store.quick_check():
            wrong.append(complaint)
        with store._db.reading() as connection:
            if connection.exec_driver_sql(HALVES).first():
                wrong.append(f"{name}: half a change")
    return acknowledged, wrong


def took(work: Callable[[int], None]) -> float:
    """Return the seconds that ``work`` takes a child that is left alone: how fast this machine is just now."""
    begun = time.perf_counter()
    child = os.fork()
    if child == 0:
        try:
            work(-1)
        except BaseException as error:  # noqa: BLE001 - a child must not come back into the loop
            os.write(2, f"{error!r}\n".encode())
            os._exit(1)
        os._exit(0)
    _, status = os.waitpid(child, 0)
    if os.WEXITSTATUS(status):
        raise RuntimeError("the writer failed by itself")
    return time.perf_counter() - begun


def creation_round(directory: Path, name: str, chance: random.Random) -> tuple[int, list[str]]:
    """Kill while a log is made: there is none, or a whole one; the next start works."""
    path, alone = directory / name / "log.db", directory / f"{name} alone" / "log.db"
    usual = took(lambda _: Store.open(alone).close())
    killed(lambda _: Store.open(path).close(), chance, after_first=False, longest_s=2 * usual)
    made = path.exists()
    try:
        with Store.open(path) as store:
            act(store, "s", 0)
            wrong = store.quick_check()
    except Problem as problem:
        wrong = str(problem)
    if [each.name for each in path.parent.iterdir()] != [path.name]:
        wrong = f"{name}: something is left over"
    return made, [wrong] if wrong else []


def upgrade_round(directory: Path, name: str, chance: random.Random) -> tuple[int, list[str]]:
    """Kill while a log is migrated: it is the old one or the new one, and a second try works."""
    scripts = write_next_version(directory / "scripts")
    path, alone = directory / name / "log.db", directory / f"{name} alone" / "log.db"
    with Store.open(path) as store:
        for n in range(7):
            act(store, "s", n)
        before = store.session("s")
    Store.open(alone).close()
    usual = took(lambda _: upgrade(alone, version=NEXT, scripts=scripts))
    killed(lambda _: upgrade(path, version=NEXT, scripts=scripts), chance, after_first=False, longest_s=2 * usual)
    done, wrong = shape(path) == NEXT, []
    if shape(path) is None:
        wrong.append(f"{name}: half migrated")
    upgrade(path, version=NEXT, scripts=scripts)
    if shape(path) != NEXT:
        wrong.append(f"{name}: not migrated by the second try")
    tables.SCHEMA_VERSION = NEXT
    try:
        with Store.open(path) as store:
            if store.session("s") != before or store.quick_check():
                wrong.append(f"{name}: entries changed")
    finally:
        tables.SCHEMA_VERSION = NEXT - 1
    return done, wrong


def main(mode: str, rounds: int, seed: int, directory: Path) -> None:
    chance = random.Random(seed)
    acknowledged, wrong = 0, []
    for n in range(rounds):
        name = f"round {n}"
        if mode == "create":
            done, found = creation_round(directory, name, chance)
        elif mode == "upgrade":
            done, found = upgrade_round(directory, name, chance)
        else:
            done, found = training_round(directory, name, chance, early=mode == "early")
        acknowledged += done
        wrong += found
    print(json.dumps({"rounds": rounds, "seed": seed, "acknowledged": acknowledged, "wrong": wrong}))


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]), Path(sys.argv[4]))
