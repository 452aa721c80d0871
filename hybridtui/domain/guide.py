"""The way through a session: which set comes next, what is done, which rest runs.

Nothing here is stored. The place follows from what was logged and ticked, the rest
from when: so both are where they should be after a crash, and on every screen.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import groupby
from typing import Literal

from hybridtui.domain.session import LoggedSet, MarkKind, RunEntry, Session, Side, Status, StepMark
from hybridtui.domain.timeline import Timeline
from hybridtui.domain.workout import Step

FREE_REST_S = 90
"""Rest after a set outside a plan, which prescribes none."""

REST_FORGOTTEN = timedelta(minutes=15)
"""A rest that was over so long ago was a pause: it is no longer shown."""

Outcome = Literal["done", "skipped"]


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """One thing to do: a set of a step, by the step's index and the set's number from 1."""

    step: int
    set_number: int


@dataclass(frozen=True, slots=True)
class Rest:
    """A rest that runs, or has run over."""

    since: datetime
    """UTC: when the set before it was logged."""
    seconds: int
    next: Place | None
    """What comes after it; None in a session without steps."""

    def left_s(self, now: datetime) -> float:
        """Return the seconds that remain; below zero: so long it has been over."""
        return self.seconds - _elapsed(self.since, now)

    def started(self, now: datetime, ticks: float) -> float:
        """Return when it began on the steady clock that shows ``ticks`` at ``now``."""
        return ticks - _elapsed(self.since, now)


@dataclass(frozen=True, slots=True, kw_only=True)
class Logged:
    """What came of one action in a session; it is saved when this is returned."""

    session: Session
    rest: Rest | None
    records: tuple[str, ...] = ()
    """Bests that fell, in words."""
    label: str
    """What was done, as undo names it: ``set 2 of Back squat``."""
    clock: Timeline | None = None
    """The clock that leads on from here, on the steady clock, if one runs."""


def places(steps: Sequence[Step]) -> tuple[Place, ...]:
    """Return every place in walking order.

    Sets of a step follow one another; neighbouring steps of one ``group`` alternate
    round by round, a step with fewer sets dropping out of the later rounds.
    """
    numbered = list(enumerate(steps))
    walk: list[Place] = []
    for group, members in groupby(numbered, key=lambda pair: pair[1].group):
        together = list(members)
        walk += _rounds(together) if group is not None else _straight(together)
    return tuple(walk)


def _straight(numbered: Sequence[tuple[int, Step]]) -> Iterator[Place]:
    for index, step in numbered:
        for number in range(1, step.sets + 1):
            yield Place(index, number)


def _rounds(numbered: Sequence[tuple[int, Step]]) -> Iterator[Place]:
    for number in range(1, max(step.sets for _, step in numbered) + 1):
        for index, step in numbered:
            if number <= step.sets:
                yield Place(index, number)


def outcome(session: Session, place: Place) -> Outcome | None:
    """Return how a place ended: logged or ticked is done; None: still to do.

    With one side logged of two the place is still to do, until it is skipped.
    """
    return _outcomes(session).get(place)


def current(session: Session) -> Place | None:
    """Return the first place neither logged nor marked; None: all done, or no steps."""
    ended = _outcomes(session)
    return next((place for place in places(session.steps) if place not in ended), None)


def following(session: Session, place: Place) -> Place | None:
    """Return the first place after ``place`` that is still to do, if any."""
    ended = _outcomes(session)
    walk = places(session.steps)
    after = walk[walk.index(place) + 1 :] if place in walk else walk
    return next((other for other in after if other not in ended), None)


def progress(session: Session) -> tuple[int, int]:
    """Return how many places ended (skipped ones too), and how many there are."""
    ended = _outcomes(session)
    walk = places(session.steps)
    return sum(place in ended for place in walk), len(walk)


def rest_running(session: Session, now: datetime) -> Rest | None:
    """Return the rest after the newest logged entry, over or not, at the UTC time ``now``.

    None where nothing rests: the session is finished, everything is done, nothing was
    logged, the newest entry asks for no rest, another step was ticked off since, or
    the rest ended long ago.
    """
    newest = newest_entry(session)
    if session.status is Status.FINISHED or newest is None or not newest.rest_s or newest.logged_at is None:
        return None
    upcoming = current(session)
    if session.steps and upcoming is None:
        return None
    if any(mark.kind is MarkKind.DONE and mark.at > newest.logged_at for mark in session.marks):
        return None
    rest = Rest(newest.logged_at, newest.rest_s, upcoming)
    return None if rest.left_s(now) < -REST_FORGOTTEN.total_seconds() else rest


def newest_entry(session: Session) -> LoggedSet | RunEntry | None:
    """Return the set or run that was logged last: by position, since clocks may step."""
    entries: tuple[LoggedSet | RunEntry, ...] = (*session.sets, *session.runs)
    return max(entries, key=lambda entry: entry.position, default=None)


def target_reps(step: Step, set_number: int) -> int | None:
    """Return the reps to aim at in one set of a step, if it is counted in reps."""
    if step.aims:
        return step.aims[min(set_number, len(step.aims)) - 1]
    return step.reps


def name(session: Session, place: Place) -> str:
    """Name a place for a person: ``set 2 of Back squat``, ``rep 5 of 400 m``, or the title of a step done once."""
    step = session.steps[place.step]
    if step.sets == 1:
        return step.title
    unit = "set" if step.logs_sets else "rep" if step.is_run else "part"
    return f"{unit} {place.set_number} of {step.title}"


def _outcomes(session: Session) -> dict[Place, Outcome]:
    ended: dict[Place, Outcome] = {}
    for mark in session.marks:
        ended[_place(mark)] = "done" if mark.kind is MarkKind.DONE else "skipped"
    sides: dict[Place, set[Side | None]] = {}
    for entry in session.sets:
        if entry.step is not None and entry.set_number is not None:
            sides.setdefault(_place(entry), set()).add(entry.side if entry.per_side else None)
    for place, done in sides.items():
        if done != {Side.LEFT} and done != {Side.RIGHT}:
            ended[place] = "done"
    for run in session.runs:
        if run.step is not None and run.set_number is not None:
            ended[_place(run)] = "done"
    return ended


def _place(entry: LoggedSet | RunEntry | StepMark) -> Place:
    return Place(entry.step or 0, entry.set_number or 1)


def _elapsed(since: datetime, now: datetime) -> float:
    """Seconds since; never below zero, should the wall clock have been set back."""
    return max(0.0, (now - since).total_seconds())
