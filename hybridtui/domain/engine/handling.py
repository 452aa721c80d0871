"""What an event does to a session and its clock: ``(state, event, now) -> state``."""

from __future__ import annotations

from dataclasses import replace

from hybridtui.domain import guide, recording
from hybridtui.domain.engine import rounds, writing
from hybridtui.domain.engine.again import again
from hybridtui.domain.engine.following import followed
from hybridtui.domain.engine.leading import lead
from hybridtui.domain.engine.naming import ended, label, whole_of
from hybridtui.domain.engine.passing import passed, split
from hybridtui.domain.engine.reworking import relocated, settled
from hybridtui.domain.engine.state import (
    Begin,
    Event,
    GoOn,
    Halt,
    Hold,
    LogRun,
    LogSets,
    Longer,
    Now,
    Outcome,
    Rework,
    Skip,
    SkipStep,
    Split,
    State,
    Tick,
)
from hybridtui.domain.engine.writing import Ids
from hybridtui.domain.phases import TEMPO_PHASES
from hybridtui.domain.problems import Problem
from hybridtui.domain.session import LoggedSet, MarkKind, Pause, RunEntry, Session, Status
from hybridtui.domain.timeline import Timeline, stopwatch


def handle(state: State, event: Event, now: Now, ids: Ids) -> Outcome:
    """Return what comes of an event, after all that the clock led through until then.

    Whatever is done ends a pause.

    Raises:
        Problem: if it cannot be: the session is finished, there is no such place, or it ended already.
    """
    if state.session.status is Status.FINISHED:
        raise Problem(f"{state.session.title} is finished: reopen it to go on with it.")
    if isinstance(event, Rework):
        then = settled(passed(relocated(state, event.after), now, ids), now.ticks)
        return Outcome(state=then, label=event.label, logged=ended(event.after, then.session))
    told = event.place if isinstance(event, LogSets | LogRun | Tick | Skip) else None
    caught = passed(state, now, ids, but=told)
    if isinstance(event, LogSets | LogRun | Tick | Begin | Split | GoOn):
        caught = _going_on(caught, now)
    then = _done(caught, event, now, ids)
    words, minor = label(state.session, caught.session, then.session, event)
    return Outcome(state=then, label=words, minor=minor, logged=ended(state.session, then.session))


def _done(state: State, event: Event, now: Now, ids: Ids) -> State:
    session = state.session
    match event:
        case LogSets() | LogRun() | Tick() | Skip():
            after = _grown(state, _written(session, event, now, ids), now)
            then = _followed(state, after, now, done=not isinstance(event, Skip))
            if then.line is None and isinstance(event, LogSets) and event.place is not None:
                return State(after, again(after, event.place, now.ticks))
            return then
        case SkipStep(step):
            return _followed(state, _left_out(session, step, now, ids), now, done=False)
        case Begin():
            return state if state.line is not None else State(session, _begun(session, now.ticks))
        case Split():
            return split(state, now, ids)
        case Halt():
            return State(session)
        case Longer(seconds):
            return _longer(state, seconds, now)
        case Hold() if not session.is_paused:
            paused = replace(session, pauses=(*session.pauses, Pause(now.utc)))
            return State(paused, state.line.paused(now.ticks) if state.line is not None else None)
        case _:
            return state


def _written(session: Session, event: LogSets | LogRun | Tick | Skip, now: Now, ids: Ids) -> Session:
    """The session with what the athlete said was done, or left out."""
    place = event.place
    if place is not None and not (0 <= place.step < len(session.steps) and place.set_number > 0):
        raise Problem(f"There is no such step in {session.title} any more: look at the steps and choose again.")
    match event:
        case LogSets():
            new = recording.new_sets(
                session, place, event.exercise, event.drafts, now.utc, ids, per_side=event.per_side
            )
            return replace(session, sets=(*session.sets, *new))
        case LogRun():
            run = recording.logged_run(session, place, event.draft, now.utc, ids())
            return replace(session, runs=(*session.runs, run))
        case Tick(here) | Skip(here):
            if here not in guide.to_do(session):
                raise Problem(f"{guide.name(session, here)} is over already: undo it first.")
            kind = MarkKind.DONE if isinstance(event, Tick) else MarkKind.SKIPPED
            return writing.marked(session, (here,), kind, now.utc, ids)


def _left_out(session: Session, step: int, now: Now, ids: Ids) -> Session:
    """The session without what is left of a step, of its whole warm-up or cool-down, or of its AMRAP."""
    if not 0 <= step < len(session.steps):
        raise Problem(f"There is no such step in {session.title} any more: look at the steps and choose again.")
    block = rounds.block_at(session, step)
    if block is not None:
        return rounds.ended(session, block, now.utc, ids)
    steps = whole_of(session, step)
    left = [place for place in guide.to_do(session) if place.step in steps]
    return writing.marked(session, left, MarkKind.SKIPPED, now.utc, ids)


def _grown(state: State, session: Session, now: Now) -> Session:
    """The session with one more round of an AMRAP of which one was completed while time is left."""
    for place in ended(state.session, session):
        block = rounds.block_at(session, place.step)
        if block is not None and not rounds.is_over(state.line, block, now.ticks):
            session = rounds.grown(session, block)
    return session


def _followed(state: State, session: Session, now: Now, *, done: bool) -> State:
    line = state.line
    return State(session, followed(session, line, now.ticks, done=done) if line is not None else None)


def _begun(session: Session, ticks: float) -> Timeline:
    here = guide.current(session)
    return lead(session, here, ticks) if here is not None else stopwatch(ticks, session.title)


def _longer(state: State, seconds: int, now: Now) -> State:
    """The phase that runs, else the rest, longer or shorter; what is open has no length, and a rep keeps its beat."""
    if state.line is not None:
        timed = state.line.reading(now.ticks).phase.kind not in TEMPO_PHASES
        return replace(state, line=state.line.extended(seconds, now.ticks)) if timed else state
    match recording.rest_changed(state.session, seconds, now.utc):
        case LoggedSet() as changed:
            return State(recording.corrected(state.session, sets=(changed,)))
        case RunEntry() as changed:
            return State(recording.corrected(state.session, runs=(changed,)))
        case None:
            return state


def _going_on(state: State, now: Now) -> State:
    session, line = state.session, state.line
    if not session.is_paused:
        return state
    return State(session.going_on(now.utc), line.resumed(now.ticks) if line is not None else None)
