"""A change to the log: what one action of the athlete's writes, in one transaction.

Every change can be taken back: the store keeps, with each, how the touched rows looked
before and after.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from hybridtui.domain.athlete import Athlete
from hybridtui.domain.exercises import Exercise
from hybridtui.domain.readiness import Readiness
from hybridtui.domain.session import LoggedSet, RunEntry, Session, StepMark
from hybridtui.domain.workout import Plan


class Noun(StrEnum):
    """What a change can remove."""

    SESSION = "session"
    SET = "set"
    RUN = "run"
    MARK = "mark"
    EXERCISE = "exercise"


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
    drop: tuple[Ref, ...] = ()
    """A dropped session takes its sets, runs and marks with it."""
