"""What the calendar says of a day."""

from __future__ import annotations

from dataclasses import replace

import pytest

from hybridtui.domain.workout import Kind
from hybridtui.ui.history.calendar_signs import Columns
from hybridtui.ui.history.calendar_words import Units, day_lines
from tests.domain.test_days import MON, did, page


@pytest.mark.parametrize(
    ("rode_s", "words"),
    [
        (0.0, "40 min · 10 km · 4:00/km · load ~120"),
        (1200.0, "60 min · 10 km · load ~120"),
    ],
)
def test_a_pace_is_told_only_of_what_was_all_run(rode_s: float, words: str) -> None:
    ran = did(Kind.RUN, MON, 40, distance_m=10_000.0, load_au=120.0, load_estimated=True)
    told = page(replace(ran, other_s=rode_s))
    (day,) = (each for each in told.days if each.day == MON)
    lines = [line.plain for line in day_lines(day, told.weeks[0], 0, Units())]
    assert lines[1].endswith(words)


def test_a_time_that_nobody_knows_is_not_told_as_none():
    ran = did(Kind.RUN, MON, 0, distance_m=10_000.0)
    told = page(ran)
    (day,) = (each for each in told.days if each.day == MON)
    lines = [line.plain for line in day_lines(day, told.weeks[0], 0, Units())]
    assert lines[1].endswith("time unknown · 10 km")
    assert Columns(80).cells(day)[1][0] == "  ?"
