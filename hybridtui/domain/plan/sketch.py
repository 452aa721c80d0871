"""A workout before it has a day: its kind, its length, and what it tires."""

from __future__ import annotations

from dataclasses import dataclass

from hybridtui.domain.plan.definitions import EASY_AFTER_LEGS_MINUTES, HARD_CIRCUIT_LEVEL, QUALITY_SUBTYPES, Region
from hybridtui.domain.workout import Kind

LOWER_REGIONS = frozenset({Region.QUADS, Region.POSTERIOR})
"""What legs are made of, for the rules about the day after them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sketch:
    """One session of a week, sized but not yet placed.

    The order of sketches within a week stays the same from week to week, so that a
    pattern of days can be kept while lengths grow.
    """

    kind: Kind
    subtype: str
    run_minutes: int = 0
    strength_minutes: int = 0
    level: int | None = None
    """Of a circuit, 1-3."""
    long: bool = False
    leg_heavy: bool = False
    regions: frozenset[Region] = frozenset()
    """Muscle regions that its strength part works hard (I.16)."""
    no_legs: bool = False
    """True if a race is so near that no set may be for the legs (H13)."""

    @property
    def minutes(self) -> int:
        """Whole length, warm-up and cool-down included."""
        return self.run_minutes + self.strength_minutes

    @property
    def quality(self) -> bool:
        """True for a quality run."""
        return self.kind is Kind.RUN and self.subtype in QUALITY_SUBTYPES

    @property
    def hard_circuit(self) -> bool:
        """True for a circuit of level 2 or 3."""
        return self.kind is Kind.HYBRID and (self.level or 1) >= HARD_CIRCUIT_LEVEL

    @property
    def hard_run(self) -> bool:
        """True for a quality run, a long run and a hard circuit."""
        return self.quality or self.long or self.hard_circuit

    @property
    def hard(self) -> bool:
        """True if it makes its day a hard day."""
        return self.hard_run or self.leg_heavy

    @property
    def fills_its_day(self) -> bool:
        """True for what already is both sports: nothing else goes on that day."""
        return self.kind in (Kind.HYBRID, Kind.COMBO)

    @property
    def upper_only(self) -> bool:
        """True for strength that leaves the legs alone."""
        return not self.regions & LOWER_REGIONS

    @property
    def fine_after_legs(self) -> bool:
        """True if it may follow a leg-heavy day at intermediate level and above (R6, H3, H4)."""
        if self.hard or self.kind is Kind.HYBRID:
            return False
        return self.upper_only and self.run_minutes <= EASY_AFTER_LEGS_MINUTES
