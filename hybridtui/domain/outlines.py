"""What an import remembers of a session while it decides: enough to count, compare and match it, without its sets."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from hybridtui.domain.exercises import OWN
from hybridtui.domain.imports import WorkoutLine
from hybridtui.domain.matching import Trained
from hybridtui.domain.merging import Gist, gist
from hybridtui.domain.session import LoggedSet, Session
from hybridtui.domain.workout_records import Record, record_of


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
    workout_id: str | None
    """The workout that it followed, if any."""
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
            workout_id=self.workout_id,
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
        workout_id=session.workout_id,
        gist=gist(session),
        line=WorkoutLine.of(session),
        record=record_of(session),
        run_s=session.run_s,
        strength_s=session.strength_s,
        runs=sports.count("run"),
        others=len(sports) - sports.count("run"),
        own=tuple(_uses(session.sets)),
    )


def _uses(sets: Iterable[LoggedSet]) -> Iterable[Use]:
    counted: dict[str, tuple[int, bool]] = {}
    for logged in sets:
        if logged.exercise.startswith(OWN):
            sets_so_far, loaded = counted.get(logged.exercise, (0, False))
            counted[logged.exercise] = sets_so_far + 1, loaded or logged.load is not None
    return (Use(exercise, number, loaded) for exercise, (number, loaded) in counted.items())
