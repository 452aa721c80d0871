"""What an import remembers of a session while it decides: enough to count, compare and match it, without its sets."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta

from hybridtui.domain.exercises import OWN
from hybridtui.domain.imports import WorkoutLine
from hybridtui.domain.matching import Trained
from hybridtui.domain.merging import Gist, gist
from hybridtui.domain.same_workout import Record, file_of
from hybridtui.domain.session import LoggedSet, Session


@dataclass(frozen=True, slots=True)
class Use:
    """How a session uses an own exercise."""

    exercise: str
    sets: int
    loaded: bool
    """True if any of its sets had a load."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outline:
    """One session of a file in short."""

    id: str
    fingerprint: str
    """Empty: it has none."""
    finished: bool
    gist: Gist
    line: WorkoutLine
    record: Record
    run_s: float
    strength_s: float
    runs: int
    """Stretches of running."""
    others: int
    """Stretches of other sports."""
    own: tuple[Use, ...]

    @property
    def trained(self) -> Trained:
        """It as matching with a plan asks."""
        return Trained(
            session_id=self.id,
            workout_id=None,
            day=self.record.day,
            kind=self.record.kind,
            run_minutes=self.run_s / 60,
            strength_minutes=self.strength_s / 60,
        )


def outline(session: Session) -> Outline:
    """Return a session in short."""
    sports = [run.sport for run in session.runs]
    return Outline(
        id=session.id,
        fingerprint=session.fingerprint or "",
        finished=session.ended is not None,
        gist=gist(session),
        line=WorkoutLine.of(session),
        record=record(session),
        run_s=session.run_s,
        strength_s=session.strength_s,
        runs=sports.count("run"),
        others=len(sports) - sports.count("run"),
        own=tuple(_uses(session.sets)),
    )


def record(session: Session) -> Record:
    """Return a session as telling it again asks."""
    began = session.started.utc
    ended = session.ended.utc if session.ended is not None else began
    return Record(
        id=session.id,
        kind=session.kind,
        sport=session.sport,
        source=session.source,
        file=file_of(session.fingerprint or session.id),
        began=began,
        ended=max(ended, began + timedelta(seconds=session.total_s)),
        day=session.started.local_date,
        seconds=session.total_s,
        metres=sum(run.distance.metres for run in session.runs if run.distance is not None),
        sets=len(session.sets),
        rated=session.rpe is not None,
    )


def _uses(sets: Iterable[LoggedSet]) -> Iterable[Use]:
    counted: dict[str, tuple[int, bool]] = {}
    for logged in sets:
        if logged.exercise.startswith(OWN):
            sets_so_far, loaded = counted.get(logged.exercise, (0, False))
            counted[logged.exercise] = sets_so_far + 1, loaded or logged.load is not None
    return (Use(exercise, number, loaded) for exercise, (number, loaded) in counted.items())
