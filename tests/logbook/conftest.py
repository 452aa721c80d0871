"""A logbook on a real file, and the same file opened again."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path

import pytest

from hybridtui.domain.athlete import Athlete
from hybridtui.logbook import Logbook
from tests.conftest import FixedClock
from tests.logbook import plans

Reopen = Callable[[], Logbook]


@pytest.fixture(scope="module", autouse=True)
def _hurried(no_power_cut: None) -> None:
    """What is told here is not what a power cut would leave."""


@pytest.fixture
def reopen(tmp_path: Path, clock: FixedClock) -> Iterator[Reopen]:
    """Open the log, as often as asked: what a crash would leave is what the file holds."""
    opened: list[Logbook] = []
    numbers = count(1)

    def open_() -> Logbook:
        opened.append(Logbook.open(tmp_path / "log.db", clock, ids=lambda: f"id{next(numbers):05d}"))
        return opened[-1]

    yield open_
    for book in opened:
        book.close()


@pytest.fixture
def book(reopen: Reopen) -> Logbook:
    """A logbook with an athlete and an adopted plan; today is Wednesday."""
    book = reopen()
    book.save_athlete(Athlete())
    book.plans.adopt(plans.plan(weeks=6))
    return book
