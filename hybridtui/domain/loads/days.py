"""The load of single days, and of stretches of them. Source: science.md D.1, D.5, section 0."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from hybridtui.domain.balance import run_share


class DayLoad(NamedTuple):
    """The sessions of one civil day; a session's load is split between sports by their minutes."""

    day: date
    run_au: float = 0.0
    strength_au: float = 0.0
    other_au: float = 0.0
    """Of other sports and recovery."""
    run_s: float = 0.0
    strength_s: float = 0.0
    sessions: int = 0
    estimated: int = 0
    """Sessions without a rating: their load rests on a default effort (D.1)."""
    runs: int = 0
    """Sessions with running."""
    runs_estimated: int = 0
    strengths: int = 0
    """Sessions with strength."""
    strengths_estimated: int = 0
    others: int = 0
    """Sessions with another sport or recovery."""
    others_estimated: int = 0

    @property
    def au(self) -> float:
        """Everything together."""
        return self.run_au + self.strength_au + self.other_au


@dataclass(frozen=True, slots=True, kw_only=True)
class SideLoad:
    """The load of one sport in a stretch of days."""

    au: float
    sessions: int
    estimated: int
    """Sessions whose load rests on a default effort."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LoadSum:
    """The load of a stretch of days: each sport by itself, then together."""

    run: SideLoad
    strength: SideLoad
    other: SideLoad
    """Of other sports and recovery."""
    together: SideLoad
    run_s: float
    strength_s: float

    @property
    def run_share(self) -> float | None:
        """Run share of the load of running and strength; None without either."""
        return run_share(self.run.au, self.strength.au)

    @property
    def run_share_of_minutes(self) -> float | None:
        """Run share of the minutes of running and strength; None without either."""
        return run_share(self.run_s, self.strength_s)


def summed(days: Iterable[DayLoad]) -> LoadSum:
    """Add days up.

    >>> both = summed([DayLoad(date(2026, 3, 2), run_au=90, runs=1, runs_estimated=1, sessions=1, estimated=1)])
    >>> both.run.au, both.together.estimated, both.run_share
    (90, 1, 1.0)
    """
    listed = tuple(days)
    run = SideLoad(
        au=sum(day.run_au for day in listed),
        sessions=sum(day.runs for day in listed),
        estimated=sum(day.runs_estimated for day in listed),
    )
    strength = SideLoad(
        au=sum(day.strength_au for day in listed),
        sessions=sum(day.strengths for day in listed),
        estimated=sum(day.strengths_estimated for day in listed),
    )
    other = SideLoad(
        au=sum(day.other_au for day in listed),
        sessions=sum(day.others for day in listed),
        estimated=sum(day.others_estimated for day in listed),
    )
    together = SideLoad(
        au=sum(day.au for day in listed),
        sessions=sum(day.sessions for day in listed),
        estimated=sum(day.estimated for day in listed),
    )
    return LoadSum(
        run=run,
        strength=strength,
        other=other,
        together=together,
        run_s=sum(day.run_s for day in listed),
        strength_s=sum(day.strength_s for day in listed),
    )
