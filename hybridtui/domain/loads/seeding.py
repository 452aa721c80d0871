"""Where fitness and fatigue begin: at what the athlete said to have done before the log. Source: science.md D.4."""

from __future__ import annotations

from datetime import date, timedelta

from hybridtui.domain.athlete import Athlete
from hybridtui.domain.balance import USUAL_SESSION_MINUTES
from hybridtui.domain.load import DEFAULT_RPE_OF_KIND
from hybridtui.domain.workout import Kind

REPORTED_DAYS = 28
"""The answers are of the last four weeks: an older log knows better."""

_WEEK = 7


def reported_daily_au(athlete: Athlete) -> float:
    """Return the mean daily load of the training that the athlete reported, at the default efforts of D.1.

    >>> reported_daily_au(Athlete(run_minutes=140, strength_sessions=0))
    60.0
    """
    running = athlete.run_minutes * DEFAULT_RPE_OF_KIND[Kind.RUN]
    strength = athlete.strength_sessions * USUAL_SESSION_MINUTES * DEFAULT_RPE_OF_KIND[Kind.STRENGTH]
    return (running + strength) / _WEEK


def seed_au(athlete: Athlete | None, began: date | None, plan_start: date | None) -> float:
    """Return the daily load that fitness and fatigue begin with; 0 if the log itself tells it.

    It begins with the answers only if the log began with the first plan, or in the four
    weeks before it: what came earlier would count twice.
    """
    if athlete is None or began is None or plan_start is None:
        return 0.0
    return reported_daily_au(athlete) if began >= plan_start - timedelta(days=REPORTED_DAYS) else 0.0
