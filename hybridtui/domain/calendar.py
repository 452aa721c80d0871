"""Days and ISO weeks.

A session belongs to the civil date on the athlete's wrist when it began; weeks are
ISO 8601, Monday first. Source: science.md section 0 and H.7.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta, timezone, tzinfo
from enum import IntEnum, StrEnum
from typing import Self, TypeAlias
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError


class Weekday(IntEnum):
    """A day of the week, Monday first, as ``date.weekday()`` numbers it."""

    MON = 0
    TUE = 1
    WED = 2
    THU = 3
    FRI = 4
    SAT = 5
    SUN = 6

    @property
    def key(self) -> str:
        """``mon`` to ``sun``, as files write it."""
        return self.name.lower()

    @property
    def short(self) -> str:
        """``Mon`` to ``Sun``, as screens write it."""
        return self.name.capitalize()


@dataclass(frozen=True, slots=True, order=True)
class Week:
    """An ISO week. 2027-01-01 lies in week 53 of 2026."""

    iso_year: int
    iso_week: int

    @classmethod
    def of(cls, day: date) -> Self:
        """Return the ISO week that holds ``day``."""
        year, week, _ = day.isocalendar()
        return cls(year, week)

    @property
    def monday(self) -> date:
        """The first day of the week."""
        return date.fromisocalendar(self.iso_year, self.iso_week, 1)

    @property
    def days(self) -> tuple[date, ...]:
        """Its seven dates, Monday first."""
        return tuple(self.monday + timedelta(days=n) for n in range(7))

    @property
    def first(self) -> date:
        """Its first day, as of any period."""
        return self.monday

    @property
    def last(self) -> date:
        """Its Sunday."""
        return self.monday + timedelta(days=6)

    @property
    def by(self) -> By:
        """What kind of period it is."""
        return By.WEEK

    def plus(self, weeks: int) -> Week:
        """Return the week so many weeks later (or earlier)."""
        return Week.of(self.monday + timedelta(weeks=weeks))

    def __str__(self) -> str:
        return f"{self.iso_year}-W{self.iso_week:02d}"


@dataclass(frozen=True, slots=True, order=True)
class Month:
    """A calendar month: what long stretches of history are summed up by."""

    year: int
    month: int

    @classmethod
    def of(cls, day: date) -> Self:
        """Return the month that holds ``day``."""
        return cls(day.year, day.month)

    @property
    def first(self) -> date:
        """Its first day."""
        return date(self.year, self.month, 1)

    @property
    def last(self) -> date:
        """Its last day."""
        return self.plus(1).first - timedelta(days=1)

    @property
    def days(self) -> tuple[date, ...]:
        """Its dates in order."""
        return tuple(self.first + timedelta(days=n) for n in range(self.last.day))

    @property
    def by(self) -> By:
        """What kind of period it is."""
        return By.MONTH

    def plus(self, months: int) -> Month:
        """Return the month so many months later (or earlier)."""
        year, month = divmod(self.year * 12 + self.month - 1 + months, 12)
        return Month(year, month + 1)

    def __str__(self) -> str:
        return f"{self.year}-{self.month:02d}"


Period: TypeAlias = Week | Month
"""What history is summed up by: both have a first and a last day, and neighbours by ``plus``."""


class By(StrEnum):
    """Whether history is summed up by weeks or by months."""

    WEEK = "week"
    MONTH = "month"

    def of(self, day: date) -> Period:
        """Return the week or month that holds ``day``."""
        return Week.of(day) if self is By.WEEK else Month.of(day)


def span(by: By, count: int, last: date) -> tuple[Period, ...]:
    """Return ``count`` weeks or months in order, the one that holds ``last`` at the end.

    >>> [str(period) for period in span(By.MONTH, 3, date(2026, 1, 31))]
    ['2025-11', '2025-12', '2026-01']
    """
    newest = by.of(last)
    return tuple(newest.plus(n) for n in range(1 - count, 1))


@dataclass(frozen=True, slots=True)
class Moment:
    """An instant, and what the athlete's clock said: UTC, offset, zone, civil date.

    ``local_date`` is stored, never recomputed when travelling; arithmetic uses
    ``utc`` only (differences of local times are wrong across DST).
    Source: reliability.md 2.6.
    """

    utc: datetime
    """Aware, in UTC."""
    offset_s: int
    """Seconds east of UTC at that instant."""
    zone: str | None
    """IANA name, if known."""
    local_date: date
    """The day on the athlete's wrist."""

    @classmethod
    def at(cls, when: datetime, zone: str | None = None) -> Self:
        """Take an aware local time apart.

        Raises:
            ValueError: if ``when`` has no offset.
        """
        offset = when.utcoffset()
        if offset is None:
            raise ValueError("a Moment needs an aware time")
        utc = (when.replace(tzinfo=None) - offset).replace(tzinfo=UTC)
        return cls(utc, int(offset.total_seconds()), zone, when.date())

    def later(self, by: timedelta) -> Moment:
        """Return the moment so much later (or earlier), told by the same offset."""
        moved = replace(self, utc=self.utc + by)
        return replace(moved, local_date=moved.local.date())

    def when_clock_says(self, local: datetime) -> Moment:
        """Return the moment at which this clock says ``local``, in its zone's offset of that day.

        >>> winter = Moment.at(datetime(2026, 1, 5, 18, 0, tzinfo=ZoneInfo("Europe/Berlin")), "Europe/Berlin")
        >>> winter.when_clock_says(datetime(2026, 7, 5, 18, 0)).offset_s
        7200
        """
        zone: tzinfo
        try:
            zone = ZoneInfo(self.zone) if self.zone else timezone(timedelta(seconds=self.offset_s))
        except (ZoneInfoNotFoundError, ValueError):
            zone = timezone(timedelta(seconds=self.offset_s))
        return Moment.at(local.replace(tzinfo=zone), self.zone)

    @property
    def local(self) -> datetime:
        """The wall-clock time, without zone."""
        return self.utc.replace(tzinfo=None) + timedelta(seconds=self.offset_s)
