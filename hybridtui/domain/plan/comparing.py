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
    """One workout, or week, that differs between two plans."""

    week: Week
    what: tuple[What, ...]
    """In which ways: a workout may have moved and be longer."""
    text: str
    """One sentence without a full stop; it may hold titles from a file."""
    before: Workout | None = None
    """The workout as it is planned now; None for a new one, and for a week."""
    after: Workout | None = None
    """The workout as it would be; None for one that goes, and for a week."""


Pair = tuple[Workout | None, Workout | None]


def differences(before: Plan, after: Plan, today: date) -> tuple[Difference, ...]:
    """Return what ``after`` changes of ``before`` from ``today`` on, by week and day."""
    then = {week.week: week for week in after.weeks}
    both = [(week, then[week.week]) for week in before.weeks if week.week in then and week.week >= Week.of(today)]
    return tuple(found for old, new in both for found in _of_week(old, new, today))


def _of_week(old: PlannedWeek, new: PlannedWeek, today: date) -> Iterator[Difference]:
    if (old.phase, old.deload) != (new.phase, new.deload):
        text = f"Week {new.week.iso_week}: {_phase(new, old)} instead of {_phase(old, new)}"
        yield Difference(week=new.week, what=(What.PHASE,), text=text)
    pairs = _pairs([w for w in old.workouts if w.day >= today], [w for w in new.workouts if w.day >= today])
    for one, other in sorted(pairs, key=_when):
        what, text = _told(one, other)
        if what:
            yield Difference(week=new.week, what=what, text=text, before=one, after=other)


def _phase(week: PlannedWeek, beside: PlannedWeek) -> str:
    """Name what a week is for; of two weeks of one phase only what tells them apart."""
    if beside.phase is week.phase:
        return "a lighter week" if week.deload else "a full week"
    return f"{week.phase}, lighter" if week.deload else str(week.phase)


def _when(pair: Pair) -> tuple[date, str]:
    workout = pair[1] or pair[0]
    assert workout is not None  # noqa: S101 - a pair has at least one
    return workout.day, workout.slot


ALIKE: tuple[Callable[[Workout], tuple[object, ...]], ...] = (
    lambda workout: (workout.day, workout.kind, workout.subtype),
    lambda workout: (workout.kind, workout.subtype),
    lambda workout: (workout.day, workout.kind),
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


def _told(one: Workout | None, other: Workout | None) -> tuple[tuple[What, ...], str]:
    """Return in which ways a pair differs, and the sentence; no way if it does not."""
    if one is not None and other is not None:
        return _changed(one, other)
    if one is not None:
        return (What.GONE,), f"{one.day:%a}: {_name(one)}, {one.minutes} min, goes"
    if other is not None:
        return (What.NEW,), f"{other.day:%a}: {_name(other)}, {other.minutes} min, is new"
    return (), ""


def _changed(one: Workout, other: Workout) -> tuple[tuple[What, ...], str]:
    what: list[What] = []
    text = f"{other.day:%a}: {_name(other)}"
    if one.day != other.day:
        what.append(What.MOVED)
        text = f"{_name(other)} moves from {one.day:%a} to {other.day:%a}"
    if one.subtype != other.subtype:
        what.append(What.OTHER)
        text += f" in place of {_name(one)}"
    if by := other.minutes - one.minutes:
        what.append(What.LONGER if by > 0 else What.SHORTER)
        text += f", {abs(by)} min {'longer' if by > 0 else 'shorter'}"
    if one.subtype == other.subtype and (changed := _exchanged(one, other)):
        what.append(What.OTHER)
        text += f", with other exercises: {', '.join(changed)}"
    return tuple(what), text


def _name(workout: Workout) -> str:
    """Return a title without the minutes in it, which may be what differs."""
    return workout.title.removesuffix(f" {workout.minutes} min")


def _exchanged(one: Workout, other: Workout) -> Sequence[str]:
    """Return the titles of the exercises that are logged in the other workout only."""
    known = {step.exercise for step in one.steps}
    new = [step.title for step in other.steps if step.logs_sets and step.exercise not in known]
    return tuple(dict.fromkeys(new))
