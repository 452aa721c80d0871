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

from hybridtui.domain.session import LoggedSet, MarkKind, Pause, RunEntry, Session, Side, Status, StepMark
from hybridtui.domain.timeline import Timeline
from hybridtui.domain.workout import Step

FREE_REST_S = 90
"""Rest after a set outside a plan, which prescribes none."""

BETWEEN_MEMBERS_S = 15
"""From one exercise of a superset to the next: to change, not to recover (a product decision)."""

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
    pauses: tuple[Pause, ...] = ()
    """When the session stood still, and the rest with it."""

    @property
    def is_paused(self) -> bool:
        """True while it stands still."""
        return bool(self.pauses) and self.pauses[-1].ended is None

    def gone_s(self, now: datetime) -> float:
        """Return how long it has run, pauses left out; never below zero, should the wall clock have been set back."""
        return max(0.0, (now - self.since).total_seconds() - stood_s(self.pauses, self.since, now))

    def left_s(self, now: datetime) -> float:
        """Return the seconds that remain; below zero: so long it has been over."""
        return self.seconds - self.gone_s(now)

    def started(self, now: datetime, ticks: float) -> float:
        """Return when it began on the steady clock that shows ``ticks`` at ``now``, pauses left out."""
        return ticks - self.gone_s(now)


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


def group_of(steps: Sequence[Step], index: int) -> range:
    """Return the neighbours of a step in its group, itself among them."""
    group = steps[index].group
    first, stop = index, index + 1
    while group is not None and first > 0 and steps[first - 1].group == group:
        first -= 1
    while group is not None and stop < len(steps) and steps[stop].group == group:
        stop += 1
    return range(first, stop)


def is_superset(members: Sequence[Step]) -> bool:
    """Return whether steps of one group alternate set by set: lifts and holds do, stations go by their own rests."""
    return len(members) > 1 and all(member.is_lift and member.form is None for member in members)


def outcome(session: Session, place: Place) -> Outcome | None:
    """Return how a place ended: logged or ticked is done; None: still to do.

    With one side logged of two the place is still to do, until it is skipped.
    """
    return _outcomes(session).get(place)


def to_do(session: Session) -> tuple[Place, ...]:
    """Return the places neither logged nor marked, in walking order."""
    ended = _outcomes(session)
    return tuple(place for place in places(session.steps) if place not in ended)


def current(session: Session) -> Place | None:
    """Return the first place neither logged nor marked; None: all done, or no steps."""
    return next(iter(to_do(session)), None)


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
    """Return the rest after what was done last, over or not, at the UTC time ``now``.

    None where nothing rests: the session is finished, everything is done, nothing was
    logged, what was done last asks for no rest, or the rest ended long ago.
    """
    asked = _rest_asked(session)
    if session.status is Status.FINISHED or asked is None:
        return None
    upcoming = current(session)
    if session.steps and upcoming is None:
        return None
    since, seconds = asked
    rest = Rest(since, seconds, upcoming, session.pauses)
    return None if rest.left_s(now) < -REST_FORGOTTEN.total_seconds() else rest


def _rest_asked(session: Session) -> tuple[datetime, int] | None:
    """When the last thing was logged or ticked off, and the rest it asks for; a ramp set asks for one too."""
    newest = newest_entry(session)
    ticked = max((mark for mark in session.marks if mark.kind is MarkKind.DONE), key=lambda mark: mark.at, default=None)
    if ticked is not None and (newest is None or newest.logged_at is None or ticked.at > newest.logged_at):
        step = session.steps[ticked.step]
        return (ticked.at, step.rest_s) if step.rest_s and step.form is None else None
    if newest is None or not newest.rest_s or newest.logged_at is None:
        return None
    return newest.logged_at, newest.rest_s


def stood_s(pauses: Sequence[Pause], since: datetime, until: datetime) -> float:
    """Return how many seconds between two UTC times a session stood still."""
    stretches = ((max(pause.began, since), min(pause.ended or until, until)) for pause in pauses)
    return sum(max(0.0, (end - begin).total_seconds()) for begin, end in stretches)


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
    return f"{_unit(step)} {place.set_number} of {step.title}"


def names(session: Session, several: Sequence[Place]) -> str:
    """Name places for a person: ``rep 2 and 3 of 400 m``, ``5 reps of Run``, ``4 parts of Cruise intervals``."""
    if len(several) == 1:
        return name(session, several[0])
    steps = {place.step for place in several}
    if len(steps) > 1:
        return f"{len(several)} parts of {session.title}"
    step = session.steps[several[0].step]
    if len(several) == 2:
        return f"{_unit(step)} {several[0].set_number} and {several[1].set_number} of {step.title}"
    return f"{len(several)} {_unit(step)}s of {step.title}"


def _unit(step: Step) -> str:
    return "set" if step.logs_sets else "rep" if step.is_run else "part"


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
