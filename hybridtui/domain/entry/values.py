"""What the entry line is read against, and what reading it gives."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from hybridtui.domain.drafts import RunDraft, SetDraft
from hybridtui.domain.effort import Effort
from hybridtui.domain.exercises import Exercise
from hybridtui.domain.guide import Place, target_reps
from hybridtui.domain.problems import Problem
from hybridtui.domain.racks import USUAL, Racks
from hybridtui.domain.session import LoggedSet, Session
from hybridtui.domain.units import Distance, DistanceUnit, Load, WeightUnit
from hybridtui.domain.workout import Step, StepKind

_WEIGHTS = frozenset({"barbell", "dumbbell", "kettlebell", "cable", "machine", "medicine_ball"})
_RESISTANCE = _WEIGHTS | {"band", "mini_band"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Expected:
    """What would be logged next: it fills in what the athlete leaves out.

    Without a step and without an exercise a run is expected.
    """

    step: Step | None = None
    exercise: Exercise | None = None
    target_load: Load | None = None
    target_reps: int | None = None
    target_seconds: int | None = None
    """Of a hold; None: the step's."""
    last: LoggedSet | None = None
    """The set before it of the same exercise: what ``s`` repeats."""
    weight_unit: WeightUnit = WeightUnit.KG
    distance_unit: DistanceUnit = DistanceUnit.KM
    effort: Effort = Effort.RPE
    """What a bare ``@2`` means, and what the echo says it in; of a run it is always RPE."""
    racks: Racks = USUAL
    """The weights there are: what ``-5%`` is rounded to."""

    @classmethod
    def at(
        cls,
        session: Session,
        place: Place | None,
        exercise: Exercise | None,
        *,
        weight_unit: WeightUnit,
        distance_unit: DistanceUnit,
        before: Sequence[LoggedSet] = (),
        effort: Effort = Effort.RPE,
        racks: Racks = USUAL,
    ) -> Expected:
        """Return what is expected at a place of a session, or of an exercise outside the plan.

        ``before`` are the exercise's sets of the last time, for its first set today.
        """
        step = session.steps[place.step] if place is not None else None
        done = [s for s in (*before, *session.sets) if exercise is not None and s.exercise == exercise.id]
        return cls(
            step=step,
            exercise=exercise,
            target_load=step.load if step is not None else None,
            target_reps=target_reps(step, place.set_number) if step is not None and place is not None else None,
            last=done[-1] if done else None,
            weight_unit=weight_unit,
            distance_unit=distance_unit,
            effort=effort,
            racks=racks,
        )

    @property
    def is_run(self) -> bool:
        """True if a run is expected, not a set."""
        return self.step.is_run if self.step is not None else self.exercise is None

    @property
    def is_hold(self) -> bool:
        """True if a bare number means seconds."""
        if self.exercise is not None and self.exercise.timed:
            return True
        if self.step is None:
            return False
        uncounted = self.step.reps is None and self.exercise is None
        return self.step.kind is StepKind.HOLD or (uncounted and self.step.seconds is not None)

    @property
    def per_side(self) -> bool:
        """True if reps or seconds are done on each side."""
        if self.step is not None:
            return self.step.per_side
        return self.exercise is not None and self.exercise.unilateral

    @property
    def load(self) -> Load | None:
        """What is on the bar: the target of the day, else what the last set had."""
        if self.target_load is not None:
            return self.target_load
        return self.last.load if self.last is not None else None

    @property
    def reps(self) -> int | None:
        """Reps of the next set as planned."""
        if self.target_reps is not None:
            return self.target_reps
        return self.step.reps if self.step is not None else None

    @property
    def seconds(self) -> int | None:
        """Seconds of the next set or run as planned."""
        if self.target_seconds is not None:
            return self.target_seconds
        return self.step.seconds if self.step is not None else None

    @property
    def needs_load(self) -> bool:
        """True if the exercise cannot be done without a weight that has a number."""
        return self.exercise is not None and all(way & _WEIGHTS for way in self.exercise.equipment)

    @property
    def on_bodyweight(self) -> bool:
        """True if a load comes on top of the body's weight, as at a pull-up."""
        exercise = self.exercise
        return exercise is not None and not exercise.own and not any(way & _RESISTANCE for way in exercise.equipment)


@dataclass(frozen=True, slots=True)
class SetEntry:
    """One set, or several of one line, to be logged with one undo."""

    sets: tuple[SetDraft, ...]
    echo: str
    """In words, exactly what will be logged."""


@dataclass(frozen=True, slots=True)
class RunDraftEntry:
    """A run to be logged."""

    distance: Distance | None
    seconds: float | None
    rpe: float | None
    echo: str

    @property
    def draft(self) -> RunDraft:
        """The run as the log takes it."""
        return RunDraft(distance=self.distance, seconds=self.seconds, rpe=self.rpe)


@dataclass(frozen=True, slots=True)
class TargetChange:
    """A new target for this set and those after it; None: that part stays."""

    load: Load | None
    reps: int | None
    echo: str
    seconds: int | None = None


@dataclass(frozen=True, slots=True)
class Unreadable:
    """Something that cannot be logged: ``echo`` says why, and what to type instead."""

    echo: str


Entry = SetEntry | RunDraftEntry | TargetChange | Unreadable


class NotReadableError(Problem):
    """Carries the sentence from where reading stopped to where it began."""
