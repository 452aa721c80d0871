"""Instants and weeks as whole numbers."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from hybridtui.domain.calendar import Week

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)


def micros(when: datetime) -> int:
    """Return an aware time as microseconds since 1970."""
    return (when - _EPOCH) // _MICROSECOND


def instant(us: int) -> datetime:
    """Return the time in UTC that :func:`micros` wrote."""
    return _EPOCH + timedelta(microseconds=us)


def week_key(day: date) -> int:
    """Return the number of the day's ISO week, counted without gaps."""
    return (day.toordinal() - 1) // 7


def week_of_key(key: int) -> Week:
    """Return the week that :func:`week_key` wrote."""
    return Week.of(date.fromordinal(key * 7 + 1))
