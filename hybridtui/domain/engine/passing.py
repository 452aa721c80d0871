"""What passes by the clock: ends that time reached, and ends that the athlete brings about by going on."""

from __future__ import annotations

from dataclasses import replace

from hybridtui.domain import guide
from hybridtui.domain.engine import rounds, writing
from hybridtui.domain.engine.following import followed, gone_on, rewritten, skipped
from hybridtui.domain.engine.leading import leads, place_now, place_of
from hybridtui.domain.engine.state import Now, State
from hybridtui.domain.engine.writing import Ids
from hybridtui.domain.guide import Place
from hybridtui.domain.phases import PhaseKind
from hybridtui.domain.session import Session
from hybridtui.domain.timeline import Timeline
from hybridtui.domain.totals import LONGEST_SITTING_S
from hybridtui.domain.workout import Form

SLIP_S = 1.0
"""A key pressed so soon after work began was meant for what came before it: nobody is done in a second."""

_NO_WORK = (PhaseKind.PREPARE, PhaseKind.REST)


def passed(state: State, now: Now, ids: Ids, but: Place | None = None) -> State:
    """Return the state with everything done that the clock led through until now, each at its time, in order.

    A place that the athlete is just telling about is left to what is told (``but``). A
    watch that nobody stopped for hours is put away. So is a clock that is over, unless its
    block is still to be ended.
    """
    line, session = state.line, state.session
    if line is None:
        return state
    if _forgotten(line, now.ticks):
        return State(session)
    reading = line.reading(now.ticks)
    over, at = reading.phase_index + reading.finished, 0.0
    for index, phase in enumerate(line.phases[:over]):
        at += phase.seconds or 0.0
        place = place_of(phase)
        if phase.ends and place is not None and place != but and guide.outcome(session, place) is None:
            when = now.wall(min(line.ticks_at(at), now.ticks))
            session = writing.done(session, place, when, ids, _seconds(session, line, index))
    if reading.finished and not _waits(session, line, now.ticks):
        return State(session)
    return state if session is state.session else State(session, rewritten(session, line, now.ticks))


def split(state: State, now: Now, ids: Ids) -> State:
    """Return the state after the athlete said "done, go on" to the phase that runs."""
    line = state.line
    if line is None:
        return state
    reading, place = line.reading(now.ticks), place_now(line, now.ticks)
    if reading.phase.kind in _NO_WORK:
        return replace(state, line=skipped(line, now.ticks))
    if place is None:
        return replace(state, line=None)
    step = state.session.steps[place.step]
    if step.form is Form.AMRAP:
        return _round_done(state.session, line, now, ids)
    if reading.elapsed_s < SLIP_S and (step.logs_sets or step.is_run):
        return state
    if step.form is Form.EMOM:
        return _start_done(state.session, line, place, now, ids)
    if reading.phase.ends or reading.phase.seconds is None:
        return _place_done(state.session, line, place, now, ids)
    return replace(state, line=skipped(line, now.ticks) if leads(step) or _changes_sides(line, now.ticks) else None)


def _round_done(session: Session, line: Timeline, now: Now, ids: Ids) -> State:
    """The rest of the round, as planned; when the time is up, the block."""
    place = place_now(line, now.ticks)
    block = rounds.block_at(session, place.step) if place is not None else None
    if block is None:
        return State(session, line)
    if rounds.is_over(line, block, now.ticks):
        return State(rounds.ended(session, block, now.utc, ids))
    for here in rounds.open_round(session, block):
        session = writing.done(session, here, now.utc, ids)
    session = rounds.grown(session, block)
    return State(session, followed(session, line, now.ticks, done=True))


def _start_done(session: Session, line: Timeline, place: Place, now: Now, ids: Ids) -> State:
    """The reps of this start, as planned; its minute runs on."""
    if guide.outcome(session, place) is None:
        session = writing.done(session, place, now.utc, ids)
    return State(session, rewritten(session, line, now.ticks))


def _place_done(session: Session, line: Timeline, place: Place, now: Now, ids: Ids) -> State:
    """The place, for as long as it really took; of what is counted in reps a stopwatch tells nothing."""
    step = session.steps[place.step]
    counted = step.logs_sets and not leads(step) and line.reading(now.ticks).phase.kind is not PhaseKind.HOLD
    if counted and not (step.reps is None and step.seconds is None):
        return State(session)
    cut = skipped(line, now.ticks)
    seconds = _seconds(session, cut, line.reading(now.ticks).phase_index)
    session = writing.done(session, place, now.utc, ids, seconds)
    return State(session, gone_on(session, line, now.ticks, place, done=True) if leads(step) else None)


def _seconds(session: Session, line: Timeline, index: int) -> tuple[float, ...]:
    """How long the work of the place that ends with a phase took, each side by itself; nothing of an EMOM's start."""
    place = place_of(line.phases[index])
    if place is None or session.steps[place.step].form is not None:
        return ()
    own = [phase for phase in line.phases[: index + 1] if place_of(phase) == place and phase.kind not in _NO_WORK]
    return tuple(phase.seconds for phase in own if phase.seconds is not None)


def _changes_sides(line: Timeline, ticks: float) -> bool:
    """True on the first side of a hold that another one follows."""
    reading = line.reading(ticks)
    return reading.phase.kind is PhaseKind.HOLD and reading.next_phase is not None


def _waits(session: Session, line: Timeline, ticks: float) -> bool:
    """True if a block is over that the athlete has still to end."""
    here = place_now(line, ticks)
    return here is not None and rounds.block_at(session, here.step) is not None


def _forgotten(line: Timeline, ticks: float) -> bool:
    """True if nobody stopped a watch that has no end; what has one was slept through, and counts."""
    reading = line.reading(ticks)
    return reading.phase.seconds is None and reading.elapsed_s > LONGEST_SITTING_S
