"""What strength work aims at, and the table of reps, effort, sets and rests for it. Source: science.md B.3, R8, R27.

The athlete may choose the aim; without a choice it follows from level, balance and
the place of a session in the week. Learning the movements always comes first.
"""

from __future__ import annotations

from dataclasses import dataclass

from hybridtui.domain.athlete import Level, StrengthGoal
from hybridtui.domain.exercises import Exercise
from hybridtui.domain.plan.choice import is_core
from hybridtui.domain.plan.definitions import loadable
from hybridtui.domain.tempo import Aim
from hybridtui.domain.workout import Why

TECHNIQUE_WEEKS = 6
"""A beginner's weeks of learning the movements (B.3)."""

LEARNING_RPE = 7.0
"""Effort of learning (R8)."""

HARD_BODYWEIGHT = frozenset(
    {
        "pull_up", "negative_pull_up", "band_assisted_pull_up", "weighted_pull_up", "dip", "pistol_squat",
        "nordic_curl", "ab_wheel", "elevated_pike_push_up", "pike_push_up", "hamstring_walkout",
    }
)  # fmt: skip
"""Bodyweight exercises of which few reps are enough."""

_LEGS = ("squat", "hinge")


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
    young: bool = False
    """True below 16 years: technique only (F.1)."""
    slow: bool = False
    """True from 65 years on (H.2)."""
    fresh: bool = True
    """True if no run shares the day: explosive work wants fresh legs (E.3)."""
    goal: StrengthGoal | None = None
    """What the athlete chose (R27)."""
    share: float = 1.0
    """Sets kept while a race is near (C.9)."""

    @property
    def learning(self) -> bool:
        """True while technique comes before everything else."""
        return self.young or self.gentle or (self.level is Level.BEGINNER and self.week <= TECHNIQUE_WEEKS)

    @property
    def jumps(self) -> bool:
        """True if jumps and lifts as fast as possible have a place in the session."""
        return self.goal is StrengthGoal.POWER and self.fresh and not self.slow and not self.learning


@dataclass(frozen=True, slots=True)
class Row:
    """A line of B.3."""

    reps: tuple[int, int]
    sets: tuple[int, int]
    """Usual and most."""
    rest: tuple[int, int, int]
    """Usual, least, most; seconds."""
    rpe: float
    aim: Aim
    why: Why


_TECHNIQUE = Row((10, 15), (2, 3), (75, 60, 90), LEARNING_RPE, Aim.TECHNIQUE,
                 Why("R8", "Start light: clean reps, a few left in hand."))  # fmt: skip
_TECHNIQUE_BODYWEIGHT = Row((12, 15), (2, 3), (75, 60, 90), LEARNING_RPE, Aim.TECHNIQUE,
                            Why("R8", "Start light: clean reps, a few left in hand."))  # fmt: skip
_BODYWEIGHT = Row((12, 20), (2, 4), (60, 30, 90), 7.0, Aim.ENDURANCE,
                  Why("R27", "Bodyweight work grows by reps first: 12-20, then a harder variant."))  # fmt: skip
_BODYWEIGHT_SIZE = Row((8, 12), (3, 4), (90, 60, 180), 8.0, Aim.HYPERTROPHY,
                       Why("R27", "For muscle without weights: slow on the way down, near your limit."))  # fmt: skip
_ENDURANCE = Row((15, 20), (2, 3), (45, 30, 90), 7.0, Aim.ENDURANCE,
                 Why("R27", "For endurance: 15-20 reps and short rests."))  # fmt: skip
_HYPERTROPHY = Row((8, 12), (3, 4), (120, 60, 180), 7.5, Aim.HYPERTROPHY,
                   Why("R27", "8-12 reps with about two left build muscle without wearing out the runs."))  # fmt: skip
_FEW = Row((5, 10), (3, 4), (120, 60, 180), 7.5, Aim.HYPERTROPHY,
           Why("R27", "A hard bodyweight exercise: 5-10 good reps are plenty."))  # fmt: skip
_MODERATE = Row((6, 10), (3, 4), (120, 90, 180), 7.0, Aim.HYPERTROPHY,
                Why("R27", "Moderate today: 6-10 reps, three left, so that the legs stay fresh."))  # fmt: skip
_STRENGTH = Row((4, 6), (3, 5), (180, 120, 300), 8.0, Aim.STRENGTH,
                Why("R27", "Heavy and few: 4-6 reps help running economy more than jumps do."))  # fmt: skip
