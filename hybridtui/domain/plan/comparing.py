"""What another plan would change: workout by workout, in the weeks that both plans hold.

A plan is compared before it is adopted, so that the athlete sees what an answer costs.
Days that are past stay as they were (handover) and are left out.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from hybridtui.domain.calendar import Week
from hybridtui.domain.workout import Plan, PlannedWeek, Workout


class What(StrEnum):
    """In which way a workout, or a week, differs."""

    NEW = "new"
    GONE = "gone"
    MOVED = "moved"
    LONGER = "longer"
    SHORTER = "shorter"
    OTHER = "other"
    """Another kind of run or session, or other exercises."""
    PHASE = "phase"
    """The week is another phase, or lighter, or no longer lighter."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """One thing that differs between two plans."""

    week: Week
    what: What
    text: str
    """One sentence without a full stop; it may hold titles from a file."""
    before: Workout | None = None
    """The workout as it is planned now; None for a new one, and for a week."""
    after: Workout | None = None
    """The workout as it would be; None for one that goes, and for a week."""


Pair = tuple[Workout | None, Workout | None]


def differences(before: Plan, after: Plan, today: date) -> tuple[Difference, ...]:
    """Return what ``after`` changes of ``before`` from ``today`` on, by week and day.

    A workout that is on another day and longer differs twice.
    """
    then = {week.week: week for week in after.weeks}
    both = [(week, then[week.week]) for week in before.weeks if week.week in then and week.week >= Week.of(today)]
    return tuple(found for old, new in both for found in _of_week(old, new, today))


def _of_week(old: PlannedWeek, new: PlannedWeek, today: date) -> Iterator[Difference]:
    if _phase(old) != _phase(new):
        yield Difference(
            week=new.week, what=What.PHASE, text=f"Week {new.week.iso_week}: {_phase(new)} instead of {_phase(old)}"
        )
    pairs = _pairs([w for w in old.workouts if w.day >= today], [w for w in new.workouts if w.day >= today])
    for one, other in sorted(pairs, key=_when):
        for what, text in _told(one, other):
            yield Difference(week=new.week, what=what, text=text, before=one, after=other)


def _phase(week: PlannedWeek) -> str:
    return f"{week.phase}, lighter" if week.deload else str(week.phase)


def _when(pair: Pair) -> tuple[date, str]:
    workout = pair[1] or pair[0]
    assert workout is not None  # noqa: S101 - a pair has at least one
    return workout.day, workout.slot


ALIKE: tuple[Callable[[Workout], tuple[object, ...]], ...] = (
    lambda workout: (workout.day, workout.kind, workout.subtype),
    lambda workout: (workout.kind, workout.subtype),
    lambda workout: (workout.day, workout.kind),
    lambda workout: (workout.kind,),
)
"""By what a workout is found again in the other plan, the surest likeness first."""


def _pairs(old: Iterable[Workout], new: Iterable[Workout]) -> list[Pair]:
    """Find each workout again in the other plan, the nearest day first."""
    left, right = list(old), list(new)
    pairs: list[Pair] = []
    for likeness in ALIKE:
        for workout in tuple(left):
            same = [other for other in right if likeness(other) == likeness(workout)]
            if same:
                found = min(same, key=lambda other: (abs((other.day - workout.day).days), other.day, other.slot))
                left.remove(workout)
                right.remove(found)
                pairs.append((workout, found))
    return pairs + [(workout, None) for workout in left] + [(None, workout) for workout in right]


def _told(one: Workout | None, other: Workout | None) -> Iterator[tuple[What, str]]:
    if other is None and one is not None:
        yield What.GONE, f"{one.day:%a}: {one.title}, {one.minutes} min, goes"
    elif one is None and other is not None:
        yield What.NEW, f"{other.day:%a}: {other.title}, {other.minutes} min, is new"
    elif one is not None and other is not None:
        yield from _changed(one, other)


def _changed(one: Workout, other: Workout) -> Iterator[tuple[What, str]]:
    if one.day != other.day:
        yield What.MOVED, f"{other.title} moves from {one.day:%a} to {other.day:%a}"
    if one.minutes != other.minutes:
        what, word = (What.LONGER, "longer") if other.minutes > one.minutes else (What.SHORTER, "shorter")
        by = abs(other.minutes - one.minutes)
        yield what, f"{other.day:%a}: {other.title} takes {other.minutes} min, {by} min {word}"
    if one.subtype != other.subtype:
        yield What.OTHER, f"{other.day:%a}: {other.title} in place of {one.title}"
    elif changed := _exchanged(one, other):
        yield What.OTHER, f"{other.day:%a}: {other.title} with other exercises: {', '.join(changed)}"


def _exchanged(one: Workout, other: Workout) -> Sequence[str]:
    """Return the titles of the exercises that are logged in the other workout only."""
    known = {step.exercise for step in one.steps}
    new = [step.title for step in other.steps if step.logs_sets and step.exercise not in known]
    return tuple(dict.fromkeys(new))
