"""A change to the log: what one action of the athlete's writes, in one transaction.

Every change can be taken back: the store keeps, with each, how the touched rows looked
before and after.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING, TypeVar

from hybridtui.domain.session import LoggedSet, RunEntry, Session, StepMark

if TYPE_CHECKING:
    from hybridtui.domain.athlete import Athlete
    from hybridtui.domain.body_weight import BodyWeight
    from hybridtui.domain.exercise_names import ExerciseName
    from hybridtui.domain.exercises import Exercise
    from hybridtui.domain.notes import ExerciseNote
    from hybridtui.domain.pain import Pain
    from hybridtui.domain.readiness import Readiness
    from hybridtui.domain.skips import SkipReason
    from hybridtui.domain.workout import Plan


class Noun(StrEnum):
    """What a change can remove."""

    SESSION = "session"
    SET = "set"
    RUN = "run"
    MARK = "mark"
    EXERCISE = "exercise"
    PAIN = "pain"
    NOTE = "note"
    """Of an exercise; its id is the exercise's."""
    WEIGHT = "weight"
    """Of the body; its id is the day, as ISO 8601 writes it."""
    SKIP = "skip"
    """The reason of a workout that was skipped; its id is the workout's."""
    NAME = "name"
    """What a name in files stands for; its id is the folded name."""


@dataclass(frozen=True, slots=True)
class Ref:
    """Something in the store, by kind and id."""

    noun: Noun
    id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What to put (insert or replace by id) and what to remove."""

    label: str
    """What the athlete did, in words for the undo toast: ``set 2 of Back squat``."""
    session_id: str | None = None
    """The session it belongs to, if one: undo during a session stays within it."""
    minor: bool = False
    """True for what undo skips by itself (rest made longer) and takes back with what it hangs on."""
    athlete: Athlete | None = None
    plan: Plan | None = None
    """Adopted: becomes the current plan."""
    sessions: tuple[Session, ...] = ()
    """Headers and steps only: their sets, runs and marks are put on their own."""
    sets: tuple[tuple[str, LoggedSet], ...] = ()
    """Pairs of session id and set."""
    runs: tuple[tuple[str, RunEntry], ...] = ()
    marks: tuple[tuple[str, StepMark], ...] = ()
    exercises: tuple[Exercise, ...] = ()
    readiness: tuple[Readiness, ...] = ()
    """Readings of days that have none, or in place of the ones they have."""
    pains: tuple[Pain, ...] = ()
    notes: tuple[ExerciseNote, ...] = ()
    weights: tuple[BodyWeight, ...] = ()
    """Of days that have none, or in place of the ones they have."""
    skips: tuple[SkipReason, ...] = ()
    names: tuple[ExerciseName, ...] = ()
    drop: tuple[Ref, ...] = ()
    """A dropped session takes its sets, runs and marks with it."""

    @property
    def is_empty(self) -> bool:
        """True if there is nothing to write."""
        return self == Change(label=self.label, session_id=self.session_id, minor=self.minor)


def difference(before: Session, after: Session, *, label: str, minor: bool = False) -> Change:
    """Return the change that makes one state of a session the other: no more is written than differs."""
    id_ = after.id
    gone = (
        *(Ref(Noun.SET, missing) for missing in _missing(before.sets, after.sets)),
        *(Ref(Noun.RUN, missing) for missing in _missing(before.runs, after.runs)),
        *(Ref(Noun.MARK, missing) for missing in _missing(before.marks, after.marks)),
    )
    return Change(
        label=label,
        session_id=id_,
        minor=minor,
        sessions=() if _header(before) == _header(after) else (after,),
        sets=tuple((id_, logged) for logged in _new(before.sets, after.sets)),
        runs=tuple((id_, run) for run in _new(before.runs, after.runs)),
        marks=tuple((id_, mark) for mark in _new(before.marks, after.marks)),
        drop=gone,
    )


_Entry = TypeVar("_Entry", LoggedSet, RunEntry, StepMark)


def _header(session: Session) -> Session:
    return replace(session, sets=(), runs=(), marks=())


def _new(before: Iterable[_Entry], after: Iterable[_Entry]) -> list[_Entry]:
    """Return the entries that were not there, or not like this."""
    known = {entry.id: entry for entry in before}
    return [entry for entry in after if known.get(entry.id) != entry]


def _missing(before: Iterable[_Entry], after: Iterable[_Entry]) -> list[str]:
    kept = {entry.id for entry in after}
    return [entry.id for entry in before if entry.id not in kept]
