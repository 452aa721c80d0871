"""What a week of strength has to train, and what it trains so far. Source: science.md R17 with I.13."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from hybridtui.domain.exercises import CORE_PATTERNS, Exercise
from hybridtui.domain.plan.templates import CORE, Template

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


@dataclass(frozen=True, slots=True)
class Coverage:
    """Movements and core patterns that a week has."""

    movements: frozenset[str] = frozenset()
    cores: frozenset[str] = frozenset()
    lead: int = 0
    """Push sets less pull sets (R18)."""

    def with_(self, done: Iterable[tuple[Exercise, int]]) -> Coverage:
        """Return it with these exercises and their sets added."""
        covered = self
        for exercise, sets in done:
            covered = replace(
                covered,
                movements=covered.movements | {movement(exercise.pattern)},
                cores=covered.cores | ({exercise.pattern} if exercise.pattern in CORE_PATTERNS else frozenset()),
                lead=covered.lead + sets * lead(exercise.pattern),
            )
        return covered

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
