"""Sets of exercises as they are typed, one after another or as a superset. Source: science.md B.3; field.md B."""

from __future__ import annotations

import re
from dataclasses import replace

from hybridtui.domain.blocks import items, numbers
from hybridtui.domain.blocks.items import Item, read_item, split
from hybridtui.domain.blocks.numbers import spoken
from hybridtui.domain.blocks.values import Block, Known
from hybridtui.domain.guide import FREE_REST_S
from hybridtui.domain.problems import Problem
from hybridtui.domain.workout import Kind, Step, StepKind

EXAMPLE = "Type it like 3x8 back squat 80, 3x10 row, plank 3x45s."
SUPERSET_EXAMPLE = "Type it like superset 3x10 bench press + row."

USUAL_SETS, USUAL_REPS, USUAL_SECONDS = 3, (8, 12), 30
"""Where nothing is said: a range for muscle and strength (B.3)."""

_SUPERSET = re.compile(
    rf"superset\s*(?:(?P<sets>[0-9]{{1,6}})\s*(?:x\s*(?P<count>{items.COUNT})|rounds?\b|sets?\b|(?=\s*:)))?"
    r"\s*:?\s*(?P<items>.*)"
)
_SHARED_REST = re.compile(rf"\s*/\s*(?P<rest>{numbers.TIME})$")


def read_superset(line: str, known: Known) -> Block | None:
    """Read a superset; None: it is none.

    Raises:
        Problem: if it is one, but something of it is not understood.
    """
    found = _SUPERSET.fullmatch(line)
    if found is None:
        return None
    text, rest = found["items"], FREE_REST_S
    if (shared := _SHARED_REST.search(text)) is not None:
        text, rest = text[: shared.start()], numbers.seconds(shared["rest"])
    read = [read_item(part, known, found["count"]) for part in split(text)]
    if len(read) < 2:
        raise Problem(f"A superset has two exercises or more. {SUPERSET_EXAMPLE}")
    sets = numbers.times(found["sets"]) if found["sets"] else max(item.sets or USUAL_SETS for item in read)
    read = [_complete(item) for item in read]
    steps = tuple(_step(item, sets, rest, group=1) for item in read)
    what = f"Superset, {sets} rounds, {spoken(rest)} rest after each"
    return Block(kind=Kind.STRENGTH, title=line, steps=steps, echo=f"{what}: {', '.join(map(_words, read))}")


def read_list(line: str, known: Known) -> Block:
    """Read sets of exercises, one after another.

    Raises:
        Problem: if something of it is not understood.
    """
    read = [read_item(part, known) for part in split(line)]
    if not read:
        raise Problem(f"Nothing to do yet. {EXAMPLE}")
    steps: list[Step] = []
    told: list[str] = []
    for item in read:
        sets = item.sets or (1 if item.counted else USUAL_SETS)
        whole = _complete(item)
        steps.append(_step(whole, sets, item.rest_s if item.rest_s is not None else FREE_REST_S))
        rest = f", {spoken(item.rest_s)} rest" if item.rest_s is not None else ""
        told.append((f"{sets} x {_words(whole)}" if sets > 1 else _words(whole)) + rest)
    return Block(kind=Kind.STRENGTH, title=line, steps=tuple(steps), echo=", ".join(told))


def _complete(item: Item) -> Item:
    """Fill in how many, where nothing was said."""
    if item.counted or item.exercise is None:
        return item
    if item.exercise.timed:
        return replace(item, seconds=USUAL_SECONDS)
    return replace(item, reps=USUAL_REPS[0], reps_max=USUAL_REPS[1])


def _words(item: Item) -> str:
    return f"{item.words} each side" if item.per_side else item.words


def _step(item: Item, sets: int, rest_s: int, group: int | None = None) -> Step:
    assert item.exercise is not None, "runs are refused among sets"  # noqa: S101
    return Step(
        kind=StepKind.SET if item.seconds is None else StepKind.HOLD,
        title=item.exercise.name,
        exercise=item.exercise.id,
        sets=sets,
        reps=item.reps,
        reps_max=item.reps_max,
        seconds=item.seconds,
        load=item.load,
        rpe=item.rpe,
        rest_s=rest_s,
        group=group,
        per_side=item.per_side,
    )
