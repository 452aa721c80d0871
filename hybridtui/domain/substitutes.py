"""What can be done in place of an exercise, here and now. Source: science.md R15, R26, R28, R29, F.4; field.md B.

The nearest in kind comes first: the same movement for the same muscle. What body,
equipment and level do not allow is never among them.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from enum import IntEnum

from hybridtui.domain.exercises import Exercise
from hybridtui.domain.ladder import easier_than, harder_than, is_slow
from hybridtui.domain.library import pattern_words
from hybridtui.domain.plan.aims import Stage
from hybridtui.domain.plan.choice import FALLBACK, Means, possible, suited
from hybridtui.domain.plan.definitions import loadable
from hybridtui.domain.plan.exchanging import slower
from hybridtui.domain.plan.prescription import prescribe
from hybridtui.domain.workout import Step, StepKind, Why

OFFERED = 3
"""Most substitutes offered at a time."""

_SIBLINGS = {**FALLBACK, "squat": ("lunge",), "lunge": ("squat",)}
"""Patterns that train much the same; squat and lunge share their muscles but not their slot in a plan."""


Hurts = Callable[[Exercise], bool]
"""Whether an exercise loads what hurts today."""


def no_pain(_exercise: Exercise) -> bool:
    """Return that an exercise does not hurt: nothing does."""
    return False


class Likeness(IntEnum):
    """How alike a substitute is, nearest first."""

    SAME = 0
    """The same movement for the same muscle."""
    MUSCLE = 1
    """Another movement for the same muscle."""
    MOVEMENT = 2
    """The same movement, led by another muscle."""
    KIN = 3
    """What takes the place of a movement that is not possible at all (F.4)."""


@dataclass(frozen=True, slots=True)
class Substitute:
    """An exercise in place of another, and how alike it is."""

    exercise: Exercise
    likeness: Likeness

    @property
    def why(self) -> str:
        """Why it is offered, in a few words."""
        muscle, movement = self.exercise.primary.replace("_", " "), pattern_words(self.exercise)
        return {
            Likeness.SAME: f"same movement and muscle: {movement}, {muscle}",
            Likeness.MUSCLE: f"same muscle: {muscle}, by another movement: {movement}",
            Likeness.MOVEMENT: f"same movement: {movement}",
            Likeness.KIN: f"the nearest there is: {movement}, {muscle}",
        }[self.likeness]


@dataclass(frozen=True, slots=True)
class Rung:
    """What makes a step easier or harder: another exercise, or the same at another tempo."""

    exercise: Exercise
    slow: bool = False
    """True if it is the same exercise, slower (R29)."""
    unslow: bool = False
    """True if it is the same exercise, back at its usual tempo."""


def substitutes(
    exercise: Exercise,
    means: Means,
    *,
    taken: Collection[str] = (),
    own: Iterable[Exercise] = (),
    hurts: Hurts = no_pain,
) -> tuple[Substitute, ...]:
    """Return up to three exercises in place of another, best first.

    ``taken`` are the ids of what the session holds already, ``own`` the athlete's own
    exercises; what ``hurts`` is left out. One of the athlete's own has substitutes only if
    it is like one of the library.
    """
    mine = tuple(other for other in own if possible(other, means))
    found: list[Substitute] = []
    for likeness, candidates in _by_likeness(exercise, means, mine):
        known = {exercise.id, *taken, *(each.exercise.id for each in found)}
        fresh = [other for other in dict.fromkeys(candidates) if other.id not in known and not hurts(other)]
        found += [Substitute(other, likeness) for other in sorted(fresh, key=lambda other: _apart(other, exercise))]
    return tuple(found[:OFFERED])


def easier(
    step: Step, exercise: Exercise, means: Means, usual_tempo: str | None, hurts: Hurts = no_pain
) -> Rung | None:
    """Return what makes a step easier: the usual tempo for a slowed one, else the next rung below (R28, R29).

    What ``hurts`` is passed by, here as in ``harder``.
    """
    if _slowed(step, usual_tempo):
        return Rung(exercise, unslow=True)
    below = easier_than(exercise, lambda other: possible(other, means) and not hurts(other))
    return Rung(below) if below is not None else None


def harder(step: Step, exercise: Exercise, means: Means, hurts: Hurts = no_pain) -> Rung | None:
    """Return what makes a step harder: the next rung that equipment and limits allow, else the same slower (R29)."""
    above = harder_than(exercise, lambda other: possible(other, means) and not hurts(other))
    if above is not None:
        return Rung(above)
    can_slow = step.tempo is not None and step.reps is not None and not is_slow(step.tempo)
    return Rung(exercise, slow=True) if can_slow else None


def in_place_of(step: Step, new: Exercise, stage: Stage, why: Why) -> Step:
    """Return a step of another exercise in the place of one, prescribed for its athlete (B.3).

    Sets, rest and place stay as they are, and it is never asked to be harder than the old
    one. It has no load: that comes from the new exercise's own past. A station, or a step of
    a warm-up, keeps its seconds or reps.
    """
    if not step.is_lift:
        one_sided = new.unilateral if step.kind is not StepKind.STATION else step.per_side
        return replace(step, exercise=new.id, title=new.name, per_side=one_sided, load=None, aims=(), why=(why,))
    written = prescribe(new, stage).step()
    rpe = min((effort for effort in (written.rpe, step.rpe) if effort is not None), default=None)
    return replace(
        written,
        sets=step.sets,
        rest_s=step.rest_s,
        rpe=rpe,
        group=step.group,
        form=step.form,
        block_s=step.block_s,
        why=(why, *written.why),
    )


def on_rung(step: Step, rung: Rung, stage: Stage) -> Step:
    """Return a step made easier or harder."""
    if rung.slow:
        slow = slower(step)
        most = slow.reps_max or slow.reps
        return replace(slow, aims=tuple(min(aim, most or aim) for aim in slow.aims))
    why = "Back at the usual tempo." if rung.unslow else "Another step of the same ladder, as you chose."
    return in_place_of(step, rung.exercise, stage, Why("R29" if rung.unslow else "R28", why))


def usual_tempo(exercise: Exercise, stage: Stage) -> str | None:
    """Return the tempo that an exercise is prescribed with; None for holds."""
    return prescribe(exercise, stage).tempo


def _by_likeness(
    exercise: Exercise, means: Means, own: Collection[Exercise]
) -> Iterator[tuple[Likeness, list[Exercise]]]:
    def of(*patterns: str) -> list[Exercise]:
        library = [other for pattern in patterns for other in suited(pattern, means)]
        return library + [other for other in own if other.pattern in patterns]

    def alike(others: list[Exercise]) -> list[Exercise]:
        return [other for other in others if other.primary == exercise.primary]

    same, kin = of(exercise.pattern), of(*_SIBLINGS.get(exercise.pattern, ()))
    if not exercise.primary:  # one of the athlete's own, like none of the library
        return
    yield Likeness.SAME, alike(same)
    yield Likeness.MUSCLE, alike(kin)
    yield Likeness.MOVEMENT, same
    yield Likeness.KIN, of(*FALLBACK.get(exercise.pattern, ()))


def _apart(other: Exercise, exercise: Exercise) -> int:
    """How differently an exercise is done: counted or held, with a load or without, on one side or both.

    Sorting is stable: among equals the better choice of F.4 stays first.
    """
    return (
        4 * (other.timed != exercise.timed)
        + 2 * (loadable(other) != loadable(exercise))
        + (other.unilateral != exercise.unilateral)
    )


def _slowed(step: Step, usual: str | None) -> bool:
    return step.tempo is not None and is_slow(step.tempo) and (usual is None or not is_slow(usual))
