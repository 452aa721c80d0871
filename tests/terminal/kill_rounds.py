"""Type sets into the app, kill it at random instants, and see whether what it called saved is in the log.

Run as a program of one thread, so that it may fork: what the app imports, it imports once for all rounds.
A log that is waiting for another set, and the environment of ``terminal.handed_on``, are expected::

    python -m tests.terminal.kill_rounds LOG ROUNDS

It prints a JSON report, and ends with the first round in which something is wrong.
With HYBRIDTUI_TEST_WRITE_BEHIND the app writes too late; that must be caught.
"""

from __future__ import annotations

import gc
import json
import os
import random
import re
import sqlite3
import sys
import time
from dataclasses import asdict, dataclass, field
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages

import hybridtui
from hybridtui.ui.places import get_ready
from tests.terminal.launch import launch
from tests.terminal.terminal import ESCAPES, Terminal

SEED = 20260302
KILLED_WITHIN_S, AT_MOST_S = 0.3, 3.0
"""So long a round lasts at most; up to ten times as long where the machine is too busy to save anything by then."""
LONGER, SHORTER = 1.25, 0.87
"""What becomes of that after a round in which nothing was saved, and after another."""
IN_FLIGHT = 3
"""Sets typed ahead of what the screen has called saved."""
LOOKED_AT = 65536
"""Bytes the app can have written since one last looked, and more: it writes some 9,000 for each set."""

SAVED = re.compile(rb"(\d+) sets\b")
"""What the list of exercises says after a set was saved."""


class Forked(Terminal):
    """The app in a terminal, in a fork of this process."""

    def become(self, command: list[str], arguments: list[str], environment: dict[str, str]) -> None:
        os._exit(launch(arguments))


@dataclass
class Rounds:
    """Sets typed, sets the screen called saved, and what was wrong."""

    typed: list[float] = field(default_factory=list)
    acknowledged: int = 0
    wrong: list[str] = field(default_factory=list)


def stored(log: Path) -> list[float]:
    """Read the loads in order, with nothing but SQLite, once it has recovered the file and found it whole."""
    base = sqlite3.connect(log)
    try:
        assert base.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert base.execute("PRAGMA foreign_key_check").fetchall() == []
        loads = [row[0] for row in base.execute("SELECT load_value FROM logged_set ORDER BY position")]
        entries = base.execute("SELECT count(*) FROM journal WHERE label LIKE '%back squat%'").fetchone()[0]
    finally:
        base.close()
    assert entries == len(loads), "a set without its entry in the journal, or the other way round"
    return loads


def load_all() -> None:
    """Import what the app would import while it starts and while its first keys are answered, and the rest."""
    for module in walk_packages(hybridtui.__path__, "hybridtui."):
        if not module.name.endswith("__main__") and ".migrations." not in module.name:
            import_module(module.name)
    get_ready()


def pull_the_plug(log: Path, rounds: int) -> Rounds:
    """Type sets, each with a load of its own; kill at a random instant; look; again, until something is wrong."""
    chance, result = random.Random(SEED), Rounds()
    kept, within_s = stored(log), KILLED_WITHIN_S
    load_all()
    gc.collect()
    gc.freeze()  # what all rounds share is looked through by none
    for number in range(rounds):
        with Forked("--database", str(log), columns=80, rows=24) as app:
            app.wait("Resume")
            app.type("enter")
            app.wait("Enter logs")
            begun = len(app.raw)
            end = time.monotonic() + chance.uniform(0.0, within_s)
            typed: list[float] = []
            said = 0
            while (left := end - time.monotonic()) > 0:
                said = max(said, acknowledged(app, begun, len(kept)))
                if len(typed) - said < IN_FLIGHT:
                    typed.append(2.0 + len(result.typed) + len(typed) * 1.0)
                    app.type(f"{typed[-1]:g}x5", "enter")
                app.pump(min(left, 0.01))
            app.kill()
            said = max(said, acknowledged(app, begun, len(kept)))
        now = stored(log)
        new = now[len(kept) :]
        if now[: len(kept)] != kept:
            result.wrong.append(f"round {number}: sets of earlier rounds changed")
        if new != typed[: len(new)]:
            result.wrong.append(f"round {number}: {new} stored of {typed}")
        if len(new) < said:
            result.wrong.append(f"round {number}: {said} called saved, {len(new)} stored")
        result.typed += typed
        result.acknowledged += said
        within_s = min(max(KILLED_WITHIN_S, within_s * (SHORTER if said else LONGER)), AT_MOST_S)
        kept = now
        if result.wrong:
            break
    return result


def acknowledged(app: Terminal, since: int, before: int) -> int:
    """Return how many sets of this round reached the screen as saved, by what was written last."""
    written = bytes(app.raw[max(since, len(app.raw) - LOOKED_AT) :])
    numbers = [int(number) for number in SAVED.findall(ESCAPES.sub(b"", written))]
    return max(numbers, default=before) - before


if __name__ == "__main__":
    print(json.dumps(asdict(pull_the_plug(Path(sys.argv[1]), int(sys.argv[2])))))
