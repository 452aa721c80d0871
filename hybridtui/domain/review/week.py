"""A week in review: all of its numbers, and five sentences on them. Source: field.md 2.17."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from hybridtui.domain.e1rm import E1RM
from hybridtui.domain.lifting.muscles import MuscleSets
from hybridtui.domain.loads.state import LoadState
from hybridtui.domain.mileage.fitness import RunFitness
from hybridtui.domain.review.change import change
from hybridtui.domain.review.facts import WeekFacts
from hybridtui.domain.review.held import held, slipped
from hybridtui.domain.review.stood import balance, load

HEADS = ("Held", "Slipped", "Balance", "Load", "One change")
"""What each of the five sentences is about, in order."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WeekReview:
    """Everything that is known of one week."""

    facts: WeekFacts
    state: LoadState
    """Load as of the day that was asked for."""
    muscles: Mapping[str, MuscleSets]
    """Fractional sets by muscle."""
    maxima: Mapping[str, E1RM]
    """Best estimate of the week, by exercise; nothing where there is none."""
    fitness: RunFitness | None
    """As of the day that was asked for."""
    sentences: tuple[str, ...]
    """Five: what held, what slipped, balance, load, next week's one change."""


def sentences(facts: WeekFacts) -> tuple[str, ...]:
    """Return the five sentences of a week, in order."""
    return held(facts), slipped(facts), balance(facts), load(facts), change(facts)
