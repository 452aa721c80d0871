"""What the athlete said a name in files stands for: remembered, and asked never again."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class ExerciseName:
    """A name as files write it, and the exercise that it is."""

    folded: str
    """The name without case, accents, spaces and signs (:func:`hybridtui.domain.names.fold`): what it is known by."""
    name: str
    """As it was first written."""
    exercise: str
    """Id of an exercise of the library, or an own one."""
