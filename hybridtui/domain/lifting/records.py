"""The most that was ever done of an exercise, and when it was first done. Source: science.md B.1."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TypeAlias

from hybridtui.domain.lifting.done import Lifted
from hybridtui.domain.lifting.maxima import Maximum, Weighed, maximum


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


def records(
    lifted: Iterable[Lifted], weighed: Weighed, first_day: Callable[[Lifted], date | None]
) -> tuple[Record, ...]:
    """Return the records of each exercise, newest first.

    Args:
        lifted: All different sets ever done; those that only sessions hold which do not
            count are passed over.
        weighed: What the body weighed on a day.
        first_day: When such a set was first done; None: in no session that counts.
    """
    by_exercise: dict[str, list[Lifted]] = {}
    for each in lifted:
        by_exercise.setdefault(each.exercise, []).append(each)
    found = [record for each in by_exercise.values() for record in _of_exercise(each, weighed, first_day)]
    return tuple(sorted(found, key=lambda record: (-record.day.toordinal(), record.exercise, record.best)))


_Candidate: TypeAlias = tuple[tuple[float, ...], Lifted, Maximum | None]
"""How much it was, the set, and the estimate if that is what counts."""


def _of_exercise(
    lifted: list[Lifted], weighed: Weighed, first_day: Callable[[Lifted], date | None]
) -> Iterator[Record]:
    known = [(each, maximum(each, each.kg, weighed)) for each in lifted if each.kg]
    ranked: dict[Best, list[_Candidate]] = {
        Best.HEAVIEST: [((each.kg,), each, None) for each in lifted if each.kg],
        Best.MAXIMUM: [((found.e1rm.kg,), each, found) for each, found in known if isinstance(found, Maximum)],
        # Of as many repetitions the heavier are more.
        Best.REPS: [((each.reps, each.kg or 0.0), each, None) for each in lifted if each.reps],
    }
    for best, candidates in ranked.items():
        record = _highest(best, candidates, first_day)
        if record is not None:
            yield record


def _highest(best: Best, candidates: list[_Candidate], first_day: Callable[[Lifted], date | None]) -> Record | None:
    """Go down from the highest value to the first that a session which counts holds."""
    for value in sorted({value for value, _, _ in candidates}, reverse=True):
        dated = [
            Record(exercise=lifted.exercise, best=best, day=day, lifted=lifted, maximum=found)
            for at, lifted, found in candidates
            if at == value and (day := lifted.day or first_day(lifted)) is not None
        ]
        if dated:
            return min(dated, key=lambda record: record.day)
    return None
