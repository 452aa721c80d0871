"""Kinds of arguments: days and times of day as people write them."""

from __future__ import annotations

import argparse
import re
from collections.abc import Callable, Iterator
from datetime import date, time, timedelta

FIRST_DAY, LAST_DAY = date(1970, 1, 1), date(2199, 12, 31)
"""Days that a log can hold."""

_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_MONTHS = ("january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
           "november", "december")  # fmt: skip
_SHORTEST = 3
"""Letters by which a weekday or a month is known."""

_DOTTED = re.compile(r"(?P<day>[0-9]{1,2})\.\s?(?P<month>[0-9]{1,2})\.?(?:\s?(?P<year>[0-9]{4}))?")
_SLASHED = re.compile(r"(?P<one>[0-9]{1,2})/(?P<other>[0-9]{1,2})(?:/(?P<year>[0-9]{4}))?")
_NAMED = re.compile(
    r"(?:(?P<day>[0-9]{1,2})\.?\s?(?P<month>[a-z]{3,})|(?P<month2>[a-z]{3,})\s?(?P<day2>[0-9]{1,2}))"
    r"(?:,?\s(?P<year>[0-9]{4}))?"
)
_CLOCK = re.compile(r"(?P<hour>[0-9]{1,2})(?:[:.h](?P<minute>[0-9]{2})(?::[0-9]{2})?)?\s?(?P<half>[ap])?\.?(?:m\.?)?")


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
    """Read a day on which something was done, by its date or as people say it.

    ``yesterday``, ``mon``, ``20.11.``, ``20 nov``; without a year it is the last such day
    up to the one on which the command is called. ``3/4`` may be March or April.

    >>> day_done("mon")(date(2026, 3, 4)), day_done("20.11.")(date(2026, 3, 4))
    (datetime.date(2026, 3, 2), datetime.date(2025, 11, 20))
    """
    said = " ".join(text.casefold().split())
    if said in ("today", "yesterday"):
        return lambda today: today - timedelta(days=said == "yesterday")
    weekday = _place(said, _WEEKDAYS)
    if weekday is not None:
        return lambda today: today - timedelta(days=(today.weekday() - weekday) % 7)
    meant = list(dict.fromkeys(_days(said)))
    if not meant:
        iso = day(text)
        return lambda _today: iso
    if len(meant) > 1:
        ways = " or ".join(f"{number} {_MONTHS[month - 1].capitalize()}" for _, month, number in meant)
        raise argparse.ArgumentTypeError(f"{text!r} may be {ways}; write it as in 2026-03-08")
    year, month, number = meant[0]
    return lambda today: _last(year, month, number, today)


def _place(word: str, names: tuple[str, ...]) -> int | None:
    """Return which of some names a word is, or begins."""
    found = [at for at, name in enumerate(names) if len(word) >= _SHORTEST and name.startswith(word)]
    return found[0] if len(found) == 1 else None


def _days(said: str) -> Iterator[tuple[int | None, int, int]]:
    """Yield the days that may be meant: year (None: not said), month, day of the month."""
    if (dotted := _DOTTED.fullmatch(said)) is not None:
        yield from _existing(dotted["year"], dotted["month"], dotted["day"])
    elif (slashed := _SLASHED.fullmatch(said)) is not None:
        yield from _existing(slashed["year"], slashed["one"], slashed["other"])
        yield from _existing(slashed["year"], slashed["other"], slashed["one"])
    elif (named := _NAMED.fullmatch(said)) is not None:
        month = _place(named["month"] or named["month2"], _MONTHS)
        if month is not None:
            yield from _existing(named["year"], str(month + 1), named["day"] or named["day2"])


def _existing(year: str | None, month: str, number: str) -> Iterator[tuple[int | None, int, int]]:
    """Yield a day if there is one: without a year, in a leap year."""
    try:
        found = date(int(year or 2024), int(month), int(number))
    except ValueError:
        return
    if FIRST_DAY <= found <= LAST_DAY:
        yield int(year) if year else None, found.month, found.day


def _last(year: int | None, month: int, number: int, today: date) -> date:
    """Return the day of a year, or the last such one up to today."""
    if year is not None:
        return date(year, month, number)
    for before in range(9):  # eight years lie between two 29 February at most
        try:
            found = date(today.year - before, month, number)
        except ValueError:
            continue
        if found <= today:
            return found
    raise AssertionError("every day of a calendar comes within nine years")


def clock(text: str) -> time:
    """Read a time of day: ``18:30``, ``7.30``, ``7am``, ``7:30 pm``.

    >>> clock("7am"), clock("12:30pm"), clock("18h30")
    (datetime.time(7, 0), datetime.time(12, 30), datetime.time(18, 30))
    """
    found = _CLOCK.fullmatch(text.casefold().strip())
    hour = int(found["hour"]) if found is not None else 24
    half = found["half"] if found is not None else None
    if found is None or (half and not 1 <= hour <= 12) or not (half or found["minute"]):
        raise argparse.ArgumentTypeError(f"{text!r} is no time of day; write it as in 18:30")
    if half:
        hour = hour % 12 + (12 if half == "p" else 0)
    try:
        return time(hour, int(found["minute"] or 0))
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is no time of day; write it as in 18:30") from None
