"""Days and times of day as they are typed into a dialog."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from hybridtui.domain.problems import Problem

_DAYS_AGO = {"today": 0, "yesterday": 1}


def day_typed(text: str, today: date) -> date:
    """Read a day up to ``today``: ``2026-03-04``, ``today``, ``yesterday``.

    Raises:
        Problem: if it is none, or lies in the future.
    """
    word = text.strip().casefold()
    if word in _DAYS_AGO:
        return today - timedelta(days=_DAYS_AGO[word])
    try:
        day = date.fromisoformat(word)
    except ValueError:
        raise Problem("Day: type it as year-month-day, such as 2026-03-04.") from None
    if day > today:
        raise Problem("Day: it cannot lie in the future.")
    return day


def time_typed(text: str) -> time:
    """Read a time of day: ``18:30``.

    Raises:
        Problem: if it is none.
    """
    try:
        return datetime.strptime(text.strip(), "%H:%M").time()  # noqa: DTZ007 - a wall-clock time
    except ValueError:
        raise Problem("Began at: type hours and minutes, such as 18:30.") from None
