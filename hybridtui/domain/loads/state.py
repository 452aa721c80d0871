"""How load stands on one day: fitness and fatigue, sameness, this week against usual. Source: science.md D.2-D.4."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import NamedTuple

from hybridtui.domain.calendar import Week
from hybridtui.domain.load_models import USUAL_DAYS, monotony, strain, week_against_usual, weighted_averages
from hybridtui.domain.loads.log import Curve, LoadLog, curve

PERCENTILE_WEEKS = 12
"""A week's strain is compared with so many weeks before it (D.2)."""

LEAST_WEEKS = 4
"""With fewer weeks to compare with, nothing is said (a product decision)."""

_WEEK = 7


@dataclass(frozen=True, slots=True, kw_only=True)
class StrainRank:
    """A week's strain among the athlete's own last weeks."""

    below: int
    """So many of them were lower."""
    of: int

    @property
    def percentile(self) -> float:
        """Percent of the weeks that were lower."""
        return 100 * self.below / self.of


@dataclass(frozen=True, slots=True, kw_only=True)
class LoadState:
    """Loads as they stand on ``day``; None is unknown, never zero."""

    day: date
    days_known: int = 0
    """Days from the first session of the log to ``day``."""
    seed_au: float = 0.0
    """Daily load that fitness and fatigue began with."""
    ctl: float | None = None
    """Fitness, AU a day."""
    atl: float | None = None
    """Fatigue, AU a day."""
    form: float | None = None
    """Fitness less fatigue, as the day began."""
    monotony: float | None = None
    """Of the ISO week of ``day``, known from its Sunday on."""
    strain: float | None = None
    rank: StrainRank | None = None
    """None: too few weeks to compare with."""
    week_au: float = 0.0
    """Of the seven days up to ``day``."""
    usual_au: float | None = None
    """A mean week of the 28 days up to ``day``."""
    acwr: float | None = None
    """This week against usual, coupled: the seven days up to ``day`` against all 28."""
    uncoupled: float | None = None
    """The seven days against the 21 before them."""
    weighted: float | None = None
    """By exponentially weighted means of 7 and 28 days."""


class Spread(NamedTuple):
    """How alike the days of a week were."""

    monotony: float | None = None
    strain: float | None = None


class Compared(NamedTuple):
    """A week against what is usual, in three ways."""

    usual_au: float | None = None
    coupled: float | None = None
    uncoupled: float | None = None
    weighted: float | None = None


def state(log: LoadLog, day: date, follow: Curve | None = None) -> LoadState:
    """Return how loads stand on a day; ``follow`` spares following fitness and fatigue again."""
    spread = week_of(log, Week.of(day))
    known = log.knows(day)
    reached = (follow or curve(log)).on(day) if known else None
    compared = against_usual(log, day) if known else Compared()
    return LoadState(
        day=day,
        days_known=log.days_known(min(day, log.today)),
        seed_au=log.seed_au,
        ctl=reached.ctl if reached else None,
        atl=reached.atl if reached else None,
        form=reached.form if reached else None,
        monotony=spread.monotony,
        strain=spread.strain,
        rank=rank(log, Week.of(day), spread.strain),
        week_au=sum(log.daily(day - timedelta(days=_WEEK - 1), day)),
        usual_au=compared.usual_au,
        acwr=compared.coupled,
        uncoupled=compared.uncoupled,
        weighted=compared.weighted,
    )


def against_usual(log: LoadLog, day: date) -> Compared:
    """Compare the seven days up to ``day`` with all 28; nothing while the log is shorter than that."""
    if log.days_known(day) < USUAL_DAYS:
        return Compared()
    daily = log.daily(day - timedelta(days=USUAL_DAYS - 1), day)
    weighted = weighted_averages(daily)
    return Compared(
        usual_au=sum(daily) * _WEEK / USUAL_DAYS,
        coupled=week_against_usual(daily),
        uncoupled=week_against_usual(daily, coupled=False),
        weighted=weighted.ratio if weighted else None,
    )


def week_of(log: LoadLog, week: Week) -> Spread:
    """Return monotony and strain of a whole week; nothing while it runs, and where nothing was logged."""
    if log.today < week.last:
        return Spread()
    daily = log.daily(week.first, week.last)
    return Spread(monotony(daily), strain(daily))


def rank(log: LoadLog, week: Week, strained: float | None) -> StrainRank | None:
    """Compare a week's strain with the athlete's own last weeks; empty ones are no comparison."""
    if strained is None:
        return None
    weeks = (week_of(log, week.plus(-n)).strain for n in range(1, PERCENTILE_WEEKS + 1))
    past = [each for each in weeks if each is not None]
    if len(past) < LEAST_WEEKS:
        return None
    return StrainRank(below=sum(each < strained for each in past), of=len(past))
