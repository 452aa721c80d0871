"""Where the steps of a session stand, what belongs together, and how entries follow when steps move.

Sets, runs and ticks belong to a step by its index and to a set of it by its number.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from itertools import groupby
from typing import TypeVar

from hybridtui.domain.guide import group_of
from hybridtui.domain.ramp import is_ramp
from hybridtui.domain.session import LoggedSet, RunEntry, Session, StepMark
from hybridtui.domain.workout import Step

Spot = tuple[int | None, int | None]
"""Step and set number of an entry; no step: outside the plan."""


_Entry = TypeVar("_Entry", LoggedSet, RunEntry)


def entries(session: Session) -> tuple[LoggedSet | RunEntry | StepMark, ...]:
    """Return everything that was logged, ticked off or skipped."""
    return (*session.sets, *session.runs, *session.marks)


def begun(session: Session, step: int) -> tuple[int, ...]:
    """Return the numbers of a step's sets at which anything was logged, ticked off or skipped, in order."""
    numbers = {entry.set_number for entry in entries(session) if entry.step == step and entry.set_number is not None}
    return tuple(sorted(number for number in numbers if number <= session.steps[step].sets))


def left(session: Session, step: int) -> int:
    """Return how many sets of a step nothing was done of yet."""
    return session.steps[step].sets - len(begun(session, step))


def blocks(steps: Sequence[Step]) -> tuple[range, ...]:
    """Return the indexes of what is moved as one: a group, a lift with its ramp sets, or a single step."""
    found: list[range] = []
    first = 0
    for index in range(len(steps)):
        if index + 1 == len(steps) or not _sticks(steps, index):
            found.append(range(first, index + 1))
            first = index + 1
    return tuple(found)


def block_of(steps: Sequence[Step], index: int) -> range:
    """Return the block that a step lies in."""
    return next(block for block in blocks(steps) if index in block)


def new_group(steps: Iterable[Step]) -> int:
    """Return a group number that no step has."""
    return 1 + max((step.group for step in steps if step.group is not None), default=0)


def rearranged(session: Session, steps: tuple[Step, ...], where: Callable[[int, int | None], Spot]) -> Session:
    """Return the session with other steps, its entries where ``where`` puts them; a mark without a step goes."""

    def follow(entry: _Entry) -> _Entry:
        if entry.step is None:
            return entry
        step, number = where(entry.step, entry.set_number)
        return replace(entry, step=step, set_number=number)

    marks = [(mark, where(mark.step, mark.set_number)) for mark in session.marks]
    return replace(
        session,
        steps=steps,
        sets=tuple(map(follow, session.sets)),
        runs=tuple(map(follow, session.runs)),
        marks=tuple(
            replace(mark, step=step, set_number=number or mark.set_number)
            for mark, (step, number) in marks
            if step is not None
        ),
    )


def in_order(session: Session, order: Sequence[int]) -> Session:
    """Return the session with its steps in another order, given by their old indexes."""
    where = {old: new for new, old in enumerate(order)}
    apart = _apart(session.steps)
    steps = tuple(apart[index] for index in order)
    return rearranged(session, steps, lambda index, number: (where[index], number))


def removed(session: Session, step: int) -> Session:
    """Return the session without a step; what was logged at it without being one of its sets lies outside the plan."""

    def where(index: int, number: int | None) -> Spot:
        return (None, None) if index == step else (index - (index > step), number)

    return rearranged(session, (*session.steps[:step], *session.steps[step + 1 :]), where)


def renumbered(step: int, numbers: Sequence[int]) -> Callable[[int, int | None], Spot]:
    """Return where entries go if a step keeps only the sets of these numbers, counted from 1 again."""
    new = {number: position for position, number in enumerate(numbers, 1)}
    return lambda index, number: (index, new.get(number or 0, number) if index == step else number)


def _sticks(steps: Sequence[Step], index: int) -> bool:
    """True if a step and the one after it are moved together."""
    step, after = steps[index], steps[index + 1]
    if step.group is not None and step.group == after.group:
        return True
    ahead = [steps[other] for other in group_of(steps, index + 1)]
    return is_ramp(step) and step.exercise in (other.exercise for other in ahead)


def _apart(steps: tuple[Step, ...]) -> tuple[Step, ...]:
    """Groups that happen to bear one number get numbers of their own: side by side they would become one."""
    runs = [(group, tuple(members)) for group, members in groupby(steps, key=lambda step: step.group)]
    numbers = [group for group, _ in runs if group is not None]
    if len(set(numbers)) == len(numbers):
        return steps
    return tuple(
        step if group is None else replace(step, group=number)
        for number, (group, members) in enumerate(runs, 1)
        for step in members
    )
