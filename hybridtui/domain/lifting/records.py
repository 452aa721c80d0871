"""The most that was ever done of an exercise, and when it was first done. Source: science.md B.1."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TypeAlias

from hybridtui.domain.body_weight import Weighed
from hybridtui.domain.lifting.done import Lifted
from hybridtui.domain.lifting.maxima import Maximum, maximum


class Best(StrEnum):
    """What a record is of."""

    HEAVIEST = "heaviest"
    MAXIMUM = "best e1RM"
    REPS = "most reps"


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """The most of one kind; of equal ones the first."""

    exercise: str
    best: Best
    day: date
    lifted: Lifted
    maximum: Maximum | None = None
    """Of a record of the estimate."""


_Candidate: TypeAlias = tuple[tuple[float, ...], Lifted, Maximum | None]
"""How much it was, the set, and the estimate if that is what counts."""

_Rung: TypeAlias = tuple[Best, list[_Candidate]]
"""Sets that are equally much of one kind."""

FirstDays: TypeAlias = Callable[[Collection[Lifted]], Mapping[Lifted, date]]
"""When sets like these were first done; nothing for those that no session holds which counts."""


def records(lifted: Iterable[Lifted], weighed: Weighed, first_days: FirstDays) -> tuple[Record, ...]:
    """Return the records of each exercise, newest first.

    Args:
        lifted: All different sets ever done; those that only sessions hold which do not
            count are passed over.
        weighed: What the body weighed on a day.
        first_days: Asked for the highest of each kind, all at once; seldom for the next highest.
    """
    by_exercise: dict[str, list[Lifted]] = {}
    for each in lifted:
        by_exercise.setdefault(each.exercise, []).append(each)
    ladders = [_rungs(*ladder) for each in by_exercise.values() for ladder in _ladders(each, weighed)]
    found: list[Record] = []
    while rungs := [(rung, ladder) for ladder in ladders if (rung := next(ladder, None)) is not None]:
        days = first_days({set_ for (_, level), _ in rungs for _, set_, _ in level if set_.day is None})
        ladders = []
        for (best, level), ladder in rungs:
            dated = [
                Record(exercise=set_.exercise, best=best, day=day, lifted=set_, maximum=estimate)
                for _, set_, estimate in level
                if (day := set_.day or days.get(set_)) is not None
            ]
            if dated:
                found.append(min(dated, key=lambda record: record.day))
            else:
                ladders.append(ladder)
    return tuple(sorted(found, key=lambda record: (-record.day.toordinal(), record.exercise, record.best)))


def _ladders(lifted: list[Lifted], weighed: Weighed) -> Iterator[tuple[Best, list[_Candidate]]]:
    known = [(each, maximum(each, each.kg, weighed)) for each in lifted if each.kg]
    yield Best.HEAVIEST, [((each.kg,), each, None) for each in lifted if each.kg]
    yield Best.MAXIMUM, [((found.e1rm.kg,), each, found) for each, found in known if isinstance(found, Maximum)]
    # Of as many repetitions the heavier are more.
    yield Best.REPS, [((each.reps, each.kg or 0.0), each, None) for each in lifted if each.reps]


def _rungs(best: Best, candidates: list[_Candidate]) -> Iterator[_Rung]:
    """Yield what is equally much, the most first."""
    for value in sorted({value for value, _, _ in candidates}, reverse=True):
        yield best, [candidate for candidate in candidates if candidate[0] == value]
