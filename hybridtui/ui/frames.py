"""What the steps of one group are called, and where in it the athlete is: ``Superset, round 2 of 3``."""

from __future__ import annotations

from collections.abc import Sequence

from hybridtui.domain import guide
from hybridtui.domain.guide import Place
from hybridtui.domain.session import Session
from hybridtui.domain.workout import Form, Step, StepKind
from hybridtui.ui.look import count
from hybridtui.ui.words import pause

TABATA = (20, 10)
"""Seconds of work and of rest (science.md: Tabata)."""

REPEATS = "Repeats"
SUPERSET = "Superset"
CIRCUIT = "Circuit"


def name(steps: Sequence[Step], index: int) -> str:
    """Name the group that a step belongs to; empty for a step by itself."""
    step = steps[index]
    if step.group is None:
        return ""
    together = [steps[each] for each in guide.group_of(steps, index)]
    if step.form is Form.AMRAP:
        return f"AMRAP {pause(step.block_s)}"
    if step.form is Form.EMOM:
        return "EMOM" if step.block_s == 60 else f"EMOM, every {pause(step.block_s)}"
    if not any(each.logs_sets for each in together):
        return REPEATS
    if step.kind is StepKind.STATION and (step.seconds, step.rest_s) == TABATA:
        return "Tabata"
    return SUPERSET if len(together) == 2 and all(each.is_lift for each in together) else CIRCUIT


def rounds(steps: Sequence[Step], index: int) -> int:
    """Return how many rounds a group has."""
    return max(steps[each].sets for each in guide.group_of(steps, index))


def heading(steps: Sequence[Step], index: int) -> str:
    """Name a group with its length: ``Superset · 3 rounds``; empty where the steps say so themselves."""
    step, named = steps[index], name(steps, index)
    if not named or named == REPEATS:
        return ""
    if step.form is Form.AMRAP:
        return named
    if step.form is Form.EMOM:
        return f"{named} · {_starts(steps, index)} {_start_word(step)}s"
    return f"{named} · {count(rounds(steps, index), 'round')}"


def where(session: Session, place: Place) -> str:
    """Say where in its step or group a place is: ``Circuit, round 2 of 3``; empty at a step done once."""
    steps, step = session.steps, session.steps[place.step]
    named = name(steps, place.step)
    if step.form is Form.AMRAP:
        return f"{named}, round {place.set_number}"
    if step.form is Form.EMOM:
        return f"{named}, {_start_word(step)} {_start(session, place)} of {_starts(steps, place.step)}"
    if named and named != REPEATS:
        return f"{named}, round {place.set_number} of {rounds(steps, place.step)}"
    if step.sets == 1:
        return ""
    last = ", the last one" if place.set_number == step.sets else ""
    unit = "Set" if step.logs_sets else "Part" if step.group is None and not step.is_run else "Rep"
    return f"{unit} {place.set_number} of {step.sets}{last if step.is_run else ''}"


def _start_word(step: Step) -> str:
    return "minute" if step.block_s == 60 else "start"


def _starts(steps: Sequence[Step], index: int) -> int:
    return sum(steps[each].sets for each in guide.group_of(steps, index))


def _start(session: Session, place: Place) -> int:
    together = guide.group_of(session.steps, place.step)
    walk = [each for each in guide.places(session.steps) if each.step in together]
    return walk.index(place) + 1
