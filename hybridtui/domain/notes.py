"""What an athlete wants to read at every set of an exercise: "feet a hand wider", "seat on 4"."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ExerciseNote:
    """The note of one exercise, of the library or an own one."""

    exercise: str
    """Its id."""
    text: str
    """At most 2,000 characters, cleaned; it may have lines."""
