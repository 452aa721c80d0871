"""The estimated maximum of each lift in each period. Source: science.md B.1, B.2."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeAlias

from hybridtui.domain.body_weight import Weighed
from hybridtui.domain.e1rm import E1RM, Without, judged
from hybridtui.domain.lifting.done import Lifted, LikeSets


@dataclass(frozen=True, slots=True, kw_only=True)
class Maximum:
    """An estimate, and the set it was made from."""

    e1rm: E1RM
    kg: float
    """External load of the set."""
    reps: int
    rpe: float | None
    body_kg: float | None = None
    """What the body weighed, if the load came on top of it."""


Maxima: TypeAlias = dict[str, Maximum | Without]
"""By exercise; nothing for what was not done."""

_ORDER = {without: place for place, without in enumerate(Without)}


def maximum(done: LikeSets | Lifted, kg: float | None, weighed: Weighed) -> Maximum | Without:
    """Return the estimate of the heaviest of like sets, or why there is none."""
    body_kg = weighed(done.day) if done.bodyweight and done.day is not None else None
    found = judged(done.kind, kg, done.reps, done.rpe, on_body=done.bodyweight, bodyweight_kg=body_kg)
    if isinstance(found, Without):
        return found
    return Maximum(e1rm=found, kg=kg or 0.0, reps=done.reps or 0, rpe=done.rpe, body_kg=body_kg)


def maxima(done: Iterable[LikeSets], weighed: Weighed) -> Maxima:
    """Return the highest estimate of each exercise in these sets; where there is none, the best reason why."""
    found: Maxima = {}
    for sets in done:
        if sets.reps or sets.sets:  # a failed set says nothing, not even why
            now = maximum(sets, sets.heaviest_kg, weighed)
            found[sets.exercise] = _better(found.get(sets.exercise), now)
    return found


def _better(one: Maximum | Without | None, other: Maximum | Without) -> Maximum | Without:
    if one is None:
        return other
    if isinstance(one, Without):
        return min(one, other, key=lambda why: _ORDER[why]) if isinstance(other, Without) else other
    return one if isinstance(other, Without) or one.e1rm.kg >= other.e1rm.kg else other
