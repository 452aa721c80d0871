"""An imported history counts for the muscles that the names of its exercises tell."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from hybridtui.domain.calendar import By, span
from hybridtui.domain.exercises import LOWER_PATTERNS
from hybridtui.domain.imports import ImportOptions
from hybridtui.domain.own_exercises import OWN_PATTERN, own_id
from hybridtui.domain.totals import is_leg_heavy
from hybridtui.logbook import Logbook
from tests.conftest import FixedClock
from tests.formats.test_hevy import HEADER, row

LEGS = ("Hack Squat", "Leg Extension (Machine)", "Seated Leg Curl (Machine)")
UPPER = ("Lateral Raise (Dumbbell)", "Chin Up", "Squat Rack Dance")
DAY = date(2024, 6, 29)


@pytest.fixture
def imported(tmp_path: Path, clock: FixedClock) -> Iterator[Logbook]:
    """Two hard sets of each exercise, in two sessions of one week."""
    titles = {"Legs": ("27 Jun 2024", LEGS), "Upper": ("29 Jun 2024", UPPER)}
    rows = [
        row(
            f'"{name}",,"",{number},"normal",40,8,,,9',
            title=title,
            when=f'"{day}, 10:39","{day}, 11:44"',
        )
        for title, (day, names) in titles.items()
        for name in names
        for number in range(2)
    ]
    file = tmp_path / "hevy.csv"
    file.write_text("\n".join([HEADER, *rows]), encoding="utf-8")
    with Logbook.open(tmp_path / "log" / "log.db", clock) as book:
        assert not book.imports.run([file], ImportOptions()).refused
        yield book


def test_sets_count_for_the_muscles_of_their_exercises(imported: Logbook) -> None:
    (week,) = span(By.WEEK, 1, DAY)
    hard = {muscle: sets.hard for muscle, sets in imported.lifting.muscles(week).items()}
    assert hard == {
        "quads": 4, "hamstrings": 3, "glutes": 1, "calves": 1,
        "shoulders": 2, "traps": 1, "lats": 2, "biceps": 1, "upper_back": 1, "forearms": 1,
    }  # fmt: skip


def test_hack_squats_and_machines_make_a_session_leg_heavy(imported: Logbook) -> None:
    lines = {line.title: imported.sessions.get(line.id) for line in imported.history.lines()}
    assert {title: is_leg_heavy(session) for title, session in lines.items()} == {"Legs": True, "Upper": False}


def test_what_a_name_tells_is_not_stored(imported: Logbook) -> None:
    stored = {each.id: each for each in imported._kit.store.own_exercises()}
    squat = own_id("Hack Squat")
    assert (stored[squat].pattern, stored[squat].primary) == (OWN_PATTERN, "")
    assert imported.exercises()[squat].pattern in LOWER_PATTERNS
    assert imported.exercises()[own_id("Squat Rack Dance")].pattern == OWN_PATTERN
