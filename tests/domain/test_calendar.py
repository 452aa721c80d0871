"""Weeks are ISO weeks, Monday first; a moment keeps the date on the wrist (science 0, H.6, H.7)."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hybridtui.domain.calendar import Moment, Week, Weekday

DAYS = st.dates(date(1990, 1, 1), date(2100, 12, 31))
ZONES = st.sampled_from(["Europe/Berlin", "America/New_York", "Asia/Kolkata", "Pacific/Auckland", "UTC"])


def test_weekdays_are_numbered_and_named_monday_first() -> None:
    assert [d.short for d in Weekday] == ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
    assert Weekday(date(2026, 3, 4).weekday()).key == "wed"


@given(DAYS)
def test_a_day_lies_in_the_seven_days_of_its_week(day: date) -> None:
    week = Week.of(day)
    assert day in week.days
    assert len(week.days) == 7
    assert week.monday.weekday() == Weekday.MON


@given(DAYS, st.integers(-300, 300))
def test_weeks_count_through_long_years(day: date, weeks: int) -> None:
    week = Week.of(day)
    later = week.plus(weeks)
    assert later.monday - week.monday == timedelta(weeks=weeks)
    assert later.plus(-weeks) == week
    assert (later > week) == (weeks > 0)


def test_2026_has_53_weeks() -> None:
    assert str(Week(2026, 53).plus(1)) == "2027-W01"


@given(st.datetimes(datetime(2000, 1, 1), datetime(2099, 1, 1)), ZONES)
def test_a_moment_takes_a_local_time_apart_without_loss(naive: datetime, zone: str) -> None:
    when = naive.replace(tzinfo=ZoneInfo(zone))
    moment = Moment.at(when, zone)
    assert moment.utc == when.astimezone(UTC)
    assert moment.local == naive
    assert moment.local_date == naive.date()


def test_the_hour_that_comes_twice_is_told_apart_by_its_offset() -> None:
    berlin = ZoneInfo("Europe/Berlin")
    first, second = (Moment.at(datetime(2026, 10, 25, 2, 30, tzinfo=berlin, fold=fold)) for fold in (0, 1))
    assert (first.offset_s, second.offset_s) == (7200, 3600)
    assert second.utc - first.utc == timedelta(hours=1)


def test_a_moment_needs_an_offset() -> None:
    with pytest.raises(ValueError, match="aware"):
        Moment.at(datetime(2026, 3, 4, 18, 0))
