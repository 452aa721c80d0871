"""Sets and runs as they could have been typed, and as they are once typed anew. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from hybridtui.domain.athlete import Athlete
from hybridtui.domain.drafts import RunDraft, SetDraft
from hybridtui.domain.entry import Expected, write_run, write_sets
from hybridtui.domain.exercises import Exercise
from hybridtui.domain.racks import Racks
from hybridtui.domain.session import LoggedSet, RunEntry, Session

LogEntry = LoggedSet | RunEntry
"""What a session is made of."""


def as_typed(entry: LogEntry) -> str:
    """Return the line that an entry could have been typed as."""
    if isinstance(entry, RunEntry):
        return write_run(RunDraft(distance=entry.distance, seconds=entry.seconds, rpe=entry.rpe))
    draft = SetDraft(
        load=entry.load, bodyweight=entry.bodyweight, reps=entry.reps, seconds=entry.seconds,
        rpe=entry.rpe, side=entry.side, kind=entry.kind,
    )  # fmt: skip
    return write_sets([draft])


def expected(entry: LogEntry, session: Session, exercises: Mapping[str, Exercise], athlete: Athlete) -> Expected:
    """Return what fills in the parts of a correction that are left out: what was logged before."""
    step = session.steps[entry.step] if entry.step is not None and entry.step < len(session.steps) else None
    if isinstance(entry, RunEntry):
        planned = step if step is not None and step.is_run and entry.distance else None  # else it would fill one in
        return Expected(step=planned, distance_unit=athlete.distance_unit)
    return Expected(
        step=step,
        exercise=exercises.get(entry.exercise),
        target_load=entry.load,
        target_reps=entry.reps,
        last=entry,
        weight_unit=athlete.weight_unit,
        distance_unit=athlete.distance_unit,
        racks=Racks.of(athlete),
    )


def corrected(entry: LogEntry, draft: SetDraft | RunDraft) -> LogEntry:
    """Return the entry with what was typed; everything else about it stays."""
    match entry, draft:
        case RunEntry(), RunDraft():
            return replace(entry, distance=draft.distance, seconds=draft.seconds or 0.0, rpe=draft.rpe)
        case LoggedSet(), SetDraft():
            return replace(
                entry, load=draft.load, bodyweight=draft.bodyweight, reps=draft.reps, seconds=draft.seconds,
                rpe=draft.rpe, side=draft.side, kind=draft.kind,
            )  # fmt: skip
        case _:
            return entry
