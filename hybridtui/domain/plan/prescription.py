"""How many reps, how hard, how long a rest: what an exercise is prescribed with.

Source: science.md B.3, B.6, R8, R39 and I.11. Loads are not part of a plan: they come
from the log on the day (B.4).
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import lru_cache

from hybridtui.domain.athlete import Level
from hybridtui.domain.estimate import SET_UP_S, set_seconds
from hybridtui.domain.exercises import LOWER_PATTERNS, Exercise
from hybridtui.domain.plan.aims import HOLD_WHY, Stage, row_of
from hybridtui.domain.plan.definitions import HARD_SET_RPE
from hybridtui.domain.tempo import Aim, Tempo, default_tempo, named_tempo
from hybridtui.domain.volume import lighter_week_sets
from hybridtui.domain.workout import Step, StepKind, Why

FIRST_RPE, DELOAD_RPE, CLEARED_RPE = 6.0, 6.0, 5.0
"""Effort of a new exercise (R39), of a lighter week (B.6), of a body to be checked (H.1)."""

LEARNING_FROM = 3
"""Training week from which a beginner works at the effort of learning."""

HOLD_S = {Level.BEGINNER: 20, Level.INTERMEDIATE: 30, Level.ADVANCED: 40}
"""Holds start here and grow on the day (B.4)."""

SLOW_LIFT_S = 2.0
"""Seconds of a lift from 65 years on (a product decision)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Prescription:
    """One exercise's sets and how they may stretch or shrink to fit the time."""

    exercise: Exercise
    reps: int | None
    reps_max: int | None
    seconds: int | None
    sets: int
    sets_most: int
    rpe: float
    rest: int
    rest_least: int
    rest_most: int
    tempo: str | None
    why: Why
    explosive: bool = False
    """True if it is moved as fast as possible: never hard, never slow (B.3)."""
    set_s: float = 0.0
    """Seconds of one set, both sides, without rest."""

    @property
    def length(self) -> float:
        """Seconds it takes, rests and set-up included (B.7)."""
        return self.sets * self.set_s + (self.sets - 1) * self.rest + SET_UP_S

    @property
    def hard(self) -> bool:
        """True if its sets are hard ones (section 0)."""
        return self.rpe >= HARD_SET_RPE

    @property
    def done(self) -> tuple[Exercise, int, bool]:
        """What it adds to a week: the exercise, its sets, and whether they are hard ones."""
        return self.exercise, self.sets, self.hard

    @property
    def lower(self) -> bool:
        """True for squat, hinge, lunge and jump patterns, unless moved fast and never hard."""
        return self.exercise.pattern in LOWER_PATTERNS and not self.explosive

    def step(self) -> Step:
        """Return it as a step of a workout."""
        return Step(
            kind=StepKind.HOLD if self.seconds is not None else StepKind.SET,
            title=self.exercise.name,
            exercise=self.exercise.id,
            sets=self.sets,
            reps=self.reps,
            reps_max=self.reps_max,
            seconds=self.seconds,
            rpe=self.rpe,
            rest_s=self.rest,
            tempo=self.tempo,
            per_side=self.exercise.unilateral,
            why=(self.why,),
        )


@lru_cache(maxsize=2048)
def prescribe(exercise: Exercise, stage: Stage) -> Prescription:
    """Return the sets of an exercise for an athlete at this stage (B.3)."""
    row = row_of(exercise, stage)
    timed = exercise.timed
    prescribed = Prescription(
        exercise=exercise,
        reps=None if timed else row.reps[0],
        reps_max=None if timed else row.reps[1],
        seconds=HOLD_S[stage.level] if timed else None,
        sets=row.sets[0],
        sets_most=row.sets[1],
        rpe=_effort(row.rpe, stage),
        rest=row.rest[0],
        rest_least=row.rest[1],
        rest_most=row.rest[2],
        tempo=None if timed else str(_tempo(exercise, row.aim, stage)),
        explosive=row.aim is Aim.POWER,
        why=HOLD_WHY if timed else row.why,
    )
    prescribed = replace(prescribed, set_s=set_seconds(prescribed.step()))
    return lightened(prescribed) if stage.deload else prescribed


def _effort(rpe: float, stage: Stage) -> float:
    if stage.gentle:
        return CLEARED_RPE
    if stage.week < LEARNING_FROM and stage.level is Level.BEGINNER:
        return FIRST_RPE
    return rpe


def _tempo(exercise: Exercise, aim: Aim, stage: Stage) -> Tempo:
    """The tempo of B.3, or the one in the exercise's name; from 65 years on no lift takes less than 2 s (H.2)."""
    usual = named_tempo(exercise.name) or default_tempo(aim)
    return replace(usual, lift=max(SLOW_LIFT_S, usual.lift), explosive=False) if stage.slow else usual


def with_share(prescribed: Prescription, share: float) -> Prescription:
    """Return the same exercise with so much of its sets, rounded up: what a race leaves room for (C.9)."""
    sets = math.ceil(share * prescribed.sets - 1e-9)
    return replace(prescribed, sets=sets, sets_most=sets, why=Why("C.9", "Fewer sets, as heavy: the race is near."))


def lightened(prescribed: Prescription) -> Prescription:
    """Return the same exercise for a lighter week: half the sets, effort 6 at most (B.6)."""
    return replace(
        prescribed,
        sets=lighter_week_sets(prescribed.sets),
        sets_most=lighter_week_sets(prescribed.sets),
        rpe=min(prescribed.rpe, DELOAD_RPE),
        why=Why("B.6", "Lighter week: half the sets at an easy effort, so that the training can sink in."),
    )


Change = Callable[[Prescription], Prescription | None]
"""A way to make a prescription longer or shorter; None if it cannot be."""


def fewer_sets(least: int) -> Change:
    """Return the change to one set less, down to ``least``."""
    return lambda p: replace(p, sets=p.sets - 1) if p.sets > least else None


def more_sets(p: Prescription) -> Prescription | None:
    """One set more, if that many make sense."""
    return replace(p, sets=p.sets + 1) if p.sets < p.sets_most else None


def shorter_rest(p: Prescription) -> Prescription | None:
    """The shortest rest that the aim allows (B.3)."""
    return replace(p, rest=p.rest_least) if p.rest > p.rest_least else None


def fewer_reps(p: Prescription) -> Prescription | None:
    """One rep less at the top of the range, down to a single number of reps."""
    if p.reps is None or p.reps_max is None or p.reps_max <= p.reps:
        return None
    narrower = replace(p, reps_max=p.reps_max - 1)
    return replace(narrower, set_s=set_seconds(narrower.step()))


def longer_rest(p: Prescription) -> Prescription | None:
    """Fifteen seconds more rest, if the aim allows."""
    return replace(p, rest=min(p.rest_most, p.rest + 15)) if p.rest < p.rest_most and p.sets > 1 else None
