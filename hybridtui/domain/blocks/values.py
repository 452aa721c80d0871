"""What a typed line is read against, and what reading it gives."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from hybridtui.domain.exercises import Exercise
from hybridtui.domain.units import DistanceUnit, WeightUnit
from hybridtui.domain.workout import Kind, Step


def _no_pace(_zone: str) -> float | None:
    return None


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What is known of the athlete where a line leaves things out."""

    exercises: Mapping[str, Exercise]
    """The library and the athlete's own, by id."""
    at_hand: frozenset[str] | None = None
    """Equipment; it decides what a short name such as ``row`` stands for. None: anything."""
    weight_unit: WeightUnit = WeightUnit.KG
    distance_unit: DistanceUnit = DistanceUnit.KM
    pace_of: Callable[[str], float | None] = _no_pace
    """The athlete's pace of a zone (E, M, T, I or R), s/km; None where effort leads."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A session as it was typed."""

    kind: Kind
    subtype: str = ""
    """Of a run, as the plan names them (C.7)."""
    title: str
    """The line itself, so that it can be typed again."""
    steps: tuple[Step, ...]
    echo: str
    """In words, what will be done."""
    added: str = ""
    """In words, what stands before and after it without having been typed; empty: nothing."""
