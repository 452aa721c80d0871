"""How hard running was, in three: easy, moderate, hard. Source: science.md C.5, C.9.

The session-goal way: a whole session counts as what it was meant and felt as, warm-up
included. Time in zones would say more, but no heart rate is kept second by second.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from hybridtui.domain.load import default_rpe
from hybridtui.domain.workout import Kind

EASY_RPE, HARD_RPE = 4.0, 7.0
"""Easy up to the first, hard from the second on (C.5)."""

EASY_BELOW, HARD_ABOVE = 0.95, 1.00
"""The same as shares of the heart rate at threshold: moderate is what lies between (C.5)."""

USUAL_EASY = 0.80
"""At most a fifth of the minutes of a usual week is harder than easy (C.9)."""

_EASY_RUN = "easy"


class Effort(StrEnum):
    """A third of all effort."""

    EASY = "easy"
    MODERATE = "moderate"
    HARD = "hard"


class Told(StrEnum):
    """What an effort is told from, the most trusted first."""

    RATING = "rating"
    HEART_RATE = "heart rate"
    KIND = "kind of run"


@dataclass(frozen=True, slots=True)
class Judged:
    """An effort, and what tells it."""

    effort: Effort
    told: Told


def judged(
    kind: Kind,
    subtype: str,
    rpe: float | None = None,
    bpm: float | None = None,
    threshold: float | None = None,
    *,
    level: int | None = None,
) -> Judged:
    """Return how hard the running of a session was: by its rating, else heart rate, else by what kind of run it is.

    Only a run's own rating and heart rate tell: of a combo the run is easy by definition, and
    its rating is of the strength work too. ``level`` is that of a circuit.

    >>> judged(Kind.RUN, "easy", 7.0).effort, judged(Kind.RUN, "tempo", None, 150, 170).effort
    (<Effort.HARD: 'hard'>, <Effort.EASY: 'easy'>)
    """
    if kind is Kind.COMBO:
        return Judged(by_rating(default_rpe(Kind.RUN, _EASY_RUN)), Told.KIND)
    if rpe is not None:
        return Judged(by_rating(rpe), Told.RATING)
    if kind is Kind.RUN and bpm is not None and threshold is not None:
        return Judged(by_heart_rate(bpm, threshold), Told.HEART_RATE)
    return Judged(by_rating(default_rpe(kind, subtype, level=level)), Told.KIND)


def by_rating(rpe: float) -> Effort:
    """Return the third that a rating of 0 to 10 lies in."""
    if rpe <= EASY_RPE:
        return Effort.EASY
    return Effort.HARD if rpe >= HARD_RPE else Effort.MODERATE


def by_heart_rate(bpm: float, threshold: float) -> Effort:
    """Return the third that a mean heart rate lies in."""
    if bpm < EASY_BELOW * threshold:
        return Effort.EASY
    return Effort.HARD if bpm > HARD_ABOVE * threshold else Effort.MODERATE


@dataclass(frozen=True, slots=True)
class Split:
    """Seconds of running by effort, and by what the effort is told from."""

    easy: float = 0.0
    moderate: float = 0.0
    hard: float = 0.0
    by_rating: float = 0.0
    by_heart_rate: float = 0.0
    by_kind: float = 0.0

    @classmethod
    def of(cls, parts: Iterable[tuple[Judged, float]]) -> Split:
        """Add up seconds that were judged."""
        efforts, tellings = dict.fromkeys(Effort, 0.0), dict.fromkeys(Told, 0.0)
        for each, seconds in parts:
            efforts[each.effort] += seconds
            tellings[each.told] += seconds
        return cls(*efforts.values(), *tellings.values())

    @property
    def total(self) -> float:
        """All of it, seconds."""
        return self.easy + self.moderate + self.hard

    def share(self, effort: Effort) -> float | None:
        """Return the part of the running that was so hard, 0-1; None without running."""
        seconds = {Effort.EASY: self.easy, Effort.MODERATE: self.moderate, Effort.HARD: self.hard}[effort]
        return seconds / self.total if self.total else None
