"""How days are written: the same way on every screen, in every message and report."""

from __future__ import annotations

from datetime import date


def short_day(day: date) -> str:
    """Write a day with its weekday, in a few cells.

    >>> short_day(date(2026, 3, 8))
    'Sun 8 Mar'
    """
    return f"{day:%a} {day.day} {day:%b}"


def full_day(day: date) -> str:
    """Write a day of this year in full.

    >>> full_day(date(2026, 3, 8))
    'Sunday 8 March'
    """
    return f"{day:%A} {day.day} {day:%B}"


def day_and_month(day: date) -> str:
    """Write a day whose year is plain.

    >>> day_and_month(date(2026, 3, 8))
    '8 Mar'
    """
    return f"{day.day} {day:%b}"


def dated(day: date) -> str:
    """Write a day of any year.

    >>> dated(date(2026, 3, 8))
    '8 Mar 2026'
    """
    return f"{day.day} {day:%b %Y}"


def lately(day: date, today: date) -> str:
    """Write a past day in a few cells: with its month within a year, before that the month and the year.

    >>> lately(date(2026, 2, 24), date(2026, 3, 4)), lately(date(2025, 2, 24), date(2026, 3, 4))
    ('24 Feb', 'Feb 2025')
    """
    return day_and_month(day) if (today - day).days < 365 else f"{day:%b %Y}"
