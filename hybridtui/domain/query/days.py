"""Days as they are typed: a day, a week, a month, a year, today, or so long ago."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import MINYEAR, date, timedelta

from hybridtui.domain.calendar import Month, Week
from hybridtui.domain.problems import Problem

EXAMPLES = "2026-03-04, 2026-03, 2026-W10, 2026, today, yesterday, 7d, 4w, 3m or 1y"
"""What :func:`days_typed` reads."""

_DAYS_AGO = {"today": 0, "yesterday": 1}
_AGO = re.compile(r"(\d{1,4})([dwmy])")
_DAY = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_MONTH = re.compile(r"(\d{4})-(\d{1,2})")
_WEEK = re.compile(r"(\d{4})-?w(\d{1,2})")
_YEAR = re.compile(r"\d{4}")


@dataclass(frozen=True, slots=True)
class Days:
    """The days that were meant, both included."""

    first: date
    last: date


def days_typed(text: str, today: date) -> Days:
    """Read which days are meant; ``7d`` is the day a week before ``today``.

    >>> days_typed("2026-02", date(2026, 3, 4)).last, days_typed("4w", date(2026, 3, 4)).first
    (datetime.date(2026, 2, 28), datetime.date(2026, 2, 4))

    Raises:
        Problem: if it is none.
    """
    word = text.strip().casefold()
    try:
        found = _ago(word, today) or _named(word)
    except (ValueError, OverflowError):
        found = None
    if found is None:
        raise Problem(f"{text.strip() or 'nothing'} is no day: type {EXAMPLES}.")
    return found


def _ago(word: str, today: date) -> Days | None:
    if word in _DAYS_AGO:
        day = today - timedelta(days=_DAYS_AGO[word])
        return Days(day, day)
    if (found := _AGO.fullmatch(word)) is None:
        return None
    number, unit = int(found[1]), found[2]
    if unit in "dw":
        day = today - timedelta(days=number * (7 if unit == "w" else 1))
    else:
        month = Month.of(today).plus(-number * (12 if unit == "y" else 1))
        day = month.first.replace(day=min(today.day, month.last.day))
    return Days(day, day)


def _named(word: str) -> Days | None:
    if found := _DAY.fullmatch(word):
        day = date(int(found[1]), int(found[2]), int(found[3]))
        return Days(day, day)
    if found := _WEEK.fullmatch(word):
        monday = date.fromisocalendar(int(found[1]), int(found[2]), 1)
        return Days(monday, Week.of(monday).last)
    if found := _MONTH.fullmatch(word):
        first = date(int(found[1]), int(found[2]), 1)
        return Days(first, Month.of(first).last)
    if _YEAR.fullmatch(word) and int(word) >= MINYEAR:
        return Days(date(int(word), 1, 1), date(int(word), 12, 31))
    return None
