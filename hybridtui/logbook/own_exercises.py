"""Exercises of the athlete's own."""

from __future__ import annotations

from hybridtui.domain.change import Change
from hybridtui.domain.exercises import OWN, Exercise
from hybridtui.domain.own_exercises import OWN_PATTERN
from hybridtui.domain.problems import Problem
from hybridtui.domain.text import clean
from hybridtui.logbook.kit import Kit


def add(kit: Kit, name: str, like: str | None = None) -> Exercise:
    """Add an own exercise; it counts for the same muscles as the one it is ``like``.

    Raises:
        Problem: if the name is empty or taken.
    """
    cleaned = clean(name)
    if not cleaned:
        raise Problem("An exercise needs a name.")
    if any(known.name.casefold() == cleaned.casefold() for known in kit.exercises().values()):
        raise Problem(f"There is an exercise called {cleaned} already.")
    model = kit.exercise(like) if like is not None else None
    exercise = _made(OWN + kit.ids(), cleaned, model)
    kit.apply(Change(label=f"new exercise {cleaned}", exercises=(exercise,)))
    return exercise


def _made(id_: str, name: str, like: Exercise | None) -> Exercise:
    """Return an exercise of the athlete's own, outside every ladder."""
    if like is None:
        return Exercise(id=id_, name=name, pattern=OWN_PATTERN)
    return Exercise(
        id=id_,
        name=name,
        pattern=like.pattern,
        primary=like.primary,
        secondary=like.secondary,
        equipment=like.equipment,
        unilateral=like.unilateral,
        compound=like.compound,
        timed=like.timed,
    )
