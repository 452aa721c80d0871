"""What a file tells beside sessions and the log lacks: body weights, and all that a log of ours holds."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TypeVar

from hybridtui.domain.body_weight import BodyWeight
from hybridtui.domain.change import Change
from hybridtui.domain.contents import Contents
from hybridtui.logbook.imports.sorting import Sorted, SortedFile
from hybridtui.store import Store

T = TypeVar("T")

ANSWERS_KEPT = "your answers and your plan stay as they are: those of the file were left out"
"""Warning of a file with answers or plans, read into a log that has its own."""


@dataclass(frozen=True, slots=True)
class Missing:
    """What is added beside sessions."""

    changes: tuple[Change, ...] = ()
    weights: tuple[tuple[int, int], ...] = ()
    """How many days get a body weight, by the place of the file that tells it."""
    beside: tuple[tuple[int, tuple[str, ...]], ...] = ()
    """What else is added, in words, by the place of the file that tells it."""
    warned: frozenset[int] = frozenset()
    """Places of the files whose answers and plans were left out."""


def missing(found: Sorted, store: Store) -> Missing:
    """Return what the files tell beside sessions and the log lacks.

    An empty log takes all of it. Whatever their order, of several files the one counts
    whose content comes first by its hash.
    """
    telling = [file for file in found.files if file.read.weights or file.read.contents is not None]
    if not telling:
        return Missing()
    telling.sort(key=lambda file: (file.read.contents is None, file.file.digest))
    has = store.everything.contents()
    empty = has == Contents() and not store.count_lines() and store.open_session() is None
    changes: list[Change] = []
    weights: list[tuple[int, int]] = []
    beside: list[tuple[int, tuple[str, ...]]] = []
    warned: set[int] = set()
    for file in telling:
        told = _lacked(_told(file), has, whole=empty)
        weights.append((file.file.place, len(told.weights)))
        beside.append((file.file.place, tuple(_in_words(told))))
        if _leaves_answers(file, empty=empty):
            warned.add(file.file.place)
        changes += _changes(told)
        has = _joined(has, told)
        empty = empty and file.read.contents is None
    return Missing(tuple(changes), tuple(weights), tuple(beside), frozenset(warned))


def _in_words(told: Contents) -> Iterator[str]:
    """Yield what there is of each kind; body weights are counted by themselves."""
    if told.athlete is not None:
        yield "your answers"
    counts = (
        (told.plans, "plan", "plans"),
        (told.skips, "reason for a missed workout", "reasons for missed workouts"),
        (told.exercises, "exercise of your own", "exercises of your own"),
        (told.names, "name of an exercise", "names of exercises"),
        (told.notes, "note on an exercise", "notes on exercises"),
        (told.readiness, "check-in", "check-ins"),
        (told.pains, "ache", "aches"),
    )
    for things, one, many in counts:
        if things:
            yield f"{len(things):,} {one if len(things) == 1 else many}"


def _told(file: SortedFile) -> Contents:
    contents = file.read.contents or Contents()
    return replace(contents, weights=_last_of_days((*contents.weights, *file.read.weights)))


def _last_of_days(weights: Iterable[BodyWeight]) -> tuple[BodyWeight, ...]:
    by_day: dict[date, BodyWeight] = {each.day: each for each in weights}
    return tuple(by_day.values())


def _leaves_answers(file: SortedFile, *, empty: bool) -> bool:
    contents = file.read.contents
    return contents is not None and not empty and (contents.athlete is not None or bool(contents.plans))


def _lacked(told: Contents, has: Contents, *, whole: bool) -> Contents:
    """Return what the log lacks; answers, plans and what belongs to them only if it is empty."""
    return Contents(
        athlete=told.athlete if whole else None,
        plans=told.plans if whole else (),
        skips=told.skips if whole else (),
        exercises=_without(told.exercises, has.exercises, lambda each: each.id),
        names=_without(told.names, has.names, lambda each: each.folded),
        readiness=_without(told.readiness, has.readiness, lambda each: each.day),
        pains=_without(told.pains, has.pains, lambda each: each.id),
        notes=_without(told.notes, has.notes, lambda each: each.exercise),
        weights=_without(told.weights, has.weights, lambda each: each.day),
    )


def _without(told: Sequence[T], has: Iterable[T], key: Callable[[T], Hashable]) -> tuple[T, ...]:
    there = set(map(key, has))
    return tuple(each for each in told if key(each) not in there)


def _joined(one: Contents, other: Contents) -> Contents:
    return Contents(
        athlete=one.athlete or other.athlete,
        plans=(*one.plans, *other.plans),
        exercises=(*one.exercises, *other.exercises),
        names=(*one.names, *other.names),
        readiness=(*one.readiness, *other.readiness),
        pains=(*one.pains, *other.pains),
        notes=(*one.notes, *other.notes),
        weights=(*one.weights, *other.weights),
        skips=(*one.skips, *other.skips),
    )


def _changes(told: Contents) -> list[Change]:
    """Return what writes it: a change takes one plan, and the last one is followed."""
    first = Change(
        label="import",
        athlete=told.athlete,
        exercises=told.exercises,
        names=told.names,
        readiness=told.readiness,
        pains=told.pains,
        notes=told.notes,
        weights=told.weights,
        skips=told.skips,
    )
    plans = [Change(label="import", plan=plan) for plan in told.plans]
    return [change for change in (first, *plans) if not change.is_empty]
