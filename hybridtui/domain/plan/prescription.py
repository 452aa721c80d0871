"""How many reps, how hard, how long a rest: what an exercise is prescribed with.

Source: science.md B.3, B.6, R8, R39 and I.11. Loads are not part of a plan: they come
from the log on the day (B.4).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from hybridtui.domain.athlete import Level
from hybridtui.domain.estimate import SET_UP_S, set_seconds
from hybridtui.domain.exercises import LOWER_PATTERNS, Exercise
from hybridtui.domain.plan.choice import is_core
from hybridtui.domain.plan.definitions import HARD_SET_RPE, loadable
from hybridtui.domain.tempo import Aim, default_tempo
from hybridtui.domain.volume import lighter_week_sets
from hybridtui.domain.workout import Step, StepKind, Why

TECHNIQUE_WEEKS = 6
"""A beginner's weeks of learning the movements (B.3)."""

FIRST_RPE, LEARNING_RPE, DELOAD_RPE, CLEARED_RPE = 6.0, 7.0, 6.0, 5.0
"""Effort of a new exercise (R39), of learning (R8), of a lighter week (B.6), of a body to be checked (H.1)."""

LEARNING_FROM = 3
"""Training week from which a beginner works at LEARNING_RPE."""

HOLD_S = {Level.BEGINNER: 20, Level.INTERMEDIATE: 30, Level.ADVANCED: 40}
"""Holds start here and grow on the day (B.4)."""

HARD_BODYWEIGHT = frozenset(
    {
        "pull_up", "negative_pull_up", "band_assisted_pull_up", "weighted_pull_up", "dip", "pistol_squat",
        "nordic_curl", "ab_wheel", "elevated_pike_push_up", "pike_push_up", "hamstring_walkout",
    }
)  # fmt: skip
"""Bodyweight exercises of which few reps are enough."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stage:
    """Where an athlete stands when a session is written."""

    level: Level
    week: int
    """Training week, from 1."""
    heavy: bool = False
    """True in a session meant to be leg-heavy."""
    deload: bool = False
    gentle: bool = False
    """True until a health question is cleared (H.1)."""


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
        """True for squat, hinge, lunge and jump patterns."""
        return self.exercise.pattern in LOWER_PATTERNS

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


@dataclass(frozen=True, slots=True)
class _Row:
    """A line of B.3."""

    reps: tuple[int, int]
    sets: tuple[int, int]
    """Usual and most."""
    rest: tuple[int, int, int]
    """Usual, least, most; seconds."""
    rpe: float
    aim: Aim
    why: Why


_TECHNIQUE = _Row((10, 15), (2, 3), (75, 60, 90), LEARNING_RPE, Aim.TECHNIQUE,
                  Why("R8", "Start light: 10-15 clean reps, a few left in hand."))  # fmt: skip
_TECHNIQUE_BODYWEIGHT = _Row((12, 15), (2, 3), (75, 60, 90), LEARNING_RPE, Aim.TECHNIQUE,
                             Why("R8", "Start light: 12-15 clean reps, a few left in hand."))  # fmt: skip
_ENDURANCE = _Row((12, 20), (2, 4), (60, 30, 90), 7.0, Aim.ENDURANCE,
                  Why("R27", "Bodyweight work grows by reps first: 12-20, then a harder variant."))  # fmt: skip
_HYPERTROPHY = _Row((8, 12), (3, 4), (120, 60, 180), 7.5, Aim.HYPERTROPHY,
                    Why("R27", "8-12 reps with about two left build muscle without wearing out the runs."))  # fmt: skip
_FEW = _Row((5, 10), (3, 4), (120, 60, 180), 7.5, Aim.HYPERTROPHY,
            Why("R27", "A hard bodyweight exercise: 5-10 good reps are plenty."))  # fmt: skip
_MODERATE = _Row((6, 10), (3, 4), (120, 90, 180), 7.0, Aim.HYPERTROPHY,
                 Why("R27", "Moderate today: 6-10 reps, three left, so that the legs stay fresh."))  # fmt: skip
_STRENGTH = _Row((4, 6), (3, 5), (180, 120, 300), 8.0, Aim.STRENGTH,
                 Why("R27", "Heavy and few: 4-6 reps help running economy more than jumps do."))  # fmt: skip
_FORM = _Row((8, 12), (2, 3), (45, 30, 60), LEARNING_RPE, Aim.FORM,
             Why("R17", "The core is trained for control: slow reps, no swing."))  # fmt: skip
_HOLD_WHY = Why("R17", "A hold trains the core to stay still while legs and arms work.")


def prescribe(exercise: Exercise, stage: Stage) -> Prescription:
    """Return the sets of an exercise for an athlete at this stage (B.3)."""
    row = _row(exercise, stage)
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
        tempo=None if timed else str(default_tempo(row.aim)),
        why=_HOLD_WHY if timed else row.why,
    )
    prescribed = replace(prescribed, set_s=set_seconds(prescribed.step()))
    return lightened(prescribed) if stage.deload else prescribed


def _row(exercise: Exercise, stage: Stage) -> _Row:
    if stage.level is Level.BEGINNER and stage.week <= TECHNIQUE_WEEKS:
        return _TECHNIQUE if loadable(exercise) else _TECHNIQUE_BODYWEIGHT
    if is_core(exercise):
        return _FORM
    if exercise.id in HARD_BODYWEIGHT:
        return _FEW
    if not loadable(exercise):
        return _ENDURANCE
    if _barbell_legs(exercise):
        return _STRENGTH if stage.heavy else _MODERATE
    return _HYPERTROPHY


def _barbell_legs(exercise: Exercise) -> bool:
    return exercise.pattern in ("squat", "hinge") and all("barbell" in way for way in exercise.equipment)


def _effort(rpe: float, stage: Stage) -> float:
    if stage.gentle:
        return CLEARED_RPE
    if stage.week < LEARNING_FROM and stage.level is Level.BEGINNER:
        return FIRST_RPE
    return rpe


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


def longer_rest(p: Prescription) -> Prescription | None:
    """Fifteen seconds more rest, if the aim allows."""
    return replace(p, rest=min(p.rest_most, p.rest + 15)) if p.rest < p.rest_most and p.sets > 1 else None
