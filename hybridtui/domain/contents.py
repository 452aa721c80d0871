"""What a log holds beside its sessions, as one value: for exports that lose nothing, and for reading them again."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from hybridtui.domain.athlete import Athlete
from hybridtui.domain.body_weight import BodyWeight
from hybridtui.domain.exercise_names import ExerciseName
from hybridtui.domain.exercises import Exercise
from hybridtui.domain.notes import ExerciseNote
from hybridtui.domain.pain import Pain
from hybridtui.domain.readiness import Readiness
from hybridtui.domain.skips import SkipReason
from hybridtui.domain.workout import Plan


@dataclass(frozen=True, slots=True, kw_only=True)
class Contents:
    """Everything of a log but its sessions, the journal, and the files that were imported."""

    athlete: Athlete | None = None
    plans: tuple[Plan, ...] = ()
    """In the order they were adopted: the last one is followed."""
    exercises: tuple[Exercise, ...] = ()
    """The athlete's own, by id."""
    names: tuple[ExerciseName, ...] = ()
    readiness: tuple[Readiness, ...] = ()
    pains: tuple[Pain, ...] = ()
    notes: tuple[ExerciseNote, ...] = ()
    weights: tuple[BodyWeight, ...] = ()
    skips: tuple[SkipReason, ...] = ()

    def since(self, first: date) -> Contents:
        """Return it without what was told of days before ``first``; what is of no day stays."""
        return replace(
            self,
            readiness=tuple(each for each in self.readiness if each.day >= first),
            pains=tuple(each for each in self.pains if each.day >= first),
            weights=tuple(each for each in self.weights if each.day >= first),
        )
