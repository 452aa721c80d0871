"""Names below a chart: which periods are named, and how. Pure."""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import pairwise

from hybridtui.domain.calendar import Month, Period, Week
from hybridtui.domain.dates import day_and_month

WEEK_ROOM = 8
"""Cells that a date below the chart needs: ``16 Nov`` and two apart."""

MONTH_ROOM = 6
"""Cells that a month or a year needs."""

MONTHS = (1, 2, 3, 6, 12, 24, 60, 120)
"""Every how many months are named: so that each January is."""


def ticks_of(periods: Sequence[Period], pitch: int, current: Period | None) -> tuple[tuple[int, str], ...]:
    """Choose periods to name, so that names do not touch: index and text.

    Weeks are counted back from the newest and named by their Monday; months are named where
    they are in every year, January by its year. The one that still runs is ``now``.
    """
    if periods and isinstance(periods[-1], Month):
        return _months(periods, pitch, current)
    every = max(1, math.ceil(WEEK_ROOM / max(1, pitch)))
    named = range(len(periods) - 1, -1, -every)
    return tuple((i, "now" if periods[i] == current else name(periods[i])) for i in reversed(named))


def _months(periods: Sequence[Period], pitch: int, current: Period | None) -> tuple[tuple[int, str], ...]:
    apart = math.ceil(MONTH_ROOM / max(1, pitch))
    every = next((n for n in MONTHS if n >= apart), MONTHS[-1])
    named = {i: name(one) for i, one in enumerate(periods) if _number(one) % every == 0}
    if current in periods:
        now = periods.index(current)
        named = {i: text for i, text in named.items() if abs(i - now) >= apart}
        named[now] = "now"
    elif not named and periods:
        named[len(periods) - 1] = name(periods[-1])
    return tuple(sorted(named.items()))


def _number(period: Period) -> int:
    return period.first.year * 12 + period.first.month - 1


def groups_of(periods: Sequence[Period]) -> list[int]:
    """Return the indexes of the periods that begin a month of weeks (by their Thursdays), or a year of months."""
    keys = [p.first.year if isinstance(p, Month) else Month.of(p.days[3]) for p in periods]
    return [index for index, (before, after) in enumerate(pairwise(keys), 1) if before != after]


def name(period: Period) -> str:
    """Name a period shortly: a week by its Monday, a month by its name, January by its year.

    >>> name(Week(2026, 10)), name(Month(2026, 3)), name(Month(2025, 1))
    ('2 Mar', 'Mar', '2025')
    """
    first = period.first
    if isinstance(period, Week):
        return day_and_month(first)
    return str(first.year) if first.month == 1 else f"{first:%b}"


def full_name(period: Period) -> str:
    """Name a period with its days.

    >>> full_name(Week(2026, 47)), full_name(Week(2026, 9)), full_name(Month(2026, 3))
    ('W47 16-22 Nov', 'W09 23 Feb-1 Mar', 'Mar 2026')
    """
    first, last = period.first, period.last
    if isinstance(period, Month):
        return f"{first:%b} {first.year}"
    start = f"{first.day}" if first.month == last.month else day_and_month(first)
    return f"W{period.iso_week:02d} {start}-{day_and_month(last)}"
