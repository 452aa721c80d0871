"""Damage around a session: what can do without it is left out and told, the rest is refused in words."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from hybridtui.domain.change import Change
from hybridtui.domain.kept_clock import KeptClock
from hybridtui.domain.pain import Pain, Part
from hybridtui.domain.phases import Phase, PhaseKind
from hybridtui.domain.problems import StoreProblem
from hybridtui.domain.session import Pause
from hybridtui.store import Store
from tests.store.builders import NOW, SQUAT, session

CLOCK = KeptClock((Phase(PhaseKind.WORK, "Burpee", 40.0, step=0, set_number=1, ends=True),), NOW, (Pause(NOW, NOW),))
KNEE = Pain(id="knee", at=NOW, day=NOW.date(), part=Part.KNEE, level=4)
NECK = replace(KNEE, id="neck", part=Part.NECK)
DEEP = '{"v":1,"is":' + "[" * 100_000


@pytest.fixture
def whole(store: Store) -> Store:
    """A log with a session, its clock and two pains."""
    store.apply(Change(label="start", session_id="s", sessions=(session(steps=(SQUAT,)),)), NOW)
    store.apply_with_clock(Change(label="", session_id="s"), NOW, CLOCK)
    store.apply(Change(label="pains", pains=(KNEE, NECK)), NOW)
    return store


def damage(path: Path, statement: str, *values: object) -> None:
    """Change the file past everything that watches over it."""
    with closing(sqlite3.connect(path)) as base, base:
        base.execute("PRAGMA ignore_check_constraints=on")
        base.execute(statement, values)


def respelt(spell: Callable[[dict[str, Any]], None]) -> str:
    """Return the clock as JSON with something else in it."""
    document = {
        "v": 1,
        "is": {
            "phases": [{"kind": "work", "label": "Burpee", "seconds": 40.0, "step": 0, "set_number": 1}],
            "started": NOW.isoformat(),
        },
    }
    spell(document["is"])  # type: ignore[arg-type]
    return json.dumps(document)


def phase(**fields: object) -> str:
    return respelt(lambda clock: clock["phases"][0].update(fields))


def clock(**fields: object) -> str:
    return respelt(lambda clock: clock.update(fields))


OPEN_PAUSE = {"began": NOW.isoformat()}

RUBBISH = {
    "no JSON": "rubbish",
    "nothing": "",
    "another document": "null",
    "newer": '{"v":2,"is":{}}',
    "bottomless": DEEP,
    "not even text": b"\xff\xfe\x00",
    "no phases": clock(phases=[]),
    "phases of text": clock(phases="abc"),
    "unknown kind": phase(kind="juggle"),
    "less than no time": phase(seconds=-5),
    "no number": phase(seconds=float("nan")),
    "endless": phase(seconds=float("inf")),
    "beyond any float": phase(seconds=10**400),
    "a thousand years": phase(seconds=3e10),
    "length in words": phase(seconds="long"),
    "step in words": phase(step="x"),
    "name without letters": phase(label=5),
    "no name": phase(label=None),
    "begun nowhere": clock(started="2026-03-04T17:00:00"),
    "begun at a word": clock(started="x"),
    "paused nowhere": clock(pauses=[{"began": "2026-03-04T17:00:00"}]),
    "standing still twice": clock(pauses=[OPEN_PAUSE, OPEN_PAUSE]),
}


@pytest.mark.parametrize("data", RUBBISH.values(), ids=RUBBISH.keys())
def test_a_damaged_clock_is_as_good_as_none_and_its_session_whole(whole: Store, path: Path, data: object) -> None:
    assert whole.quick_check() is None
    damage(path, "UPDATE clock SET data = ?", data)
    before, none = whole.running("s")
    assert none is None
    assert before is not None
    assert "the clock of a session cannot be read" in str(whole.quick_check())
    whole.apply_with_clock(Change(label="", session_id="s"), NOW, CLOCK)
    assert whole.running("s") == (before, CLOCK)
    assert whole.quick_check() is None


def test_the_same_clock_undamaged_would_be_read(whole: Store, path: Path) -> None:
    damage(path, "UPDATE clock SET data = ?", clock())
    assert whole.clock("s") is not None


@pytest.mark.parametrize(
    "damaged",
    ["part = 'tail'", "side = 'up'", "level = 99", "level = -3", "level = 'many'", "day = 'zzzz'", f"at_us = {2**62}"],
)
def test_a_pain_that_cannot_be_read_leaves_the_others(whole: Store, path: Path, damaged: str) -> None:
    damage(path, f"UPDATE pain SET {damaged} WHERE id = 'knee'")
    assert whole.pains(date(2026, 1, 1)) == (NECK,)
    assert any(
        told in str(whole.quick_check()) for told in ("what was said of a pain cannot be read", "CHECK constraint")
    )


MANY = json.dumps({"v": 1, "is": [{"kind": "set", "title": "Squat", "sets": 10**9}]})
WORDS = json.dumps({"v": 1, "is": [{"kind": "set", "title": "Squat", "sets": "many"}]})


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("kind", "juggling"),
        ("started_us", 2**62),
        ("local_date", "yesterday"),
        ("flags", "x"),
        ("steps", DEEP),
        ("steps", MANY),
        ("steps", WORDS),
        ("pauses", '{"v":1,"is":[{"began":"2026-03-04T17:00:00"}]}'),
    ],
)
def test_a_damaged_session_is_told_in_words(whole: Store, path: Path, column: str, value: object) -> None:
    damage(path, f"UPDATE session SET {column} = ?", value)
    with pytest.raises(StoreProblem, match="damaged entry"):
        whole.open_session()
