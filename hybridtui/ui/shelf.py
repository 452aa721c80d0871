"""What Library looks through, and what the log tells of an exercise there."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from hybridtui.domain.exercises import Exercise
from hybridtui.domain.history import Exposure

if TYPE_CHECKING:
    from hybridtui.logbook import Logbook


@dataclass(frozen=True, slots=True)
class Shelf:
    """What there is to look through."""

    exercises: Mapping[str, Exercise]
    equipment: frozenset[str]
    """What the athlete has."""


@dataclass(frozen=True, slots=True)
class Recalled:
    """What the log holds of an exercise."""

    past: tuple[Exposure, ...]
    """Oldest first."""
    note: str
    """The athlete's own; empty without one."""


def recalled(exercise: str, book: Logbook) -> Recalled:
    """Return what the log holds of an exercise."""
    return Recalled(book.history.exposures(exercise), book.notes.exercise(exercise))
