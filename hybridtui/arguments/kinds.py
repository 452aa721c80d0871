"""Kinds of arguments: days and times of day as people write them."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from datetime import date, time, timedelta

FIRST_DAY, LAST_DAY = date(1970, 1, 1), date(2199, 12, 31)
"""Days that a log can hold."""


def day(text: str) -> date:
    """Read a day that a log can hold."""
    try:
        day = date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is no day; write it as in 2026-03-08") from None
    if not FIRST_DAY <= day <= LAST_DAY:
        raise argparse.ArgumentTypeError(f"{text} is not between {FIRST_DAY} and {LAST_DAY}")
    return day


def day_done(text: str) -> Callable[[date], date]:
    """Read a day by its date, or from the day on which the command is called."""
    ago = {"today": 0, "yesterday": 1}.get(text.casefold())
    if ago is not None:
        return lambda today: today - timedelta(days=ago)
    said = day(text)
    return lambda _today: said


def clock(text: str) -> time:
    """Read a time of day."""
    try:
        return time.fromisoformat(text.zfill(5))
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is no time of day; write it as in 18:30") from None
