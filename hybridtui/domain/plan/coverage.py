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


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage:
    """What a week has trained so far."""

    by_pattern: Mapping[str, int] = field(default_factory=dict)
    """Sets of each pattern."""
    stations: Mapping[str, int] = field(default_factory=dict)
    """Rounds of each pattern in circuits."""
    sets: Mapping[str, int] = field(default_factory=dict)
    """Sets of each primary muscle, whatever their effort (R22)."""
    hard: Mapping[str, float] = field(default_factory=dict)
    """Hard sets of each muscle, halves for those that help (B.6)."""
    earlier: Coverage | None = None
    """The week before, where coverage is judged over 14 days (I.13)."""

    def with_(self, done: Iterable[Done]) -> Coverage:
        """Return it with these exercises and their sets added."""
        listed = list(done)
        hard = fractional_sets((exercise, count) for exercise, count, is_hard in listed if is_hard)
        return replace(
            self,
            by_pattern=_sum(self.by_pattern, ((exercise.pattern, count) for exercise, count, _ in listed)),
            sets=_sum(self.sets, ((exercise.primary, count) for exercise, count, _ in listed)),
            hard={muscle: self.hard.get(muscle, 0.0) + hard.get(muscle, 0.0) for muscle in {**self.hard, **hard}},
        )

    def with_circuit(self, exercises: Iterable[Exercise], rounds: int) -> Coverage:
        """Return it with a circuit added: it moves everything, but its stations are no sets (R22)."""
        return replace(self, stations=_sum(self.stations, ((exercise.pattern, rounds) for exercise in exercises)))

    def count(self, *patterns: str, circuits: bool = True) -> int:
        """Return the sets of these patterns, in weeks of little strength with those of the week before."""
        here = sum(self.by_pattern.get(p, 0) + (self.stations.get(p, 0) if circuits else 0) for p in patterns)
        return here + (self.earlier.count(*patterns, circuits=circuits) if self.earlier is not None else 0)

    @property
    def lead(self) -> int:
        """Push sets less pull sets (R18)."""
        return self.count("push_h", "push_v") - self.count("pull_h", "pull_v")

    @property
    def patterns(self) -> tuple[str, ...]:
        """The patterns there are, those of the week before behind its own."""
        return (*self.by_pattern, *self.stations, *(self.earlier.patterns if self.earlier is not None else ()))

    @property
    def carried(self) -> Coverage:
        """What the next week begins with, where coverage is judged over 14 days (I.13)."""
        trained = bool(self.by_pattern or self.stations)
        return Coverage(earlier=replace(self, earlier=None) if trained else None)

    @property
    def missing(self) -> frozenset[str]:
        """What R17 still asks for."""
        patterns = frozenset(self.patterns)
        lacking = REQUIRED - {movement(pattern) for pattern in patterns}
        return lacking | ({"core"} if len(patterns.intersection(CORE_PATTERNS)) < CORE_KINDS else frozenset())


def _sum(known: Mapping[str, int], more: Iterable[tuple[str, int]]) -> dict[str, int]:
    total = dict(known)
    for key, count in more:
        total[key] = total.get(key, 0) + count
    return total


@dataclass(frozen=True, slots=True)
class Needed:
    """What one session must not cut, because nothing else in the week has it."""

    movements: frozenset[str]
    cores: int


def needed(covered: Coverage, later: Iterable[Template]) -> Needed:
    """Return what the next session must hold, given what is done and what comes later in the week."""
    slots = [slot for template in later for slot in template.slots]
    # A bridge in upper and core sessions is the first to go, and yields to lower sessions nearby (I.12).
    offered = {movement(slot) for slot in slots if slot != "bridge"}
    cores_later = sum(movement(slot) == "core" for slot in slots)
    return Needed(
        movements=covered.missing - {"core"} - offered,
        cores=max(0, CORE_KINDS - len({*covered.patterns}.intersection(CORE_PATTERNS)) - cores_later),
    )
