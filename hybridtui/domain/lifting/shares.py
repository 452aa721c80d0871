"""How the sets of a period share out: push and pull, squat and hinge, one leg, core. Source: science.md R18, B.9."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from hybridtui.domain.evenness import PULLS, PUSHES
from hybridtui.domain.exercises import CORE_PATTERNS, Exercise
from hybridtui.domain.lifting.done import LikeSets
from hybridtui.domain.lifting.muscles import WITHOUT_EFFORT

LEG_PATTERNS = frozenset({"squat", "hinge", "lunge", "bridge"})
"""Leg work that may be done on one leg or on two; jumps and calves are neither here nor there."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shares:
    """Working sets of one stretch of time, hard or not, without warm-ups: each by what moves."""

    push: float = 0.0
    pull: float = 0.0
    squat: float = 0.0
    hinge: float = 0.0
    bridge: float = 0.0
    legs: float = 0.0
    """Squat, hinge, lunge and bridge."""
    single_leg: float = 0.0
    """Those of them on one leg."""
    calves: float = 0.0
    core: float = 0.0
    sets: float = 0.0
    """All."""

    def plus(self, other: Shares) -> Shares:
        """Return both together."""
        return Shares(**{field: getattr(self, field) + getattr(other, field) for field in FIELDS})

    @property
    def single_leg_share(self) -> float | None:
        """Of the leg work, 0-1; None without any."""
        return self.single_leg / self.legs if self.legs else None

    @property
    def core_share(self) -> float | None:
        """Of all sets, 0-1; None without any."""
        return self.core / self.sets if self.sets else None


FIELDS = ("push", "pull", "squat", "hinge", "bridge", "legs", "single_leg", "calves", "core", "sets")
"""What is counted."""


def is_single_leg(exercise: Exercise) -> bool:
    """Return whether it is leg work on one leg (R17)."""
    return exercise.unilateral and exercise.pattern in LEG_PATTERNS


def is_calves(exercise: Exercise) -> bool:
    """Return whether it trains the calves first of all."""
    return exercise.primary == "calves" and exercise.pattern == "calf"


def is_core(exercise: Exercise) -> bool:
    """Return whether it is core work (R17)."""
    return exercise.pattern in CORE_PATTERNS


def shares(done: Iterable[LikeSets], exercises: Mapping[str, Exercise]) -> Shares:
    """Return how these sets share out."""
    trained: dict[str, float] = {}
    for sets in done:
        if sets.working:
            trained[sets.exercise] = trained.get(sets.exercise, 0.0) + sets.sets
    counted = dict.fromkeys(FIELDS, 0.0)
    for id_, count in trained.items():
        for field in _fields(exercises.get(id_)):
            counted[field] += count
    return Shares(**counted)


def _fields(exercise: Exercise | None) -> tuple[str, ...]:
    if exercise is None:
        return ("sets",)
    pattern = exercise.pattern
    if pattern in WITHOUT_EFFORT:
        return ()
    counts = {
        "push": pattern in PUSHES,
        "pull": pattern in PULLS,
        "squat": pattern == "squat",
        "hinge": pattern == "hinge",
        "bridge": pattern == "bridge",
        "legs": pattern in LEG_PATTERNS,
        "single_leg": is_single_leg(exercise),
        "calves": is_calves(exercise),
        "core": is_core(exercise),
    }
    return ("sets", *(field for field, holds in counts.items() if holds))


def together(parts: Iterable[Shares]) -> Shares:
    """Add up the shares of some periods."""
    total = Shares()
    for part in parts:
        total = total.plus(part)
    return total
