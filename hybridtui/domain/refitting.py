"""A session with other equipment: what is not possible is exchanged, or left out. Source: science.md R15, R26."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass

from hybridtui.domain.engine.arranging import dropped, exchanged
from hybridtui.domain.engine.placing import left
from hybridtui.domain.exercises import Exercise
from hybridtui.domain.plan.choice import Means
from hybridtui.domain.problems import Problem
from hybridtui.domain.ramp import is_ramp
from hybridtui.domain.session import Session
from hybridtui.domain.substitutes import substitutes
from hybridtui.domain.workout import Step


@dataclass(frozen=True, slots=True)
class Refit:
    """A session as other equipment leaves it, and what changed, in words."""

    session: Session
    changes: tuple[str, ...] = ()


Made = tuple[Step, tuple[Step, ...]]
"""A step, and the ramp sets before it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where one trains today, and how exercises are put in the place of others there."""

    means: Means
    exercises: Mapping[str, Exercise]
    make: Callable[[Step, Exercise], Made]
    """Writes an exercise in the place of a step, with its ramp."""
    hurts: Callable[[Exercise], bool]
    """What a pain leaves out."""


def refitted(session: Session, place: Place) -> Refit:
    """Return what becomes of the rest of a session with the equipment of a place (R15).

    What is not possible is exchanged for its best substitute, or left out where there is
    none. What is done stays, and so do runs:
    where one runs is not a matter of equipment.
    """
    changes: list[str] = []
    stays: set[str] = set()
    while (index := _impossible(session, place, stays)) is not None:
        step = session.steps[index]
        exercise = place.exercises[step.exercise or ""]
        try:
            session, change = _without(session, index, exercise, place)
        except Problem as problem:
            stays.add(exercise.id)
            change = f"{step.title} stays: {problem}"
        changes.append(change)
    return Refit(session, tuple(dict.fromkeys(changes)))


def _without(session: Session, index: int, exercise: Exercise, place: Place) -> tuple[Session, str]:
    """The session without one exercise, and what came in its place, in words."""
    step = session.steps[index]
    taken = {each.exercise for each in session.steps if each.exercise}
    own = [other for other in place.exercises.values() if other.own]
    best = next(iter(substitutes(exercise, place.means, taken=taken, own=own, hurts=place.hurts)), None)
    if best is None or is_ramp(step):
        return dropped(session, index), f"{step.title} left out: nothing like it can be done with this"
    new, ramp = place.make(step, best.exercise)
    return exchanged(session, index, new, ramp), f"{step.title} → {best.exercise.name}"


def _impossible(session: Session, place: Place, stays: Collection[str]) -> int | None:
    """The first step with something left that cannot be done; a ramp only after its lift, which takes it along."""
    found = [
        index
        for index, step in enumerate(session.steps)
        if not step.is_run
        and step.exercise in place.exercises
        and step.exercise not in stays
        and left(session, index)
        and not place.exercises[step.exercise or ""].possible_with(place.means.equipment)
    ]
    return min(found, key=lambda index: (is_ramp(session.steps[index]), index), default=None)
