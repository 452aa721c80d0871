"""What the log says of running, in little: breaks, missed weeks, the longest run. Source: science.md C.6, C.8.

Light on purpose: whether a plan still fits the log is asked on every morning, and most
mornings it does.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from zlib import crc32

from hybridtui.domain.calendar import Week
from hybridtui.domain.workout import Plan

MONTH = timedelta(days=30)
"""Runs of so long ago still say how long the next may be (C.6.4)."""

BREAK_DAYS, LONG_BREAK_DAYS = 14, 28
"""Days without a run after which running begins again with less (C.6.6)."""


WHOLE_SHARE = 0.75
"""A run that took less than this of the workout it followed was broken off (a product decision)."""


@dataclass(frozen=True, slots=True)
class RunDay:
    """One finished session, by its running."""

    day: date
    minutes: int
    """Of running, to the nearest minute; 0 where there was none: the log was kept that day."""
    subtype: str = ""
    rpe: float | None = None
    finished: bool = True
    """False if it followed a workout and was broken off well before its end."""


def break_before(day: date, last: date) -> int:
    """Return how long a break in running lasted on ``day``: 28, 14 or 0 days at least.

    >>> break_before(date(2026, 3, 16), date(2026, 3, 1)), break_before(date(2026, 3, 15), date(2026, 3, 1))
    (14, 0)
    """
    days = (day - last).days - 1
    return next((least for least in (LONG_BREAK_DAYS, BREAK_DAYS) if days >= least), 0)


def break_in(week: Week, runs: Sequence[RunDay], start: date, today: date) -> tuple[int, date]:
    """Return the break that a week's first run ends, or that still lasts ``today``, and the last run before it.

    Days before ``start`` are no break. A past week without a run ends none: 0.
    """
    runs = [run for run in runs if run.minutes]
    first = min((run.day for run in runs if run.day in week.days and run.day <= today), default=None)
    if first is None and today not in week.days:
        return 0, start
    until = first or today
    eve = start - timedelta(days=1)
    last = max(eve, *(run.day for run in runs if run.day < until), eve)
    return break_before(until, last), last


def fingerprint(plan: Plan, runs: Sequence[RunDay], today: date) -> str:
    """Return what the corrections of a plan follow from, in short; while it stays the same, so do they.

    Nothing new before the first session that the plan has seen.
    """
    this = Week.of(today)
    begun = min((run.day for run in runs if run.day >= plan.start), default=None)
    if begun is None:
        return ""
    ran = [run for run in runs if run.minutes and run.day < this.monday]
    past = [(run.day.toordinal(), run.minutes, run.rpe, run.finished) for run in ran]
    lighter = [correction.week for correction in plan.corrections if correction.lighter]
    kept = str(Week.of(begun))
    known = (str(this), kept, break_in(this, runs, plan.start, today)[0], sorted(past, key=repr), lighter)
    return f"{crc32(repr(known).encode()):08x}"
