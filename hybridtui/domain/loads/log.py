"""The loads of a log: day by day, and the fitness and fatigue that they add up to. Source: science.md D.4, H.8."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from operator import attrgetter
from typing import Self

from hybridtui.domain.load_models import DayOfLoad, day_by_day, pmc
from hybridtui.domain.loads.days import DayLoad

REMEMBERED_DAYS = 5 * 366
"""What lies further back weighs e^-43 of itself in fitness: less than a number can tell."""

_DAY = attrgetter("day")


@dataclass(frozen=True, slots=True, kw_only=True)
class LoadLog:
    """What is known of loads up to today."""

    today: date
    began: date | None
    """Day of the first finished session; None: there is none yet."""
    days: tuple[DayLoad, ...]
    """Days with a session, oldest first, of as much of the log as was read.

    Who flies back over the date line has trained on days that are still to come here.
    """
    first: date
    """The first day that was read."""
    au: tuple[float, ...]
    """The load of every day from ``first`` to today, days of rest as 0."""
    seed_au: float = 0.0
    """Daily load that fitness and fatigue begin with."""

    @classmethod
    def of(cls, today: date, began: date | None, days: tuple[DayLoad, ...], seed_au: float = 0.0) -> Self:
        """Return the log of these days with a session; those after today count for no fitness yet."""
        first = min(days[0].day, today) if days else today
        au = day_by_day({day.day: day.au for day in days}, first, today)
        return cls(today=today, began=began, days=days, first=first, au=au, seed_au=seed_au)

    def between(self, first: date, last: date) -> tuple[DayLoad, ...]:
        """Return the days with a session from ``first`` to ``last``."""
        return self.days[bisect_left(self.days, first, key=_DAY) : bisect_right(self.days, last, key=_DAY)]

    def daily(self, first: date, last: date) -> tuple[float, ...]:
        """Return the load of each day from ``first`` to ``last``, days of rest as 0."""
        start, end = (first - self.first).days, (last - self.first).days + 1
        known = self.au[max(0, start) : max(0, end)]
        before = (0.0,) * min(max(0, -start), end - start)
        return before + known + (0.0,) * (end - start - len(before) - len(known))

    def knows(self, day: date) -> bool:
        """Return whether the load of a day is known: within the log, and not yet to come."""
        return self.began is not None and self.began <= day <= self.today

    def days_known(self, day: date) -> int:
        """Return how many days the log has lasted on ``day``; 0 before it began."""
        return (day - self.began).days + 1 if self.began is not None and self.began <= day else 0


@dataclass(frozen=True, slots=True)
class Curve:
    """Fitness, fatigue and form of each day of a log."""

    first: date
    days: Sequence[DayOfLoad]

    def on(self, day: date) -> DayOfLoad | None:
        """Return one day; None before the log began, and of days to come."""
        index = (day - self.first).days
        return self.days[index] if 0 <= index < len(self.days) else None


def curve(log: LoadLog) -> Curve:
    """Follow fitness and fatigue from the first day that was read up to today."""
    if log.began is None or not log.days:
        return Curve(log.today, ())
    seed = log.seed_au if log.first == log.began else 0.0
    return Curve(log.first, tuple(pmc(log.au, ctl=seed, atl=seed)))
