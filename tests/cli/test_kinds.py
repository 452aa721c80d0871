"""Days and times of day are read as people write them; what may be two days is asked."""

from __future__ import annotations

import argparse
from datetime import date, time

import pytest

from hybridtui.arguments.kinds import clock, day_done

WEDNESDAY = date(2026, 3, 4)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("today", WEDNESDAY),
        ("Yesterday", date(2026, 3, 3)),
        ("mon", date(2026, 3, 2)),
        ("wed", WEDNESDAY),
        ("Thursday", date(2026, 2, 26)),
        ("2025-11-20", date(2025, 11, 20)),
        ("20.11.", date(2025, 11, 20)),
        ("3.3.", date(2026, 3, 3)),
        ("4.3.2026", WEDNESDAY),
        ("20/11", date(2025, 11, 20)),
        ("11/20", date(2025, 11, 20)),
        ("3/3", date(2026, 3, 3)),
        ("11/20/2024", date(2024, 11, 20)),
        ("20 nov", date(2025, 11, 20)),
        ("Nov 20, 2024", date(2024, 11, 20)),
        ("mar 4", WEDNESDAY),
        ("29.2.", date(2024, 2, 29)),
    ],
)
def test_a_day_without_a_year_is_the_last_such_one(typed: str, meant: date) -> None:
    assert day_done(typed)(WEDNESDAY) == meant


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ("3/4", "may be 4 March or 3 April"),
        ("31/31", "no day"),
        ("30.2.", "no day"),
        ("t", "no day"),
        ("tomorrow", "no day"),
        ("nove 31", "no day"),
        ("1.1.1850", "no day"),
        ("", "no day"),
    ],
)
def test_what_is_no_day_or_two_is_refused(typed: str, says: str) -> None:
    with pytest.raises(argparse.ArgumentTypeError, match=says):
        day_done(typed)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("7:30", time(7, 30)),
        ("18.30", time(18, 30)),
        ("18h30", time(18, 30)),
        ("7am", time(7)),
        ("7:30 PM", time(19, 30)),
        ("12am", time(0)),
        ("12 p.m.", time(12)),
        ("18:30:15", time(18, 30)),
    ],
)
def test_times_of_day(typed: str, meant: time) -> None:
    assert clock(typed) == meant


@pytest.mark.parametrize("typed", ["7", "25:00", "13pm", "0am", "18:60", "18:30+02:00", "noon", ""])
def test_what_is_no_time_of_day_is_refused(typed: str) -> None:
    with pytest.raises(argparse.ArgumentTypeError, match="no time of day"):
        clock(typed)