_STRENGTH_UPPER = Row((4, 6), (3, 5), (180, 120, 300), 8.0, Aim.STRENGTH,
                      Why("R27", "For strength: heavy and few, 4-6 reps with two left, long rests."))  # fmt: skip
_LINEAR = Row((8, 8), (3, 3), (120, 90, 180), 7.0, Aim.HYPERTROPHY,
              Why("B.4", "New to the bar: the same eight reps each time, a little more on it."))  # fmt: skip
_LINEAR_STRENGTH = Row((5, 5), (3, 4), (150, 120, 240), 7.0, Aim.HYPERTROPHY,
                       Why("B.4", "New to the bar: the same five reps each time, a little more on it."))  # fmt: skip
_POWER = Row((4, 6), (3, 5), (150, 120, 180), 6.0, Aim.POWER,
             Why("R27", "For power: light and as fast as you can; stop when it slows down."))  # fmt: skip
_JUMPS = Row((3, 6), (3, 5), (150, 120, 180), 6.0, Aim.POWER,
             Why("R27", "For power: few jumps, each as high as the first; stop when they get lower."))  # fmt: skip
_CONTROL = Row((8, 12), (2, 3), (45, 30, 60), LEARNING_RPE, Aim.FORM,
               Why("R27", "For form: every rep slow and the same, a few left in hand."))  # fmt: skip
_CORE = Row((8, 12), (2, 3), (45, 30, 60), LEARNING_RPE, Aim.FORM,
            Why("R17", "The core is trained for control: slow reps, no swing."))  # fmt: skip
HOLD_WHY = Why("R17", "A hold trains the core to stay still while legs and arms work.")
"""What a hold is for."""


def row_of(exercise: Exercise, stage: Stage) -> Row:
    """Return the line of B.3 that an exercise follows at this stage (R8, R27)."""
    if stage.learning:
        return _TECHNIQUE if loadable(exercise) else _TECHNIQUE_BODYWEIGHT
    if is_core(exercise):
        return _CORE
    if stage.goal is not None and (chosen := _BY_GOAL[stage.goal](exercise, stage)) is not None:
        return chosen
    if exercise.pattern == "plyo":
        return _JUMPS
    if exercise.id in HARD_BODYWEIGHT:
        return _FEW
    return _loaded(exercise, stage) if loadable(exercise) else _BODYWEIGHT


def _loaded(exercise: Exercise, stage: Stage) -> Row:
    """What level and session ask of weights where the athlete chose no aim: heavy legs help running most (B.3)."""
    if _on_a_bar(exercise) and stage.level is Level.BEGINNER:
        return _LINEAR
    if _on_a_bar(exercise) and exercise.pattern in _LEGS:
        return _STRENGTH if stage.heavy else _MODERATE
    return _HYPERTROPHY


def _for_strength(exercise: Exercise, stage: Stage) -> Row | None:
    # On one leg or arm balance gives out before strength does: those keep their usual reps.
    if not loadable(exercise) or not exercise.compound or exercise.unilateral:
        return None
    if stage.level is Level.BEGINNER and _on_a_bar(exercise):
        return _LINEAR_STRENGTH
    if exercise.pattern in _LEGS:
        return _STRENGTH if stage.heavy else _MODERATE
    return _STRENGTH_UPPER


def _for_size(exercise: Exercise, stage: Stage) -> Row | None:
    if loadable(exercise):
        return _LINEAR if stage.level is Level.BEGINNER and _on_a_bar(exercise) else _HYPERTROPHY
    return None if exercise.id in HARD_BODYWEIGHT else _BODYWEIGHT_SIZE


def _for_endurance(exercise: Exercise, stage: Stage) -> Row | None:
    del stage
    return None if exercise.id in HARD_BODYWEIGHT or exercise.pattern == "plyo" else _ENDURANCE


def _for_power(exercise: Exercise, stage: Stage) -> Row | None:
    fast = loadable(exercise) and exercise.compound and not exercise.unilateral
    return _POWER if fast and stage.jumps else None


def _for_form(exercise: Exercise, stage: Stage) -> Row | None:
    del stage
    return None if exercise.id in HARD_BODYWEIGHT else _CONTROL


_BY_GOAL = {
    StrengthGoal.STRENGTH: _for_strength,
    StrengthGoal.HYPERTROPHY: _for_size,
    StrengthGoal.ENDURANCE: _for_endurance,
    StrengthGoal.POWER: _for_power,
    StrengthGoal.FORM: _for_form,
}


def _on_a_bar(exercise: Exercise) -> bool:
    return all("barbell" in way for way in exercise.equipment)
