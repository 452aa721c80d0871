"""How many sets a muscle may have in a week: little more than lately, never too many. Source: science.md R22, B.6."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from hybridtui.domain.athlete import Level
from hybridtui.domain.exercises import Exercise
from hybridtui.domain.plan.coverage import Coverage, Done
from hybridtui.domain.volume import SECONDARY_SHARE, weekly_cap

RISE = 2
"""By so many sets a muscle's week may grow (R22)."""


def highest(weeks: Sequence[Mapping[str, int]]) -> dict[str, int] | None:
    """Return the most sets of each muscle in any of these weeks; None without a week.

    >>> highest([{"quads": 6, "abs": 4}, {"quads": 5, "chest": 3}])
    {'quads': 6, 'abs': 4, 'chest': 3}
    """
    if not weeks:
        return None
    muscles = dict.fromkeys(muscle for week in weeks for muscle in week)
    return {muscle: max(week.get(muscle, 0) for week in weeks) for muscle in muscles}


@dataclass(frozen=True, slots=True, kw_only=True)
class Ceiling:
    """What the sets of a week's muscles must stay below."""

    before: Mapping[str, int] | None = None
    """Sets of the weeks that this one may grow from; None: nothing to compare with."""
    level: Level = Level.ADVANCED
    run_minutes: float = 0
    """Running of the week."""
    capped: bool = True
    """False where nothing but more hard sets could fill the time."""
    had: Coverage = field(default_factory=Coverage)
    """What the week holds so far."""

    def most(self, muscle: str) -> int | None:
        """Return the most sets a muscle may have in the whole week; None: no limit (R22)."""
        return None if self.before is None else self.before.get(muscle, 0) + RISE

    def rises(self, muscle: str, session: Iterable[Done]) -> bool:
        """Return whether a muscle gets more sets with this session than it may (R22)."""
        most = self.most(muscle)
        if most is None:
            return False
        return self.had.sets.get(muscle, 0) + sum(sets for e, sets, _ in session if e.primary == muscle) > most

    def crowds(self, muscle: str, session: Iterable[Done]) -> bool:
        """Return whether a muscle has more hard sets with this session than a week should hold (B.6)."""
        if not self.capped:
            return False
        hard = self.had.hard.get(muscle, 0.0) + sum(sets * _share(e, muscle) for e, sets, is_hard in session if is_hard)
        return hard > weekly_cap(muscle, self.level, self.run_minutes)

    def too_much(self, exercise: Exercise, session: Sequence[Done]) -> bool:
        """Return whether any muscle of an exercise is beyond its limits with this session."""
        return self.rises(exercise.primary, session) or any(
            self.crowds(muscle, session) for muscle in (exercise.primary, *exercise.secondary)
        )


def _share(exercise: Exercise, muscle: str) -> float:
    if exercise.primary == muscle:
        return 1.0
    return SECONDARY_SHARE if muscle in exercise.secondary else 0.0
