"""What the tab of load shows: each week or month, and how load stands today. Source: science.md D.1-D.5."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from hybridtui.domain.calendar import Period, Week
from hybridtui.domain.loads.days import LoadSum, summed
from hybridtui.domain.loads.log import Curve, LoadLog, curve
from hybridtui.domain.loads.state import LoadState, against_usual, state, week_of


@dataclass(frozen=True, slots=True, kw_only=True)
class PeriodLoad:
    """One week or month; None is unknown: before the log began, or while it runs."""

    period: Period
    sums: LoadSum
    known: bool
    """False before the log began, and of a time to come: then its sums say nothing."""
    ctl: float | None = None
    """On its last day, or today."""
    atl: float | None = None
    form: float | None = None
    monotony: float | None = None
    """Of a month: the mean of the weeks that end in it."""
    strain: float | None = None
    usual: float | None = None
    """The week that ends with it against what was usual by then."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LoadPage:
    """Everything the tab shows."""

    periods: tuple[PeriodLoad, ...]
    """Oldest first; the last one runs."""
    now: LoadState
    """As of today."""
    settled: LoadState
    """As of the end of the last week that is over: its sameness is known."""

    @property
    def current(self) -> PeriodLoad:
        """The week or month that runs."""
        return self.periods[-1]

    @property
    def empty(self) -> bool:
        """True if nothing was logged by today."""
        return not self.now.days_known


def page(log: LoadLog, periods: Sequence[Period]) -> LoadPage:
    """Return what the tab shows of these periods."""
    follow = curve(log)
    sunday = log.today - timedelta(days=(log.today.weekday() + 1) % 7)
    return LoadPage(
        periods=tuple(_of(log, period, follow) for period in periods),
        now=state(log, log.today, follow),
        settled=state(log, sunday, follow),
    )


def _of(log: LoadLog, period: Period, follow: Curve) -> PeriodLoad:
    last = min(period.last, log.today)
    if log.began is None or last < log.began or period.first > log.today:
        return PeriodLoad(period=period, sums=summed(()), known=False)
    reached = follow.on(last)
    spreads = [week_of(log, week) for week in _weeks_ending_in(period, last)]
    return PeriodLoad(
        period=period,
        sums=summed(log.between(period.first, period.last)),
        known=True,
        ctl=reached.ctl if reached else None,
        atl=reached.atl if reached else None,
        form=reached.form if reached else None,
        monotony=_mean([spread.monotony for spread in spreads]),
        strain=_mean([spread.strain for spread in spreads]),
        usual=against_usual(log, last).coupled,
    )


def _weeks_ending_in(period: Period, last: date) -> list[Week]:
    """Return the whole weeks that end in a period, by ``last`` at the latest."""
    week = Week.of(period.first)
    weeks = []
    while week.last <= last:
        weeks.append(week)
        week = week.plus(1)
    return weeks


def _mean(values: Sequence[float | None]) -> float | None:
    known = [value for value in values if value is not None]
    return sum(known) / len(known) if known else None
