"""Rounds in which runs go by the clock and reps do not: the clock that was started once comes back by itself.

Between the runs of such a round the athlete only says that the reps are done. What is
logged afterwards, without a clock, starts none.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from hybridtui.domain import guide
from hybridtui.domain.engine.leading import leads, phases_from
from hybridtui.domain.guide import Place
from hybridtui.domain.session import LoggedSet, MarkKind, RunEntry, Session
from hybridtui.domain.timeline import Timeline


def again(session: Session, done: Place, ticks: float) -> Timeline | None:
    """Return the clock of the run that follows what was just ``done`` in its round; None: it is not led by one."""
    upcoming = guide.current(session)
    if upcoming is None or upcoming.step not in guide.group_of(session.steps, done.step):
        return None
    step = session.steps[upcoming.step]
    if not step.is_run or not leads(step) or leads(session.steps[done.step]) or not _was_timed(session, upcoming):
        return None
    return Timeline(phases_from(session, upcoming, done), ticks)


def _was_timed(session: Session, place: Place) -> bool:
    """Return whether the run before this one in the rounds took its time while the session was followed."""
    before = [run for run in session.runs if run.step == place.step and (run.set_number or 0) < place.set_number]
    last = max(before, key=lambda run: run.position, default=None)
    if last is None or last.logged_at is None or not last.seconds:
        return False
    since = max((at for at in _instants(session) if at < last.logged_at), default=session.started.utc)
    return (last.logged_at - since).total_seconds() >= last.seconds


def _instants(session: Session) -> Iterator[datetime]:
    """When something was logged or ticked off."""
    entries: tuple[LoggedSet | RunEntry, ...] = (*session.sets, *session.runs)
    for entry in entries:
        if entry.logged_at is not None:
            yield entry.logged_at
    yield from (mark.at for mark in session.marks if mark.kind is MarkKind.DONE)
