"""What a week of strength has to train, and what it trains so far. Source: science.md R17 with I.13."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from hybridtui.domain.exercises import CORE_PATTERNS, Exercise
from hybridtui.domain.plan.templates import CORE, Template
from hybridtui.domain.volume import fractional_sets

REQUIRED = frozenset({"squat", "hinge", "lunge", "push", "pull"})
"""Movements of every week; a bridge serves as a hinge. The core comes on top."""

CORE_KINDS = 2
"""Different core patterns of every week."""

SHORT_WEEK = 35
"""Below so many strength minutes coverage is judged over 14 days, and one set may do (I.13)."""

_MOVEMENT = {
    "squat": "squat",
    "hinge": "hinge",
    "bridge": "hinge",
    "lunge": "lunge",
    "push_h": "push",
    "push_v": "push",
    "pull_h": "pull",
    "pull_v": "pull",
}

_SIDE = {"push": 1, "pull": -1}


def lead(pattern: str) -> int:
    """Return 1 for a push, -1 for a pull, 0 for everything else."""
    return _SIDE.get(movement(pattern), 0)


def movement(pattern: str) -> str:
    """Return what a pattern counts as; the pattern itself where nothing is required of it."""
    return "core" if pattern in CORE_PATTERNS or pattern == CORE else _MOVEMENT.get(pattern, pattern)


Done = tuple[Exercise, int, bool]
"""An exercise, its sets, and whether they are hard ones (section 0)."""


@dataclass(frozen=True, slots=True)
class Coverage:
    """Movements and core patterns that a week has."""

    movements: frozenset[str] = frozenset()
    cores: frozenset[str] = frozenset()
    lead: int = 0
    """Push sets less pull sets (R18)."""
    sets: Mapping[str, int] = field(default_factory=dict)
    """Sets of each primary muscle this week, whatever their effort (R22)."""
    hard: Mapping[str, float] = field(default_factory=dict)
    """Hard sets of each muscle this week, halves for those that help (B.6)."""

    def with_(self, done: Iterable[Done]) -> Coverage:
        """Return it with these exercises and their sets added."""
        listed = list(done)
        sets = dict(self.sets)
        hard = dict(self.hard)
        for exercise, count, _ in listed:
            sets[exercise.primary] = sets.get(exercise.primary, 0) + count
        for muscle, counted in fractional_sets(
            (exercise, count) for exercise, count, is_hard in listed if is_hard
        ).items():
            hard[muscle] = hard.get(muscle, 0.0) + counted
        patterns = {exercise.pattern for exercise, _, _ in listed}
        return Coverage(
            movements=self.movements | {movement(pattern) for pattern in patterns},
            cores=self.cores | patterns.intersection(CORE_PATTERNS),
            lead=self.lead + sum(count * lead(exercise.pattern) for exercise, count, _ in listed),
            sets=sets,
            hard=hard,
        )

    def with_circuit(self, stations: Iterable[Exercise], rounds: int) -> Coverage:
        """Return it with a circuit added: it moves everything, but its stations are no sets (R22)."""
        moved = self.with_((exercise, rounds, False) for exercise in stations)
        return replace(moved, sets=self.sets)

    @property
    def carried(self) -> Coverage:
        """What of it the next week begins with, where coverage is judged over 14 days (I.13)."""
        return replace(self, lead=0, sets={}, hard={})

    @property
    def missing(self) -> frozenset[str]:
        """What R17 still asks for."""
        lacking = REQUIRED - self.movements
        return lacking | ({"core"} if len(self.cores) < CORE_KINDS else frozenset())


@dataclass(frozen=True, slots=True)
class Needed:
    """What one session must not cut, because nothing else in the week has it."""

    movements: frozenset[str]
    cores: int


def needed(covered: Coverage, later: Iterable[Template]) -> Needed:
    """Return what the next session must hold, given what is done and what comes later in the week."""
    slots = [slot for template in later for slot in template.slots]
    offered = {movement(slot) for slot in slots}
    cores_later = sum(movement(slot) == "core" for slot in slots)
    return Needed(
        movements=REQUIRED - covered.movements - offered,
        cores=max(0, CORE_KINDS - len(covered.cores) - cores_later),
    )
